from enum import StrEnum
from typing import Final


class DateProblem(StrEnum):
    """Why a text was not taken as a date."""

    EMPTY = "empty"
    NOT_UNDERSTOOD = "not_understood"
    NOT_A_DAY = "not_a_day"
    NO_SUCH_MONTH = "no_such_month"
    TWO_DIGIT_YEAR = "two_digit_year"
    YEAR_OUT_OF_RANGE = "year_out_of_range"
    HAS_A_TIME = "has_a_time"
    ENDS_BEFORE_START = "ends_before_start"
    BOUND_NOT_PLAIN = "bound_not_plain"


DATE_PROBLEM_TEMPLATES: Final = {
    DateProblem.EMPTY: (
        "No date was given. Write a day, a month or a year, or “unknown” if nobody knows it."
    ),
    DateProblem.NOT_UNDERSTOOD: (
        "“%(what)s” was not understood as a date. "
        "Write it like 18.04.2016, April 2016, 1965, before 1990, about 1990 or unknown."
    ),
    DateProblem.NOT_A_DAY: (
        "“%(what)s” is not a day of the calendar. "
        "Correct the day, or leave it out and write only the month and the year."
    ),
    DateProblem.NO_SUCH_MONTH: (
        "“%(what)s” names a month that does not exist. "
        "Months go from 1 to 12, and the day is written before the month, as in 18.04.2016."
    ),
    DateProblem.TWO_DIGIT_YEAR: (
        "“%(what)s” has a year without its century. "
        "Write the year with four digits, as in 1965 or 2016."
    ),
    DateProblem.YEAR_OUT_OF_RANGE: (
        "“%(what)s” lies outside the years 1 to 9999. Correct the year."
    ),
    DateProblem.HAS_A_TIME: (
        "“%(what)s” has a time of day, but an act has a day. Write the day only."
    ),
    DateProblem.ENDS_BEFORE_START: (
        "“%(what)s” ends before it starts. Write the earlier date first."
    ),
    DateProblem.BOUND_NOT_PLAIN: (
        "“%(what)s” has a bound that is not a year, a month or a day. "
        "Write each bound as a year, a month of a year, or a day."
    ),
}
"""English message of each problem, with ``%(what)s``: also the key under which it is translated."""


class DateNotUnderstoodError(ValueError):
    """A text or a set of numbers that is no date, with what was read in ``what``.

    To show it in another language, translate ``template`` and fill in ``params``.

    >>> error = DateNotUnderstoodError(DateProblem.HAS_A_TIME, "2016-04-18T10:00")
    >>> str(error) == error.template % error.params
    True
    """

    def __init__(self, code: DateProblem, what: str) -> None:
        self.code = code
        self.what = what
        self.params = {"what": what}
        self.template = DATE_PROBLEM_TEMPLATES[code]
        super().__init__(self.template % self.params)

    def __reduce__(self) -> tuple[type["DateNotUnderstoodError"], tuple[DateProblem, str]]:
        return type(self), (self.code, self.what)
