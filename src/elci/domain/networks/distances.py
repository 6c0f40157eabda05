"""How far apart cities are in the network: exact, over all pairs."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from os import cpu_count

import numpy as np

from elci.domain.networks.folding import Folded, fold
from elci.domain.networks.network import Floats, Network, Numbers
from elci.domain.networks.spreading import Sources, Spreading


@dataclass(frozen=True, eq=False)
class Distances:
    """What the shortest ways between all pairs of nodes come to."""

    counts: Numbers
    """How many ordered pairs lie 0, 1, 2 … links apart, pairs without a way left out."""
    reached: Numbers
    """How many nodes can be reached from each, itself among them."""
    far: Numbers
    """The sum of the distances from each to all that it reaches."""
    near: Floats
    """The sum of 1 / distance from each to all others that it reaches."""


def distance_counts(network: Network) -> Numbers:
    """Return how many ordered pairs lie 0, 1, 2 … links apart, pairs without a way left out.

    >>> distance_counts(Network.of(3, np.array([[0, 1], [1, 2]]))).tolist()
    [3, 4, 2]
    """
    return distances_of(network).counts


def distances_of(network: Network) -> Distances:
    """Measure all shortest ways by breadth-first search from every node.

    Leaves are folded away first: what lies *d* from the node that holds a leaf lies *d* + 1 from
    the leaf.
    """
    folded = fold(network)
    leaves = folded.leaves.astype(float)
    # Per row: nodes reached, sum of distances, sum of 1 / distance, and of 1 / (distance + 1).
    sums = np.column_stack((leaves + 1, leaves, leaves, leaves / 2 + 1))
    held = int(folded.leaves.sum())
    counts = np.array([network.n, 2 * held, int((leaves**2).sum()) - held], dtype=np.int64)
    for more_counts, more_sums in _walks(folded):
        counts = _together(counts, more_counts)
        sums += more_sums
    reached, far, near, near_leaf = sums.T
    at = folded.holders
    return Distances(
        counts=np.trim_zeros(counts, "b"),
        reached=folded.spread(reached, reached[at]).astype(np.int64),
        far=folded.spread(far, far[at] + reached[at] - 2).astype(np.int64),
        near=folded.spread(near, near_leaf[at] - 0.5),
    )


def _walks(folded: Folded) -> Iterator[tuple[Numbers, Floats]]:
    """Yield what each batch of sources adds to the counts of pairs and to the sums of rows."""
    spreading = Spreading(folded.core)
    batches = Sources.of_kinds(folded.leaves).batches(folded.core.n)
    rows = np.column_stack((np.ones(folded.core.n), folded.leaves.astype(float)))
    with ThreadPoolExecutor(cpu_count()) as threads:
        yield from threads.map(partial(_walk, spreading, rows), batches)


def _walk(spreading: Spreading, rows: Floats, sources: Sources) -> tuple[Numbers, Floats]:
    counts = [0, 0, 0]
    sums = np.zeros((len(rows), 4))
    words = np.column_stack((np.ones(len(sources.kinds)), sources.kinds))
    for distance, reached in enumerate(spreading.steps(sources), start=1):
        # To each row, from the sources themselves and from the leaves that they hold.
        found = reached.astype(float) @ words
        counts.append(0)
        for by_row, row_is_leaf in zip((rows.T @ found).tolist(), (0, 1), strict=True):
            for pairs, source_is_leaf in zip(by_row, (0, 1), strict=True):
                counts[distance + row_is_leaf + source_is_leaf] += int(pairs)
        ways = np.array([distance, distance + 1])
        sums += found @ np.column_stack((np.ones(2), ways, 1 / ways, 1 / (ways + 1)))
    return np.asarray(counts, dtype=np.int64), sums


def _together(one: Numbers, other: Numbers) -> Numbers:
    """Add two counts, of which one may go further."""
    found = np.zeros(max(len(one), len(other)), dtype=np.int64)
    found[: len(one)] += one
    found[: len(other)] += other
    return found


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
