import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.law.graphs import circle_in, in_order, reached_from


def test_circle_is_named_with_its_start_again():
    circle = circle_in({"a": ["b"], "b": ["c"], "c": ["a"]})

    assert circle[0] == circle[-1]
    assert set(circle) == {"a", "b", "c"}
    assert circle_in({"a": ["b"], "b": []}) == ()


@pytest.mark.parametrize(
    ("names", "before", "ordered"),
    [
        ("abc", {"a": "c"}, ("b", "c", "a")),
        ("cba", {}, ("c", "b", "a")),
        ("aab", {"a": "x"}, ("a", "b")),
        ("ab", {"a": "b", "b": "a"}, ("a", "b")),
    ],
)
def test_order_keeps_what_comes_before(names, before, ordered):
    assert in_order(names, before) == ordered


@given(
    st.permutations(list("abcdef")),
    st.sets(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))),
)
def test_order_never_puts_a_name_before_those_that_come_first(names, pairs):
    before: dict[str, list[str]] = {}
    for one, other in pairs:
        if one < other:  # so that no circle can be drawn
            before.setdefault(other, []).append(one)

    ordered = in_order(names, before)

    assert sorted(ordered) == sorted(names)
    for later, earlier in before.items():
        assert all(ordered.index(each) < ordered.index(later) for each in earlier)


def test_what_can_be_reached_holds_the_start_only_through_a_circle():
    assert reached_from("a", {"a": ["b"], "b": ["c"]}) == {"b", "c"}
    assert reached_from("a", {"a": ["b"], "b": ["a"]}) == {"a", "b"}
