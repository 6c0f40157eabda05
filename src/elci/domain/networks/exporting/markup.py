"""GEXF for Gephi, and GraphML for most other programs."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from elci.domain.networks.exporting.published import Column, Kind, Published, Value

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPES: Final = {
    Kind.TEXT: "string",
    Kind.WHOLE: "long",
    Kind.NUMBER: "double",
    Kind.FLAG: "boolean",
}
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def text_of(value: object) -> str:
    """Return a value as it may stand in XML; characters that XML does not have are left out."""
    return escape(_NOT_XML.sub("", str(value)))


def gexf_lines(published: Published) -> Iterator[str]:
    """Yield a network as GEXF 1.3."""
    citation = published.citation
    nodes, links = published.node_columns()[2:], list(published.links)
    yield _HEAD
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield f'<meta lastmodifieddate="{citation.data_date.isoformat()}">'
    yield f"<creator>{text_of(citation.publisher)}</creator>"
    yield f"<description>{text_of(citation.text)}</description></meta>\n"
    yield '<graph defaultedgetype="undirected" mode="static">\n'
    yield from _gexf_attributes("node", nodes)
    yield from _gexf_attributes("edge", links)
    yield "<nodes>\n"
    for place, name in enumerate(published.names):
        yield f'<node id="{text_of(published.ids[place])}" label="{text_of(name)}">'
        yield from _gexf_values(nodes, place)
        yield "</node>\n"
    yield "</nodes>\n<edges>\n"
    for place, (one, other) in enumerate(published.pairs.tolist()):
        ends = f'source="{text_of(published.ids[one])}" target="{text_of(published.ids[other])}"'
        yield f'<edge id="{place}" {ends}>'
        yield from _gexf_values(links, place)
        yield "</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _gexf_attributes(kind: str, columns: Sequence[Column]) -> Iterator[str]:
    if columns:
        yield f'<attributes class="{kind}">'
        for number, column in enumerate(columns):
            title = text_of(column.name)
            yield f'<attribute id="{number}" title="{title}" type="{_TYPES[column.kind]}"/>'
        yield "</attributes>\n"


def _gexf_values(columns: Sequence[Column], place: int) -> Iterator[str]:
    told = [(number, column.values[place]) for number, column in enumerate(columns)]
    known = [(number, value) for number, value in told if value is not None]
    if known:
        yield "<attvalues>"
        for number, value in known:
            yield f'<attvalue for="{number}" value="{text_of(_plain(value))}"/>'
        yield "</attvalues>"


def graphml_lines(published: Published) -> Iterator[str]:
    """Yield a network as GraphML."""
    nodes, links = published.node_columns()[1:], list(published.links)
    told = published.citation.as_pairs()
    yield _HEAD
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name, _ in told:
        yield f'<key id="g_{name}" for="graph" attr.name="{name}" attr.type="string"/>\n'
    for kind, mark, columns in (("node", "n", nodes), ("edge", "e", links)):
        for number, column in enumerate(columns):
            types = f'attr.name="{text_of(column.name)}" attr.type="{_TYPES[column.kind]}"'
            yield f'<key id="{mark}{number}" for="{kind}" {types}/>\n'
    yield '<graph edgedefault="undirected">\n'
    for name, value in told:
        yield f'<data key="g_{name}">{text_of(value)}</data>\n'
    for place, name in enumerate(published.ids):
        yield f'<node id="{text_of(name)}">'
        yield from _graphml_values("n", nodes, place)
        yield "</node>\n"
    for place, (one, other) in enumerate(published.pairs.tolist()):
        ends = f'source="{text_of(published.ids[one])}" target="{text_of(published.ids[other])}"'
        yield f"<edge {ends}>"
        yield from _graphml_values("e", links, place)
        yield "</edge>\n"
    yield "</graph>\n</graphml>\n"


def _graphml_values(mark: str, columns: Sequence[Column], place: int) -> Iterator[str]:
    for number, column in enumerate(columns):
        value = column.values[place]
        if value is not None:
            yield f'<data key="{mark}{number}">{text_of(_plain(value))}</data>'


def _plain(value: Value) -> Value:
    return str(value).lower() if isinstance(value, bool) else value
