"""How alike two cities are by themselves, and what lies between their countries; no ties yet."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse import csr_array, diags_array

from elci.domain.matching.cities import Cities, Floats
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

    @classmethod
    def of(cls, world: World, nearby: Nearby) -> "Likeness":
        """Prepare the cities of a world."""
        cities = world.cities
        countries = cities.country_numbers
        count = np.bincount(countries[: world.candidates], minlength=len(cities.country_codes))
        places, below = _by_size(cities)
        rivals = np.log1p(count).astype(np.float32)[countries]
        return cls(world, places, below, nearby.sums["local"], rivals, _names(cities))

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
            "latitude": cities.latitudes,
            "longitude": cities.longitudes,
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


def _names(cities: Cities) -> csr_array:
    """Return the names as rows of unit length over their runs of four letters, rare ones first."""
    numbers: dict[str, int] = {}
    ends: list[tuple[int, int]] = []
    for row, name in enumerate(cities.names):
        ends += [(row, numbers.setdefault(gram, len(numbers))) for gram in _grams(name)]
    rows, columns = np.asarray(ends, dtype=np.int64).reshape(-1, 2).T
    shape = (len(cities), max(len(numbers), 1))
    grams = csr_array((np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=shape)
    rarity = np.log(len(cities) / np.maximum(np.asarray(grams.sum(axis=0)).ravel(), 1))
    weighed = csr_array(grams @ diags_array(rarity.astype(np.float32)))
    lengths = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel())
    return csr_array(diags_array((1 / np.maximum(lengths, 1e-6)).astype(np.float32)) @ weighed)


def _grams(name: str) -> set[str]:
    key = fold(name)
    if not key:
        return set()
    text = f"^{key}$"
    return {text[at : at + _GRAM] for at in range(max(len(text) - _GRAM + 1, 1))}
