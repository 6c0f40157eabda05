"""Where a city stands in the network: rank, bridge, broker, closed circle, gap, unusual pair."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np

from elci.domain.geography.countries import country_facts
from elci.domain.geography.denominators import Denominator, denominators
from elci.observatory.choices import ResultKind
from elci.observatory.queries.measuring import BILLIONTHS, THOUSANDTHS, UNKNOWN
from elci.observatory.queries.neighbourhood import Neighbourhood
from elci.observatory.queries.networks import CityNetwork
from elci.observatory.queries.results import kept_result

_RARE: Final = 0.05
"""A region is missing where chance would leave it out less often than this."""
_UNUSUAL: Final = 0.5
"""A pair is unusual where its countries have at most this share of the ties that chance gives."""
_MOST_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Gap:
    """A sub-region without a partner, though chance would hardly leave it out."""

    region: str
    expected: float
    chance: float
    """How likely it is to have no tie there by chance."""


@dataclass(frozen=True, slots=True)
class UnusualPair:
    """A tie of two countries whose cities have fewer ties than chance would give."""

    partner_name: str
    partner_id: int
    country: str
    observed: int
    expected: float
    z: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many ties of a city or a country the data holds, beside an official count."""

    held: int
    official: Denominator


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A city's place in the network; what cannot be told is None."""

    of: int
    """How many cities have a tie."""
    rank: int
    rank_low: int
    rank_high: int
    between: float
    """The share of the shortest ways of all pairs of cities that lead through it."""
    between_rank: int
    parts: int
    """Into how many parts its own part would fall without it."""
    constraint: float | None
    clustering: float | None
    core: int
    community: int | None
    """The number of cities in its community."""
    gaps: tuple[Gap, ...]
    unusual: tuple[UnusualPair, ...]
    coverage: tuple[Coverage, ...]


def standing_of(whole: CityNetwork, found: Neighbourhood) -> Standing | None:
    """Return a city's place; None where it has no tie, or where nothing is kept of the network."""
    kept = kept_result(ResultKind.CITIES, whole)
    lifts = kept_result(ResultKind.COUNTRIES, whole)
    if kept is None or not found.partners:
        return None
    place, held = found.city.place, kept.content
    between = np.asarray(held["between"])
    return Standing(
        of=int((whole.network.degrees > 0).sum()),
        rank=held["rank"][place],
        rank_low=held["rank_low"][place],
        rank_high=held["rank_high"][place],
        between=held["between"][place] / BILLIONTHS,
        between_rank=int((between > between[place]).sum()) + 1,
        parts=held["parts"][place],
        constraint=_share(held["constraint"][place]),
        clustering=_share(held["clustering"][place]),
        core=held["core"][place],
        community=_community(held, place),
        gaps=gaps_of(whole, found),
        unusual=() if lifts is None else _unusual(found, lifts.content["lifts"]),
        coverage=coverage_of(whole, found),
    )


def _share(value: int) -> float | None:
    return None if value == UNKNOWN else value / THOUSANDTHS


def _community(held: Mapping[str, Any], place: int) -> int | None:
    community = held["community"][place]
    return None if community == UNKNOWN else int(held["community_sizes"][community])


def gaps_of(whole: CityNetwork, found: Neighbourhood) -> tuple[Gap, ...]:
    """Return the sub-regions that chance would hardly leave out, the likeliest partners first.

    Chance gives each tie of the city to a sub-region as often as that has ends of ties; its own
    country is left out. With d ties and a share p, none falls there with (1 - p)^d.
    """
    facts = country_facts()
    own = found.city.country
    counts: dict[str, int] = {}
    for code, number in zip(facts, _ends_by_country(whole), strict=True):
        region = facts[code].subregion
        if number and region is not None and code != own:
            counts[region] = counts.get(region, 0) + number
    total = sum(counts.values())
    abroad = [partner for partner in found.partners if partner.country != own]
    met = {facts[partner.country].subregion for partner in abroad if partner.country in facts}
    gaps = [
        Gap(region, len(abroad) * number / total, (1 - number / total) ** len(abroad))
        for region, number in counts.items()
        if region not in met
    ]
    rare = sorted((gap for gap in gaps if gap.chance < _RARE), key=lambda gap: gap.chance)
    return tuple(rare[:_MOST_SHOWN])


@lru_cache(maxsize=4)
def _ends_by_country(whole: CityNetwork) -> list[int]:
    """Return how many ends of ties lie in each country, in the order of their numbers."""
    countries = whole.world.country_numbers[whole.network.pairs.ravel()]
    known = countries[countries >= 0]
    return [int(number) for number in np.bincount(known, minlength=len(country_facts()))]


def _unusual(found: Neighbourhood, lifts: list[Any]) -> tuple[UnusualPair, ...]:
    known = {(row[0], row[1]): row for row in lifts}
    pairs = []
    for partner in found.partners:
        one, other = sorted((found.city.country, partner.country))
        row = known.get((one, other))
        if row is not None and row[2] <= _UNUSUAL * row[3] and math.isfinite(row[4]):
            pairs.append(
                UnusualPair(partner.name, partner.id, partner.country, row[2], row[3], row[4])
            )
    return tuple(sorted(pairs, key=lambda pair: pair.z)[:_MOST_SHOWN])


def coverage_of(whole: CityNetwork, found: Neighbourhood) -> tuple[Coverage, ...]:
    """Return the official counts for the city and for its country beside what the data holds."""
    known = denominators()
    scopes = {str(found.city.id): found.city.ties}
    if found.city.country in known:
        scopes[found.city.country] = ties_of_country(whole, found.city.country)
    return tuple(Coverage(held, known[scope]) for scope, held in scopes.items() if scope in known)


def ties_of_country(whole: CityNetwork, code: str) -> int:
    """Return how many ties have an end in a country."""
    inside = np.asarray([each == code for each in whole.world.countries], dtype=np.bool_)
    return int(inside[whole.network.pairs].any(axis=1).sum()) if whole.network.m else 0
