"""The map and the timeline as the templates draw them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Final

from django.urls import reverse

from elci.agreements.choices import act_label
from elci.agreements.queries.drawings import MOST_PARTNERS, Chronicle, Tie
from elci.domain import maps
from elci.domain.acts.kinds import Standing
from elci.domain.dates import say_date
from elci.domain.map_labels import Label, PlacedLabel, label_width, place_labels
from elci.domain.timelines import DrawnRow, Mark, Span, TimelineRow, draw_timeline
from elci.foundation.templatetags.elci import named, reader_language

_STRONGEST: Final = (
    Standing.IN_FORCE,
    Standing.POSSIBLY_IN_FORCE,
    Standing.SUSPENDED,
    Standing.PERMITTED,
    Standing.PROPOSED,
    Standing.UNKNOWN,
    Standing.EXPIRED,
    Standing.SUPERSEDED,
    Standing.REFUSED,
    Standing.ENDED,
)
"""Of several relations with one place, the arc shows the first of these that one has."""
_STRUCK: Final = frozenset(
    {Standing.ENDED, Standing.EXPIRED, Standing.SUPERSEDED, Standing.REFUSED}
)
_ZOOMS: Final = (0.7, 1.0, 2.0, 4.0, 8.0)
_NAME_SIZE: Final = 12.0
_NAMES_WIDTH: Final = 190.0
_LONGEST_NAME: Final = 30
"""Letters that find room beside a row; the table under the timeline has the whole name."""


@dataclass(frozen=True, slots=True)
class DrawnArc:
    """The lines between the keepers and one partner."""

    key: str
    standing: Standing
    paths: tuple[str, ...]
    strike: str


@dataclass(frozen=True, slots=True)
class DrawnPlace:
    """A place on the map, with its name where there is room for it."""

    key: str
    name: str
    x: str
    y: str
    url: str
    is_host: bool
    label: PlacedLabel | None


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """Everything that the map's template asks for."""

    view_box: str
    label: str
    arcs: tuple[DrawnArc, ...]
    places: tuple[DrawnPlace, ...]
    is_partial: bool
    """Whether only the most populous partners are drawn."""


def draw_map(ties: Sequence[Tie], *, label: str) -> DrawnMap:
    """Return the arcs from the keepers to the partners, and the names that find room."""
    points = {**_partner_places(ties), **_host_places(ties)}
    return DrawnMap(
        view_box=maps.VIEW_BOX,
        label=label,
        arcs=_arcs(ties),
        places=_named_places(points),
        is_partial=len(ties) >= MOST_PARTNERS,
    )


def place_url(key: str) -> str:
    """Return the address of a place's page."""
    return _place_url(key, reader_language())


@lru_cache(maxsize=8192)
def _place_url(key: str, _language: str) -> str:
    return reverse("portal:place", args=[key])


@dataclass(frozen=True, slots=True)
class _Spot:
    name: str
    latitude: float
    longitude: float
    importance: float
    is_host: bool


def _host_places(ties: Sequence[Tie]) -> dict[str, _Spot]:
    hosts = {tie.host.key: tie.host for tie in ties if tie.host is not None}
    return {key: _spot(host, math.inf, is_host=True) for key, host in hosts.items()}


def _partner_places(ties: Sequence[Tie]) -> dict[str, _Spot]:
    partners = {tie.partner.key: tie.partner for tie in ties}
    return {
        key: _spot(partner, float(partner.population or 0), is_host=False)
        for key, partner in partners.items()
    }


def _spot(place: object, importance: float, *, is_host: bool) -> _Spot:
    latitude, longitude = getattr(place, "latitude", 0.0), getattr(place, "longitude", 0.0)
    return _Spot(named(place), latitude, longitude, importance, is_host)


def _arcs(ties: Sequence[Tie]) -> tuple[DrawnArc, ...]:
    by_partner = groupby(sorted(ties, key=lambda tie: tie.partner.key), lambda tie: tie.partner.key)
    return tuple(_arc(key, list(group)) for key, group in by_partner)


def _arc(key: str, ties: Sequence[Tie]) -> DrawnArc:
    found = frozenset().union(*(tie.standings for tie in ties))
    standing = next(each for each in _STRONGEST if each in found)
    ways = [way for tie in ties if (way := _way_of(tie)) is not None]
    lines = [line for way in ways for line in way.lines]
    strike = maps.svg_path(maps.strike(lines)) if standing in _STRUCK else ""
    return DrawnArc(key, standing, tuple(path for way in ways for path in way.paths), strike)


@dataclass(frozen=True, slots=True)
class _Way:
    """The line between two places, and how it is written."""

    lines: tuple[maps.Polyline, ...]
    paths: tuple[str, ...]


def _way_of(tie: Tie) -> _Way | None:
    host, partner = tie.host, tie.partner
    if host is None or host.latitude is None or host.longitude is None:
        return None
    if partner.latitude is None or partner.longitude is None:
        return None
    return _way((host.latitude, host.longitude), (partner.latitude, partner.longitude))


@lru_cache(maxsize=8192)
def _way(start: maps.Coordinates, end: maps.Coordinates) -> _Way:
    """Return the way between two places, which never move: each is reckoned once."""
    lines = maps.great_circle(start, end, steps=_steps(start, end))
    return _Way(lines, tuple(maps.svg_path(line) for line in lines))


def _named_places(spots: dict[str, _Spot]) -> tuple[DrawnPlace, ...]:
    points = {key: maps.project(spot.latitude, spot.longitude) for key, spot in spots.items()}
    wishes = tuple(
        Label(
            key=key,
            point=points[key],
            width=label_width(spot.name, _NAME_SIZE),
            height=_NAME_SIZE,
            importance=spot.importance,
        )
        for key, spot in spots.items()
    )
    placed = _placed(wishes)
    return tuple(
        DrawnPlace(
            key=key,
            name=spot.name,
            x=f"{points[key].x:.1f}",
            y=f"{points[key].y:.1f}",
            url=place_url(key),
            is_host=spot.is_host,
            label=placed.get(key),
        )
        for key, spot in spots.items()
    )


def _steps(start: maps.Coordinates, end: maps.Coordinates) -> int:
    """Return how many straight pieces look like a curve: the shorter the way, the fewer."""
    degrees = abs(start[0] - end[0]) + abs((start[1] - end[1] + 180.0) % 360.0 - 180.0)
    return max(4, min(32, round(degrees / 4)))


@lru_cache(maxsize=128)
def _placed(wishes: tuple[Label, ...]) -> Mapping[str, PlacedLabel]:
    """Return the names that find room, by key; the same places find the same room each time."""
    return {label.key: label for label in place_labels(wishes, zooms=_ZOOMS)}


@dataclass(frozen=True, slots=True)
class TitledMark:
    """A mark with the words that a pointer over it shows."""

    mark: Mark
    title: str

    kind = property(lambda self: self.mark.kind)
    x = property(lambda self: self.mark.x)
    earliest = property(lambda self: self.mark.earliest)
    latest = property(lambda self: self.mark.latest)


@dataclass(frozen=True, slots=True)
class TitledRow:
    """A row of the timeline with its partner's name."""

    y: float
    name: str
    url: str
    spans: tuple[Span, ...]
    acts: tuple[TitledMark, ...]


@dataclass(frozen=True, slots=True)
class TitledTimeline:
    """Everything that the timeline's template asks for."""

    width: float
    height: float
    label: str
    years: tuple[tuple[float, int], ...]
    today: float
    rows: tuple[TitledRow, ...]


def titled_timeline(
    chronicles: Sequence[Chronicle], *, label: str, today: date, with_names: bool
) -> TitledTimeline:
    """Return the timeline of these accounts; a single one needs no name beside its row."""
    rows = [TimelineRow(str(each.account.uuid), each.acts, each.periods) for each in chronicles]
    width = _NAMES_WIDTH if with_names else 0.0
    drawn = draw_timeline(rows, until=today, names_width=width)
    return TitledTimeline(
        width=drawn.width,
        height=drawn.height,
        label=label,
        years=tuple((tick.x, tick.year) for tick in drawn.ticks),
        today=drawn.today,
        rows=tuple(
            _titled_row(row, chronicle, with_names=with_names)
            for row, chronicle in zip(drawn.rows, chronicles, strict=True)
        ),
    )


def _titled_row(row: DrawnRow, chronicle: Chronicle, *, with_names: bool) -> TitledRow:
    account = chronicle.account
    name = _shortened(named(account.entry, "partner")) if with_names else ""
    url = reverse("portal:relation", args=[account.uuid])
    marks = tuple(_titled_mark(mark, chronicle) for mark in row.marks)
    return TitledRow(row.y, name, url, row.spans, marks)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"


def _titled_mark(mark: Mark, chronicle: Chronicle) -> TitledMark:
    act = chronicle.acts[mark.order]
    day = say_date(act.happened, reader_language(), style="long")
    return TitledMark(mark, f"{act_label(act.kind, chronicle.account.instrument)}: {day}")
