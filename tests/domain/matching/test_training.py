"""Learning from hidden ties: what is hidden, what is compared, and that it is learnt."""

import numpy as np
import pytest

from elci.domain.matching.faithfulness import drop_of, score_without
from elci.domain.matching.features import Features, criterion_of
from elci.domain.matching.folds import drawn, hide_ties
from elci.domain.matching.ranking import Ranker, by_criterion, shipped_ranker
from elci.domain.matching.training import (
    Lessons,
    TooFewTiesError,
    lessons_of,
    softmax_gradient,
    train,
)
from elci.domain.matching.wide import usual_world
from tests.domain.matching.small_worlds import bare_world, make_world


def test_hidden_ties_are_not_in_the_world_that_is_left():
    world = make_world()

    fold = hide_ties(world, np.random.default_rng(1))

    left = {tuple(pair) for pair in fold.world.ties.pairs.tolist()}
    hidden = {tuple(pair) for pair in fold.hidden.tolist()}
    assert not left & hidden
    assert left | hidden == {tuple(pair) for pair in world.ties.pairs.tolist()}


def test_some_cities_lose_all_their_ties():
    world = make_world()

    fold = hide_ties(world, np.random.default_rng(1))

    lost = (world.ties.degrees > 0) & (fold.world.ties.degrees == 0)
    assert lost.sum() >= 0.1 * (world.ties.degrees > 0).sum()


def test_drawn_places_never_have_no_weight():
    found = drawn(np.array([0.0, 1.0, 2.0]), 3, np.random.default_rng(0))

    assert sorted(found.tolist()) == [1, 2]


def test_lessons_hold_each_hidden_tie_from_both_ends_and_no_known_partner():
    world = make_world()

    lessons = lessons_of(world, folds=1, seed=3)

    fold = hide_ties(world, np.random.default_rng(3))
    assert lessons.chosen.sum() == 2 * len(fold.hidden)
    assert (lessons.offsets >= 0).all()
    assert (np.diff(lessons.asked) >= 0).all()


def test_lessons_with_no_tie_among_candidates_are_refused():
    world = bare_world([], 4)

    with pytest.raises(TooFewTiesError, match="too few ties"):
        lessons_of(world, folds=2, seed=0)


def lessons_about(chosen, offsets) -> Lessons:
    count = len(chosen)
    return Lessons(
        ("x",),
        np.zeros((count, 1), dtype=np.float32),
        np.array(chosen),
        np.zeros(count, dtype=np.int64),
        np.array(offsets, dtype=np.float32),
    )


def test_gradient_of_one_partner_among_two_others_is_that_of_a_softmax():
    gradient = softmax_gradient(lessons_about([True, False, False], [0, 0, 0]))

    slope, curve = gradient(np.zeros(3, dtype=np.float32), None)

    assert slope == pytest.approx([-2 / 3, 1 / 3, 1 / 3])
    assert curve == pytest.approx([2 / 9, 1 / 3, 1 / 3])


def test_candidate_that_stands_for_others_counts_as_many():
    gradient = softmax_gradient(lessons_about([True, False], [0, np.log(3)]))

    slope, _ = gradient(np.zeros(2, dtype=np.float32), None)

    assert slope == pytest.approx([-3 / 4, 3 / 4])


def test_partners_of_a_city_do_not_compete_with_each_other():
    gradient = softmax_gradient(lessons_about([True, True, False], [0, 0, 0]))

    slope, _ = gradient(np.zeros(3, dtype=np.float32), None)

    assert slope == pytest.approx([-1 / 2, -1 / 2, 1])


@pytest.fixture(scope="module")
def learnt():
    world = make_world()
    lessons = lessons_of(world, folds=2, seed=0)
    return world, Features(world), Ranker(train(lessons, rounds=20), lessons.names)


def test_ranking_puts_aside_the_city_itself_and_its_partners(learnt):
    world, features, ranker = learnt

    ranking = ranker.rank(features, 0)

    assert not set(ranking.order.tolist()) & {0, *world.partners(0).tolist()}
    assert len(ranking.order) == 60 - 1 - len(world.partners(0))


def test_ranking_scores_are_those_of_the_whole_matrix(learnt):
    _, features, ranker = learnt

    ranking, matrix = ranker.rank(features, 7), ranker.all_scores(features)

    assert ranking.scores[ranking.order] == pytest.approx(matrix[7][ranking.order], abs=1e-4)
    assert matrix == pytest.approx(matrix.T)


def test_ranking_of_few_likely_candidates_leaves_the_others_behind_them(learnt):
    _, features, ranker = learnt

    exact, some = ranker.rank(features, 7), ranker.rank(features, 7, likely=30)

    same = np.isclose(exact.scores, some.scores, atol=1e-4)
    assert same[np.isfinite(some.scores)].sum() >= 30 - 1 - len(features.world.partners(7))
    assert set(some.order.tolist()) == set(exact.order.tolist())
    assert not same[some.order[-20:]].any()


def test_ranking_survives_being_written_and_read(learnt):
    _, features, ranker = learnt

    again = Ranker.from_text(ranker.as_text())

    assert again.names == ranker.names
    assert again.rank(features, 3).scores == pytest.approx(ranker.rank(features, 3).scores)


def test_contributions_sum_up_to_the_score_but_for_a_constant(learnt):
    _, features, ranker = learnt
    ranking = ranker.rank(features, 5)
    best = ranking.order[:6]

    found = by_criterion(ranker.contributions(ranking, best))

    rest = ranking.scores[best] - sum(found.values())
    assert rest == pytest.approx(np.full(6, rest[0]), abs=1e-3)
    assert {"size", "country_fit", "network"} <= set(found)


def test_model_of_the_package_ranks_the_candidates_of_the_gazetteer():
    wide = usual_world()

    ranking = shipped_ranker().rank(wide.features, 0)

    assert set(shipped_ranker().names) == set(wide.features.names)
    assert len(ranking.order) > 20_000


def test_learning_again_from_the_same_seed_gives_the_same(learnt):
    world, _, ranker = learnt
    lessons = lessons_of(world, folds=2, seed=0)

    assert Ranker(train(lessons, rounds=20), lessons.names).as_text() == ranker.as_text()


def test_without_all_told_only_cities_with_ties_compete():
    world = bare_world([(0, 1), (1, 2), (2, 3), (3, 0), (0, 2)], 6)
    chance = np.random.default_rng(0)

    assert hide_ties(world, chance).eligible.tolist() == [True] * 4 + [False] * 2
    assert hide_ties(world, chance, all_told=True).eligible.all()


def test_candidate_without_its_best_criteria_is_ordinary_by_them(learnt):
    _, features, ranker = learnt
    ranking = ranker.rank(features, 5)
    best = int(ranking.order[0])

    everything = set(map(criterion_of, ranker.names))
    untouched = score_without(ranker, ranking, best, ())
    ordinary = [score_without(ranker, ranking, each, everything) for each in ranking.order[:3]]

    assert untouched == pytest.approx(ranking.scores[best], abs=1e-4)
    assert ordinary == pytest.approx([ordinary[0]] * 3)


def test_rank_drops_further_without_the_stated_reasons_than_without_others(learnt):
    _, features, ranker = learnt
    chance = np.random.default_rng(0)

    drops = [
        drop_of(ranker, ranking, int(ranking.order[0]), chance)
        for ranking in (ranker.rank(features, city) for city in range(20))
    ]

    stated, drawn_ = (
        np.mean([getattr(each, name) - 1 for each in drops]) for name in ("stated", "drawn")
    )
    assert stated > 3 * drawn_
