"""Which of several places of one name is meant, and how sure that is.

Each place gets a strength in "decades of importance": one point is a place ten times as populous.
Better names, agreeing context and the kind of place add or take points. The lead of the
strongest place over its nearest rival decides whether a person must look.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from elci.domain.places import layout
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.places.kinds import NameKind, PlaceKind
from elci.domain.places.layout import PlaceRow
from elci.domain.places.readings import Reading, Scope

_NAME_STRENGTH: Final = {
    NameKind.OWN: 1.0,
    NameKind.REVIEWED: 1.3,
    NameKind.TURKISH: 1.0,
    NameKind.ENGLISH: 0.9,
    NameKind.LOCAL: 0.9,
    NameKind.TAGGED: 0.7,
    NameKind.UNTAGGED: -0.3,
    NameKind.TRANSLITERATED: -0.6,
    NameKind.DERIVED: 0.0,
    NameKind.IDENTIFIER: 9.0,
}
NAME_SCORE: Final = {
    NameKind.OWN: 1.0,
    NameKind.REVIEWED: 1.0,
    NameKind.TURKISH: 0.99,
    NameKind.ENGLISH: 0.99,
    NameKind.LOCAL: 0.99,
    NameKind.TAGGED: 0.97,
    NameKind.UNTAGGED: 0.94,
    NameKind.TRANSLITERATED: 0.9,
    NameKind.DERIVED: 0.86,
    NameKind.IDENTIFIER: 1.0,
}
_OWN_LANGUAGE: Final = {"tr": NameKind.TURKISH, "en": NameKind.ENGLISH}
_OWN_LANGUAGE_STRENGTH: Final = 0.3
_KIND_STRENGTH: Final = {
    PlaceKind.CITY: 0.0,
    PlaceKind.DISTRICT: 0.0,
    PlaceKind.REGION: -1.0,
    PlaceKind.COUNTRY: -2.0,
}
_HINT_STRENGTH: Final = 4.0
_CONTEXT_STRENGTH: Final = 3.0
_UNKNOWN_IMPORTANCE: Final = 1000
_NEIGHBOUR_DEGREES: Final = 0.6
_NEIGHBOUR_IMPORTANCE: Final = 5_000
NO_RIVAL: Final = 9.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a key led to, with its strength."""

    index: int
    name_kind: NameKind
    row: PlaceRow
    kind: PlaceKind
    strength: float
    context_agrees: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """The hits of one reading, strongest first; at least one."""

    hits: tuple[Hit, ...]
    rival: Hit | None
    lead: float
    """Points between the strongest hit and its nearest rival; `NO_RIVAL` without one."""

    @property
    def best(self) -> Hit:
        """The strongest hit."""
        return self.hits[0]


_KINDS: Final = tuple(PlaceKind)


def rank(gazetteer: Gazetteer, reading: Reading, scope: Scope, *, language: str) -> Ranking | None:
    """Return the places in scope that have the reading's key as a name, or None."""
    agrees = _context_test(gazetteer, reading.context, scope)
    codes = frozenset(code.encode() for code in scope.countries)
    hits = []
    for index, name_kind in gazetteer.named(reading.key):
        row = gazetteer.row(index)
        if codes and row.country not in codes:
            continue
        agreeing = agrees(index, row)
        strength = _strength(name_kind, row, reading.hint, language=language)
        strength += _CONTEXT_STRENGTH * agreeing
        hits.append(Hit(index, name_kind, row, _KINDS[row.kind], strength, agreeing))
    return _ranked(hits, reading.hint) if hits else None


def _strength(
    name_kind: NameKind, row: PlaceRow, hint: PlaceKind | None, *, language: str
) -> float:
    kind = _KINDS[row.kind]
    # Where GeoNames has no population it is unknown, not nought.
    importance = math.log10(row.importance or _UNKNOWN_IMPORTANCE)
    strength = _NAME_STRENGTH[name_kind] + importance + _KIND_STRENGTH[kind]
    if _OWN_LANGUAGE.get(language) is name_kind:
        strength += _OWN_LANGUAGE_STRENGTH
    return strength + _HINT_STRENGTH * (hint is kind)


def _ranked(hits: list[Hit], hint: PlaceKind | None) -> Ranking:
    hits.sort(key=lambda hit: (-hit.strength, hit.index))
    if hint is None:
        _put_city_before_its_namesake(hits)
    best = hits[0]
    rival = next((hit for hit in hits[1:] if not _is_one_place(best, hit)), None)
    lead = NO_RIVAL if rival is None else best.strength - rival.strength
    return Ranking(tuple(hits), rival, lead)


def _put_city_before_its_namesake(hits: list[Hit]) -> None:
    """Read a name that a region or country shares with a city in it as the city.

    Lists of partners name local governments; who means the region usually says so.
    """
    whole = hits[0]
    if whole.kind not in {PlaceKind.REGION, PlaceKind.COUNTRY}:
        return
    for position, hit in enumerate(hits):
        inside = hit.row.region == whole.index or whole.kind is PlaceKind.COUNTRY
        is_city = hit.kind in {PlaceKind.CITY, PlaceKind.DISTRICT}
        if inside and is_city and hit.row.country == whole.row.country and _names_well(hit):
            hits.insert(0, replace(hits.pop(position), strength=whole.strength))
            return


def _names_well(hit: Hit) -> bool:
    return hit.name_kind not in {NameKind.UNTAGGED, NameKind.DERIVED}


def _is_one_place(best: Hit, other: Hit) -> bool:
    """Whether a person would not tell them apart: a city, its region and its country."""
    if other.index in {best.index, best.row.region}:
        return True
    if PlaceKind.COUNTRY in {best.kind, other.kind}:
        return best.row.country == other.row.country
    return other.row.region == best.index


def _context_test(
    gazetteer: Gazetteer, context: str, scope: Scope
) -> Callable[[int, PlaceRow], bool]:
    """Return the test whether a place lies in, near, or is itself what the context names."""
    named = {index: gazetteer.row(index) for index, _kind in gazetteer.named(context)}
    region = gazetteer.index_of(scope.region or "")
    if region is not None:
        named[region] = gazetteer.row(region)
    if not named:
        return lambda _index, _row: False
    countries = {row.country for row in named.values() if _KINDS[row.kind] is PlaceKind.COUNTRY}
    cities = [row for row in named.values() if row.importance >= _NEIGHBOUR_IMPORTANCE]

    def agrees(index: int, row: PlaceRow) -> bool:
        inside = index in named or row.region in named or row.country in countries
        return inside or any(_are_neighbours(row, city) for city in cities)

    return agrees


def _are_neighbours(one: PlaceRow, other: PlaceRow) -> bool:
    if one.country != other.country:
        return False
    north = abs(one.latitude - other.latitude) / layout.DEGREE
    east = abs(one.longitude - other.longitude) / layout.DEGREE
    return north < _NEIGHBOUR_DEGREES and east < _NEIGHBOUR_DEGREES
