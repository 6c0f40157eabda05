"""Reading for which cases something in a pack is meant."""

from collections.abc import Mapping
from datetime import date
from itertools import zip_longest
from typing import Any, Final

from elci.domain.law.pack import EVER, Conditions, Span
from elci.domain.law.tables import Table
from elci.domain.law.words import ASKED, ContextFacet

_REFERENCE: Final = "@"


def read_conditions(table: Table, context: Mapping[str, ContextFacet]) -> Conditions:
    """Read the facets and the days of a rule, a step, a flag or a gap."""
    known = {facet: tuple(str(word) for word in words) for facet, words in ASKED.items()}
    known |= {facet.key: facet.values for facet in context.values()}
    facets: dict[str, frozenset[str]] = {}
    by_parameter: dict[str, str] = {}
    for facet, words in known.items():
        if facet not in table:
            continue
        value = table.raw(facet)
        if isinstance(value, str) and value.startswith(_REFERENCE):
            by_parameter[facet] = value.removeprefix(_REFERENCE)
        else:
            facets[facet] = _words(table, facet, words, value)
    return Conditions(facets, by_parameter, read_span(table))


def read_span(table: Table) -> Span:
    """Read ``from`` and ``until``; an interval without a day is a fault."""
    starts, until = table.day("from"), table.day("until")
    if until is not None and (starts or EVER) >= until:
        table.refuse(
            "until",
            check="K5",
            tr=f"{until} bitişi {starts} başlangıcından sonra değil, hiçbir günü kapsamıyor. "
            "“until” artık geçerli olmayan ilk gündür; daha sonraki bir gün yazınız.",
            en=f"it ends on {until}, which is not after its start {starts}, so it holds on no day. "
            "“until” is the first day no more; write a later day.",
        )
        until = None
    return Span(starts or EVER, until)


def _words(table: Table, facet: str, known: tuple[str, ...], value: Any) -> frozenset[str]:
    found = table.strings(facet)
    for word in found:
        if word not in known:
            table.refuse_word(facet, word, known)
    if isinstance(value, list) and not value:
        table.refuse(
            facet,
            tr=f"{facet} boş, hiçbir durum eşleşmez. Sözcük ekleyiniz veya satırı siliniz.",
            en=f"{facet} is empty, so no case is met. Add words, or remove the line for any.",
        )
    return frozenset(word for word in found if word in known)


def in_force_by_turns(starts: list[date]) -> list[Span]:
    """Return half-open intervals, each up to the start of the next, the last one open."""
    return [Span(begin, end) for begin, end in zip_longest(starts, starts[1:])]
