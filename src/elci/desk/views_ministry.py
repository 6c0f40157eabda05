"""Pages of those who decide: the cases that were sent to an office, and nothing else."""

from typing import Final
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from elci.consent.queries.ministry import (
    cases_decidable_by,
    cases_sent_to_offices_of,
    offices_of,
)
from elci.desk.case_tasks import OFFICE_TASKS
from elci.desk.cases import answered_cases, queue_lines, told_case
from elci.desk.views_cases import handed_out, named_task, work_on, worked
from elci.seats import DeskRequest, at_desk, officers_only

_ANSWERED_SHOWN: Final = 50


@require_safe
@at_desk
def ministry(request: DeskRequest) -> HttpResponse:
    """Show what lies at the reader's offices: since when, what is missing, what was asked."""
    eyes = request.visit.eyes
    offices = list(offices_of(eyes))
    if not offices:
        raise PermissionDenied
    today = timezone.localdate()
    context = {
        "offices": offices,
        "lines": queue_lines(eyes, today),
        "answered": answered_cases(eyes, _ANSWERED_SHOWN),
        "today": today,
    }
    return render(request, "desk/ministry/queue.html", context)


@require_safe
@at_desk
def ministry_case(request: DeskRequest, case_uuid: UUID) -> HttpResponse:
    """Show the file of a case to an office to which it was sent."""
    eyes, today = request.visit.eyes, timezone.localdate()
    found = get_object_or_404(cases_sent_to_offices_of(eyes), uuid=case_uuid)
    told = told_case(found, today)
    context = {
        "case": found,
        "told": told,
        "step": told.state.step(found.office_step),
        "today": today,
        "may_decide": cases_decidable_by(eyes).filter(pk=found.pk).exists(),
        "paper_page": "desk:ministry_paper",
    }
    return render(request, "desk/ministry/case.html", context)


@require_safe
@at_desk
def ministry_paper(request: DeskRequest, case_uuid: UUID, paper_uuid: UUID) -> HttpResponseBase:
    """Hand out a paper of the file."""
    found = get_object_or_404(cases_sent_to_offices_of(request.visit.eyes), uuid=case_uuid)
    return handed_out(found, paper_uuid)


@require_http_methods(["GET", "POST"])
@officers_only
def ministry_task(request: DeskRequest, case_uuid: UUID, name: str) -> HttpResponse:
    """Ask for something, or decide."""
    found = get_object_or_404(cases_decidable_by(request.visit.eyes), uuid=case_uuid)
    work = work_on(request, found, found.office_step, found.office)
    return worked(request, work, named_task(OFFICE_TASKS, name), "desk:ministry_case")
