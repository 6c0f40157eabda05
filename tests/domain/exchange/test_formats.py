import io
import json
from xml.etree import ElementTree as ET

import duckdb
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elci.domain.exchange.markup import geojson, gexf, graphml
from elci.domain.exchange.parquet import Column, parquet
from elci.domain.exchange.records import CityRecord, Exchange, TieRecord, columns_of, values_of

CITIES = [
    CityRecord(
        id=1, name="A & <B>", country="JP", latitude=35.5, longitude=139.5, population=5, ties=2
    ),
    CityRecord(
        id=2, name="İzmir", country="TR", latitude=38.4, longitude=27.1, population=None, ties=1
    ),
    CityRecord(id=3, name="C", country="US", latitude=37.5, longitude=-122.5, population=7, ties=2),
    CityRecord(
        id=4, name="Nowhere", country="US", latitude=None, longitude=None, population=7, ties=1
    ),
]


def tie(one, other, **more):
    facts = {"type": "global", "distance_km": 1.5, "since": None, "source": "wd16"} | more
    names = {city.id: city for city in CITIES}
    return TieRecord(
        a_id=one,
        b_id=other,
        a_name=names[one].name,
        b_name=names[other].name,
        a_country=names[one].country,
        b_country=names[other].country,
        **facts,
    )


GIVEN = Exchange(
    title="Ties & cities",
    citation="Elçi <2026>",
    stated_on="2017-05-31",
    cities=CITIES,
    ties=[tie(1, 2, since=1990), tie(1, 3), tie(3, 4, distance_km=None)],
)


def test_graphml_is_read_by_another_program():
    graph = nx.read_graphml(io.BytesIO("".join(graphml(GIVEN)).encode()))

    assert dict(graph.nodes(data="name")) == {
        "1": "A & <B>", "2": "İzmir", "3": "C", "4": "Nowhere",
    }  # fmt: skip
    assert graph.nodes["1"]["population"] == 5
    assert "population" not in graph.nodes["2"]
    assert graph.edges["1", "2"]["since"] == 1990
    assert "distance_km" not in graph.edges["3", "4"]
    assert not graph.is_directed()


def test_gexf_has_nodes_edges_and_where_they_are_from():
    root = ET.fromstring("".join(gexf(GIVEN)))
    space = "{http://gexf.net/1.3}"

    labels = {node.get("id"): node.get("label") for node in root.iter(f"{space}node")}
    assert labels == {"1": "A & <B>", "2": "İzmir", "3": "C", "4": "Nowhere"}
    ends = [(edge.get("source"), edge.get("target")) for edge in root.iter(f"{space}edge")]
    assert ends == [("1", "2"), ("1", "3"), ("3", "4")]
    assert "Elçi <2026>" in root.find(f".//{space}description").text


def test_geojson_cuts_what_crosses_the_edge_of_the_map():
    read = json.loads("".join(geojson(GIVEN)))

    shapes = [each["geometry"]["type"] for each in read["features"]]
    assert shapes == ["Point", "Point", "Point", "LineString", "MultiLineString"]
    across = read["features"][-1]["geometry"]["coordinates"]
    assert [across[0][0], across[1][1]] == [[139.5, 35.5], [-122.5, 37.5]]
    assert (across[0][1][0], across[1][0][0]) == (180, -180)
    assert across[0][1][1] == across[1][0][1] == pytest.approx(36.32, abs=0.01)
    assert read["features"][3]["properties"]["since"] == 1990


def test_geojson_of_nothing_is_an_empty_collection():
    nothing = Exchange(title="", citation="", stated_on="", cities=CITIES[3:], ties=[])

    assert json.loads("".join(geojson(nothing)))["features"] == []


def test_records_are_written_in_the_order_of_their_fields():
    assert values_of(CITIES[1])[:3] == (2, "İzmir", "TR")
    assert columns_of(CityRecord)[:3] == ("id", "name", "country")


def read_parquet(tmp_path, columns):
    path = tmp_path / "table.parquet"
    path.write_bytes(parquet(columns, about={"citation": "Elçi"}))
    with duckdb.connect() as connection:
        told = connection.execute(f"SELECT key, value FROM parquet_kv_metadata('{path}')")
        assert told.fetchall() == [(b"citation", "Elçi".encode())]
        return connection.execute(f"SELECT * FROM '{path}'").fetchall()


def test_parquet_is_read_by_another_program(tmp_path):
    columns = [
        Column("a_id", int, [1, -2, None, 2**40]),
        Column("name", str, ["Köln", None, "", "x" * 300]),
        Column("km", float, [None, 0.5, 1e9, None]),
        *(Column(f"more_{number}", int, [number] * 4) for number in range(15)),
    ]

    rows = read_parquet(tmp_path, columns)

    assert [row[:3] for row in rows] == [
        (1, "Köln", None),
        (-2, None, 0.5),
        (None, "", 1e9),
        (2**40, "x" * 300, None),
    ]
    assert rows[0][-1] == 14


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.none() | st.integers(-(2**62), 2**62),
            st.none() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
        ),
        min_size=1,
        max_size=300,
    )
)
def test_parquet_keeps_every_value(tmp_path_factory, rows):
    columns = [
        Column("number", int, [row[0] for row in rows]),
        Column("text", str, [row[1] for row in rows]),
    ]

    assert read_parquet(tmp_path_factory.mktemp("parquet"), columns) == rows
