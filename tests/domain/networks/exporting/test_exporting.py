"""Files of a network, read again by other programs."""

import csv
import io
import json
from datetime import date

import duckdb
import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.networks.exporting.geojson import geojson_lines
from elci.domain.networks.exporting.markup import gexf_lines, graphml_lines
from elci.domain.networks.exporting.parquet import parquet_of
from elci.domain.networks.exporting.published import (
    Citation,
    Column,
    Kind,
    Published,
    fingerprint,
)
from elci.domain.networks.exporting.tables import csv_lines
from elci.domain.networks.exporting.thrift import Struct

CITATION = Citation(
    title="Kardeş şehirler & <ağ>",
    publisher="Elçi",
    data_date=date(2017, 5, 1),
    sha256="ab12",
    licence="CC0-1.0",
    address="https://example.org/ağ",
)
PUBLISHED = Published(
    citation=CITATION,
    ids=["745044", '2"<&', "x"],
    names=["İstanbul", "=Köln & <co>\x00", "Suva"],
    places=[(41.01, 28.95), (50.94, 6.96), None],
    nodes=[
        Column("population", Kind.WHOLE, [15_000_000, None, 90_000]),
        Column("betweenness", Kind.NUMBER, [0.5, 0.25, None]),
        Column("bridge", Kind.FLAG, [True, False, None]),
    ],
    pairs=np.array([[0, 1], [1, 2]]),
    links=[
        Column("year", Kind.WHOLE, [1997, None]),
        Column("club", Kind.FLAG, [False, True]),
        Column("source_of", Kind.TEXT, ["wd", None]),
    ],
)


def test_gexf_is_read_by_networkx():
    found = nx.read_gexf(io.BytesIO("".join(gexf_lines(PUBLISHED)).encode()), version="1.3")

    assert dict(found.nodes(data=True)) == {
        "745044": {
            "label": "İstanbul", "lat": 41.01, "lon": 28.95, "population": 15_000_000,
            "betweenness": 0.5, "bridge": True,
        },
        '2"<&': {
            "label": "=Köln & <co>", "lat": 50.94, "lon": 6.96, "betweenness": 0.25,
            "bridge": False,
        },
        "x": {"label": "Suva", "population": 90_000},
    }  # fmt: skip
    assert {(one, other, data["club"]) for one, other, data in found.edges(data=True)} == {
        ("745044", '2"<&', False),
        ('2"<&', "x", True),
    }


def test_graphml_is_read_by_networkx():
    found = nx.read_graphml(io.BytesIO("".join(graphml_lines(PUBLISHED)).encode()))

    assert found.nodes["745044"] == {
        "name": "İstanbul", "lat": 41.01, "lon": 28.95, "population": 15_000_000,
        "betweenness": 0.5, "bridge": True,
    }  # fmt: skip
    assert found.edges["745044", '2"<&'] == {"year": 1997, "club": False, "source_of": "wd"}
    assert found.graph["citation"] == CITATION.text
    assert found.graph["data_date"] == "2017-05-01"


def test_markup_of_a_network_without_columns_is_whole():
    bare = Published(
        citation=CITATION,
        ids=["a", "b"],
        names=["A", "B"],
        places=[None, None],
        nodes=[],
        pairs=np.array([[0, 1]]),
        links=[],
    )

    for lines, read in ((gexf_lines, nx.read_gexf), (graphml_lines, nx.read_graphml)):
        found = read(io.BytesIO("".join(lines(bare)).encode()))
        assert list(found.edges()) == [("a", "b")]


def test_geojson_has_points_and_lines_and_says_how_to_cite():
    found = json.loads("".join(geojson_lines(PUBLISHED)))

    assert found["metadata"]["citation"] == CITATION.text
    assert [
        feature["geometry"] and feature["geometry"]["type"] for feature in found["features"]
    ] == [
        "Point",
        "Point",
        None,
        "LineString",
        None,
    ]
    assert found["features"][0]["geometry"]["coordinates"] == [28.95, 41.01]
    assert found["features"][3]["properties"] == {
        "source": "745044",
        "target": '2"<&',
        "year": 1997,
        "club": False,
        "source_of": "wd",
    }


@pytest.mark.parametrize(
    ("start", "end", "parts"),
    [
        ((0, 170), (10, -170), [[[170, 0], [180, 5]], [[-180, 5], [-170, 10]]]),
        ((10, -170), (0, 170), [[[-170, 10], [-180, 5]], [[180, 5], [170, 0]]]),
        ((0, 180), (10, -180), [[[180, 0], [180, 5]], [[-180, 5], [-180, 10]]]),
    ],
)
def test_a_line_over_the_meridian_of_180_degrees_is_cut_there(start, end, parts):
    over = Published(
        citation=CITATION,
        ids=["a", "b"],
        names=["A", "B"],
        places=[start, end],
        nodes=[],
        pairs=np.array([[0, 1]]),
        links=[],
    )

    line = json.loads("".join(geojson_lines(over)))["features"][2]["geometry"]
    assert line == {"type": "MultiLineString", "coordinates": parts}


def test_csv_is_cited_and_has_no_formula():
    text = "".join(csv_lines(PUBLISHED.node_columns(), CITATION))
    cited, *lines = text.removeprefix("\ufeff").splitlines()

    assert cited == f"# {CITATION.text}"
    rows = list(csv.DictReader(lines))
    assert rows[1]["name"].startswith("'=Köln")
    assert (rows[0]["bridge"], rows[1]["population"], rows[2]["lat"]) == ("1", "", "")


def read_parquet(content: bytes, tmp_path, query: str) -> list:
    path = tmp_path / "table.parquet"
    path.write_bytes(content)
    with duckdb.connect() as database:
        return database.execute(query.format(path)).fetchall()


def test_parquet_is_read_by_duckdb(tmp_path):
    content = parquet_of(PUBLISHED.node_columns(), CITATION)

    assert read_parquet(content, tmp_path, "select * from '{}'") == [
        ("745044", "İstanbul", 41.01, 28.95, 15_000_000, 0.5, True),
        ('2"<&', "=Köln & <co>\x00", 50.94, 6.96, None, 0.25, False),
        ("x", "Suva", None, None, 90_000, None, None),
    ]
    told = read_parquet(content, tmp_path, "select key, value from parquet_kv_metadata('{}')")
    assert (b"citation", CITATION.text.encode()) in told
    kinds = read_parquet(content, tmp_path, "describe select * from '{}'")
    assert [kind for _, kind, *_ in kinds] == [
        "VARCHAR", "VARCHAR", "DOUBLE", "DOUBLE", "BIGINT", "DOUBLE", "BOOLEAN",
    ]  # fmt: skip


def test_parquet_of_many_rows_and_columns_is_read_by_duckdb(tmp_path):
    columns = [
        Column(f"c{number}", Kind.WHOLE, [row * number or None for row in range(3000)])
        for number in range(20)
    ]
    found = read_parquet(
        parquet_of(columns, CITATION), tmp_path, "select sum(c7), count(c7) from '{}'"
    )

    assert found == [(7 * 2999 * 3000 // 2, 2999)]


def test_parquet_of_no_row_is_a_table_and_of_no_column_none(tmp_path):
    empty = parquet_of([Column("a", Kind.TEXT, [])], CITATION)

    assert read_parquet(empty, tmp_path, "select * from '{}'") == []
    with pytest.raises(ValueError, match="needs a column"):
        parquet_of([], CITATION)


def test_what_thrift_does_not_know_is_refused():
    with pytest.raises(TypeError, match="cannot be written"):
        Struct({1: []}).written()


@given(st.lists(st.tuples(st.text(), st.integers(-(2**63), 2**63 - 1) | st.none()), max_size=30))
def test_parquet_keeps_every_text_and_number(tmp_path_factory, rows):
    columns = [
        Column("text", Kind.TEXT, [text.encode(errors="ignore").decode() for text, _ in rows]),
        Column("number", Kind.WHOLE, [number for _, number in rows]),
    ]
    found = read_parquet(
        parquet_of(columns, CITATION), tmp_path_factory.mktemp("p"), "select * from '{}'"
    )

    assert found == list(zip(*(column.values for column in columns), strict=True))


def test_fingerprint_changes_with_any_cell_name_or_order():
    columns = [Column("a", Kind.WHOLE, [1, 2]), Column("b", Kind.TEXT, ["x", None])]
    others = [
        [columns[0]],
        [Column("c", Kind.WHOLE, [1, 2]), columns[1]],
        [Column("a", Kind.WHOLE, [2, 1]), columns[1]],
        [columns[0], Column("b", Kind.TEXT, ["x", "y"])],
    ]

    found = {fingerprint(each) for each in (columns, *others)}
    assert len(found) == 5
    assert fingerprint(list(columns)) == fingerprint(columns)


def test_citation_without_an_address_ends_with_the_licence():
    bare = Citation(
        title="T", publisher="P", data_date=date(2020, 1, 2), sha256="00", licence="CC0-1.0"
    )

    assert bare.text == "P (2020): T. 2020-01-02, sha256 00. CC0-1.0."
    assert "address" not in dict(bare.as_pairs())
