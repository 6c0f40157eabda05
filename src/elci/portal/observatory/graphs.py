"""A city's neighbourhood as a graph: partners in a ring, sorted by country, and their own ties."""

import math
from dataclasses import dataclass
from typing import Final

from elci.observatory.queries.neighbourhood import Neighbourhood
from elci.portal.observatory.maps import city_url

SIZE: Final = 1000.0
_MIDDLE: Final = SIZE / 2
_RADIUS: Final = 330.0
_NAMED: Final = 60
"""So many partners find room for a name in the ring."""


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A partner in the ring; its name is turned so that it can be read."""

    id: int
    name: str
    country: str
    url: str
    x: str
    y: str
    turn: str
    anchor: str
    has_name: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """What the template of a graph asks for."""

    label: str
    name: str
    nodes: tuple[GraphNode, ...]
    spokes: tuple[str, ...]
    chords: tuple[str, ...]


def draw_graph(found: Neighbourhood, *, label: str) -> Graph:
    """Draw the partners around the city, those of one country side by side."""
    order = sorted(range(len(found.partners)), key=lambda place: found.partners[place].country)
    angle = {place: 2 * math.pi * turn / max(len(order), 1) for turn, place in enumerate(order)}
    points = {
        place: (_MIDDLE + _RADIUS * math.sin(turn), _MIDDLE - _RADIUS * math.cos(turn))
        for place, turn in angle.items()
    }
    nodes = tuple(
        _node(found, place, angle[place], points[place], has_name=len(order) <= _NAMED)
        for place in order
    )
    spokes = tuple(f"M500 500L{x:.1f} {y:.1f}" for x, y in (points[place] for place in order))
    chords = tuple(_chord(points[one], points[other]) for one, other in found.among)
    return Graph(label, found.city.name, nodes, spokes, chords)


def _node(
    found: Neighbourhood, place: int, turn: float, point: tuple[float, float], *, has_name: bool
) -> GraphNode:
    partner = found.partners[place]
    degrees = math.degrees(turn) - 90
    is_left = 90 < degrees % 360 < 270
    return GraphNode(
        id=partner.id,
        name=partner.name,
        country=partner.country,
        url=city_url(partner),
        x=f"{point[0]:.1f}",
        y=f"{point[1]:.1f}",
        turn=f"{degrees + 180 if is_left else degrees:.1f}",
        anchor="end" if is_left else "start",
        has_name=has_name,
    )


def _chord(one: tuple[float, float], other: tuple[float, float]) -> str:
    """A curve that bends towards the middle, so that chords are told from the ring."""
    bend = [(first + second) / 4 + _MIDDLE / 2 for first, second in zip(one, other, strict=True)]
    return f"M{one[0]:.1f} {one[1]:.1f}Q{bend[0]:.1f} {bend[1]:.1f} {other[0]:.1f} {other[1]:.1f}"
