"""What lies between two countries: borders, language, a common past, votes, people."""

from dataclasses import dataclass
from functools import cache, partial

import numpy as np

from elci.domain.geography.countries import country_numbers, numbers_of
from elci.domain.geography.tables import (
    WORLD,
    Column,
    Flags,
    Floats,
    Numbers,
    columns_of,
    flags,
    floats,
    number_or_none,
    yes_or_no,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairFacts:
    """What is known of two countries; None where no source says it."""

    contiguous: bool | None
    """They share a land border."""
    language: bool | None
    """They share an official language."""
    language_spoken: bool | None
    """A language is spoken by a ninth of the people or more in both."""
    colony: bool | None
    """One has governed the other for long."""
    coloniser: bool | None
    """Both have been governed by the same third one after 1945."""
    same_state: bool | None
    """They were or are one state."""
    capitals_km: float | None
    agreement: float | None
    """The share of equal votes in the General Assembly, 2010 to 2019."""
    joint_votes: float | None
    migrants_out: float | None
    """People born in the first who live in the second, 2019."""
    migrants_in: float | None
    """People born in the second who live in the first, 2019."""


@dataclass(frozen=True, eq=False, kw_only=True)
class CountryPairs:
    """Square arrays over all countries, numbered as in ``country_numbers``."""

    contiguous: Flags
    language: Flags
    language_spoken: Flags
    colony: Flags
    coloniser: Flags
    same_state: Flags
    capitals_km: Floats
    agreement: Floats
    joint_votes: Floats
    migrants: Floats
    """People born in the country of the row who live in the country of the column."""

    def between(self, one: str, other: str) -> PairFacts:
        """Return what is known of two countries, given by their codes; all None for others."""
        numbers = country_numbers()
        if one not in numbers or other not in numbers:
            return _NOTHING
        at, back = (numbers[one], numbers[other]), (numbers[other], numbers[one])
        return PairFacts(
            contiguous=yes_or_no(self.contiguous[at]),
            language=yes_or_no(self.language[at]),
            language_spoken=yes_or_no(self.language_spoken[at]),
            colony=yes_or_no(self.colony[at]),
            coloniser=yes_or_no(self.coloniser[at]),
            same_state=yes_or_no(self.same_state[at]),
            capitals_km=number_or_none(self.capitals_km[at]),
            agreement=number_or_none(self.agreement[at]),
            joint_votes=number_or_none(self.joint_votes[at]),
            migrants_out=number_or_none(self.migrants[at]),
            migrants_in=number_or_none(self.migrants[back]),
        )


_NOTHING = PairFacts(
    contiguous=None,
    language=None,
    language_spoken=None,
    colony=None,
    coloniser=None,
    same_state=None,
    capitals_km=None,
    agreement=None,
    joint_votes=None,
    migrants_out=None,
    migrants_in=None,
)


@cache
def country_pairs() -> CountryPairs:
    """Return what lies between all countries; read once."""
    table = columns_of(WORLD / "country_pairs.csv")
    one, other = numbers_of(table["a"]), numbers_of(table["b"])
    square, measures = partial(_square, one, other), partial(_measures, one, other)
    migrants = measures(table["a_in_b"])
    migrants[other, one] = floats(table["b_in_a"])
    return CountryPairs(
        contiguous=square(table["contiguous"]),
        language=square(table["language"]),
        language_spoken=square(table["language_spoken"]),
        colony=square(table["colony"]),
        coloniser=square(table["coloniser"]),
        same_state=square(table["same_state"]),
        capitals_km=measures(table["capitals_km"]),
        agreement=measures(table["agreement"]),
        joint_votes=measures(table["joint_votes"]),
        migrants=migrants,
    )


def _square(one: Numbers, other: Numbers, column: Column) -> Flags:
    count = len(country_numbers())
    square = np.full((count, count), -1, dtype=np.int8)
    square[one, other] = square[other, one] = flags(column)
    return square


def _measures(one: Numbers, other: Numbers, column: Column) -> Floats:
    count = len(country_numbers())
    square = np.full((count, count), np.nan)
    square[one, other] = square[other, one] = floats(column)
    return square
