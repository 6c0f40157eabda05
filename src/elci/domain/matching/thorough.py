"""What takes too long for a list at a desk: areas, counts, coordinates as such."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.cluster.vq import kmeans2

from elci.domain.matching.cities import Cities, Floats, Numbers
from elci.domain.matching.classwise import Grouped
from elci.domain.matching.nearby import Nearby
from elci.domain.matching.pairing import Block, Grid
from elci.domain.matching.world import World

_CITIES_OF_AN_AREA: Final = 30
_MOST_AREAS: Final = 200


@dataclass(frozen=True, eq=False)
class Thorough:
    """Cities by area, and how many ties their neighbours have."""

    world: World
    areas: Grouped
    counts: dict[str, Floats]
    """The logarithm of how many ties a city's neighbours (row) have in a country (column)."""

    @classmethod
    def of(cls, world: World, nearby: Nearby) -> "Thorough":
        """Prepare the cities of a world."""
        counts = {
            name: np.log1p(each @ world.ties_into).astype(np.float32)
            for name, each in nearby.weights.items()
        }
        return cls(world, Grouped.of(world, _areas(world.cities)), counts)

    def block(self, grid: Grid) -> Block:
        """Compare some cities with all candidates."""
        cities = self.world.cities
        found = self.areas.block(grid, "area")
        for name, values in self.counts.items():
            found |= grid.of_group(f"{name}_count_country", values, cities.country_numbers)
        found |= grid.ends("latitude", cities.latitudes)
        return found | grid.ends("longitude", cities.longitudes)


def _areas(cities: Cities) -> Numbers:
    """Return the number of the area of each city: where many cities lie, areas are small."""
    placed = np.flatnonzero(np.isfinite(cities.positions).all(axis=1))
    count = min(len(placed) // _CITIES_OF_AN_AREA, _MOST_AREAS)
    found = np.zeros(len(cities), dtype=np.int64)
    if count > 1:
        found[placed] = 1 + kmeans2(cities.positions[placed], count, minit="++", rng=0, iter=8)[1]
    return found
