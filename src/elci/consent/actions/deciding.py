"""The way of a file to the authority that decides, and its decision."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from elci.consent.actions.recording import (
    By,
    GivenPaper,
    add,
    file_papers,
    held,
    held_for,
    put_into_hands,
    take_out_of_hands,
)
from elci.consent.actions.refusals import CaseRefusedError
from elci.consent.models import Case, CaseEvent, DecidingOffice
from elci.consent.queries.cases import state_of
from elci.domain.casework.events import Permitted, Refused, Sent
from elci.domain.casework.state import StepState
from elci.domain.law.authorities import BY_OTHERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What an authority decided."""

    on: date
    number: str = ""
    reasons: str = ""
    conditions: tuple[str, ...] = ()
    """To which a permit is bound."""
    papers: tuple[GivenPaper, ...] = ()


@transaction.atomic
def send_to_ministry(
    case: Case,
    key: str,
    *,
    on: date,
    by: By,
    office: DecidingOffice | None = None,
    to: str = "",
    number: str = "",
) -> CaseEvent:
    """Send the file to the authority of a step; an office of this installation sees the case then.

    Without an office, ``to`` says where it went; without that, it went to the step's authority.
    Raises ``CaseRefusedError`` for a step that nobody else decides, or that is decided or waiting.
    """
    case = held(case)
    step = _decided_by_others(case, key, by)
    if step.sent is not None and step.refused is None:
        raise CaseRefusedError(
            _("The file is with this authority already. Wait for its answer, or record it.")
        )
    if office is not None and case.office is not None:
        raise CaseRefusedError(
            _("The file lies with %(office)s for another step. Wait until it has decided.")
            % {"office": case.office}
        )
    whom = to or (_authority_of(step) if office is None else str(office))
    sender = By(user=by.user, today=by.today, office=office)
    event = add(case, Sent(on=on, key=key, to=whom, number=number), sender)
    if office is not None:
        put_into_hands(case, office, key)
    return event


@transaction.atomic
def permit(case: Case, decision: Decision, *, by: By) -> CaseEvent:
    """Give the consent for which the file lies at an office.

    Raises ``CaseRefusedError`` where it does not lie there.
    """
    case = _at_office(case, by)
    said = Permitted(
        on=decision.on,
        key=case.office_step,
        by=str(by.office),
        number=decision.number,
        papers=tuple(each.paper for each in decision.papers),
        conditions=decision.conditions,
    )
    return _decide(case, case.office_step, said, decision, by)


@transaction.atomic
def refuse(case: Case, decision: Decision, *, by: By) -> CaseEvent:
    """Refuse the consent for which the file lies at an office, with reasons.

    Raises ``CaseRefusedError`` where it does not lie there, or without reasons.
    """
    case = _at_office(case, by)
    said = _refused(case.office_step, str(by.office), decision)
    return _decide(case, case.office_step, said, decision, by)


@transaction.atomic
def record_refusal(case: Case, key: str, decision: Decision, *, by: By) -> CaseEvent:
    """Record that an authority outside of this installation refused its consent.

    Raises ``CaseRefusedError`` for a step that nobody else decides or that is decided, or without
    reasons.
    """
    case = held(case)
    authority = _authority_of(_decided_by_others(case, key, by))
    return _decide(case, key, _refused(key, authority, decision), decision, by)


def _refused(key: str, authority: str, decision: Decision) -> Refused:
    if not decision.reasons.strip():
        raise CaseRefusedError(_("A refusal needs its reasons. Write them down."))
    return Refused(
        on=decision.on, key=key, by=authority, reasons=decision.reasons, number=decision.number
    )


def _decide(
    case: Case, key: str, said: Permitted | Refused, decision: Decision, by: By
) -> CaseEvent:
    event = add(case, said, by)
    file_papers(event, key, decision.papers, by)
    take_out_of_hands(case, key)
    return event


def _at_office(case: Case, by: By) -> Case:
    if by.office is None:
        raise ValueError("only an office decides")
    return held_for(case, by)


def _decided_by_others(case: Case, key: str, by: By) -> StepState:
    step = state_of(case, by.today).step(key)
    if step is None or step.step.kind not in BY_OTHERS:
        raise CaseRefusedError(
            _("No authority decides on this step. Choose a step that needs a consent.")
        )
    if step.done is not None:
        raise CaseRefusedError(
            _("This step is on record already. Correct what is recorded if it is wrong.")
        )
    return step


def _authority_of(step: StepState) -> str:
    return "" if step.asked is None else step.asked.authority.tr
