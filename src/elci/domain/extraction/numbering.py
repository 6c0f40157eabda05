"""Where the rows of a pasted table begin: at running numbers, and at marks in their place."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.extraction.datespans import find_dates
from elci.domain.extraction.standings import read_marker
from elci.domain.extraction.streams import Line, words_of

_NUMBER: Final = re.compile(
    r"\s*(?P<written>\(?(?P<number>[0-9]{1,5})"
    r"(?:(?P<sign>\s?[.):]*[-–—]|[.):]+)(?=\s|$|[^\W\d])|(?=\s|$)))"
)
_MOST_LEFT_OUT: Final = 3
_FIRST_YEAR: Final = 1000
_FEWEST_ROWS: Final = 2
_MARKS: Final = {ActKind.TERMINATED, ActKind.SUSPENDED, ActKind.EXPIRED}


def row_starts(lines: Sequence[Line]) -> list[int] | None:
    """Return the indexes of lines that begin a row, or None if the rows are not numbered.

    Numbers count up from the first one found (0 or 1 as a rule); a few may be missing.
    """
    numbers = [_number(line.text) for line in lines]
    first = next((index for index, number in enumerate(numbers) if number in {0, 1}), None)
    if first is None:
        return None
    starts = _chain(numbers, first)
    is_only_row = 0 < first == len(lines) - 1 and _has_sign(lines[first])
    if len(starts) < _FEWEST_ROWS and not is_only_row:
        return None
    marks = [index for index in range(first, len(lines)) if _is_mark(lines[index])]
    return sorted({*starts, *marks})


def with_number_apart(line: Line) -> Line:
    """Return a line that begins a row with its number as a word of its own.

    >>> with_number_apart(Line(1, "3-Almanya Krefeld", 1)).text
    '3- Almanya Krefeld'
    """
    found = _NUMBER.match(line.text)
    if found is None or not found["sign"] or _number(line.text) is None:
        return line
    written = "".join(found["written"].split())
    return replace(line, text=f"{written} {line.text[found.end() :].lstrip()}")


def _chain(numbers: Sequence[int | None], first: int) -> list[int]:
    starts, last = [first], numbers[first] or 0
    for index in range(first + 1, len(numbers)):
        number = numbers[index]
        if number is None:
            continue
        follows = number == last + 1
        # What looks like a year is a number only where no other is due.
        skips = number < _FIRST_YEAR and last + 1 < number <= last + _MOST_LEFT_OUT
        skips = skips and not _comes(numbers, index, last + 1)
        restarts = number == 1 and len(starts) > 1 and _comes(numbers, index, 2)
        if follows or skips or restarts:
            starts.append(index)
            last = number
    return starts


def _comes(numbers: Sequence[int | None], after: int, wanted: int) -> bool:
    """Whether the number that is due still comes."""
    return wanted in numbers[after + 1 :]


def _number(text: str) -> int | None:
    """Return the number that a line begins with; a day of a month is none."""
    found = _NUMBER.match(text)
    if found is None:
        return None
    spans = find_dates(text)
    if spans and not spans[0].is_year and spans[0].start <= found.start("number") < spans[0].end:
        return None
    return int(found["number"])


def _has_sign(line: Line) -> bool:
    found = _NUMBER.match(line.text)
    return found is not None and bool(found["sign"])


def _is_mark(line: Line) -> bool:
    """Whether a line begins with a word such as "İptal" where others have their number."""
    words = words_of([line])
    if len(words) < 2:
        return False
    marker = read_marker(words[0].clean)
    return marker is not None and marker.kind in _MARKS and words[0].clean[:1].isupper()
