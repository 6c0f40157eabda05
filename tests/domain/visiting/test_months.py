from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.dates import PartialDate
from elci.domain.visiting.months import month_page


def page(year, month, *spans):
    visits = [(PartialDate(starts), ends and PartialDate(ends)) for starts, ends in spans]
    return month_page(year, month, visits, lambda visit: visit)


def days_with(found):
    return [day.day.isoformat() for week in found.weeks for day in week if day.things]


def test_visit_stands_on_each_of_its_days_and_in_the_months_beside():
    found = page(2026, 5, ("2026-04-30", "2026-05-02"))

    assert days_with(found) == ["2026-04-30", "2026-05-01", "2026-05-02"]
    assert [day.is_of_month for day in found.weeks[0]] == [False] * 4 + [True] * 3
    assert found.without_day == ()


@pytest.mark.parametrize(
    ("starts", "ends", "is_told"),
    [
        ("2026-05", None, True),
        ("2026", None, True),
        ("XXXX", None, True),
        ("2026-04", None, False),
        ("2026-06", None, False),
        ("2026-06", "2026", False),
        ("2026-04-30", "2026-05", True),
        ("../2026-05-01", None, True),
        ("../2026-04-30", None, False),
    ],
)
def test_visit_without_a_day_is_told_where_it_may_fall_into_the_month(starts, ends, is_told):
    found = page(2026, 5, (starts, ends))

    assert (len(found.without_day), days_with(found)) == (int(is_told), [])


@pytest.mark.parametrize(
    ("year", "month", "before", "after"),
    [
        (2026, 1, date(2025, 12, 1), date(2026, 2, 1)),
        (2, 1, None, date(2, 2, 1)),
        (9998, 12, date(9998, 11, 1), None),
    ],
)
def test_month_leads_to_those_beside_it(year, month, before, after):
    found = page(year, month)

    assert (found.before, found.after) == (before, after)


def test_last_month_of_the_calendar_tells_what_has_no_day():
    assert len(page(9998, 12, ("XXXX", None)).without_day) == 1


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 40))
def test_weeks_are_whole_and_hold_every_day_of_a_visit_once(first, length):
    last = first + timedelta(days=length)

    found = page(first.year, first.month, (first.isoformat(), last.isoformat()))

    days = [day.day for week in found.weeks for day in week]
    assert all(len(week) == 7 for week in found.weeks)
    assert days == sorted(set(days))
    with_visit = [day.day for week in found.weeks for day in week if day.things]
    assert with_visit == [day for day in days if first <= day <= last]
