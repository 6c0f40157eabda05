"""A pack made ready to be asked: which rules, steps, flags and gaps meet a case, as bits."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TypeVar

from elci.domain.law.graphs import reached_from
from elci.domain.law.pack import EVER, Conditions, Flag, Gap, Pack, Rule, Step
from elci.domain.law.words import ASKED, OTHER, ContextFacet

Part = TypeVar("Part")
Case = Mapping[str, str]
"""A word for each facet of a pack."""


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Days between two neighbouring boundaries, on which no answer of the pack changes."""

    starts: date
    until: date | None
    active: int
    """The bits of what is in force."""
    open: Mapping[str, int]
    """For each facet, the bits of what sets no condition on it."""
    met: Mapping[str, Mapping[str, int]]
    """For each facet and each of its words that some condition names, the bits that it meets."""

    def bits_of(self, case: Case) -> int:
        """Return the bits of what meets a case on these days."""
        bits = self.active
        for facet, word in case.items():
            bits &= self.open[facet] | self.met[facet].get(word, 0)
        return bits


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The bits of a pack's parts, and its days cut at every boundary."""

    pack: Pack
    rules: tuple[Rule, ...]
    flags: tuple[Flag, ...]
    gaps: tuple[Gap, ...]
    steps: tuple[Step, ...]
    segments: tuple[Segment, ...]
    beats: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For each rule, those that it overrides, directly or through others."""

    def segment_at(self, day: date) -> Segment:
        """Return the segment in which a day lies."""
        return self.segments[self.place_of(day)]

    def place_of(self, day: date) -> int:
        """Return the place among the segments of the one in which a day lies."""
        return bisect_right(self.segments, day, key=lambda one: one.starts) - 1

    def rules_in(self, bits: int) -> Iterator[Rule]:
        """Yield the rules of some bits, in the order of the pack."""
        return _chosen(self.rules, bits)

    def flags_in(self, bits: int) -> Iterator[Flag]:
        """Yield the flags of some bits."""
        return _chosen(self.flags, bits >> len(self.rules))

    def gaps_in(self, bits: int) -> Iterator[Gap]:
        """Yield the gaps of some bits."""
        return _chosen(self.gaps, bits >> (len(self.rules) + len(self.flags)))

    def steps_in(self, bits: int) -> Iterator[Step]:
        """Yield the steps of some bits."""
        before = len(self.rules) + len(self.flags) + len(self.gaps)
        return _chosen(self.steps, bits >> before)

    def case(self, asked: Mapping[str, str], context: Mapping[str, str]) -> dict[str, str]:
        """Return a word for each facet: what was said, or else what is taken."""
        stated = {facet.key: word_of(facet, context.get(facet.key)) for facet in self.pack.context}
        return {**asked, **stated}


@lru_cache(maxsize=64)
def index_of(pack: Pack) -> Index:
    """Return a pack made ready; the same one as long as it is asked."""
    rules, flags = tuple(pack.rules.values()), tuple(pack.flags.values())
    gaps, steps = tuple(pack.gaps.values()), tuple(pack.steps.values())
    parts = conditions_in(pack)
    days = boundaries(pack)
    spans = zip(days, [*days[1:], None], strict=True)
    segments = tuple(_segment(pack, parts, begin, end) for begin, end in spans)
    overrides = {rule.id: rule.overrides for rule in rules}
    beats = {rule.id: reached_from(rule.id, overrides) for rule in rules}
    return Index(pack, rules, flags, gaps, steps, segments, beats)


def boundaries(pack: Pack) -> list[date]:
    """Return every day on which something in a pack begins or ends, the beginning of time first."""
    days = {EVER, pack.horizon_from}
    spans = [conditions.span for conditions in conditions_in(pack)]
    spans += [each.span for parameter in pack.parameters.values() for each in parameter.values]
    spans += [each.span for provision in pack.provisions.values() for each in provision.wordings]
    for span in spans:
        days |= {span.starts} if span.until is None else {span.starts, span.until}
    return sorted(days)


def conditions_in(pack: Pack) -> list[Conditions]:
    """Return the conditions of all parts, in the order of their bits."""
    return [
        *(rule.conditions for rule in pack.rules.values()),
        *(flag.conditions for flag in pack.flags.values()),
        *(gap.conditions for gap in pack.gaps.values()),
        *(step.conditions for step in pack.steps.values()),
    ]


def _segment(pack: Pack, parts: list[Conditions], starts: date, until: date | None) -> Segment:
    facets = (*ASKED, *(facet.key for facet in pack.context))
    active = 0
    unconditioned = dict.fromkeys(facets, 0)
    met: dict[str, dict[str, int]] = {facet: {} for facet in facets}
    for place, conditions in enumerate(parts):
        bit = 1 << place
        if conditions.span.holds(starts):
            active |= bit
        for facet in facets:
            words = _words_on(pack, conditions, facet, starts)
            if words is None:
                unconditioned[facet] |= bit
            for word in words or ():
                met[facet][word] = met[facet].get(word, 0) | bit
    return Segment(starts, until, active, unconditioned, met)


def _words_on(pack: Pack, conditions: Conditions, facet: str, day: date) -> frozenset[str] | None:
    """Return the words that a condition names on a day; nothing where it names none."""
    key = conditions.by_parameter.get(facet)
    if key is None:
        return conditions.facets.get(facet)
    listed = pack.parameters[key].on(day)
    return frozenset(listed.value) if listed and isinstance(listed.value, tuple) else frozenset()


def word_of(facet: ContextFacet, said: str | None) -> str:
    """Return the word of a circumstance for what was said of it, or what is taken unsaid."""
    if said is None:
        return facet.default
    return OTHER if facet.is_open and said not in facet.values else said


def _chosen(parts: tuple[Part, ...], bits: int) -> Iterator[Part]:
    return (part for place, part in enumerate(parts) if bits >> place & 1)
