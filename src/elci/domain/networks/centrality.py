"""How central a node is: by who its neighbours are, and by how near all others are."""

from typing import Final

import numpy as np

from elci.domain.networks.distances import Distances
from elci.domain.networks.network import Floats, Network

DAMPING: Final = 0.85
_MOST_ROUNDS: Final = 1000


def page_rank(network: Network, *, exact_to: float = 1e-10) -> Floats:
    """Return for each node the share of time that a walker by chance spends at it.

    With probability 0.85 it follows any link of the node, else it goes to any node at all (Brin and
    Page 1998); from a node without links it always does the latter. The shares add up to one;
    together they are off by less than ``exact_to``.
    """
    n, degrees = max(network.n, 1), network.degrees
    linked = np.flatnonzero(degrees)
    begins = network.starts[linked]
    share = np.full(network.n, 1 / n)
    for _ in range(_MOST_ROUNDS):
        given = np.divide(share, degrees, out=np.zeros_like(share), where=degrees > 0)
        lost = share[degrees == 0].sum()
        new = np.full(network.n, (1 - DAMPING + DAMPING * lost) / n)
        if len(linked):
            new[linked] += DAMPING * np.add.reduceat(given[network.neighbours], begins)
        moved = np.abs(new - share).sum()
        share = new
        if moved * DAMPING < exact_to * (1 - DAMPING):
            break
    return share


def closeness(distances: Distances) -> Floats:
    """Return for each node how near the others are: (r - 1) / far, times (r - 1) / (n - 1).

    r is the number of nodes that it reaches, itself among them, and far the sum of the distances to
    them (Freeman 1978; the second factor, Wasserman and Faust 1994, lowers it in small parts).
    """
    others = distances.reached - 1
    n = len(others)
    near = np.divide(others, distances.far, out=np.zeros(n), where=distances.far > 0)
    return near * others / max(n - 1, 1)


def harmonic_closeness(distances: Distances) -> Floats:
    """Return for each node the mean of 1 / distance to all others, 0 to those without a way.

    Marchiori and Latora 2000.
    """
    return distances.near / max(len(distances.near) - 1, 1)
