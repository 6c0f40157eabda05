"""How long what is kept of a person for a visit may stay, and why it is kept at all."""

from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from elci.domain.visiting.words import DetailKind

DAYS_KEPT: Final = MappingProxyType(
    {
        DetailKind.DIET: 7,
        DetailKind.VISA: 30,
        DetailKind.ADDRESS: 30,
        DetailKind.CONTACT: 365,
    }
)
"""So many days after the last day of the visit. What somebody eats may tell of health or faith:
it goes first."""
LONGEST: Final = 365
"""A visit of which no last day is known is taken to have ended so many days after the entry."""


def purge_day(kind: DetailKind, *, last_day: date | None, entered_on: date) -> date:
    """Return the day on which a detail goes; a visit long past keeps it no longer than a new one.

    >>> purge_day(DetailKind.DIET, last_day=date(2026, 5, 1), entered_on=date(2026, 4, 1))
    datetime.date(2026, 5, 8)
    """
    ended = last_day if last_day is not None else entered_on + timedelta(days=LONGEST)
    return max(ended, entered_on) + timedelta(days=DAYS_KEPT[kind])
