"""Where to draw the nodes of a network, so that one sees what hangs together."""

import numpy as np

from elci.domain.networks.components import components
from elci.domain.networks.folding import Folded, fold
from elci.domain.networks.forces import relaxed
from elci.domain.networks.network import Floats, Network, Numbers
from elci.domain.networks.packing import packed


def layout(network: Network, *, seed: int) -> Floats:
    """Return where to draw each node, in lengths of a usual link; the largest part in the middle.

    Parts are laid out one by one and packed in rings. Within a part distances in the network give
    the start (pivot multidimensional scaling, Brandes and Pich 2006), forces do the rest
    (Fruchterman and Reingold 1991), and leaves are fanned out around the node that holds them. The
    same seed gives the same drawing.
    """
    draw = np.random.default_rng(seed)
    found = np.zeros((network.n, 2))
    parts = components(network)
    order = np.argsort(parts, kind="stable")
    begins = np.flatnonzero(np.diff(parts[order], prepend=-1))
    members = np.split(order, begins[1:]) if network.n else []
    for nodes in members:
        found[nodes] = _part(network.among(nodes), draw)
    return packed(found, sorted(members, key=len, reverse=True))


def _part(network: Network, draw: np.random.Generator) -> Floats:
    """Return a drawing of nodes that hang together."""
    if network.n < 3:
        return np.column_stack((np.arange(network.n) - (network.n - 1) / 2, np.zeros(network.n)))
    folded = fold(network)
    rows = relaxed(folded.core, folded.weights, start=_scaled(folded.core, draw))
    found = np.zeros((network.n, 2))
    found[folded.nodes] = rows
    found[folded.folded] = _fanned(folded, rows)
    return found


def _scaled(network: Network, draw: np.random.Generator, pivots: int = 40) -> Floats:
    """Return a first drawing in which distances are about those in the network."""
    if network.n == 1:
        return np.zeros((1, 2))
    apart = _from_pivots(network, pivots)
    squares = np.square(apart)
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean()
    _, vectors = np.linalg.eigh(centred.T @ centred)
    axes = vectors[:, : -min(2, len(vectors)) - 1 : -1]
    axes = axes * np.where(axes.sum(axis=0) < 0, -1.0, 1.0)
    found = np.zeros((network.n, 2))
    found[:, : axes.shape[1]] = centred @ axes
    found += draw.normal(size=found.shape) * max(float(np.abs(found).max()), 1e-9) / 100
    length = np.hypot(*(found[network.pairs[:, 0]] - found[network.pairs[:, 1]]).T).mean()
    return found / max(float(length), 1e-9)


def _from_pivots(network: Network, count: int) -> Floats:
    """Return the distances of all nodes from some, each as far from those before as can be."""
    columns: list[Numbers] = []
    nearest = np.full(network.n, network.n)
    pivot = int(np.argmax(network.degrees))
    for _ in range(min(count, network.n)):
        columns.append(distances_from(network, pivot))
        nearest = np.minimum(nearest, columns[-1])
        pivot = int(np.argmax(nearest))
    return np.column_stack(columns).astype(float)


def distances_from(network: Network, node: int) -> Numbers:
    """Return how many links away each node is; -1 where no way leads to it."""
    found = np.full(network.n, -1, dtype=np.int64)
    found[node] = 0
    front = np.array([node])
    distance = 0
    while len(front):
        distance += 1
        reached = network.neighbours_of(front)
        front = np.unique(reached[found[reached] < 0])
        found[front] = distance
    return found


def _fanned(folded: Folded, rows: Floats) -> Floats:
    """Return where the leaves go: around their holder, on the side away from the middle."""
    order = np.argsort(folded.holders, kind="stable")
    holders = folded.holders[order]
    counts = folded.leaves[holders]
    begins = np.flatnonzero(np.diff(holders, prepend=-1))
    place = np.arange(len(holders)) - np.repeat(begins, np.diff(begins, append=len(holders)))
    at = rows[holders]
    outward = np.arctan2(at[:, 1], at[:, 0])
    opening = np.minimum(counts * 0.35, 2 * np.pi)
    angle = outward + opening * ((place + 0.5) / np.maximum(counts, 1) - 0.5)
    far = 0.5 + 0.01 * counts
    found = np.empty((len(holders), 2))
    found[order] = at + far[:, None] * np.column_stack((np.cos(angle), np.sin(angle)))
    return found


def neighbourhood(network: Network, node: int, *, steps: int, most: int = 500) -> Numbers:
    """Return a node and those at most so many links away, the nearest first.

    Where there are more than ``most``, of those equally near the better linked come first.
    """
    apart = distances_from(network, node)
    within = np.flatnonzero((apart >= 0) & (apart <= steps))
    return within[np.lexsort((within, -network.degrees[within], apart[within]))][:most]
