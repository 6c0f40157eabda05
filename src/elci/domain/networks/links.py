"""Reading a list of links: two ends a line, in any of the forms in which such lists are found."""

import csv
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from elci.domain.networks.network import Flags
from elci.domain.networks.refusals import LinksRefusedError
from elci.domain.texts import Text

MOST_LINKS: Final = 5_000_000
_LONGEST_NAME: Final = 500
_COMMENTS: Final = ("%", "#")
_NO_NAME: Final = frozenset({"", "nan", "NaN"})
_CLUB: Final = "multilateral"
_YES: Final = frozenset({"1", "true", "yes"})
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
    of_clubs: Flags | None
    """Which links are those of clubs, not of two; nothing where the list does not say."""
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
    ends: "array[int]" = field(default_factory=lambda: array("q"))
    of_clubs: bytearray = field(default_factory=bytearray)
    lines: int = 0
    loops: int = 0
    unreadable: int = 0

    def take(self, rows: Iterable[Cells], columns: "_Columns") -> None:
        """Read rows. Raises ``LinksRefusedError`` when there are too many."""
        one, other = columns.ends
        for cells in rows:
            self.lines += 1
            if self.lines > MOST_LINKS:
                raise too_long()
            try:
                first, second = cells[one].strip(), cells[other].strip()
            except IndexError:
                first = second = ""
            if first in _NO_NAME or second in _NO_NAME:
                self.unreadable += 1
            elif first == second:
                self.loops += 1
            else:
                self._add(first, second)
                if columns.club is not None:
                    self.of_clubs.append(columns.is_of_club(cells))

    def _add(self, *names: str) -> None:
        numbers, ends = self.numbers, self.ends
        for name in names:
            ends.append(numbers.setdefault(name[:_LONGEST_NAME], len(numbers)))


@dataclass(frozen=True, slots=True)
class _Columns:
    """In which columns the ends stand, and whether a link is one of a club."""

    ends: tuple[int, int]
    club: int | None
    is_named: bool

    def is_of_club(self, cells: Cells) -> bool:
        """Whether a row says that its link is one of a club of cities."""
        return (
            self.club is not None
            and len(cells) > self.club
            and cells[self.club].strip().casefold() in _YES
        )


def read_links(lines: Iterable[str], *, form: str | None = None) -> Links:
    """Read links from the lines of a list.

    The two ends are the first two columns, or those whose headings name them (``source`` and
    ``target``, ``from`` and ``to``, ``a_geonameid`` and ``b_geonameid`` …). A first line of words
    above a line of numbers is one of headings too. Cells are parted by
    tabs, commas, semicolons or blanks: as ``form`` says (``tsv``, ``csv``), or as the first line
    has them. Lines that begin with ``%`` or ``#`` are comments. A link counts once, whatever its
    direction and however often it stands; loops, repetitions and lines without two ends are
    counted and left out. A column ``multilateral`` tells the links of clubs. Raises
    ``LinksRefusedError`` for a list without links, for one whose headings name one end only, and
    for one that is too long.
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
    columns = _columns(first)
    has_heading = columns.is_named or (_in_numbers(second) and not _in_numbers(first))
    begun = chain([] if has_heading else [first], [second] if second else [])
    reading.take(chain(begun, rows), columns)
    return _simple(reading)


def _simple(reading: _Reading) -> Links:
    ends = np.frombuffer(reading.ends, dtype=np.int64).reshape(-1, 2)
    if len(ends) == 0:
        raise LinksRefusedError(
            Text(
                f"{reading.lines} satırın hiçbirinde iki ayrı uç bulunamadı. İlk iki sütun uçları "
                "göstermelidir; ayırıcıyı --format ile belirtebilirsiniz.",
                f"None of {reading.lines} lines has two different ends. The first two columns "
                "must name them; say with --format how the columns are parted.",
            )
        )
    count = len(reading.numbers)
    keys = ends.min(axis=1) * count + ends.max(axis=1)
    pairs, links = np.unique(keys, return_inverse=True)
    return Links(
        names=tuple(reading.numbers),
        pairs=np.column_stack((pairs // count, pairs % count)),
        of_clubs=_of_clubs(reading, links, len(pairs)),
        lines=reading.lines,
        loops=reading.loops,
        repeated=len(keys) - len(pairs),
        unreadable=reading.unreadable,
    )


def _of_clubs(reading: _Reading, links: NDArray[np.int64], count: int) -> Flags | None:
    """Return which links are those of clubs: those of which no line says otherwise."""
    if not reading.of_clubs:
        return None
    found = np.ones(count, dtype=np.bool_)
    found[links[np.frombuffer(reading.of_clubs, dtype=np.uint8) == 0]] = False
    return found


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
        return lambda lines: (line.split("\t") for line in lines)
    return lambda lines: csv.reader(lines, delimiter=mark)


def _in_numbers(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and all(cell.strip().isdecimal() for cell in cells[:2])


def _columns(first: Sequence[str]) -> _Columns:
    """Return which columns are meant, from what may be a line of headings."""
    headings = [cell.strip().casefold() for cell in first]
    club = headings.index(_CLUB) if _CLUB in headings else None
    for one, other in _ENDS:
        if one in headings and other in headings:
            return _Columns((headings.index(one), headings.index(other)), club, is_named=True)
    if lone := {name for pair in _ENDS for name in pair}.intersection(headings):
        raise _one_end_only(min(lone), first)
    return _Columns((0, 1), club, is_named=club is not None)


def _one_end_only(name: str, first: Sequence[str]) -> LinksRefusedError:
    headings = ", ".join(cell.strip()[:40] for cell in first[:12])
    return LinksRefusedError(
        Text(
            f"Başlıklar ({headings}) yalnız bir ucu gösteriyor: {name}. Öteki ucun sütununu da "
            "adlandırınız; örneğin source ve target.",
            f"The headings ({headings}) name one end only: {name}. Name the column of the other "
            "end too, for example source and target.",
        )
    )


def too_long() -> LinksRefusedError:
    """Return the refusal of a list with too many lines."""
    return LinksRefusedError(
        Text(
            f"Liste {MOST_LINKS:,} satırdan uzun. Listeyi bölünüz veya belleği daha büyük bir "
            "dağıtık motor kullanınız.",
            f"The list has more than {MOST_LINKS:,} lines. Split it, or use a distributed engine.",
        )
    )
