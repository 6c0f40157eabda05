"""The whole of a network at once: the parts agree with those measured one by one."""

import json

import numpy as np
import pytest

from elci.domain.networks import refusals
from elci.domain.networks.cities import Cities, without_facts
from elci.domain.networks.measuring import measure
from elci.domain.networks.nulls import Null
from elci.domain.networks.ranks import errors_of_coverage, first_by
from elci.domain.networks.refusals import LinksRefusedError
from elci.domain.networks.statistics import statistics_of
from elci.domain.networks.summary import STEPS, Depth, summary_of
from elci.domain.networks.telling import as_plain
from tests.domain.networks.examples import KITE, STRUCTURED, network, of_networkx

DEPTH = Depth(sources=20, runs=2, draws=5, top=3, seed=1)


def facts(n):
    return Cities(
        countries=tuple("AA" if node % 2 else "BB" for node in range(n)),
        coordinates=np.column_stack((np.linspace(-50, 50, n), np.linspace(-99, 99, n))),
        population=np.linspace(1e3, 1e6, n),
    )


@pytest.mark.parametrize("kind", ["karate", "sparse", "pair", "star", "tree"])
def test_statistics_of_a_summary_are_those_measured_alone(kind):
    one = of_networkx(STRUCTURED[kind])

    found = measure(one, sources=None, seed=1)

    assert found.statistics == statistics_of(one)
    assert found.distance_counts.sum() == found.statistics.largest_component**2


def test_summary_tells_each_step_and_the_same_again():
    karate = of_networkx(STRUCTURED["karate"])
    steps: list[str] = []
    told = [
        as_plain(
            summary_of(karate, facts(karate.n), depth=DEPTH, begins=begins),
            karate,
            ids=list(map(str, range(karate.n))),
            names=[f"N{node}" for node in range(karate.n)],
        )
        for begins in (steps.append, lambda _step: None)
    ]

    assert tuple(steps) == STEPS
    assert json.dumps(told[0], allow_nan=False) == json.dumps(told[1])
    assert [each["id"] for each in told[0]["first"]["degree"]] == ["33", "0", "32"]
    assert told[0]["first"]["degree"][0]["name"] == "N33"
    assert set(told[0]["null_models"]) == {"degrees", "country_pairs"}
    assert told[0]["betweenness"] == {
        "exact": False,
        "sources": 26,
        "possible_sources": 34,
        "seed": 1,
    }
    assert told[0]["group_triangles"] is None


def test_summary_without_facts_has_one_null_model_and_no_lifts():
    kite = network(KITE)
    found = summary_of(kite, without_facts(kite), depth=DEPTH)

    assert (list(found.nulls), found.lifts) == ([Null.DEGREES], [])


def test_summary_tells_clubs_and_bridges():
    kite = network(KITE)
    of_groups = np.array([True, True, True, False, False, False])
    found = summary_of(kite, without_facts(kite), of_groups=of_groups, depth=DEPTH)
    told = as_plain(found, kite, ids="abcdefg", names="ABCDEFG")

    assert told["clubs"] == [{"members": ["A", "B", "C"], "links": 3, "complete": True}]
    assert told["group_triangles"]["by_groups"] == 1
    assert told["joints"] == {
        "bridges": 3,
        "articulation_points": 2,
        "heaviest_bridges": [
            {"between": ["C", "D"], "nodes_beyond": 2},
            {"between": ["D", "E"], "nodes_beyond": 1},
            {"between": ["F", "G"], "nodes_beyond": 1},
        ],
    }


def test_a_margin_that_is_not_known_is_told_as_none():
    barbell = of_networkx(STRUCTURED["barbell"])
    depth = Depth(sources=1, runs=1, draws=2, top=15, seed=1)
    found = summary_of(barbell, without_facts(barbell), depth=depth)
    names = list(map(str, range(barbell.n)))
    told = as_plain(found, barbell, ids=names, names=names)

    assert None in {each["margin"] for each in told["first"]["betweenness"]}
    assert told["communities"]["stability"] is None


def test_a_network_too_large_for_exact_distances_is_refused(monkeypatch):
    monkeypatch.setattr(refusals, "MOST_STEPS", 100)

    with pytest.raises(LinksRefusedError, match="34 nodes and 78 links") as refused:
        statistics_of(of_networkx(STRUCTURED["karate"]))
    assert "34 uçlu" in refused.value.told.tr


def test_ranks_of_equal_values_are_shared():
    found = first_by(np.array([5.0, 9.0, 5.0, np.nan, 1.0]), 3)

    assert [(each.node, each.best, each.worst) for each in found] == [
        (1, 1, 1),
        (0, 2, 3),
        (2, 2, 3),
    ]


def test_ranks_of_uncertain_values_have_a_margin():
    found = first_by(np.array([10.0, 9.0, 1.0]), 3, errors=np.array([1.0, 0.1, 0.1]))

    assert [(each.margin, each.best, each.worst) for each in found] == [
        (3.0, 1, 2),
        (pytest.approx(0.3), 1, 2),
        (pytest.approx(0.3), 3, 3),
    ]


def test_held_links_of_a_known_share_give_an_error():
    assert errors_of_coverage(np.array([16, 0]), 1.0).tolist() == [0, 0]
    with pytest.raises(ValueError, match="coverage of 0"):
        errors_of_coverage(np.array([1]), 0)
