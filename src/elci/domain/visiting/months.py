"""A month as a table of weeks, with what falls into it."""

import calendar
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from elci.domain.dates import PartialDate
from elci.domain.visiting.stages import certain_days

Thing = TypeVar("Thing")
Span = tuple[PartialDate, PartialDate | None]


@dataclass(frozen=True, slots=True)
class Day(Generic[Thing]):
    """A day of the table; those of the months beside are there to fill its weeks."""

    day: date
    is_of_month: bool
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class MonthPage(Generic[Thing]):
    """A month: its weeks from Monday on, and what has no day in it but may fall into it."""

    first: date
    weeks: tuple[tuple[Day[Thing], ...], ...]
    without_day: tuple[Thing, ...]

    @property
    def before(self) -> date | None:
        """The first day of the month before; nothing before the calendar begins."""
        return _month_away(self.first, -1)

    @property
    def after(self) -> date | None:
        """The first day of the month after; nothing after the calendar ends."""
        return _month_away(self.first, 1)


def month_page(
    year: int, month: int, things: Iterable[Thing], span_of: Callable[[Thing], Span]
) -> MonthPage[Thing]:
    """Put things with their first and last days into the weeks of a month.

    A thing of which a day is not known stands apart, where it may fall into the month.
    """
    first = date(year, month, 1)
    until = _month_away(first, 1)
    placed: list[tuple[date, date, Thing]] = []
    loose: list[Thing] = []
    for thing in things:
        starts, ends = span_of(thing)
        days = certain_days(starts, ends)
        if days is not None:
            placed.append((*days, thing))
        elif _may_touch(starts, ends, first, until):
            loose.append(thing)
    weeks = tuple(
        tuple(_day(each, month, placed) for each in week)
        for week in calendar.Calendar().monthdatescalendar(year, month)
    )
    return MonthPage(first, weeks, tuple(loose))


def _day(day: date, month: int, placed: Sequence[tuple[date, date, Thing]]) -> Day[Thing]:
    things = tuple(thing for first, last, thing in placed if first <= day <= last)
    return Day(day, day.month == month, things)


def _may_touch(
    starts: PartialDate, ends: PartialDate | None, first: date, until: date | None
) -> bool:
    last = (starts if ends is None else ends).latest
    begins_in_time = until is None or (starts.possibly_by(until) and starts.earliest != until)
    return begins_in_time and (last is None or last >= first)


def _month_away(first: date, steps: int) -> date | None:
    year, month = divmod(first.year * 12 + first.month - 1 + steps, 12)
    return date(year, month + 1, 1) if 2 <= year < date.max.year else None
