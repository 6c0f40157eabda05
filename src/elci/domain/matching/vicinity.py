"""How near a candidate lies to the partners that a city has already."""

from dataclasses import dataclass

import numpy as np

from elci.domain.matching.cities import Floats, Numbers
from elci.domain.matching.pairing import Block, Grid
from elci.domain.matching.world import World


@dataclass(frozen=True, eq=False)
class Vicinity:
    """The partners of the cities of a world, and where they lie."""

    world: World

    def block(self, grid: Grid) -> Block:
        """Compare some cities with all candidates."""
        cities, ties = self.world.cities, self.world.ties
        own = np.concatenate([ties.neighbours[:0], *map(self.world.partners, grid.rows.tolist())])
        theirs = cities.kilometres(grid.rows, slice(None))[:, ties.neighbours]
        degrees = ties.degrees
        starts = np.cumsum(degrees[grid.rows]) - degrees[grid.rows]
        nearest = _least(cities.kilometres(own, grid.columns).T, starts, degrees[grid.rows]).T
        back = _least(theirs, ties.starts[:-1], degrees)
        return {
            "partner_km_own": np.log1p(nearest),
            "partner_km_other": np.log1p(back[:, grid.columns]),
        }


def _least(values: Floats, starts: Numbers, lengths: Numbers) -> Floats:
    """Return the least known value of each run of columns; ``nan`` for runs of none."""
    found = np.full((len(values), len(starts)), np.nan, dtype=np.float32)
    some = lengths > 0
    if some.any():
        filled = np.where(np.isnan(values), np.inf, values)
        found[:, some] = np.minimum.reduceat(filled, starts[some], axis=1)
    found[np.isinf(found)] = np.nan
    return found
