"""Ties by region and by class of size: finer than countries, coarser than cities."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.cluster.vq import kmeans2
from scipy.sparse import csr_array

from elci.domain.matching.cities import Cities, Floats, Numbers
from elci.domain.matching.countrywise import log_rate
from elci.domain.matching.pairing import Block, Grid
from elci.domain.matching.world import World

_CLASSES: Final = 8
_DOUBT_OF_PAIRS: Final = 20.0
_CITIES_OF_A_REGION: Final = 30
_MOST_REGIONS: Final = 200


@dataclass(frozen=True, eq=False)
class Grouped:
    """Cities in groups within countries, and the ties between groups."""

    numbers: Numbers
    rate: Floats
    """Logarithm of ties per pair of cities of two groups, drawn to that of their countries."""
    into: Floats
    """The number of ties of each city (row) that lead into each group (column)."""

    @classmethod
    def of(cls, world: World, marks: Numbers) -> "Grouped":
        """Group cities by country and by a mark."""
        keys = world.cities.country_numbers * (int(marks.max(initial=0)) + 1) + marks
        numbers = np.asarray(np.unique(keys, return_inverse=True)[1], dtype=np.int64)
        count, cities = int(numbers.max(initial=0)) + 1, len(numbers)
        ones = np.ones(cities, dtype=np.float32)
        members = csr_array((ones, (np.arange(cities), numbers)), shape=(cities, count))
        into = (world.adjacency @ members).toarray()
        ties = np.asarray(members.T @ into)
        countries = np.zeros(count, dtype=np.int64)
        countries[numbers] = world.cities.country_numbers
        usual = np.exp(log_rate(world))[np.ix_(countries, countries)]
        each = np.bincount(numbers[: world.candidates], minlength=count)
        pairs = np.outer(each, each) + _DOUBT_OF_PAIRS
        rate = np.log((ties + _DOUBT_OF_PAIRS * usual) / pairs).astype(np.float32)
        return cls(numbers, rate, into)

    def block(self, name: str, grid: Grid) -> Block:
        """Compare some cities with all candidates."""
        rate = {f"{name}_rate": grid.square(self.rate, self.numbers)}
        return rate | grid.of_group(f"into_{name}", self.into, self.numbers)


@dataclass(frozen=True, eq=False)
class Regionwise:
    """Cities by class of size, and by region."""

    classes: Grouped
    regions: Grouped

    @classmethod
    def of(cls, world: World) -> "Regionwise":
        """Group the cities of a world."""
        return cls(
            Grouped.of(world, _size_classes(world.cities)),
            Grouped.of(world, _regions(world.cities)),
        )

    def block(self, grid: Grid) -> Block:
        """Compare some cities with all candidates."""
        return self.classes.block("class", grid) | self.regions.block("area", grid)


def _size_classes(cities: Cities) -> Numbers:
    sizes = np.nan_to_num((cities.sizes - 4) * 2.5, nan=-1)
    return np.asarray(np.clip(sizes, -1, _CLASSES - 3) + 1, dtype=np.int64)


def _regions(cities: Cities) -> Numbers:
    """Return the number of the region of each city: where many cities lie, regions are small."""
    placed = np.flatnonzero(np.isfinite(cities.positions).all(axis=1))
    count = min(len(placed) // _CITIES_OF_A_REGION, _MOST_REGIONS)
    found = np.zeros(len(cities), dtype=np.int64)
    if count > 1:
        points = cities.positions[placed].astype(np.float64)
        found[placed] = 1 + kmeans2(points, count, minit="++", rng=0, iter=8)[1]
    return found
