"""Istanbul's tables as pasted text, compared field by field with the tables keyed by hand."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from elci.domain.dates import PartialDate, read_date
from elci.domain.extraction.columns import recognise_columns
from elci.domain.extraction.pasted import read_pasted
from elci.domain.extraction.rows import ExtractedRow, extract_rows
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.places.resolution import resolve

KEYED: Final = Path(__file__).parents[2] / "src" / "elci" / "resources" / "registers" / "istanbul"
TABLES: Final = ("sister_cities", "cooperation_protocols", "memoranda", "memberships")
_KINDS: Final = {"preliminary": "preliminary_protocol"}
_Fields = Mapping[str, object]


def keyed_against_read(folder: Path, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield a line of figures for each table and for all, and one for each field that differs."""
    rows = right_rows = fields = right_fields = 0
    wrong: list[str] = []
    for table in TABLES:
        keyed = [_keyed(row, gazetteer) for row in _rows_of(KEYED / f"{table}.csv")]
        read = [_read(row) for row in _extracted(folder / f"{table}.raw.txt", gazetteer)]
        faults = Counter[int]()
        for number, (want, got) in enumerate(zip(keyed, read, strict=False), start=1):
            for name, value in want.items():
                if got[name] != value:
                    faults[number] += 1
                    wrong.append(f"{table} {number} {name}: {got[name]!r}, not {value!r}")
        missing = max(0, len(keyed) - len(read))
        own_fields = sum(map(len, keyed))
        own_right = own_fields - faults.total() - sum(map(len, keyed[len(read) :]))
        yield (
            f"{table:22} rows {len(keyed) - missing - len(faults):3} of {len(keyed):3}"
            f"  fields {own_right:4} of {own_fields:4}  read {len(read):3}"
        )
        rows, right_rows = rows + len(keyed), right_rows + len(keyed) - missing - len(faults)
        fields, right_fields = fields + own_fields, right_fields + own_right
    yield f"{'all':22} rows {right_rows:3} of {rows:3}  fields {right_fields:4} of {fields:4}"
    yield from wrong


def _rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def _extracted(file: Path, gazetteer: Gazetteer) -> list[ExtractedRow]:
    found = []
    for table in read_pasted(file.read_text("utf-8"), gazetteer=gazetteer):
        columns = recognise_columns(table, gazetteer=gazetteer)
        found += extract_rows(table, columns, gazetteer=gazetteer)
    return [row for row in found if not row.skipped]


def _keyed(row: Mapping[str, str], gazetteer: Gazetteer) -> _Fields:
    if "acronym" in row:
        return {
            "acronym": row["acronym"],
            "name": fold(row["name_tr"]),
            "acts": [("entered_into_force", str(read_date(row["since"])), ())],
            "grade": row["status_tr"],
            "units": tuple(row["units_tr"].split("; ")),
        }
    place = resolve(gazetteer, row["city_tr"], country_name=row["country_tr"]).place
    return {
        "place": None if place is None else place.id,
        "country": fold(row["country_tr"]),
        "acts": list(_acts(row)),
        "status": row["status"],
    }


def _acts(row: Mapping[str, str]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    places = tuple(part for part in row["sign_places"].split("-") if part)
    for event in row["events"].split("; "):
        kind, _colon, rest = event.partition(":")
        day, _at, own = rest.partition("@")
        # The text says "İptal" of Rotterdam and not since when; that year was looked up.
        happened = PartialDate.unknown() if kind == "terminated" else read_date(day)
        at_signing = places if kind == "signed" else ()
        yield _KINDS.get(kind, kind), str(happened), (own,) if own else at_signing


def _read(row: ExtractedRow) -> dict[str, object]:
    party = row.party
    place = None if party is None else party.resolution.place
    return {
        "acronym": "" if party is None else party.acronym,
        "name": "" if party is None else fold(party.name),
        "place": None if place is None else place.id,
        "country": "" if party is None else fold(party.country_as_read.replace("Ġ", "İ")),
        "acts": [(act.kind.value, str(act.date), act.places) for act in row.acts],
        "status": row.status,
        "grade": row.grade_as_printed,
        "units": row.units,
    }
