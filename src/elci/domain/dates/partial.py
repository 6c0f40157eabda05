from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, Self

from elci.domain.dates.bounds import (
    OPEN,
    UNKNOWN,
    neighbour,
    plain_expression,
    read_bound,
    refuse_idle_bounds,
)
from elci.domain.dates.expression import Expression, Precision, read_expression

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
        start, end = read_bound(first, self.text), read_bound(second, self.text)
        refuse_idle_bounds(start, end, self.text)
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
        return cls(str(plain_expression(year, month, day)))

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
        return cls(f"{plain_expression(year, month, day)}~")

    @classmethod
    def before(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        """Return any day before the first day of a year, of a month, or before a day.

        >>> PartialDate.before(1990).until
        datetime.date(1990, 1, 1)
        """
        return cls(f"{OPEN}/{neighbour(plain_expression(year, month, day), -1)}")

    @classmethod
    def after(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        """Return any day after the last day of a year, of a month, or after a day.

        >>> PartialDate.after(1990).earliest
        datetime.date(1991, 1, 1)
        """
        return cls(f"{neighbour(plain_expression(year, month, day), 1)}/{OPEN}")

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
