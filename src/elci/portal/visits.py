"""The visits of a relation as everybody may know of them: how many and what rank, never who."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from elci.domain.dates import PartialDate
from elci.visits.choices import DirectionChoice, RankChoice
from elci.visits.queries.visits import public_visits_of

if TYPE_CHECKING:
    from elci.agreements.models import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicVisit:
    """A visit that was held, in words."""

    starts: PartialDate
    ends: PartialDate | None
    direction: str
    people: int | None
    rank: str
    is_sample: bool


def visits_for_all(account: "Account") -> list[PublicVisit]:
    """Return the public visits with the partners of an account, latest first."""
    return [
        PublicVisit(
            starts=visit.starts,
            ends=None if visit.ends == visit.starts else visit.ends,
            direction=str(DirectionChoice(visit.direction).label),
            people=travellers.people,
            rank="" if travellers.rank is None else str(RankChoice(travellers.rank).label),
            is_sample=visit.is_sample,
        )
        for visit, travellers in public_visits_of(account)
    ]
