"""Reads tables whose cells are set apart by a character: CSV, TSV and their relatives."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from elci.importers.readers.gathering import Gathering
from elci.importers.readers.sources import NoteCode

_SEPARATOR_LINE: Final = re.compile(
    r'\A"?sep=(?P<separator>[,;\t|])"?[ \t]*(?:\r\n|\n|\r|\Z)', re.IGNORECASE
)
# In this order: a comma is the likeliest to stand inside a cell, a tab the least.
_SEPARATORS: Final = ("\t", ";", "|", ",")
_LOOKED_AT: Final = 200
_LOOKED_AT_CHARACTERS: Final = 200_000
_LONGEST_FIELD: Final = 64 * 1024 * 1024
_STEADY: Final = 0.9


@dataclass(frozen=True, slots=True)
class Layout:
    """How the cells of a text are set apart."""

    separator: str
    steadiness: float
    """Share of the rows that have the commonest number of cells, when that is more than one."""
    width: int
    rows: int

    @property
    def is_plain(self) -> bool:
        """Whether any reader of the text would see a table: several rows of as many cells."""
        if self.separator == ",":
            return self.steadiness == 1 and self.width >= 3 and self.rows >= 3
        return self.steadiness >= _STEADY and self.rows >= 2


def layout_of(text: str) -> Layout | None:
    """Return how the text is divided, or none if no separator divides it."""
    named = _SEPARATOR_LINE.match(text)
    if named is not None:
        return Layout(named["separator"], 1.0, 2, 2)
    sample = text[:_LOOKED_AT_CHARACTERS]
    found = [layout for mark in _SEPARATORS if (layout := _divided(sample, mark)) is not None]
    steady = [layout for layout in found if layout.steadiness >= _STEADY]
    return steady[0] if steady else max(found, key=lambda one: one.steadiness, default=None)


def is_framed(text: str, layout: Layout) -> bool:
    """Whether bars stand at both ends of the rows, as in Markdown, where they are drawn."""
    rows = [line.strip() for line in text[:_LOOKED_AT_CHARACTERS].splitlines() if "|" in line]
    framed = sum(line.startswith("|") and line.endswith("|") for line in rows)
    return layout.separator == "|" and framed >= _STEADY * len(rows)


def _divided(sample: str, separator: str) -> Layout | None:
    """Return how steadily one separator divides the beginning of a text."""
    rows = [row for row in islice(_rows(sample, separator), _LOOKED_AT) if any(row)]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return None
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return Layout(separator, count / len(rows), width, len(rows))


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    """Yield the rows; where a quotation mark is never closed, all are ordinary characters."""
    csv.field_size_limit(_LONGEST_FIELD)
    closed = _closes_its_quotes(text, separator)
    if closed:
        return csv.reader(_lines(text), delimiter=separator)
    return csv.reader(_lines(text), delimiter=separator, quoting=csv.QUOTE_NONE)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends; a carriage return alone ends one too."""
    return (found[0] for found in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text))


def gather(
    text: str,
    separator: str,
    found: Gathering,
    *,
    cell: Callable[[str, Gathering], str] | None = None,
) -> None:
    """Take up the rows, numbered as lines of a spreadsheet would be; ``cell`` may reword each."""
    text = _SEPARATOR_LINE.sub("", text)
    if cell is None and not _closes_its_quotes(text, separator):
        found.note(NoteCode.QUOTES_UNBALANCED)
    rows: Iterable[Sequence[str]] = _rows(text, separator)
    if cell is not None:
        rows = ([cell(one, found) for one in row] for row in rows)
    found.table(found.row(at, cells) for at, cells in enumerate(rows, 1))


def _closes_its_quotes(text: str, separator: str) -> bool:
    """Whether every quotation mark that opens a cell closes it where the cell ends."""
    if '"' not in text:
        return True
    mark = re.escape(separator)
    opening = f'(?:^|(?<=[{mark}\r]))"'
    whole = f'{opening}[^"]*(?:""[^"]*)*"(?=[ ]*(?:[{mark}\r\n]|\\Z))'
    rest = re.sub(whole, "", text, flags=re.MULTILINE)
    return re.search(opening, rest, flags=re.MULTILINE) is None
