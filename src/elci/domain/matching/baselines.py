"""Simple ways to foretell ties, against which a ranking has to prove itself."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from elci.domain.matching.cities import Floats
from elci.domain.matching.connections import KATZ, rare_ties
from elci.domain.matching.countrywise import log_lift
from elci.domain.matching.world import World

Baseline = Callable[[World], Floats]
"""Scores every candidate (column) for every candidate (row); more is better."""
_FAR: Final = 20_037.5
"""Half the way around the Earth, for distances that are not known."""


def _numbers(world: World) -> Floats:
    sizes = world.cities.sizes[: world.candidates]
    return np.nan_to_num(sizes, nan=float(np.nan_to_num(np.nanmin(sizes, initial=9.0))))


def _random(world: World) -> Floats:
    chance = np.random.default_rng(0)
    return chance.random((world.candidates, world.candidates), dtype=np.float32)


def _popularity(world: World) -> Floats:
    degrees = world.ties.degrees[: world.candidates].astype(np.float32)
    return np.broadcast_to(degrees, (world.candidates, world.candidates))


def _kilometres(world: World) -> Floats:
    found = world.cities.kilometres(np.arange(world.candidates), slice(0, world.candidates))
    return np.nan_to_num(found, nan=_FAR)


def _distance(world: World) -> Floats:
    return -_kilometres(world)


def _gravity(world: World) -> Floats:
    """Product of populations over distance."""
    sizes = _numbers(world)
    return sizes[:, None] + sizes[None, :] - np.log10(_kilometres(world) + 1)


def _country_lift(world: World) -> Floats:
    """Gravity times how many more ties two countries have than is to be expected."""
    countries = world.cities.country_numbers[: world.candidates]
    lift = log_lift(world.country_ties)[np.ix_(countries, countries)]
    return _gravity(world) + lift / np.float32(np.log(10))


def _common_neighbours(world: World) -> Floats:
    ties, many = world.adjacency, slice(0, world.candidates)
    return np.asarray((ties[many] @ ties).toarray()[:, many], dtype=np.float32)


def _adamic_adar(world: World) -> Floats:
    """Common neighbours, each over the logarithm of its ties: Adamic and Adar 2003."""
    many = slice(0, world.candidates)
    found = (rare_ties(world)[many] @ world.adjacency).toarray()[:, many]
    return np.asarray(found, dtype=np.float32)


def _katz(world: World) -> Floats:
    """Walks of up to five steps, each step counting for less: Katz 1953."""
    ties, many = world.adjacency, slice(0, world.candidates)
    walks = ties[many].toarray()
    total = KATZ * walks[:, many]
    for step in range(2, 6):
        walks = (ties @ walks.T).T
        total += np.float32(KATZ**step) * walks[:, many]
    return np.asarray(total, dtype=np.float32)


BASELINES: Final[Mapping[str, Baseline]] = MappingProxyType(
    {
        "random": _random,
        "popularity": _popularity,
        "distance": _distance,
        "gravity": _gravity,
        "common_neighbours": _common_neighbours,
        "adamic_adar": _adamic_adar,
        "katz": _katz,
        "country_lift": _country_lift,
    }
)
