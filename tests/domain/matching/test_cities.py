"""Cities as arrays: distances, sizes, countries."""

import numpy as np
import pytest

from elci.domain.matching.cities import Cities


def cities() -> Cities:
    return Cities(
        ("745044", "2950159", "x"),
        ("Istanbul", "Berlin", "Nowhere"),
        ("TR", "DE", ""),
        np.array([41.01, 52.52, np.nan], dtype=np.float32),
        np.array([28.95, 13.41, np.nan], dtype=np.float32),
        np.array([15_000_000, 3_600_000, 0], dtype=np.float32),
    )


def test_kilometres_are_those_of_a_great_circle_and_unknown_where_a_place_is():
    found = cities().kilometres(np.array([0]))

    assert found[0, :2] == pytest.approx([0, 1737], abs=5)
    assert np.isnan(found[0, 2])


def test_cities_of_unknown_country_share_the_first_number():
    found = cities()

    assert found.country_codes == ("", "DE", "TR")
    assert found.country_numbers.tolist() == [2, 1, 0]


def test_size_of_a_city_where_nobody_lives_is_unknown():
    assert np.isnan(cities().sizes[2])
    assert cities().sizes[0] == pytest.approx(7.176, abs=0.001)


def test_cities_that_follow_others_are_numbered_behind_them():
    found = cities().followed_by(Cities.unknown(("y",)))

    assert len(found) == 4
    assert found.numbers == {"745044": 0, "2950159": 1, "x": 2, "y": 3}
    assert np.isnan(found.populations[3])
