"""Cities that stand side by side in a cell: "Lefkoşa / Girne", which are two, not one.

A stroke also stands between two names of one city, a city and its district, a town and its river.
What could be any of these is left to a person.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from math import cos, hypot, radians
from typing import Final

from elci.domain.extraction.bodies import BodyKind, body_kind_of
from elci.domain.extraction.countries import NamedCountry
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer, Place
from elci.domain.places.kinds import PlaceKind
from elci.domain.places.reasons import ReasonCode
from elci.domain.places.resolution import Resolution

STROKE: Final = re.compile(r"\s*/\s*|\s+[-–—]\s+|(?<=\w)[–—](?=\w)|\s+&\s+")
_SURE_MARKS: Final = re.compile(
    r"\s*[/;|+&]\s*|\s+(?:ve|and|und|et|y|e|i|oraz|in|и|та|و)\s+", re.IGNORECASE
)
_DASHES: Final = re.compile(r"\s+[-–—]\s+|\s*[–—]\s*")
_HYPHEN: Final = re.compile(r"(?<=\w\w\w)-(?=\w\w\w)")
_MARKS: Final = ((_SURE_MARKS, 15.0), (_DASHES, 30.0), (_HYPHEN, 30.0))
"""What may stand between two cities, and how far apart these are at least, in kilometres."""
_APART_IN_TURKISH: Final = 15.0
"""Whatever stands between them: no place abroad is called by two Turkish names."""
_WIDE: Final = {BodyKind.COUNTY, BodyKind.PROVINCE, BodyKind.REGION}
_OWN_NAMES: Final = {ReasonCode.OWN_NAME, ReasonCode.TURKISH_NAME}
_MOST: Final = 8
_KILOMETRES: Final = 111.2
"""In a degree of latitude."""
_SUBURB: Final = 0.1
_AROUND: Final = 40.0
_IN_MANY_CITIES: Final = frozenset(
    map(
        fold,
        (
            *(
                "Novi Grad",
                "Stari Grad",
                "Centar",
                "Center",
                "Centre",
                "Centru",
                "Centrum",
                "Merkez",
            ),
            *("Mitte", "Altstadt", "Neustadt", "Innere Stadt", "Staré Mesto", "Nové Mesto"),
            *("Śródmieście", "Stare Miasto", "Nowe Miasto", "Eski Şehir", "Yeni Şehir", "Centro"),
        ),
    )
)
"""Names of districts that many cities have, though some town far away has them too."""

Resolve = Callable[[str], Resolution]


def sure_parts(named: NamedCountry, resolve: Resolve, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the names of the different cities of one country that a text names; else nothing."""
    if gazetteer.has_name(fold(named.name)) or "(" in named.name:
        return ()
    for mark, apart in _MARKS:
        parts = tuple(part for part in mark.split(named.name) if part.strip())
        if not 1 < len(parts) <= _MOST:
            continue
        found = [resolve(part) for part in parts]
        if mark is _HYPHEN and not _may_be_hyphened(named, found, gazetteer):
            continue
        in_turkish = all(map(_is_by_turkish_name, found))
        if _are_cities(parts, resolve, _APART_IN_TURKISH if in_turkish else apart):
            return parts
    return ()


def _may_be_hyphened(
    named: NamedCountry, found: Sequence[Resolution], gazetteer: Gazetteer
) -> bool:
    """Whether a hyphen may part cities: "Győr-Moson-Sopron megye" is one, "Höchst" no own name."""
    is_wide = body_kind_of(named.name, gazetteer) in _WIDE
    return bool(named.country) and not is_wide and all(map(_is_by_own_name, found))


def _is_by_own_name(found: Resolution) -> bool:
    return any(reason.code in _OWN_NAMES for reason in found.reasons)


def _is_by_turkish_name(found: Resolution) -> bool:
    return any(reason.code is ReasonCode.TURKISH_NAME for reason in found.reasons)


def may_be_two(named: NamedCountry, resolve: Resolve, gazetteer: Gazetteer) -> bool:
    """Whether a text may name two different places, so that a person has to say it."""
    if gazetteer.has_name(fold(named.name)):
        return False
    parts = STROKE.split(named.name)
    if len(parts) != 2:
        return False
    one, other = (resolve(part).place for part in parts)
    return (
        one is not None
        and other is not None
        and one != other
        and {one.kind, other.kind} == {PlaceKind.CITY}
        and all(resolve(part).auto for part in parts)
    )


def _are_cities(parts: Sequence[str], resolve: Resolve, apart: float) -> bool:
    if any(fold(part) in _IN_MANY_CITIES for part in parts):
        return False
    places = list(_cities(parts, resolve))
    return (
        len(places) == len(parts)
        and all(_are_two(one, other, apart=apart) for one, other in combinations(places, 2))
        and not any(_names_region_of(part, places, resolve) for part in parts)
    )


def _cities(parts: Sequence[str], resolve: Resolve) -> Iterator[Place]:
    for part in parts:
        found = resolve(part)
        is_elsewhere = any(reason.code is ReasonCode.OTHER_COUNTRY for reason in found.reasons)
        is_sure = found.auto and not is_elsewhere
        if is_sure and found.place is not None and found.place.kind is PlaceKind.CITY:
            yield found.place


def _are_two(one: Place, other: Place, *, apart: float) -> bool:
    """Whether neither is the other, nor a suburb of it."""
    small, large = sorted((one.population, other.population))
    far = _kilometres(one, other)
    return (
        one.country == other.country
        and far >= apart
        and (far >= _AROUND or small >= _SUBURB * large)
    )


def _kilometres(one: Place, other: Place) -> float:
    """Return the distance on a map that is flat, which will do for neighbours."""
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return hypot(east, one.latitude - other.latitude) * _KILOMETRES


def _names_region_of(part: str, places: Sequence[Place], resolve: Resolve) -> bool:
    """Whether a name is also that of the region of another: "Kırcaali / Cebel"."""
    region = resolve(f"{part} region").place
    if region is None or region.kind is not PlaceKind.REGION:
        return False
    inside = [place for place in places if place.region == region.id]
    return len(inside) > 1
