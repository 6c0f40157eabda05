"""Text copied out of a PDF or a web page, read as the tables it once was."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from elci.domain.extraction.cleaning import clean
from elci.domain.extraction.datespans import find_dates
from elci.domain.extraction.delimited import divided, separator_of
from elci.domain.extraction.headers import read_header
from elci.domain.extraction.headlines import is_header_line
from elci.domain.extraction.instruments import instruments_in, names_only_ties
from elci.domain.extraction.joined import joined_table
from elci.domain.extraction.records import records_table
from elci.domain.extraction.spaced import spaced_table
from elci.domain.extraction.streams import Line, is_page_number, lines_of
from elci.domain.extraction.tables import SourceRow, SourceTable
from elci.domain.extraction.unnumbered import unnumbered_table
from elci.domain.places.gazetteer import Gazetteer

_TABS: Final = re.compile(r"\t+")
LONGEST_PASTE: Final = 1_000_000
"""Characters that are read of a pasted text."""
_LONGEST_LINE: Final = 20_000
_LONGEST_HEADING: Final = 100
_LONGEST_TITLE: Final = 2
_LETTERED: Final = re.compile(
    r"\s*(?:[A-HÇ]|[IVX]{1,4}|[a-hç])\s?[.)–-]{1,2}\s*(?P<words>[^\d|;\t]+?)\s*:?\s*"
)
_HOLDS_CELLS: Final = re.compile(r"[0-9\t|;,(]|\S\s{2,}\S")


def read_pasted(text: str, *, gazetteer: Gazetteer) -> tuple[SourceTable, ...]:
    """Return the tables of a pasted text, cells as they were read, headings as names; never raises.

    A row keeps the number of the line it begins on, and its page where form feeds part pages.
    """
    lines = [line for line in lines_of(text[:LONGEST_PASTE]) if not is_page_number(line.text)]
    tables = [_table(section, gazetteer) for section in _sections(lines)]
    if len(text) > LONGEST_PASTE and tables:
        last = tables[-1]
        tables[-1] = SourceTable(last.rows, last.name, is_complete=False)
    return tuple(tables)


def _sections(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Part the lines before each heading that names a kind of tie and has headers below it."""
    section: list[Line] = []
    for index, line in enumerate(lines):
        below = lines[index + 1 : index + 3]
        words = _of_lettered(line)
        if section and (words or _is_heading(line, below)) and not _is_title(section):
            yield section
            section = []
        section.append(replace(line, text=words) if words else line)
    if section:
        yield section


def _of_lettered(line: Line) -> str:
    """Return the words of a heading such as "B) İş birliği protokolleri"; else nothing."""
    found = _LETTERED.fullmatch(line.text)
    return found["words"] if found is not None and names_only_ties(found["words"]) else ""


def _is_title(section: Sequence[Line]) -> bool:
    """Whether lines are no list but words above the first heading: the name of a municipality."""
    return len(section) <= _LONGEST_TITLE and not any(
        _HOLDS_CELLS.search(line.text) for line in section
    )


def _is_heading(line: Line, below: Sequence[Line]) -> bool:
    cleaned = clean(line.text).text
    if len(cleaned) > _LONGEST_HEADING or cleaned.startswith("(") or find_dates(cleaned):
        return False
    return (
        bool(instruments_in(cleaned))
        and not is_header_line(line)
        and any(map(is_header_line, below))
    )


def _table(lines: Sequence[Line], gazetteer: Gazetteer) -> SourceTable:
    separator = separator_of([(line.number, line.text) for line in lines])
    if separator is not None:
        return _delimited(lines, separator)
    table = records_table(lines) or spaced_table(lines) or joined_table(lines, gazetteer)
    return unnumbered_table(lines, gazetteer) if table is None else table


def _aligned_with_tabs(lines: Sequence[Line]) -> bool:
    """Whether several tabs stand for one: between headers that all say something."""
    head = next((line.text.rstrip() for line in lines if "\t" in line.text.strip()), "")
    headers = [cell.strip() for cell in _TABS.split(head.strip())]
    return "\t\t" in head.strip() and all(read_header(text) is not None for text in headers)


def _delimited(lines: Sequence[Line], separator: str) -> SourceTable:
    if separator == "\t" and _aligned_with_tabs(lines):
        lines = [replace(line, text=_TABS.sub("\t", line.text)) for line in lines]
    pages = {line.number: line.page for line in lines}
    records = divided([(line.number, line.text) for line in lines], separator)
    return SourceTable(
        tuple(SourceRow(number, cells, pages[number]) for number, cells in records if any(cells))
    )
