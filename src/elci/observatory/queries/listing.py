"""The network as lists: cities, countries, ties and groups, sorted and in pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from elci.domain.geography.countries import country_facts, country_numbers
from elci.domain.geography.tables import Numbers
from elci.domain.geography.ties import TYPES, TieType
from elci.domain.geography.world import World
from elci.domain.networks.components import components
from elci.domain.places.folding import fold, sort_key
from elci.observatory.queries.asking import NetworkFilter, Selection, Table
from elci.observatory.queries.networks import (
    CityNetwork,
    country_names,
    is_of_register,
    names_of,
)

ROWS: Final = 50
MOST_FOUND: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class CityRow:
    """A city in a list."""

    place: int
    """Its place in the arrays of the network."""
    id: int
    name: str
    country: str
    ties: int
    population: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRow:
    """A country in a list."""

    code: str
    name: str
    cities: int
    ties: int
    domestic: int
    partners: int
    """Other countries with which it has a tie."""
    most: tuple[tuple[str, str, int], ...]
    """The countries with which it has most: code, name, ties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRow:
    """A tie in a list."""

    one: CityRow
    other: CityRow
    type: TieType
    distance_km: float | None
    since: int | None
    is_of_register: bool


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A club of cities."""

    members: tuple[CityRow, ...]
    ties: int


Row = CityRow | CountryRow | TieRow | GroupRow


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list."""

    rows: Sequence[Row]
    total: int
    number: int
    pages: int


def listed(selection: Selection, wanted: NetworkFilter, language: str) -> Page:
    """Return the page of the list that a filter asks for."""
    if wanted.table is Table.COUNTRIES:
        return _page(wanted, _country_rows(selection, wanted, language))
    if wanted.table is Table.GROUPS:
        return _page(wanted, group_rows(selection.whole, language))
    whole = selection.whole
    if wanted.table is Table.TIES:
        ties = _tie_order(selection, wanted, language).tolist()
        return _page(wanted, ties, lambda tie: tie_row(whole, tie, language))
    cities = _city_order(selection, wanted, language).tolist()
    return _page(wanted, cities, lambda city: city_row(whole, city, language))


def city_row(whole: CityNetwork, place: int, language: str) -> CityRow:
    """Return a city as a list shows it."""
    world = whole.world
    population = world.population[place]
    return CityRow(
        place=place,
        id=int(world.ids[place]),
        name=whole.names_in(language)[place],
        country=world.countries[place],
        ties=int(whole.network.degrees[place]),
        population=None if np.isnan(population) else int(population),
    )


def tie_row(whole: CityNetwork, tie: int, language: str) -> TieRow:
    """Return a tie as a list shows it."""
    world = whole.world
    one, other = whole.network.pairs[tie].tolist()
    distance = float(whole.types.distances_km[tie])
    row = int(whole.rows[tie])
    since = int(world.since[row])
    return TieRow(
        one=city_row(whole, one, language),
        other=city_row(whole, other, language),
        type=TYPES[int(whole.types.types[tie])],
        distance_km=None if np.isnan(distance) else distance,
        since=since if since >= 0 else None,
        is_of_register=is_of_register(world, row),
    )


def found_cities(whole: CityNetwork, text: str, language: str) -> list[CityRow]:
    """Return the cities with such a name: those that begin so first, then by their ties."""
    wanted = fold(text)
    if not wanted:
        return []
    keys = zip(_folded(whole.world, language), _folded(whole.world, "local"), strict=True)
    degrees = whole.network.degrees
    found = [
        (not any(name.startswith(wanted) for name in names), -int(degrees[place]), place)
        for place, names in enumerate(keys)
        if any(wanted in name for name in names)
    ]
    return [city_row(whole, place, language) for _far, _ties, place in sorted(found)[:MOST_FOUND]]


def group_rows(whole: CityNetwork, language: str) -> list[GroupRow]:
    """Return the clubs, the largest first: cities that hang together by the ties of clubs."""
    network = whole.club_network
    parts = components(network)
    linked = np.flatnonzero(network.degrees)
    labels, sizes = np.unique(parts[linked], return_counts=True)
    rows = []
    for label in labels[np.argsort(-sizes, kind="stable")].tolist():
        members = linked[parts[linked] == label]
        cities = [city_row(whole, place, language) for place in members.tolist()]
        cities.sort(key=lambda city: sort_key(city.name, language))
        rows.append(GroupRow(tuple(cities), int(network.degrees[members].sum()) // 2))
    return rows


def country_counts(selection: Selection) -> Numbers:
    """Return how many of the ties lie between each two countries; an unknown one comes last."""
    whole = selection.whole
    ends = whole.world.country_numbers[whole.network.pairs[selection.ties]]
    count = len(country_numbers()) + 1
    counts = np.bincount((ends[:, 0] % count) * count + ends[:, 1] % count, minlength=count * count)
    square = counts.reshape(count, count)
    return np.asarray(square + square.T - np.diag(np.diag(square)))


def _country_rows(selection: Selection, wanted: NetworkFilter, language: str) -> list[CountryRow]:
    whole = selection.whole
    counts = country_counts(selection)
    codes = tuple(country_facts())
    names = country_names(whole.world, language)
    cities = np.bincount(
        whole.world.country_numbers[selection.cities] % (len(codes) + 1), minlength=len(codes) + 1
    )
    rows = [
        _country_row(number, codes, names, counts, int(cities[number]))
        for number in np.flatnonzero(cities[:-1]).tolist()
    ]
    field = wanted.order.removeprefix("-")
    if field == "name":
        rows.sort(key=lambda row: sort_key(row.name, language))
    else:
        rows.sort(key=lambda row: (getattr(row, field), row.code))
    return rows[::-1] if wanted.order.startswith("-") else rows


def _country_row(
    number: int, codes: Sequence[str], names: Mapping[str, str], counts: Numbers, cities: int
) -> CountryRow:
    own = counts[number, :-1]
    abroad = own.copy()
    abroad[number] = 0
    most = np.argsort(-abroad, kind="stable")[:3].tolist()
    return CountryRow(
        code=codes[number],
        name=names[codes[number]],
        cities=cities,
        ties=int(own.sum()),
        domestic=int(own[number]),
        partners=int((abroad > 0).sum()),
        most=tuple(
            (codes[each], names.get(codes[each], codes[each]), int(abroad[each]))
            for each in most
            if abroad[each]
        ),
    )


def _city_order(selection: Selection, wanted: NetworkFilter, language: str) -> Numbers:
    world, cities = selection.whole.world, selection.cities
    ranks = _name_ranks(world, language)[cities]
    field = wanted.order.removeprefix("-")
    keys = {
        "ties": selection.whole.network.degrees[cities],
        "name": ranks,
        "country": _country_ranks(world, language)[cities],
        "population": np.nan_to_num(world.population[cities], nan=-1),
    }
    return np.asarray(cities[_sorted(keys[field], ranks, wanted.order)])


def _tie_order(selection: Selection, wanted: NetworkFilter, language: str) -> Numbers:
    whole, ties = selection.whole, selection.ties
    pairs = whole.network.pairs[ties]
    ranks = _name_ranks(whole.world, language)[pairs].min(axis=1)
    since = whole.world.since[whole.pairs_of_two][ties]
    field = wanted.order.removeprefix("-")
    unknown_last = np.iinfo(np.int64).min if wanted.order.startswith("-") else 9999
    keys = {
        "name": ranks,
        "distance": np.nan_to_num(whole.types.distances_km[ties], nan=-1),
        "since": np.where(since < 0, unknown_last, since),
        "type": whole.types.types[ties],
    }
    return np.asarray(ties[_sorted(keys[field], ranks, wanted.order)])


def _sorted(keys: NDArray[Any], ranks: Numbers, order: str) -> Numbers:
    return np.lexsort((ranks, -keys if order.startswith("-") else keys))


@lru_cache(maxsize=8)
def _name_ranks(world: World, language: str) -> Numbers:
    names = names_of(world, language)
    keys = [sort_key(name, language) for name in names]
    ranks = np.empty(len(keys), dtype=np.int64)
    ranks[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
    return ranks


@lru_cache(maxsize=8)
def _country_ranks(world: World, language: str) -> Numbers:
    names = country_names(world, language)
    order = sorted(names, key=lambda code: sort_key(names[code], language))
    ranks = {code: number for number, code in enumerate(order)}
    return np.asarray([ranks[code] for code in world.countries], dtype=np.int64)


@lru_cache(maxsize=8)
def _folded(world: World, language: str) -> tuple[str, ...]:
    return tuple(fold(name) for name in names_of(world, language))


def _page(
    wanted: NetworkFilter, found: Sequence[Any], row: Callable[[Any], Row] | None = None
) -> Page:
    """Return a page of what was found, each written as a row where it is none yet."""
    pages = max(1, -(-len(found) // ROWS))
    number = min(wanted.page, pages)
    shown = found[(number - 1) * ROWS : number * ROWS]
    return Page([each if row is None else row(each) for each in shown], len(found), number, pages)
