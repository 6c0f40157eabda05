"""What is said of two cities, by name: each value belongs to a criterion that people know."""

from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final

import numpy as np

from elci.domain.matching.cities import Floats, Numbers
from elci.domain.matching.classwise import by_size
from elci.domain.matching.connections import Connections
from elci.domain.matching.countrywise import Countrywise
from elci.domain.matching.likeness import Likeness
from elci.domain.matching.nearby import Nearby
from elci.domain.matching.pairing import Block, Grid, Measure, mirrored
from elci.domain.matching.thorough import Thorough
from elci.domain.matching.vicinity import Vicinity
from elci.domain.matching.world import World

_QUICK, _THOROUGH = (40, 6), (80, 30)
"""How many neighbours a city has, and how many turns the space of partners takes."""
_NEAR: Final = ("local", "regional", "alike")
_GROUPS: Final = {
    "distance": ("km", "capitals", "contiguous"),
    "latitude": ("latitude_gap", "latitude", "longitude"),
    "size": ("size_gap", "place_gap", "size", "place", "below_first"),
    "region": ("same_country", "same_subregion", "same_region"),
    "history": ("colony", "coloniser", "names"),
    "language": ("language", "language_spoken"),
    "migrants": ("migrants",),
    "votes": ("votes",),
    "income": ("income",),
    "choice": ("crowd", "rivals"),
    "country_fit": (
        "country_ties",
        "country_lift",
        "country_rate",
        "class_rate",
        "area_rate",
        "profile",
    ),
    "new_country": ("into_country", "into_subregion", "into_class", "into_area", "partner_km"),
    "neighbours": (
        *(f"{near}_{what}" for near in _NEAR for what in ("into_country", "tied", "tied_both")),
        *(f"{near}_count_country" for near in _NEAR),
        "beside_partner",
    ),
    "capacity": ("degree", "expected_degree", "country_degree"),
    "network": ("common", "rare_common", "katz", "three_steps", "stroll", "space", "space_near"),
}
CRITERIA: Final = MappingProxyType(
    {name: criterion for criterion, names in _GROUPS.items() for name in names}
)
"""The criterion to which each value belongs, by the name without its end."""


def criterion_of(feature: str) -> str:
    """Return the criterion to which a feature belongs.

    >>> criterion_of("size_own"), criterion_of("km")
    ('size', 'distance')
    """
    return CRITERIA[feature.removesuffix("_own").removesuffix("_other")]


@dataclass(frozen=True, eq=False)
class Features:
    """A world prepared for the comparison of cities: everything that can be known beforehand."""

    world: World
    thorough: bool = False
    """Whether to take some seconds more to say more."""

    @cached_property
    def _measures(self) -> tuple[Measure, ...]:
        most, turns = _THOROUGH if self.thorough else _QUICK
        nearby = Nearby.of(self.world.cities, most=most)
        found: tuple[Measure, ...] = (
            Likeness.of(self.world, nearby, runs=self.thorough).block,
            Countrywise.of(self.world, nearby).block,
            by_size(self.world).block,
            Connections.of(self.world, nearby, turns=turns).block,
            Vicinity(self.world).block,
        )
        return (*found, Thorough.of(self.world, nearby).block) if self.thorough else found

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the features, in order."""
        return tuple(self.of(np.zeros(0, dtype=np.int64)))

    def of(self, rows: Numbers) -> Block:
        """Compare some cities with every candidate: an array by each name."""
        grid = Grid(rows, self.world.candidates)
        found: Block = {}
        for measure in self._measures:
            found |= measure(grid)
        return found


def stacked(block: Block, *, asked: bool = False) -> Floats:
    """Return a block as one row for each pair; with ``asked`` as the candidates would see it."""
    names = [mirrored(name) for name in block] if asked else list(block)
    return np.stack([np.asarray(block[name], dtype=np.float32).ravel() for name in names], axis=1)
