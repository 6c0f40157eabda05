from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Prefetch, Q, QuerySet

from elci.accounts.models import Change, Workspace
from elci.agreements.models import Account, ActRecord, Party
from elci.agreements.queries.relations import kept_accounts
from elci.consent.models import Case
from elci.domain.visiting.outcomes import Lack, VisitFacts, lack_of
from elci.domain.visiting.precedence import highest
from elci.domain.visiting.words import DelegateRole, Direction, Rank, Side, Stage
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade
from elci.organisations.models import Organisation
from elci.visits.models import Delegate, Minutes, Visit, VisitPartner

TRAVELLERS: Final = {Direction.INCOMING: Side.THEIRS, Direction.OUTGOING: Side.OURS}
"""Whose delegation travels, and is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Travellers:
    """How many travelled, and the rank of their head, as far as it is known."""

    people: int | None = None
    rank: Rank | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """A visit as lists show it."""

    visit: Visit
    partners: Sequence[Organisation]
    travellers: Travellers
    lack: Lack | None
    promises: int


def visits_visible_to(eyes: Eyes) -> QuerySet[Visit]:
    """Return the visits of the reader's workspaces, those withdrawn too, latest entered first."""
    partners = VisitPartner.objects.filter(is_current=True).select_related("organisation__place")
    return (
        Visit.objects.filter(workspace_id__in=eyes.reads)
        .select_related("workspace", "case", "invitation", "made_by", "tested_by", "withdrawn_by")
        .prefetch_related(Prefetch("partners", partners))
    )


def visits_editable_by(eyes: Eyes) -> QuerySet[Visit]:
    """Return the visits that stand in workspaces in which the reader may record."""
    return visits_visible_to(eyes).filter(workspace_id__in=eyes.writes, withdrawn_at=None)


def visits_with(bodies: Iterable[int], eyes: Eyes) -> QuerySet[Visit]:
    """Return the visits of the reader's workspaces that stand and were held with any of these."""
    of_bodies = VisitPartner.objects.filter(is_current=True, organisation_id__in=list(bodies))
    return visits_visible_to(eyes).filter(withdrawn_at=None, pk__in=of_bodies.values("visit_id"))


def visit_lines(visits: QuerySet[Visit], today: date) -> list[VisitLine]:
    """Return visits as lists show them, latest first, in three queries for any number of them."""
    counted = visits.annotate(
        standing_outcomes=Count("outcomes", filter=Q(outcomes__withdrawn_at=None), distinct=True),
        standing_promises=Count("promises", filter=Q(promises__withdrawn_at=None), distinct=True),
    ).order_by("pk")
    found = list(counted)
    travellers = travellers_of(found)
    lines = [_line(visit, travellers[visit.pk], today) for visit in found]
    return sorted(lines, key=lambda line: (line.visit.starts.sort_key, line.visit.pk), reverse=True)


def _line(visit: Visit, travellers: Travellers, today: date) -> VisitLine:
    counts = {"outcomes": "standing_outcomes", "promises": "standing_promises"}
    numbers = {name: int(getattr(visit, column)) for name, column in counts.items()}
    facts = VisitFacts(stage=Stage(visit.stage), starts=visit.starts, ends=visit.ends, **numbers)
    return VisitLine(
        visit=visit,
        partners=partners_of(visit),
        travellers=travellers,
        lack=lack_of(facts, today),
        promises=numbers["promises"],
    )


def partners_of(visit: Visit) -> list[Organisation]:
    """Return with whom a visit is held, in their order."""
    return [each.organisation for each in visit.partners.all() if each.is_current]


def travellers_of(visits: Sequence[Visit]) -> dict[int, Travellers]:
    """Return for each visit who travelled: from the list of them, or else as it was stated."""
    rows = Delegate.objects.filter(visit__in=visits, withdrawn_at=None).values_list(
        "visit_id", "side", "role", "rank"
    )
    sides: dict[tuple[int, str], list[tuple[str, str]]] = {}
    for visit_id, side, role, rank in rows:
        sides.setdefault((visit_id, side), []).append((role, rank))
    return {visit.pk: _travellers(visit, sides) for visit in visits}


def _travellers(
    visit: Visit, sides: Mapping[tuple[int, str], Sequence[tuple[str, str]]]
) -> Travellers:
    people = sides.get((visit.pk, TRAVELLERS[Direction(visit.direction)]), ())
    if not people:
        rank = Rank(visit.stated_rank) if visit.stated_rank else None
        return Travellers(people=visit.stated_people, rank=rank)
    heads = [Rank(rank) for role, rank in people if role == DelegateRole.HEAD]
    ranks = heads or [Rank(rank) for _role, rank in people]
    return Travellers(people=len(people), rank=highest(ranks))


def public_visits_of(account: Account) -> list[tuple[Visit, Travellers]]:
    """Return the visits with the partners of an account that everybody may know of, latest first.

    Only those that were held; of the people, only how many and the rank of their head.
    """
    bodies = Party.objects.filter(relation_id=account.relation_id, replaced_at=None).exclude(
        organisation__workspace_id=account.workspace_id
    )
    of_bodies = VisitPartner.objects.filter(
        is_current=True, organisation_id__in=bodies.values("organisation_id")
    )
    found = list(
        Visit.objects.filter(
            workspace_id=account.workspace_id,
            grade=Grade.FULL,
            stage=Stage.HELD,
            withdrawn_at=None,
            pk__in=of_bodies.values("visit_id"),
        )
    )
    travellers = travellers_of(found)
    found.sort(key=lambda visit: (visit.starts.sort_key, visit.pk), reverse=True)
    return [(visit, travellers[visit.pk]) for visit in found]


def minutes_of(visit: Visit) -> QuerySet[Minutes]:
    """Return the minutes of a visit, the ones that stand last."""
    return Minutes.objects.filter(visit=visit).select_related("document", "recorded_by")


def changes_of_visit(visit: Visit, eyes: Eyes) -> QuerySet[Change]:
    """Return who changed what of a visit, newest first; only its own workspace may read it."""
    return Change.objects.filter(
        workspace_id__in=eyes.reads, workspace=visit.workspace, subject_uuid=visit.uuid
    ).select_related("user")


def cases_for(visit: Visit, eyes: Eyes, acts: Iterable[str]) -> QuerySet[Case]:
    """Return the cases of the visit's own workspace that were opened for one of these acts."""
    return Case.objects.filter(
        workspace=visit.workspace, workspace_id__in=eyes.reads, act__in=list(acts)
    )


def accounts_with(
    workspace: Workspace, bodies: Iterable[Organisation], eyes: Eyes
) -> list[Account]:
    """Return a workspace's accounts of relations with any of these bodies, those that stand."""
    parties = Party.objects.filter(
        organisation_id__in=[body.pk for body in bodies], replaced_at=None
    )
    return list(
        kept_accounts(eyes).filter(
            workspace=workspace,
            withdrawn_at=None,
            relation_id__in=parties.values("relation_id"),
        )
    )


def acts_for(visit: Visit, eyes: Eyes) -> QuerySet[ActRecord]:
    """Return the acts on record with the partners of a visit, which may have come of it."""
    bodies = [each.pk for each in partners_of(visit)]
    relations = Party.objects.filter(organisation_id__in=bodies, replaced_at=None)
    return (
        ActRecord.objects.filter(
            account__workspace=visit.workspace,
            account__workspace_id__in=eyes.reads,
            account__withdrawn_at=None,
            known_until=None,
            account__relation_id__in=relations.values("relation_id"),
        )
        .select_related("account")
        .order_by("-happened", "-pk")
    )
