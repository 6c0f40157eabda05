"""How many ties official lists count, so that a reader sees how much of them the data holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from elci.domain.geography.tables import WORLD, columns_of
from elci.domain.texts import Text


@dataclass(frozen=True, slots=True)
class Denominator:
    """A published count of ties of a country's local authorities, or of one city."""

    scope: str
    """The code of a country, or the GeoNames id of a city."""
    ties: int
    year: int
    note: Text
    source: Text


@cache
def denominators() -> Mapping[str, Denominator]:
    """Return the published counts by their scopes."""
    table = columns_of(WORLD / "denominators.csv")
    rows = [dict(zip(table, row, strict=True)) for row in zip(*table.values(), strict=True)]
    return MappingProxyType({row["scope"]: _denominator(row) for row in rows})


def _denominator(row: Mapping[str, str]) -> Denominator:
    return Denominator(
        scope=row["scope"],
        ties=int(row["ties"]),
        year=int(row["year"]),
        note=Text(row["note_tr"], row["note_en"]),
        source=Text(row["source_tr"], row["source_en"]),
    )
