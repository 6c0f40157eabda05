"""Clubs of cities told apart from pairs; both sides' accounts compared."""

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.networks.accounts import Reciprocity, reciprocity, reciprocity_by
from elci.domain.networks.groups import clubs_of, group_triangles, without_groups
from tests.domain.networks.examples import as_networkx, network, networks

CLUB = network([(0, 1), (0, 2), (1, 2), (2, 3), (1, 3), (4, 5), (5, 6)])
OF_CLUB = np.array([True, True, True, False, False, True, True])


def test_triangles_of_clubs_are_counted_apart():
    found = group_triangles(CLUB, OF_CLUB)

    assert (found.by_groups, found.mixed, found.by_pairs, found.total) == (1, 1, 0, 2)
    assert (found.clustering > 0, found.clustering_without_groups) == (True, 0.0)


def test_clubs_are_what_hangs_together_by_their_links():
    assert [
        (club.members.tolist(), club.links, club.is_complete) for club in clubs_of(CLUB, OF_CLUB)
    ] == [
        ([0, 1, 2], 3, True),
        ([4, 5, 6], 2, False),
    ]


def test_a_network_without_clubs_keeps_its_nodes():
    pairs = without_groups(CLUB, OF_CLUB)

    assert (pairs.n, pairs.pairs.tolist()) == (7, [[1, 3], [2, 3]])
    assert clubs_of(CLUB, np.zeros(CLUB.m, dtype=bool)) == []


@given(networks(), st.data())
def test_triangles_with_and_without_clubs_add_up(one, data):
    flags = np.array(data.draw(st.lists(st.booleans(), min_size=one.m, max_size=one.m)))
    found = group_triangles(one, flags)

    assert found.total == sum(nx.triangles(as_networkx(one)).values()) // 3
    alone = as_networkx(without_groups(one, flags))
    assert found.by_pairs == sum(nx.triangles(alone).values()) // 3


TOLD = np.array([[0, 1], [1, 0], [0, 2], [2, 2], [0, 2], [3, 0]])


def test_reciprocity_counts_ties_that_both_sides_tell_of():
    found = reciprocity(5, TOLD)

    assert found == Reciprocity(ties=3, by_both=1, comparable=2, by_both_of_comparable=1)
    assert (found.share, found.share_of_comparable) == (1 / 3, 1 / 2)


def test_reciprocity_takes_an_empty_list_for_silence_only_where_there_is_one():
    has_list = np.array([True, True, True, False, True])

    assert reciprocity(5, TOLD, has_list).comparable == 2


def test_reciprocity_of_nothing_is_not_known():
    found = reciprocity(3, np.zeros((0, 2), dtype=np.int64))

    assert (found.ties, found.share, found.share_of_comparable) == (0, None, None)


def test_reciprocity_by_country_counts_a_tie_for_both():
    found = reciprocity_by(["TR", "DE", "DE", "FR", "IT"], TOLD)

    assert {country: (each.ties, each.by_both) for country, each in found.items()} == {
        "DE": (2, 1),
        "FR": (1, 0),
        "TR": (3, 1),
    }
