"""A simple undirected network as arrays: who is linked with whom."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Network:
    """Nodes 0 … n-1 and links between two different nodes, each link once."""

    n: int
    pairs: Numbers
    """One row a link, the smaller node first, in order."""

    @classmethod
    def of(cls, n: int, pairs: Numbers) -> "Network":
        """Make a network; loops are left out, and links that are given again."""
        ends = np.sort(np.asarray(pairs, dtype=np.int64).reshape(-1, 2), axis=1)
        ends = ends[ends[:, 0] != ends[:, 1]]
        keys = np.unique(ends[:, 0] * max(n, 1) + ends[:, 1])
        return cls(n, np.column_stack((keys // max(n, 1), keys % max(n, 1))))

    @property
    def m(self) -> int:
        """The number of links."""
        return len(self.pairs)

    @cached_property
    def degrees(self) -> Numbers:
        """The number of links of each node."""
        return np.bincount(self.pairs.ravel(), minlength=self.n).astype(np.int64)

    @cached_property
    def _adjacency(self) -> tuple[Numbers, Numbers]:
        one, other = self.pairs.T
        keys = np.sort(np.concatenate((one * self.n + other, other * self.n + one)))
        starts = np.zeros(self.n + 1, dtype=np.int64)
        np.cumsum(self.degrees, out=starts[1:])
        return starts, keys % max(self.n, 1)

    @property
    def starts(self) -> Numbers:
        """Where the neighbours of each node begin; one more for where those of the last one end."""
        return self._adjacency[0]

    @property
    def neighbours(self) -> Numbers:
        """The neighbours of all nodes, those of a node together and in order."""
        return self._adjacency[1]

    def places_of(self, pairs: Numbers) -> Numbers:
        """Return the places among all links of some that there are, smaller nodes first."""
        keys = self.pairs[:, 0] * self.n + self.pairs[:, 1]
        wanted = pairs[:, 0] * self.n + pairs[:, 1]
        places: Numbers = np.searchsorted(keys, wanted)
        return places

    def neighbours_of(self, nodes: Numbers) -> Numbers:
        """Return the neighbours of some nodes one after the other; who has many is met again."""
        counts = self.degrees[nodes]
        begins = np.cumsum(counts) - counts
        within = np.arange(counts.sum()) - np.repeat(begins, counts)
        found: Numbers = self.neighbours[np.repeat(self.starts[nodes], counts) + within]
        return found

    def among(self, nodes: Numbers) -> "Network":
        """Return the network of some nodes, numbered anew in the order given."""
        places = np.full(self.n, -1, dtype=np.int64)
        places[nodes] = np.arange(len(nodes))
        moved = places[self.pairs]
        return Network.of(len(nodes), moved[(moved >= 0).all(axis=1)])
