"""Pages of visits: the list, the month, one visit, and what is recorded in it."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from elci.desk.choosing import choosing
from elci.desk.forms_visits import VisitForm
from elci.desk.partners import adopt_party, chosen_parties
from elci.desk.visit_recording import visit_facts
from elci.desk.visit_row_tasks import ROW_TASKS
from elci.desk.visit_task import Task, entered, tried
from elci.desk.visit_tasks import VISIT_TASKS
from elci.desk.visit_work import Work
from elci.desk.visits import shown_lines, visit_page
from elci.domain.visiting.months import month_page
from elci.seats import DeskRequest, at_desk, officers_only
from elci.visits.actions import plan_visit
from elci.visits.queries.rows import named_rows_editable_by
from elci.visits.queries.visits import visit_lines, visits_editable_by, visits_visible_to

if TYPE_CHECKING:
    from elci.visits.models import Visit

_MOST_SHOWN: Final = 500


@require_safe
@at_desk
def visits(request: DeskRequest) -> HttpResponse:
    """Show the visits of the reader's workspaces, latest first, and what is missing."""
    standing = visits_visible_to(request.visit.eyes).filter(withdrawn_at=None)
    wanted = request.GET.get("show", "")
    lines, filters = shown_lines(visit_lines(standing, timezone.localdate()), wanted)
    context = {
        "lines": lines[:_MOST_SHOWN],
        "left_out": max(0, len(lines) - _MOST_SHOWN),
        "filters": filters,
    }
    return render(request, "desk/visits/list.html", context)


@require_safe
@at_desk
def month(request: DeskRequest) -> HttpResponse:
    """Show the visits of a month as a table of weeks."""
    first = _month(request.GET.get("month", ""))
    standing = visits_visible_to(request.visit.eyes).filter(withdrawn_at=None)
    page = month_page(first.year, first.month, standing, lambda visit: (visit.starts, visit.ends))
    return render(request, "desk/visits/month.html", {"page": page})


def _month(text: str) -> date:
    try:
        found = date.fromisoformat(f"{text}-01")
    except ValueError:
        return timezone.localdate()
    return found if 2 <= found.year < date.max.year else timezone.localdate()


@require_http_methods(["GET", "POST"])
@officers_only
def plan(request: DeskRequest) -> HttpResponse:
    """Find with whom the visit is held, then enter it."""
    own = request.visit.writing
    parties = chosen_parties(request.GET.getlist("partner"), own=own)
    sent = request.POST if request.method == "POST" else None
    form = VisitForm(sent, work=_work(request))
    if request.method == "POST" and not parties:
        form.add_error(None, _("Nothing was saved: choose the other party first."))
    elif form.is_valid():
        kept: list[Visit] = []

        def record() -> None:
            partners = [adopt_party(party.token) for party in parties]
            facts = visit_facts(form.cleaned_data)
            kept.append(plan_visit(own, facts, partners=partners, user=request.visit.user))

        if tried(form, record):
            messages.success(request, _("The visit is planned. Below stands what comes next."))
            return redirect("desk:visit", kept[0].uuid)
    context = {"workspace": own, "form": form, **choosing(request, parties, own=own)}
    return render(request, "desk/visits/plan.html", context)


@require_safe
@at_desk
def visit(request: DeskRequest, visit_uuid: UUID) -> HttpResponse:
    """Show everything that is on record of a visit."""
    found = get_object_or_404(visits_visible_to(request.visit.eyes), uuid=visit_uuid)
    stands = found.withdrawn_at is None
    context = {
        "record": found,
        "page": visit_page(found, request.visit.eyes, timezone.localdate()),
        "may_write": stands and request.visit.may_write_in(found.workspace_id),
    }
    return render(request, "desk/visits/visit.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def visit_task(request: DeskRequest, visit_uuid: UUID, name: str) -> HttpResponse:
    """Record something in a visit."""
    found = get_object_or_404(visits_editable_by(request.visit.eyes), uuid=visit_uuid)
    row = found if name == "describe" else None  # what stands is corrected, with a reason
    return worked(request, _work(request, found, row), _named(VISIT_TASKS, name))


@require_http_methods(["GET", "POST"])
@officers_only
def row_task(
    request: DeskRequest, visit_uuid: UUID, kind: str, row_uuid: UUID, name: str
) -> HttpResponse:
    """Record something of one entry of a visit, or of a person in it."""
    task = _named(ROW_TASKS.get(kind, {}), name)
    found = get_object_or_404(visits_editable_by(request.visit.eyes), uuid=visit_uuid)
    rows = named_rows_editable_by(kind, request.visit.eyes)
    row = get_object_or_404(rows, visit=found, uuid=row_uuid)
    return worked(request, _work(request, found, row), task)


def _named(tasks: Mapping[str, Task], name: str) -> Task:
    found = tasks.get(name)
    if found is None:
        raise Http404
    return found


def worked(request: DeskRequest, work: Work, task: Task) -> HttpResponse:
    """Show the form of a task, or record it and lead back to the visit."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = task.blank(work, *sent)
    back = reverse("desk:visit", args=(work.on_visit.uuid,))
    if form.is_valid() and entered(task, form):
        messages.success(request, str(task.told))
        return redirect(f"{back}#{task.after}" if task.after else back)
    context = {"record": work.on_visit, "row": work.row, "task": task, "form": form, "back": back}
    return render(request, "desk/visits/task.html", context)


def _work(request: DeskRequest, found: "Visit | None" = None, row: Any = None) -> Work:
    return Work(
        user=request.visit.user,
        eyes=request.visit.eyes,
        today=timezone.localdate(),
        visit=found,
        row=row,
    )
