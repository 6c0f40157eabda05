"""Days as precisely as they are known. Import from here; the modules behind it may move."""

from elci.domain.dates.expression import Precision
from elci.domain.dates.partial import CANONICAL_PATTERN, PartialDate
from elci.domain.dates.problems import (
    DATE_PROBLEM_TEMPLATES,
    DateNotUnderstoodError,
    DateProblem,
)
from elci.domain.dates.reading import read_date
from elci.domain.dates.saying import Style, say_date

__all__ = [
    "CANONICAL_PATTERN",
    "DATE_PROBLEM_TEMPLATES",
    "DateNotUnderstoodError",
    "DateProblem",
    "PartialDate",
    "Precision",
    "Style",
    "read_date",
    "say_date",
]
