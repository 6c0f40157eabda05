"""The network of cities from the register, from the world's data set, or from both."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from elci.domain.geography.joining import joined
from elci.domain.geography.tables import Numbers
from elci.domain.geography.ties import TypedTies, tie_types
from elci.domain.geography.world import World, shipped_world
from elci.domain.networks.network import Network
from elci.domain.places.countries import country_by_code
from elci.domain.places.gazetteer import UnknownPlaceError, open_gazetteer
from elci.foundation.eyes import Eyes
from elci.observatory.choices import NetworkSource
from elci.observatory.queries.data_sets import SHIPPED_ON, current_world
from elci.observatory.queries.register_ties import SOURCE, register_world


@dataclass(frozen=True, eq=False)
class CityNetwork:
    """A network of cities with what belongs to it."""

    world: World
    source: NetworkSource
    stated_on: date
    """The day of the world's data set; that of the register where only its ties are in it."""

    @cached_property
    def pairs_of_two(self) -> NDArray[np.bool_]:
        """Which ties are ties of two: not those of a club, and not those that have ended."""
        return np.asarray((self.world.multilateral != 1) & (self.world.until < 0))

    @cached_property
    def rows(self) -> Numbers:
        """For each tie of two its place among all ties of the data set."""
        return np.flatnonzero(self.pairs_of_two)

    @cached_property
    def network(self) -> Network:
        """The ties of two as a network."""
        return Network.of(len(self.world.ids), self.world.pairs[self.pairs_of_two])

    @cached_property
    def club_network(self) -> Network:
        """The ties between members of one club."""
        return Network.of(len(self.world.ids), self.world.pairs[self.world.multilateral == 1])

    @cached_property
    def types(self) -> TypedTies:
        """The type of local diplomacy of each tie of two, in the order of ``network.pairs``."""
        return types_of(self.world, self.network.pairs)

    @property
    def digest(self) -> str:
        """What results of it are kept under."""
        return self.world.digest

    def names_in(self, language: str) -> tuple[str, ...]:
        """Return the names of the cities as a reader of a language knows them."""
        return names_of(self.world, language)


def types_of(world: World, pairs: Numbers) -> TypedTies:
    """Return the types of pairs of cities."""
    one, other = pairs.T
    return tie_types(
        world.country_numbers[one],
        world.country_numbers[other],
        one_at=world.coordinates[one],
        other_at=world.coordinates[other],
    )


def network_of(source: NetworkSource, eyes: Eyes, *, day: date) -> CityNetwork:
    """Return the network of a source, the register's part as it stands on a day.

    One query for the world; for the register one, or four where it has changed.
    """
    if source is NetworkSource.REGISTER:
        return CityNetwork(register_world(eyes, day), source, day)
    current = current_world()
    if source is NetworkSource.WORLD:
        return _of_world(current.world, current.stated_on)
    return _of_both(_Held(current.world), _Held(register_world(eyes, day)), current.stated_on)


def shipped_network() -> CityNetwork:
    """Return the network of the package's own data set; needs no database."""
    return _of_world(shipped_world(), SHIPPED_ON)


@lru_cache(maxsize=2)
def _of_world(world: World, stated_on: date) -> CityNetwork:
    return CityNetwork(world, NetworkSource.WORLD, stated_on)


@dataclass(frozen=True, eq=False, slots=True)
class _Held:
    """A data set that is the same as any other of the same rows."""

    world: World

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.world.digest == other.world.digest

    def __hash__(self) -> int:
        return hash(self.world.digest)


@lru_cache(maxsize=4)
def _of_both(world: _Held, register: _Held, stated_on: date) -> CityNetwork:
    return CityNetwork(joined(world.world, register.world), NetworkSource.BOTH, stated_on)


@lru_cache(maxsize=8)
def names_of(world: World, language: str) -> tuple[str, ...]:
    """Return the names of the cities in a language; "local" asks for their own."""
    gazetteer = open_gazetteer()
    names = []
    for city, name in zip(world.ids.tolist(), world.names, strict=True):
        try:
            names.append(gazetteer.place(str(city)).name_in(language))
        except UnknownPlaceError:
            names.append(name)
    return tuple(names)


def country_names(world: World, language: str) -> Mapping[str, str]:
    """Return the names of the countries in which there is a city, by code."""
    codes = sorted({*world.countries})
    return MappingProxyType({code: country_by_code(code).name_in(language) for code in codes})


def is_of_register(world: World, tie: int) -> bool:
    """Whether the register states a tie, besides or instead of the world's data set."""
    return SOURCE in world.sources[tie].split(";")
