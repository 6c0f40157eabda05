from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.visiting.programmes import ProgrammeRefusal, Slot, overlaps, refusal_of_slot

DAY, NEXT = date(2026, 5, 10), date(2026, 5, 11)


def slot(starts, ends=None, day=DAY):
    return Slot(day, time(starts), None if ends is None else time(ends))


@pytest.mark.parametrize(
    ("given_slot", "days", "refusal"),
    [
        (slot(9, 10), (DAY, NEXT), None),
        (slot(9, 10, NEXT), (DAY, NEXT), None),
        (slot(9), None, None),
        (slot(9, 9), None, ProgrammeRefusal.ENDS_BEFORE_START),
        (slot(9, 8), None, ProgrammeRefusal.ENDS_BEFORE_START),
        (slot(9, 10, NEXT), (DAY, DAY), ProgrammeRefusal.OUTSIDE),
        (slot(9, 10, DAY), (NEXT, NEXT), ProgrammeRefusal.OUTSIDE),
    ],
)
def test_hour_ends_after_it_starts_and_lies_in_the_visit(given_slot, days, refusal):
    assert refusal_of_slot(given_slot, days) is refusal


@pytest.mark.parametrize(
    ("first", "second", "meet"),
    [
        (slot(9, 11), slot(10, 12), True),
        (slot(9, 10), slot(10, 11), False),
        (slot(9, 12), slot(10, 11), True),
        (slot(9), slot(9), True),
        (slot(9), slot(9, 10), True),
        (slot(9), slot(10), False),
        (slot(9, 11), slot(10), True),
        (slot(9, 11), slot(10, 12, NEXT), False),
    ],
)
def test_hours_at_the_same_time_are_told(first, second, meet):
    assert list(overlaps([first, second])) == ([(0, 1)] if meet else [])
    assert list(overlaps([second, first])) == ([(0, 1)] if meet else [])


hours = st.integers(0, 22).flatmap(
    lambda first: st.integers(first + 1, 23).map(lambda last: slot(first, last))
)


@given(st.lists(hours, max_size=8))
def test_overlaps_are_those_that_share_an_hour(slots):
    shared = [
        (one, other)
        for other in range(len(slots))
        for one in range(other)
        if set(range(slots[one].starts.hour, slots[one].ends.hour))
        & set(range(slots[other].starts.hour, slots[other].ends.hour))
    ]

    assert sorted(overlaps(slots)) == sorted(shared)
