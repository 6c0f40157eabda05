"""Who stands between others: on what share of the shortest ways a node lies."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from os import cpu_count
from typing import Final

import numpy as np

from elci.domain.networks.blocks import Blocks, blocks_of
from elci.domain.networks.components import components, largest_of
from elci.domain.networks.network import Flags, Floats, Network, Numbers

_CELLS: Final = 2**19
"""Pairs of a source and a node that are kept in mind at once."""
_PLAIN: Final = ((1, 1.0),)
_EASED: Final = ((2, 3.0), (3, -2.0))
"""3 x² - 2 x³: how much a way counts at a node that lies at a share x of it, power by power.

With the same way from its other end it counts as one. Where all are asked, x itself is enough.
"""
Shares = tuple[tuple[int, float], ...]


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
    """How many there are; those that hang by a single other node need not be asked."""

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

    The network is cut where it hangs by single nodes, and in each block ways are followed from many
    sources in one pass (Brandes 2001). In the largest block sources may be drawn, each as often as
    the number of nodes that it stands for says (Brandes and Pich 2007); a way counts more at a node
    the farther the source is, so that none is overrated for lying next to one (as Geisberger,
    Sanders and Schultes 2008). What lies outside of the largest block is exact.
    """
    blocks = blocks_of(network)
    largest = largest_of(components(blocks.network))
    elsewhere = np.setdiff1d(np.arange(blocks.network.n), largest)
    values = blocks.through.copy()
    errors = np.zeros(network.n)
    asked = len(elsewhere)
    is_sampled = sources is not None and sources < len(largest)
    for part, drawn in ((elsewhere, None), (largest, sources if is_sampled else None)):
        total, error = _within(_among(blocks, part), drawn, seed)
        values += np.bincount(blocks.nodes[part], weights=total, minlength=network.n)
        errors += np.bincount(blocks.nodes[part], weights=error, minlength=network.n)
    asked += sources if sources is not None and is_sampled else len(largest)
    return Betweenness(values, errors, sources=asked, possible=blocks.network.n)


def _among(blocks: Blocks, seats: Numbers) -> Blocks:
    return Blocks(
        blocks.network.among(seats), blocks.nodes[seats], blocks.weights[seats], blocks.through
    )


def _within(blocks: Blocks, drawn: int | None, seed: int) -> tuple[Floats, Floats]:
    """Return what ways within blocks add to each seat, and its standard error."""
    n, weights = blocks.network.n, blocks.weights
    if drawn is None:
        total, _ = _sums(blocks, np.arange(n), weights, _PLAIN)
        return total, np.zeros(n)
    if drawn == 0:
        return np.zeros(n), np.full(n, np.inf)
    shares = weights / weights.sum()
    chosen = np.sort(np.random.default_rng(seed).choice(n, drawn, p=shares))
    total, squares = _sums(blocks, chosen, np.ones(drawn), _EASED)
    mean = total / drawn
    variance = np.maximum(squares / drawn - np.square(mean), 0)
    error = np.sqrt(variance / (drawn - 1)) if drawn > 1 else np.full(n, np.inf)
    return mean * weights.sum(), error * weights.sum()


def _sums(
    blocks: Blocks, sources: Numbers, times: Numbers | Floats, shares: Shares
) -> tuple[Floats, Floats]:
    """Return the sum of what sources add to each seat, and the sum of the squares."""
    total, squares = np.zeros((2, blocks.network.n))
    at_once = max(_CELLS // max(blocks.network.n, 1), 1)
    starts = range(0, len(sources), at_once)
    batches = [sources[start : start + at_once] for start in starts]
    with ThreadPoolExecutor(cpu_count()) as threads:
        found = threads.map(partial(_walk, blocks, shares), batches)
        for start, added in zip(starts, found, strict=True):
            weighed = added * times[start : start + at_once, None]
            total += weighed.sum(axis=0)
            squares += np.square(weighed).sum(axis=0)
    return total, squares


@dataclass(frozen=True, slots=True, eq=False)
class _Step:
    """Steps from places to others that lie one further; those from one place stand together."""

    tails: Numbers
    heads: Numbers
    seats: Numbers
    """The seats of the heads."""

    @property
    def begins(self) -> Numbers:
        """Where the steps from a further place begin."""
        return np.flatnonzero(np.diff(self.tails, prepend=-1))


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """Breadth-first search from several sources; a place is a seat as one of them sees it."""

    network: Network
    level: Floats
    """How far each place is; -1 where it has not been reached."""
    ways: Floats
    """How many shortest ways lead to each place."""
    mark: Numbers

    def steps(self, sources: Numbers) -> list[_Step]:
        """Search from the sources, and return the steps, the first first."""
        front, seats = np.arange(len(sources)) * self.network.n + sources, sources
        self.level[front], self.ways[front] = 0, 1
        found: list[_Step] = []
        while len(front):
            step = self._step(front, seats, len(found) + 1)
            found.append(step)
            is_first = self._is_first(step.heads)
            front, seats = step.heads[is_first], step.seats[is_first]
        return found[:-1]

    def _step(self, front: Numbers, seats: Numbers, level: int) -> _Step:
        counts = self.network.degrees[seats]
        tails = np.repeat(front, counts)
        beyond = self.network.neighbours_of(seats)
        heads = np.repeat(front - seats, counts) + beyond
        is_new = self.level[heads] < 0
        tails, heads = tails[is_new], heads[is_new]
        self.level[heads] = level
        np.add.at(self.ways, heads, self.ways[tails])
        return _Step(tails, heads, beyond[is_new])

    def _is_first(self, places: Numbers) -> Flags:
        """Return for each place whether it stands for all that are the same."""
        order = np.arange(len(places))
        self.mark[places] = order
        found: Flags = self.mark[places] == order
        return found


def _walk(blocks: Blocks, shares: Shares, sources: Numbers) -> Floats:
    """Return what each source adds to each seat, one line a source."""
    n = blocks.network.n
    size = len(sources) * n
    search = _Search(
        blocks.network, np.full(size, -1.0), np.zeros(size), np.zeros(size, dtype=np.int64)
    )
    steps = search.steps(sources)
    beyond = np.zeros((len(shares), size))
    for level, step in zip(range(len(steps), 0, -1), reversed(steps), strict=True):
        ratio = search.ways[step.tails] / search.ways[step.heads]
        weights, begins = blocks.weights[step.seats], step.begins
        for (power, _), found in zip(shares, beyond, strict=True):
            # To each end its weight over a power of its distance, and what lies beyond it.
            through = ratio * (weights / level**power + found[step.heads])
            found[step.tails[begins]] = np.add.reduceat(through, begins)
    total = np.zeros(size)
    for (power, factor), found in zip(shares, beyond, strict=True):
        total += factor * np.maximum(search.level, 0) ** power * found
    return total.reshape(-1, n)
