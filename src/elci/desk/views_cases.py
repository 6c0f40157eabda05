"""Pages of consent cases for those who keep them."""

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from elci.consent.actions import By
from elci.consent.choices import CaseStatusChoice
from elci.consent.queries.cases import cases_editable_by, papers_of, state_of
from elci.desk.case_tasks import CASE_TASKS, STEP_TASKS, Task, entered
from elci.desk.cases import (
    ALL,
    LATE,
    case_lines,
    counts_of,
    own_cases,
    told_case,
    wanted_lines,
)
from elci.desk.forms_cases import SignForm, Work
from elci.documents.queries import open_content
from elci.foundation.serving import attachment_response
from elci.seats import DeskRequest, at_desk, officers_only

if TYPE_CHECKING:
    from elci.consent.models import Case, DecidingOffice

_MOST_SHOWN: Final = 500


@require_safe
@at_desk
def cases(request: DeskRequest) -> HttpResponse:
    """Show the cases of the reader's workspaces: late ones first, and who is waited for."""
    today = timezone.localdate()
    lines = case_lines(request.visit.eyes, today)
    wanted = request.GET.get("status", "")
    if wanted not in {"", LATE, ALL, *CaseStatusChoice.values}:
        wanted = ""
    counts = counts_of(lines)
    found = wanted_lines(lines, wanted)
    context = {
        "lines": found[:_MOST_SHOWN],
        "left_out": max(0, len(found) - _MOST_SHOWN),
        "today": today,
        "wanted": wanted,
        "filters": [
            (key, word, counts[key], key == wanted)
            for key, word in _status_words()
            if counts[key] or key in {"", wanted}
        ],
    }
    return render(request, "desk/cases/list.html", context)


def _status_words() -> list[tuple[str, str]]:
    return [
        ("", _("not finished")),
        (LATE, _("overdue")),
        *((str(value), str(label)) for value, label in CaseStatusChoice.choices),
        (ALL, _("all")),
    ]


@require_safe
@at_desk
def case(request: DeskRequest, case_uuid: UUID) -> HttpResponse:
    """Show a case: where it stands, its steps, what is due, what is missing, its history."""
    found = get_object_or_404(own_cases(request.visit.eyes), uuid=case_uuid)
    told = told_case(found, timezone.localdate())
    context = {
        "case": found,
        "told": told,
        "today": timezone.localdate(),
        "may_write": found.is_open and request.visit.may_write_in(found.workspace_id),
        "paper_page": "desk:case_paper",
    }
    return render(request, "desk/cases/case.html", context)


@require_safe
@at_desk
def case_paper(request: DeskRequest, case_uuid: UUID, paper_uuid: UUID) -> HttpResponseBase:
    """Hand out a paper of a case."""
    found = get_object_or_404(own_cases(request.visit.eyes), uuid=case_uuid)
    return handed_out(found, paper_uuid)


@require_http_methods(["GET", "POST"])
@officers_only
def case_task(request: DeskRequest, case_uuid: UUID, name: str) -> HttpResponse:
    """Record something in a case."""
    found = get_object_or_404(cases_editable_by(request.visit.eyes), uuid=case_uuid)
    work = work_on(request, found)
    return worked(request, work, named_task(CASE_TASKS, name), "desk:case")


@require_http_methods(["GET", "POST"])
@officers_only
def step_task(request: DeskRequest, case_uuid: UUID, key: str, name: str) -> HttpResponse:
    """Record something of one step."""
    found = get_object_or_404(cases_editable_by(request.visit.eyes), uuid=case_uuid)
    work = work_on(request, found, key)
    if work.step is None:
        raise Http404
    return worked(request, work, named_task(STEP_TASKS, name), "desk:case")


def named_task(tasks: Any, name: str) -> Task:
    """Return a task by its name in the address."""
    found: Task | None = tasks.get(name)
    if found is None:
        raise Http404
    return found


def worked(request: DeskRequest, work: Work, task: Task, page: str) -> HttpResponse:
    """Show the form of a task, or record it and lead back to the case."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = task.blank(work, *sent)
    back = reverse(page, args=(work.case.uuid,))
    if form.is_valid() and entered(task, form):
        messages.success(request, str(task.told))
        return redirect(back)
    context = {
        "case": work.case,
        "step": work.step,
        "task": task,
        "form": form,
        "back": back,
        "page": page,
        "offer_reason": isinstance(form, SignForm) and form.misses_steps,
        "missing_papers": [
            paper.name for each in work.state.open_steps for paper in each.missing_papers
        ],
    }
    return render(request, "desk/cases/task.html", context)


def handed_out(case: "Case", paper_uuid: UUID) -> HttpResponseBase:
    """Hand out the document of a paper of a case that the reader may see."""
    paper = get_object_or_404(papers_of(case), uuid=paper_uuid)
    try:
        content = open_content(paper.document)
    except FileNotFoundError as error:
        raise Http404 from error
    return attachment_response(
        content, name=paper.document.file_name, media_type=paper.document.media_type
    )


def work_on(
    request: DeskRequest, case: "Case", key: str = "", office: "DecidingOffice | None" = None
) -> Work:
    """Return the work of a person on a case today, perhaps on one step, perhaps for an office."""
    today = timezone.localdate()
    state = state_of(case, today)
    by = By(user=request.visit.user, today=today, office=office)
    return Work(case, state, by, state.step(key))
