"""The second rung: the order of a model, brought to a search, with the parts of its scores."""

import numpy as np
import pytest

from elci.domain.matching.candidates import candidate_of, candidates_of, shipped_ties
from elci.domain.matching.criteria import USUAL_WEIGHTS, Sought
from elci.domain.matching.features import Features
from elci.domain.matching.learned import Learned, has_model, knows
from elci.domain.matching.ranking import MODEL, Ranker, by_criterion
from elci.domain.matching.reasons import reasons_of
from elci.domain.matching.suggesting import BY_CRITERIA, BY_MODEL, Request, Search
from elci.domain.matching.training import lessons_of, train
from elci.domain.matching.weighing import Weighed
from elci.domain.matching.wide import WideWorld
from tests.domain.matching.small_worlds import make_world

ISTANBUL = "745044"


@pytest.fixture(scope="module")
def ranker():
    """A model that learnt from a made-up world; it is no good, and tells what it does."""
    world = make_world(80, 260)
    lessons = lessons_of(world, seed=0)
    assert Features(world).names
    return Ranker(train(lessons, rounds=20), lessons.names)


@pytest.fixture(scope="module")
def learned(ranker):
    many = candidates_of(2_000_000)
    sought = Sought(one=candidate_of(ISTANBUL), many=many, ties=shipped_ties())
    return Learned.of(sought, ranker, WideWorld.of(candidates_of(1_000_000)))


def everything(learned):
    return np.ones(len(learned.sought.many), dtype=np.bool_)


def test_scores_are_those_of_the_model(learned):
    known = learned.numbers >= 0

    assert known.all()
    assert np.allclose(
        learned.scores[known], learned.ranking.scores[learned.numbers[known]], equal_nan=True
    )


def test_best_are_in_the_order_of_the_model(learned):
    rows = learned.best(everything(learned), 10)

    scores = learned.scores[rows].tolist()
    assert scores == sorted(scores, reverse=True)
    assert learned.best(~everything(learned), 10).tolist() == []


def test_places_that_the_model_does_not_know_are_left_out(ranker):
    many = candidates_of(1_000_000)
    sought = Sought(one=candidate_of(ISTANBUL), many=many, ties=shipped_ties())

    found = Learned.of(sought, ranker, WideWorld.of(candidates_of(5_000_000)))

    assert np.isinf(found.scores[found.numbers < 0]).all()
    assert (found.numbers < 0).sum() > 100


def test_reasons_are_the_parts_of_the_score_of_the_model(learned):
    rows = learned.best(everything(learned), 3)
    weighed = Weighed.of(learned.sought, USUAL_WEIGHTS)

    told = learned.reasons(rows, [reasons_of(weighed, row) for row in rows.tolist()])

    added = by_criterion(learned.ranker.contributions(learned.ranking, learned.numbers[rows]))
    for at, reasons in enumerate(told):
        parts = [each.part for each in reasons]
        assert sum(parts) == pytest.approx(
            sum(float(each[at]) for each in added.values()), abs=1e-4
        )
        assert [abs(each) for each in parts] == sorted(map(abs, parts), reverse=True)
        assert all(each.told.tr and each.source.tr and each.name.en for each in reasons)
        assert not any(each.speaks_for and each.speaks_against for each in reasons)
    assert learned.reasons(rows[:0], []) == []


def test_reason_without_a_sentence_of_the_criteria_has_its_name(learned):
    rows = learned.best(everything(learned), 1)

    (reasons,) = learned.reasons(rows, [()])

    assert all(each.told == each.name for each in reasons)
    assert "Number of ties" in {each.name.en for each in reasons}


def test_seeker_outside_the_world_of_the_model_is_refused(ranker):
    sought = Sought(
        one=candidate_of("TR-district:İstanbul/Beşiktaş"),
        many=candidates_of(2_000_000),
        ties=shipped_ties(),
    )

    with pytest.raises(ValueError, match="not in the world"):
        Learned.of(sought, ranker, WideWorld.of(candidates_of(5_000_000)))


def test_search_follows_the_model_where_it_is_asked_for(learned):
    by_criteria = Search.of(Request(city=ISTANBUL, year=2024))
    weighed = Weighed.of(learned.sought, USUAL_WEIGHTS)
    by_model = Search(
        request=Request(city=ISTANBUL, year=2024, ranking=BY_MODEL),
        weighed=weighed,
        learned=learned,
    )

    found = by_model.best(5)

    assert [each.rank for each in found] == [1, 2, 3, 4, 5]
    assert all(each.learned == each.ranked_by for each in found)
    assert all(each.reasons for each in found)
    assert by_criteria.learned is None
    assert all(each.ranked_by == each.reasons for each in by_criteria.best(1))


def test_model_is_there_exactly_where_its_file_is():
    assert has_model() is MODEL.is_file()
    assert BY_CRITERIA != BY_MODEL


@pytest.mark.parametrize(
    ("place", "known"),
    [(ISTANBUL, True), ("3110110", True), ("TR-district:İstanbul/Adalar", False)],
)
def test_model_knows_places_of_the_usual_size_and_those_with_ties(place, known):
    assert knows(place) is known


def test_search_takes_the_model_of_the_package_or_misses_it():
    asked = Request(city=ISTANBUL, year=2024, ranking=BY_MODEL)

    if has_model():
        assert Search.of(asked).best(1)[0].learned
    else:
        with pytest.raises(FileNotFoundError):
            Search.of(asked)
