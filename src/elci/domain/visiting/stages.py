"""When a visit is, and what may happen to it on a day."""

from datetime import date, timedelta
from enum import StrEnum

from elci.domain.dates import PartialDate
from elci.domain.visiting.words import Stage

_A_DAY = timedelta(days=1)


class VisitRefusal(StrEnum):
    """Why something cannot be said of a visit."""

    ENDS_BEFORE_START = "ends_before_start"
    NOT_YET = "not_yet"
    """Its first day has not come."""
    NOT_PLANNED = "not_planned"
    """It was held or cancelled already."""
    NOT_DECIDED = "not_decided"
    """It was neither held nor cancelled, so nothing can be taken back."""


def refusal_of_dates(starts: PartialDate, ends: PartialDate | None) -> VisitRefusal | None:
    """Return what is wrong with the days of a visit; the same day twice is right."""
    if ends is not None and ends.certainly_before(starts):
        return VisitRefusal.ENDS_BEFORE_START
    return None


def refusal_of_stage(
    stage: Stage, wanted: Stage, *, starts: PartialDate, today: date
) -> VisitRefusal | None:
    """Return why a visit cannot go to another stage on a day.

    From planned to held once it may have begun, from planned to cancelled always, and back to
    planned where that was wrong.
    """
    if wanted is Stage.PLANNED:
        return VisitRefusal.NOT_DECIDED if stage is Stage.PLANNED else None
    if stage is not Stage.PLANNED:
        return VisitRefusal.NOT_PLANNED
    if wanted is Stage.HELD and not starts.possibly_by(today):
        return VisitRefusal.NOT_YET
    return None


def last_day(starts: PartialDate, ends: PartialDate | None) -> date | None:
    """Return the last day that a visit may have; ``None`` is open."""
    return (starts if ends is None else ends).latest


def is_over(starts: PartialDate, ends: PartialDate | None, today: date) -> bool:
    """Whether a visit is over for certain, whatever days it had."""
    last = last_day(starts, ends)
    return last is not None and last < today


def certain_days(starts: PartialDate, ends: PartialDate | None) -> tuple[date, date] | None:
    """Return the first and the last day where both are known to the day; nothing otherwise."""
    first = _single_day(starts)
    last = first if ends is None else _single_day(ends)
    return None if first is None or last is None else (first, last)


def _single_day(when: PartialDate) -> date | None:
    earliest = when.earliest
    return earliest if earliest is not None and when.until == earliest + _A_DAY else None
