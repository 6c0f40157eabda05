"""Closed circles of three: whether a city's partners are partners of each other."""

import numpy as np

from elci.domain.networks.network import Network, Numbers


def triangles_at(network: Network) -> Numbers:
    """Return for each node the number of triangles in which it stands.

    Each link is turned towards its end with more links (of equals, the later one), so that every
    triangle is met once and no node has many turned links (Chiba and Nishizeki 1985).

    >>> triangles_at(Network.of(4, np.array([[0, 1], [1, 2], [0, 2], [2, 3]]))).tolist()
    [1, 1, 1, 0]
    """
    found = np.zeros(network.n, dtype=np.int64)
    if network.m == 0:
        return found
    rank = np.empty(network.n, dtype=np.int64)
    rank[np.lexsort((np.arange(network.n), network.degrees))] = np.arange(network.n)
    turned = np.sort(rank[network.pairs], axis=1)
    turned = turned[np.lexsort((turned[:, 1], turned[:, 0]))]
    one, middle, other = _wedges(network.n, turned)
    keys = turned[:, 0] * network.n + turned[:, 1]
    wanted = middle * network.n + other
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    closed = keys[places] == wanted
    corners = np.concatenate((one[closed], middle[closed], other[closed]))
    by_rank = np.bincount(corners, minlength=network.n)
    found[:] = by_rank[rank]
    return found


def _wedges(n: int, turned: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return each pair of links that are turned away from one node: it, and the two ends."""
    counts = np.bincount(turned[:, 0], minlength=n)
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    # Each turned link is paired with those of its node that come after it.
    places = np.arange(len(turned)) - starts[turned[:, 0]]
    after = counts[turned[:, 0]] - places - 1
    first = np.repeat(np.arange(len(turned)), after)
    offsets = np.arange(len(first)) - np.repeat(np.cumsum(after) - after, after)
    second = first + 1 + offsets
    return turned[first, 0], turned[first, 1], turned[second, 1]


def global_clustering(network: Network, triangles: int) -> float:
    """Return the share of wedges that are closed: 3 t / s, t triangles and s wedges.

    Newman, Watts and Strogatz 2002; 0 where there is no wedge.
    """
    wedges = wedge_count(network)
    return 3 * triangles / wedges if wedges else 0.0


def wedge_count(network: Network) -> int:
    """Return the number of pairs of links that share a node: the sum of d (d - 1) / 2."""
    degrees = network.degrees
    return int((degrees * (degrees - 1) // 2).sum())


def claw_count(network: Network) -> int:
    """Return the number of triples of links that share a node: the sum of d (d - 1) (d - 2) / 6."""
    degrees = network.degrees
    return int((degrees * (degrees - 1) * (degrees - 2) // 6).sum())
