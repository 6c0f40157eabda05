"""What is asked for while a case runs: papers, opinions, time."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from elci.consent.actions.recording import By, GivenPaper, add, file_papers, held, held_for
from elci.consent.actions.refusals import CaseRefusedError
from elci.consent.models import Case, CaseEvent
from elci.consent.queries.cases import state_of
from elci.domain.casework.events import (
    ClockResumed,
    ClockSuspended,
    OpinionAsked,
    OpinionGiven,
    PaperAsked,
    PaperSupplied,
)


@transaction.atomic
def ask_for_paper(
    case: Case,
    paper: str,
    *,
    on: date,
    by: By,
    from_whom: str = "",
    reason: str = "",
    by_when: date | None = None,
) -> CaseEvent:
    """Ask for a paper that is missing; without a name, whoever keeps the case is asked."""
    case = held_for(case, by)
    if not paper.strip():
        raise CaseRefusedError(_("Name the paper that is missing."))
    whom = from_whom or str(case.workspace)
    asked = PaperAsked(on=on, paper=paper, from_whom=whom, reason=reason, by_when=by_when)
    return add(case, asked, by)


@transaction.atomic
def supply_paper(case: Case, given: GivenPaper, *, on: date, by: By, step: str = "") -> CaseEvent:
    """Hand in a paper that was asked for.

    Raises ``CaseRefusedError`` where nobody asked for it: add it to a step instead.
    """
    case = held(case)
    if given.paper not in {each.paper for each in state_of(case, by.today).papers_asked}:
        raise CaseRefusedError(
            _("Nobody asked for this paper, or it is here already. Add it to a step instead.")
        )
    event = add(case, PaperSupplied(on=on, paper=given.paper), by)
    file_papers(event, step, [given], by)
    return event


@transaction.atomic
def ask_opinion(case: Case, body: str, *, on: date, by: By, about: str = "") -> CaseEvent:
    """Ask another body for its opinion, perhaps on a question."""
    case = held_for(case, by)
    if not body.strip():
        raise CaseRefusedError(_("Name the body that is asked for its opinion."))
    return add(case, OpinionAsked(on=on, body=body, about=about), by)


@transaction.atomic
def give_opinion(
    case: Case, body: str, *, on: date, by: By, opinion: str, given: GivenPaper | None = None
) -> CaseEvent:
    """Record the opinion of a body that was asked.

    Raises ``CaseRefusedError`` for a body that was not asked, or has answered.
    """
    case = held_for(case, by)
    if body not in {each.body for each in state_of(case, by.today).opinions_asked}:
        raise CaseRefusedError(
            _("This body was not asked, or its opinion is on record. Ask it first.")
        )
    event = add(case, OpinionGiven(on=on, body=body, opinion=opinion), by)
    file_papers(event, "", [] if given is None else [given], by)
    return event


@transaction.atomic
def suspend_clock(case: Case, *, on: date, by: By, reason: str, key: str = "") -> CaseEvent:
    """Let the clock of a step stand still from a day on; without a key, every clock.

    Raises ``CaseRefusedError`` where it stands still already, or without a reason.
    """
    case = held_for(case, by)
    if not reason.strip():
        raise CaseRefusedError(_("Say in a few words why the period is suspended."))
    if _stands_still(case, key, by):
        raise CaseRefusedError(_("This period is suspended already. Resume it first."))
    return add(case, ClockSuspended(on=on, reason=reason, key=key), by)


@transaction.atomic
def resume_clock(case: Case, *, on: date, by: By, key: str = "") -> CaseEvent:
    """Let a clock that stands still go on; this day counts again.

    Raises ``CaseRefusedError`` for one that does not stand still.
    """
    case = held_for(case, by)
    if not _stands_still(case, key, by):
        raise CaseRefusedError(_("This period is not suspended, so it cannot be resumed."))
    return add(case, ClockResumed(on=on, key=key), by)


def _stands_still(case: Case, key: str, by: By) -> bool:
    state = state_of(case, by.today)
    step = state.step(key)
    pauses = state.pauses if step is None else step.pauses
    return any(pause.until is None for pause in pauses)
