"""Countries in the network: their ties, beside what chance would give."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from elci.domain.geography.pairs import PairFacts, country_pairs
from elci.domain.geography.ties import TieType
from elci.domain.places.folding import sort_key
from elci.observatory.choices import ResultKind
from elci.observatory.queries.asking import NetworkFilter, selected
from elci.observatory.queries.networks import CityNetwork, country_names, types_of
from elci.observatory.queries.results import kept_result

LEAST_EXPECTED: Final = 5.0
"""Pairs are compared where at least so many ties were found or could be expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftRow:
    """Two countries, or one with itself, beside the configuration model."""

    one: str
    one_name: str
    other: str
    other_name: str
    observed: int
    expected: float
    z: float
    low: float
    high: float

    @property
    def lift(self) -> float:
        """How many times as many ties as by chance."""
        return self.observed / self.expected

    @property
    def is_beyond_chance(self) -> bool:
        """Whether the number lies outside of what chance gives in 95 of 100 cases."""
        return not self.low <= self.observed <= self.high


ORDERS: Final = ("-z", "z", "-observed", "-expected", "-lift", "lift", "name")


def lift_rows(
    whole: CityNetwork, *, country: str | None, order: str, language: str
) -> list[LiftRow] | None:
    """Return the pairs of countries, all or those with one country; None where none is kept."""
    kept = kept_result(ResultKind.COUNTRIES, whole)
    if kept is None:
        return None
    names = country_names(whole.world, language)
    rows = [
        _row(each, country, names)
        for each in kept.content["lifts"]
        if max(each[2], each[3]) >= (0.5 if country else LEAST_EXPECTED)
        and country in {None, each[0], each[1]}
    ]
    field = order.removeprefix("-")
    if field == "name":
        rows.sort(
            key=lambda row: (sort_key(row.one_name, language), sort_key(row.other_name, language))
        )
    else:
        rows.sort(key=lambda row: (getattr(row, field), row.one, row.other))
    return rows[::-1] if order.startswith("-") else rows


def _row(kept: list[Any], country: str | None, names: Mapping[str, str]) -> LiftRow:
    one, other, observed, expected, z, low, high = kept
    if country == other:
        one, other = other, one
    return LiftRow(
        one=one,
        one_name=names.get(one, one),
        other=other,
        other_name=names.get(other, other),
        observed=observed,
        expected=expected,
        z=z,
        low=low,
        high=high,
    )


def types_of_country(whole: CityNetwork, code: str) -> dict[TieType, int]:
    """Return how many of a country's ties are of each type."""
    ties = selected(whole, NetworkFilter(country=code)).ties
    return types_of(whole.world, whole.network.pairs[ties]).counts()


def facts_between(one: str, other: str) -> PairFacts:
    """Return what is known of two countries besides their ties."""
    return country_pairs().between(one, other)
