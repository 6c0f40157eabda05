"""The measures on a small local Spark, against those of this process."""

import importlib.util
import shutil
import sys
import types
from collections.abc import Iterator

import networkx as nx
import numpy as np
import pytest

from elci.domain.networks import spark
from elci.domain.networks.centrality import page_rank
from elci.domain.networks.cities import Cities
from elci.domain.networks.components import components
from elci.domain.networks.lift import country_lifts
from elci.domain.networks.triangles import local_clustering, triangles_at
from tests.domain.networks.examples import STRUCTURED, of_networkx

HAS_SPARK = importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None
pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(not HAS_SPARK, reason="there is no Java, or no pyspark"),
    # Spark's own: sockets that it leaves to the collector, calls that Python will drop.
    pytest.mark.filterwarnings("ignore"),
]
MIXED = nx.disjoint_union_all([STRUCTURED[kind] for kind in ("karate", "cliques", "path", "pair")])


@pytest.fixture(scope="module")
def session() -> Iterator:
    sql = pytest.importorskip("pyspark.sql")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        environment.setenv("PYSPARK_PYTHON", sys.executable)
        found = (
            sql.SparkSession.builder.master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .config("spark.driver.memory", "512m")
            .config("spark.log.level", "OFF")
            .getOrCreate()
        )
        yield found
        found.stop()


def simple(session, one):
    told = session.createDataFrame(one.pairs.tolist(), "one long, other long")
    return spark.simple_links(told).cache()


def by_node(table, column: str) -> list:
    rows = {row["node"]: row[column] for row in table.collect()}
    return [rows[node] for node in range(len(rows))]


def test_links_on_spark_count_once_whatever_their_direction(session):
    told = [("a", "b"), ("b", "a"), ("a", "b"), ("c", "c"), (None, "a"), ("b", "c")]
    links = spark.simple_links(session.createDataFrame(told, "one string, other string"))

    assert sorted(map(tuple, links.collect())) == [("a", "b"), ("b", "c")]
    assert {row["node"]: row["degree"] for row in spark.degrees(links).collect()} == {
        "a": 1,
        "b": 2,
        "c": 1,
    }


def test_measures_on_spark_are_those_of_this_process(session):
    one = of_networkx(MIXED)
    links = simple(session, one)
    closed = spark.clustering(links).cache()
    triangles = triangles_at(one)

    assert by_node(closed, "degree") == one.degrees.tolist()
    assert by_node(closed, "triangles") == triangles.tolist()
    told = [np.nan if value is None else value for value in by_node(closed, "clustering")]
    assert told == pytest.approx(local_clustering(one, triangles), nan_ok=True)
    assert by_node(spark.components(links), "part") == components(one).tolist()


def test_page_rank_on_spark_is_that_of_this_process(session):
    one = of_networkx(STRUCTURED["karate"])
    links = simple(session, one)

    found = by_node(spark.page_rank(links, exact_to=0.1), "share")
    first = by_node(spark.page_rank(links, rounds=1), "share")

    assert found == pytest.approx(page_rank(one), abs=5e-3)
    assert first != pytest.approx(page_rank(one), abs=5e-3)


def test_country_lifts_on_spark_are_those_of_this_process(session):
    one = of_networkx(STRUCTURED["karate"])
    countries = tuple("ABC"[node % 3] * 2 if node % 7 else "" for node in range(one.n))
    cities = Cities(
        countries=countries, coordinates=np.zeros((one.n, 2)), population=np.ones(one.n)
    )
    table = session.createDataFrame(list(enumerate(countries)), "node long, country string")

    assert spark.country_lifts(simple(session, one), table) == country_lifts(one, cities)
    assert spark.country_lifts(simple(session, one), table.where("node < 0")) == []


def test_ranking_on_spark_is_that_of_this_process(session):
    def score(seeker, candidate):
        return -abs(seeker["size"] - candidate["size"])

    cities = session.createDataFrame(
        [("a", 1.0), ("b", 2.0), ("c", 2.5), ("d", 9.0)], "node string, size double"
    )
    found = spark.best(cities.where("node in ('a', 'c')"), cities, score, count=2)

    assert sorted(map(tuple, found.collect())) == [
        ("a", "b", -1.0, 1),
        ("a", "c", -1.5, 2),
        ("c", "a", -1.5, 2),
        ("c", "b", -0.5, 1),
    ]


class FakeFrame:
    """GraphFrames as far as it is asked here; its jar is in no registry of Python packages."""

    def __init__(self, nodes, ends):
        self.nodes, self.ends = nodes, ends

    def connectedComponents(self):  # noqa: N802 -- as it is called there
        return self.nodes.selectExpr("id", "case when id > 5 then 77 else 8 end as component")


@pytest.fixture
def apart(session):
    told = session.createDataFrame([(1, 2), (2, 3), (6, 7)], "one long, other long")
    return spark.simple_links(told)


def test_components_are_those_of_graph_frames_where_its_jar_is(apart, monkeypatch):
    monkeypatch.setitem(sys.modules, "graphframes", types.SimpleNamespace(GraphFrame=FakeFrame))
    monkeypatch.setattr(spark, "_has_jar", lambda _links: True)

    found = {row["node"]: row["part"] for row in spark.components(apart).collect()}
    assert found == {1: 1, 2: 1, 3: 1, 6: 6, 7: 6}


def test_graph_frames_without_its_jar_is_not_asked(apart, monkeypatch):
    monkeypatch.setitem(sys.modules, "graphframes", types.SimpleNamespace(GraphFrame=FakeFrame))

    assert spark._graph_frames(apart) is None


def test_of_equal_candidates_the_smaller_comes_first():
    sent = types.SimpleNamespace(value=[{"node": name} for name in "cab"])
    found = spark.first_of_each(sent, lambda _one, _other: 1.0, 2, [{"node": "b"}])

    assert list(found) == [("b", "a", 1.0, 1), ("b", "c", 1.0, 2)]
