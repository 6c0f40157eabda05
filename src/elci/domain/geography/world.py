"""The world's ties between cities as the package brings them: Wikidata, 2016 and 2017."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from types import MappingProxyType
from typing import Final

import numpy as np

from elci.domain.geography.countries import numbers_of
from elci.domain.geography.tables import (
    WORLD,
    Flags,
    Floats,
    Numbers,
    columns_in,
    flags,
    floats,
    integers,
)

UNKNOWN_YEAR: Final = -1


@dataclass(frozen=True, eq=False, kw_only=True)
class World:
    """Cities and the ties between them; a row of an array is a city or a tie."""

    ids: Numbers
    """GeoNames ids, ascending."""
    names: tuple[str, ...]
    """As GeoNames gives them first."""
    countries: tuple[str, ...]
    coordinates: Floats
    """Latitude and longitude."""
    population: Floats
    """NaN where it is not known."""
    qids: tuple[str, ...]
    """Items of Wikidata; empty where none is known."""
    pairs: Numbers
    """The ties: places of two cities in the arrays, the smaller first, in order."""
    since: Numbers
    """The year in which a tie began, -1 where it is not known."""
    until: Numbers
    sources: tuple[str, ...]
    multilateral: Flags
    """1 where both belong to a club of cities such as the Douzelage: no tie of two."""

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """The place of each city in the arrays, by its id."""
        return MappingProxyType({city: place for place, city in enumerate(self.ids.tolist())})

    @cached_property
    def country_numbers(self) -> Numbers:
        """For each city the place of its country in the arrays of countries."""
        return numbers_of(self.countries)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of what results are made from: ids, countries, ties, years and clubs."""
        found = sha256(",".join(self.countries).encode())
        for array in (self.ids, self.pairs, self.since, self.until, self.multilateral):
            found.update(np.ascontiguousarray(array).tobytes())
        return found.hexdigest()


@cache
def shipped_world() -> World:
    """Return the data set of the package; read once."""
    return read_world(
        *((WORLD / name).read_text(encoding="utf-8") for name in ("cities.csv", "links.csv"))
    )


def read_world(cities: str, links: str) -> World:
    """Read a data set from the text of two tables whose headings are those of the package."""
    city, link = columns_in(cities), columns_in(links)
    ids = integers(city["id"], missing=0)
    ends = np.column_stack([integers(link[end], missing=0) for end in ("a_id", "b_id")])
    return World(
        ids=ids,
        names=tuple(city["name"]),
        countries=tuple(city["country"]),
        coordinates=np.column_stack((floats(city["lat"]), floats(city["lon"]))),
        population=floats(city["population"]),
        qids=tuple(city["qid"]),
        pairs=np.searchsorted(ids, ends),
        since=integers(link["year"], missing=UNKNOWN_YEAR),
        until=integers(link["until"], missing=UNKNOWN_YEAR),
        sources=tuple(link["source"]),
        multilateral=flags(link["multilateral"]),
    )
