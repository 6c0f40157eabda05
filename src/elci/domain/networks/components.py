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
    (Seidman 1983; computed by taking the least linked node away again and again, Batagelj and
    Zaveršnik 2003).

    >>> core_numbers(Network.of(4, np.array([[0, 1], [1, 2], [0, 2], [2, 3]]))).tolist()
    [2, 2, 2, 1]
    """
    degrees = network.degrees.tolist()
    starts, neighbours = network.starts.tolist(), network.neighbours.tolist()
    order = np.argsort(network.degrees, kind="stable").tolist()
    place = [0] * network.n
    for position, node in enumerate(order):
        place[node] = position
    first = np.searchsorted(np.sort(network.degrees), np.arange(max(degrees, default=0) + 2))
    begins = first.tolist()
    for position in range(network.n):
        node = order[position]
        for other in neighbours[starts[node] : starts[node + 1]]:
            if degrees[other] > degrees[node]:
                _move_down(other, degrees, order, place, begins)
    return np.asarray(degrees, dtype=np.int64)


def _move_down(
    node: int, degrees: list[int], order: list[int], place: list[int], begins: list[int]
) -> None:
    """Take one link from a node: it changes places with the first node of its degree."""
    degree = degrees[node]
    front = begins[degree]
    ahead = order[front]
    order[front], order[place[node]] = node, ahead
    place[ahead], place[node] = place[node], front
    begins[degree] += 1
    degrees[node] -= 1
