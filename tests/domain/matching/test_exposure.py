"""Sharing out attention among candidates."""

import numpy as np

from elci.domain.matching.evaluation import gini_of
from elci.domain.matching.exposure import evened
from tests.domain.matching.small_worlds import bare_world


def named(scores, length):
    best = np.argsort(-scores, axis=1)[:, :length]
    return np.bincount(best.ravel(), minlength=len(scores))


def test_evened_scores_name_more_cities_more_equally():
    world = bare_world([(0, 1)], 200)
    chance = np.random.default_rng(0)
    scores = chance.normal(0, 1, (200, 200)) + chance.normal(0, 1, 200)
    np.fill_diagonal(scores, -np.inf)

    before, after = named(scores, 50), named(evened(scores, world), 50)

    assert gini_of(after[after > 0]) < gini_of(before[before > 0])
    assert (after > 0).sum() >= (before > 0).sum()


def test_evened_scores_never_name_partners_or_the_city_itself():
    scores = evened(np.zeros((3, 3)), bare_world([(0, 1)], 3))

    assert np.isneginf(scores).tolist() == [
        [True, True, False],
        [True, True, False],
        [False, False, True],
    ]


def test_evened_scores_of_one_candidate_are_there():
    assert evened(np.zeros((1, 1)), bare_world([], 1)).shape == (1, 1)
