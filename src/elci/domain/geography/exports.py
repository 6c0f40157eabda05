"""Reading the answer of Wikidata's query service on twinned bodies (property P190).

The query stands in ``docs/howto/use-the-observatory.md``. Its answer is taken as the service hands
it out: as JSON with types, as plain JSON, or as CSV.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from elci.domain.places.gazetteer import Gazetteer, Place, UnknownPlaceError
from elci.domain.texts import Text

_ENTITY: Final = re.compile(r"(?:http://www\.wikidata\.org/entity/)?(Q[1-9][0-9]*)")
_YEAR: Final = re.compile(r"\+?([0-9]{4})\b")
_ENDS: Final = ("city", "partner")
NEEDED: Final = ("city", "cityGeonames", "partner", "partnerGeonames")
"""The variables without which nothing can be read; ``start`` and ``end`` may be missing."""
_FIRST_YEAR, _LAST_YEAR = 1800, 2100

Row = Mapping[str, str]


class ExportRefusedError(ValueError):
    """A file that is no answer of the query; its text says what to do."""

    def __init__(self, told: Text) -> None:
        self.told = told
        super().__init__(told.en)


@dataclass(frozen=True, slots=True)
class ExportedTie:
    """A tie as the export states it, with the smaller id in front."""

    one: int
    other: int
    since: int | None
    until: int | None


@dataclass(slots=True)
class Export:
    """What an export holds, and how many of its rows were left out for which reason."""

    places: dict[int, Place] = field(default_factory=dict)
    qids: dict[int, str] = field(default_factory=dict)
    ties: dict[tuple[int, int], ExportedTie] = field(default_factory=dict)
    rows: int = 0
    without_place: int = 0
    """Rows of which an end has no GeoNames id, or one that the gazetteer does not know."""
    loops: int = 0
    repeated: int = 0
    """Rows that state a tie again, most of them from its other end."""
    unreadable: int = 0
    """Rows without an item at both ends."""


def read_export(text: str, gazetteer: Gazetteer) -> Export:
    """Read an export. Raises ``ExportRefusedError`` where it is none, or holds no tie."""
    found = Export()
    for row in _rows(text):
        found.rows += 1
        _add(found, row, gazetteer)
    if not found.ties:
        raise ExportRefusedError(
            Text(
                f"Dosyanın {found.rows} satırında, iki ucu da GeoNames kimliğiyle tanınan bir bağ "
                "bulunamadı. Sorguyu belgelerde yazdığı biçimiyle çalıştırıp sonucu JSON veya CSV "
                "olarak indiriniz.",
                f"None of the {found.rows} rows of the file states a tie of which both ends are "
                "known by a GeoNames id. Run the query as the documentation has it, and download "
                "its answer as JSON or CSV.",
            )
        )
    return found


def _add(found: Export, row: Row, gazetteer: Gazetteer) -> None:
    one, other = (_item(row.get(end, "")) for end in _ENDS)
    if one is None or other is None:
        found.unreadable += 1
        return
    here, there = (_place(row.get(f"{end}Geonames", ""), gazetteer) for end in _ENDS)
    if here is None or there is None:
        found.without_place += 1
    elif here[0] == there[0]:
        found.loops += 1
    else:
        for (number, place), item in ((here, one), (there, other)):
            found.places[number] = place
            found.qids.setdefault(number, item)
        pair = min(here[0], there[0]), max(here[0], there[0])
        tie = ExportedTie(*pair, _year(row.get("start", "")), _year(row.get("end", "")))
        found.repeated += pair in found.ties
        found.ties[pair] = _joined(found.ties.get(pair), tie)


def _item(text: str) -> str | None:
    found = _ENTITY.fullmatch(text.strip())
    return found[1] if found else None


def _joined(one: ExportedTie | None, other: ExportedTie) -> ExportedTie:
    """Return what both rows of a tie say: the earlier beginning, the later end."""
    if one is None:
        return other
    begun = [year for year in (one.since, other.since) if year is not None]
    ended = [year for year in (one.until, other.until) if year is not None]
    return ExportedTie(one.one, one.other, min(begun, default=None), max(ended, default=None))


def _place(text: str, gazetteer: Gazetteer) -> tuple[int, Place] | None:
    if not text.strip().isdecimal():
        return None
    number = int(text)
    try:
        return number, gazetteer.place(str(number))
    except UnknownPlaceError:
        return None


def _year(text: str) -> int | None:
    found = _YEAR.match(text.strip())
    year = int(found[1]) if found else 0
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _rows(text: str) -> Iterable[Row]:
    stripped = text.lstrip("\ufeff \r\n\t")
    return _json_rows(stripped) if stripped[:1] in {"{", "["} else _csv_rows(stripped)


def _csv_rows(text: str) -> Iterable[Row]:
    mark = "\t" if "\t" in text[: text.find("\n")] else ","
    reader = csv.DictReader(io.StringIO(text), delimiter=mark)
    _check([name.removeprefix("?") for name in reader.fieldnames or ()])
    return (
        {str(name).removeprefix("?"): value or "" for name, value in row.items() if name}
        for row in reader
    )


def _json_rows(text: str) -> Iterable[Row]:
    try:
        read = json.loads(text)
        bindings = read["results"]["bindings"] if isinstance(read, dict) else read
        rows = [{name: _value(value) for name, value in row.items()} for row in bindings]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ExportRefusedError(
            Text(
                "Dosya JSON olarak okunamıyor. Sorgu sonucunu yeniden indiriniz; yarım kalmış bir "
                "indirme de böyle görünür.",
                "The file cannot be read as JSON. Download the answer of the query again; a "
                "download that was cut off looks like this too.",
            )
        ) from error
    _check(rows[0] if rows else ())
    return rows


def _value(value: object) -> str:
    return str(value["value"]) if isinstance(value, dict) else str(value)


def _check(names: Iterable[str]) -> None:
    missing = [name for name in NEEDED if name not in {*names}]
    if missing:
        listed = ", ".join(missing)
        raise ExportRefusedError(
            Text(
                f"Dosyada şu sütunlar yok: {listed}. Sorguyu belgelerde yazdığı biçimiyle "
                "çalıştırınız.",
                f"The file lacks the columns {listed}. Run the query as the documentation has it.",
            )
        )
