"""Countries and territories by code and by name, former and short names included.

A code here says which list of places to look in. It says nothing on who recognises whom: that is
a relation between states on a date, and no property of a place.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from elci.domain.places.continents import Continent
from elci.domain.places.folding import fold

REVIEWED_TABLES: Final = Path(__file__).parents[2] / "resources" / "places"
LANGUAGES: Final = ("tr", "en", "de", "fr", "ru", "ar")


class CountryNameKind(StrEnum):
    """How a country name relates to the country; a person is told, so that nobody guesses."""

    CURRENT = "current"
    SHORT = "short"
    OFFICIAL = "official"
    FORMER = "former"
    """In use between two dates; what it named may be several countries today."""
    TERRITORY = "territory"
    """A region that lists often write where the country stands: Tataristan, KKTC, Scotland."""
    OTHER = "other"
    CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or territory with its own ISO 3166-1 code, and Kosovo as XK."""

    code: str
    alpha3: str
    m49: str
    names: Mapping[str, str]
    """In tr, en, de, fr, ru and ar."""
    continent: Continent
    un_region: str
    un_subregion: str
    capital: str
    capital_geonameid: int | None
    """None where there is no capital, or GeoNames does not know it."""
    languages: tuple[str, ...]
    population: int

    def name_in(self, language: str) -> str:
        """Return the name in one of the six languages, in English for any other."""
        return self.names.get(language, self.names["en"])


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryMatch:
    """What a written country name stands for."""

    name: str
    """As the reviewed table writes it."""
    kind: CountryNameKind
    countries: tuple[Country, ...]
    """One, or the successors of a former country in the order of the table."""
    since: date | None = None
    until: date | None = None
    """First day on which the name was no longer in use."""
    region: str | None = None
    """Id of the region meant, where the name is that of a region."""

    def was_in_use(self, on: date) -> bool:
        """Whether the name was in use on that day; a missing date is an open end."""
        begun = self.since is None or self.since <= on
        return begun and (self.until is None or on < self.until)


class UnknownCountryError(LookupError):
    """A code that names no country; the message says what to give instead."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"{code!r} is no country code: give two letters of ISO 3166-1, or XK for Kosovo"
        )


def _rows(table: str) -> list[dict[str, str]]:
    with (REVIEWED_TABLES / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def all_countries() -> Mapping[str, Country]:
    """Return every country by its code, in the order of the codes."""
    return MappingProxyType({row["alpha2"]: _country(row) for row in _rows("countries.csv")})


def _country(row: dict[str, str]) -> Country:
    return Country(
        code=row["alpha2"],
        alpha3=row["alpha3"],
        m49=row["m49"],
        names=MappingProxyType({language: row[f"name_{language}"] for language in LANGUAGES}),
        continent=Continent(row["continent"]),
        un_region=row["un_region"],
        un_subregion=row["un_subregion"],
        capital=row["capital"],
        capital_geonameid=int(row["capital_geonameid"]) if row["capital_geonameid"] else None,
        languages=tuple(row["languages"].split(";")) if row["languages"] else (),
        population=int(row["population"] or 0),
    )


def country_by_code(code: str) -> Country:
    """Return the country with that alpha-2 code, in either case.

    >>> country_by_code("xk").name_in("tr")
    'Kosova'
    """
    try:
        return all_countries()[code.upper()]
    except KeyError:
        raise UnknownCountryError(code) from None


def country_by_name(text: str, on: date | None = None) -> CountryMatch | None:
    """Return what a written country name stands for, or None.

    Knows the names in six languages, codes, short and official forms, former names with their
    successors, and regions written in place of a country. Where a name has stood for different
    things, `on` picks what it stood for on that day.

    >>> [country.code for country in country_by_name("Çekoslovakya").countries]
    ['CZ', 'SK']
    """
    matches = _matches_by_key().get(fold(text), ())
    if on is not None:
        matches = tuple(match for match in matches if match.was_in_use(on)) or matches
    return matches[0] if matches else None


@cache
def country_keys() -> tuple[str, ...]:
    """Return the folded names that `country_by_name` knows, without codes."""
    return tuple(
        key
        for key, matches in _matches_by_key().items()
        if matches[0].kind is not CountryNameKind.CODE
    )


@cache
def _matches_by_key() -> Mapping[str, tuple[CountryMatch, ...]]:
    found: dict[str, list[CountryMatch]] = {}
    for match in (*_current_names(), *map(_reviewed_match, _rows("country_names.csv"))):
        found.setdefault(fold(match.name), []).append(match)
    return {key: tuple(matches) for key, matches in found.items()}


def _current_names() -> list[CountryMatch]:
    matches = [
        CountryMatch(name=name, kind=CountryNameKind.CURRENT, countries=(country,))
        for country in all_countries().values()
        for name in country.names.values()
    ]
    matches += [
        CountryMatch(name=code, kind=CountryNameKind.CODE, countries=(country,))
        for country in all_countries().values()
        for code in (country.alpha3, country.code)
    ]
    return matches


def _reviewed_match(row: dict[str, str]) -> CountryMatch:
    return CountryMatch(
        name=row["name"],
        kind=CountryNameKind(row["kind"]),
        countries=tuple(country_by_code(code) for code in row["codes"].split(";")),
        since=date.fromisoformat(row["since"]) if row["since"] else None,
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        region=row["region"] or None,
    )
