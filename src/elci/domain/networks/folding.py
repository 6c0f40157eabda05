"""A network without its leaves, which says as much and is much smaller.

Half of all cities that have a partner have only one. What is known of such a leaf follows from what
is known of the node that holds it, so that measures over all pairs need not walk from it.
"""

from dataclasses import dataclass

import numpy as np

from elci.domain.networks.network import Floats, Network, Numbers


@dataclass(frozen=True, eq=False)
class Folded:
    """What is left of a network without the nodes of one link whose neighbour has more."""

    core: Network
    """Its nodes are called rows: those with the most links in it come first."""
    nodes: Numbers
    """The node of the whole network that each row is."""
    leaves: Numbers
    """How many leaves each row holds."""
    folded: Numbers
    """The nodes that are leaves."""
    holders: Numbers
    """The row that holds each of them."""

    @property
    def weights(self) -> Numbers:
        """How many nodes each row stands for: itself and its leaves."""
        return self.leaves + 1

    def spread(self, of_rows: Floats, of_leaves: Floats | float) -> Floats:
        """Return values of the nodes of the whole network from those of rows and of leaves."""
        found = np.zeros(len(self.nodes) + len(self.folded))
        found[self.nodes] = of_rows
        found[self.folded] = of_leaves
        return found


def fold(network: Network) -> Folded:
    """Take the leaves off a network, once: what then becomes a leaf stays.

    >>> folded = fold(Network.of(4, np.array([[0, 1], [1, 2], [2, 3], [1, 3]])))
    >>> folded.nodes.tolist(), folded.leaves.tolist(), folded.folded.tolist()
    ([1, 2, 3], [1, 0, 0], [0])
    """
    held_by = np.full(network.n, -1, dtype=np.int64)
    single = np.flatnonzero(network.degrees == 1)
    neighbours = network.neighbours[network.starts[single]]
    is_leaf = network.degrees[neighbours] > 1
    held_by[single[is_leaf]] = neighbours[is_leaf]
    kept = np.flatnonzero(held_by < 0)
    folded = np.flatnonzero(held_by >= 0)
    leaves = np.bincount(held_by[folded], minlength=network.n)
    order = kept[np.argsort(leaves[kept] - network.degrees[kept], kind="stable")]
    rows = np.zeros(network.n, dtype=np.int64)
    rows[order] = np.arange(len(order))
    return Folded(
        core=network.among(order),
        nodes=order,
        leaves=leaves[order],
        folded=folded,
        holders=rows[held_by[folded]],
    )
