"""Who holds a network together: links and nodes without which it falls apart, and brokers."""

from dataclasses import dataclass

import numpy as np

from elci.domain.networks.network import Flags, Floats, Network, Numbers
from elci.domain.networks.triangles import triangles_in
from elci.domain.networks.walking import walk


@dataclass(frozen=True, eq=False)
class Joints:
    """What a network hangs by."""

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
    found = walk(network)
    is_child = found.parent >= 0
    parts = np.bincount(found.parent[found.hangs], minlength=network.n) + is_child
    bridged = np.flatnonzero(is_child & (found.lowest == found.place))
    below = found.sizes[bridged]
    links = network.places_of(np.sort(np.column_stack((bridged, found.parent[bridged])), axis=1))
    beyond = np.zeros(network.m, dtype=np.int64)
    beyond[links] = np.minimum(below, found.sizes[found.roots[bridged]] - below)
    return Joints(bridges=beyond > 0, beyond=beyond, parts=parts)


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
    overlap: Floats = np.full(network.n, np.nan)
    np.divide(2 * triangles, degrees, out=overlap, where=degrees > 0)
    left: Floats = degrees - overlap
    return left
