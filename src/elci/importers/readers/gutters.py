"""Finds where the columns of a table without ruled lines are parted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from elci.importers.readers.word_lines import Line, Word, letter_height

FULL: Final = 0.06
"""Share of the lines that may reach into a gutter: long cells and headings inside the table."""
_LEAST_GUTTER: Final = 0.4


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch across the page, and how many stand over it."""

    covered: int
    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


def gutters_of(body: Sequence[Line]) -> tuple[float, ...]:
    """Return where the columns are parted: in stripes into which hardly any phrase reaches.

    In each stripe it is the place into which the fewest words reach, and of those the widest.
    """
    phrases = [phrase for line in body for phrase in line.phrases]
    words = [word for phrase in phrases for word in phrase.words]
    least = _LEAST_GUTTER * letter_height(phrases)
    free = list(_stretches(words))
    gutters = [
        _clearest(stripe, free).middle
        for stripe in _stripes(phrases, int(FULL * len(body)))
        if stripe.end - stripe.start > least
    ]
    return tuple(_parting(gutters, body))


def column_of(phrase: Word, gutters: Sequence[float]) -> int:
    """Return in which column, counted from 0, the middle of a phrase stands."""
    middle = (phrase.left + phrase.right) / 2
    return sum(middle > gutter for gutter in gutters)


def crosses(line: Line, gutters: Sequence[float]) -> bool:
    """Whether a phrase of the line runs over a gutter."""
    return any(phrase.left < gutter < phrase.right for phrase in line.phrases for gutter in gutters)


def _stretches(words: Sequence[Word]) -> Iterator[_Stretch]:
    """Yield the stretches between any two ends of words, from left to right."""
    edges = sorted([(one.left, 1) for one in words] + [(one.right, -1) for one in words])
    covered = 0
    for (start, step), (end, _) in pairwise(edges):
        covered += step
        if end > start:
            yield _Stretch(covered, start, end)


def _stripes(phrases: Sequence[Word], allowed: int) -> Iterator[_Stretch]:
    """Yield the widest stretches over which no more phrases stand than allowed."""
    stripe: _Stretch | None = None
    for one in _stretches(phrases):
        if one.covered > allowed:
            if stripe is not None:
                yield stripe
            stripe = None
        else:
            stripe = _Stretch(allowed, one.start if stripe is None else stripe.start, one.end)


def _clearest(stripe: _Stretch, free: Sequence[_Stretch]) -> _Stretch:
    inside = [
        _Stretch(one.covered, max(one.start, stripe.start), min(one.end, stripe.end))
        for one in free
        if one.start < stripe.end and one.end > stripe.start
    ]
    return min(inside, key=lambda one: (one.covered, one.start - one.end), default=stripe)


def _parting(gutters: Sequence[float], body: Sequence[Line]) -> list[float]:
    """Keep only gutters that have words on both sides of them, one between any two columns."""
    kept: list[float] = []
    middles = [(one.left + one.right) / 2 for line in body for one in line.phrases]
    for gutter in gutters:
        after = kept[-1] if kept else float("-inf")
        between = sum(after < middle < gutter for middle in middles)
        if between > FULL * len(body) and any(middle > gutter for middle in middles):
            kept.append(gutter)
    return kept
