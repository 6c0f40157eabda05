"""Which names find room on the map, and where."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from elci.domain.maps import HEIGHT, WIDTH, Point


class TextAnchor(StrEnum):
    """Which end of a text its x names; the values are those of SVG's ``text-anchor``."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name that would like to stand beside its point."""

    key: str
    point: Point
    width: float
    height: float
    importance: float = 0.0


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A name that found room.

    ``dx`` and ``dy`` lead from its point to the end that ``anchor`` names and to its baseline, and
    stay as they are when the map comes closer; ``zoom`` is the closeness from which there is room.
    """

    key: str
    dx: float
    dy: float
    anchor: TextAnchor
    zoom: float = 1.0


_Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


_CELL = 24.0
"""Side of a cell of the grid at zoom 1: about two names high."""


class _Sheet:
    """The map with the boxes already taken, in a grid so that only near ones are looked at."""

    def __init__(self, points: Iterable[Point], gap: float, zoom: float) -> None:
        self._cells: defaultdict[tuple[int, int], list[_Box]] = defaultdict(list)
        self._size = _CELL / zoom
        half = gap / zoom / 2
        for x, y in points:
            self.add((x - half, y - half, x + half, y + half))

    def add(self, box: _Box) -> None:
        left, top, right, bottom = (int(edge // self._size) for edge in box)
        for column in range(left, right + 1):
            for row in range(top, bottom + 1):
                self._cells[column, row].append(box)

    def first_free(self, wish: "_Wish", zoom: float) -> tuple[int, _Box] | None:
        """The first of a label's places that lies on the map and covers nothing, by number."""
        x, y = wish.label.point
        for number, (left, top, right, bottom) in enumerate(wish.boxes):
            box = (x + left / zoom, y + top / zoom, x + right / zoom, y + bottom / zoom)
            if _on_map(box) and self._is_free(box):
                return number, box
        return None

    def _is_free(self, box: _Box) -> bool:
        # Thousands of boxes are compared for one map: plain loops, no calls.
        left, top, right, bottom = box
        size, cells = self._size, self._cells
        rows = range(int(top // size), int(bottom // size) + 1)
        for column in range(int(left // size), int(right // size) + 1):
            for row in rows:
                if (column, row) in cells:
                    for taken in cells[column, row]:
                        if (
                            left < taken[2]
                            and taken[0] < right
                            and top < taken[3]
                            and taken[1] < bottom
                        ):
                            return False
        return True


def _on_map(box: _Box) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= HEIGHT


@dataclass(frozen=True, slots=True)
class _Wish:
    """A label with the places that it would take, the best first, and the box that each needs."""

    label: Label
    places: tuple[tuple[float, float, TextAnchor], ...]
    boxes: tuple[_Box, ...]
    """From the label's point, at zoom 1."""

    @classmethod
    def of(cls, label: Label, gap: float) -> "_Wish":
        places = _candidates(label, gap)
        return cls(label, places, tuple(_box_at(label, *place) for place in places))

    def placed(self, number: int, zoom: float) -> PlacedLabel:
        dx, dy, anchor = self.places[number]
        return PlacedLabel(self.label.key, dx, dy, anchor, zoom)

    def box(self, number: int, zoom: float) -> _Box:
        x, y = self.label.point
        left, top, right, bottom = self.boxes[number]
        return x + left / zoom, y + top / zoom, x + right / zoom, y + bottom / zoom


def place_labels(
    labels: Sequence[Label],
    *,
    gap: float = 4.0,
    obstacles: Sequence[Point] = (),
    zooms: Sequence[float] = (1.0,),
) -> tuple[PlacedLabel, ...]:
    """Give room to as many names as fit, the most important first; the others are left out.

    No name covers another, a point of any label, an obstacle or the rim of the map. Each tries
    right, left, above and below its point, in this order; equal importance goes by key. Names keep
    their size when the map comes closer, so those that find no room at the first of the ascending
    ``zooms`` try again at the next. A name of infinite importance stands even where it covers
    points: the host's own.
    """
    points = {*obstacles, *(label.point for label in labels)}
    ordered = sorted(labels, key=lambda label: (-label.importance, label.key))
    waiting = [_Wish.of(label, gap) for label in ordered]
    placed = _standing_anyway(waiting)
    for zoom in zooms:
        found_keys = {wish.label.key for wish, _, _ in placed}
        waiting = [wish for wish in waiting if wish.label.key not in found_keys]
        sheet = _Sheet(points, gap, zoom)
        for wish, number, _ in placed:
            sheet.add(wish.box(number, zoom))
        for wish in waiting:
            found = sheet.first_free(wish, zoom)
            if found is not None:
                sheet.add(found[1])
                placed.append((wish, found[0], zoom))
    return tuple(wish.placed(number, zoom) for wish, number, zoom in placed)


def _standing_anyway(wishes: Sequence[_Wish]) -> list[tuple[_Wish, int, float]]:
    empty = _Sheet((), 0.0, 1.0)
    placed = []
    for wish in wishes:
        found = empty.first_free(wish, 1.0) if wish.label.importance == math.inf else None
        if found is not None:
            empty.add(found[1])
            placed.append((wish, found[0], 1.0))
    return placed


_DESCENT = 0.25
"""The share of a line's height below its baseline."""


def _candidates(label: Label, gap: float) -> tuple[tuple[float, float, TextAnchor], ...]:
    level, above = label.height * (0.5 - _DESCENT), -gap - label.height * _DESCENT
    below = gap + label.height * (1 - _DESCENT)
    return (
        (gap, level, TextAnchor.START),
        (-gap, level, TextAnchor.END),
        (0.0, above, TextAnchor.MIDDLE),
        (0.0, below, TextAnchor.MIDDLE),
        (gap, above, TextAnchor.START),
        (gap, below, TextAnchor.START),
        (-gap, above, TextAnchor.END),
        (-gap, below, TextAnchor.END),
    )


_LEFT_SHARE = {TextAnchor.START: 0.0, TextAnchor.MIDDLE: 0.5, TextAnchor.END: 1.0}


def _box_at(label: Label, dx: float, dy: float, anchor: TextAnchor) -> _Box:
    left = dx - _LEFT_SHARE[anchor] * label.width
    bottom = dy + label.height * _DESCENT
    return left, bottom - label.height, left + label.width, bottom


_NARROW, _WIDE = frozenset("iıjlftrI.,:;'’()-/| "), frozenset("mwMWÇĞÖÜŞ@%&")


def label_width(text: str, size: float) -> float:
    """About how wide a text is at a font size; a little too wide rather than too narrow."""
    ems = sum(0.32 if sign in _NARROW else 0.82 if sign in _WIDE else 0.56 for sign in text)
    capitals = sum(0.08 for sign in text if sign.isupper() and sign not in _WIDE)
    return size * (ems + capitals)
