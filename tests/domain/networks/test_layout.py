"""Drawings of networks: what is linked lies near, nothing lies on another, and all of it again."""

import networkx as nx
import numpy as np
import pytest

from elci.domain.networks.components import components
from elci.domain.networks.layout import distances_from, layout, neighbourhood
from tests.domain.networks.examples import STRUCTURED, network, of_networkx


def lengths(at, pairs):
    return np.hypot(*(at[pairs[:, 0]] - at[pairs[:, 1]]).T)


@pytest.mark.parametrize("kind", STRUCTURED)
def test_every_node_has_a_place_of_its_own(kind):
    one = of_networkx(STRUCTURED[kind])
    at = layout(one, seed=1)
    others = np.column_stack(np.triu_indices(one.n, 1))

    assert np.isfinite(at).all()
    assert (lengths(at, others) > 0.001).all()


@pytest.mark.parametrize("kind", ["grid", "barbell", "cliques", "karate", "tree"])
def test_what_is_linked_lies_nearer_than_what_is_not(kind):
    one = of_networkx(STRUCTURED[kind])
    at = layout(one, seed=1)
    others = np.column_stack(np.triu_indices(one.n, 1))

    assert lengths(at, one.pairs).mean() < 0.6 * lengths(at, others).mean()


def test_parts_do_not_lie_on_each_other():
    one = of_networkx(nx.disjoint_union_all([STRUCTURED["karate"], *[nx.path_graph(3)] * 80]))
    at = layout(one, seed=1)
    parts = components(one)
    middles, radii = [], []
    for part in np.unique(parts):
        own = at[parts == part]
        middles.append((own.max(axis=0) + own.min(axis=0)) / 2)
        radii.append(np.hypot(*(own - middles[-1]).T).max())
    others = np.column_stack(np.triu_indices(len(radii), 1))

    apart = lengths(np.array(middles), others)
    assert (apart > np.array(radii)[others].sum(axis=1)).all()
    assert np.hypot(*middles[0]) < 0.001


def test_many_nodes_push_each_other_through_a_grid():
    grid = nx.convert_node_labels_to_integers(nx.grid_2d_graph(30, 30))
    at = layout(of_networkx(grid), seed=1)
    near = lengths(at, of_networkx(grid).pairs)

    corners = np.array([[0, 899], [29, 870]])
    assert (lengths(at, corners) > 10 * near.mean()).all()
    assert near.std() < 0.6 * near.mean()


def test_a_drawing_with_one_seed_is_the_same_again():
    karate = of_networkx(STRUCTURED["karate"])
    one, again, other = (layout(karate, seed=seed).tolist() for seed in (1, 1, 2))

    assert one == again != other


def test_drawing_of_no_node_is_empty():
    assert layout(network([], 0), seed=1).shape == (0, 2)


def test_distances_from_a_node_stop_at_its_part():
    assert distances_from(network([(0, 1), (1, 2), (3, 4)]), 0).tolist() == [0, 1, 2, -1, -1]


def test_neighbourhood_has_the_nearest_first_and_of_these_the_better_linked():
    one = network([(0, 1), (0, 2), (2, 3), (2, 4), (4, 5)])

    assert neighbourhood(one, 0, steps=2).tolist() == [0, 2, 1, 4, 3]
    assert neighbourhood(one, 0, steps=2, most=3).tolist() == [0, 2, 1]
