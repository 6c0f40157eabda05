from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from elci.accounts.actions import record_change
from elci.accounts.models import User, Workspace
from elci.consent.models import Case
from elci.documents.models import Document
from elci.domain.dates import PartialDate
from elci.domain.vocabularies import (
    Instrument,
    RequestAnswerKind,
    RequestCriterion,
    RequestFinding,
)
from elci.partnering.actions.refusals import PartneringRefusedError
from elci.partnering.models import (
    RequestAnswer,
    RequestCheck,
    RequestDecision,
    TwinningRequest,
)
from elci.places.models import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFacts:
    """Who asks for what, and by which letter."""

    asker: str
    instrument: Instrument
    received_on: date
    place: Place | None = None
    signed_by: str = ""
    purpose: str = ""
    fields: tuple[str, ...] = ()
    letter_on: PartialDate | None = None
    letter_number: str = ""
    letter: Document | None = None
    arrived_by: str = ""
    is_sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFacts:
    """What was found of a criterion, and on what that rests."""

    criterion: RequestCriterion
    finding: RequestFinding
    ground: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFacts:
    """What was decided, on which day, by whom and why."""

    answer: RequestAnswerKind
    decided_on: date
    reason: str
    organ: str = ""
    instrument: Instrument | None = None
    """The lighter instrument that is offered; only with that answer."""


@transaction.atomic
def receive_request(
    workspace: Workspace, facts: RequestFacts, *, today: date, user: User | None
) -> TwinningRequest:
    """Enter a request that came from abroad.

    Raises ``PartneringRefusedError`` where nobody asks, or for a day that has not come yet.
    """
    if not facts.asker.strip():
        raise PartneringRefusedError(
            _("Name the body that asks, as its letter names it."), field="asker"
        )
    _refuse_to_come(facts.received_on, today, "received_on")
    if facts.letter_on is not None and not facts.letter_on.possibly_by(today):
        raise PartneringRefusedError(
            _("The letter is dated to a day that has not come yet. Correct the date."),
            field="letter_on",
        )
    columns: dict[str, Any] = {name: getattr(facts, name) for name in facts.__dataclass_fields__}
    columns |= {"fields": list(facts.fields), "asker": facts.asker.strip()}
    request = TwinningRequest.objects.create(workspace=workspace, recorded_by=user, **columns)
    _tell(request, user, verb="received", after={"asker": request.asker})
    return request


@transaction.atomic
def check_request(
    request: TwinningRequest, facts: CheckFacts, *, today: date, user: User | None
) -> RequestCheck:
    """Record what was found of a criterion; an earlier finding stays readable.

    Raises ``PartneringRefusedError`` without a ground.
    """
    _held(request)
    if not facts.ground.strip():
        raise PartneringRefusedError(
            _("Say on what the finding rests: a record, a letter, a call."), field="ground"
        )
    return RequestCheck.objects.create(
        request=request,
        criterion=facts.criterion,
        finding=facts.finding,
        ground=facts.ground.strip(),
        source=facts.source,
        found_on=today,
        recorded_by=user,
    )


@transaction.atomic
def decide_request(
    request: TwinningRequest, facts: DecisionFacts, *, today: date, user: User | None
) -> RequestDecision:
    """Record what was decided; a later decision takes the place of an earlier one.

    Raises ``PartneringRefusedError`` without a reason, for a day that has not come yet or that lies
    before the request, and where a lighter instrument is offered that is not named.
    """
    current = _held(request)
    _refuse_to_come(facts.decided_on, today, "decided_on")
    _refuse_decision(current, facts)
    decision = RequestDecision.objects.create(
        request=current,
        answer=facts.answer,
        instrument="" if facts.instrument is None else facts.instrument,
        decided_on=facts.decided_on,
        organ=facts.organ,
        reason=facts.reason.strip(),
        recorded_by=user,
    )
    _tell(current, user, verb="decided", after={"answer": facts.answer}, reason=facts.reason)
    return decision


@transaction.atomic
def record_answer(
    request: TwinningRequest, *, sent_on: date, number: str, today: date, user: User | None
) -> RequestAnswer:
    """Record that the answer was sent; it tells of the decision that stands.

    Raises ``PartneringRefusedError`` where nothing was decided, and for a day before the decision.
    """
    current = _held(request)
    _refuse_to_come(sent_on, today, "sent_on")
    decision = RequestDecision.objects.filter(request=current).last()
    if decision is None:
        raise PartneringRefusedError(
            _("Nothing is decided on this request yet. Record the decision first.")
        )
    if sent_on < decision.decided_on:
        raise PartneringRefusedError(
            _("The answer cannot have been sent before the decision. Correct one of the days."),
            field="sent_on",
        )
    answer = RequestAnswer.objects.create(
        request=current, decision=decision, sent_on=sent_on, number=number, recorded_by=user
    )
    _tell(current, user, verb="answered", after={"sent_on": str(sent_on), "number": number})
    return answer


@transaction.atomic
def tie_request_to_case(request: TwinningRequest, case: Case) -> None:
    """Note that a consent case was opened for a request; the latest one stands.

    Raises ``ValueError`` for a case of another workspace.
    """
    if case.workspace_id != request.workspace_id:
        raise ValueError("the case is of another workspace")
    request.case = case
    request.save(update_fields=["case"])


@transaction.atomic
def withdraw_request(request: TwinningRequest, *, reason: str, user: User | None) -> None:
    """Take out a request that was entered by mistake; it stays readable, with the reason."""
    current = _held(request)
    if not reason.strip():
        raise PartneringRefusedError(
            _("Say in a few words why the request is withdrawn."), field="reason"
        )
    current.withdrawn_at = timezone.now()
    current.withdrawn_by = user
    current.withdrawal_reason = reason.strip()
    current.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])
    _tell(current, user, verb="withdrawn", before={"asker": current.asker}, reason=reason)


def _held(request: TwinningRequest) -> TwinningRequest:
    current = TwinningRequest.objects.select_for_update().get(pk=request.pk)
    if current.withdrawn_at is not None:
        raise PartneringRefusedError(
            _("This request was withdrawn. Enter it again if it did come.")
        )
    return current


def _refuse_to_come(day: date, today: date, field: str) -> None:
    if day > today:
        raise PartneringRefusedError(
            _("This day has not come yet. Correct the date, or record it once it has happened."),
            field=field,
        )


def _refuse_decision(request: TwinningRequest, facts: DecisionFacts) -> None:
    if facts.decided_on < request.received_on:
        raise PartneringRefusedError(
            _("It was decided before the request came. Correct one of the days."),
            field="decided_on",
        )
    if not facts.reason.strip():
        raise PartneringRefusedError(
            _("Say in a few words why it was decided so; the reason stays."), field="reason"
        )
    is_lighter = facts.answer is RequestAnswerKind.OTHER_INSTRUMENT
    if is_lighter != (facts.instrument is not None):
        raise PartneringRefusedError(
            _("Name the lighter instrument where one is offered, and only there."),
            field="instrument",
        )


def _tell(request: TwinningRequest, user: User | None, *, verb: str, **facts: Any) -> None:
    record_change(
        workspace=request.workspace,
        user=user,
        verb=verb,
        subject_kind="twinning request",
        subject_uuid=request.uuid,
        **facts,
    )
