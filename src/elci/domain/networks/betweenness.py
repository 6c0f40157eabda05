"""Who stands between others: on what share of the shortest ways a node lies."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from os import cpu_count
from typing import Final

import numpy as np

from elci.domain.networks.components import components
from elci.domain.networks.folding import Folded, fold
from elci.domain.networks.network import Floats, Network, Numbers

_CELLS: Final = 2**19
"""Pairs of a source and a node that are kept in mind at once."""


@dataclass(frozen=True, eq=False)
class Betweenness:
    """For each node the sum over pairs of others of the share of their shortest ways through it.

    An estimate where not every node was a source: ``errors`` are then its standard errors.
    """

    values: Floats
    errors: Floats
    sources: int
    """How many nodes the ways were followed from."""
    possible: int
    """How many there are; leaves need not be asked."""

    @property
    def is_exact(self) -> bool:
        """Whether every way was followed."""
        return self.sources == self.possible

    @property
    def scale(self) -> float:
        """What the values are divided by to lie between 0 and 1: the number of pairs of others."""
        n = len(self.values)
        return max((n - 1) * (n - 2) / 2, 1.0)


def betweenness(network: Network, *, sources: int | None, seed: int) -> Betweenness:
    """Measure betweenness by the ways from some nodes drawn by chance, or from all (``None``).

    Brandes 2001, from many sources in one pass. With fewer sources than nodes, half of them are
    those that hold the most leaves, and the others are drawn without putting back (Brandes and
    Pich 2007); a way counts the more at a node the farther the source is, so that no node is
    overrated for lying next to one (Geisberger, Sanders and Schultes 2008, linear scaling). The
    error is that of a mean drawn from a finite number. What leaves add themselves is exact.
    """
    folded = fold(network)
    certain, drawn, left = _sources(folded, sources, seed)
    kept, _ = _sums(folded, certain)
    total, squares = _sums(folded, drawn)
    own = _through_holders(network, folded)
    estimated = total * (left / len(drawn)) if len(drawn) else total
    return Betweenness(
        values=folded.spread(own + kept + estimated, 0.0),
        errors=folded.spread(_errors(total, squares, drawn=len(drawn), left=left), 0.0),
        sources=len(certain) + len(drawn),
        possible=len(certain) + left,
    )


def _sources(folded: Folded, asked: int | None, seed: int) -> tuple[Numbers, Numbers, int]:
    """Return which rows are surely asked, which are drawn, and from how many these are drawn."""
    rows = np.flatnonzero(folded.core.degrees)
    if asked is None or asked >= len(rows):
        return rows, rows[:0], 0
    by_weight = rows[np.argsort(-folded.weights[rows], kind="stable")]
    certain = by_weight[: min(asked // 2, int((folded.leaves[rows] > 0).sum()))]
    others = by_weight[len(certain) :]
    drawn = np.random.default_rng(seed).permutation(others)[: asked - len(certain)]
    return certain, np.sort(drawn), len(others)


def _sums(folded: Folded, sources: Numbers) -> tuple[Floats, Floats]:
    """Return the sum of what sources add to each row, and the sum of the squares."""
    total, squares = np.zeros((2, folded.core.n))
    for added in _walks(folded, sources):
        total += added.sum(axis=0)
        squares += np.square(added).sum(axis=0)
    return total, squares


def _errors(total: Floats, squares: Floats, *, drawn: int, left: int) -> Floats:
    """Return the standard error of each sum: none where all were asked, unknown with one source."""
    if drawn == left:
        return np.zeros_like(total)
    if drawn < 2:
        return np.full_like(total, np.inf)
    variance = np.maximum(squares - np.square(total) / drawn, 0) / (drawn - 1)
    return left * np.sqrt(variance / drawn * (1 - drawn / left))


def _through_holders(network: Network, folded: Folded) -> Floats:
    """Return the pairs whose way leads through a row because one of the two is its leaf."""
    parts = components(network)
    sizes = np.bincount(parts, minlength=network.n)[parts[folded.nodes]]
    leaves = folded.leaves
    return leaves * (sizes - 1 - leaves) + leaves * (leaves - 1) / 2


def _walks(folded: Folded, sources: Numbers) -> Iterator[Floats]:
    """Yield what sources add to each row, some sources at a time."""
    at_once = max(_CELLS // max(folded.core.n, 1), 1)
    batches = [sources[start : start + at_once] for start in range(0, len(sources), at_once)]
    with ThreadPoolExecutor(cpu_count()) as threads:
        yield from threads.map(partial(_walk, folded), batches)


@dataclass(slots=True)
class _Search:
    """Breadth-first search from several sources; a place is a node as one of them sees it."""

    network: Network
    level: Numbers
    ways: Floats
    """How many shortest ways lead to each place."""
    mark: Numbers

    def step(self, front: Numbers, level: int) -> tuple[Numbers, Numbers]:
        """Return the steps from some places to those that lie one further, and count the ways."""
        nodes = front % self.network.n
        counts = self.network.degrees[nodes]
        tails = np.repeat(front, counts)
        heads = np.repeat(front - nodes, counts) + self.network.neighbours_of(nodes)
        is_new = self.level[heads] < 0
        tails, heads = tails[is_new], heads[is_new]
        self.level[heads] = level
        np.add.at(self.ways, heads, self.ways[tails])
        return tails, heads

    def distinct(self, places: Numbers) -> Numbers:
        """Return each place once."""
        order = np.arange(len(places))
        self.mark[places] = order
        return places[self.mark[places] == order]


def _walk(folded: Folded, sources: Numbers) -> Floats:
    """Return what each source adds to each row, one line a source."""
    n = folded.core.n
    size = len(sources) * n
    front = np.arange(len(sources)) * n + sources
    search = _Search(folded.core, np.full(size, -1), np.zeros(size), np.zeros(size, dtype=np.int64))
    search.level[front], search.ways[front] = 0, 1
    steps: list[tuple[Numbers, Numbers]] = []
    while len(front):
        steps.append(search.step(front, len(steps) + 1))
        front = search.distinct(steps[-1][1])
    through = np.zeros(size)
    for tails, heads in reversed(steps):
        beyond = folded.weights[heads % n] / search.level[heads] + through[heads]
        np.add.at(through, tails, search.ways[tails] * beyond / search.ways[heads])
    through *= search.level  # nothing at the source itself
    return through.reshape(-1, n) * folded.weights[sources][:, None]
