"""Networks drawn by chance keep what they must keep, and all of them are equally likely."""

from collections import Counter
from itertools import combinations, islice

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elci.domain.networks.network import Network
from elci.domain.networks.shuffling import shuffles
from tests.domain.networks.examples import STRUCTURED, network, networks, of_networkx


def drawn(one: Network, count: int, *, seed=1, kinds=None) -> list[Network]:
    return list(islice(shuffles(one, draw=np.random.default_rng(seed), kinds=kinds), count))


def kind_pairs(one: Network, kinds: np.ndarray) -> Counter[tuple[int, int]]:
    return Counter(map(tuple, np.sort(kinds[one.pairs], axis=1).tolist()))


@settings(max_examples=40)
@given(networks(), st.integers(0, 100))
def test_a_shuffled_network_keeps_the_links_of_every_node(one, seed):
    for other in drawn(one, 2, seed=seed):
        assert other.degrees.tolist() == one.degrees.tolist()


@settings(max_examples=40)
@given(networks(), st.data())
def test_a_network_shuffled_within_kinds_keeps_the_links_of_every_pair_of_kinds(one, data):
    kinds = np.array(data.draw(st.lists(st.integers(-1, 3), min_size=one.n, max_size=one.n)))
    for other in drawn(one, 2, kinds=kinds):
        assert other.degrees.tolist() == one.degrees.tolist()
        assert kind_pairs(other, kinds) == kind_pairs(one, kinds)


def test_nearly_every_link_of_a_shuffled_network_is_new():
    hubs = of_networkx(STRUCTURED["hubs"])
    kept = {*map(tuple, hubs.pairs.tolist())} & {*map(tuple, drawn(hubs, 1)[0].pairs.tolist())}

    assert len(kept) < 0.15 * hubs.m


def test_shuffles_with_one_seed_are_the_same_again():
    karate = of_networkx(STRUCTURED["karate"])
    one, again, other = (drawn(karate, 1, seed=seed)[0].pairs.tolist() for seed in (3, 3, 4))

    assert one == again != other


@pytest.mark.parametrize("kind", ["without links", "star", "complete"])
def test_a_network_that_is_alone_of_its_degrees_stays_what_it_is(kind):
    one = of_networkx(STRUCTURED[kind])

    assert drawn(one, 2)[1].pairs.tolist() == one.pairs.tolist()


def all_of(degrees: list[int], kinds: list[int] | None, like: Network) -> set[tuple]:
    """Every simple network with these degrees and, with kinds, the links of each pair of kinds."""
    n = len(degrees)
    found = set()
    for pairs in combinations(combinations(range(n), 2), sum(degrees) // 2):
        one = network(list(pairs), n)
        if one.degrees.tolist() != degrees:
            continue
        if kinds is None or kind_pairs(one, np.array(kinds)) == kind_pairs(like, np.array(kinds)):
            found.add(pairs)
    return found


@pytest.mark.parametrize("kinds", [None, [0, 0, 0, 1, 1, 1]])
def test_every_network_with_the_same_degrees_is_drawn_as_often_as_any_other(kinds):
    start = network([(0, 1), (0, 2), (0, 3), (1, 4), (2, 5), (3, 4)])
    degrees = start.degrees.tolist()
    expected = all_of(degrees, kinds, start)
    taken = drawn(start, 8000, kinds=None if kinds is None else np.array(kinds))[::8]
    counts = Counter(tuple(map(tuple, one.pairs.tolist())) for one in taken)

    assert set(counts) == expected
    mean = len(taken) / len(expected)
    chi_square = sum((count - mean) ** 2 / mean for count in counts.values())
    freedom = len(expected) - 1
    assert chi_square < freedom + 4 * (2 * freedom) ** 0.5
