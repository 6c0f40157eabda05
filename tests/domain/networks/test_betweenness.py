"""Who stands between others: exact against another library, sampled within its stated error."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from elci.domain.networks.betweenness import betweenness
from tests.domain.networks.examples import (
    STRUCTURED,
    as_networkx,
    in_order,
    networks,
    of_networkx,
)


@pytest.mark.parametrize("kind", STRUCTURED)
def test_betweenness_of_structured_networks_is_that_of_networkx(kind):
    one = of_networkx(STRUCTURED[kind])
    found = betweenness(one, sources=None, seed=1)

    assert found.is_exact
    assert found.errors.tolist() == [0.0] * one.n
    assert found.values == pytest.approx(
        in_order(nx.betweenness_centrality(as_networkx(one), normalized=False))
    )
    assert found.values / found.scale == pytest.approx(
        in_order(nx.betweenness_centrality(as_networkx(one)))
    )


@settings(max_examples=60)
@given(networks())
def test_betweenness_is_that_of_networkx(one):
    assert betweenness(one, sources=None, seed=1).values == pytest.approx(
        in_order(nx.betweenness_centrality(as_networkx(one), normalized=False))
    )


def test_betweenness_asked_for_more_sources_than_there_are_is_exact():
    found = betweenness(of_networkx(STRUCTURED["karate"]), sources=1000, seed=1)

    assert (found.is_exact, found.sources) == (True, found.possible)


def test_sampled_betweenness_errs_as_much_as_it_says():
    hubs = of_networkx(STRUCTURED["hubs"])
    exact = betweenness(hubs, sources=None, seed=0).values
    first = np.argsort(-exact)[:20]
    drawn = [betweenness(hubs, sources=100, seed=seed) for seed in range(20)]
    apart = np.array([found.values[first] - exact[first] for found in drawn])
    told = np.array([found.errors[first] for found in drawn])

    assert np.mean(np.abs(apart) <= 3 * told) > 0.9
    assert np.abs(apart.mean(axis=0) / exact[first]).max() < 0.1


def test_sampled_betweenness_with_one_seed_is_the_same_again():
    hubs = of_networkx(STRUCTURED["hubs"])
    one, again, other = (betweenness(hubs, sources=9, seed=seed) for seed in (5, 5, 6))

    assert one.values.tolist() == again.values.tolist() != other.values.tolist()
    assert (one.sources, one.is_exact) == (9, False)


def test_betweenness_from_one_source_knows_no_error():
    found = betweenness(of_networkx(STRUCTURED["ring"]), sources=1, seed=1)

    assert np.isinf(found.errors).all()


def test_betweenness_from_no_source_says_that_it_does_not_know():
    found = betweenness(of_networkx(STRUCTURED["barbell"]), sources=0, seed=1)

    assert found.values[6:9].tolist() == [48, 49, 48]
    assert np.isinf(found.errors).sum() == 6
