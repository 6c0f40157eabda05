"""Find the places that lie at a coast: ``python tools/build_coast.py`` after ``npm ci``.

Writes ``src/elci/resources/partners/coast.csv``: the places of the gazetteer with 5,000 people or
more within ten kilometres of the sea (the Caspian among the seas), and how far. The coast is that
of Natural Earth at 1:10 million (npm ``world-atlas``), a point for every kilometre; places with
borrowed coordinates are left out. The same inputs give the same bytes.
"""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from elci.domain.geography.distance import EARTH_RADIUS_KM
from elci.domain.places.gazetteer import Gazetteer, Place, open_gazetteer
from elci.domain.places.kinds import PlaceKind

ROOT: Final = Path(__file__).resolve().parent.parent
LAND: Final = ROOT / "node_modules" / "world-atlas" / "land-10m.json"
TARGET: Final = ROOT / "src" / "elci" / "resources" / "partners" / "coast.csv"
FARTHEST_KM: Final = 10.0
SMALLEST: Final = 5000
_STEP_KM: Final = 1.0
_DATE_LINE: Final = 179.99
_SOUTH_POLE: Final = -89.9
Floats = NDArray[np.float64]


def coast_points(topology: dict[str, Any]) -> Floats:
    """Return points of all coast lines, as longitude and latitude."""
    scale, shift = (np.asarray(topology["transform"][part]) for part in ("scale", "translate"))
    arcs = (np.cumsum(np.asarray(arc), axis=0) * scale + shift for arc in topology["arcs"])
    return np.concatenate([_dense(arc) for arc in arcs])


def _dense(line: Floats) -> Floats:
    """Return a line with a point for every kilometre; what no coast is, is left out."""
    pieces = [line[:1], *(_between(*ends) for ends in pairwise(line))]
    points = np.concatenate(pieces)
    return points[(np.abs(points[:, 0]) < _DATE_LINE) & (points[:, 1] > _SOUTH_POLE)]


def _between(start: Floats, end: Floats) -> Floats:
    length = float(np.linalg.norm(on_globe(start[None]) - on_globe(end[None])))
    steps = max(1, int(length / _STEP_KM))
    return np.asarray(start + (end - start) * (np.arange(1, steps + 1) / steps)[:, None])


def on_globe(points: Floats) -> Floats:
    """Return points on a globe with the radius of the earth, in kilometres."""
    longitude, latitude = np.radians(points.T)
    flat = np.cos(latitude)
    return EARTH_RADIUS_KM * np.column_stack(
        (flat * np.cos(longitude), flat * np.sin(longitude), np.sin(latitude))
    )


def placed(gazetteer: Gazetteer) -> Iterator[Place]:
    """Yield the cities and districts that are large enough and have coordinates of their own."""
    for index in range(len(gazetteer)):
        row = gazetteer.row(index)
        if row.population >= SMALLEST:
            place = gazetteer.place_at(index)
            is_settled = place.kind in {PlaceKind.CITY, PlaceKind.DISTRICT}
            if is_settled and not place.has_borrowed_coordinates:
                yield place


def coast_lines(places: list[Place], points: Floats) -> Iterator[str]:
    """Yield the lines of the table, by id."""
    at = np.asarray([(place.longitude, place.latitude) for place in places])
    distances, _nearest = cKDTree(on_globe(points)).query(on_globe(at))
    found = [
        (place.id, distance)
        for place, distance in zip(places, distances.tolist(), strict=True)
        if distance <= FARTHEST_KM
    ]
    yield "id,km"
    yield from (f"{place},{distance:.0f}" for place, distance in sorted(found))


def main() -> None:
    """Write the table and say how many places are in it."""
    points = coast_points(json.loads(LAND.read_text(encoding="utf-8")))
    lines = list(coast_lines(list(placed(open_gazetteer())), points))
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} places at a coast")


if __name__ == "__main__":
    main()
