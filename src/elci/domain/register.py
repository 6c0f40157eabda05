"""Which part of the register a person asks for, as the address of a page carries it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from elci.domain.acts.kinds import Standing
from elci.domain.places.continents import Continent
from elci.domain.vocabularies import Instrument

SEVERAL_COUNTRIES: Final = "ZZ"
"""Stands for the country of a relation whose partners are of several countries."""

NO_COUNTRY: Final = "XX"
"""Stands for the country of a relation whose partners are of none, such as a network of cities."""
NO_DECADE: Final = 0
"""Asks for the relations of which the decade of the first signing is not known."""

MAX_PAGE: Final = 100_000
_MAX_TEXT: Final = 100


class Order(StrEnum):
    """How a list of relations is sorted."""

    PARTNER = "partner"
    OLDEST = "oldest"
    NEWEST = "newest"


class Part(StrEnum):
    """Parts of a filter, as they are named in an address."""

    INSTRUMENT = "instrument"
    STANDING = "standing"
    CONTINENT = "continent"
    COUNTRY = "country"
    DECADE = "decade"
    FIRST_FROM = "first_from"
    FIRST_UNTIL = "first_until"
    HOST = "host"
    TEXT = "q"
    AS_OF = "as_of"
    ORDER = "order"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFilter:
    """A part of the register; every field left out is "all of it"."""

    instrument: Instrument | None = None
    standing: Standing | None = None
    continent: Continent | None = None
    country: str | None = None
    decade: int | None = None
    first_from: date | None = None
    first_until: date | None = None
    """First day of signing that is no longer meant."""
    host: str | None = None
    text: str = ""
    as_of: date | None = None
    """The day on which the register is looked at; ``None`` is today."""
    order: Order = Order.PARTNER
    page: int = 1

    def with_part(self, **changes: Any) -> "RegisterFilter":
        """Return the same filter with parts changed, on its first page."""
        return replace(self, **{"page": 1, **changes})

    def as_query(self) -> dict[str, str]:
        """Return the parts that are set, as an address names them, in a fixed order."""
        parts = {}
        for field, part in zip(fields(self), Part, strict=True):
            value = getattr(self, field.name)
            if value is not None and value != field.default:
                parts[part.value] = str(value)
        return parts

    def day(self, today: date) -> date:
        """Return the day that is looked at; a day to come is today, since no register knows it."""
        return today if self.as_of is None else min(self.as_of, today)

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything of the register out, apart from choosing a day."""
        return replace(self, as_of=None, order=Order.PARTNER, page=1) != RegisterFilter()


@dataclass(frozen=True, slots=True)
class FilterReading:
    """A filter as read, and the parts of the address that could not be understood."""

    filter: RegisterFilter
    not_understood: Mapping[Part, str]


def read_filter(query: Mapping[str, str]) -> FilterReading:
    """Read a filter from an address; a part that makes no sense is left out and reported.

    ``as_of`` may be a year, which means the last day of it, or a day.
    """
    values: dict[str, Any] = {}
    faults: dict[Part, str] = {}
    for field, part in zip(fields(RegisterFilter), Part, strict=True):
        text = query.get(part, "").strip()
        if text == "":
            continue
        try:
            values[field.name] = _READERS[part](text)
        except ValueError:
            faults[part] = text[:_MAX_TEXT]
    return FilterReading(RegisterFilter(**values), faults)


def read_day(text: str) -> date:
    """Read a day, or a year as its last day; anything else is a ``ValueError``."""
    if re.fullmatch(r"[0-9]{4}", text) is not None:
        return date(int(text), 12, 31)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is None:
        raise ValueError(text)
    return date.fromisoformat(text)


def _read_country(text: str) -> str:
    if re.fullmatch(r"[A-Z]{2}", text) is None:
        raise ValueError(text)
    return text


def _read_decade(text: str) -> int:
    if re.fullmatch(r"[12][0-9]{2}0|0", text) is None:
        raise ValueError(text)
    return int(text)


def _read_page(text: str) -> int:
    if re.fullmatch(r"[0-9]{1,6}", text) is None or not 1 <= int(text) <= MAX_PAGE:
        raise ValueError(text)
    return int(text)


def _read_text(text: str) -> str:
    if "\x00" in text:
        raise ValueError(text)
    return text[:_MAX_TEXT].strip()


def _read_host(text: str) -> str:
    if re.fullmatch(r"[a-z0-9-]{1,50}", text) is None:
        raise ValueError(text)
    return text


_READERS: Final[Mapping[Part, Any]] = {
    Part.INSTRUMENT: Instrument,
    Part.STANDING: Standing,
    Part.CONTINENT: Continent,
    Part.COUNTRY: _read_country,
    Part.DECADE: _read_decade,
    Part.FIRST_FROM: read_day,
    Part.FIRST_UNTIL: read_day,
    Part.HOST: _read_host,
    Part.TEXT: _read_text,
    Part.AS_OF: read_day,
    Part.ORDER: Order,
    Part.PAGE: _read_page,
}
