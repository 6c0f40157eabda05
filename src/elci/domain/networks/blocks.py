"""A network cut where it hangs by single nodes: between blocks all ways lead through those."""

from dataclasses import dataclass

import numpy as np

from elci.domain.networks.network import Floats, Network, Numbers
from elci.domain.networks.walking import Walk, walk


@dataclass(frozen=True, eq=False)
class Blocks:
    """The blocks of three nodes and more, apart from each other (biconnected components)."""

    network: Network
    """Its nodes are called seats: a node has a seat in each of its blocks."""
    nodes: Numbers
    """The node that sits in each seat."""
    weights: Numbers
    """How many nodes a seat stands for: its own, and all that the block reaches only through it."""
    through: Floats
    """For each node of the whole network how many pairs of others it alone joins."""


def blocks_of(network: Network) -> Blocks:
    """Cut a network into its blocks."""
    found = walk(network)
    block, weights, branches = _hanging(found)
    tops = found.parent[found.hangs]
    below = np.flatnonzero(block >= 0)
    seat_blocks = np.concatenate((block[below], np.arange(len(tops))))
    seat_nodes = np.concatenate((below, tops))
    of_part = found.sizes[found.roots]
    seat_weights = np.concatenate((weights[below], of_part[tops] - branches))
    pairs = _seats(network, found, block, seat_blocks * network.n + seat_nodes)
    kept = np.bincount(seat_blocks)[seat_blocks] > 2
    chosen = np.flatnonzero(kept)
    return Blocks(
        network=Network.of(len(seat_nodes), pairs).among(chosen),
        nodes=seat_nodes[chosen],
        weights=seat_weights[chosen],
        through=_joined(of_part - 1, tops, branches),
    )


def _hanging(found: Walk) -> tuple[Numbers, Numbers, Numbers]:
    """Return for each node the block that it was met in and what hangs by it; what each block is.

    The weight of a block is that of all its nodes but the one it hangs by. Blocks are numbered in
    the order of the nodes that begin them.
    """
    begins = np.cumsum(found.hangs) - 1
    starts = np.where(found.hangs, begins, -1).tolist()
    parent, order = found.parent.tolist(), found.order.tolist()
    block = [-1] * len(order)
    for node in order:
        if parent[node] >= 0:
            block[node] = starts[node] if starts[node] >= 0 else block[parent[node]]
    weights, branches = [1] * len(order), [0] * int(found.hangs.sum())
    for node in reversed(order):
        if block[node] >= 0:
            branches[block[node]] += weights[node]
        if starts[node] >= 0:
            weights[parent[node]] += branches[starts[node]]
    arrays = (np.asarray(each, dtype=np.int64) for each in (block, weights, branches))
    return tuple(arrays)  # type: ignore[return-value]  # three in, three out


def _seats(network: Network, found: Walk, block: Numbers, keys: Numbers) -> Numbers:
    """Return each link between two seats: it lies in the block in which its later end was met."""
    one, other = network.pairs.T
    is_later = found.place[one] > found.place[other]
    within = block[np.where(is_later, one, other)]
    order = np.argsort(keys)
    ends = (order[np.searchsorted(keys[order], within * network.n + end)] for end in (one, other))
    return np.column_stack(tuple(ends))


def _joined(others: Numbers, tops: Numbers, branches: Numbers) -> Floats:
    """Return for each node the pairs of others in two different parts of what it joins."""
    hanging = np.bincount(tops, weights=branches, minlength=len(others))
    squares = np.bincount(tops, weights=np.square(branches), minlength=len(others))
    pairs: Floats = (np.square(others) - squares - np.square(others - hanging)) / 2
    return pairs
