"""Which names find room on the map, and where."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

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


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


class _Sheet:
    """The map with the boxes already taken, in a grid so that only near ones are looked at."""

    CELL = 40.0

    def __init__(self, points: Iterable[Point], size: float) -> None:
        self._cells: defaultdict[tuple[int, int], list[_Box]] = defaultdict(list)
        half = size / 2
        for x, y in points:
            self.add(_Box(x - half, y - half, x + half, y + half))

    def add(self, box: _Box) -> None:
        for cell in self._touched(box):
            self._cells[cell].append(box)

    def first_free(self, label: Label, *, zoom: float, gap: float) -> PlacedLabel | None:
        """The first of a label's places that lies on the map and covers nothing."""
        for dx, dy, anchor in _candidates(label, gap):
            candidate = PlacedLabel(label.key, dx, dy, anchor, zoom)
            box = _box_of(label, candidate, zoom=zoom)
            if _on_map(box) and self._is_free(box):
                return candidate
        return None

    def _is_free(self, box: _Box) -> bool:
        # Thousands of boxes are compared for one map: plain loops, no calls.
        left, top, right, bottom = box
        cells = self._cells
        for cell in self._touched(box):
            if cell in cells:
                for taken in cells[cell]:
                    if (
                        left < taken[2]
                        and taken[0] < right
                        and top < taken[3]
                        and taken[1] < bottom
                    ):
                        return False
        return True

    def _touched(self, box: _Box) -> list[tuple[int, int]]:
        size = self.CELL
        rows = range(int(box[1] // size), int(box[3] // size) + 1)
        return [
            (column, row)
            for column in range(int(box[0] // size), int(box[2] // size) + 1)
            for row in rows
        ]


def _on_map(box: _Box) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= HEIGHT


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
    waiting = sorted(labels, key=lambda label: (-label.importance, label.key))
    placed = _standing_anyway(waiting, gap)
    for zoom in zooms:
        found_keys = {standing.key for _, standing in placed}
        waiting = [label for label in waiting if label.key not in found_keys]
        sheet = _Sheet(points, gap / zoom)
        for label, standing in placed:
            sheet.add(_box_of(label, standing, zoom=zoom))
        for label in waiting:
            found = sheet.first_free(label, zoom=zoom, gap=gap)
            if found is not None:
                sheet.add(_box_of(label, found, zoom=zoom))
                placed.append((label, found))
    return tuple(standing for _, standing in placed)


def _standing_anyway(labels: Sequence[Label], gap: float) -> list[tuple[Label, PlacedLabel]]:
    empty = _Sheet((), gap)
    placed = []
    for label in labels:
        found = empty.first_free(label, zoom=1.0, gap=gap) if label.importance == math.inf else None
        if found is not None:
            empty.add(_box_of(label, found, zoom=1.0))
            placed.append((label, found))
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


def _box_of(label: Label, standing: PlacedLabel, *, zoom: float) -> _Box:
    left = standing.dx - _LEFT_SHARE[standing.anchor] * label.width
    bottom = standing.dy + label.height * _DESCENT
    x, y = label.point
    return _Box(
        x + left / zoom,
        y + (bottom - label.height) / zoom,
        x + (left + label.width) / zoom,
        y + bottom / zoom,
    )


_NARROW, _WIDE = frozenset("iıjlftrI.,:;'’()-/| "), frozenset("mwMWÇĞÖÜŞ@%&")


def label_width(text: str, size: float) -> float:
    """About how wide a text is at a font size; a little too wide rather than too narrow."""
    ems = sum(0.32 if sign in _NARROW else 0.82 if sign in _WIDE else 0.56 for sign in text)
    capitals = sum(0.08 for sign in text if sign.isupper() and sign not in _WIDE)
    return size * (ems + capitals)
