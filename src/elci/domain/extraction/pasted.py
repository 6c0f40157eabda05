"""Text copied out of a PDF or a web page, read as the tables it once was."""

from elci.domain.extraction.delimited import divided, separator_of
from elci.domain.extraction.tables import SourceRow, SourceTable
from elci.domain.places.gazetteer import Gazetteer

LONGEST_PASTE = 2_000_000
"""Characters that are read of a pasted text."""


def read_pasted(text: str, *, gazetteer: Gazetteer) -> tuple[SourceTable, ...]:
    """Return the tables of a pasted text, cells as they were read, headings as names."""
    lines = [(number, line) for number, line in enumerate(text[:LONGEST_PASTE].splitlines(), 1)]
    separator = separator_of(lines)
    records = (
        [(number, (line,)) for number, line in lines]
        if separator is None
        else divided(lines, separator)
    )
    rows = tuple(SourceRow(number, cells) for number, cells in records if any(cells))
    return (SourceTable(rows, is_complete=len(text) <= LONGEST_PASTE),)
