"""How far apart cities are in the network: exact counts of the distances of all pairs."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from elci.domain.networks.network import Network, Numbers

_WORDS: Final = 16
"""Sources that are followed at once: 64 a word."""
Bits = NDArray[np.uint64]


def distance_counts(network: Network) -> Numbers:
    """Return how many ordered pairs lie 0, 1, 2 … links apart, pairs without a way left out.

    Breadth-first search from every node, 1,024 of them at once as bits, so that one pass over the
    links carries all of them a step further (Then et al. 2014).

    >>> distance_counts(Network.of(3, np.array([[0, 1], [1, 2]]))).tolist()
    [3, 4, 2]
    """
    counts: list[int] = [network.n]
    if network.m == 0:
        return np.asarray(counts, dtype=np.int64)
    linked = np.flatnonzero(network.degrees)
    compact = network.among(linked)
    for start in range(0, compact.n, 64 * _WORDS):
        sources = np.arange(start, min(start + 64 * _WORDS, compact.n))
        for distance, found in enumerate(_spread(compact, sources), start=1):
            if distance == len(counts):
                counts.append(0)
            counts[distance] += found
    return np.asarray(counts, dtype=np.int64)


def _spread(network: Network, sources: Numbers) -> list[int]:
    """Return how many pairs each further step from some sources reaches."""
    seen = np.zeros((network.n, _WORDS), dtype=np.uint64)
    places = np.arange(len(sources))
    bits = np.left_shift(np.uint64(1), (places % 64).astype(np.uint64))
    seen[sources, places // 64] = bits
    front = seen.copy()
    reached: list[int] = []
    while True:
        # Every node of the network has a link, so no group of neighbours is empty.
        front = np.bitwise_or.reduceat(front[network.neighbours], network.starts[:-1], axis=0)
        front &= ~seen
        found = int(np.bitwise_count(front).sum())
        if found == 0:
            return reached
        reached.append(found)
        seen |= front


def mean_distance(counts: Numbers) -> float:
    """Return the mean distance over ordered pairs of different nodes that are connected.

    >>> mean_distance(np.array([3, 4, 2]))
    1.3333333333333333
    """
    apart = np.arange(len(counts))
    total = counts[1:].sum()
    return float((apart[1:] * counts[1:]).sum() / total) if total else 0.0


def percentile_distance(counts: Numbers, share: float) -> int:
    """Return the least distance within which a share of the connected ordered pairs lies.

    With a share of one half it is the median.

    >>> percentile_distance(np.array([3, 4, 2]), 0.5)
    1
    """
    reached = np.cumsum(counts[1:])
    if len(reached) == 0:
        return 0
    return int(np.searchsorted(reached, share * reached[-1])) + 1


def effective_diameter(counts: Numbers, share: float) -> float:
    """Return the distance within which a share of the connected ordered pairs lies, in between too.

    Between two whole distances it is interpolated (Leskovec, Kleinberg and Faloutsos 2007), so that
    networks can be compared more finely than by whole steps.
    """
    reached = np.concatenate(([0], np.cumsum(counts[1:])))
    if len(reached) == 1:
        return 0.0
    return float(np.interp(share * reached[-1], reached, np.arange(len(reached))))
