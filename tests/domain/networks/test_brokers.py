"""What a network hangs by, and who brokers in it, against another library and by taking away."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from elci.domain.networks.brokers import constraint, effective_size, joints_of
from elci.domain.networks.network import Network
from elci.domain.networks.triangles import local_clustering, triangles_at, triangles_in
from tests.domain.networks.examples import (
    STRUCTURED,
    as_networkx,
    in_order,
    network,
    networks,
    of_networkx,
)


def assert_joints_as_elsewhere(one: Network) -> None:
    graph = as_networkx(one)
    found = joints_of(one)

    assert set(map(tuple, one.pairs[found.bridges].tolist())) == {
        tuple(sorted(link)) for link in nx.bridges(graph)
    }
    assert set(np.flatnonzero(found.articulations).tolist()) == set(nx.articulation_points(graph))


@pytest.mark.parametrize("kind", STRUCTURED)
def test_joints_of_structured_networks_are_those_of_networkx(kind):
    assert_joints_as_elsewhere(of_networkx(STRUCTURED[kind]))


@settings(max_examples=60)
@given(networks())
def test_joints_are_those_of_networkx(one):
    assert_joints_as_elsewhere(one)


@settings(max_examples=30)
@given(networks())
def test_joints_say_what_falls_apart(one):
    graph = as_networkx(one)
    found = joints_of(one)
    before = nx.number_connected_components(graph)
    for node in graph:
        left = graph.subgraph(set(graph) - {node})
        assert nx.number_connected_components(left) - before + 1 == found.parts[node]
    for place in np.flatnonzero(found.bridges):
        left = graph.copy()
        left.remove_edge(*one.pairs[place])
        sides = [len(nx.node_connected_component(left, end)) for end in one.pairs[place]]
        assert min(sides) == found.beyond[place]


@pytest.mark.parametrize("kind", STRUCTURED)
def test_brokerage_is_that_of_networkx(kind):
    graph = STRUCTURED[kind]
    one = of_networkx(graph)
    triangles = triangles_at(one)

    assert constraint(one) == pytest.approx(in_order(nx.constraint(graph)), nan_ok=True)
    assert effective_size(one, triangles) == pytest.approx(
        in_order(nx.effective_size(graph)), nan_ok=True
    )
    assert np.nan_to_num(local_clustering(one, triangles)) == pytest.approx(
        in_order(nx.clustering(graph))
    )


def test_clustering_of_a_node_without_two_neighbours_is_not_a_number():
    one = network([(0, 1), (1, 2)])

    assert np.isnan(local_clustering(one, triangles_at(one))).tolist() == [True, False, True]


@given(networks())
def test_links_of_a_triangle_face_its_corners(one):
    for some in triangles_in(one):
        for corners, links in zip(some.corners.tolist(), some.links.tolist(), strict=True):
            assert [set(one.pairs[link].tolist()) for link in links] == [
                set(corners) - {corner} for corner in corners
            ]


def test_triangles_of_many_wedges_are_found_in_several_batches(monkeypatch):
    complete = of_networkx(STRUCTURED["complete"])
    monkeypatch.setattr("elci.domain.networks.triangles._MOST_AT_ONCE", 10)

    assert len(list(triangles_in(complete))) > 10
    assert triangles_at(complete).tolist() == [55] * 12
