"""Communities: what Leiden finds, modularity against another library, agreement by its formula."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.networks.communities import agreement, communities_of, modularity
from tests.domain.networks.examples import STRUCTURED, network, of_networkx


def test_cliques_in_a_ring_are_communities():
    found = communities_of(of_networkx(STRUCTURED["cliques"]), runs=3, seed=1)

    assert found.sizes.tolist() == [5] * 6
    assert found.of_nodes.tolist() == [number // 5 for number in range(30)]
    assert (found.stability, found.runs, found.seed) == (1.0, 3, 1)
    assert found.least_modularity == found.modularity


def test_communities_with_one_seed_are_the_same_again():
    hubs = of_networkx(STRUCTURED["hubs"])
    one, again = (communities_of(hubs, runs=2, seed=8) for _ in range(2))

    assert one.of_nodes.tolist() == again.of_nodes.tolist()
    assert -1 <= one.stability < 1
    assert one.sizes.tolist() == sorted(one.sizes, reverse=True)


def test_communities_found_once_have_no_stability():
    assert communities_of(of_networkx(STRUCTURED["karate"]), runs=1, seed=1).stability is None


@pytest.mark.parametrize("kind", ["karate", "hubs", "sparse", "barbell", "pair"])
def test_modularity_is_that_of_networkx(kind):
    graph = STRUCTURED[kind]
    found = communities_of(of_networkx(graph), runs=1, seed=1)
    groups = [np.flatnonzero(found.of_nodes == name).tolist() for name in range(len(found.sizes))]

    assert found.modularity == pytest.approx(nx.community.modularity(graph, groups))


def test_modularity_without_links_is_nothing():
    assert modularity(network([], 3), [0, 1, 2]) == 0.0


labels = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=12)


@given(labels)
def test_agreement_is_the_share_of_pairs_told_alike_set_against_chance(both):
    one, other = np.array(both).T
    n = len(one)
    upper = np.triu_indices(n, 1)
    in_one, in_other = ((ends[:, None] == ends)[upper] for ends in (one, other))
    chance = in_one.sum() * in_other.sum() / (n * (n - 1) / 2)
    most = (in_one.sum() + in_other.sum()) / 2
    expected = 1.0 if most == chance else ((in_one & in_other).sum() - chance) / (most - chance)

    assert agreement(one, other) == pytest.approx(expected)
    assert agreement(one, one) == 1.0
