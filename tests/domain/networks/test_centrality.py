"""How central nodes are, against two other libraries."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from scipy.sparse import csr_array
from scipy.sparse.csgraph import shortest_path

from elci.domain.networks.centrality import closeness, harmonic_closeness, page_rank
from elci.domain.networks.distances import distances_of
from elci.domain.networks.network import Network
from tests.domain.networks.examples import (
    STRUCTURED,
    as_matrix,
    as_networkx,
    in_order,
    network,
    networks,
    of_networkx,
)

LEAST = 1e-12


def assert_central_as_elsewhere(one: Network) -> None:
    graph = as_networkx(one)
    found = distances_of(one)
    apart = shortest_path(as_matrix(one), directed=False, unweighted=True)
    reached = np.isfinite(apart)

    assert found.reached.tolist() == reached.sum(axis=1).tolist()
    assert found.far.tolist() == np.where(reached, apart, 0).sum(axis=1).tolist()
    assert found.counts.tolist() == np.bincount(apart[reached].astype(int)).tolist()
    assert closeness(found) == pytest.approx(in_order(nx.closeness_centrality(graph)))
    assert harmonic_closeness(found) * max(one.n - 1, 1) == pytest.approx(
        in_order(nx.harmonic_centrality(graph))
    )


def walker(one: Network) -> np.ndarray:
    """The shares of a walker by chance, as the solution of their equations."""
    both = as_matrix(one) + csr_array(as_matrix(one).T)
    steps = both.toarray()
    leaving = steps.sum(axis=1, keepdims=True)
    steps = np.where(leaving > 0, steps / np.maximum(leaving, 1), 1 / one.n)
    return np.linalg.solve(np.eye(one.n) - 0.85 * steps.T, np.full(one.n, 0.15 / one.n))


@pytest.mark.parametrize("kind", STRUCTURED)
def test_closeness_of_structured_networks_is_that_of_networkx_and_scipy(kind):
    assert_central_as_elsewhere(of_networkx(STRUCTURED[kind]))


@settings(max_examples=60)
@given(networks())
def test_closeness_is_that_of_networkx_and_scipy(one):
    assert_central_as_elsewhere(one)


@pytest.mark.parametrize("kind", STRUCTURED)
def test_page_rank_is_that_of_networkx_and_solves_its_equations(kind):
    one = of_networkx(STRUCTURED[kind])
    found = page_rank(one)

    assert found.sum() == pytest.approx(1)
    assert found == pytest.approx(walker(one), abs=1e-9)
    assert found == pytest.approx(
        in_order(nx.pagerank(as_networkx(one), tol=LEAST, max_iter=2000)), abs=1e-8
    )


def test_page_rank_of_a_network_without_nodes_is_empty():
    assert page_rank(network([], 0)).tolist() == []


def test_page_rank_that_is_asked_for_more_than_can_be_had_ends():
    assert page_rank(of_networkx(STRUCTURED["karate"]), exact_to=0).sum() == pytest.approx(1)
