"""Reading what is known of the cities of a list of links: country, place, inhabitants."""

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from elci.domain.networks.cities import Cities
from elci.domain.networks.refusals import LinksRefusedError
from elci.domain.texts import Text

COLUMNS: Final = ("id", "name", "country", "lat", "lon", "population")
MOST_CITIES: Final = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CityFacts:
    """Facts of the cities of a list of links, and what of the table could not be used."""

    cities: Cities
    names: tuple[str, ...]
    """The name of each node: that of the table, else its id."""
    missing: int
    """Nodes of which the table says nothing."""
    repeated: int
    """Rows with an id that was there before; the first counts."""
    bad_coordinates: int
    """Rows whose coordinates are no place on the globe; such a place is not known."""
    bad_population: int
    """Rows whose inhabitants are no number above zero, though something is given."""


@dataclass(slots=True)
class _Counts:
    repeated: int = 0
    bad_coordinates: int = 0
    bad_population: int = 0


def read_cities(lines: Iterable[str], ids: Sequence[str]) -> CityFacts:
    """Read a table of cities for the nodes of a list of links, which the ids name.

    Columns are found by their headings and parted by commas, semicolons or tabs; rows of other
    cities are passed over. Raises ``LinksRefusedError`` where a column is missing.
    """
    counts = _Counts()
    places = {name: place for place, name in enumerate(ids)}
    countries, names = [""] * len(ids), list(ids)
    facts = np.full((len(ids), 3), np.nan)
    is_told = np.zeros(len(ids), dtype=np.bool_)
    for row in _rows(lines):
        place = places.get(row["id"])
        if place is None:
            continue
        if is_told[place]:
            counts.repeated += 1
            continue
        is_told[place] = True
        countries[place] = row["country"].upper()
        names[place] = row["name"] or ids[place]
        facts[place] = *_coordinates(row, counts), _population(row, counts)
    return CityFacts(
        cities=Cities(countries=tuple(countries), coordinates=facts[:, :2], population=facts[:, 2]),
        names=tuple(names),
        missing=int((~is_told).sum()),
        repeated=counts.repeated,
        bad_coordinates=counts.bad_coordinates,
        bad_population=counts.bad_population,
    )


def _rows(lines: Iterable[str]) -> Iterable[Mapping[str, str]]:
    """Yield the rows of a table by the names of the columns that are used."""
    told = iter(lines)
    first = next(told, "").removeprefix("\ufeff")
    mark = max(("\t", ";", ","), key=first.count)
    headings = [cell.strip().casefold() for cell in next(csv.reader([first], delimiter=mark), [])]
    lacking = [name for name in COLUMNS if name not in headings]
    if lacking:
        raise _without(lacking)
    at = {name: headings.index(name) for name in COLUMNS}
    for number, cells in enumerate(csv.reader(told, delimiter=mark)):
        if number >= MOST_CITIES:
            raise _too_many()
        padded = cells + [""] * (len(headings) - len(cells))
        yield {name: padded[place].strip() for name, place in at.items()}


def _coordinates(row: Mapping[str, str], counts: _Counts) -> tuple[float, float]:
    latitude, longitude = _number(row["lat"]), _number(row["lon"])
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        return latitude, longitude
    counts.bad_coordinates += bool(row["lat"] or row["lon"])
    return math.nan, math.nan


def _population(row: Mapping[str, str], counts: _Counts) -> float:
    found = _number(row["population"])
    if 0 < found < math.inf:
        return found
    counts.bad_population += row["population"] not in {"", "0"}
    return math.nan


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan


def _without(lacking: Sequence[str]) -> LinksRefusedError:
    told, wanted = ", ".join(lacking), ",".join(COLUMNS)
    return LinksRefusedError(
        Text(
            f"Şehirler tablosunda şu sütunlar yok: {told}. Başlık satırı şu olmalıdır: {wanted}",
            f"The table of cities lacks these columns: {told}. Its first line must be: {wanted}",
        )
    )


def _too_many() -> LinksRefusedError:
    return LinksRefusedError(
        Text(
            f"Şehirler tablosu {MOST_CITIES:,} satırdan uzun. Yalnız gereken şehirleri veriniz.",
            f"The table of cities has more than {MOST_CITIES:,} rows. Give only those needed.",
        )
    )
