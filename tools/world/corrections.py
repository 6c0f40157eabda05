"""Facts that a source lacks or that have changed since, each with its own source."""

from dataclasses import dataclass
from pathlib import Path

from tools.world.tables import Row, read


@dataclass(frozen=True, slots=True)
class Correction:
    """One value of one field."""

    field: str
    value: str


Corrections = dict[tuple[str, str], list[Correction]]
"""By table and key: the code of a country, or two codes with a hyphen."""


def read_corrections(path: Path) -> Corrections:
    """Return the corrections of a reviewed table."""
    found: Corrections = {}
    for row in read(path):
        correction = Correction(row["field"], row["value"])
        found.setdefault((row["table"], row["key"]), []).append(correction)
    return found


def correct(row: Row, table: str, key: str, corrections: Corrections) -> Row:
    """Return the row as corrected."""
    for each in corrections.get((table, key), ()):
        row[each.field] = each.value
    return row
