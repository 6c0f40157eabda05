"""Adding to a case: the one place where events and papers come into being."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max
from django.utils.translation import gettext as _

from elci.accounts.models import User
from elci.consent.actions.refusals import CaseRefusedError
from elci.consent.models import Case, CaseEvent, CasePaper, DecidingOffice
from elci.documents.actions import hand_over
from elci.documents.models import Document
from elci.domain.casework.events import Event
from elci.domain.casework.writing import written


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenPaper:
    """A document and what it is for."""

    paper: str
    """Its key in the step, or a name."""
    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who records, for which office if for one, and on which day."""

    user: User | None
    today: date
    office: DecidingOffice | None = None


def held(case: Case) -> Case:
    """Hold a case, so that two people cannot record what contradicts the other's entry.

    Raises ``CaseRefusedError`` for one that was closed meanwhile.
    """
    found = (
        Case.objects.select_for_update(of=("self",))
        .select_related("workspace", "account", "partner", "office__workspace")
        .get(pk=case.pk)
    )
    if not found.is_open:
        raise CaseRefusedError(
            _("This case is closed, so nothing more can be recorded in it. Open a new case.")
        )
    return found


def held_for(case: Case, by: By) -> Case:
    """Hold a case; an office must have the file in its hands.

    Raises ``CaseRefusedError`` where it is somewhere else.
    """
    found = held(case)
    if by.office is not None and found.office_id != by.office.pk:
        raise CaseRefusedError(
            _(
                "The file is not with this office any more: it was decided, or sent elsewhere. "
                "Open the case again and see how it stands."
            )
        )
    return found


def add(case: Case, event: Event, by: By, *, corrects: CaseEvent | None = None) -> CaseEvent:
    """Add an event to a case that is held.

    Raises ``CaseRefusedError`` for a day that has not come yet.
    """
    if event.on > by.today:
        raise CaseRefusedError(
            _("This day has not come yet. Correct the date, or record it once it has happened.")
        )
    last = CaseEvent.objects.filter(case=case).aggregate(last=Max("number"))["last"] or 0
    return CaseEvent.objects.create(
        case=case,
        number=last + 1,
        kind=event.kind,
        on=event.on,
        facts=written(event),
        corrects=corrects,
        office=by.office,
        recorded_by=by.user,
    )


def file_papers(event: CaseEvent, step: str, papers: Sequence[GivenPaper], by: By) -> None:
    """Put documents into the file of a case; those of an office are handed over to the case."""
    workspace = event.case.workspace
    for given in papers:
        document = hand_over(given.document, to=workspace, user=by.user)
        CasePaper.objects.create(
            case=event.case, event=event, step=step, paper=given.paper, document=document
        )


def take_out_of_hands(case: Case, key: str) -> None:
    """Let the file of a step that is decided lie with its office no more."""
    if case.office_step == key:
        put_into_hands(case, None, "")


def put_into_hands(case: Case, office: DecidingOffice | None, key: str) -> None:
    """Note where the file lies, and for which step."""
    case.office = office
    case.office_step = key
    case.save(update_fields=["office", "office_step"])
