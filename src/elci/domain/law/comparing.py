"""What changes from one pack to another: which cases, on which days, from what to what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from elci.domain.law.cells import Circumstances
from elci.domain.law.index import Index, index_of
from elci.domain.law.matrix import described, merged, told_context, turning
from elci.domain.law.outcomes import outcome_of
from elci.domain.law.pack import Pack
from elci.domain.law.words import ACT, ASKED, BODY, COUNTERPART

_SAME = ""
_NOT_MODELLED_YET = "not_modelled before the horizon"


@dataclass(frozen=True, slots=True)
class Impact:
    """A case whose answer differs between two packs, and the days on which it does."""

    act: str
    body: str
    counterpart: str
    context: str
    starts: date
    until: date | None
    before: str
    after: str

    def __str__(self) -> str:
        until = "" if self.until is None else self.until.isoformat()
        case = (self.act, self.body, self.counterpart, self.context)
        return "\t".join((*case, self.starts.isoformat(), until, self.before, self.after))


HEADINGS = "act\tbody\tcounterpart\tcontext\tfrom\tuntil\tbefore\tafter"


def compare(old: Pack, new: Pack) -> Iterator[Impact]:
    """Yield the cases whose answer differs, with the days, in the order of acts and bodies."""
    both = _Both(index_of(old), index_of(new))
    for words in product(*(tuple(known) for known in ASKED.values())):
        asked = (str(words[0]), str(words[1]), str(words[2]))
        timelines = {context: both.differences(asked, context) for context in both.contexts}
        for context, keys in merged(timelines).items():
            yield from _impacts(asked, context, both.days, keys)


class _Both:
    """Two packs, asked the same questions on every day on which either may change."""

    def __init__(self, old: Index, new: Index) -> None:
        self._packs = (old, new)
        horizon = min(old.pack.horizon_from, new.pack.horizon_from)
        starts = {segment.starts for index in self._packs for segment in index.segments}
        self.days = sorted(day for day in starts if day >= horizon)
        self.contexts = _contexts(old, new)

    def differences(self, asked: tuple[str, str, str], context: Circumstances) -> tuple[str, ...]:
        """Return for each day what changes, as one text; empty where nothing does."""
        found = []
        for day in self.days:
            before, after = (self._told(index, asked, context, day) for index in self._packs)
            found.append(_SAME if before == after else f"{before}\t{after}")
        return tuple(found)

    def _told(
        self, index: Index, asked: tuple[str, str, str], context: Circumstances, day: date
    ) -> str:
        if day < index.pack.horizon_from:
            return _NOT_MODELLED_YET
        words = dict(zip((ACT, BODY, COUNTERPART), asked, strict=True))
        own = {facet.key for facet in index.pack.context}
        segment = index.segment_at(day)
        bits = segment.bits_of({**words, **{key: word for key, word in context if key in own}})
        return described(outcome_of(index, segment, bits))


def _impacts(
    asked: tuple[str, str, str], context: Circumstances, days: list[date], keys: tuple[str, ...]
) -> Iterator[Impact]:
    for starts, until, key in turning(days, keys):
        if key != _SAME:
            before, _, after = key.partition("\t")
            yield Impact(*asked, told_context(context), starts, until, before, after)


def _contexts(old: Index, new: Index) -> list[Circumstances]:
    """Return every combination of the circumstances on which either pack depends."""
    facets = {facet.key: facet.values for facet in (*old.pack.context, *new.pack.context)}
    used = [
        key
        for key in facets
        if any(segment.met.get(key) for index in (old, new) for segment in index.segments)
    ]
    words = product(*(facets[key] for key in used))
    return [tuple(zip(used, each, strict=True)) for each in words]
