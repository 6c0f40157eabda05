from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, Self

from elci.domain.dates.expression import (
    PLAIN,
    Expression,
    Precision,
    checked_expression,
    read_expression,
)
from elci.domain.dates.problems import DateNotUnderstoodError, DateProblem

UNKNOWN: Final = "XXXX"
OPEN: Final = ".."
CANONICAL_PATTERN: Final = (
    r"\A(XXXX|[0-9]{3}X[?~%]?|[0-9]{2}XX[?~%]?|[0-9]{4}-XX(-XX)?[?~%]?|[0-9]{4}-[0-9]{2}-XX[?~%]?"
    r"|[0-9]{4}(-[0-9]{2}){0,2}[?~%]?|\.\./[0-9]{4}(-[0-9]{2}){0,2}[?~%]?"
    r"|[0-9]{4}(-[0-9]{2}){0,2}[?~%]?/(\.\.|[0-9]{4}(-[0-9]{2}){0,2}[?~%]?))\Z"
)
"""Shape of every canonical text, for a check in the database; it does not know the calendar.

Python and PostgreSQL read it alike (``$`` would let a final line break through in Python).
"""

_A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day as precisely as it is known: one unknown day of ``earliest <= day < until``.

    The text is canonical, a subset of EDTF levels 0 and 1, and two dates are equal
    when their texts are. Doubt widens: "about" (``~``) and "uncertain" (``?``) each
    push both ends apart by `DOUBT_IN_MONTHS` or `DOUBT_IN_DAYS`, both (``%``) by twice
    that, so a doubtful date never makes certain what the plain one leaves open.
    What lies beyond the years 1 to 9999 counts as open.

    >>> PartialDate("2019-02").latest
    datetime.date(2019, 2, 28)
    >>> PartialDate("1965~").earliest
    datetime.date(1960, 1, 1)
    """

    text: str
    earliest: date | None = field(init=False, compare=False, repr=False)
    """First day it may be; ``None`` is open."""
    until: date | None = field(init=False, compare=False, repr=False)
    """First day after all days it may be; ``None`` is open."""
    precision: Precision = field(init=False, compare=False, repr=False)
    approximate: bool = field(init=False, compare=False, repr=False)
    """Whether it, or a bound of it, is "about"."""
    uncertain: bool = field(init=False, compare=False, repr=False)
    """Whether it, or a bound of it, is in doubt."""
    sort_key: tuple[bool, int, int, str] = field(init=False, compare=False, repr=False)
    """By first day as stated (without the margin of doubt), longer before shorter, then by text.

    An open start comes before every day, unknown after everything. What is certainly
    before something else always sorts before it.
    """

    def __post_init__(self) -> None:
        if self.text == UNKNOWN:
            return self._fill(None, None, Precision.UNKNOWN)
        first, slash, second = self.text.partition("/")
        if slash == "":
            only = read_expression(first)
            return self._fill(only, only, only.precision)
        start, end = _read_bound(first, self.text), _read_bound(second, self.text)
        _refuse_idle_bounds(start, end, self.text)
        return self._fill(start, end, Precision.INTERVAL)

    def _fill(self, start: Expression | None, end: Expression | None, precision: Precision) -> None:
        said = [bound for bound in (start, end) if bound is not None]
        stated_first = None if start is None else start.reach(0)[0]
        stated_until = None if end is None else end.reach(0)[1]
        values = {
            "earliest": None if start is None else start.widest[0],
            "until": None if end is None else end.widest[1],
            "precision": precision,
            "approximate": any(bound.approximate for bound in said),
            "uncertain": any(bound.uncertain for bound in said),
            "sort_key": (
                not said,
                0 if stated_first is None else stated_first.toordinal(),
                -(date.max if stated_until is None else stated_until).toordinal(),
                self.text,
            ),
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read canonical text exactly as ``str`` writes it; anything else is an error.

        >>> str(PartialDate.parse("2004-06~"))
        '2004-06~'
        """
        return cls(text)

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        """Return a year, a month of a year, or a day.

        >>> str(PartialDate.of(2009, 6))
        '2009-06'
        """
        return cls(str(_plain(year, month, day)))

    @classmethod
    def on(cls, day: date) -> Self:
        """Return a day that is fully known.

        >>> str(PartialDate.on(date(2016, 4, 18)))
        '2016-04-18'
        """
        return cls.of(day.year, day.month, day.day)

    @classmethod
    def about(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        """Return an approximate year, month or day.

        >>> str(PartialDate.about(1965))
        '1965~'
        """
        return cls(f"{_plain(year, month, day)}~")

    @classmethod
    def before(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        """Return any day before the first day of a year, of a month, or before a day.

        >>> PartialDate.before(1990).until
        datetime.date(1990, 1, 1)
        """
        return cls(f"{OPEN}/{neighbour(_plain(year, month, day), -1)}")

    @classmethod
    def after(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        """Return any day after the last day of a year, of a month, or after a day.

        >>> PartialDate.after(1990).earliest
        datetime.date(1991, 1, 1)
        """
        return cls(f"{neighbour(_plain(year, month, day), 1)}/{OPEN}")

    @classmethod
    def between(cls, start: Self, end: Self) -> Self:
        """Return a day from ``start`` to the end of ``end``, both included.

        >>> str(PartialDate.between(PartialDate("1990"), PartialDate("1994-03")))
        '1990/1994-03'
        """
        return cls(f"{start}/{end}")

    @classmethod
    def unknown(cls) -> Self:
        """Return a day of which nothing is known.

        >>> str(PartialDate.unknown())
        'XXXX'
        """
        return cls(UNKNOWN)

    @property
    def latest(self) -> date | None:
        """Last day it may be; ``None`` is open."""
        return None if self.until is None else self.until - _A_DAY

    def certainly_by(self, day: date) -> bool:
        """Whether it has happened on or before ``day`` whatever day it was.

        >>> [PartialDate("1965").certainly_by(date(1965, 12, last)) for last in (30, 31)]
        [False, True]
        """
        latest = self.latest
        return latest is not None and latest <= day

    def possibly_by(self, day: date) -> bool:
        """Whether it may have happened on or before ``day``.

        >>> PartialDate("1965").possibly_by(date(1965, 1, 1))
        True
        """
        return self.earliest is None or self.earliest <= day

    def may_fall_between(self, start: date, end: date | None) -> bool:
        """Whether any day it may be lies in ``start <= day < end``; no ``end`` means open.

        >>> PartialDate("1994").may_fall_between(date(1990, 1, 1), date(1994, 1, 1))
        False
        """
        if end is None:
            return self.until is None or start < self.until
        return (
            start < end
            and (self.until is None or start < self.until)
            and (self.earliest is None or self.earliest < end)
        )

    def contains(self, other: "PartialDate") -> bool:
        """Whether every day the other may be is also a day this one may be.

        >>> PartialDate("1965").contains(PartialDate("1965-02"))
        True
        """
        starts_first = self.earliest is None or (
            other.earliest is not None and self.earliest <= other.earliest
        )
        ends_last = self.until is None or (other.until is not None and other.until <= self.until)
        return starts_first and ends_last

    def certainly_before(self, other: "PartialDate") -> bool:
        """Whether it was on an earlier day than the other, whatever days they were.

        >>> PartialDate("1965").certainly_before(PartialDate("1965-12-31"))
        False
        """
        return (
            self.until is not None and other.earliest is not None and self.until <= other.earliest
        )

    def possibly_before(self, other: "PartialDate") -> bool:
        """Whether it may have been on an earlier day than the other.

        >>> PartialDate("1965").possibly_before(PartialDate("1965"))
        True
        """
        latest = other.latest
        return self.earliest is None or latest is None or self.earliest < latest

    def __str__(self) -> str:
        return self.text


def _read_bound(text: str, whole: str) -> Expression | None:
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
    if day is not None:
        year, month, day = _day_away(plain, steps)
    elif month is not None:
        year, month = divmod(year * 12 + month - 1 + steps, 12)
        month += 1
    else:
        year += steps
    return checked_expression(year, month, day, qualifier=plain.qualifier, what=str(plain))


def _day_away(plain: Expression, steps: int) -> tuple[int, int, int]:
    try:
        day = date(plain.year, plain.month or 0, plain.day or 0) + timedelta(days=steps)
    except OverflowError:
        raise DateNotUnderstoodError(DateProblem.YEAR_OUT_OF_RANGE, str(plain)) from None
    return day.year, day.month, day.day


def _plain(year: int, month: int | None, day: int | None) -> Expression:
    what = "-".join(str(part) for part in (year, month, day) if part is not None)
    found = checked_expression(year, month, day, what=what)
    if found.precision not in PLAIN:
        raise DateNotUnderstoodError(DateProblem.NO_SUCH_MONTH, what)
    return found


def _refuse_idle_bounds(start: Expression | None, end: Expression | None, whole: str) -> None:
    if start is None and end is None:
        raise DateNotUnderstoodError(DateProblem.NOT_UNDERSTOOD, whole)
    first = date.min if start is None else start.reach(0)[0]
    until = None if end is None else end.reach(0)[1]
    if (start is None or end is None) and first == date.min and until is None:
        # ``../9999`` and ``0001/..`` say nothing that unknown does not say.
        raise DateNotUnderstoodError(DateProblem.YEAR_OUT_OF_RANGE, whole)
    if until is not None and first is not None and until <= first:
        raise DateNotUnderstoodError(DateProblem.ENDS_BEFORE_START, whole)
