"""Ties by country and class of size: finer than countries, coarser than cities."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse import csr_array

from elci.domain.matching.cities import Floats, Numbers
from elci.domain.matching.countrywise import log_rate
from elci.domain.matching.pairing import Block, Grid
from elci.domain.matching.world import World

_CLASSES: Final = 8
_DOUBT_OF_PAIRS: Final = 20.0


@dataclass(frozen=True, eq=False)
class Grouped:
    """Cities in groups within countries, and the ties between groups."""

    numbers: Numbers
    rate: Floats
    """Logarithm of ties per pair of cities of two groups, drawn to that of their countries."""
    ties: csr_array
    members: csr_array
    """Which group (column) each city (row) belongs to."""

    @classmethod
    def of(cls, world: World, marks: Numbers) -> "Grouped":
        """Group cities by country and by a mark."""
        keys = world.cities.country_numbers * (int(marks.max(initial=0)) + 1) + marks
        numbers = np.asarray(np.unique(keys, return_inverse=True)[1], dtype=np.int64)
        count, cities = int(numbers.max(initial=0)) + 1, len(numbers)
        ones = np.ones(cities, dtype=np.float32)
        members = csr_array((ones, (np.arange(cities), numbers)), shape=(cities, count))
        ties = (members.T @ world.adjacency @ members).toarray()
        countries = np.zeros(count, dtype=np.int64)
        countries[numbers] = world.cities.country_numbers
        usual = np.exp(log_rate(world))[np.ix_(countries, countries)]
        each = np.bincount(numbers[: world.candidates], minlength=count)
        pairs = np.outer(each, each) + _DOUBT_OF_PAIRS
        rate = np.log((ties + _DOUBT_OF_PAIRS * usual) / pairs).astype(np.float32)
        return cls(numbers, rate, world.adjacency, members)

    def block(self, grid: Grid, name: str = "class") -> Block:
        """Compare some cities with all candidates."""
        own, other = self.numbers[grid.rows], self.numbers[grid.columns]
        asked, places = np.unique(own, return_inverse=True)
        into = (self.ties[grid.columns] @ self.members[:, asked]).toarray()
        return {
            f"{name}_rate": grid.square(self.rate, self.numbers),
            f"into_{name}_own": (self.ties[grid.rows] @ self.members).toarray()[:, other],
            f"into_{name}_other": into[:, places].T,
        }


def by_size(world: World) -> Grouped:
    """Group the cities of a world by country and class of size."""
    sizes = np.nan_to_num((world.cities.sizes - 4) * 2.5, nan=-1)
    marks = np.clip(sizes, -1, _CLASSES - 3) + 1
    return Grouped.of(world, np.asarray(marks, dtype=np.int64))
