from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from elci.accounts.models import User, Workspace
from elci.consent.models import Case
from elci.documents.models import Document
from elci.domain.dates import PartialDate
from elci.domain.law.words import LegalAct
from elci.domain.visiting.stages import refusal_of_dates, refusal_of_stage
from elci.domain.visiting.words import CostBearer, Direction, Rank, Stage, VisitPurpose
from elci.foundation.grades import Grade
from elci.organisations.models import Organisation
from elci.visits.actions.refusals import VisitRefusedError, refuse_empty, told_refusal
from elci.visits.actions.writing import changed, columns_of, held, printed, tell, withdraw
from elci.visits.models import Visit, VisitPartner

JOURNEYS = frozenset({LegalAct.SEND_DELEGATION, LegalAct.HOST_FOREIGN_LOCAL})
"""What a consent case of a visit may have been opened for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFacts:
    """Who visits whom, why and when."""

    direction: Direction
    title: str
    purpose: VisitPurpose
    starts: PartialDate
    ends: PartialDate | None = None
    places: tuple[str, ...] = ()
    grade: Grade = Grade.PRIVATE
    stated_people: int | None = None
    stated_rank: Rank | str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """Who invited whom, with which letter."""

    invited_by: str
    invited_on: PartialDate | None = None
    invitation_number: str = ""
    invitation: Document | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PurposeTest:
    """What has to be said before anybody travels."""

    aim: str
    why_travel: str
    cost_bearer: CostBearer


@transaction.atomic
def plan_visit(
    workspace: Workspace,
    facts: VisitFacts,
    *,
    partners: Sequence[Organisation],
    user: User | None,
    is_sample: bool = False,
) -> Visit:
    """Enter a visit as planned; one that was held long ago is planned and held in two steps.

    Raises ``VisitRefusedError`` without a partner or a title, and where it ends before it starts.
    """
    _refuse(facts)
    if not partners:
        raise VisitRefusedError(_("Choose first with whom the visit is held."))
    visit = Visit.objects.create(
        workspace=workspace, made_by=user, is_sample=is_sample, **columns_of(facts)
    )
    _set_partners(visit, partners)
    tell(visit, user, "planned", after={"title": visit.title, "starts": str(visit.starts)})
    return visit


@transaction.atomic
def change_visit(
    visit: Visit, facts: VisitFacts, *, partners: Sequence[Organisation], user: User | None,
    reason: str = "",
) -> None:  # fmt: skip
    """Change what a visit says; the history keeps what it said before.

    Raises ``VisitRefusedError`` as ``plan_visit``, and for one that was held and would begin later
    than the day on which that was recorded.
    """
    current = held(visit)
    _refuse(facts)
    if not partners:
        raise VisitRefusedError(_("Choose first with whom the visit is held."))
    before, after = changed(current, columns_of(facts))
    old, new = _set_partners(current, partners)
    if old != new:
        before, after = {**before, "partners": old}, {**after, "partners": new}
    if after:
        tell(current, user, "changed", before=before, after=after, reason=reason.strip())


@transaction.atomic
def hold_visit(visit: Visit, *, today: date, user: User | None) -> None:
    """Record that a visit was held.

    Raises ``VisitRefusedError`` before its first day, and where it is not planned any more.
    """
    _move(visit, Stage.HELD, today=today, user=user, reason="")


@transaction.atomic
def cancel_visit(visit: Visit, *, reason: str, today: date, user: User | None) -> None:
    """Record that a visit does not take place, and why."""
    reason = refuse_empty(reason, "reason", _("Say in a few words why it does not take place."))
    _move(visit, Stage.CANCELLED, today=today, user=user, reason=reason)


@transaction.atomic
def replan_visit(visit: Visit, *, reason: str, today: date, user: User | None) -> None:
    """Take back that a visit was held or cancelled; it is planned again."""
    reason = refuse_empty(reason, "reason", _("Say in a few words why this is taken back."))
    _move(visit, Stage.PLANNED, today=today, user=user, reason=reason)


@transaction.atomic
def withdraw_visit(visit: Visit, *, reason: str, user: User | None) -> None:
    """Take a visit that was entered by mistake out of the lists; it stays, with the reason."""
    current = held(visit)
    withdraw(current, reason=reason, user=user)
    tell(current, user, "withdrawn", before={"title": current.title}, reason=reason.strip())


@transaction.atomic
def record_invitation(visit: Visit, facts: Invitation, *, today: date, user: User | None) -> None:
    """Record who invited whom; a later entry takes the place of an earlier one.

    Raises ``VisitRefusedError`` where nobody invites, or on a day that has not come yet.
    """
    refuse_empty(facts.invited_by, "invited_by", _("Name who invited: an office or a body."))
    if facts.invited_on is not None and not facts.invited_on.possibly_by(today):
        raise VisitRefusedError(
            _("The invitation is dated to a day that has not come yet. Correct the date."),
            field="invited_on",
        )
    _enter(visit, "visit invitation", facts, user)


@transaction.atomic
def record_purpose(visit: Visit, facts: PurposeTest, *, today: date, user: User | None) -> None:
    """Record what the journey is to change, and why a letter would not do."""
    refuse_empty(facts.aim, "aim", _("Say what is to be different after the visit."))
    refuse_empty(facts.why_travel, "why_travel", _("Say why a letter or a call would not do."))
    current = _enter(visit, "visit purpose", facts, user)
    current.tested_on, current.tested_by = today, user
    current.save(update_fields=["tested_on", "tested_by"])


@transaction.atomic
def record_protocol(visit: Visit, *, flags: str, protocol: str, user: User | None) -> None:
    """Record which flags stand where, and what else protocol asks for."""
    current = held(visit)
    before, after = changed(current, {"flags": flags.strip(), "protocol": protocol.strip()})
    if after:
        tell(current, user, "changed", kind="visit protocol", before=before, after=after)


@transaction.atomic
def tie_to_case(visit: Visit, case: Case | None, *, user: User | None) -> None:
    """Name the consent case of a visit, or none.

    Raises ``VisitRefusedError`` for a case that is not about sending or hosting a delegation.
    """
    current = held(visit)
    if case is not None and case.workspace_id != current.workspace_id:
        raise ValueError("the case is of another workspace")
    if case is not None and case.act not in JOURNEYS:
        raise VisitRefusedError(
            _("This case is not about sending or hosting a delegation. Choose another one."),
            field="case",
        )
    before, after = changed(current, {"case": case})
    if after:
        tell(current, user, "changed", kind="visit case", before=before, after=after)


def _refuse(facts: VisitFacts) -> None:
    refuse_empty(facts.title, "title", _("Give the visit a title by which others find it."))
    refusal = refusal_of_dates(facts.starts, facts.ends)
    if refusal is not None:
        raise told_refusal(refusal)


def _enter(visit: Visit, kind: str, facts: object, user: User | None) -> Visit:
    current = held(visit)
    before, after = changed(current, columns_of(facts))
    if after:
        tell(current, user, "recorded", kind=kind, before=before, after=after)
    return current


def _move(visit: Visit, wanted: Stage, *, today: date, user: User | None, reason: str) -> None:
    current = held(visit)
    refusal = refusal_of_stage(Stage(current.stage), wanted, starts=current.starts, today=today)
    if refusal is not None:
        raise told_refusal(refusal)
    before = printed(current, ("stage", "stage_reason"))
    current.stage = wanted.value
    current.stage_reason = reason if wanted is Stage.CANCELLED else ""
    current.save(update_fields=["stage", "stage_reason"])
    after = printed(current, ("stage", "stage_reason"))
    tell(current, user, "moved", before=before, after=after, reason=reason)


def _set_partners(visit: Visit, partners: Sequence[Organisation]) -> tuple[list[str], list[str]]:
    known = {each.organisation_id: each for each in VisitPartner.objects.filter(visit=visit)}
    standing = [each for each in known.values() if each.is_current]
    before = [str(each.organisation) for each in sorted(standing, key=lambda each: each.order)]
    wanted = {body.pk: place for place, body in enumerate(partners)}
    for body in partners:
        VisitPartner.objects.update_or_create(
            visit=visit, organisation=body,
            defaults={"order": wanted[body.pk], "is_current": True},
        )  # fmt: skip
    gone = VisitPartner.objects.filter(visit=visit).exclude(organisation_id__in=wanted)
    gone.update(is_current=False)
    return before, [str(body) for body in partners]
