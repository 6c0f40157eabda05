"""Joins the tables of successive pages: headers once, running titles and page numbers left out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from elci.domain.extraction.tables import SourceRow
from elci.importers.readers.gathering import Gathering
from elci.importers.readers.page_breaks import goes_on_in, joined_rows, without_header
from elci.importers.readers.sources import NoteCode
from elci.importers.readers.word_lines import Line, Word, letter_height, lines_of
from elci.importers.readers.word_tables import FoundTable, table_in

_DIGITS: Final = re.compile(r"[0-9]+")
_PAGE_NUMBER: Final = re.compile(
    r"\W*(?:sayfa|page|seite|sf|s|p)?\W*#(?:\W*(?:of|von|de|/)?\W*#)?\W*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What stands on a page: its words in lines, and the ruled tables among them."""

    number: int
    lines: tuple[Line, ...]
    ruled: tuple[FoundTable, ...] = ()


@dataclass(slots=True)
class _Open:
    """A table that may go on over the next page."""

    name: str
    header: tuple[str, ...]
    gutters: tuple[float, ...]
    rows: list[tuple[tuple[str, ...], int]] = field(default_factory=list)


def gather_pages(pages: Sequence[ReadPage], found: Gathering) -> None:
    """Take up the tables of all pages, or their lines where there is no table."""
    running = _running_texts(pages)
    current: _Open | None = None
    for page in pages:
        lines = _without_edges(page.lines, running)
        tables = list(page.ruled) or _borderless(lines, current, found)
        for at, table in enumerate(tables):
            if current is not None and at == 0 and _goes_on(current, table, running):
                _go_on(current, table, page.number, found)
                continue
            if len(table.rows) < 2 and page.ruled:
                continue  # a frame around something, no table
            _close(current, found)
            current = _Open(table.name, table.rows[0], table.gutters)
            current.rows += [(cells, page.number) for cells in table.rows]
    _close(current, found)
    if not found.tables:
        _gather_lines(pages, found)


def _borderless(lines: Sequence[Line], current: _Open | None, found: Gathering) -> list[FoundTable]:
    table = table_in(lines, known=() if current is None else current.gutters)
    if table is None:
        return []
    found.note(NoteCode.BORDERLESS)
    return [table]


def _plain(text: str) -> str:
    return _DIGITS.sub("#", text)


def _running_texts(pages: Sequence[ReadPage]) -> frozenset[str]:
    """Return the texts that stand first or last on several pages, numbers aside."""
    edges = Counter(
        text
        for page in pages
        for text in {_plain(line.text) for line in (*page.lines[:1], *page.lines[-1:])}
    )
    return frozenset(text for text, count in edges.items() if count > 1)


def _without_edges(lines: Sequence[Line], running: frozenset[str]) -> Sequence[Line]:
    """Return the lines without a running title and a page number that stand off from the rest."""
    height = letter_height([phrase for line in lines for phrase in line.phrases])
    if len(lines) > 1 and _is_edge(lines[0], running, lines[1].top - lines[0].bottom, height):
        lines = lines[1:]
    if len(lines) > 1 and _is_edge(lines[-1], running, lines[-1].top - lines[-2].bottom, height):
        lines = lines[:-1]
    return lines


def _is_edge(line: Line, running: frozenset[str], gap: float, height: float) -> bool:
    text = _plain(line.text)
    return gap > height and (text in running or _PAGE_NUMBER.fullmatch(text) is not None)


def _goes_on(current: _Open, table: FoundTable, running: frozenset[str]) -> bool:
    """Whether the first table of a page goes on with the last: as wide, under no new title."""
    untitled = table.name in {"", current.name} or _plain(table.name) in running
    wide = max(len(cells) for cells, _ in current.rows)
    return untitled and wide == max(map(len, table.rows))


def _go_on(current: _Open, table: FoundTable, page: int, found: Gathering) -> None:
    rows = table.rows
    below = without_header(rows[0], current.header)
    if below is not None:
        rows = (below, *rows[1:]) if any(below) else rows[1:]
        found.count(NoteCode.HEADERS_REPEATED)
    if rows and goes_on_in([cells for cells, _ in current.rows], rows[0]):
        last, first = current.rows[-1]
        current.rows[-1] = (joined_rows(last, rows[0]), first)
        found.count(NoteCode.ROWS_REJOINED)
        rows = rows[1:]
    current.rows += [(cells, page) for cells in rows]


def _close(table: _Open | None, found: Gathering) -> None:
    if table is None:
        return
    rows = (found.row(number, cells, page) for number, (cells, page) in enumerate(table.rows, 1))
    found.table(rows, name=table.name)


def _gather_lines(pages: Sequence[ReadPage], found: Gathering) -> None:
    found.note(NoteCode.NO_TABLE_FOUND)
    lines = ((line.text, page.number) for page in pages for line in page.lines)
    rows: list[SourceRow | None] = [
        found.row(number, [text], page) for number, (text, page) in enumerate(lines, 1)
    ]
    found.table(rows)


def page_of(number: int, words: Sequence[Word], ruled: Sequence[FoundTable] = ()) -> ReadPage:
    """Return a page by the words on it."""
    return ReadPage(number, tuple(lines_of(words)), tuple(ruled))
