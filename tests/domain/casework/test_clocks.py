"""Calendar and working days, holidays, suspension; the boundaries are written out."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elci.domain.casework.clocks import Weekdays, calendar_of, due_day, run
from elci.domain.law.pack import Deadline, Span
from elci.domain.law.words import ClockStart, Counting

TURKEY = calendar_of("TR")


def deadline(days: int, counting: str = "calendar", starts_at: str = "decision") -> Deadline:
    return Deadline(days=days, counting=Counting(counting), starts_at=ClockStart(starts_at))


def due(days, start, counting="calendar", pauses=(), starts_at="decision"):
    return due_day(
        deadline(days, counting, starts_at),
        date.fromisoformat(start),
        calendar=TURKEY,
        pauses=[Span(*each) for each in pauses],
    )


@pytest.mark.parametrize(
    ("days", "start", "last"),
    [
        (
            7,
            "2024-05-06",
            "2024-05-13",
        ),  # a Monday to a Monday; the day of the event is not counted
        (7, "2024-05-10", "2024-05-17"),
        (5, "2024-05-06", "2024-05-13"),  # ends on a Saturday
        (6, "2024-05-06", "2024-05-13"),  # ends on a Sunday
        (7, "2024-10-22", "2024-10-30"),  # ends on Republic Day
        (0, "2024-05-06", "2024-05-06"),
        (0, "2024-05-04", "2024-05-06"),
        (
            5,
            "2024-04-05",
            "2024-04-15",
        ),  # ends in the holiday after Ramadan, which a weekend follows
        (7, "2018-06-08", "2018-06-18"),  # the same in 2018
    ],
)
def test_calendar_days_end_on_a_working_day(days, start, last):
    assert due(days, start) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("days", "start", "last"),
    [
        (1, "2024-05-03", "2024-05-06"),
        (5, "2024-05-06", "2024-05-13"),
        (5, "2024-10-25", "2024-11-04"),  # Republic Day does not count
        (3, "2024-04-05", "2024-04-15"),  # nor does the holiday after Ramadan; its eve does
    ],
)
def test_working_days_leave_out_weekends_and_holidays(days, start, last):
    assert due(days, start, "working") == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("days", "counting", "event", "last"),
    [
        (3, "working", "2024-05-09", "2024-05-06"),
        (3, "working", "2024-05-06", "2024-04-30"),  # 1 May is a holiday
        (7, "calendar", "2024-05-13", "2024-05-06"),
        (7, "calendar", "2024-05-12", "2024-05-03"),  # a Sunday goes back to the Friday
        (0, "calendar", "2024-05-13", "2024-05-13"),
    ],
)
def test_days_before_an_event_end_on_the_working_day_before(days, counting, event, last):
    assert due(days, event, counting, starts_at="before_travel") == date.fromisoformat(last)


def test_days_of_a_suspension_do_not_count():
    pause = (date(2024, 5, 8), date(2024, 5, 15))  # the 8th no more, the 15th again

    assert due(7, "2024-05-06", pauses=[pause]) == date(2024, 5, 20)


def test_clock_stands_still_while_its_suspension_is_open():
    clock = run(
        deadline(7),
        date(2024, 5, 6),
        today=date(2024, 5, 20),
        calendar=TURKEY,
        pauses=[Span(date(2024, 5, 9))],
    )

    assert (clock.due, clock.remaining, clock.suspended_days) == (None, 5, 12)
    assert not clock.is_late_on(date(2030, 1, 1))


def test_suspension_on_the_last_day_keeps_the_period_open():
    # The seventh day is a Saturday, and on the Monday the clock stands still already.
    assert due(7, "2024-05-04", pauses=[(date(2024, 5, 13), None)]) is None
    assert due(5, "2024-05-06", pauses=[(date(2024, 5, 13), date(2024, 5, 14))]) == date(
        2024, 5, 14
    )


def test_suspension_after_the_last_day_changes_nothing():
    assert due(4, "2024-05-06", pauses=[(date(2024, 5, 11), None)]) == date(2024, 5, 10)


@pytest.mark.parametrize(
    ("today", "remaining", "late"),
    [("2024-05-06", 7, False), ("2024-05-12", 1, False), ("2024-05-13", 0, False),
     ("2024-05-14", -1, True), ("2024-05-20", -7, True)],
)  # fmt: skip
def test_remaining_days_go_below_nothing_once_it_is_late(today, remaining, late):
    day = date.fromisoformat(today)
    clock = run(deadline(7), date(2024, 5, 6), today=day, calendar=TURKEY)

    assert (clock.remaining, clock.is_late_on(day), clock.suspended_days) == (remaining, late, 0)


def test_half_holiday_is_a_working_day():
    assert TURKEY.is_working_day(date(2024, 10, 28))


def test_country_without_known_holidays_works_from_monday_to_friday():
    nowhere = calendar_of("ZZ")

    assert nowhere == Weekdays()
    assert [nowhere.is_working_day(date(2024, 5, day)) for day in (3, 4, 5, 6)] == [
        True, False, False, True,
    ]  # fmt: skip


DAYS = st.dates(date(2006, 1, 1), date(2027, 12, 31))
COUNTINGS = st.sampled_from(Counting)
FORWARD = st.sampled_from([each for each in ClockStart if not each.counts_backwards])
BACKWARD = st.sampled_from([each for each in ClockStart if each.counts_backwards])


@st.composite
def pauses(draw):
    start = draw(DAYS)
    length = draw(st.one_of(st.none(), st.integers(0, 40)))
    return Span(start, None if length is None else start + timedelta(days=length))


@settings(deadline=None, max_examples=60)
@given(
    days=st.integers(0, 60),
    counting=COUNTINGS,
    starts_at=FORWARD,
    starts=st.lists(DAYS, min_size=2, max_size=4),
    spans=st.lists(pauses(), max_size=3),
)
def test_later_start_never_gives_an_earlier_last_day(days, counting, starts_at, starts, spans):
    kind = Deadline(days=days, counting=counting, starts_at=starts_at)

    last = [due_day(kind, day, calendar=TURKEY, pauses=spans) or date.max for day in sorted(starts)]

    assert all(one <= other for one, other in pairwise(last))


@settings(deadline=None, max_examples=60)
@given(days=st.integers(0, 60), counting=COUNTINGS, start=DAYS,
       spans=st.lists(pauses(), max_size=3), more=pauses())  # fmt: skip
def test_more_suspension_never_gives_an_earlier_last_day(days, counting, start, spans, more):
    kind = Deadline(days=days, counting=counting, starts_at=ClockStart.DECISION)

    before = due_day(kind, start, calendar=TURKEY, pauses=spans) or date.max
    after = due_day(kind, start, calendar=TURKEY, pauses=[*spans, more]) or date.max

    assert before <= after


@settings(deadline=None, max_examples=60)
@given(days=st.integers(0, 60), counting=COUNTINGS, starts_at=BACKWARD,
       events=st.lists(DAYS, min_size=2, max_size=4))  # fmt: skip
def test_later_event_never_gives_an_earlier_day_before_it(days, counting, starts_at, events):
    kind = Deadline(days=days, counting=counting, starts_at=starts_at)

    last = [due_day(kind, day, calendar=TURKEY) for day in sorted(events)]

    assert all(one <= other for one, other in pairwise(last))
    assert all((event - day).days >= days for event, day in zip(sorted(events), last, strict=True))


@settings(deadline=None, max_examples=60)
@given(
    days=st.integers(0, 60), counting=COUNTINGS, start=DAYS, spans=st.lists(pauses(), max_size=3)
)
def test_last_day_is_a_working_day_with_enough_days_before_it(days, counting, start, spans):
    kind = Deadline(days=days, counting=counting, starts_at=ClockStart.DECISION)

    last = due_day(kind, start, calendar=TURKEY, pauses=spans)

    if last is not None:
        assert TURKEY.is_working_day(last)
        assert not any(span.holds(last) for span in spans)
        assert (last - start).days >= days
