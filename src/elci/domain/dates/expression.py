"""One simple EDTF expression: a year, a month, a day, a season, a decade, a century."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from elci.domain.dates.problems import DateNotUnderstoodError, DateProblem


class Precision(StrEnum):
    """How precisely a day is known. ``INTERVAL`` has a bound on one side or on both."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    UNKNOWN = "unknown"


PLAIN: Final = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})
"""What may stand as a bound: "before" and "after" need a unit with an exact neighbour."""

_UNITS: Final = re.compile(
    r"([0-9]{4})(?:-(?:([0-9]{2})(?:-([0-9]{2}|XX))?|(XX(?:-XX)?)))?([?~%]?)"
)
_MASKS: Final = re.compile(r"([0-9]{3}X|[0-9]{2}XX)([?~%]?)")
_FAR_YEARS: Final = re.compile(r"-[0-9]{4}.*|Y-?[0-9]+|-?[0-9]{5,}.*")
_WITH_TIME: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T.*")

_LENGTHS: Final = {Precision.YEAR: 12, Precision.DECADE: 120, Precision.CENTURY: 1200}
# Winter of a year is its January and February or the one that begins in its December:
# nobody says which, so it is both and all between.
_SEASONS: Final = {21: (2, 3), 22: (5, 3), 23: (8, 3), 24: (0, 14)}

DOUBT_IN_DAYS: Final = 15
DOUBT_IN_MONTHS: Final = {
    Precision.MONTH: 3,
    Precision.SEASON: 3,
    Precision.YEAR: 60,
    Precision.DECADE: 120,
    Precision.CENTURY: 600,
}
"""How far "about" and "uncertain" each push both ends apart; for a day it is `DOUBT_IN_DAYS`."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A simple expression as it was written; `reach` turns it into days."""

    precision: Precision
    year: int
    """Of a decade or a century its first year."""
    month: int | None = None
    """1 to 12, and 21 to 24 for spring, summer, autumn and winter."""
    day: int | None = None
    unspecified: str = ""
    """Digits said to be unknown after the known ones: ``-XX`` or ``-XX-XX``."""
    qualifier: str = ""

    @property
    def approximate(self) -> bool:
        """Whether ``~`` or ``%`` says "about"."""
        return self.qualifier in {"~", "%"}

    @property
    def uncertain(self) -> bool:
        """Whether ``?`` or ``%`` says that the source is in doubt."""
        return self.qualifier in {"?", "%"}

    @property
    def widest(self) -> tuple[date | None, date | None]:
        """First day and day after the last, with doubt; ``None`` is beyond the calendar."""
        return self.reach(self.approximate + self.uncertain)

    def reach(self, doubts: int) -> tuple[date | None, date | None]:
        """First day and day after the last when the margin counts this many times."""
        if self.month is not None and self.day is not None:
            here = date(self.year, self.month, self.day).toordinal()
            margin = DOUBT_IN_DAYS * doubts
            return _day_at(here - margin), _day_at(here + 1 + margin)
        start, length = self._months()
        margin = DOUBT_IN_MONTHS[self.precision] * doubts
        return _month_at(start - margin), _month_at(start + length + margin)

    def _months(self) -> tuple[int, int]:
        january = self.year * 12
        if self.month is None:
            return january, _LENGTHS[self.precision]
        offset, length = _SEASONS.get(self.month, (self.month - 1, 1))
        return january + offset, length

    def __str__(self) -> str:
        if self.precision is Precision.DECADE:
            return f"{self.year // 10:03}X{self.qualifier}"
        if self.precision is Precision.CENTURY:
            return f"{self.year // 100:02}XX{self.qualifier}"
        month = "" if self.month is None else f"-{self.month:02}"
        day = "" if self.day is None else f"-{self.day:02}"
        return f"{self.year:04}{month}{day}{self.unspecified}{self.qualifier}"


def read_expression(text: str) -> Expression:
    """Read one simple EDTF expression; no bounds, no ``XXXX``."""
    if (units := _UNITS.fullmatch(text)) is not None:
        return _read_units(units)
    if (masks := _MASKS.fullmatch(text)) is not None:
        return _read_mask(masks[1], masks[2])
    raise DateNotUnderstoodError(_why_not(text), text)


def _read_units(found: re.Match[str]) -> Expression:
    year, month, day, unknown, qualifier = found.groups()
    unspecified = "-XX" if day == "XX" else f"-{unknown}" if unknown is not None else ""
    return checked_expression(
        int(year),
        None if month is None else int(month),
        None if day is None or day == "XX" else int(day),
        unspecified=unspecified,
        qualifier=qualifier,
        what=found[0],
    )


def _read_mask(mask: str, qualifier: str) -> Expression:
    precision = Precision.CENTURY if mask.endswith("XX") else Precision.DECADE
    year = int(mask.replace("X", "0"))
    if year == 0:
        raise DateNotUnderstoodError(DateProblem.YEAR_OUT_OF_RANGE, mask)
    return Expression(precision, year, qualifier=qualifier)


def checked_expression(
    year: int,
    month: int | None,
    day: int | None,
    *,
    what: str,
    unspecified: str = "",
    qualifier: str = "",
) -> Expression:
    """Return a year, month, season or day that exists; ``what`` is named if it does not."""
    if not 1 <= year <= date.max.year:
        raise DateNotUnderstoodError(DateProblem.YEAR_OUT_OF_RANGE, what)
    precision = _precision(month, day, seasons=unspecified == "", what=what)
    if month is not None and day is not None and not _is_day(year, month, day):
        raise DateNotUnderstoodError(DateProblem.NOT_A_DAY, what)
    return Expression(precision, year, month, day, unspecified, qualifier)


def _precision(month: int | None, day: int | None, *, seasons: bool, what: str) -> Precision:
    if month is None:
        if day is not None:
            raise DateNotUnderstoodError(DateProblem.NO_SUCH_MONTH, what)
        return Precision.YEAR
    if month in _SEASONS and day is None and seasons:
        return Precision.SEASON
    if not 1 <= month <= 12:
        raise DateNotUnderstoodError(DateProblem.NO_SUCH_MONTH, what)
    return Precision.MONTH if day is None else Precision.DAY


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _why_not(text: str) -> DateProblem:
    if text == "":
        return DateProblem.EMPTY
    if _FAR_YEARS.fullmatch(text) is not None:
        return DateProblem.YEAR_OUT_OF_RANGE
    if _WITH_TIME.fullmatch(text) is not None:
        return DateProblem.HAS_A_TIME
    return DateProblem.NOT_UNDERSTOOD


def _day_at(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def _month_at(index: int) -> date | None:
    year, month = divmod(index, 12)
    return date(year, month + 1, 1) if 1 <= year <= date.max.year else None
