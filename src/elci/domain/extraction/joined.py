"""Rows whose cells stand one after the other, or one below the other, without separators."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from elci.domain.extraction.aligning import aligned
from elci.domain.extraction.headlines import HeadLines, head_lines
from elci.domain.extraction.instruments import instruments_in, names_only_ties
from elci.domain.extraction.numbering import row_starts, with_number_apart
from elci.domain.extraction.roles import Role
from elci.domain.extraction.streams import Line, is_page_number
from elci.domain.extraction.tables import SourceRow, SourceTable
from elci.domain.extraction.words import phrasebook
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.vocabularies import Instrument

_PLAIN: Final = re.compile(r"[^()\[\]\d]+")
_PROBED: Final = 20
_USUAL: Final[tuple[tuple[Role, ...], ...]] = (
    (Role.PARTY, Role.COUNTRY, Role.DATE),
    (Role.PARTY, Role.COUNTRY, Role.DATE, Role.PLACE),
    (Role.COUNTRY, Role.PARTY, Role.DATE, Role.PLACE),
    (Role.PARTY, Role.COUNTRY, Role.PLACE, Role.DATE),
    (Role.DATE, Role.PARTY, Role.COUNTRY),
    (Role.DATE, Role.COUNTRY, Role.PARTY),
    (Role.PARTY, Role.COUNTRY, Role.INSTRUMENT, Role.DATE),
    (Role.PARTY, Role.COUNTRY, Role.DATE, Role.INSTRUMENT),
    (Role.COUNTRY, Role.PARTY, Role.DATE, Role.INSTRUMENT),
    (Role.COUNTRY, Role.PARTY, Role.INSTRUMENT, Role.DATE),
    (Role.PARTY, Role.COUNTRY, Role.DATE, Role.STATUS),
    (Role.ACRONYM, Role.PARTY, Role.DATE, Role.GRADE, Role.UNITS),
)
"""Orders of columns to try where no header tells."""
_USUAL_OF_MEMBERSHIPS: Final[tuple[tuple[Role, ...], ...]] = (
    (Role.PARTY, Role.DATE, Role.GRADE),
    (Role.PARTY, Role.DATE, Role.GRADE, Role.UNITS),
)


@dataclass(frozen=True, slots=True)
class _Row:
    lines: tuple[Line, ...]
    is_aside: bool = False
    """A total, a heading or a header between the rows: kept whole in one cell."""


def joined_table(lines: Sequence[Line], gazetteer: Gazetteer) -> SourceTable | None:
    """Return the table of numbered rows that some lines hold, or None without numbers."""
    starts = row_starts(lines)
    if starts is None:
        return None
    above = lines[: starts[0]]
    section = [above[-1]] if len(above) > 1 and _is_section(above[-1]) else []
    head = head_lines(above[: len(above) - len(section)])
    rows = [*(_Row((line,), is_aside=True) for line in section), *_rows(lines, starts, head)]
    of_memberships = Instrument.MEMBERSHIP in instruments_in(head.title)
    usual = _USUAL_OF_MEMBERSHIPS if of_memberships else _USUAL
    roles = head.roles or _likeliest_roles(rows, usual, gazetteer)
    return _table(rows, roles, head, gazetteer)


def _rows(lines: Sequence[Line], starts: Sequence[int], head: HeadLines) -> list[_Row]:
    rows: list[_Row] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        inside = [line for line in lines[start:end] if not is_page_number(line.text)]
        own: list[Line] = [with_number_apart(line) for line in inside[:1]]
        asides: list[_Row] = []
        for line in inside[1:]:
            if _is_aside(line, head):
                asides.append(_Row((line,), is_aside=True))
            else:
                own.append(line)
        rows += [_Row(tuple(own)), *asides]
    return rows


def _is_aside(line: Line, head: HeadLines) -> bool:
    if _is_section(line):
        return True
    folded = fold(line.text)
    if folded and folded in head.folded_lines and len(folded.split()) > 1:
        return True
    found = phrasebook("furniture").find(folded)
    if not found or found[0].first != 0:
        return False
    rest = folded.split()[found[0].end :]
    return found[0].meaning == "total" and all(word.isdecimal() for word in rest)


def _is_section(line: Line) -> bool:
    """Whether a line between the rows names a kind of tie and nothing else: "Gemellaggi:"."""
    stands_off = line.after_blank or line.text.rstrip().endswith(":")
    if not stands_off or _PLAIN.fullmatch(line.text) is None:
        return False
    is_title = line.after_blank and line.text.isupper() and bool(instruments_in(line.text))
    return is_title or names_only_ties(line.text)


def _likeliest_roles(
    rows: Sequence[_Row], orders: Sequence[tuple[Role, ...]], gazetteer: Gazetteer
) -> tuple[Role, ...]:
    probed = [row.lines for row in rows if not row.is_aside][:_PROBED]

    def points(roles: tuple[Role, ...]) -> float:
        return round(sum(aligned(lines, roles, gazetteer).points for lines in probed), 3)

    return max(((Role.NUMBER, *order) for order in orders), key=points)


def _table(
    rows: Sequence[_Row], roles: Sequence[Role], head: HeadLines, gazetteer: Gazetteer
) -> SourceTable:
    made = []
    if head.roles:
        first = head.lines[0]
        made.append(SourceRow(first.number, head.cells, first.page))
    for row in rows:
        first = row.lines[0]
        if row.is_aside:
            made.append(SourceRow(first.number, (first.text.strip(),), first.page))
        else:
            cells = aligned(row.lines, roles, gazetteer).texts()
            made.append(SourceRow(first.number, cells, first.page))
    return SourceTable(tuple(made), head.title)
