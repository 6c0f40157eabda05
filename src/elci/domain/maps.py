"""The drawing of the world map: projection, great circles, marks.

Everything is in view-box units: x grows to the right and y downwards, as in SVG.
"""

import itertools
import math
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

CENTRAL_MERIDIAN = 11.0
"""The meridian in the middle; the edge, 169° W, then runs through the Bering Strait."""

NORTH, SOUTH = 84.0, -57.0
"""The parallels between which the map is drawn; no local government lies outside them."""

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = math.sqrt(3) / 2


class Point(NamedTuple):
    """A place on the map, in view-box units."""

    x: float
    y: float


Polyline = tuple[Point, ...]
Vector = tuple[float, float, float]
Coordinates = tuple[float, float]
"""Latitude and longitude, in degrees."""


def equal_earth(latitude: float, offset: float) -> tuple[float, float]:
    """The Equal Earth projection on the unit sphere, y northwards (Šavrič, Patterson, Jenny 2018).

    ``offset`` is the longitude counted from the central meridian, from -180 to 180.
    """
    theta = math.asin(_M * math.sin(math.radians(latitude)))
    square = theta * theta
    sixth = square**3
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    x = math.radians(offset) * math.cos(theta) / (_M * slope)
    y = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return x, y


WIDTH = 1000.0
_SCALE = WIDTH / (2 * equal_earth(0, 180)[0])
_TOP = equal_earth(NORTH, 0)[1]
HEIGHT = round((_TOP - equal_earth(SOUTH, 0)[1]) * _SCALE, 1)
VIEW_BOX = f"0 0 {WIDTH:g} {HEIGHT:g}"


def offset_from_centre(longitude: float) -> float:
    """Longitude from the central meridian, in -180 ≤ offset < 180."""
    return (longitude - CENTRAL_MERIDIAN + 180.0) % 360.0 - 180.0


def place_offset(latitude: float, offset: float) -> Point:
    """The point of a latitude and an offset; unlike ``project``, both edges can be named."""
    x, y = equal_earth(latitude, offset)
    return Point(WIDTH / 2 + x * _SCALE, (_TOP - y) * _SCALE)


def project(latitude: float, longitude: float) -> Point:
    """Where a place lies on the map."""
    if not -90 <= latitude <= 90:
        raise ValueError(f"latitude {latitude} is not between -90 and 90 degrees")
    return place_offset(latitude, offset_from_centre(longitude))


def great_circle(start: Coordinates, end: Coordinates, steps: int = 32) -> tuple[Polyline, ...]:
    """The shortest way over the globe: one polyline, or two where it leaves the map and returns.

    Places that are the same give nothing; for exact antipodes, where every way is shortest,
    the way over the pole on the side of the start's latitude is taken.
    """
    if steps < 1:
        raise ValueError("a great circle needs at least one step")
    way = _way(_vector(start), _vector(end), steps)
    if not way:
        return ()
    way[0] = (start[0], offset_from_centre(start[1]))
    way[-1] = (end[0], offset_from_centre(end[1]))
    return _split(way)


def _vector(place: Coordinates) -> Vector:
    latitude, longitude = (math.radians(angle) for angle in place)
    flat = math.cos(latitude)
    return flat * math.cos(longitude), flat * math.sin(longitude), math.sin(latitude)


def _way(start: Vector, end: Vector, steps: int) -> list[tuple[float, float]]:
    angle = 2 * math.asin(min(1.0, math.dist(start, end) / 2))
    if angle < 1e-9:
        return []
    across = _perpendicular(start, end)
    way = []
    for step in range(steps + 1):
        along = angle * step / steps
        x, y, z = (
            math.cos(along) * first + math.sin(along) * second
            for first, second in zip(start, across, strict=True)
        )
        longitude = math.degrees(math.atan2(y, x))
        way.append((math.degrees(math.atan2(z, math.hypot(x, y))), offset_from_centre(longitude)))
    return way


def _dot(first: Vector, second: Vector) -> float:
    return sum(a * b for a, b in zip(first, second, strict=True))


def _perpendicular(start: Vector, end: Vector) -> Vector:
    """The direction of the way at its start; over the pole where the end does not tell."""
    towards = (end, (0.0, 0.0, math.copysign(1.0, start[2])), (1.0, 0.0, 0.0))
    rests = (_rest(each, start) for each in towards)
    x, y, z = next(rest for rest in rests if math.hypot(*rest) > 1e-9)
    length = math.hypot(x, y, z)
    return x / length, y / length, z / length


def _rest(vector: Vector, along: Vector) -> Vector:
    share = _dot(vector, along)
    x, y, z = (each - share * part for each, part in zip(vector, along, strict=True))
    return x, y, z


def _split(way: Sequence[Coordinates]) -> tuple[Polyline, ...]:
    """Cut where two neighbours lie on opposite sides of the map's edge."""
    lines: list[list[Point]] = [[place_offset(*way[0])]]
    for (latitude, offset), (next_latitude, next_offset) in itertools.pairwise(way):
        if abs(next_offset - offset) > 180:
            edge = math.copysign(180.0, offset)
            gap = abs(edge - offset)
            beyond = 180.0 - abs(next_offset)
            share = gap / (gap + beyond) if gap + beyond > 0 else 0.0
            crossing = latitude + share * (next_latitude - latitude)
            lines[-1].append(place_offset(crossing, edge))
            lines.append([place_offset(crossing, -edge)])
        lines[-1].append(place_offset(next_latitude, next_offset))
    return tuple(tuple(line) for line in lines)


def svg_path(polyline: Sequence[Point]) -> str:
    """The ``d`` of an SVG path, to a hundredth; points that then coincide are left out."""
    if not polyline:
        return ""
    steps = [(round(x * 100), round(y * 100)) for x, y in polyline]
    parts = [f"M{_hundredth(steps[0][0])} {_hundredth(steps[0][1])}"]
    for (x, y), (next_x, next_y) in itertools.pairwise(steps):
        if (x, y) != (next_x, next_y):
            parts.append(f"l{_hundredth(next_x - x)} {_hundredth(next_y - y)}")
    return "".join(parts)


def _hundredth(steps: int) -> str:
    return f"{steps / 100:g}"


def strike(polylines: Sequence[Polyline], length: float = 7.0) -> Polyline:
    """A short stroke across the middle of a line: the mark of a tie that has ended."""
    longest = max(polylines, key=_length, default=())
    if _length(longest) == 0:
        return ()
    before, after = _around_middle(longest)
    run, rise = after.x - before.x, after.y - before.y
    size = math.hypot(run, rise)
    across_x, across_y = -rise / size * length / 2, run / size * length / 2
    x, y = (before.x + after.x) / 2, (before.y + after.y) / 2
    return Point(x - across_x, y - across_y), Point(x + across_x, y + across_y)


def _length(polyline: Polyline) -> float:
    return sum(math.dist(a, b) for a, b in itertools.pairwise(polyline))


def _around_middle(polyline: Polyline) -> tuple[Point, Point]:
    """The ends of the segment in which half of the length is reached."""
    segments = list(itertools.pairwise(polyline))
    travelled = list(itertools.accumulate(math.dist(*segment) for segment in segments))
    return segments[bisect_left(travelled, travelled[-1] / 2)]
