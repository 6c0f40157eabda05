"""By which day something is due: calendar and working days, public holidays, suspension.

What the packs leave open is chosen here, once. The day of the event that starts a clock does not
count. A period whose last day is no working day ends on the next working day, one that counts
backwards on the working day before: procedural laws commonly say so (in Türkiye, Law 2577 art.
8/2 for periods before the administrative courts and Law 6098 art. 93 for obligations), while the
laws that set these periods are silent. A half holiday is a working day. A clock stands still from
the day of its suspension to the day before it is resumed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import count
from typing import Final, Protocol

import holidays

from elci.domain.law.pack import Deadline, Span
from elci.domain.law.words import Counting

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5


class Calendar(Protocol):
    """Says on which days offices are open."""

    def is_working_day(self, day: date, /) -> bool:
        """Whether offices are open on a day."""


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Monday to Friday: where the holidays of a country are not known."""

    def is_working_day(self, day: date, /) -> bool:
        """Whether it is no Saturday and no Sunday."""
        return day.weekday() < _SATURDAY


@lru_cache(maxsize=64)
def calendar_of(jurisdiction: str) -> Calendar:
    """Return the public holidays of a country, by its ISO 3166-1 code.

    >>> calendar_of("TR").is_working_day(date(2024, 10, 29))
    False
    """
    try:
        return holidays.country_holidays(jurisdiction)
    except NotImplementedError:
        return Weekdays()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A deadline that has begun to run."""

    deadline: Deadline
    starts: date
    """The day of the event from which it counts, or before which it counts backwards."""
    due: date | None
    """The last day in time; nothing while it stands still."""
    suspended_days: int
    """Days up to today on which it stood still."""
    remaining: int | None
    """Days left to count after today, less than nothing once it is late."""
    assumed: bool = False
    """Whether the day on which it starts is not known, and the earliest possible one was taken."""

    def is_late_on(self, day: date) -> bool:
        """Whether its last day is over."""
        return self.due is not None and day > self.due


def run(
    deadline: Deadline,
    starts: date,
    *,
    today: date,
    calendar: Calendar,
    pauses: Sequence[Span] = (),
    assumed: bool = False,
) -> Clock:
    """Start a clock and read it on a day."""
    due = due_day(deadline, starts, calendar=calendar, pauses=pauses)
    counts = _counting(deadline, calendar, pauses)
    stood = sum(1 for day in _days_after(starts, today) if _is_paused(day, pauses))
    if due is None:
        remaining = deadline.days - sum(map(counts, _days_after(starts, today)))
    elif today <= due:
        remaining = sum(map(counts, _days_after(today, due)))
    else:
        remaining = -sum(map(counts, _days_after(due, today)))
    return Clock(
        deadline=deadline,
        starts=starts,
        due=due,
        suspended_days=0 if deadline.starts_at.counts_backwards else stood,
        remaining=remaining,
        assumed=assumed,
    )


def due_day(
    deadline: Deadline, starts: date, *, calendar: Calendar, pauses: Sequence[Span] = ()
) -> date | None:
    """Return the last day in time; nothing where a suspension without an end keeps it open."""
    if deadline.starts_at.counts_backwards:
        return _day_before(deadline, starts, calendar)
    counts = _counting(deadline, calendar, pauses)
    day, left = starts, deadline.days
    while left > 0:
        day += _DAY
        if _stands_still(day, pauses):
            return None
        left -= counts(day)
    while _is_paused(day, pauses) or not calendar.is_working_day(day):
        if _stands_still(day, pauses):
            return None
        day += _DAY
    return day


def _day_before(deadline: Deadline, event: date, calendar: Calendar) -> date:
    counts = _counting(deadline, calendar, ())
    days = (event - _DAY * number for number in count(1))
    day, left = event, deadline.days
    while left > 0:
        day = next(days)
        left -= counts(day)
    while not calendar.is_working_day(day):
        day -= _DAY
    return day


def _counting(
    deadline: Deadline, calendar: Calendar, pauses: Sequence[Span]
) -> Callable[[date], bool]:
    def counts(day: date) -> bool:
        if _is_paused(day, pauses):
            return False
        return deadline.counting is Counting.CALENDAR or calendar.is_working_day(day)

    return counts


def _days_after(start: date, last: date) -> list[date]:
    return [start + _DAY * number for number in range(1, (last - start).days + 1)]


def _is_paused(day: date, pauses: Sequence[Span]) -> bool:
    return any(pause.holds(day) for pause in pauses)


def _stands_still(day: date, pauses: Sequence[Span]) -> bool:
    return any(pause.until is None and pause.holds(day) for pause in pauses)
