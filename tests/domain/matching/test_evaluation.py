"""How well ties are foretold: ranks by hand, intervals, and the simpler rankings."""

import numpy as np
import pytest

from elci.domain.matching.baselines import BASELINES
from elci.domain.matching.evaluation import Draws, Over, differences, figures_of, ranks_of
from elci.domain.matching.tables import Trial, trial_of
from elci.domain.matching.world import World
from tests.domain.matching.small_worlds import bare_world, make_cities, make_world


def small_trial() -> Trial:
    """Six cities without attributes: 0-1 is known, 0-2 and 0-3 are to be foretold."""
    return trial_of([("0", "1"), ("4", "5")], [("0", "2"), ("0", "3")], None)


def test_ranks_leave_out_known_partners_and_other_right_answers():
    trial = small_trial()
    numbers = trial.world.cities.numbers
    scores = np.zeros((6, 6), dtype=np.float32)
    for city, value in {"1": 9, "2": 5, "3": 7, "4": 6}.items():
        scores[numbers["0"], numbers[city]] = value
    scores[:, numbers["0"]] = 1

    ranks = ranks_of(trial, scores)

    assert ranks.everywhere.tolist() == [[2, 1], [1, 1]]
    assert ranks.cold.tolist() == [True, True]


def test_rank_among_equals_is_the_middle_one():
    ranks = ranks_of(small_trial(), np.zeros((6, 6), dtype=np.float32))

    assert ranks.everywhere.tolist() == [[2, 3], [2, 3]]


def test_rank_in_a_country_counts_only_its_cities():
    cities = make_cities(10)
    world = World.of(cities, np.array([[0, 1]]))
    scores = np.tile(np.arange(10, dtype=np.float32), (10, 1))

    ranks = ranks_of(Trial(world, np.array([[0, 2]]), ()), scores)

    assert ranks.everywhere.tolist() == [[8, 9]]
    assert ranks.in_country.tolist() == [[2, 2]]


def test_figures_of_unknown_countries_are_none():
    trial = small_trial()

    found = figures_of(ranks_of(trial, np.zeros((6, 6))), Draws.of(trial, Over.TIES))

    assert found["given_country"]["mrr"] is None
    assert found["warm"]["mrr"] is None
    assert found["mrr"][0] == pytest.approx((1 / 2 + 1 / 3) / 2)


@pytest.mark.parametrize("over", Over)
def test_intervals_hold_the_figure_between_their_ends(over):
    world = make_world()
    test = world.ties.pairs[:40]
    trial = Trial(world.with_ties(world.ties.pairs[40:]), test, ())

    found = figures_of(ranks_of(trial, BASELINES["gravity"](trial.world)), Draws.of(trial, over))

    for name in ("mrr", "hits@10", "hits@50", "mutual@50"):
        value, low, high = found[name]
        assert 0 <= low <= value <= high <= 1
    assert 0 <= found["exposure_gini"][0] < 1


def test_exposure_is_equal_where_each_city_is_on_as_many_lists():
    trial = small_trial()

    found = figures_of(
        ranks_of(trial, BASELINES["random"](trial.world)), Draws.of(trial, Over.TIES)
    )

    assert found["exposure_gini"][0] == pytest.approx(0.033, abs=0.04)


@pytest.mark.parametrize("name", BASELINES)
def test_baselines_score_every_candidate(name):
    for world in (make_world(20, 30), bare_world([(0, 1), (1, 2)], 4)):
        scores = BASELINES[name](world)

        assert scores.shape == (world.candidates, world.candidates)
        assert np.isfinite(scores).all()


def test_katz_counts_walks_and_adamic_adar_rare_neighbours():
    world = bare_world([(0, 1), (1, 2), (2, 3)], 4)

    assert BASELINES["katz"](world)[0, 1] > BASELINES["katz"](world)[0, 2] > 0
    assert BASELINES["adamic_adar"](world)[0, 2] == pytest.approx(1 / np.log(2))
    assert BASELINES["common_neighbours"](world)[0].tolist() == [1, 0, 1, 0]


def test_a_ranking_is_better_by_nothing_than_itself():
    trial = small_trial()
    ranks = ranks_of(trial, BASELINES["random"](trial.world))

    found = differences(ranks, {"same": ranks}, Draws.of(trial, Over.TIES))

    assert found["same"]["mrr"] == (0, 0, 0)
