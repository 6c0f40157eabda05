"""The network on a map, drawn by the server: arcs between cities, or between countries."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from django.urls import reverse

from elci.domain import maps
from elci.domain.geography.countries import country_facts
from elci.domain.map_labels import Label, PlacedLabel, label_width, place_labels
from elci.foundation.templatetags.elci import reader_language
from elci.observatory.queries.asking import Selection
from elci.observatory.queries.listing import CityRow, TieRow, country_counts, tie_row
from elci.observatory.queries.neighbourhood import Neighbourhood
from elci.observatory.queries.networks import CityNetwork, country_names
from elci.portal.drawings import DrawnPlace

MOST_TIES: Final = 250
"""So many ties are drawn one by one; of more, the sums between countries are."""
_MOST_SUMS: Final = 110
_WIDTHS: Final = (400, 150, 60, 25)
"""From so many ties on an arc between countries is wider."""
_ZOOMS: Final = (0.7, 1.0, 2.0, 4.0, 8.0)
_NAME_SIZE: Final = 12.0


@dataclass(frozen=True, slots=True)
class Arc:
    """The lines of one tie, or of the ties of two countries; ``standing`` names how it is drawn."""

    key: str
    standing: str
    paths: tuple[str, ...]
    strike: str = ""


@dataclass(frozen=True, slots=True)
class NetworkMap:
    """What the map's template asks for."""

    view_box: str
    label: str
    arcs: tuple[Arc, ...]
    places: tuple[DrawnPlace, ...]
    is_of_countries: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    key: str
    name: str
    at: maps.Coordinates
    importance: float
    url: str
    is_host: bool = False


def draw_selection(selection: Selection, *, label: str) -> NetworkMap:
    """Draw the ties one by one where they are few, else the sums between countries."""
    if len(selection.ties) > MOST_TIES:
        return _draw_countries(selection, label)
    language = reader_language()
    rows = [tie_row(selection.whole, tie, language) for tie in selection.ties.tolist()]
    cities = {city.place: city for row in rows for city in (row.one, row.other)}
    marks = [_city_mark(selection.whole, city) for city in cities.values()]
    arcs = [_tie_arc(selection.whole, row, str(row.other.id)) for row in rows]
    return _drawn(arcs, marks, label, is_of_countries=False)


def draw_neighbourhood(whole: CityNetwork, found: Neighbourhood, *, label: str) -> NetworkMap:
    """Draw a city and its partners."""
    marks = [_city_mark(whole, partner) for partner in found.partners]
    marks.append(_city_mark(whole, found.city, is_host=True))
    arcs = [
        _tie_arc(whole, row, str(partner.id))
        for row, partner in zip(found.ties, found.partners, strict=True)
    ]
    return _drawn(arcs, marks, label, is_of_countries=False)


def city_url(city: CityRow) -> str:
    """Return the address of a city's page; of a place without a GeoNames id, the register's."""
    if city.id < 0:
        return reverse("portal:home")
    return reverse("portal:observatory_city", args=[city.id])


def _city_mark(whole: CityNetwork, city: CityRow, *, is_host: bool = False) -> _Mark:
    latitude, longitude = whole.world.coordinates[city.place].tolist()
    importance = float("inf") if is_host else float(city.ties)
    key = str(city.id)
    return _Mark(key, city.name, (latitude, longitude), importance, city_url(city), is_host)


def _tie_arc(whole: CityNetwork, row: TieRow, key: str) -> Arc:
    one, other = (
        tuple(whole.world.coordinates[each.place].tolist()) for each in (row.one, row.other)
    )
    return Arc(key, "register" if row.is_of_register else "stated", _paths(one, other))


@lru_cache(maxsize=8192)
def _paths(start: maps.Coordinates, end: maps.Coordinates) -> tuple[str, ...]:
    degrees = abs(start[0] - end[0]) + abs((start[1] - end[1] + 180.0) % 360.0 - 180.0)
    steps = max(3, min(24, round(degrees / 6)))
    return tuple(maps.svg_path(line) for line in maps.great_circle(start, end, steps=steps))


def _draw_countries(selection: Selection, label: str) -> NetworkMap:
    counts = np.triu(country_counts(selection)[:-1, :-1], k=1)
    order = np.argsort(-counts, axis=None, kind="stable")[:_MOST_SUMS]
    pairs = [divmod(int(each), counts.shape[0]) for each in order]
    pairs = [pair for pair in pairs if counts[pair]]
    centres = _centres(selection.whole)
    codes = tuple(country_facts())
    names = country_names(selection.whole.world, reader_language())
    arcs = [
        Arc(
            f"{codes[one]}-{codes[other]}",
            f"sum{_width(int(counts[one, other]))}",
            _paths(centres[one], centres[other]),
        )
        for one, other in reversed(pairs)
    ]
    ends = sorted({end for pair in pairs for end in pair})
    sums = counts.sum(axis=0) + counts.sum(axis=1)
    marks = [
        _Mark(
            codes[end],
            names[codes[end]],
            centres[end],
            float(sums[end]),
            reverse("portal:observatory_country", args=[codes[end]]),
        )
        for end in ends
    ]
    return _drawn(arcs, marks, label, is_of_countries=True)


def _width(number: int) -> int:
    return next((4 - step for step, least in enumerate(_WIDTHS) if number >= least), 0)


@lru_cache(maxsize=4)
def _centres(whole: CityNetwork) -> dict[int, maps.Coordinates]:
    """Return a point for each country: the middle of its cities, each as heavy as its ties."""
    world = whole.world
    angles = np.radians(world.coordinates)
    flat = np.cos(angles[:, 0])
    vectors = np.column_stack(
        (flat * np.cos(angles[:, 1]), flat * np.sin(angles[:, 1]), np.sin(angles[:, 0]))
    )
    weighted = vectors * (whole.network.degrees[:, None] + 0.01)
    count = len(country_facts()) + 1
    sums = np.zeros((count, 3))
    np.add.at(sums, world.country_numbers, weighted)
    latitudes = np.degrees(np.arctan2(sums[:, 2], np.hypot(sums[:, 0], sums[:, 1])))
    longitudes = np.degrees(np.arctan2(sums[:, 1], sums[:, 0]))
    found = np.round(np.column_stack((latitudes, longitudes)), 2).tolist()
    return {number: (place[0], place[1]) for number, place in enumerate(found)}


def _drawn(
    arcs: Sequence[Arc], marks: Sequence[_Mark], label: str, *, is_of_countries: bool
) -> NetworkMap:
    points = {mark.key: maps.project(*mark.at) for mark in marks}
    wishes = tuple(
        Label(
            key=mark.key,
            point=points[mark.key],
            width=label_width(mark.name, _NAME_SIZE),
            height=_NAME_SIZE,
            importance=mark.importance,
        )
        for mark in marks
    )
    placed = _placed(wishes)
    spots = tuple(
        DrawnPlace(
            mark.key,
            mark.name,
            f"{points[mark.key].x:.1f}",
            f"{points[mark.key].y:.1f}",
            mark.url,
            mark.is_host,
            placed.get(mark.key),
        )
        for mark in marks
    )
    return NetworkMap(maps.VIEW_BOX, label, tuple(arcs), spots, is_of_countries)


@lru_cache(maxsize=64)
def _placed(wishes: tuple[Label, ...]) -> dict[str, PlacedLabel]:
    return {label.key: label for label in place_labels(wishes, zooms=_ZOOMS)}
