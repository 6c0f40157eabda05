"""Networks as XML and as JSON: GEXF 1.3, GraphML and GeoJSON (RFC 7946)."""

import json
from collections.abc import Iterator
from html import escape
from typing import Any, Final

from elci.domain.exchange.records import CityRecord, Exchange, TieRecord, columns_of

_TYPES: Final = {"id": "long", "population": "long", "ties": "integer", "since": "integer"}
_NUMBERS: Final = frozenset({"latitude", "longitude", "distance_km"})
_CITY: Final = columns_of(CityRecord)[2:]
"""What a city has besides its id and its name."""
_TIE: Final = columns_of(TieRecord)[6:]
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def _type(name: str) -> str:
    return "double" if name in _NUMBERS else _TYPES.get(name, "string")


def gexf(given: Exchange) -> Iterator[str]:
    """Yield a GEXF 1.3 file in parts; places stand in the attributes, so that any layout can be."""
    yield _HEAD
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield (
        f'<meta lastmodifieddate="{escape(given.stated_on)}"><creator>Elçi</creator>'
        f"<description>{escape(given.title)}. {escape(given.citation)}</description></meta>\n"
    )
    yield '<graph defaultedgetype="undirected">\n'
    for kind, names in (("node", _CITY), ("edge", _TIE)):
        yield f'<attributes class="{kind}">'
        yield "".join(
            f'<attribute id="{name}" title="{name}" type="{_type(name)}"/>' for name in names
        )
        yield "</attributes>\n"
    yield "<nodes>\n"
    for city in given.cities:
        name = escape(city.name)
        yield f'<node id="{city.id}" label="{name}">{_attvalues(city, _CITY)}</node>\n'
    yield "</nodes>\n<edges>\n"
    for number, tie in enumerate(given.ties):
        yield (
            f'<edge id="{number}" source="{tie.a_id}" target="{tie.b_id}">'
            f"{_attvalues(tie, _TIE)}</edge>\n"
        )
    yield "</edges>\n</graph>\n</gexf>\n"


def _attvalues(record: CityRecord | TieRecord, names: tuple[str, ...]) -> str:
    told = "".join(
        f'<attvalue for="{name}" value="{escape(str(value))}"/>'
        for name, value in _known(record, names)
    )
    return f"<attvalues>{told}</attvalues>"


def graphml(given: Exchange) -> Iterator[str]:
    """Yield a GraphML file in parts."""
    yield _HEAD
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield f"<desc>{escape(given.title)}. {escape(given.citation)}</desc>\n"
    for kind, names in (("node", ("name", *_CITY)), ("edge", _TIE)):
        for name in names:
            yield (
                f'<key id="{kind}_{name}" for="{kind}" attr.name="{name}" '
                f'attr.type="{_type(name).replace("integer", "int")}"/>\n'
            )
    yield '<graph edgedefault="undirected">\n'
    for city in given.cities:
        yield f'<node id="{city.id}">{_data(city, "node", ("name", *_CITY))}</node>\n'
    for tie in given.ties:
        yield f'<edge source="{tie.a_id}" target="{tie.b_id}">{_data(tie, "edge", _TIE)}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _data(record: CityRecord | TieRecord, kind: str, names: tuple[str, ...]) -> str:
    return "".join(
        f'<data key="{kind}_{name}">{escape(str(value))}</data>'
        for name, value in _known(record, names)
    )


def _known(record: CityRecord | TieRecord, names: tuple[str, ...]) -> list[tuple[str, Any]]:
    values = ((name, getattr(record, name)) for name in names)
    return [(name, value) for name, value in values if value is not None]


def geojson(given: Exchange) -> Iterator[str]:
    """Yield a GeoJSON file in parts: cities as points, ties as lines between them.

    A line that the short way takes over the 180th meridian is cut there, as RFC 7946 asks. What has
    no coordinates is left out.
    """
    places = {
        city.id: (city.longitude, city.latitude)
        for city in given.cities
        if city.longitude is not None and city.latitude is not None
    }
    head = {"type": "FeatureCollection", "title": given.title, "citation": given.citation}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "features": [\n'
    first = True
    for city in given.cities:
        if city.id in places:
            yield _feature("Point", places[city.id], city, first=first)
            first = False
    for tie in given.ties:
        if tie.a_id in places and tie.b_id in places:
            kind, line = _line(places[tie.a_id], places[tie.b_id])
            yield _feature(kind, line, tie, first=first)
            first = False
    yield "\n]}\n"


def _line(one: tuple[float, float], other: tuple[float, float]) -> tuple[str, Any]:
    if abs(one[0] - other[0]) <= 180:
        return "LineString", (one, other)
    (west, low), (east, high) = sorted((one, other))
    share = (180 - east) / (360 - east + west)
    middle = high + (low - high) * share
    return "MultiLineString", (((east, high), (180, middle)), ((-180, middle), (west, low)))


def _feature(kind: str, coordinates: Any, record: CityRecord | TieRecord, *, first: bool) -> str:
    told = {
        "type": "Feature",
        "geometry": {"type": kind, "coordinates": coordinates},
        "properties": dict(_known(record, columns_of(type(record)))),
    }
    return ("" if first else ",\n") + json.dumps(told, ensure_ascii=False)
