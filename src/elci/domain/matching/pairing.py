"""The grid on which cities are compared: some of them against all candidates."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from elci.domain.matching.cities import Floats, Numbers

Block = dict[str, Floats]
"""Values by the name of what they say; a row for a city that asks, a column for a candidate."""


@dataclass(frozen=True, eq=False)
class Grid:
    """Cities that ask, against candidates 0 … n-1.

    What is true of one end only is named ``…_own`` for the city that asks and ``…_other`` for the
    candidate, so that the two change places when the candidate asks.
    """

    rows: Numbers
    candidates: int

    @property
    def columns(self) -> slice:
        """The candidates, as an index."""
        return slice(0, self.candidates)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.rows), self.candidates

    def ends(self, name: str, values: Floats) -> Block:
        """Spread what is known of each city over the grid, for both ends."""
        return {
            f"{name}_own": np.broadcast_to(values[self.rows][:, None], self.shape),
            f"{name}_other": np.broadcast_to(values[self.columns][None, :], self.shape),
        }

    def gap(self, values: Floats) -> Floats:
        """Return how far apart two cities are in a value."""
        return np.abs(values[self.rows][:, None] - values[self.columns][None, :])

    def same(self, groups: Numbers) -> Floats:
        """Return 1 where two cities belong to the same group, else 0."""
        equal = groups[self.rows][:, None] == groups[self.columns][None, :]
        return np.asarray(equal, dtype=np.float32)

    def square(self, values: Floats, groups: Numbers) -> Floats:
        """Spread what is known of pairs of groups over the grid."""
        return values[np.ix_(groups[self.rows], groups[self.columns])]

    def both_ways(self, name: str, values: Floats, groups: Numbers) -> Block:
        """Spread what is known of pairs of groups; twice where it has a direction."""
        if np.array_equal(values, values.T, equal_nan=True):
            return {name: self.square(values, groups)}
        return {
            f"{name}_own": self.square(values, groups),
            f"{name}_other": self.square(values.T, groups),
        }

    def of_group(self, name: str, values: Floats, groups: Numbers) -> Block:
        """Spread what is known of each city (row) and each group (column), for both ends."""
        return {
            f"{name}_own": values[self.rows][:, groups[self.columns]],
            f"{name}_other": values[self.columns][:, groups[self.rows]].T,
        }


Measure = Callable[[Grid], Block]


def mirrored(name: str) -> str:
    """Return the name of the same value when the candidate asks.

    >>> mirrored("size_own"), mirrored("size_other"), mirrored("km")
    ('size_other', 'size_own', 'km')
    """
    if name.endswith("_own"):
        return f"{name.removesuffix('_own')}_other"
    if name.endswith("_other"):
        return f"{name.removesuffix('_other')}_own"
    return name
