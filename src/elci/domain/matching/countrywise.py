"""Which countries go together, and which of them a city, or its neighbours, has chosen."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from elci.domain.matching.cities import Floats
from elci.domain.matching.nearby import Nearby
from elci.domain.matching.pairing import Block, Grid
from elci.domain.matching.world import World

_DOUBT_OF_LIFT: Final = 2.0
"""Ties that a pair of countries would have to exceed what is expected before it counts."""
_DOUBT_OF_PAIRS: Final = 20.0
_DOUBT_OF_DEGREE: Final = 3.0


@dataclass(frozen=True, eq=False)
class Countrywise:
    """Counts of ties by country, prepared for comparison."""

    world: World
    ties: Floats
    lift: Floats
    """Logarithm of the ties of two countries over those expected from how many each has."""
    rate: Floats
    """Logarithm of the ties of two countries per pair of their cities."""
    degrees: Floats
    """Logarithm of the mean number of ties, by country."""
    usual: Floats
    """The share of the ties of a country (row) that lead to each country."""
    nearby: Nearby
    near_ties: dict[str, Floats]
    """How many ties the neighbours of each city have."""
    profile: Floats
    """How well a country (column) goes with those that a city (row) has ties with."""
    into_subregions: Floats

    @classmethod
    def of(cls, world: World, nearby: Nearby) -> "Countrywise":
        """Count the ties of a world."""
        ties = world.country_ties
        ends = ties.sum(axis=1)
        countries = world.cities.country_numbers
        cities = np.bincount(countries, minlength=len(ties))
        degrees = world.ties.degrees.astype(np.float32)
        return cls(
            world,
            np.log1p(ties),
            log_lift(ties),
            log_rate(world),
            np.log1p((ends + _DOUBT_OF_DEGREE) / (cities + 1)).astype(np.float32),
            _usual(ties),
            nearby,
            {name: each @ degrees for name, each in nearby.weights.items()},
            _profile(world),
            _into_subregions(world),
        )

    def block(self, grid: Grid) -> Block:
        """Compare some cities with all candidates."""
        countries = self.world.cities.country_numbers
        subregions = self.world.facts.subregions[countries]
        found = {
            "country_ties": grid.square(self.ties, countries),
            "country_lift": grid.square(self.lift, countries),
            "country_rate": grid.square(self.rate, countries),
        }
        found |= grid.ends("country_degree", self.degrees[countries])
        found |= grid.of_group("into_country", self.world.ties_into, countries)
        found |= grid.of_group("into_subregion", self.into_subregions, subregions)
        found |= grid.of_group("profile", self.profile, countries)
        for name in self.near_ties:
            found |= self._near_into(name, grid)
        return found

    def _near_into(self, name: str, grid: Grid) -> Block:
        """Return the share of the ties of a city's neighbours that lead into a country."""
        near, ties, into = self.nearby.weights[name], self.near_ties[name], self.world.ties_into
        countries = self.world.cities.country_numbers
        own = (near[grid.rows] @ into + self.usual[countries[grid.rows]]) / (ties[grid.rows] + 1)[
            :, None
        ]
        asked, places = np.unique(countries[grid.rows], return_inverse=True)
        candidates = countries[grid.columns]
        counts = near[grid.columns] @ into[:, asked] + self.usual[np.ix_(candidates, asked)]
        other = counts / (ties[grid.columns] + 1)[:, None]
        return {
            f"{name}_into_country_own": own[:, candidates],
            f"{name}_into_country_other": other[:, places].T,
        }


def log_lift(ties: Floats) -> Floats:
    """Return the logarithm of counts of ties over those expected from the sums of the rows.

    >>> log_lift(np.array([[0.0, 8.0], [8.0, 0.0]])).astype(float).round(2).tolist()
    [[-1.1, 0.51], [0.51, -1.1]]
    """
    ends = ties.sum(axis=1)
    expected = np.outer(ends, ends) / max(ends.sum(), 1)
    lift = (ties + _DOUBT_OF_LIFT) / (expected + _DOUBT_OF_LIFT)
    return np.asarray(np.log(lift), dtype=np.float32)


def log_rate(world: World) -> Floats:
    """Return the logarithm of the ties per pair of cities, country by country."""
    ties = world.country_ties
    countries = world.cities.country_numbers[: world.candidates]
    cities = np.bincount(countries, minlength=len(ties))
    pairs = np.outer(cities, cities) + _DOUBT_OF_PAIRS
    return np.log((ties + 0.5) / pairs).astype(np.float32)


def _usual(ties: Floats) -> Floats:
    ends = ties.sum(axis=1)
    found = (ties + 2 * ends / max(ends.sum(), 1)) / (ends[:, None] + 2)
    return np.asarray(found, dtype=np.float32)


def _profile(world: World) -> Floats:
    tied = np.flatnonzero(world.ties.degrees)
    into = world.ties_into[tied]
    has = (into > 0).astype(np.float32)
    has[:, 0] = 0
    both = has.T @ has
    each = np.diag(both).copy()
    np.fill_diagonal(both, 0)
    cities = max(int((has.sum(axis=1) > 0).sum()), 1)
    fit = np.log((both + 1) / (np.outer(each, each) / cities + 1))
    found = np.zeros(world.ties_into.shape, dtype=np.float32)
    found[tied] = (into @ fit) / (world.ties.degrees[tied, None] + 1)
    return found


def _into_subregions(world: World) -> Floats:
    subregions = world.facts.subregions
    members = np.zeros((len(subregions), int(subregions.max(initial=0)) + 2), dtype=np.float32)
    members[np.arange(len(subregions)), subregions] = 1
    return np.asarray(world.ties_into @ members, dtype=np.float32)
