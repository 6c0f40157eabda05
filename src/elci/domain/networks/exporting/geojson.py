"""GeoJSON: cities as points, ties as lines, for maps (RFC 7946)."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from elci.domain.networks.exporting.published import Column, Published

Place = tuple[float, float]


def geojson_lines(published: Published) -> Iterator[str]:
    """Yield a network as one collection of features, one a line; the citation stands beside it.

    A node whose place is not known has no geometry, and so has a link with such an end. A line that
    crosses the meridian of 180 degrees is cut there, as the standard asks.
    """
    told = dict(published.citation.as_pairs())
    yield f'{{"type": "FeatureCollection", "metadata": {_json(told)}, "features": [\n'
    count = len(published.ids) + len(published.pairs)
    for number, feature in enumerate(_features(published), start=1):
        yield _json(feature) + (",\n" if number < count else "\n")
    yield "]}\n"


def _features(published: Published) -> Iterator[dict[str, Any]]:
    nodes = [column for column in published.node_columns() if column.name not in {"lat", "lon"}]
    for number, place in enumerate(published.places):
        point = None if place is None else {"type": "Point", "coordinates": _at(place)}
        yield _feature(point, nodes, number)
    links = published.link_columns()
    for number, (one, other) in enumerate(published.pairs.tolist()):
        start, end = published.places[one], published.places[other]
        line = None if start is None or end is None else _line(start, end)
        yield _feature(line, links, number)


def _feature(geometry: Any, columns: Sequence[Column], number: int) -> dict[str, Any]:
    properties = {column.name: column.values[number] for column in columns}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _at(place: Place) -> list[float]:
    return [round(place[1], 6), round(place[0], 6)]


def _line(start: Place, end: Place) -> dict[str, Any]:
    """Return the line between two places the shorter way round, in two where it must be cut."""
    east = end[1] - start[1]
    if abs(east) <= 180:
        return {"type": "LineString", "coordinates": [_at(start), _at(end)]}
    edge = 180.0 if east < 0 else -180.0
    way = 360 - abs(east)
    share = abs(edge - start[1]) / way if way else 0.5
    latitude = start[0] + share * (end[0] - start[0])
    parts = [[_at(start), _at((latitude, edge))], [_at((latitude, -edge)), _at(end)]]
    return {"type": "MultiLineString", "coordinates": parts}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
