"""What is known of the cities that are the nodes of a network."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from elci.domain.geography.distance import great_circles_km
from elci.domain.networks.network import Flags, Floats, Network, Numbers


@dataclass(frozen=True, eq=False, kw_only=True)
class Cities:
    """Facts of each node, in their order; what is not known is empty or not a number."""

    countries: tuple[str, ...]
    """Codes of two letters."""
    coordinates: Floats
    """Latitude and longitude."""
    population: Floats

    @cached_property
    def country_codes(self) -> tuple[str, ...]:
        """All countries, in order."""
        return tuple(sorted({*self.countries} - {""}))

    @cached_property
    def country_numbers(self) -> Numbers:
        """For each node the place of its country among all; -1 where it is not known."""
        places = {code: place for place, code in enumerate(self.country_codes)}
        return np.asarray([places.get(code, -1) for code in self.countries], dtype=np.int64)

    @cached_property
    def sizes(self) -> Floats:
        """The logarithm (to base 10) of the inhabitants; not a number where they are not known."""
        found: Floats = np.full(len(self.population), np.nan)
        np.log10(self.population, out=found, where=self.population > 0)
        return found


def link_lengths_km(cities: Cities, pairs: Numbers) -> Floats:
    """Return how far apart the two ends of each link are; not a number where that is not known."""
    one, other = pairs.T
    return great_circles_km(cities.coordinates[one], cities.coordinates[other])


def are_domestic(cities: Cities, pairs: Numbers) -> tuple[Flags, Flags]:
    """Return for each link whether both ends are in one country, and whether that is known."""
    one, other = cities.country_numbers[pairs].T
    return one == other, (one >= 0) & (other >= 0)


def size_homophily(cities: Cities, pairs: Numbers) -> float | None:
    """Return how alike in size the two ends of links are: the correlation of their logarithms.

    Over both directions of all links whose ends' populations are known, as assortativity is over
    degrees (Newman 2002); nothing where they do not vary.
    """
    sizes = cities.sizes[pairs]
    one, other = sizes[~np.isnan(sizes).any(axis=1)].T
    if len(one) == 0:
        return None
    ends = np.concatenate((one, other))
    spread = ends.var()
    return float(((one * other).mean() - ends.mean() ** 2) / spread) if spread > 0 else None


def median_size_ratio(cities: Cities, pairs: Numbers) -> float | None:
    """Return how many times larger the larger end of the middle one of all links is."""
    apart = np.abs(np.diff(cities.sizes[pairs], axis=1))
    known = apart[~np.isnan(apart)]
    return float(10 ** np.median(known)) if len(known) else None


def without_facts(network: Network) -> Cities:
    """Return cities of which nothing is known."""
    return Cities(
        countries=("",) * network.n,
        coordinates=np.full((network.n, 2), np.nan),
        population=np.full(network.n, np.nan),
    )
