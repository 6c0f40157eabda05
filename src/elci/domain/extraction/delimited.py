"""Pasted text whose cells stand between tabs, semicolons, strokes or commas."""

import csv
import re
from collections.abc import Sequence
from typing import Final

from elci.domain.extraction.datespans import find_dates

_SEPARATORS: Final = ("\t", ";", "|", ",")
_QUOTED: Final = re.compile(r'"[^"]*"')
_RULE: Final = re.compile(r"[\s|:+=-]+")
_LEAST_SHARE: Final = 0.6
_LEAST_SHARE_OF_COMMAS: Final = 0.75
_LONGEST_FIELD: Final = 100_000

Line = tuple[int, str]
"""Number and text of a line."""


def separator_of(lines: Sequence[Line]) -> str | None:
    """Return the sign that parts the cells of most lines equally often, or None."""
    texts = [_QUOTED.sub("", text) for _number, text in lines if text.strip()]
    for separator in _SEPARATORS:
        if separator == "," and _is_uneven_list(texts):
            continue
        counts = [text.count(separator) for text in texts]
        if separator != "\t" and not _is_even(counts, separator):
            continue
        if sum(count > 0 for count in counts) >= _share(separator) * len(counts) > 0:
            return separator
    return None


def _share(separator: str) -> float:
    return {"\t": 0.3, ",": _LEAST_SHARE_OF_COMMAS}.get(separator, _LEAST_SHARE)


def _is_even(counts: Sequence[int], separator: str) -> bool:
    """Whether most lines with the sign have it equally often; prose does not."""
    used = [count for count in counts if count]
    if len(used) < 2:
        return False
    usual = max(set(used), key=used.count)
    # "Krefeld, Germany" is a name with its country: one comma alone makes no table.
    return used.count(usual) >= _LEAST_SHARE * len(used) and (separator != "," or usual > 1)


def _is_uneven_list(texts: Sequence[str]) -> bool:
    """Whether commas are those of a list and no table: "Lille, France, 1958", "Lyon (1990)".

    Unlike what a program wrote, such a list has spaces after its commas; it is a table only if
    every line below its heading has equally many.
    """
    written = sum(text.count(",") for text in texts)
    if sum(text.count(", ") for text in texts) * 2 < written:
        return False
    counts = [text.count(",") for text in texts]
    first = next((index for index, count in enumerate(counts) if count), 0)
    return len(set(counts[first:])) > 1 or any(map(find_dates, texts[:first]))


def divided(lines: Sequence[Line], separator: str) -> list[tuple[int, tuple[str, ...]]]:
    """Return each record's cells with the line it begins on; quoted cells may hold line ends."""
    if separator == "|":
        lines = [(number, text.strip().strip("|")) for number, text in lines if not _is_rule(text)]
    texts = [text[:_LONGEST_FIELD].replace("\0", "") for _number, text in lines]
    quoted = sum(text.count('"') for text in texts)
    if quoted == 0 or quoted % 2:
        return [
            (number, tuple(cell.strip() for cell in text.split(separator)))
            for (number, _text), text in zip(lines, texts, strict=True)
        ]
    return _quoted(lines, texts, separator)


def _is_rule(text: str) -> bool:
    return _RULE.fullmatch(text) is not None and "-" in text


def _quoted(
    lines: Sequence[Line], texts: Sequence[str], separator: str
) -> list[tuple[int, tuple[str, ...]]]:
    reader = csv.reader((f"{text}\n" for text in texts), delimiter=separator)
    records: list[tuple[int, tuple[str, ...]]] = []
    begun = 0
    try:
        for cells in reader:
            number = lines[min(begun, len(lines) - 1)][0]
            records.append((number, tuple(cell.strip() for cell in cells)))
            begun = reader.line_num
    except csv.Error:
        return _unquoted(lines, separator)
    # Quotes that open a cell of more than a hundred thousand characters are no quotes. The csv
    # module has a limit of its own, but any part of a program may lift it.
    longest = max((len(cell) for _number, cells in records for cell in cells), default=0)
    return _unquoted(lines, separator) if longest > _LONGEST_FIELD else records


def _unquoted(lines: Sequence[Line], separator: str) -> list[tuple[int, tuple[str, ...]]]:
    return [(number, tuple(text.split(separator))) for number, text in lines]
