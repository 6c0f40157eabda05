"""Which of several places of one name is meant, and how sure that is.

Each place gets a strength in decades of population: one point is a place ten times as populous.
Better names, the very spelling, agreeing context and the kind of place add or take points. The
share of the strongest place among all that bear the name decides whether a person must look: it is
the chance that this one is meant. Points and `_STEEPNESS` were fitted as a conditional logit on the
places with even GeoNames ids that have sister-city links (see docs/explanation/places.md).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from elci.domain.places import layout
from elci.domain.places.folding import is_latin, spelling
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.places.kinds import NameKind, PlaceKind
from elci.domain.places.layout import PlaceRow
from elci.domain.places.readings import Reading, Scope

_NAME_STRENGTH: Final = {
    NameKind.OWN: 1.0,
    NameKind.REVIEWED: 1.3,
    NameKind.TURKISH: 1.0,
    NameKind.ENGLISH: 0.4,
    NameKind.LOCAL: 0.6,
    NameKind.TAGGED: -0.1,
    NameKind.UNTAGGED: -1.6,
    NameKind.TRANSLITERATED: -0.5,
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
    PlaceKind.DISTRICT: 0.5,  # a local government of its own, as a namesake village is not
    PlaceKind.REGION: -1.0,
    PlaceKind.COUNTRY: -2.0,
}
_SEAT_STRENGTH: Final = 0.8
"""Within its country, for a city that has the name of its region: it is its seat."""
_HINT_STRENGTH: Final = 4.0
_CONTEXT_STRENGTH: Final = 3.0
_LEAST_POPULATION: Final = 500
_UNKNOWN_POPULATION: Final = 1000
_SPELLING_STRENGTH: Final = 1.3
"""For a name in the very letters of the question; in another script, taken off where it differs."""
_STEEPNESS: Final = 2.3
"""A place one point ahead is exp(2.3), ten times as likely to be meant."""
_UNSEEN: Final = 0.5
_UNSEEN_ANYWHERE: Final = 1.5
"""Strength of the place of that name, in the country or anywhere, that the gazetteer may lack."""
_TWIN_DEGREES: Final = 0.05
_NEIGHBOUR_DEGREES: Final = 0.6
_NEIGHBOUR_IMPORTANCE: Final = 5_000


@dataclass(frozen=True, slots=True)
class HitName:
    """The name under which a place was found."""

    kind: NameKind
    is_as_written: bool
    """It has the diacritics, or the other script, that the list has."""
    weight: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a key led to, with its strength."""

    index: int
    name: HitName
    row: PlaceRow
    kind: PlaceKind
    strength: float
    context_agrees: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """The hits of one reading, strongest first; at least one."""

    hits: tuple[Hit, ...]
    rival: Hit | None
    share: float
    """The chance that the strongest is meant and none of the others, 0 to 1."""

    @property
    def best(self) -> Hit:
        """The strongest hit."""
        return self.hits[0]


_KINDS: Final = tuple(PlaceKind)


def rank(
    gazetteer: Gazetteer, reading: Reading, scope: Scope, *, language: str, written: str = ""
) -> Ranking | None:
    """Return the places in scope that have the reading's key as a name, or None.

    `written` is that name as the list has it, if the list has it: its diacritics and its script
    tell apart what has one key.
    """
    if not gazetteer.has_name(reading.key):
        return None
    names = _best_names(gazetteer, reading.key, _weigher(written, language))
    agrees = _context_test(gazetteer, reading.context, scope)
    codes = frozenset(code.encode() for code in scope.countries)
    hits = []
    for index, name in names.items():
        row = gazetteer.row(index)
        if codes and row.country not in codes:
            continue
        agreeing = agrees(index, row)
        # Within its country a capital is more than its people; among all places it is not.
        people = row.importance if codes else row.population
        strength = name.weight + _strength(row, people, reading.hint) + _CONTEXT_STRENGTH * agreeing
        strength += _SEAT_STRENGTH * (bool(codes) and row.region in names)
        hits.append(Hit(index, name, row, _KINDS[row.kind], strength, agreeing))
    unseen = _UNSEEN if codes else _UNSEEN_ANYWHERE
    return _ranked(hits, reading.hint, unseen) if hits else None


_Weigh = Callable[[NameKind, int], HitName]


def _weigher(written: str, language: str) -> _Weigh:
    """Return what a kind of name is worth, by whether it is in the letters that were written."""
    own = _OWN_LANGUAGE.get(language)
    spelled = spelling(written)
    # Plain letters say nothing: whoever types "Koln" or "BALİ" may have no other.
    asked = None if spelled.isascii() else layout.mark_of(spelled)
    otherwise = 0.0 if is_latin(spelled) else -_SPELLING_STRENGTH

    def weigh(kind: NameKind, mark: int) -> HitName:
        is_alike = mark == asked
        agreement = _SPELLING_STRENGTH if is_alike else otherwise
        weight = _NAME_STRENGTH[kind] + _OWN_LANGUAGE_STRENGTH * (kind is own) + agreement
        return HitName(kind, is_alike, weight)

    return weigh


def _best_names(gazetteer: Gazetteer, key: str, weigh: _Weigh) -> dict[int, HitName]:
    """Return for each place of that name the spelling that fits best."""
    best: dict[int, HitName] = {}
    for index, kind, mark in gazetteer.spelled(key):
        name = weigh(kind, mark)
        if index not in best or name.weight > best[index].weight:
            best[index] = name
    return best


def _strength(row: PlaceRow, people: int, hint: PlaceKind | None) -> float:
    kind = _KINDS[row.kind]
    # Every place has five hundred or is a seat: a smaller number is not known, nor is nought.
    decades = math.log10(people if people >= _LEAST_POPULATION else _UNKNOWN_POPULATION)
    return decades + _KIND_STRENGTH[kind] + _HINT_STRENGTH * (hint is kind)


def _ranked(hits: list[Hit], hint: PlaceKind | None, unseen: float) -> Ranking:
    hits.sort(key=lambda hit: (-hit.strength, hit.index))
    if hint is None:
        _put_city_before_its_namesake(hits)
    best = hits[0]
    rivals = [hit for hit in hits[1:] if not _is_one_place(best, hit)]
    others = (*(hit.strength for hit in rivals), unseen)
    share = 1 / (1 + sum(math.exp(_STEEPNESS * (other - best.strength)) for other in others))
    return Ranking(tuple(hits), rivals[0] if rivals else None, share)


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
    return hit.name.kind not in {NameKind.UNTAGGED, NameKind.DERIVED}


def _is_one_place(best: Hit, other: Hit) -> bool:
    """Whether a person would not tell them apart: a city, its region and its country.

    GeoNames also has some cities twice, under one name at one spot.
    """
    if other.index in {best.index, best.row.region} or _are_twins(best, other):
        return True
    if PlaceKind.COUNTRY in {best.kind, other.kind}:
        return best.row.country == other.row.country
    return other.row.region == best.index


def _are_twins(one: Hit, other: Hit) -> bool:
    own = one.name.kind is other.name.kind is NameKind.OWN
    return own and _are_close(one.row, other.row, _TWIN_DEGREES)


def _context_test(
    gazetteer: Gazetteer, context: str, scope: Scope
) -> Callable[[int, PlaceRow], bool]:
    """Return the test whether a place lies in, near, or is itself what the context names."""
    if not context and scope.region is None:
        return lambda _index, _row: False
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
        return inside or any(_are_close(row, city, _NEIGHBOUR_DEGREES) for city in cities)

    return agrees


def _are_close(one: PlaceRow, other: PlaceRow, degrees: float) -> bool:
    if one.country != other.country:
        return False
    north = abs(one.latitude - other.latitude) / layout.DEGREE
    east = abs(one.longitude - other.longitude) / layout.DEGREE
    return north < degrees and east < degrees
