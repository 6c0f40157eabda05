"""What is said of two cities: by name, from both ends, without knowing the tie itself."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elci.domain.matching.features import Features, criterion_of, stacked
from elci.domain.matching.pairing import mirrored
from elci.domain.matching.world import World
from tests.domain.matching.small_worlds import bare_world, make_cities, make_world


def test_each_feature_belongs_to_a_criterion_and_has_a_mirror():
    names = Features(make_world()).names

    assert len(names) == len(set(names))
    assert {mirrored(name) for name in names} == set(names)
    assert all(criterion_of(name) for name in names)


def test_features_of_two_cities_are_mirrored_when_the_other_asks():
    world = make_world()

    block = Features(world).of(np.arange(len(world.cities)))

    for name, values in block.items():
        back = block[mirrored(name)].T
        assert values == pytest.approx(back, rel=1e-3, abs=2e-3, nan_ok=True), name


def test_thorough_features_are_mirrored_and_more():
    world = make_world(150, 300)
    features, quick = Features(world, thorough=True), Features(world)

    block = features.of(np.arange(len(world.cities)))

    assert set(features.names) - set(quick.names) >= {"area_rate", "latitude_own"}
    for name, values in block.items():
        assert criterion_of(name)
        back = block[mirrored(name)].T
        assert values == pytest.approx(back, rel=1e-3, abs=2e-3, nan_ok=True), name


def test_thorough_features_without_any_attribute_are_there():
    block = Features(bare_world([(0, 1), (1, 2)], 3), thorough=True).of(np.array([0]))

    assert len(set(block["area_rate"][0].tolist())) == 1


def test_stacked_as_asked_swaps_the_ends():
    features = Features(make_world())
    block = features.of(np.array([3]))

    one, other = stacked(block), stacked(block, asked=True)

    names = features.names
    assert one.shape == (60, len(names))
    assert np.array_equal(
        one[:, names.index("size_own")], other[:, names.index("size_other")], equal_nan=True
    )


def test_features_without_any_attribute_are_those_of_the_network():
    block = Features(bare_world([(0, 1), (1, 2), (2, 3), (0, 4)], 5)).of(np.array([0]))

    assert block["common"][0].tolist() == [2, 0, 1, 0, 0]
    assert block["degree_own"][0] == pytest.approx(np.log(3))
    assert np.isnan(block["km"]).all()


def test_features_of_a_world_without_ties_are_there():
    block = Features(World.of(make_cities(), np.zeros((0, 2), dtype=np.int64))).of(np.array([0]))

    assert block["common"].sum() == 0
    assert np.isfinite(block["km"]).all()


def test_features_of_two_cities_alone_are_there():
    block = Features(bare_world([(0, 1)], 2)).of(np.array([0, 1]))

    assert block["space"] == pytest.approx(np.array([[0, 1 / 6], [1 / 6, 0]]), abs=1e-6)


def test_nearest_partner_is_measured_from_the_candidate():
    world = make_world()
    partner = int(world.partners(0)[0])

    block = Features(world).of(np.array([0]))

    assert block["partner_km_own"][0, partner] == pytest.approx(0, abs=0.5)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=30))
def test_features_do_not_depend_on_the_other_rows_asked(pairs):
    features = Features(bare_world(pairs, 10))

    together, alone = features.of(np.arange(10)), features.of(np.array([4]))

    for name, values in alone.items():
        assert values[0] == pytest.approx(together[name][4], abs=1e-4, nan_ok=True), name
