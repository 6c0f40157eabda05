"""Criteria for a partner that anybody can check: each gives a value from 0 to 1, or nothing.

What is not known is NaN, and never 0. Every criterion says how its value comes about, from which
source and of which year.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from elci.domain.geography.countries import country_facts, country_numbers
from elci.domain.geography.distance import EARTH_RADIUS_KM, great_circles_km
from elci.domain.geography.pairs import country_pairs
from elci.domain.geography.tables import Floats, Numbers
from elci.domain.matching.candidates import Candidates, Ties
from elci.domain.matching.own import OwnTie
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import open_gazetteer

Chosen = NDArray[np.bool_]


class Criterion(StrEnum):
    """What is asked of a partner, in the order of the page."""

    FORMER = "former"
    NETWORK = "network"
    COUNTRY_FIT = "country_fit"
    NEW_COUNTRY = "new_country"
    SIZE = "size"
    PARITY = "parity"
    HISTORY = "history"
    LANGUAGE = "language"
    MIGRANTS = "migrants"
    COAST = "coast"
    LATITUDE = "latitude"
    DISTANCE = "distance"
    HOURS = "hours"
    VOTES = "votes"
    MEMBERSHIPS = "memberships"
    CAPACITY = "capacity"


USUAL_WEIGHTS: Final[Mapping[Criterion, float]] = MappingProxyType(
    {
        Criterion.FORMER: 3,
        Criterion.NETWORK: 5,
        Criterion.COUNTRY_FIT: 3,
        Criterion.NEW_COUNTRY: 2,
        Criterion.SIZE: 5,
        Criterion.PARITY: 2,
        Criterion.HISTORY: 2,
        Criterion.LANGUAGE: 1,
        Criterion.MIGRANTS: 2,
        Criterion.COAST: 1,
        Criterion.LATITUDE: 0,
        Criterion.DISTANCE: 1,
        Criterion.HOURS: 0,
        Criterion.VOTES: 0,
        Criterion.MEMBERSHIPS: 0,
        Criterion.CAPACITY: 1,
    }
)
MOST_WEIGHT: Final = 5
NEXT_DOOR_KM: Final = 60
_DECAY_KM: Final = 3000.0
_MANY_TIES: Final = 20.0
_MILLION: Final = 6.0
_HALF_TURN_HOURS: Final = 12.0
_LATITUDES: Final = 45.0
_THOUSANDFOLD: Final = 3.0

_NEVER: Final = np.nan
_SPOKEN: Final = 0.6
# Which places abroad are districts is not in the data: a district's likeness to a city is unknown.
_PARITIES: Final = np.asarray([[1.0, _NEVER, 0.0], [0.4, 1.0, 0.7], [0.0, 0.7, 1.0]])
SAME_RULER, ONE_GOVERNED, ONE_STATE, NAMESAKE = 1.0, 2.0, 3.0, 4.0
"""What two places share of the past, from the least to the most; 0 for nothing that is known."""
BROKEN_OFF: Final = 2.0
"""What is on record with a city where somebody decided against a tie; 1 for one that counts."""
_PASTS: Final = (ONE_STATE, ONE_GOVERNED, SAME_RULER)
_PAST_VALUES: Final = np.asarray([0.0, 0.3, 0.7, 1.0, 1.0])


@dataclass(frozen=True, eq=False, slots=True)
class Readings:
    """What one criterion says of every candidate."""

    values: Floats
    """From 0 to 1; NaN where it is not known."""
    raw: Floats
    """What the value was computed from, in the unit of the criterion."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Sought:
    """One place that seeks, all that may be asked, and what is known of both."""

    one: Candidates
    """A single row."""
    many: Candidates
    ties: Ties
    own: Sequence[OwnTie] | None = None
    """Its own records; None where there are none, and the world's data must do."""

    @property
    def country(self) -> int:
        """The number of the country of the one who seeks."""
        return int(self.one.countries[0])

    @property
    def in_world(self) -> int:
        """Its row in the data on the world's ties, -1 where it has none."""
        return int(self.one.in_world[0])

    @cached_property
    def next_door(self) -> Numbers:
        """The cities of the world's data near the seeker, or in its province, in its country."""
        world, one = self.ties.world, self.one
        here = np.asarray([[one.latitudes[0], one.longitudes[0]]])
        near = great_circles_km(here, world.coordinates) <= NEXT_DOOR_KM
        in_province = self.many.in_world[self.many.regions == one.regions[0]]
        near[in_province[in_province >= 0]] = True
        near[world.country_numbers != self.country] = False
        if self.in_world >= 0:
            near[self.in_world] = False
        return np.flatnonzero(near)

    def partner_rows(self) -> Numbers:
        """Return the rows, in the data on the world's ties, of all its partners."""
        found = self.ties.partners(self.in_world)
        known = self.ties.world.numbers
        ids = [tie.geonameid for tie in self.own or () if tie.stands]
        own = [known[each] for each in ids if each is not None and each in known]
        return np.unique(np.concatenate((found, np.asarray(own, dtype=np.int64))))

    def own_countries(self) -> Numbers:
        """Return for each country how many partners it has there, by its records if it has any."""
        counts = np.zeros(len(country_facts()) + 1, dtype=np.int64)
        if self.own is None:
            numbers = self.ties.world.country_numbers[self.ties.partners(self.in_world)]
        else:
            known = country_numbers()
            numbers = np.asarray(
                [known.get(tie.country, -1) for tie in self.own if tie.stands], dtype=np.int64
            )
        np.add.at(counts, numbers, 1)
        return counts


def read_criteria(
    sought: Sought, criteria: Iterable[Criterion] = Criterion
) -> dict[Criterion, Readings]:
    """Return what criteria say of every candidate."""
    return {criterion: _READERS[criterion](sought) for criterion in criteria}


def _size(sought: Sought) -> Readings:
    ratio = sought.many.population / sought.one.population[0]
    return Readings(np.clip(1 - np.abs(np.log10(ratio)) / _THOUSANDFOLD, 0, 1), ratio)


def _parity(sought: Sought) -> Readings:
    levels = sought.many.levels
    return Readings(_PARITIES[int(sought.one.levels[0])][levels], levels.astype(np.float64))


def _distance(sought: Sought) -> Readings:
    kilometres = kilometres_to(sought)
    return Readings(np.exp(-kilometres / _DECAY_KM), kilometres)


def kilometres_to(sought: Sought) -> Floats:
    """Return the great-circle distances to all candidates."""
    cosines = np.clip(sought.many.on_globe @ sought.one.on_globe[0], -1.0, 1.0)
    return np.asarray(np.arccos(cosines) * EARTH_RADIUS_KM)


def _hours(sought: Sought) -> Readings:
    apart = np.abs(sought.many.longitudes - sought.one.longitudes[0])
    hours = np.minimum(apart, 360 - apart) / 15
    return Readings(1 - hours / _HALF_TURN_HOURS, hours)


def _latitude(sought: Sought) -> Readings:
    apart = np.abs(np.abs(sought.many.latitudes) - abs(sought.one.latitudes[0]))
    return Readings(np.clip(1 - apart / _LATITUDES, 0, 1), apart)


def _coast(sought: Sought) -> Readings:
    ours, theirs = sought.one.coast_km[0], sought.many.coast_km
    alike = (np.isfinite(theirs) == np.isfinite(ours)).astype(np.float64)
    unknown = np.isnan(theirs) | np.isnan(ours)
    return Readings(np.where(unknown, _NEVER, alike), theirs)


def _language(sought: Sought) -> Readings:
    pairs = country_pairs()
    official, spoken = (each[sought.country] for each in (pairs.language, pairs.language_spoken))
    raw = np.where(official == 1, 2.0, np.where(spoken == 1, 1.0, 0.0))
    raw[(official < 0) & (spoken < 0)] = _NEVER
    return _by_country(Readings(np.where(raw == 1, _SPOKEN, raw / 2), raw), sought)


def _history(sought: Sought) -> Readings:
    pairs = country_pairs()
    one_state, colony, coloniser = (
        each[sought.country] for each in (pairs.same_state, pairs.colony, pairs.coloniser)
    )
    raw = np.select([one_state == 1, colony == 1, coloniser == 1], list(_PASTS), default=0.0)
    raw[(one_state < 0) & (colony < 0)] = _NEVER
    raw = np.where(_namesakes(sought), NAMESAKE, _spread(raw, sought))
    values = np.where(np.isnan(raw), _NEVER, _PAST_VALUES[np.nan_to_num(raw).astype(np.int64)])
    return Readings(values, raw)


def _namesakes(sought: Sought) -> Chosen:
    """Return which candidates are known by the first name of the one who seeks."""
    gazetteer = open_gazetteer()
    name = gazetteer.place_at(int(sought.one.places[0])).name
    found = (sought.many.row_of(index) for index, _kind in gazetteer.named(fold(name)))
    namesakes = np.zeros(len(sought.many), dtype=np.bool_)
    namesakes[[row for row in found if row is not None]] = True
    return namesakes


def _migrants(sought: Sought) -> Readings:
    both = country_pairs().migrants
    out, back = both[sought.country], both[:, sought.country]
    unknown = np.isnan(out) & np.isnan(back)
    people = np.where(unknown, _NEVER, np.nan_to_num(out) + np.nan_to_num(back))
    value = np.clip(np.log10(1 + people) / _MILLION, 0, 1)
    return _by_country(Readings(value, people), sought)


def _votes(sought: Sought) -> Readings:
    agreement = country_pairs().agreement[sought.country]
    return _by_country(Readings(agreement, agreement), sought)


def _memberships(sought: Sought) -> Readings:
    facts = list(country_facts().values())
    members = np.asarray(
        [(each.in_eu, each.oecd_since is not None, each.in_council_of_europe) for each in facts]
    )
    ours = members[sought.country]
    shared, either = (members & ours).sum(axis=1), (members | ours).sum(axis=1)
    value = np.where(either > 0, shared / np.maximum(either, 1), _NEVER)
    return _by_country(Readings(value, shared.astype(np.float64)), sought)


def _former(sought: Sought) -> Readings:
    count = len(sought.many)
    if sought.own is None:
        return Readings(np.full(count, _NEVER), np.full(count, _NEVER))
    kept = _among(sought.many, [tie for tie in sought.own if not tie.broken_off])
    broken_off = _among(sought.many, [tie for tie in sought.own if tie.broken_off])
    values = kept.astype(np.float64)
    return Readings(values, np.where(broken_off & ~kept, BROKEN_OFF, values))


def _among(many: Candidates, ties: Sequence[OwnTie]) -> Chosen:
    ids = [tie.geonameid for tie in ties if tie.geonameid is not None]
    return np.isin(many.geonameids, ids) & (many.geonameids > 0)


def _network(sought: Sought) -> Readings:
    partners = sought.partner_rows()
    if len(partners) == 0:
        return Readings(np.full(len(sought.many), _NEVER), np.full(len(sought.many), _NEVER))
    weights, shared = _through(sought.ties, partners)
    most = weights.max() or 1.0
    rows = sought.many.in_world
    return Readings(
        np.where(rows < 0, 0.0, weights[rows] / most), np.where(rows < 0, 0.0, shared[rows])
    )


def _through(ties: Ties, partners: Numbers) -> tuple[Floats, Floats]:
    """Return for each city of the world how it is reached through partners, and through how many.

    Adamic and Adar's weights: a partner that has few others says more.
    """
    network = ties.network
    weights, shared = np.zeros(network.n), np.zeros(network.n)
    for partner in partners.tolist():
        others = ties.partners(partner)
        weights[others] += 1 / np.log(max(2.0, float(network.degrees[partner])) + 1)
        shared[others] += 1
    return weights, shared


def _country_fit(sought: Sought) -> Readings:
    ties = sought.ties.between_countries
    ours, theirs, total = ties[sought.country].sum(), ties.sum(axis=1), ties.sum()
    expected = ours * theirs / max(total, 1.0)
    # One tie more on both sides, so that a country with few is neither typical nor unusual.
    lift = (ties[sought.country] + 1) / (expected + 1)
    unknown = theirs == 0
    value = np.where(unknown, _NEVER, lift / (1 + lift))
    return _by_country(Readings(value, np.where(unknown, _NEVER, lift)), sought)


def _new_country(sought: Sought) -> Readings:
    counts = sought.own_countries()[:-1].astype(np.float64)
    return _by_country(Readings(1 / (1 + counts), counts), sought)


def _capacity(sought: Sought) -> Readings:
    rows = sought.many.in_world
    number = np.where(rows < 0, _NEVER, sought.ties.network.degrees[rows])
    return Readings(1 / (1 + number / _MANY_TIES), number)


def _by_country(readings: Readings, sought: Sought) -> Readings:
    return Readings(_spread(readings.values, sought), _spread(readings.raw, sought))


def _spread(row: Floats, sought: Sought) -> Floats:
    """Return for each candidate what holds for its country."""
    # The last one is for those of no country that is known: their number is -1.
    return np.append(row, _NEVER)[sought.many.countries]


_READERS: Final = MappingProxyType(
    {
        Criterion.FORMER: _former,
        Criterion.NETWORK: _network,
        Criterion.COUNTRY_FIT: _country_fit,
        Criterion.NEW_COUNTRY: _new_country,
        Criterion.SIZE: _size,
        Criterion.PARITY: _parity,
        Criterion.HISTORY: _history,
        Criterion.LANGUAGE: _language,
        Criterion.MIGRANTS: _migrants,
        Criterion.COAST: _coast,
        Criterion.LATITUDE: _latitude,
        Criterion.DISTANCE: _distance,
        Criterion.HOURS: _hours,
        Criterion.VOTES: _votes,
        Criterion.MEMBERSHIPS: _memberships,
        Criterion.CAPACITY: _capacity,
    }
)
