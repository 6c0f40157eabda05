"""Taking a list in: hand it over, look at what was understood, enter it all or not, undo it."""

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from elci.desk.forms import ReasonForm
from elci.desk.forms_imports import EnterForm, StartForm
from elci.desk.import_rows import told_rows
from elci.desk.imports import LONG_LIST, Pages, pile_links, reading_lines, refusal_of, told_tables
from elci.domain.places.gazetteer import open_gazetteer
from elci.foundation.grades import Grade
from elci.foundation.templatetags.elci import counted, reader_language
from elci.intake.actions import (
    NotReadyError,
    RowNotEnteredError,
    begin_committing,
    begin_undoing,
    commit_batch,
    discard_batch,
    receive,
    undo_batch,
)
from elci.intake.choices import BatchState
from elci.intake.queries.batches import (
    Pile,
    batches_editable_by,
    batches_visible_to,
    entered_rows,
    kept_rows,
    next_open_row,
    pile_sizes,
    row_sums,
    rows_of,
    rows_on,
)
from elci.intake.queries.work import is_worked_on, rows_done
from elci.intake.tasks import start_reading
from elci.seats import DeskRequest, at_desk, officers_only

if TYPE_CHECKING:
    from elci.intake.models import ImportBatch

_ROWS_SHOWN: Final = 50
_BATCHES_SHOWN: Final = 50
_IN_WORK: Final = frozenset(
    {BatchState.WAITING, BatchState.READING, BatchState.COMMITTING, BatchState.UNDOING}
)


@require_http_methods(["GET", "POST"])
@at_desk
def imports(request: DeskRequest) -> HttpResponse:
    """Show the lists that were handed in, and take another."""
    visit = request.visit
    is_sent = request.method == "POST"
    form = StartForm(request.POST, request.FILES) if is_sent else StartForm()
    if is_sent:
        workspace = visit.writing
        if form.is_valid():
            batch = receive(
                workspace,
                form.content,
                file_name=form.file_name,
                user=visit.user,
                instrument=form.cleaned_data["instrument"],
                stated_on=form.cleaned_data["stated_on"],
            )
            start_reading(batch.uuid)
            return redirect("desk:import", batch.uuid)
    found = batches_visible_to(visit.eyes)
    pages = Pages.of(request.GET, found.count(), shown=_BATCHES_SHOWN)
    shown = list(found[pages.part])
    context = {
        "form": form,
        "batches": shown,
        "sums": row_sums(shown),
        "pages": pages.links,
        "visit": visit,
    }
    return render(request, "desk/imports/list.html", context)


@require_safe
@at_desk
def batch(request: DeskRequest, batch_uuid: UUID) -> HttpResponse:
    """Show how far a list has come, and what can be done with it now."""
    found = get_object_or_404(batches_visible_to(request.visit.eyes), uuid=batch_uuid)
    if found.state in _IN_WORK:
        return render(request, "desk/imports/progress.html", _progress(request, found))
    if found.state == BatchState.REFUSED:
        context = {**_frame(request, found), "refusal": refusal_of(found)}
        return render(request, "desk/imports/refused.html", context)
    if found.state == BatchState.READ:
        return _dry_run(request, found)
    return _result(request, found)


@require_safe
@at_desk
def progress(request: DeskRequest, batch_uuid: UUID) -> HttpResponse:
    """Return how far the work on a list is, as a part of its page; lead on when it is done."""
    found = get_object_or_404(batches_visible_to(request.visit.eyes), uuid=batch_uuid)
    if found.state in _IN_WORK:
        return render(request, "desk/imports/_progress.html", _progress(request, found))
    response = HttpResponse(status=200)
    response.headers["HX-Redirect"] = reverse("desk:import", args=[batch_uuid])
    return response


@require_POST
@officers_only
def again(request: DeskRequest, batch_uuid: UUID) -> HttpResponse:
    """Start the work on a list anew, whose process has ended before its work was done."""
    found = _editable(request, batch_uuid)
    if not start_reading(found.uuid):
        messages.info(request, _("The work goes on, or waits for its turn."))
    return redirect("desk:import", batch_uuid)


@require_POST
@officers_only
def enter(request: DeskRequest, batch_uuid: UUID) -> HttpResponse:
    """Enter the rows that are to be entered: all of them, or none."""
    found = _editable(request, batch_uuid)
    form = EnterForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Nothing was entered: say who may see the relations."))
        return redirect("desk:import", batch_uuid)
    try:
        _enter(request, found, Grade(form.cleaned_data["grade"]))
    except NotReadyError as error:
        messages.error(request, str(error))
    except RowNotEnteredError as error:
        return _dry_run(request, found, refused=error)
    return redirect("desk:import", batch_uuid)


@require_POST
@officers_only
def discard(request: DeskRequest, batch_uuid: UUID) -> HttpResponse:
    """Put a list aside of which nothing was entered."""
    found = _editable(request, batch_uuid)
    try:
        discard_batch(found, user=request.visit.user)
    except NotReadyError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The list is put aside. Nothing of it was entered."))
    return redirect("desk:import", batch_uuid)


@require_http_methods(["GET", "POST"])
@officers_only
def undo(request: DeskRequest, batch_uuid: UUID) -> HttpResponse:
    """Take back everything that a list brought in, with a reason."""
    found = _editable(request, batch_uuid)
    if found.state != BatchState.COMMITTED:
        return redirect("desk:import", batch_uuid)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        _undo(request, found, form.cleaned_data["reason"])
        return redirect("desk:import", batch_uuid)
    context = {**_frame(request, found), "form": form, "number": entered_rows(found).count()}
    return render(request, "desk/imports/undo.html", context)


@require_safe
@at_desk
def reading(request: DeskRequest, batch_uuid: UUID) -> HttpResponseBase:
    """Hand out what was read of a list, and what it was understood to be, as CSV."""
    found = get_object_or_404(batches_visible_to(request.visit.eyes), uuid=batch_uuid)
    if found.state in {BatchState.WAITING, BatchState.READING, BatchState.REFUSED}:
        raise Http404
    response = StreamingHttpResponse(
        reading_lines(rows_of(found).iterator(500)), content_type="text/csv; charset=utf-8"
    )
    response.headers["Content-Disposition"] = f'attachment; filename="elci-{found.uuid}.csv"'
    return response


def _editable(request: DeskRequest, batch_uuid: UUID) -> "ImportBatch":
    return get_object_or_404(batches_editable_by(request.visit.eyes), uuid=batch_uuid)


def _frame(request: DeskRequest, found: "ImportBatch") -> dict[str, Any]:
    """Return what every page of a list says."""
    language = reader_language()
    return {
        "batch": found,
        "may_write": request.visit.may_write_in(found.workspace_id),
        "notes": [note[language] for note in found.notes],
    }


def _progress(request: DeskRequest, found: "ImportBatch") -> dict[str, Any]:
    """Return how far the work is; what waits for its turn is started when there is room."""
    may_write = request.visit.may_write_in(found.workspace_id)
    if may_write and (found.state == BatchState.WAITING or found.started_at is None):
        start_reading(found.uuid)
        found.refresh_from_db()
    return {
        **_frame(request, found),
        "done": rows_done(found),
        "total": _rows_to_do(found),
        "is_waiting": found.started_at is None,
        "is_stuck": found.started_at is not None and not is_worked_on(found),
    }


def _rows_to_do(found: "ImportBatch") -> int:
    if found.state == BatchState.COMMITTING:
        return pile_sizes(found).to_enter
    return entered_rows(found).count() if found.state == BatchState.UNDOING else found.total


def _dry_run(
    request: DeskRequest, found: "ImportBatch", *, refused: RowNotEnteredError | None = None
) -> HttpResponse:
    sizes = pile_sizes(found)
    pile = _pile(request)
    number = sizes.rows if pile is None else sizes.by_pile[pile]
    pages = Pages.of(request.GET, number, shown=_ROWS_SHOWN, pile=pile)
    first_open = next_open_row(found, after=-1)
    context = {
        **_frame(request, found),
        "sizes": sizes,
        "first_open": 0 if first_open is None else first_open.order,
        "open": sizes.by_pile[Pile.OPEN],
        "pile": pile,
        "piles": pile_links(sizes, pile),
        "rows": told_rows(rows_on(found, pile)[pages.part]),
        "pages": pages.links,
        "tables": told_tables(found),
        "form": EnterForm(),
        "refusal": str(refused) if refused is not None else refusal_of(found),
        "refused_row": refused.row.order if refused is not None else found.refused_row,
    }
    status = 200 if refused is None else 409
    return render(request, "desk/imports/dry_run.html", context, status=status)


def _result(request: DeskRequest, found: "ImportBatch") -> HttpResponse:
    """Show what became of a list that is closed."""
    is_undone = found.state == BatchState.UNDONE
    rows = kept_rows(found) if is_undone else entered_rows(found)
    pages = Pages.of(request.GET, rows.count(), shown=_ROWS_SHOWN)
    context = {
        **_frame(request, found),
        "rows": told_rows(rows[pages.part]),
        "number": pages.number_of_all,
        "pages": pages.links,
    }
    return render(request, "desk/imports/result.html", context)


def _enter(request: DeskRequest, found: "ImportBatch", grade: Grade) -> None:
    user, today = request.visit.user, timezone.localdate()
    if pile_sizes(found).to_enter > LONG_LIST:
        start_reading(begin_committing(found, user=user, grade=grade).uuid)
        return
    entered = commit_batch(found, open_gazetteer(), user=user, today=today, grade=grade)
    message = _("%(number)s rows are entered in the register.")
    messages.success(request, message % {"number": counted(entered)})


def _undo(request: DeskRequest, found: "ImportBatch", reason: str) -> None:
    user, today = request.visit.user, timezone.localdate()
    if entered_rows(found).count() > LONG_LIST:
        start_reading(begin_undoing(found, user=user, reason=reason).uuid)
        return
    report = undo_batch(found, user=user, today=today, reason=reason)
    message = _(
        "The import is undone. Relations withdrawn: %(relations)s; acts withdrawn from other "
        "relations: %(acts)s; relations that stay because somebody worked on them since: %(kept)s."
    )
    sums = {"relations": report.relations, "acts": report.acts, "kept": len(report.kept)}
    messages.success(request, message % {name: counted(sums[name]) for name in sums})


def _pile(request: DeskRequest) -> Pile | None:
    try:
        return Pile(request.GET.get("rows", ""))
    except ValueError:
        return None
