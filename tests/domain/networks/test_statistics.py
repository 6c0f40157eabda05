"""Every measure against a network small enough to count, and against two other libraries."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.sparse.csgraph import connected_components, shortest_path

from elci.domain.networks.components import components, core_numbers, largest_component
from elci.domain.networks.degrees import assortativity, gini, power_law_exponent
from elci.domain.networks.distances import (
    distance_counts,
    effective_diameter,
    mean_distance,
    percentile_distance,
)
from elci.domain.networks.network import Network
from elci.domain.networks.statistics import statistics_of
from elci.domain.networks.triangles import triangles_at
from tests.domain.networks.examples import KITE, as_matrix, as_networkx, network, networks


def test_statistics_of_a_small_network_are_those_counted_by_hand():
    found = statistics_of(network(KITE))

    assert found.as_dict() == {
        "n": 7,
        "m": 6,
        "max_degree": 3,
        "mean_degree": 12 / 7,
        "wedges": 6,
        "claws": 1,
        "triangles": 1,
        "components": 2,
        "largest_component": 5,
        "diameter": 3,
        "mean_distance": 1.7,
        "median_distance": 1,
        "effective_diameter_50": 1.0,
        "effective_diameter_90": 2.5,
        "gini": pytest.approx(0.214285714),
        "power_law_exponent": pytest.approx(1 + 7 / (3 * np.log(2) + np.log(3))),
        "assortativity": pytest.approx(1 / 3),
        "global_clustering": 0.5,
        "core_number": 2,
    }


def test_network_of_equal_degrees_has_no_exponent_and_no_assortativity():
    ring = network([(0, 1), (1, 2), (2, 0)])

    assert (power_law_exponent(ring), assortativity(ring), gini(ring)) == (None, None, 0.0)


def test_network_without_links_has_no_measures():
    empty = Network.of(3, np.zeros((0, 2), dtype=np.int64))

    assert (assortativity(empty), power_law_exponent(empty), gini(empty)) == (None, None, 0.0)
    assert triangles_at(empty).tolist() == [0, 0, 0]
    assert distance_counts(empty).tolist() == [3]
    assert core_numbers(empty).tolist() == [0, 0, 0]
    assert components(empty).tolist() == [0, 1, 2]
    none = np.array([3])
    assert (mean_distance(none), percentile_distance(none, 0.5), effective_diameter(none, 0.9)) == (
        0.0,
        0,
        0.0,
    )
    assert largest_component(Network.of(0, np.zeros((0, 2), dtype=np.int64))).tolist() == []


@given(networks())
def test_triangles_cores_and_clustering_are_those_of_networkx(one):
    graph = as_networkx(one)

    assert triangles_at(one).tolist() == [nx.triangles(graph)[node] for node in range(one.n)]
    assert core_numbers(one).tolist() == [nx.core_number(graph)[node] for node in range(one.n)]
    assert statistics_of(one).global_clustering == pytest.approx(nx.transitivity(graph))


@given(networks())
def test_components_are_those_of_networkx_and_scipy(one):
    found = statistics_of(one)
    count, labels = connected_components(as_matrix(one), directed=False)

    assert found.components == count == nx.number_connected_components(as_networkx(one))
    assert found.largest_component == np.bincount(labels).max()


@settings(max_examples=40)
@given(networks())
def test_distances_are_those_of_scipy_and_networkx(one):
    found = statistics_of(one)
    nodes = largest_component(one)
    core = one.among(nodes)
    apart = shortest_path(as_matrix(core), directed=False, unweighted=True)
    others = apart[~np.eye(core.n, dtype=bool)]

    assert found.diameter == others.max() == nx.diameter(as_networkx(core))
    assert found.mean_distance == pytest.approx(others.mean())
    assert found.mean_distance == pytest.approx(nx.average_shortest_path_length(as_networkx(core)))
    assert found.median_distance == np.sort(others)[(len(others) - 1) // 2]
    assert distance_counts(core).tolist() == np.bincount(apart.ravel().astype(int)).tolist()


@given(networks(least=3))
def test_assortativity_is_that_of_scipy_and_networkx(one):
    found = assortativity(one)
    if found is None:
        return
    both = np.concatenate((one.pairs, one.pairs[:, ::-1]))
    ends = one.degrees[both]

    assert found == pytest.approx(np.corrcoef(ends.T)[0, 1])
    assert found == pytest.approx(nx.degree_assortativity_coefficient(as_networkx(one)))


@given(networks())
def test_gini_is_the_mean_difference_of_all_pairs(one):
    degrees = one.degrees
    apart = np.abs(degrees[:, None] - degrees[None, :]).sum()

    assert gini(one) == pytest.approx(apart / (2 * one.n * degrees.sum()))


@given(networks(), st.randoms(use_true_random=False))
def test_statistics_do_not_depend_on_how_nodes_are_numbered(one, draw):
    sizes = np.sort(np.unique(components(one), return_counts=True)[1])
    assume(len(sizes) == 1 or sizes[-1] > sizes[-2])  # else either may be called the largest
    moved = list(range(one.n))
    draw.shuffle(moved)
    again = Network.of(one.n, np.array(moved)[one.pairs])

    found = statistics_of(again).as_dict()
    assert {name: pytest.approx(value) for name, value in found.items() if value is not None} == {
        name: value for name, value in statistics_of(one).as_dict().items() if value is not None
    }


def test_distances_of_more_sources_than_fit_at_once_are_all_counted():
    path = network([(number, number + 1) for number in range(1500)])

    counts = distance_counts(path)

    assert counts.tolist() == [1501, *(2 * (1501 - apart) for apart in range(1, 1501))]
