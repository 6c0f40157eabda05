"""Every case that can be asked of a pack, with what meets it from its horizon on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import product
from operator import and_

from elci.domain.law.index import Index, Segment
from elci.domain.law.outcomes import Outcome, outcome_of
from elci.domain.law.words import ACT, ASKED, BODY, COUNTERPART

Circumstances = tuple[tuple[str, str], ...]
"""Facets of the context with a word for each."""


@dataclass(frozen=True, slots=True)
class Cell:
    """An act, a body and a counterpart under some circumstances."""

    act: str
    body: str
    counterpart: str
    circumstances: Circumstances

    @property
    def asked(self) -> tuple[str, str, str]:
        """The three words that every question names."""
        return self.act, self.body, self.counterpart


def segments_within(index: Index) -> tuple[Segment, ...]:
    """Return the segments from the pack's horizon on."""
    return tuple(each for each in index.segments if each.starts >= index.pack.horizon_from)


def swept(index: Index) -> Iterator[tuple[Cell, tuple[int, ...]]]:
    """Yield every cell with the bits that meet it in each segment from the horizon on.

    Only the circumstances on which some condition of the pack depends are told apart.
    """
    segments = segments_within(index)
    contexts = circumstances(index)
    by_context = [[_bits(segment, each) for segment in segments] for each in contexts]
    for words in product(*(tuple(known) for known in ASKED.values())):
        act, body, counterpart = (str(word) for word in words)
        asked = ((ACT, act), (BODY, body), (COUNTERPART, counterpart))
        bits = [_bits(segment, asked) for segment in segments]
        for context, open_bits in zip(contexts, by_context, strict=True):
            yield Cell(act, body, counterpart, context), tuple(map(and_, bits, open_bits))


def outcomes_in(index: Index, bits: Sequence[int]) -> tuple[Outcome, ...]:
    """Return what the bits of a cell come to in each segment from the horizon on."""
    segments = segments_within(index)
    return tuple(
        outcome_of(index, segment, each) for segment, each in zip(segments, bits, strict=True)
    )


def circumstances(index: Index) -> list[Circumstances]:
    """Return every combination of the circumstances on which something depends."""
    used = [
        facet
        for facet in index.pack.context
        if any(segment.met[facet.key] for segment in index.segments)
    ]
    words = product(*(facet.values for facet in used))
    return [tuple(zip((facet.key for facet in used), each, strict=True)) for each in words]


def _bits(segment: Segment, words: Circumstances) -> int:
    met = (segment.open[facet] | segment.met[facet].get(word, 0) for facet, word in words)
    return reduce(and_, met, segment.active)
