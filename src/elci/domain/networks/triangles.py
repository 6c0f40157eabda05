"""Closed circles of three: whether a city's partners are partners of each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from elci.domain.networks.network import Floats, Network, Numbers

_MOST_AT_ONCE: Final = 4_000_000
"""Pairs of links that are looked at together, so that memory stays bounded."""


@dataclass(frozen=True, eq=False)
class Triangles:
    """Some triangles of a network, one row each."""

    corners: Numbers
    """Three nodes."""
    links: Numbers
    """Three links, as places in the pairs of the network; each faces the corner of its column."""


def triangles_in(network: Network) -> Iterator[Triangles]:
    """Yield all triangles of a network, each once, in batches of bounded size.

    Each link is turned towards its end with more links (of equals, the later one), so that every
    triangle is met once and no node has many turned links (Chiba and Nishizeki 1985).
    """
    by_rank = np.lexsort((np.arange(network.n), network.degrees))
    rank = np.empty(network.n, dtype=np.int64)
    rank[by_rank] = np.arange(network.n)
    turned = np.sort(rank[network.pairs], axis=1)
    keys = turned[:, 0] * network.n + turned[:, 1]
    order = np.argsort(keys)
    keys, turned = keys[order], turned[order]
    for one, other in _wedges(turned[:, 0], network.n):
        wanted = turned[one, 1] * network.n + turned[other, 1]
        third = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        closed = keys[third] == wanted
        one_link, other_link, facing = one[closed], other[closed], third[closed]
        corners = (turned[one_link, 0], turned[one_link, 1], turned[other_link, 1])
        links = (facing, other_link, one_link)
        yield Triangles(by_rank[np.column_stack(corners)], order[np.column_stack(links)])


def _wedges(tails: Numbers, n: int) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield each pair of links that leave one node, given the nodes they leave in order."""
    ends = np.cumsum(np.bincount(tails, minlength=n))
    after = ends[tails] - np.arange(len(tails)) - 1
    upto = np.cumsum(after)
    start = 0
    while start < len(tails):
        done = upto[start - 1] if start else 0
        stop = max(int(np.searchsorted(upto, done + _MOST_AT_ONCE, side="right")), start + 1)
        chosen = after[start:stop]
        one = np.repeat(np.arange(start, stop), chosen)
        begins = np.cumsum(chosen) - chosen
        other = one + 1 + np.arange(len(one)) - np.repeat(begins, chosen)
        yield one, other
        start = stop


def triangles_at(network: Network) -> Numbers:
    """Return for each node the number of triangles in which it stands.

    >>> triangles_at(Network.of(4, np.array([[0, 1], [1, 2], [0, 2], [2, 3]]))).tolist()
    [1, 1, 1, 0]
    """
    found = np.zeros(network.n, dtype=np.int64)
    for some in triangles_in(network):
        found += np.bincount(some.corners.ravel(), minlength=network.n)
    return found


def local_clustering(network: Network, triangles: Numbers) -> Floats:
    """Return for each node the share of pairs of its neighbours that are linked.

    2 t / (d (d - 1)), t its triangles and d its links; not a number where d < 2, for then there is
    no pair (Watts and Strogatz 1998).
    """
    pairs = network.degrees * (network.degrees - 1) / 2
    found: Floats = np.full(network.n, np.nan)
    np.divide(triangles, pairs, out=found, where=pairs > 0)
    return found


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
