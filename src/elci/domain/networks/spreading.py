"""Breadth-first search from many nodes at once, one bit a source (Then et al. 2014)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from elci.domain.networks.network import Network, Numbers

Bits = NDArray[np.uint64]
Counts = NDArray[np.uint8]
_FULL_COLUMNS: Final = 32
"""Neighbours of a row that are taken one after the other; further ones are taken together."""
_CELLS: Final = 2**18
"""Words of bits that are carried at once: what fits next to the processor."""


@dataclass(frozen=True, eq=False)
class Sources:
    """Where each source has its bit. All sources of one word of bits are of one kind."""

    rows: Numbers
    words: Numbers
    bits: Bits
    kinds: Numbers
    """The kind of each word."""

    @classmethod
    def of_kinds(cls, kinds: Numbers) -> "Sources":
        """Give every row a bit, where the kind of each row is known."""
        rows = np.argsort(kinds, kind="stable")
        ordered = kinds[rows]
        begins = np.flatnonzero(np.diff(ordered, prepend=-1))
        sizes = np.diff(begins, append=len(rows))
        words_of_kind = -(-sizes // 64)
        first = np.cumsum(words_of_kind) - words_of_kind
        places = np.arange(len(rows)) - np.repeat(begins, sizes)
        return cls(
            rows=rows,
            words=np.repeat(first, sizes) + places // 64,
            bits=np.left_shift(np.uint64(1), (places % 64).astype(np.uint64)),
            kinds=np.repeat(ordered[begins], words_of_kind),
        )

    def batches(self, rows: int) -> Iterator["Sources"]:
        """Yield the sources in parts that can be followed at once over so many rows."""
        most = int(np.clip(_CELLS // max(rows, 1), 8, 64))
        for start in range(0, len(self.kinds), most):
            chosen = slice(*np.searchsorted(self.words, (start, start + most)))
            yield Sources(
                self.rows[chosen],
                self.words[chosen] - start,
                self.bits[chosen],
                self.kinds[start : start + most],
            )


@dataclass(frozen=True, eq=False)
class Spreading:
    """The ways of a network, laid out so that one pass carries many sources a step further.

    The rows of the network stand in order of their links, those with most first.
    """

    network: Network

    @cached_property
    def _columns(self) -> list[Numbers]:
        """The first neighbour of every row that has one, the second of every row that has two …"""
        degrees = self.network.degrees
        most = min(int(degrees.max(initial=0)), _FULL_COLUMNS)
        starts = self.network.starts
        with_more = np.searchsorted(-degrees, -np.arange(most))
        return [self.network.neighbours[starts[:rows] + k] for k, rows in enumerate(with_more)]

    @cached_property
    def _hubs(self) -> tuple[Numbers, Numbers]:
        """The further neighbours of rows with very many, and where those of each begin."""
        degrees, starts = self.network.degrees, self.network.starts
        hubs = int((degrees > _FULL_COLUMNS).sum())
        further = degrees[:hubs] - _FULL_COLUMNS
        begins = np.cumsum(further) - further
        within = np.arange(further.sum()) - np.repeat(begins, further)
        places = np.repeat(starts[:hubs] + _FULL_COLUMNS, further) + within
        return self.network.neighbours[places], begins

    def steps(self, sources: Sources) -> Iterator[Counts]:
        """Yield, step by step, how many sources first reach each row, by words of bits."""
        shape = (self.network.n, len(sources.kinds))
        seen, front, spare = (np.zeros(shape, dtype=np.uint64) for _ in range(3))
        front[sources.rows, sources.words] = sources.bits
        seen |= front
        while self._columns:
            self._step(front, spare)
            spare &= ~seen
            reached = np.bitwise_count(spare)
            if not reached.any():
                return
            yield reached
            seen |= spare
            front, spare = spare, front

    def _step(self, front: Bits, onto: Bits) -> None:
        """Gather at each row what its neighbours have."""
        linked = len(self._columns[0])
        onto[linked:] = 0
        np.take(front, self._columns[0], axis=0, out=onto[:linked], mode="clip")
        for column in self._columns[1:]:
            onto[: len(column)] |= np.take(front, column, axis=0, mode="clip")
        neighbours, begins = self._hubs
        if len(begins):
            onto[: len(begins)] |= np.bitwise_or.reduceat(front[neighbours], begins, axis=0)
