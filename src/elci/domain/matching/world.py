"""The world that partners are looked for in: cities, the ties between them, facts on countries."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from scipy.sparse import csr_array

from elci.domain.geography.countries import (
    income_numbers,
    numbers_of,
    region_numbers,
    subregion_numbers,
)
from elci.domain.geography.pairs import country_pairs
from elci.domain.geography.tables import Flags
from elci.domain.matching.cities import Cities, Floats, Numbers
from elci.domain.networks.network import Network

_FLAGS: Final = ("contiguous", "language", "language_spoken", "colony", "coloniser")


@dataclass(frozen=True, eq=False)
class CountryFacts:
    """What is known of countries and of pairs of them, in an order of countries; 0 is unknown."""

    regions: Numbers
    """-1 where not known, as in ``subregions``."""
    subregions: Numbers
    incomes: Floats
    """From 0, high, to 3, low; ``nan`` where not known, as in the pairs."""
    pairs: dict[str, Floats]
    """Square arrays: ``contiguous``, ``language``, ``language_spoken``, ``colony``, ``coloniser``,
    ``capitals`` (logarithm of kilometres), ``votes`` (0 to 1) and ``migrants`` (decimal logarithm
    of the people born in the column's country who live in the row's)."""

    @classmethod
    def of(cls, codes: Sequence[str]) -> "CountryFacts":
        """Return what the package knows of countries, given by their codes."""
        numbers, pairs = numbers_of(codes), country_pairs()
        squares = {name: _known(getattr(pairs, name), numbers) for name in _FLAGS}
        squares["capitals"] = np.log1p(_among(pairs.capitals_km, numbers))
        squares["votes"] = _among(pairs.agreement, numbers)
        np.fill_diagonal(squares["votes"], 1.0)
        migrants = np.nan_to_num(_among(pairs.migrants, numbers).T)
        squares["migrants"] = np.log10(1 + migrants).astype(np.float32)
        incomes = np.append(income_numbers(), -1)[numbers].astype(np.float32)
        return cls(
            np.append(region_numbers(), -1)[numbers],
            np.append(subregion_numbers(), -1)[numbers],
            np.where(incomes < 0, np.nan, incomes).astype(np.float32),
            squares,
        )


@dataclass(frozen=True, eq=False)
class World:
    """Cities with the ties that are known among them.

    The first ``candidates`` cities may be suggested; those behind only have ties.
    """

    cities: Cities
    ties: Network
    facts: CountryFacts
    candidates: int

    @classmethod
    def of(cls, cities: Cities, pairs: Numbers, *, candidates: int | None = None) -> "World":
        """Make a world; every city may be suggested where it is not said how many."""
        count = len(cities) if candidates is None else candidates
        facts = CountryFacts.of(cities.country_codes)
        return cls(cities, Network.of(len(cities), pairs), facts, count)

    def with_ties(self, pairs: Numbers) -> "World":
        """Return the same cities with other ties."""
        return World(self.cities, Network.of(len(self.cities), pairs), self.facts, self.candidates)

    @cached_property
    def adjacency(self) -> csr_array:
        """The ties as a symmetric matrix of ones."""
        count = len(self.cities)
        ones = np.ones(len(self.ties.neighbours), dtype=np.float32)
        return csr_array((ones, self.ties.neighbours, self.ties.starts), shape=(count, count))

    @cached_property
    def ties_into(self) -> Floats:
        """The number of ties of each city (row) that lead into each country (column)."""
        country = self.cities.country_numbers
        count = len(country)
        members = csr_array(
            (np.ones(count, dtype=np.float32), (np.arange(count), country)),
            shape=(count, len(self.cities.country_codes)),
        )
        return np.asarray((self.adjacency @ members).toarray(), dtype=np.float32)

    @cached_property
    def country_ties(self) -> Floats:
        """Ends of ties of each country (row) that lead to each country (column)."""
        count = len(self.cities.country_codes)
        found = np.zeros((count, count), dtype=np.float32)
        np.add.at(found, self.cities.country_numbers, self.ties_into)
        return found

    def partners(self, city: int) -> Numbers:
        """Return the cities that a city has ties with."""
        start, end = self.ties.starts[city : city + 2]
        return self.ties.neighbours[start:end]


def _among(square: Floats | Flags, numbers: Numbers) -> Floats:
    known = np.where(numbers < 0, 0, numbers)
    found = np.asarray(square[np.ix_(known, known)], dtype=np.float32)
    found[numbers < 0, :] = np.nan
    found[:, numbers < 0] = np.nan
    return found


def _known(square: Flags, numbers: Numbers) -> Floats:
    found = _among(square, numbers)
    found[found < 0] = np.nan
    return found
