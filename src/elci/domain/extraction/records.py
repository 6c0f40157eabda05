"""Pasted text in which every cell stands on its own line behind its header: "Ülke: Almanya"."""

import re
from collections.abc import Sequence
from typing import Final

from elci.domain.extraction.headers import SAID_EXACTLY, read_header
from elci.domain.extraction.streams import Line
from elci.domain.extraction.tables import SourceRow, SourceTable
from elci.domain.places.folding import fold

_FIELD: Final = re.compile(r"\s*[•*-]?\s*(?P<header>[^:]{2,40}?)\s*:\s*(?P<value>.*)")
_LEAST_SHARE: Final = 0.8


def records_table(lines: Sequence[Line]) -> SourceTable | None:
    """Return the table that such lines make, a row for each time a header comes anew; else None."""
    fields = [(line, _field(line.text)) for line in lines]
    known = [field[0] for _line, field in fields if field is not None]
    headers = list({fold(header): header for header in reversed(known)}.values())[::-1]
    if len(known) < _LEAST_SHARE * len(lines) or not 1 < len(headers) < len(known):
        return None
    first = lines[0]
    title = "" if fields[0][1] is not None else first.text.strip()
    rows = [SourceRow(first.number, tuple(headers), first.page)]
    rows += _rows(fields, [fold(header) for header in headers])
    return SourceTable(tuple(rows), title)


def _field(text: str) -> tuple[str, str] | None:
    found = _FIELD.fullmatch(text)
    if found is None:
        return None
    reading = read_header(found["header"])
    is_header = reading is not None and reading.certainty == SAID_EXACTLY
    return (found["header"], found["value"].strip()) if is_header else None


def _rows(
    fields: Sequence[tuple[Line, tuple[str, str] | None]], headers: Sequence[str]
) -> list[SourceRow]:
    rows: list[tuple[Line, dict[str, str]]] = []
    for line, field in fields:
        if field is None:
            continue
        header, value = fold(field[0]), field[1]
        if not rows or header in rows[-1][1]:
            rows.append((line, {}))
        rows[-1][1][header] = value
    return [
        SourceRow(line.number, tuple(cells.get(header, "") for header in headers), line.page)
        for line, cells in rows
    ]
