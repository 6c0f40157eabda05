"""Who holds a network together: links and nodes without which it falls apart, and brokers."""

from dataclasses import dataclass

import numpy as np

from elci.domain.networks.network import Flags, Floats, Network, Numbers
from elci.domain.networks.triangles import triangles_in


@dataclass(frozen=True, eq=False)
class Joints:
    """What a network hangs by (Tarjan 1972)."""

    bridges: Flags
    """For each link: whether there is no other way between its two ends."""
    beyond: Numbers
    """For each bridge the number of nodes on its smaller side, for other links 0."""
    parts: Numbers
    """For each node: into how many parts its own part falls without it; 0 if it stands alone."""

    @property
    def articulations(self) -> Flags:
        """For each node: whether its part falls apart without it."""
        return self.parts > 1


def joints_of(network: Network) -> Joints:
    """Find bridges and articulation points by one depth-first walk.

    >>> joints = joints_of(Network.of(4, np.array([[0, 1], [1, 2], [0, 2], [2, 3]])))
    >>> joints.bridges.tolist(), joints.parts.tolist()
    ([False, False, False, True], [1, 1, 2, 1])
    """
    order, parent = _depth_first(network)
    place = np.empty(network.n, dtype=np.int64)
    place[order] = np.arange(network.n)
    sizes, lowest = _subtrees(order, parent, _reach_back(network, place, parent))
    is_child = parent >= 0
    above = parent[is_child]
    hangs = lowest[is_child] >= place[above]
    parts = np.bincount(above[hangs], minlength=network.n) + is_child
    roots = _roots(order, parent)
    bridged = np.flatnonzero(is_child & (lowest == place))
    smaller = np.minimum(sizes[bridged], sizes[roots[bridged]] - sizes[bridged])
    ends = np.sort(np.column_stack((bridged, parent[bridged])), axis=1)
    links = network.places_of(ends)
    beyond = np.zeros(network.m, dtype=np.int64)
    beyond[links] = smaller
    return Joints(bridges=beyond > 0, beyond=beyond, parts=parts)


def _depth_first(network: Network) -> tuple[Numbers, Numbers]:
    """Return the nodes in the order in which a walk meets them, and from where (-1: a new part)."""
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


def _roots(order: Numbers, parent: Numbers) -> Numbers:
    """Return for each node where the walk of its part began."""
    begins = parent[order] == -1
    found = np.empty(len(order), dtype=np.int64)
    found[order] = order[begins][np.cumsum(begins) - 1]
    return found


def constraint(network: Network) -> Floats:
    """Return for each node how much its neighbours are each other's: Burt's constraint.

    The sum over its neighbours j of (p_ij + Σ_q p_iq p_qj)², where p is one over the number of
    links of the first (Burt 1992, 2004). Low for a broker between parts that do not know each
    other; not a number for a node without links.
    """
    shares = np.divide(1, network.degrees, out=np.zeros(network.n), where=network.degrees > 0)
    shared = np.zeros(network.m)
    for some in triangles_in(network):
        shared += np.bincount(
            some.links.ravel(), weights=shares[some.corners].ravel(), minlength=network.m
        )
    invested = np.square(1 + shared)
    found = np.zeros(network.n)
    for end in network.pairs.T:
        found += np.bincount(end, weights=invested, minlength=network.n)
    return np.where(network.degrees > 0, found * np.square(shares), np.nan)


def effective_size(network: Network, triangles: Numbers) -> Floats:
    """Return for each node how many separate partners it has: d - 2 t / d (Borgatti 1997).

    Its d neighbours, less the number that each of them on average is linked with; t are its
    triangles. Not a number for a node without links.
    """
    degrees = network.degrees
    overlap = np.divide(2 * triangles, degrees, out=np.full(network.n, np.nan), where=degrees > 0)
    return degrees - overlap
