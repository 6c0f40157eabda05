"""Rows that the end of a page cut in two: the second part is put back below the first."""

import re
from collections.abc import Sequence
from typing import Final

from elci.domain.extraction.datespans import find_dates
from elci.domain.extraction.words import phrasebook
from elci.domain.places.folding import fold

_NUMBER: Final = re.compile(r"\(?[0-9]{1,4}[.):-]?")
_MOSTLY_NUMBERED: Final = 0.7
_UNFINISHED: Final = re.compile(r"(?:[-–(,/&]|\b(?:ve|und|and|et|de|der|of))\s*$")
_GOES_ON: Final = re.compile(r"\s*(?:[-–)/,]|[a-zçğıöşüäßа-я])")
_DAY_OR_MONTH: Final = re.compile(
    r".*\b[0-9]{1,2}\s?[./-](?:\s?[0-9]{1,2}\s?[./-])?\s*$", re.DOTALL
)


def goes_on_in(rows: Sequence[tuple[str, ...]], first: tuple[str, ...]) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before.

    In a numbered table it has no number; in another, what stands in it goes on in mid-word.
    """
    last = rows[-1]
    if len(first) != len(last) or len(first) < 2 or _is_furniture(first):
        return False
    numbered = _number_column(rows)
    if numbered is not None:
        return not first[numbered] and bool(last[numbered])
    return not first[0] and any(map(_is_torn, last, first))


def without_header(row: tuple[str, ...], header: tuple[str, ...]) -> tuple[str, ...] | None:
    r"""Return what was taken for a part of a repeated header; None if the row is no header.

    >>> without_header(("No", "City\\n-do"), ("No", "City"))
    ('', '-do')
    """
    if len(row) != len(header) or not all(
        cell == head or cell.startswith(f"{head}\n" if head else "")
        for cell, head in zip(row, header, strict=True)
    ):
        return None
    below = (cell.removeprefix(head) for cell, head in zip(row, header, strict=True))
    return tuple(text.lstrip("\n") for text in below)


def joined_rows(last: tuple[str, ...], first: tuple[str, ...]) -> tuple[str, ...]:
    """Return the two parts of a row as one, the second below the first."""
    return tuple(
        "\n".join(part for part in (above, below) if part)
        for above, below in zip(last, first, strict=True)
    )


def _is_furniture(row: Sequence[str]) -> bool:
    text = next((cell for cell in row if cell), "")
    found = phrasebook("furniture").find(fold(text))
    return bool(found) and found[0].first == 0


def _number_column(rows: Sequence[tuple[str, ...]]) -> int | None:
    """Return the first of the left two columns that holds running numbers."""
    body = [row for row in rows[1:] if len(row) > 1]
    for column in (0, 1):
        filled = [row[column] for row in body if column < len(row) and row[column]]
        numbers = sum(_NUMBER.fullmatch(text) is not None for text in filled)
        if numbers and numbers >= _MOSTLY_NUMBERED * len(body):
            return column
    return None


def _is_torn(above: str, below: str) -> bool:
    """Whether a cell breaks off where the other goes on: "Gyeongsangbuk-" and "do"."""
    if not above or not below:
        return False
    is_date = _DAY_OR_MONTH.fullmatch(above) is not None and bool(find_dates(f"{above} {below}"))
    return is_date or _UNFINISHED.search(above) is not None or _GOES_ON.match(below) is not None
