import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.geography.countries import country_facts, numbers_of
from elci.domain.geography.distance import EARTH_RADIUS_KM, great_circle_km, great_circles_km
from elci.domain.geography.ties import RULES, TYPES, TieType, tie_type, tie_types

ISTANBUL = (41.01, 28.95)
# Read once, so that no example of a property pays for it.
tie_type("TR", "GE", one_at=ISTANBUL, other_at=ISTANBUL)
PLACES = {
    "Istanbul": ("TR", ISTANBUL),
    "Edirne": ("TR", (41.67, 26.56)),
    "Svilengrad": ("BG", (41.77, 26.2)),
    "Plovdiv": ("BG", (42.15, 24.75)),
    "Jeddah": ("SA", (21.54, 39.2)),
    "Tashkent": ("UZ", (41.26, 69.22)),
    "Cologne": ("DE", (50.93, 6.95)),
    "Khartoum": ("SD", (15.55, 32.53)),
    "Samsun": ("TR", (41.28, 36.34)),
    "Pole": ("AQ", (-89.0, 0.0)),
    "Nowhere": ("TR", None),
    "Nobody": ("", (0.0, 0.0)),
}
points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
codes = st.sampled_from([*country_facts(), "ZZ"])


def between(one: str, other: str):
    (first, first_at), (second, second_at) = PLACES[one], PLACES[other]
    return tie_type(first, second, one_at=first_at, other_at=second_at)


@pytest.mark.parametrize(
    ("one", "other", "type_", "north_south"),
    [
        ("Istanbul", "Samsun", TieType.DOMESTIC, False),
        ("Edirne", "Svilengrad", TieType.CROSS_BORDER, False),
        ("Istanbul", "Plovdiv", TieType.REGIONAL, False),
        ("Istanbul", "Jeddah", TieType.REGIONAL, False),
        ("Istanbul", "Tashkent", TieType.TRANS_REGIONAL, False),
        ("Istanbul", "Cologne", TieType.GLOBAL, False),
        ("Cologne", "Khartoum", TieType.GLOBAL, True),
        ("Cologne", "Tashkent", TieType.GLOBAL, True),
        ("Nowhere", "Svilengrad", TieType.REGIONAL, False),
        ("Istanbul", "Pole", TieType.UNKNOWN, None),
        ("Istanbul", "Nobody", TieType.UNKNOWN, None),
    ],
)
def test_tie_is_of_the_type_that_its_rule_says(one, other, type_, north_south):
    found = between(one, other)

    assert (found.type, found.is_north_south) == (type_, north_south)
    assert found == between(other, one)
    assert found.rule == RULES[type_]


def test_distance_that_is_not_known_stays_so():
    assert between("Nowhere", "Svilengrad").distance_km is None
    assert between("Edirne", "Svilengrad").distance_km == pytest.approx(31.9, abs=0.5)


@given(codes, codes, points, points)
def test_type_does_not_depend_on_the_direction(one, other, one_at, other_at):
    found = tie_type(one, other, one_at=one_at, other_at=other_at)
    back = tie_type(other, one, one_at=other_at, other_at=one_at)

    assert (found.type, found.is_north_south) == (back.type, back.is_north_south)


def test_many_ties_are_counted_by_type():
    ones, others = numbers_of(["TR", "TR"]), numbers_of(["TR", "DE"])
    at = np.asarray([ISTANBUL, ISTANBUL])
    found = tie_types(ones, others, one_at=at, other_at=np.asarray([(41.28, 36.34), (50.9, 6.9)]))

    assert found.counts() == dict.fromkeys(TYPES, 0) | {TieType.DOMESTIC: 1, TieType.GLOBAL: 1}


@given(points, points)
def test_distance_is_the_same_both_ways_and_never_beyond_half_the_globe(one, other):
    there, back = great_circle_km(*one, other), great_circle_km(*other, one)

    assert there == pytest.approx(back, abs=1e-6)
    assert 0 <= there <= np.pi * EARTH_RADIUS_KM * (1 + 1e-12)


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [
        (ISTANBUL, ISTANBUL, 0),
        ((0, 0), (0, 180), np.pi * EARTH_RADIUS_KM),
        ((90, 0), (0, 77), np.pi / 2 * EARTH_RADIUS_KM),
        ((0, 179), (0, -179), np.pi / 90 * EARTH_RADIUS_KM),
    ],
)
def test_distance_is_that_of_the_great_circle(one, other, kilometres):
    assert great_circle_km(*one, other) == pytest.approx(kilometres)


def test_one_place_is_compared_with_many():
    many = np.asarray([ISTANBUL, (np.nan, np.nan), (39.92, 32.85)])

    found = great_circles_km(np.asarray([ISTANBUL]), many)

    assert found[0] == 0
    assert np.isnan(found[1])
    assert round(found[2]) == 351
