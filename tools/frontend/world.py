"""The outlines of the land, from the TopoJSON of Natural Earth to one small SVG."""

import itertools
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from elci.domain.maps import HEIGHT, SOUTH, VIEW_BOX, WIDTH, offset_from_centre, place_offset

Position = tuple[float, float]
Ring = list[Position]
FINENESS = 10
"""Steps per view-box unit in the file."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How much of the source one drawing keeps, in view-box units."""

    source: str
    tolerance: float
    smallest: float


DRAWINGS = {
    "world.svg": Drawing("land-50m.json", tolerance=0.16, smallest=0.08),
    "world-small.svg": Drawing("land-110m.json", tolerance=0.7, smallest=1.5),
}


def write_world(root: Path, out: Path) -> None:
    """Write each drawing and the view box that they share."""
    for name, drawing in DRAWINGS.items():
        source = root / "node_modules/world-atlas" / drawing.source
        topology = json.loads(source.read_text(encoding="utf-8"))
        (out / name).write_text(draw(topology, drawing), encoding="utf-8")
    box = {"viewBox": VIEW_BOX, "width": WIDTH, "height": HEIGHT}
    (out / "world.json").write_text(json.dumps(box), encoding="utf-8")


def draw(topology: dict[str, Any], drawing: Drawing) -> str:
    """One SVG whose element ``land`` can be used from another document and painted there."""
    rings = [
        simplified
        for ring in rings_of(topology)
        for piece in cut(unwrap(ring))
        if (simplified := simplify(project_ring(piece), drawing.tolerance))
        and abs(area(simplified)) >= drawing.smallest
    ]
    path = "".join(path_of(ring) for ring in rings)
    scale = f"scale({1 / FINENESS:g})"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{VIEW_BOX}">'
        f'<path id="land" transform="{scale}" d="{path}"/></svg>\n'
    )


def rings_of(topology: dict[str, Any]) -> Iterator[Ring]:
    """Every ring of the land, as longitude and latitude, without the ice of the far south."""
    arcs = [list(_decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    for shape in topology["objects"]["land"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for polygon in polygons:
            for indexes in polygon:
                ring = _joined(indexes, arcs)
                if max(latitude for _, latitude in ring) > SOUTH:
                    yield ring


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Position]:
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * scale_x + shift_x, y * scale_y + shift_y


def _joined(indexes: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def unwrap(ring: Ring) -> Ring:
    """Count longitudes from the middle of the map, without a jump at its edge."""
    first_longitude, first_latitude = ring[0]
    offset = offset_from_centre(first_longitude)
    unwrapped = [(offset, first_latitude)]
    for (before, _), (after, latitude) in itertools.pairwise(ring):
        offset += (after - before + 180) % 360 - 180
        unwrapped.append((offset, latitude))
    return unwrapped


def cut(ring: Ring) -> Iterator[Ring]:
    """The pieces of an unwrapped ring that lie on the map, each shifted onto it."""
    for turn in (-360.0, 0.0, 360.0):
        shifted = [(offset + turn, latitude) for offset, latitude in ring]
        piece = _keep_side(_keep_side(shifted, -180.0, 1), 180.0, -1)
        if len(piece) >= 3:
            yield piece


def _keep_side(ring: Ring, edge: float, sign: int) -> Ring:
    """Clip against one meridian (Sutherland and Hodgman 1974)."""
    kept: Ring = []
    for (x, y), (next_x, next_y) in zip(ring, ring[1:] + ring[:1], strict=True):
        inside, next_inside = sign * (x - edge) >= 0, sign * (next_x - edge) >= 0
        if inside:
            kept.append((x, y))
        if inside != next_inside:
            kept.append((edge, y + (next_y - y) * (edge - x) / (next_x - x)))
    return kept


def project_ring(ring: Ring) -> Ring:
    """The ring in view-box units; an edge along the rim of the map follows its curve."""
    points: Ring = []
    for (offset, latitude), (next_offset, next_latitude) in zip(
        ring, ring[1:] + ring[:1], strict=True
    ):
        along_rim = offset == next_offset and abs(offset) == 180
        steps = max(1, math.ceil(abs(next_latitude - latitude))) if along_rim else 1
        for step in range(steps):
            between = latitude + (next_latitude - latitude) * step / steps
            points.append(place_offset(between, offset))
    return points


def simplify(ring: Ring, tolerance: float) -> Ring:
    """Leave out what moves the outline by less than the tolerance (Douglas and Peucker 1973)."""
    if len(ring) < 4:
        return ring
    far = max(range(len(ring)), key=lambda at: math.dist(ring[0], ring[at]))
    kept = {0, far, len(ring)}
    closed = [*ring, ring[0]]
    waiting = [(0, far), (far, len(ring))]
    while waiting:
        first, last = waiting.pop()
        at, distance = _farthest(closed, first, last)
        if distance > tolerance:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    simplified = [closed[at] for at in sorted(kept - {len(ring)})]
    return simplified if len(simplified) >= 3 else []


def _farthest(points: Sequence[Position], first: int, last: int) -> tuple[int, float]:
    (x, y), (end_x, end_y) = points[first], points[last]
    run, rise = end_x - x, end_y - y
    length = math.hypot(run, rise)
    best, farthest = first, 0.0
    for at in range(first + 1, last):
        away_x, away_y = points[at][0] - x, points[at][1] - y
        distance = (
            abs(run * away_y - rise * away_x) / length if length else math.hypot(away_x, away_y)
        )
        if distance > farthest:
            best, farthest = at, distance
    return best, farthest


def area(ring: Ring) -> float:
    """The signed area, by the shoelace formula."""
    return (
        sum(
            x * next_y - next_x * y
            for (x, y), (next_x, next_y) in zip(ring, ring[1:] + ring[:1], strict=True)
        )
        / 2
    )


def path_of(ring: Ring) -> str:
    """A closed subpath in whole steps, each counted from the one before."""
    steps = [(round(x * FINENESS), round(y * FINENESS)) for x, y in ring]
    parts = [f"M{steps[0][0]} {steps[0][1]}"]
    for (x, y), (next_x, next_y) in itertools.pairwise(steps):
        if (x, y) != (next_x, next_y):
            across, down = next_x - x, next_y - y
            parts.append(f"l{across}{'' if down < 0 else ' '}{down}")
    return "".join(parts) + "z"
