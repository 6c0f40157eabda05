"""Which visits came to nothing, as far as the record says."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from elci.domain.dates import PartialDate
from elci.domain.visiting.stages import is_over
from elci.domain.visiting.words import Stage


class Lack(StrEnum):
    """What a visit that is over still lacks."""

    NOT_CLOSED = "not_closed"
    """Nobody said whether it was held."""
    NO_OUTCOME = "no_outcome"
    """No result, no act, no promise, and nobody said that none was to be expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFacts:
    """What the rule needs of a visit."""

    stage: Stage
    starts: PartialDate
    ends: PartialDate | None = None
    outcomes: int = 0
    """Results, acts, and that none was to be expected."""
    promises: int = 0


def lack_of(visit: VisitFacts, today: date) -> Lack | None:
    """Return what a visit lacks on a day; nothing before it is over for certain.

    A visit that is on record as held is asked for its outcome even if its days are not known.
    """
    if visit.stage is Stage.HELD:
        return Lack.NO_OUTCOME if visit.outcomes + visit.promises == 0 else None
    if visit.stage is Stage.PLANNED and is_over(visit.starts, visit.ends, today):
        return Lack.NOT_CLOSED
    return None
