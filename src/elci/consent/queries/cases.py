"""Cases through given eyes, and how they stand."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from elci.consent.models import Case, CaseEvent, CasePaper
from elci.consent.queries.packs import named
from elci.documents.models import Document
from elci.domain.casework.clocks import calendar_of
from elci.domain.casework.events import Event
from elci.domain.casework.replaying import replay
from elci.domain.casework.state import CaseState
from elci.domain.casework.writing import read
from elci.foundation.eyes import Eyes


def cases_visible_to(eyes: Eyes) -> QuerySet[Case]:
    """Return the cases of the reader's workspaces and those sent to an office of theirs.

    Latest first. Of a case that was sent, its file is seen, and nothing else of its workspace.
    """
    sent = CaseEvent.objects.filter(case=OuterRef("pk"), office__workspace_id__in=eyes.reads)
    return _with_names(
        Case.objects.filter(Q(workspace_id__in=eyes.reads) | Exists(sent.order_by()))
    )


def cases_editable_by(eyes: Eyes) -> QuerySet[Case]:
    """Return the open cases of workspaces in which the reader may record."""
    return _with_names(Case.objects.filter(workspace_id__in=eyes.writes, is_open=True))


def _with_names(cases: QuerySet[Case]) -> QuerySet[Case]:
    return cases.select_related(
        "workspace", "partner__place", "account", "office__workspace", "made_by"
    )


def events_of(case: Case) -> QuerySet[CaseEvent]:
    """Return everything that was recorded in a case, in order, with who recorded it."""
    return CaseEvent.objects.filter(case=case).select_related(
        "recorded_by", "office__workspace", "corrects"
    )


def papers_of(case: Case) -> QuerySet[CasePaper]:
    """Return the papers in the file of a case, in the order in which they came."""
    return CasePaper.objects.filter(case=case).select_related("document", "event")


def case_document(case_uuid: UUID, paper_uuid: UUID, eyes: Eyes) -> Document:
    """Return the document of a paper to whoever may see the case.

    Raises ``CasePaper.DoesNotExist`` for anybody else.
    """
    visible = cases_visible_to(eyes).filter(uuid=case_uuid).order_by()
    papers = CasePaper.objects.select_related("document").filter(case__in=visible)
    return papers.get(uuid=paper_uuid).document


def domain_event(event: CaseEvent) -> Event:
    """Return the value that the domain reckons with."""
    return read(event.kind, event.on, event.facts)


def state_of(case: Case, today: date, *, besides: Iterable[Event] = ()) -> CaseState:
    """Return how a case stands on a day, or would stand if more had happened."""
    events = [domain_event(event) for event in case.events.all()]
    return _replayed(case, [*events, *besides], today)


def states_of(cases: QuerySet[Case], today: date) -> list[tuple[Case, CaseState]]:
    """Return cases with how they stand, in one query more for any number of them."""
    events = Prefetch("events", CaseEvent.objects.order_by("number"))
    return [(case, state_of(case, today)) for case in cases.prefetch_related(events)]


def _replayed(case: Case, events: Iterable[Event], today: date) -> CaseState:
    pack = named(case.pack).pack
    return replay(events, pack, today=today, calendar=calendar_of(pack.jurisdiction))
