"""The measures that scale, on Spark: for networks that do not fit into one machine.

Hardly ever worth it: a hundred thousand links are measured here in seconds, and starting Spark
alone takes longer. Links are a table with the columns ``one`` and ``other``, names of any type
that can be ordered. Every answer is a table that nothing has been computed of yet, but for
``components`` and ``page_rank``, which go round until nothing changes.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from elci.domain.networks.centrality import DAMPING
from elci.domain.networks.lift import Lift, lifts_of

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, Row

Score = Callable[["Row", "Row"], float]


class Sent(Protocol):
    """What was sent to all machines."""

    @property
    def value(self) -> Any:
        """The rows of the candidates."""


def simple_links(table: DataFrame) -> DataFrame:
    """Return each link once, the smaller end first; loops and missing ends are left out."""
    from pyspark.sql import functions as f  # noqa: PLC0415 -- an extra that few install

    return (
        table.where("one is not null and other is not null and one != other")
        .select(f.least("one", "other").alias("one"), f.greatest("one", "other").alias("other"))
        .distinct()
    )


def degrees(links: DataFrame) -> DataFrame:
    """Return ``node`` and ``degree``, given simple links."""
    return _both_ways(links).groupBy("node").count().withColumnRenamed("count", "degree")


def components(links: DataFrame) -> DataFrame:
    """Return ``node`` and ``part``, the smallest node of its part, given simple links.

    By GraphFrames where it is on the path. Else each node takes over the least that its neighbours
    have, and what that one has, until nothing changes.
    """
    frames = _graph_frames(links)
    if frames is not None:
        return _components_by_frames(links, frames)
    from pyspark.sql import functions as f  # noqa: PLC0415 -- as above

    ways = _both_ways(links).cache()
    found = ways.groupBy("node").agg(f.least("node", f.min("next")).alias("part"))
    while True:
        of_next = found.withColumnsRenamed({"node": "next", "part": "seen"})
        least = ways.join(of_next, "next").groupBy("node").agg(f.min("seen").alias("seen"))
        nearer = found.join(least, "node").select("node", f.least("part", "seen").alias("part"))
        of_part = nearer.select(f.col("node").alias("part"), f.col("part").alias("beyond"))
        further = nearer.join(of_part, "part").select("node", f.col("beyond").alias("part"))
        further = further.localCheckpoint()
        before = found.withColumnRenamed("part", "before")
        if further.join(before, "node").where("part != before").isEmpty():
            return further
        found = further


def _graph_frames(links: DataFrame) -> Any:
    """Return GraphFrames where both its Python part and its jar are there, else None."""
    try:
        import graphframes  # noqa: PLC0415 -- may not be there
    except ImportError:
        return None
    return graphframes if _has_jar(links) else None


def _has_jar(links: DataFrame) -> bool:
    jvm: Any = links.sparkSession._jvm  # noqa: SLF001 -- the only way to ask for a jar
    return type(jvm.org.graphframes.GraphFrame).__name__ == "JavaClass"


def _components_by_frames(links: DataFrame, frames: Any) -> DataFrame:
    from pyspark.sql import functions as f  # noqa: PLC0415 -- as above

    nodes = _both_ways(links).select(f.col("node").alias("id")).distinct()
    ends = links.withColumnsRenamed({"one": "src", "other": "dst"})
    found = frames.GraphFrame(nodes, ends).connectedComponents()
    smallest = found.groupBy("component").agg(f.min("id").alias("part"))
    told = found.join(smallest, "component")
    answer: DataFrame = told.select(f.col("id").alias("node"), "part")
    return answer


def clustering(links: DataFrame) -> DataFrame:
    """Return ``node``, ``degree``, ``triangles`` and ``clustering``, given simple links.

    Each link is turned towards its better linked end, so that no node has many turned links.
    """
    from pyspark.sql import functions as f  # noqa: PLC0415 -- as above

    of_node = degrees(links).cache()
    ends = [
        of_node.withColumnsRenamed({"node": end, "degree": f"d_{end}"}) for end in ("one", "other")
    ]
    told = links.join(ends[0], "one").join(ends[1], "other")
    is_turned = "d_one < d_other or (d_one = d_other and one < other)"
    turned = told.select(
        f.expr(f"case when {is_turned} then one else other end").alias("a"),
        f.expr(f"case when {is_turned} then other else one end").alias("b"),
    ).cache()
    wedges = turned.join(turned.withColumnRenamed("b", "c"), "a").where("b != c")
    closing = turned.select(f.col("a").alias("b"), f.col("b").alias("c"))
    corners = wedges.join(closing, ["b", "c"]).select(
        f.explode(f.array("a", "b", "c")).alias("node")
    )
    counted = corners.groupBy("node").count().withColumnRenamed("count", "triangles")
    return (
        of_node.join(counted, "node", "left")
        .fillna(0, ["triangles"])
        .withColumn(
            "clustering",
            f.expr("case when degree > 1 then 2 * triangles / (degree * (degree - 1)) end"),
        )
    )


def page_rank(links: DataFrame, *, exact_to: float = 1e-8, rounds: int = 200) -> DataFrame:
    """Return ``node`` and ``share``, given simple links; as ``centrality.page_rank`` does it.

    Only nodes with a link are known here.
    """
    from pyspark.sql import functions as f  # noqa: PLC0415 -- as above

    of_node = degrees(links).cache()
    ways = _both_ways(links).join(of_node, "node").cache()
    count = of_node.count()
    shares = of_node.select("node", f.lit(1 / max(count, 1)).alias("share"))
    for _ in range(rounds):
        given = ways.join(shares, "node").select(
            "next", (f.col("share") / f.col("degree")).alias("g")
        )
        taken = given.groupBy("next").agg(f.sum("g").alias("g"))
        new = taken.select(
            f.col("next").alias("node"),
            ((1 - DAMPING) / count + DAMPING * f.col("g")).alias("share"),
        ).localCheckpoint()
        before = shares.withColumnRenamed("share", "before")
        moved = new.join(before, "node").agg(f.sum(f.abs(f.col("share") - f.col("before")))).first()
        shares = new
        if moved is None or (moved[0] or 0.0) * DAMPING < exact_to * (1 - DAMPING):
            break
    return shares


def country_lifts(links: DataFrame, cities: DataFrame) -> list[Lift]:
    """Return the lifts of pairs of countries, given simple links and cities (``node, country``).

    Counted there, compared with chance here: there are never many countries.
    """
    from pyspark.sql import functions as f  # noqa: PLC0415 -- as above

    known = cities.where("country is not null and country != ''")
    one, other = (
        known.withColumnsRenamed({"node": end, "country": f"at_{end}"}) for end in ("one", "other")
    )
    told = links.join(one, "one").join(other, "other")
    pairs = told.groupBy(
        f.least("at_one", "at_other").alias("a"), f.greatest("at_one", "at_other").alias("b")
    )
    rows = pairs.count().collect()
    codes = sorted({code for row in rows for code in (row["a"], row["b"])})
    place = {code: number for number, code in enumerate(codes)}
    observed = np.zeros((len(codes), len(codes)), dtype=np.int64)
    for row in rows:
        observed[place[row["a"]], place[row["b"]]] += row["count"]
    return lifts_of(codes, observed)


def best(seekers: DataFrame, candidates: DataFrame, score: Score, *, count: int) -> DataFrame:
    """Return for each seeker its best candidates: ``seeker``, ``candidate``, ``score``, ``place``.

    Both tables have a column ``node``; the score is given a row of each. All candidates are sent
    everywhere, seekers are shared out; this package must be installed where they go.
    """
    session = seekers.sparkSession
    sent = session.sparkContext.broadcast(candidates.collect())
    found = seekers.rdd.mapPartitions(partial(first_of_each, sent, score, count))
    kind = dict(seekers.dtypes)["node"]
    schema = f"seeker {kind}, candidate {kind}, score double, place int"
    return session.createDataFrame(found, schema)


def first_of_each(
    sent: Sent, score: Score, count: int, seekers: Iterable[Row]
) -> Iterator[tuple[Any, Any, float, int]]:
    """Yield the best candidates of each seeker; of equals the smaller node comes first."""
    for seeker in seekers:
        scored = (
            (-score(seeker, candidate), candidate["node"])
            for candidate in sent.value
            if candidate["node"] != seeker["node"]
        )
        for place, (value, node) in enumerate(heapq.nsmallest(count, scored), start=1):
            yield seeker["node"], node, float(-value), place


def _both_ways(links: DataFrame) -> DataFrame:
    from pyspark.sql import functions as f  # noqa: PLC0415 -- as above

    ways = links.select(f.col("one").alias("node"), f.col("other").alias("next"))
    return ways.unionAll(links.select(f.col("other").alias("node"), f.col("one").alias("next")))
