"""A depth-first walk through a network, from which follows what it hangs by (Tarjan 1972)."""

from dataclasses import dataclass

import numpy as np

from elci.domain.networks.network import Flags, Network, Numbers


@dataclass(frozen=True, eq=False)
class Walk:
    """What a depth-first walk through all parts of a network tells."""

    order: Numbers
    """The nodes in the order in which they are met."""
    place: Numbers
    """For each node its place in that order."""
    parent: Numbers
    """For each node from where it was met; -1 where a part begins."""
    sizes: Numbers
    """For each node how many were met from it on, itself among them."""
    lowest: Numbers
    """The earliest place that is linked to from there on, but for the link to the parent."""

    @property
    def hangs(self) -> Flags:
        """For each node: whether it and all met from it on hang by its parent alone."""
        return (self.parent >= 0) & (self.lowest >= self.place[self.parent])

    @property
    def roots(self) -> Numbers:
        """For each node the one where its part begins."""
        begins = self.parent[self.order] == -1
        found = np.empty(len(self.order), dtype=np.int64)
        found[self.order] = self.order[begins][np.cumsum(begins) - 1]
        return found


def walk(network: Network) -> Walk:
    """Walk through a network depth first, beginning each part at its smallest node."""
    order, parent = _depth_first(network)
    place = np.empty(network.n, dtype=np.int64)
    place[order] = np.arange(network.n)
    sizes, lowest = _subtrees(order, parent, _reach_back(network, place, parent))
    return Walk(order, place, parent, sizes, lowest)


def _depth_first(network: Network) -> tuple[Numbers, Numbers]:
    """Return the nodes in the order in which they are met, and from where."""
    starts, neighbours = network.starts.tolist(), network.neighbours.tolist()
    parent = [-2] * network.n
    order: list[int] = []
    upto = starts[:-1].copy()
    for root in range(network.n):
        if parent[root] != -2:
            continue
        parent[root] = -1
        order.append(root)
        node = root
        while node >= 0:
            at, end = upto[node], starts[node + 1]
            while at < end and parent[neighbours[at]] != -2:
                at += 1
            upto[node] = at + 1
            if at < end:
                parent[neighbours[at]] = node
                node = neighbours[at]
                order.append(node)
            else:
                node = parent[node]
    return np.asarray(order, dtype=np.int64), np.asarray(parent, dtype=np.int64)


def _reach_back(network: Network, place: Numbers, parent: Numbers) -> Numbers:
    """Return how early each node is linked to, not counting the link to where it was met from."""
    one, other = network.pairs.T
    apart = (parent[one] != other) & (parent[other] != one)
    found = place.copy()
    np.minimum.at(found, one[apart], place[other[apart]])
    np.minimum.at(found, other[apart], place[one[apart]])
    return found


def _subtrees(order: Numbers, parent: Numbers, back: Numbers) -> tuple[Numbers, Numbers]:
    """Return for each node how many were met from it on, and how early they are linked to."""
    sizes, lowest, above = [1] * len(order), back.tolist(), parent.tolist()
    for node in reversed(order.tolist()):
        up = above[node]
        if up >= 0:
            sizes[up] += sizes[node]
            lowest[up] = min(lowest[up], lowest[node])
    return np.asarray(sizes, dtype=np.int64), np.asarray(lowest, dtype=np.int64)
