"""Hiding ties to learn from: some of warm cities, and all of some cities."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from elci.domain.matching.cities import Numbers
from elci.domain.matching.world import World

COLD_SHARE: Final = 0.15
"""Of the cities with ties, so many lose all of them: a suggestion must serve such cities too."""
WARM_SHARE: Final = 0.12
_FEW_TIES: Final = 2.2
"""How much rather a city with few ties loses all of them than one with many."""
_CLOSED: Final = 0.45
"""Ties that close a triangle are hidden so much less often: new ties close fewer than old ones."""

Chosen = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Fold:
    """A world without some of its ties, and the ties that are hidden."""

    world: World
    hidden: Numbers
    """Pairs of candidates."""
    eligible: Chosen
    """Candidates with which the hidden ties compete."""


def hide_ties(world: World, chance: np.random.Generator, *, all_told: bool = False) -> Fold:
    """Hide ties of a world among its candidates.

    With ``all_told``, a candidate without ties is one that was never chosen, not one of which
    nothing is known.
    """
    pairs, count = world.ties.pairs, world.candidates
    among = (pairs < count).all(axis=1)
    eligible = world.ties.degrees[:count] > 0
    cold = np.zeros(len(world.cities), dtype=bool)
    cold[_cold_cities(pairs[among], eligible, chance)] = True
    lost = cold[pairs].any(axis=1)
    warm = among & ~lost
    weights = np.where(warm, np.where(_closing(world), _CLOSED, 1.0), 0.0)
    hidden = np.zeros(len(pairs), dtype=bool)
    hidden[drawn(weights, math.ceil(WARM_SHARE * warm.sum()), chance)] = True
    return Fold(
        world.with_ties(pairs[~lost & ~hidden]), pairs[(lost & among) | hidden], eligible | all_told
    )


def drawn(weights: NDArray[np.float64], count: int, chance: np.random.Generator) -> Numbers:
    """Draw places without putting back, each with a chance by its weight; never those of weight 0.

    By Efraimidis and Spirakis 2006.
    """
    possible = np.flatnonzero(weights > 0)
    keys = chance.exponential(size=len(possible)) / weights[possible]
    return possible[np.argsort(keys)[:count]]


def _cold_cities(pairs: Numbers, eligible: Chosen, chance: np.random.Generator) -> Numbers:
    degrees = np.bincount(pairs.ravel(), minlength=len(eligible))
    weights = np.where(eligible & (degrees > 0), (degrees + 0.2) ** -_FEW_TIES, 0.0)
    return drawn(weights, round(COLD_SHARE * eligible.sum()), chance)


def _closing(world: World) -> Chosen:
    """Return which ties close a triangle."""
    ties = world.adjacency
    one, other = (ties @ ties).multiply(ties).nonzero()
    count = ties.shape[0]
    pairs = world.ties.pairs
    return np.isin(pairs[:, 0] * count + pairs[:, 1], one * count + other)
