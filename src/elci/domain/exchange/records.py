"""What every format writes: cities, ties, and where they are from."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class CityRecord:
    """A city; what is not known is None."""

    id: int
    name: str
    country: str
    latitude: float | None
    longitude: float | None
    population: int | None
    ties: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRecord:
    """A tie of two cities."""

    a_id: int
    b_id: int
    a_name: str
    b_name: str
    a_country: str
    b_country: str
    type: str
    distance_km: float | None
    since: int | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """Cities and ties with what must be said of them wherever they go."""

    title: str
    citation: str
    stated_on: str
    """The day of the data, as ISO 8601 writes it."""
    cities: Sequence[CityRecord]
    ties: Sequence[TieRecord]


def columns_of(record: type) -> tuple[str, ...]:
    """Return the names of a record's fields, in their order."""
    return tuple(field.name for field in fields(record))


def values_of(record: Any) -> tuple[Any, ...]:
    """Return a record's values, in the order of its fields."""
    return tuple(getattr(record, name) for name in columns_of(type(record)))
