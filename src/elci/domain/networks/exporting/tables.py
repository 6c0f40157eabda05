"""Tables of nodes and of links as CSV, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterator, Sequence
from typing import Final

from elci.domain.networks.exporting.published import Citation, Column, Value

_BEGIN_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")


class _Line:
    """Gives back each line instead of writing it anywhere."""

    def write(self, line: str) -> str:
        return line


def csv_lines(columns: Sequence[Column], citation: Citation) -> Iterator[str]:
    """Yield columns as CSV, with the citation on a first line that begins with ``#``.

    A byte order mark lets spreadsheets read Turkish letters, and a text that they would take for a
    formula stands behind an apostrophe.
    """
    writer = csv.writer(_Line())
    yield "\ufeff"
    yield f"# {citation.text}\r\n"
    yield writer.writerow([column.name for column in columns])
    for row in zip(*(column.values for column in columns), strict=True):
        yield writer.writerow([_cell(value) for value in row])


def _cell(value: Value) -> Value:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str) and value.startswith(_BEGIN_FORMULAS):
        return f"'{value}"
    return "" if value is None else value
