"""Groups of cities that are linked with each other more than with the rest."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from os import cpu_count

import numpy as np

from elci.domain.networks.library import leiden
from elci.domain.networks.network import Network, Numbers


@dataclass(frozen=True, eq=False)
class Communities:
    """The best of several divisions, and how far they agree."""

    of_nodes: Numbers
    """The community of each node, the largest numbered 0; of equals, that of the first node."""
    modularity: float
    least_modularity: float
    """That of the worst division."""
    stability: float | None
    """Mean agreement of two divisions (adjusted Rand index): 1 the same, 0 as by chance."""
    runs: int
    seed: int

    @property
    def sizes(self) -> Numbers:
        """The number of nodes of each community."""
        return np.bincount(self.of_nodes)


def communities_of(network: Network, *, runs: int, seed: int, rounds: int = 2) -> Communities:
    """Divide a network so that its modularity is high, several times from different seeds.

    The Leiden algorithm (Traag, Waltman and van Eck 2019); of equally good divisions the first.
    """
    seeds = range(seed, seed + runs)
    with ThreadPoolExecutor(cpu_count()) as threads:
        found = list(threads.map(partial(_division, network, rounds), seeds))
    values = [modularity(network, division) for division in found]
    agreed = [agreement(one, other) for one, other in combinations(found, 2)]
    return Communities(
        of_nodes=_by_size(found[int(np.argmax(values))]),
        modularity=max(values),
        least_modularity=min(values),
        stability=float(np.mean(agreed)) if agreed else None,
        runs=runs,
        seed=seed,
    )


def _division(network: Network, rounds: int, seed: int) -> Numbers:
    return leiden(network, seed=seed, rounds=rounds)


def _by_size(division: Numbers) -> Numbers:
    """Number communities anew, the largest first."""
    _, first, inverse, sizes = np.unique(
        division, return_index=True, return_inverse=True, return_counts=True
    )
    rank = np.empty(len(sizes), dtype=np.int64)
    rank[np.lexsort((first, -sizes))] = np.arange(len(sizes))
    return rank[inverse]


def modularity(network: Network, division: Sequence[int] | Numbers) -> float:
    """Return how many more links lie within communities than chance would put there.

    The sum over communities of m_c / m - (d_c / 2 m)², m_c the links within one, d_c the degrees in
    it (Newman and Girvan 2004); 0 where there is no link.

    >>> modularity(Network.of(4, np.array([[0, 1], [2, 3]])), [0, 0, 1, 1])
    0.5
    """
    if network.m == 0:
        return 0.0
    names = np.asarray(division, dtype=np.int64)
    one, other = names[network.pairs].T
    degrees = np.bincount(names, weights=network.degrees) / (2 * network.m)
    return float((one == other).mean() - np.square(degrees).sum())


def agreement(one: Numbers, other: Numbers) -> float:
    """Return how far two divisions put the same nodes together: the adjusted Rand index.

    Hubert and Arabie 1985: 1 where they are the same, 0 on average where they have only the sizes
    in common.

    >>> agreement(np.array([0, 0, 1, 1]), np.array([5, 5, 2, 2]))
    1.0
    """
    _, first = np.unique(one, return_inverse=True)
    _, second = np.unique(other, return_inverse=True)
    _, shared = np.unique(first * (second.max(initial=0) + 1) + second, return_counts=True)
    together, in_one, in_other = (
        _pairs(sizes).sum() for sizes in (shared, np.bincount(first), np.bincount(second))
    )
    by_chance = in_one * in_other / max(_pairs(np.array([len(one)])).sum(), 1)
    most = (in_one + in_other) / 2
    return float((together - by_chance) / (most - by_chance)) if most != by_chance else 1.0


def _pairs(sizes: Numbers) -> Numbers:
    return sizes * (sizes - 1) // 2
