"""The places that may be asked, as arrays: where they lie, how many live there, what is known."""

import csv
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from elci.domain.geography.countries import country_facts
from elci.domain.geography.tables import Floats, Numbers
from elci.domain.geography.world import World, shipped_world
from elci.domain.networks.network import Network
from elci.domain.places import layout
from elci.domain.places.countries import all_countries
from elci.domain.places.gazetteer import Gazetteer, UnknownPlaceError, open_gazetteer

TABLES: Final = Path(__file__).parents[2] / "resources" / "partners"
USUAL_SIZE: Final = 20_000
"""So many people live in a candidate at least, unless the reader asks for smaller ones."""
SMALLEST: Final = 5_000
"""Of smaller places nobody has looked whether they lie at a coast."""
_RECORD: Final = np.dtype(
    [
        ("geonameid", "<u4"),
        ("kind", "u1"),
        ("flags", "u1"),
        ("country", "S2"),
        ("region", "<u4"),
        ("latitude", "<i4"),
        ("longitude", "<i4"),
        ("population", "<u4"),
        ("rest", "V12"),
    ]
)
_SETTLED: Final = 1
"""The greatest number of a kind that is a settlement: city and district come first."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Candidates:
    """Cities and districts; a row of each array is a place."""

    places: Numbers
    """Places in the gazetteer's own order."""
    geonameids: Numbers
    """0 where GeoNames has none."""
    countries: Numbers
    """Numbers of countries as in ``domain.geography``; -1 for one that it does not know."""
    latitudes: Floats
    longitudes: Floats
    population: Floats
    """NaN where it is not known."""
    levels: NDArray[np.int8]
    """0 for a district of a city, 1 for a city, 2 for the capital of a state."""
    regions: Numbers
    """The first-level region, as the gazetteer's place; ``layout.NO_PLACE`` where there is none."""
    borrowed: NDArray[np.bool_]
    """Whether the coordinates are those of the province."""
    coast_km: Floats
    """Kilometres to the sea; infinite beyond ten, NaN where nobody has looked."""
    in_world: Numbers
    """Rows of the same cities in the data on the world's ties; -1 where it has no tie."""

    def __len__(self) -> int:
        return len(self.places)

    @cached_property
    def on_globe(self) -> Floats:
        """Points on the unit sphere."""
        latitude, longitude = np.radians(self.latitudes), np.radians(self.longitudes)
        flat = np.cos(latitude)
        return np.column_stack(
            (flat * np.cos(longitude), flat * np.sin(longitude), np.sin(latitude))
        )

    def row_of(self, place: int) -> int | None:
        """Return the row of a place of the gazetteer, if it is among them."""
        found = np.searchsorted(self.places, place)
        if found < len(self.places) and self.places[found] == place:
            return int(found)
        return None

    def rows(self, chosen: Numbers) -> "Candidates":
        """Return some of them, in the order given."""
        return Candidates(
            **{name: getattr(self, name)[chosen] for name in self.__dataclass_fields__}
        )


@cache
def candidates_of(smallest: int = USUAL_SIZE) -> Candidates:
    """Return the settlements of the gazetteer with so many people or more, in its order."""
    records = _records(open_gazetteer())
    wanted = (records["kind"] <= _SETTLED) & (records["population"] >= max(smallest, 1))
    return _arrays(np.flatnonzero(wanted))


def candidate_of(place_id: str) -> Candidates:
    """Return one place, however small, as the only row.

    Raises ``UnknownPlaceError``, for regions and countries too: they are no local authorities.
    """
    gazetteer = open_gazetteer()
    index = gazetteer.index_of(place_id)
    if index is None or _records(gazetteer)["kind"][index] > _SETTLED:
        raise UnknownPlaceError(place_id)
    return _arrays(np.asarray([index]))


def with_place(candidates: Candidates, one: Candidates) -> Candidates:
    """Return the candidates with one place more, if it is not among them; their order holds."""
    if candidates.row_of(int(one.places[0])) is not None:
        return candidates
    at = int(np.searchsorted(candidates.places, one.places[0]))
    names = candidates.__dataclass_fields__
    return Candidates(
        **{name: np.insert(getattr(candidates, name), at, getattr(one, name)[0]) for name in names}
    )


def _records(gazetteer: Gazetteer) -> NDArray[np.void]:
    return np.frombuffer(gazetteer.records, dtype=_RECORD)


def _arrays(places: Numbers) -> Candidates:
    records = _records(open_gazetteer())[places]
    population = records["population"].astype(np.float64)
    geonameids = records["geonameid"].astype(np.int64)
    return Candidates(
        places=places.astype(np.int64),
        geonameids=geonameids,
        countries=_country_numbers(records["country"]),
        latitudes=records["latitude"] / layout.DEGREE,
        longitudes=records["longitude"] / layout.DEGREE,
        population=np.where(population > 0, population, np.nan),
        levels=np.where(records["kind"] == 0, 1 + np.isin(geonameids, _capitals()), 0).astype(
            np.int8
        ),
        regions=records["region"].astype(np.int64),
        borrowed=(records["flags"] & layout.BORROWED_COORDINATES).astype(bool),
        coast_km=_coast_km(records, geonameids),
        in_world=_in_world(geonameids),
    )


def _country_numbers(codes: NDArray[np.bytes_]) -> Numbers:
    known = np.asarray([code.encode() for code in country_facts()], dtype="S2")
    order = np.argsort(known)
    found = np.clip(np.searchsorted(known, codes, sorter=order), 0, len(known) - 1)
    numbers = order[found]
    return np.where(known[numbers] == codes, numbers, -1)


@cache
def _capitals() -> Numbers:
    found = (country.capital_geonameid for country in all_countries().values())
    return np.asarray(sorted(each for each in found if each is not None), dtype=np.int64)


@cache
def _coast() -> tuple[Numbers, Floats]:
    with (TABLES / "coast.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if row[0].isdigit()]
    found = np.asarray(sorted((int(place), float(km)) for place, km in rows))
    return found[:, 0].astype(np.int64), found[:, 1]


def _coast_km(records: NDArray[np.void], geonameids: Numbers) -> Floats:
    ids, kilometres = _coast()
    at = np.clip(np.searchsorted(ids, geonameids), 0, len(ids) - 1)
    found = np.where(ids[at] == geonameids, kilometres[at], np.inf)
    borrowed = (records["flags"] & layout.BORROWED_COORDINATES).astype(bool)
    unseen = borrowed | (geonameids == 0) | (records["population"] < SMALLEST)
    return np.where(unseen, np.nan, found)


def _in_world(geonameids: Numbers) -> Numbers:
    ids = shipped_world().ids
    at = np.clip(np.searchsorted(ids, geonameids), 0, len(ids) - 1)
    return np.where(ids[at] == geonameids, at, -1)


@dataclass(frozen=True, eq=False)
class Ties:
    """The world's ties between two cities; those within a club of many are left out."""

    world: World
    network: Network

    @classmethod
    def of(cls, world: World) -> "Ties":
        """Make them from a data set."""
        pairs = world.pairs[world.multilateral != 1]
        return cls(world, Network.of(len(world.ids), pairs))

    def partners(self, city: int) -> Numbers:
        """Return the rows of the cities with which one has ties; none for -1."""
        if city < 0:
            return np.empty(0, dtype=np.int64)
        start, end = self.network.starts[city : city + 2]
        return np.asarray(self.network.neighbours[start:end], dtype=np.int64)

    @cached_property
    def between_countries(self) -> Floats:
        """How many ties lead from the country of the row to that of the column."""
        count = len(country_facts())
        ends = self.world.country_numbers[self.network.pairs]
        ends = ends[(ends >= 0).all(axis=1)]
        found = np.zeros((count, count))
        np.add.at(found, (ends[:, 0], ends[:, 1]), 1)
        np.add.at(found, (ends[:, 1], ends[:, 0]), 1)
        return found


@cache
def shipped_ties() -> Ties:
    """Return the ties of the package's data set."""
    return Ties.of(shipped_world())
