"""How sure a rank is: what it would be had chance given the list other ties of the same kind."""

from dataclasses import dataclass

import numpy as np

from elci.domain.networks.network import Network, Numbers


@dataclass(frozen=True, eq=False, slots=True)
class Ranks:
    """Ranks by number of links, 1 for the most; nodes with as many links share a rank."""

    of_nodes: Numbers
    low: Numbers
    high: Numbers
    """Between these lie 95 of 100 ranks, where links are drawn anew."""


def degree_ranks(network: Network, *, draws: int, seed: int) -> Ranks:
    """Return the ranks by degree with their margins.

    Each link is taken 0, 1, 2 … times, as often as Poisson's law with mean 1 says: the bootstrap
    of Chamandy, Muralidharan, Najmi and Naidu (2012). It says how far a rank hangs by single links
    of the list; it knows nothing of lists that are missing as a whole.

    >>> degree_ranks(Network.of(3, np.array([[0, 1], [1, 2]])), draws=9, seed=1).of_nodes.tolist()
    [2, 1, 2]
    """
    draw = np.random.default_rng(seed)
    found = np.empty((draws, network.n), dtype=np.int64)
    for number in range(draws):
        weights = draw.poisson(1.0, network.m)
        degrees = np.bincount(
            network.pairs.ravel(), weights=np.repeat(weights, 2), minlength=network.n
        )
        found[number] = _ranked(degrees.astype(np.int64))
    low, high = np.quantile(found, (0.025, 0.975), axis=0, method="nearest")
    of_nodes = _ranked(network.degrees)
    return Ranks(of_nodes, np.minimum(low, of_nodes), np.maximum(high, of_nodes))


def _ranked(degrees: Numbers) -> Numbers:
    """Return how many nodes have more links, and one."""
    ascending = np.sort(degrees)
    return len(degrees) - np.searchsorted(ascending, degrees, side="right") + 1
