"""Who lies near whom: weights by which cities stand in for each other."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from scipy.sparse import csr_array, diags_array
from scipy.spatial import cKDTree

from elci.domain.geography.distance import EARTH_RADIUS_KM
from elci.domain.matching.cities import Cities, Floats, Numbers

_LEAST_WEIGHT: Final = 1e-3
_LOCAL_KM, _REGIONAL_KM, _ALIKE_KM = 25.0, 120.0, 250.0
_ALIKE_SIZE: Final = 0.3
_DOUBT: Final = 0.5
"""A city with few neighbours says little: so much weight is given to nobody."""


@dataclass(frozen=True, eq=False)
class Nearby:
    """Weights between cities and their nearest neighbours, by three notions of near.

    ``local`` is across borders, within an hour; ``regional`` within a country; ``alike`` within a
    country and of about the same size.
    """

    weights: dict[str, csr_array]

    @classmethod
    def of(cls, cities: Cities, *, most: int) -> "Nearby":
        """Find so many neighbours of all cities whose position is known."""
        one, other, km = _nearest(cities, most)
        same = cities.country_numbers[one] == cities.country_numbers[other]
        gap = np.abs(cities.sizes[one] - cities.sizes[other])
        gap = np.where(np.isnan(gap), 1.0, gap)
        alike = np.exp(-km / _ALIKE_KM - (gap / _ALIKE_SIZE) ** 2)
        found = {
            "local": np.exp(-km / _LOCAL_KM),
            "regional": same * np.exp(-km / _REGIONAL_KM),
            "alike": same * alike,
        }
        return cls({name: _sparse(each, one, other, len(cities)) for name, each in found.items()})

    @cached_property
    def sums(self) -> dict[str, Floats]:
        """The total weight of each city's neighbours."""
        return {
            name: np.asarray(each.sum(axis=1)).ravel().astype(np.float32)
            for name, each in self.weights.items()
        }

    @cached_property
    def shares(self) -> dict[str, csr_array]:
        """The weights as shares of a total of at most one."""
        return {
            name: csr_array(diags_array(1 / (self.sums[name] + np.float32(_DOUBT))) @ each)
            for name, each in self.weights.items()
        }


def _nearest(cities: Cities, most: int) -> tuple[Numbers, Numbers, Floats]:
    """Return pairs of near cities and the kilometres between them."""
    placed = np.flatnonzero(np.isfinite(cities.positions).all(axis=1))
    count = min(most + 1, len(placed))
    if count < 2:
        nothing = np.zeros(0, dtype=np.int64)
        return nothing, nothing, np.zeros(0, dtype=np.float32)
    points = cities.positions[placed].astype(np.float64)
    chords, places = cKDTree(points).query(points, k=count)
    one, other = np.repeat(placed, count), placed[places.ravel()]
    km = 2 * EARTH_RADIUS_KM * np.arcsin(np.clip(chords.ravel() / 2, 0, 1))
    apart = one != other
    return one[apart], other[apart], km[apart].astype(np.float32)


def _sparse(weights: Floats, one: Numbers, other: Numbers, count: int) -> csr_array:
    kept = weights > _LEAST_WEIGHT
    values = weights[kept].astype(np.float32)
    return csr_array((values, (one[kept], other[kept])), shape=(count, count))
