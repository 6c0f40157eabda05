"""Who the parties of a relation are on a day: bodies merge, and are given other names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from elci.agreements.models import Account, ActRecord
from elci.agreements.queries.relations import partners_of
from elci.domain.acts.act import Act
from elci.domain.acts.kinds import ActKind, Standing
from elci.domain.acts.standing import standing_on
from elci.domain.dates import PartialDate
from elci.domain.successions import Link, bodies_on
from elci.organisations.models import Organisation, Succession
from elci.organisations.queries import (
    names_on,
    organisations,
    succession_links,
    successions,
)

_ALIVE = frozenset({Standing.IN_FORCE, Standing.POSSIBLY_IN_FORCE, Standing.SUSPENDED})


@dataclass(frozen=True, slots=True)
class PartyOnDay:
    """A party as it is on record, and who it is on a day."""

    body: Organisation
    then: Sequence[Organisation]
    """The body itself, whom it was before, or its successors."""

    @property
    def is_another(self) -> bool:
        """Whether it goes by another name on that day than on record."""
        return [body.pk for body in self.then] != [self.body.pk]


def partners_on(account: Account, day: date) -> list[PartyOnDay]:
    """Return the other parties in their order, as they are on a day."""
    partners = partners_of(account)
    then = names_on(partners, day)
    return [PartyOnDay(body, then.get(body.pk, [body])) for body in partners]


def partners_at_acts(
    account: Account, acts: Sequence[ActRecord], *, day: date
) -> dict[int, list[Organisation]]:
    """Return who the other parties were at those acts at which they were not who they are on a day.

    An act of which it is not certain whether it was before or after a change is left out. Two
    queries, whatever the number of acts.
    """
    partners = [body.pk for body in partners_of(account)]
    links = succession_links()
    on_day = _all_on(partners, links, day)
    then = {act.pk: _certainly_at(partners, links, act.happened) for act in acts}
    changed = {act: ids for act, ids in then.items() if ids is not None and ids != on_day}
    known = organisations().in_bulk({each for ids in changed.values() for each in ids})
    return {act: [known[each] for each in ids] for act, ids in changed.items()}


def _certainly_at(
    partners: Sequence[int], links: Sequence[Link], happened: PartialDate
) -> list[int] | None:
    first, last = happened.earliest, happened.latest
    if first is None or last is None:
        return None
    then = _all_on(partners, links, first)
    return then if then == _all_on(partners, links, last) else None


def _all_on(partners: Sequence[int], links: Sequence[Link], day: date) -> list[int]:
    return [each for body in partners for each in bodies_on(body, links, day)]


def successions_of_partners(account: Account) -> list[Succession]:
    """Return the successions from and to the other parties, oldest first."""
    ids = [body.pk for body in partners_of(account)]
    return list(successions().filter(Q(body__in=ids) | Q(successor__in=ids)))


def told_succession(act: ActRecord, found: Sequence[Succession]) -> Succession | None:
    """Return the succession that an act tells of, where it tells of one and the dates agree."""
    if act.kind != ActKind.PARTY_SUCCEEDED:
        return None
    return next((each for each in found if _agree(act.happened, each.since)), None)


def untold_successions(
    account: Account, acts: Sequence[Act], found: Sequence[Succession]
) -> list[Succession]:
    """Return those by which a party was succeeded while the relation lasted, and no act says so."""
    partners = {body.pk for body in partners_of(account)}
    told = [act.happened for act in acts if act.kind is ActKind.PARTY_SUCCEEDED]
    return [
        each
        for each in found
        if each.body_id in partners
        and each.since.earliest is not None
        and standing_on(acts, each.since.earliest) in _ALIVE
        and not any(_agree(happened, each.since) for happened in told)
    ]


def _agree(one: PartialDate, other: PartialDate) -> bool:
    return one.contains(other) or other.contains(one)
