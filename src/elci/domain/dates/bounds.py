"""The two sides of an interval, and the units next to a year, a month or a day."""

from datetime import date, timedelta
from typing import Final

from elci.domain.dates.expression import PLAIN, Expression, checked_expression, read_expression
from elci.domain.dates.problems import DateNotUnderstoodError, DateProblem

UNKNOWN: Final = "XXXX"
OPEN: Final = ".."


def read_bound(text: str, whole: str) -> Expression | None:
    """Read one side of an interval; ``None`` is open, and ``whole`` is named in an error."""
    if text == OPEN:
        return None
    if text in {"", UNKNOWN}:
        raise DateNotUnderstoodError(DateProblem.NOT_UNDERSTOOD, whole)
    bound = read_expression(text)
    if bound.precision not in PLAIN or bound.unspecified != "":
        raise DateNotUnderstoodError(DateProblem.BOUND_NOT_PLAIN, whole)
    return bound


def neighbour(plain: Expression, steps: int) -> Expression:
    """Return the year, month or day this many steps away, with the same qualifier."""
    year, month, day = plain.year, plain.month, plain.day
    if month is not None and day is not None:
        year, month, day = _day_away(date(year, month, day), steps)
    elif month is not None:
        year, month = divmod(year * 12 + month - 1 + steps, 12)
        month += 1
    else:
        year += steps
    return checked_expression(year, month, day, qualifier=plain.qualifier, what=str(plain))


def _day_away(day: date, steps: int) -> tuple[int, int, int]:
    try:
        away = day + timedelta(days=steps)
    except OverflowError:
        raise DateNotUnderstoodError(DateProblem.YEAR_OUT_OF_RANGE, str(day)) from None
    return away.year, away.month, away.day


def plain_expression(year: int, month: int | None, day: int | None) -> Expression:
    """Return a year, month or day; a season is no month here."""
    what = "-".join(str(part) for part in (year, month, day) if part is not None)
    found = checked_expression(year, month, day, what=what)
    if found.precision not in PLAIN:
        raise DateNotUnderstoodError(DateProblem.NO_SUCH_MONTH, what)
    return found


def refuse_idle_bounds(start: Expression | None, end: Expression | None, whole: str) -> None:
    """Raise if two sides leave every day, or no day, between them."""
    if start is None and end is None:
        raise DateNotUnderstoodError(DateProblem.NOT_UNDERSTOOD, whole)
    first = date.min if start is None else start.reach(0)[0]
    until = None if end is None else end.reach(0)[1]
    if (start is None or end is None) and first == date.min and until is None:
        # ``../9999`` and ``0001/..`` say nothing that unknown does not say.
        raise DateNotUnderstoodError(DateProblem.YEAR_OUT_OF_RANGE, whole)
    if until is not None and first is not None and until <= first:
        raise DateNotUnderstoodError(DateProblem.ENDS_BEFORE_START, whole)
