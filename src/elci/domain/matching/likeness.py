"""How alike two cities are by themselves, and what lies between their countries; no ties yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse import csr_array, diags_array

from elci.domain.matching.cities import Cities, Floats, Numbers
from elci.domain.matching.nearby import Nearby
from elci.domain.matching.pairing import Block, Grid
from elci.domain.matching.world import World
from elci.domain.places.folding import fold

_GRAM: Final = 4
_SIZE_OF_NOBODY: Final = -1.0


@dataclass(frozen=True, eq=False)
class Likeness:
    """Positions, sizes and names of cities, prepared for comparison."""

    world: World
    places: Floats
    """Logarithms of the places of cities among those of their country by size."""
    below_first: Floats
    """How much smaller than the largest city of the country, in decimal logarithms."""
    crowds: Floats
    """How many cities lie about."""
    rivals: Floats
    """Logarithms of how many candidates the country has."""
    names: csr_array
    """Rows of unit length, whose products tell how alike two names are."""

    @classmethod
    def of(cls, world: World, nearby: Nearby, *, runs: bool) -> "Likeness":
        """Prepare the cities of a world; names by their ``runs`` of letters, or as wholes."""
        cities = world.cities
        countries = cities.country_numbers
        count = np.bincount(countries[: world.candidates], minlength=len(cities.country_codes))
        places, below = _by_size(cities)
        rivals = np.log1p(count).astype(np.float32)[countries]
        return cls(
            world,
            places,
            below,
            nearby.sums["local"],
            rivals,
            _runs_of_names(cities) if runs else _whole_names(cities),
        )

    def block(self, grid: Grid) -> Block:
        """Compare some cities with all candidates."""
        cities, facts = self.world.cities, self.world.facts
        countries, sizes = cities.country_numbers, cities.sizes
        found = {
            "km": np.log1p(cities.kilometres(grid.rows, grid.columns)),
            "latitude_gap": grid.gap(cities.latitudes),
            "size_gap": grid.gap(sizes),
            "place_gap": grid.gap(self.places),
            "same_country": grid.same(countries),
            "same_subregion": grid.same(facts.subregions[countries]),
            "same_region": grid.same(facts.regions[countries]),
            "names": (self.names[grid.rows] @ self.names[grid.columns].T).toarray(),
        }
        for name, square in facts.pairs.items():
            found |= grid.both_ways(name, square, countries)
        each = {
            "size": sizes,
            "place": self.places,
            "below_first": self.below_first,
            "crowd": self.crowds,
            "rivals": self.rivals,
            "income": facts.incomes[countries],
        }
        for name, values in each.items():
            found |= grid.ends(name, values)
        return found


def _by_size(cities: Cities) -> tuple[Floats, Floats]:
    """Return the place of each city in its country, and how far it is below the first."""
    countries = cities.country_numbers
    sizes = np.nan_to_num(cities.sizes, nan=_SIZE_OF_NOBODY)
    order = np.lexsort((-sizes, countries))
    starts = np.searchsorted(countries[order], countries)
    places = np.empty(len(order), dtype=np.float32)
    places[order] = np.log1p(np.arange(len(order)) - starts[order])
    return places, (sizes - sizes[order[starts]]).astype(np.float32)


def _runs_of_names(cities: Cities) -> csr_array:
    """Return the names as rows of unit length over their runs of four letters, rare ones first."""
    rows, grams = _grams(cities.names)
    count = len(cities)
    cells = np.unique(rows * (1 << 32) + grams)
    rows, columns = cells >> 32, np.unique(cells & 0xFFFFFFFF, return_inverse=True)[1]
    shape = (count, max(int(columns.max(initial=0)) + 1, 1))
    found = csr_array((np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=shape)
    rarity = np.log(count / np.maximum(np.asarray(found.sum(axis=0)).ravel(), 1))
    weighed = csr_array(found @ diags_array(rarity.astype(np.float32)))
    lengths = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel())
    return csr_array(diags_array((1 / np.maximum(lengths, 1e-6)).astype(np.float32)) @ weighed)


def _whole_names(cities: Cities) -> csr_array:
    """Return the names as rows with a single one, so that only namesakes are alike."""
    numbers = {"": 0}
    columns = [numbers.setdefault(name.casefold(), len(numbers)) for name in cities.names]
    ones = np.asarray(columns, dtype=np.int64) > 0
    cells = (np.arange(len(columns)), columns)
    return csr_array((ones.astype(np.float32), cells), shape=(len(columns), len(numbers)))


def _grams(names: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Return runs of four letters of folded names as numbers, and whose name each is of."""
    keys = [f"^{fold(name)}$" for name in names]
    text = np.frombuffer("".join(keys).encode("ascii"), dtype=np.uint8).astype(np.int64)
    rows = np.repeat(np.arange(len(keys)), [len(key) for key in keys])
    last = max(len(text) - _GRAM + 1, 0)
    grams = sum(text[at : at + last] << (8 * at) for at in range(_GRAM)) + np.zeros(last, np.int64)
    within = rows[:last] == rows[_GRAM - 1 :] if last else np.zeros(0, dtype=bool)
    return rows[:last][within], grams[within]
