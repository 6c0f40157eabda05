import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.map_labels import Label, PlacedLabel, TextAnchor, label_width, place_labels
from elci.domain.maps import HEIGHT, WIDTH, Point


def label(key: str, x: float, y: float, importance: float = 0) -> Label:
    return Label(key=key, point=Point(x, y), width=40, height=12, importance=importance)


def test_place_labels_prefers_the_right_side():
    assert place_labels([label("Tiflis", 100, 100)]) == (
        PlacedLabel("Tiflis", dx=4, dy=3, anchor=TextAnchor.START),
    )


def test_place_labels_goes_left_at_the_rim():
    (placed,) = place_labels([label("Apia", WIDTH - 5, 200)])

    assert placed.anchor is TextAnchor.END


@pytest.mark.parametrize("importance", [1, 2])
def test_place_labels_gives_the_better_place_to_the_more_important(importance):
    first, second = place_labels([label("A", 100, 100, 1.5), label("B", 100, 101, importance)])

    assert first.key == ("A" if importance < 1.5 else "B")
    assert first.anchor is TextAnchor.START
    assert second.anchor is TextAnchor.END


def test_place_labels_always_shows_the_host():
    host = label("İstanbul", 100, 100, math.inf)
    around = [label(f"{x}-{y}", 100 + x, 100 + y) for x in (-9, 9) for y in (-9, -3, 3, 9)]

    placed = place_labels([*around, host])

    assert placed[0] == PlacedLabel("İstanbul", dx=4, dy=3, anchor=TextAnchor.START)


def test_place_labels_leaves_out_what_finds_no_room():
    crowd = [label(f"{number:02}", 100, 100) for number in range(12)]

    placed = place_labels(crowd)

    assert [each.key for each in placed] == ["00", "01"]


def test_place_labels_keeps_clear_of_obstacles():
    (placed,) = place_labels([label("Filibe", 100, 100)], obstacles=[Point(120, 100)])

    assert placed.anchor is TextAnchor.END


BESIDE_EACH_OTHER = [label(f"{number}", 100, 100 + number * 4, -number) for number in range(5)]


def test_place_labels_finds_more_room_closer_by():
    placed = place_labels(BESIDE_EACH_OTHER, zooms=(1, 2, 4))

    assert [(each.key, each.zoom) for each in placed] == [
        ("0", 1),
        ("1", 1),
        ("2", 1),
        ("3", 1),
        ("4", 2),
    ]


def test_place_labels_keeps_the_place_of_a_name_when_closer():
    first = place_labels(BESIDE_EACH_OTHER)

    assert place_labels(BESIDE_EACH_OTHER, zooms=(1, 2))[: len(first)] == first


def test_place_labels_of_nothing_is_nothing():
    assert place_labels([]) == ()


crowds = st.lists(
    st.builds(
        Label,
        key=st.text("abcdef", min_size=1, max_size=4),
        point=st.builds(Point, st.floats(0, WIDTH), st.floats(0, HEIGHT)),
        width=st.floats(5, 80),
        height=st.just(12.0),
        importance=st.sampled_from([0.0, 1.0, 2.0, math.inf]),
    ),
    max_size=25,
    unique_by=lambda each: each.key,
)


def box_of(placed: PlacedLabel, wanted: Label) -> tuple[float, float, float, float]:
    left = placed.dx - {"start": 0, "middle": 0.5, "end": 1}[placed.anchor] * wanted.width
    bottom = placed.dy + wanted.height * 0.25
    x, y = wanted.point
    return x + left, y + bottom - wanted.height, x + left + wanted.width, y + bottom


@given(crowds)
def test_place_labels_never_lets_two_names_overlap(crowd):
    by_key = {each.key: each for each in crowd}

    boxes = [box_of(placed, by_key[placed.key]) for placed in place_labels(crowd)]

    slack = 1e-6
    for at, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = (
                left >= other[2] - slack
                or other[0] >= right - slack
                or top >= other[3] - slack
                or other[1] >= bottom - slack
            )
            assert apart


@given(crowds, st.randoms(use_true_random=False))
def test_place_labels_does_not_depend_on_the_order_given(crowd, random):
    shuffled = random.sample(crowd, len(crowd))

    assert place_labels(shuffled) == place_labels(crowd)


@given(crowds.filter(bool))
def test_place_labels_tries_the_most_important_first(crowd):
    placed = place_labels(crowd)
    rank = {each.key: (-each.importance, each.key) for each in crowd}

    assert [rank[each.key] for each in placed] == sorted(rank[each.key] for each in placed)


@pytest.mark.parametrize(("narrow", "wide"), [("ili", "ana"), ("ana", "ANA"), ("ANA", "MWM")])
def test_label_width_tells_narrow_from_wide_letters(narrow, wide):
    assert label_width(narrow, 12) < label_width(wide, 12)


def test_label_width_grows_with_the_size():
    assert label_width("Üsküp", 24) == 2 * label_width("Üsküp", 12)
