"""Reading a list of links: two ends a line, in any of the forms in which such lists are found."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from elci.domain.networks.refusals import LinksRefusedError
from elci.domain.texts import Text

MOST_LINKS: Final = 5_000_000
_LONGEST_NAME: Final = 500
_COMMENTS: Final = ("%", "#")
_ENDS: Final = (
    ("source", "target"),
    ("from", "to"),
    ("node1", "node2"),
    ("city1", "city2"),
    ("id1", "id2"),
    ("a_geonameid", "b_geonameid"),
    ("a_qid", "b_qid"),
    ("a_id", "b_id"),
    ("a_name", "b_name"),
)
"""Headings of the two ends, as lists of links have them; the first pair found counts."""

Cells = list[str]


@dataclass(frozen=True, slots=True)
class Links:
    """Links between named ends, each pair once, and what was left out of the list."""

    names: tuple[str, ...]
    pairs: NDArray[np.int64]
    """One row a link: places in ``names``, the smaller first."""
    lines: int
    loops: int
    """Lines that link an end with itself."""
    repeated: int
    """Lines that give a pair again, in either direction."""
    unreadable: int
    """Lines with fewer than two ends."""


@dataclass(slots=True)
class _Reading:
    """The links of a list, as they are read."""

    numbers: dict[str, int] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)
    lines: int = 0
    loops: int = 0
    unreadable: int = 0

    def add(self, one: str, other: str) -> None:
        self.lines += 1
        if one in {"", "nan", "NaN"} or other in {"", "nan", "NaN"}:
            self.unreadable += 1
        elif one == other:
            self.loops += 1
        else:
            self.ends += (self._number(one), self._number(other))

    def _number(self, name: str) -> int:
        return self.numbers.setdefault(name, len(self.numbers))


def read_links(lines: Iterable[str], *, form: str | None = None) -> Links:
    """Read links from the lines of a list.

    The two ends are the first two columns, or those whose headings name them (``source`` and
    ``target``, ``from`` and ``to``, ``a_geonameid`` and ``b_geonameid`` …). A first line of words
    above a line of numbers is one of headings too. Cells are parted by
    tabs, commas, semicolons or blanks: as ``form`` says (``tsv``, ``csv``), or as the first line
    has them. Lines that begin with ``%`` or ``#`` are comments. A link counts once, whatever its
    direction and however often it stands; loops, repetitions and lines without two ends are
    counted and left out. Raises ``LinksRefusedError`` for a list without links and for one that
    is too long.
    """
    rows = _rows(lines, form)
    first = next(rows, None)
    if first is None:
        raise LinksRefusedError(
            Text(
                "Listede hiç satır yok. Her satırında iki uç bulunan bir dosya veriniz.",
                "The list has no line. Give a file with two ends on each line.",
            )
        )
    reading = _Reading()
    second = next(rows, [])
    one, other = _columns(first)
    has_heading = _names_ends(first) or (_in_numbers(second) and not _in_numbers(first))
    for cells in chain([] if has_heading else [first], [second] if second else [], rows):
        if reading.lines >= MOST_LINKS:
            raise _too_long()
        if len(cells) <= max(one, other):
            reading.add("", "")
        else:
            reading.add(cells[one].strip()[:_LONGEST_NAME], cells[other].strip()[:_LONGEST_NAME])
    return _simple(reading)


def _simple(reading: _Reading) -> Links:
    ends = np.asarray(reading.ends, dtype=np.int64).reshape(-1, 2)
    if len(ends) == 0:
        raise LinksRefusedError(
            Text(
                f"{reading.lines} satırın hiçbirinde iki ayrı uç bulunamadı. İlk iki sütun uçları "
                "göstermelidir; ayırıcıyı --format ile belirtebilirsiniz.",
                f"None of {reading.lines} lines has two different ends. The first two columns "
                "must name them; say with --format how the columns are parted.",
            )
        )
    ends.sort(axis=1)
    count = len(reading.numbers)
    keys = np.unique(ends[:, 0] * count + ends[:, 1])
    pairs = np.column_stack((keys // count, keys % count))
    return Links(
        names=tuple(reading.numbers),
        pairs=pairs,
        lines=reading.lines,
        loops=reading.loops,
        repeated=len(ends) - len(pairs),
        unreadable=reading.unreadable,
    )


def _rows(lines: Iterable[str], form: str | None) -> Iterator[Cells]:
    told = (line for line in lines if line.strip() and not line.startswith(_COMMENTS))
    first = next(told, None)
    if first is None:
        return
    yield from _parter(first, form)(chain([first.removeprefix("\ufeff")], told))


def _parter(first: str, form: str | None) -> Callable[[Iterable[str]], Iterator[Cells]]:
    """Return what parts lines into cells."""
    mark = {"tsv": "\t", "csv": ","}.get(form or "")
    if form == "csv" and "," not in first and ";" in first:
        mark = ";"
    mark = mark or next((each for each in ("\t", ";", ",") if each in first), None)
    if mark is None or (mark == "\t" and "\t" not in first):
        return lambda lines: (line.split() for line in lines)
    if mark == "\t":
        return lambda lines: (re.split(r"\t", line.rstrip("\r\n")) for line in lines)
    return lambda lines: csv.reader(lines, delimiter=mark)


def _headings(first: Sequence[str]) -> list[str]:
    return [cell.strip().casefold() for cell in first]


def _in_numbers(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and all(cell.strip().isdecimal() for cell in cells[:2])


def _names_ends(first: Sequence[str]) -> bool:
    headings = _headings(first)
    return any(one in headings and other in headings for one, other in _ENDS)


def _columns(first: Sequence[str]) -> tuple[int, int]:
    headings = _headings(first)
    for one, other in _ENDS:
        if one in headings and other in headings:
            return headings.index(one), headings.index(other)
    return 0, 1


def _too_long() -> LinksRefusedError:
    return LinksRefusedError(
        Text(
            f"Liste {MOST_LINKS:,} satırdan uzun. Listeyi bölünüz veya belleği daha büyük bir "
            "dağıtık motor kullanınız.",
            f"The list has more than {MOST_LINKS:,} lines. Split it, or use a distributed engine.",
        )
    )
