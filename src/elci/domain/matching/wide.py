"""The world of suggestions: all candidates of the gazetteer, and all cities that have ties."""

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from elci.domain.geography.countries import country_facts
from elci.domain.geography.world import shipped_world
from elci.domain.matching.candidates import Candidates, candidates_of, shipped_ties, with_place
from elci.domain.matching.cities import Cities, Numbers
from elci.domain.matching.features import Features
from elci.domain.matching.world import World
from elci.domain.places.gazetteer import open_gazetteer


@dataclass(frozen=True, eq=False)
class WideWorld:
    """Candidates first, in their order, then the other cities that have ties."""

    candidates: Candidates
    others: Numbers
    """Rows of the data on the world's ties that are not among the candidates."""

    @classmethod
    def of(cls, candidates: Candidates) -> "WideWorld":
        """Put candidates and the world's data together."""
        among = np.unique(candidates.in_world)
        others = np.setdiff1d(np.arange(len(shipped_world().ids)), among)
        return cls(candidates, others)

    @cached_property
    def features(self) -> Features:
        """What can be said of any city and any candidate."""
        return Features(self.world)

    @cached_property
    def world(self) -> World:
        """The cities with the ties of the package; clubs of many are no ties of two."""
        cities = _of_candidates(self.candidates).followed_by(_of_world(self.others))
        pairs = self._numbers[shipped_ties().network.pairs]
        return World.of(cities, pairs, candidates=len(self.candidates))

    @cached_property
    def _numbers(self) -> Numbers:
        """The number of the city of each row of the data on the world's ties."""
        found = np.empty(len(shipped_world().ids), dtype=np.int64)
        found[self.others] = len(self.candidates) + np.arange(len(self.others))
        rows = np.flatnonzero(self.candidates.in_world >= 0)
        found[self.candidates.in_world[rows]] = rows
        return found

    def number_of(self, one: Candidates) -> int | None:
        """Return the number of a place, given as the only row; None where it is not there."""
        row = self.candidates.row_of(int(one.places[0]))
        if row is not None:
            return row
        return int(self._numbers[one.in_world[0]]) if one.in_world[0] >= 0 else None


@cache
def usual_world() -> WideWorld:
    """Return the world of the usual candidates; made once."""
    return WideWorld.of(candidates_of())


def world_with(one: Candidates) -> WideWorld:
    """Return the usual world, with a place more where it lacks it: that takes some seconds."""
    usual = usual_world()
    if usual.number_of(one) is not None:
        return usual
    return WideWorld.of(with_place(usual.candidates, one))


def _of_candidates(candidates: Candidates) -> Cities:
    gazetteer, codes = open_gazetteer(), (*country_facts(), "")
    return Cities(
        tuple(map(str, candidates.places.tolist())),
        tuple(gazetteer.name_at(place) for place in candidates.places.tolist()),
        tuple(codes[number] for number in candidates.countries.tolist()),
        candidates.latitudes.astype(np.float32),
        candidates.longitudes.astype(np.float32),
        candidates.population.astype(np.float32),
    )


def _of_world(rows: Numbers) -> Cities:
    world = shipped_world()
    return Cities(
        tuple(f"tie:{city}" for city in world.ids[rows].tolist()),
        tuple(world.names[row] for row in rows.tolist()),
        tuple(world.countries[row] for row in rows.tolist()),
        world.coordinates[rows, 0].astype(np.float32),
        world.coordinates[rows, 1].astype(np.float32),
        world.population[rows].astype(np.float32),
    )
