"""Parts of a network that hang together, and how deeply a node sits in it."""

import numpy as np

from elci.domain.networks.network import Network, Numbers


def components(network: Network) -> Numbers:
    """Return for each node the smallest node that can be reached from it.

    >>> components(Network.of(4, np.array([[1, 2], [3, 1]]))).tolist()
    [0, 1, 1, 1]
    """
    label = np.arange(network.n, dtype=np.int64)
    one, other = network.pairs.T if network.m else np.zeros((2, 0), dtype=np.int64)
    while True:
        lowest = label.copy()
        np.minimum.at(lowest, one, label[other])
        np.minimum.at(lowest, other, label[one])
        lowest = lowest[lowest]  # a shortcut: the label of the label
        if np.array_equal(lowest, label):
            return label
        label = lowest


def largest_component(network: Network) -> Numbers:
    """Return the nodes of the part with the most nodes, in order; of two, the one named first."""
    return largest_of(components(network))


def largest_of(parts: Numbers) -> Numbers:
    """Return the nodes of the largest part, where each node's part is known."""
    labels, sizes = np.unique(parts, return_counts=True)
    return np.flatnonzero(parts == labels[np.argmax(sizes)]) if len(labels) else labels


def core_numbers(network: Network) -> Numbers:
    """Return for each node the greatest k such that it is in the k-core.

    The k-core is what remains when nodes with fewer than k links are taken away until none is left
    (Seidman 1983); here all that fall at the same moment are taken away together.

    >>> core_numbers(Network.of(4, np.array([[0, 1], [1, 2], [0, 2], [2, 3]]))).tolist()
    [2, 2, 2, 1]
    """
    left = network.degrees.copy()
    found = np.full(network.n, -1, dtype=np.int64)
    remaining = np.arange(network.n)
    core = 0
    while len(remaining):
        core = max(core, int(left[remaining].min()))
        falling = remaining[left[remaining] <= core]
        while len(falling):
            found[falling] = core
            hit = network.neighbours_of(falling)
            hit, times = np.unique(hit[found[hit] < 0], return_counts=True)
            left[hit] -= times
            falling = hit[left[hit] <= core]
        remaining = remaining[found[remaining] < 0]
    return found
