import numpy as np
import pytest

from elci.domain.geography.countries import numbers_of
from elci.domain.geography.pairs import country_pairs


@pytest.mark.parametrize(
    ("one", "other", "contiguous"),
    [
        ("TR", "GE", True),
        ("GE", "TR", True),
        ("TR", "DE", False),
        ("ME", "XK", True),
        ("SD", "KE", False),
        ("XK", "TR", None),
        ("ZZ", "TR", None),
    ],
)
def test_pair_shares_a_border_or_not_or_nobody_says(one, other, contiguous):
    assert country_pairs().between(one, other).contiguous is contiguous


def test_pair_has_what_the_sources_say():
    facts = country_pairs().between("CY", "TR")

    assert (facts.language, facts.language_spoken, facts.colony) == (True, True, True)
    assert (facts.coloniser, facts.same_state) == (False, False)
    assert facts.capitals_km == 534
    assert 0.5 < facts.agreement < 1
    assert facts.joint_votes > 800


def test_migrants_have_a_direction():
    out = country_pairs().between("TR", "DE")
    back = country_pairs().between("DE", "TR")

    assert (out.migrants_out, out.migrants_in) == (1531333, 371430)
    assert (back.migrants_out, back.migrants_in) == (371430, 1531333)


def test_what_no_source_says_is_none():
    facts = country_pairs().between("XK", "JP")

    assert {getattr(facts, name) for name in type(facts).__dataclass_fields__} == {None}


def test_arrays_are_the_same_both_ways_but_for_migrants():
    pairs = country_pairs()
    for name in ("contiguous", "language", "colony", "capitals_km", "agreement"):
        square = getattr(pairs, name)
        assert np.array_equal(square, square.T, equal_nan=square.dtype.kind == "f")
    turkiye, germany = numbers_of(["TR", "DE"])
    assert pairs.migrants[turkiye, germany] == 1531333
    assert pairs.migrants[germany, turkiye] == 371430
