"""Pages of promises: the list, one promise, and what became of it."""

from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from elci.desk.choosing import choosing
from elci.desk.forms_promises import PromiseForm
from elci.desk.partners import Party, adopt_party, chosen_parties, token_of
from elci.desk.promise_recording import enter_promise, unit_choices
from elci.desk.visit_row_tasks import PROMISE_TASKS
from elci.desk.visit_task import entered, tried
from elci.desk.visit_work import Work
from elci.desk.visits import shown_promises
from elci.seats import DeskRequest, at_desk, officers_only
from elci.visits.queries.promises import (
    promises_editable_by,
    promises_visible_to,
    told_promise,
    told_promises,
)
from elci.visits.queries.visits import partners_of, visits_editable_by

if TYPE_CHECKING:
    from elci.visits.models import Promise, Visit

_MOST_SHOWN: Final = 500
_OPEN_TASKS: Final = ("kept", "postponed", "broken", "dropped")


@require_safe
@at_desk
def promises(request: DeskRequest) -> HttpResponse:
    """Show what was promised and what became of it; what is overdue comes first."""
    standing = promises_visible_to(request.visit.eyes).filter(withdrawn_at=None)
    told = told_promises(standing, timezone.localdate())
    lines, filters = shown_promises(told, request.GET.get("show", ""))
    context = {
        "lines": lines[:_MOST_SHOWN],
        "left_out": max(0, len(lines) - _MOST_SHOWN),
        "filters": filters,
    }
    return render(request, "desk/promises/list.html", context)


@require_safe
@at_desk
def promise(request: DeskRequest, promise_uuid: UUID) -> HttpResponse:
    """Show a promise with everything that happened to it."""
    found = get_object_or_404(promises_visible_to(request.visit.eyes), uuid=promise_uuid)
    told = told_promise(found, timezone.localdate())
    stands = found.withdrawn_at is None
    names = _OPEN_TASKS if told.is_open else ("reopened",)
    context = {
        "promise": found,
        "told": told,
        "may_write": stands and request.visit.may_write_in(found.workspace_id),
        "tasks": [(name, PROMISE_TASKS[name].button) for name in names],
    }
    return render(request, "desk/promises/promise.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def add_promise(request: DeskRequest) -> HttpResponse:
    """Enter a promise made otherwise than at a visit: find with whom, then say what."""
    own = request.visit.writing
    return _added(request, chosen_parties(request.GET.getlist("partner"), own=own)[:1], None)


@require_http_methods(["GET", "POST"])
@officers_only
def add_promise_of_visit(request: DeskRequest, visit_uuid: UUID) -> HttpResponse:
    """Enter a promise that was made at a visit."""
    found = get_object_or_404(visits_editable_by(request.visit.eyes), uuid=visit_uuid)
    tokens = [token_of(body) for body in partners_of(found)]
    asked = [each for each in request.GET.getlist("partner") if each in tokens] or tokens
    return _added(request, chosen_parties(asked, own=None)[:1], found)


def _added(
    request: DeskRequest, parties: tuple[Party, ...], made_at: "Visit | None"
) -> HttpResponse:
    workspace = request.visit.writing if made_at is None else made_at.workspace
    work = _work(request, visit=made_at)
    sent = request.POST if request.method == "POST" else None
    form = PromiseForm(sent, work=work, units=unit_choices(workspace, work))
    if request.method == "POST" and not parties:
        form.add_error(None, _("Nothing was saved: choose the other party first."))
    elif form.is_valid() and tried(
        form,
        lambda: enter_promise(
            work, form.cleaned_data, workspace=workspace, partner=adopt_party(parties[0].token)
        ),
    ):
        messages.success(request, _("The promise is on record."))
        if made_at is None:
            return redirect("desk:promises")
        return redirect(f"{reverse('desk:visit', args=(made_at.uuid,))}#promises")
    chosen = choosing(request, parties, own=workspace, single=True)
    context = {"record": made_at, "form": form, "workspace": workspace, **chosen}
    return render(request, "desk/promises/add.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def promise_task(request: DeskRequest, promise_uuid: UUID, name: str) -> HttpResponse:
    """Record what became of a promise, or correct it."""
    found = get_object_or_404(promises_editable_by(request.visit.eyes), uuid=promise_uuid)
    task = PROMISE_TASKS.get(name)
    if task is None:
        raise Http404
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = task.blank(_work(request, promise=found, visit=found.visit), *sent)
    back = reverse("desk:promise", args=(found.uuid,))
    if form.is_valid() and entered(task, form):
        messages.success(request, str(task.told))
        return redirect(back)
    context = {"promise": found, "task": task, "form": form, "back": back}
    return render(request, "desk/promises/task.html", context)


def _work(
    request: DeskRequest, *, visit: "Visit | None" = None, promise: "Promise | None" = None
) -> Work:
    return Work(
        user=request.visit.user,
        eyes=request.visit.eyes,
        today=timezone.localdate(),
        visit=visit,
        row=promise,
        promise=promise,
    )
