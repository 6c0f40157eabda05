"""Measures beside what chance gives: against their definitions and against drawing by lot."""

import networkx as nx
import numpy as np
import pytest

from elci.domain.geography.distance import great_circle_km
from elci.domain.networks.cities import (
    Cities,
    link_lengths_km,
    median_size_ratio,
    size_homophily,
    without_facts,
)
from elci.domain.networks.lift import country_lifts
from elci.domain.networks.nulls import Null, compared_with, measures
from tests.domain.networks.examples import STRUCTURED, network, of_networkx

NAN = float("nan")


def cities(n: int, seed: int = 3, *, countries: int = 4) -> Cities:
    draw = np.random.default_rng(seed)
    return Cities(
        countries=tuple("ABCDEFGH"[number] * 2 for number in draw.integers(0, countries, n)),
        coordinates=np.column_stack((draw.uniform(-60, 60, n), draw.uniform(-180, 180, n))),
        population=10 ** draw.uniform(3, 7, n),
    )


FEW = Cities(
    countries=("TR", "TR", "DE", ""),
    coordinates=np.array([[41.0, 29.0], [39.9, 32.9], [52.5, 13.4], [NAN, NAN]]),
    population=np.array([1e7, 1e6, 1e5, NAN]),
)
LINKS = network([(0, 1), (0, 2), (1, 3)])


def test_measures_of_links_leave_out_what_is_not_known():
    found = measures(LINKS, FEW)

    lengths = [
        great_circle_km(41.0, 29.0, (39.9, 32.9)),
        great_circle_km(41.0, 29.0, (52.5, 13.4)),
    ]
    assert found["mean_km"] == pytest.approx(np.mean(lengths))
    assert found["domestic_share"] == 0.5
    assert found["size_ratio"] == pytest.approx(10**1.5)
    assert found["triangles"] == 0
    assert np.isnan(link_lengths_km(FEW, LINKS.pairs)).tolist() == [False, False, True]


def test_measures_of_cities_of_which_nothing_is_known_are_missing():
    found = measures(LINKS, without_facts(LINKS))

    assert {name for name, value in found.items() if value is None} == {
        "mean_km",
        "domestic_share",
        "size_homophily",
        "size_ratio",
    }


def test_size_homophily_is_the_correlation_over_both_directions():
    hubs = of_networkx(STRUCTURED["hubs"])
    facts = cities(hubs.n)
    both = np.concatenate((hubs.pairs, hubs.pairs[:, ::-1]))
    logarithms = np.log10(facts.population)[both]

    assert size_homophily(facts, hubs.pairs) == pytest.approx(np.corrcoef(logarithms.T)[0, 1])
    inhabitants = np.sort(facts.population[hubs.pairs], axis=1)
    ratios = inhabitants[:, 1] / inhabitants[:, 0]
    assert median_size_ratio(facts, hubs.pairs) == pytest.approx(np.median(ratios), rel=1e-3)


def test_size_homophily_of_cities_of_one_size_is_missing():
    same = Cities(
        countries=("TR",) * 4, coordinates=np.zeros((4, 2)), population=np.full(4, 1000.0)
    )

    assert size_homophily(same, LINKS.pairs) is None


@pytest.mark.parametrize("null", Null)
def test_a_measure_is_set_against_what_drawn_networks_give(null):
    cliques = of_networkx(STRUCTURED["cliques"])
    facts = cities(cliques.n)
    found = compared_with(null, cliques, facts, draws=30, seed=2)

    circles = found["triangles"]
    assert circles.draws == 30
    assert circles.observed == sum(nx.triangles(STRUCTURED["cliques"]).values()) / 3
    assert circles.low < circles.mean < circles.high < circles.observed
    assert circles.z == pytest.approx((circles.observed - circles.mean) / circles.deviation)
    assert abs(found["size_homophily"].z) < 4


def test_what_a_null_model_keeps_has_no_deviation():
    cliques = of_networkx(STRUCTURED["cliques"])
    found = compared_with(Null.COUNTRY_PAIRS, cliques, cities(cliques.n), draws=5, seed=2)

    share = found["domestic_share"]
    assert (share.observed, share.z) == (share.mean, None)


def test_a_measure_that_is_missing_or_was_drawn_once_is_not_compared():
    unknown = compared_with(Null.DEGREES, LINKS, without_facts(LINKS), draws=3, seed=1)
    once = compared_with(Null.DEGREES, LINKS, FEW, draws=1, seed=1)

    assert (unknown["mean_km"].observed, unknown["mean_km"].mean) == (None, None)
    assert (once["triangles"].observed, once["triangles"].z) == (0.0, None)


def test_lifts_are_those_of_joining_all_ends_by_lot():
    hubs = of_networkx(STRUCTURED["sparse"])
    facts = cities(hubs.n)
    found = {(lift.one, lift.other): lift for lift in country_lifts(hubs, facts)}
    draw = np.random.default_rng(1)
    countries = np.array(facts.countries)
    ends = countries[hubs.pairs.ravel()]
    counts = {pair: [] for pair in found}
    for _ in range(3000):
        joined = np.sort(draw.permutation(ends).reshape(-1, 2), axis=1)
        for pair, seen in counts.items():
            seen.append(int(((joined[:, 0] == pair[0]) & (joined[:, 1] == pair[1])).sum()))

    for pair, lift in found.items():
        assert lift.expected == pytest.approx(np.mean(counts[pair]), rel=0.05)
        assert lift.deviation == pytest.approx(np.std(counts[pair]), rel=0.08)
        assert lift.lift == lift.observed / lift.expected
        assert lift.low < lift.expected < lift.high
    assert sum(lift.observed for lift in found.values()) == hubs.m


def test_lifts_name_pairs_that_are_missing_and_the_oddest_first():
    facts = Cities(
        countries=("AA",) * 6 + ("BB",) * 6, coordinates=np.zeros((12, 2)), population=np.ones(12)
    )
    apart = of_networkx(nx.disjoint_union(nx.complete_graph(6), nx.complete_graph(6)))
    found = country_lifts(apart, facts)

    assert [(lift.one, lift.other, lift.observed) for lift in found] == [
        ("AA", "BB", 0),
        ("AA", "AA", 15),
        ("BB", "BB", 15),
    ]
    assert found[0].z < -4


def test_lifts_of_cities_without_countries_are_none():
    assert country_lifts(LINKS, without_facts(LINKS)) == []
