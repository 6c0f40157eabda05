"""Steps of the procedure: done, corrected, taken back, and proved by papers."""

from collections.abc import Sequence
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
    take_out_of_hands,
)
from elci.consent.actions.refusals import CaseRefusedError
from elci.consent.actions.register import correct_in_register, withdraw_from_register
from elci.consent.models import Case, CaseEvent
from elci.consent.queries.cases import state_of
from elci.domain.casework.events import EventKind, PaperAdded, StepDone, StepUndone
from elci.domain.casework.procedure import OF_THE_ACT
from elci.domain.casework.state import StepState

_DOING = (EventKind.STEP_DONE, EventKind.PERMITTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts:
    """What a person says of a step that was done."""

    on: date
    number: str = ""
    organ: str = ""
    final_on: date | None = None
    """The day on which a decision became final, where it is known."""
    note: str = ""


@transaction.atomic
def do_step(
    case: Case, key: str, facts: StepFacts, *, by: By, papers: Sequence[GivenPaper] = ()
) -> CaseEvent:
    """Record that a step was done, on whatever day and in whatever order it was.

    Raises ``CaseRefusedError`` for a step that the case does not have or that is done already, for
    the act itself, and for a day that has not come.
    """
    case = held(case)
    step = _step_of(case, key, by, on=facts.on)
    _refuse_the_act(step)
    if step.done is not None:
        raise CaseRefusedError(
            _("This step is on record already. Correct what is recorded if it is wrong.")
        )
    event = add(case, _done(key, facts, papers), by)
    file_papers(event, key, papers, by)
    take_out_of_hands(case, key)
    return event


@transaction.atomic
def correct_step(
    case: Case,
    key: str,
    facts: StepFacts,
    *,
    by: By,
    reason: str,
    papers: Sequence[GivenPaper] = (),
) -> CaseEvent:
    """Put corrected facts of a step beside the wrong ones, which stay readable.

    What the step became in the register is corrected with it. Raises ``CaseRefusedError`` where
    nothing is on record, or without a reason, and ``ActRefusedError`` for facts that the register
    cannot hold.
    """
    case = held(case)
    wrong = _undo(case, key, on=by.today, by=by, reason=reason)
    done = _done(key, facts, papers)
    event = add(case, done, by, corrects=wrong)
    file_papers(event, key, papers, by)
    correct_in_register(case, key, done, by=by, reason=reason)
    return event


@transaction.atomic
def undo_step(case: Case, key: str, *, by: By, reason: str) -> None:
    """Take back a step that never happened; what it became in the register is withdrawn.

    Raises ``CaseRefusedError`` as correcting it would.
    """
    case = held(case)
    _undo(case, key, on=by.today, by=by, reason=reason)
    withdraw_from_register(case, key, by=by, reason=reason)


@transaction.atomic
def add_paper(case: Case, key: str, given: GivenPaper, *, on: date, by: By) -> CaseEvent:
    """Add a paper to the file of a step."""
    case = held(case)
    _step_of(case, key, by)
    event = add(case, PaperAdded(on=on, key=key, paper=given.paper), by)
    file_papers(event, key, [given], by)
    return event


def _done(key: str, facts: StepFacts, papers: Sequence[GivenPaper]) -> StepDone:
    return StepDone(
        on=facts.on,
        key=key,
        number=facts.number,
        organ=facts.organ,
        papers=tuple(given.paper for given in papers),
        final_on=facts.final_on,
        note=facts.note,
    )


def _step_of(case: Case, key: str, by: By, *, on: date | None = None) -> StepState:
    """Return a step that the law asks for in a case, or did on the day on which it was done."""
    step = state_of(case, by.today).step(key) or _asked_once(case, key, on)
    if step is None:
        raise CaseRefusedError(
            _("The law does not ask for this step in this case. Choose one of the steps listed.")
        )
    return step


def _refuse_the_act(step: StepState) -> None:
    if step.step.kind in OF_THE_ACT:
        raise CaseRefusedError(
            _("This step is the act itself. Record that it was signed or carried out.")
        )


def _asked_once(case: Case, key: str, on: date | None) -> StepState | None:
    return None if on is None else state_of(case, on).step(key)


def _undo(case: Case, key: str, *, on: date, by: By, reason: str) -> CaseEvent:
    """Take back what is on record of a step, and return the event that was wrong."""
    step = _step_of(case, key, by)
    _refuse_the_act(step)
    if not reason.strip():
        raise CaseRefusedError(_("Say in a few words why the record of this step is wrong."))
    if step.done is None:
        raise CaseRefusedError(_("Nothing is on record of this step that could be corrected."))
    doing = CaseEvent.objects.filter(case=case, kind__in=_DOING, facts__key=key)
    wrong = doing.latest("number")
    add(case, StepUndone(on=on, key=key, reason=reason), by, corrects=wrong)
    return wrong
