"""Deciding on the rows of a list: one by one, all at once, or by saying what its columns are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from elci.desk.forms_imports import RowForm, columns_form, is_membership
from elci.desk.import_rows import ToldPlace, told_place, told_row
from elci.desk.imports import LONG_LIST, told_tables
from elci.desk.partners import country_names, places_named
from elci.desk.records import standing_act_labels
from elci.domain.places.gazetteer import open_gazetteer
from elci.intake.actions import (
    ClosedBatchError,
    RowIncompleteError,
    assign_columns,
    correct_row,
    decide_row,
    enter_sure_rows,
    leave_out_doubtful_rows,
)
from elci.intake.choices import BatchState, Decision
from elci.intake.queries.batches import (
    batches_editable_by,
    batches_visible_to,
    next_open_row,
    open_rows,
    rows_of,
)
from elci.intake.queries.facts import facts_of
from elci.intake.tasks import start_reading
from elci.seats import DeskRequest, at_desk, officers_only

if TYPE_CHECKING:
    from elci.intake.models import ImportedRow

_MOST_CANDIDATES: Final = 10
_SAMPLES: Final = 5


@require_http_methods(["GET", "POST"])
@at_desk
def row(request: DeskRequest, batch_uuid: UUID, order: int) -> HttpResponse:
    """Show a row with what it may mean, and take what a person says of it."""
    found = _row(request, batch_uuid, order)
    may_decide, is_sent = _may_decide(request, found), request.method == "POST"
    if is_sent and not request.visit.may_write_in(found.batch.workspace_id):
        raise PermissionDenied
    if is_sent and not may_decide:
        messages.error(
            request, _("Nothing was changed: this row is not to be decided on any more.")
        )
        return redirect("desk:import_row", batch_uuid, order)
    form = RowForm(request.POST if is_sent else None, facts=facts_of(found))
    if is_sent and (request.POST.get("decision") == "skip" or form.is_valid()):
        answer = _decided(request, found, form)
        if answer is not None:
            return answer
    context = {
        **_candidates(request, found),
        "form": form,
        "told": told_row(found, open_gazetteer()),
        "may_decide": may_decide,
        "countries": country_names() if may_decide else (),
        "on_record": [] if found.matched is None else standing_act_labels(found.matched),
        "left": open_rows(found.batch).count() if may_decide else 0,
    }
    return render(request, "desk/imports/row.html", context)


@require_safe
@at_desk
def suggest_places(request: DeskRequest, batch_uuid: UUID, order: int) -> HttpResponse:
    """Return a part of the page of a row: which places a name may mean."""
    found = _row(request, batch_uuid, order)
    return render(request, "desk/imports/_places.html", _candidates(request, found))


@require_POST
@officers_only
def decide(request: DeskRequest, batch_uuid: UUID) -> HttpResponse:
    """Decide on many rows at once."""
    found = get_object_or_404(batches_editable_by(request.visit.eyes), uuid=batch_uuid)
    try:
        if request.POST.get("what") == "sure":
            number = enter_sure_rows(found)
            told = ngettext(
                "%(number)s more row will be entered.",
                "%(number)s more rows will be entered.",
                number,
            )
        else:
            number = leave_out_doubtful_rows(found)
            told = ngettext(
                "%(number)s doubtful row is left out.",
                "%(number)s doubtful rows are left out.",
                number,
            )
    except ClosedBatchError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, told % {"number": number})
    return redirect("desk:import", batch_uuid)


@require_http_methods(["GET", "POST"])
@officers_only
def columns(request: DeskRequest, batch_uuid: UUID, number: int) -> HttpResponse:
    """Say what the columns of a table hold; the list is then understood anew."""
    found = get_object_or_404(batches_editable_by(request.visit.eyes), uuid=batch_uuid)
    if found.state != BatchState.READ or number >= len(found.tables):
        raise Http404
    form = columns_form(found, number, request.POST or None)
    if form.is_valid():
        is_long = found.total > LONG_LIST
        assign_columns(
            found,
            number,
            form.roles,
            gazetteer=None if is_long else open_gazetteer(),
            instrument=form.cleaned_data["instrument"],
        )
        if is_long:
            start_reading(found.uuid)
        messages.success(request, _understood_anew(is_long=is_long))
        return redirect("desk:import", batch_uuid)
    samples = rows_of(found).filter(table=number, skipped=False)[:_SAMPLES]
    context = {
        "batch": found,
        "table": told_tables(found)[number],
        "form": form,
        "columns": _sampled(form.columns, [sample.cells for sample in samples]),
    }
    return render(request, "desk/imports/columns.html", context)


def _understood_anew(*, is_long: bool) -> str:
    if is_long:
        return _(
            "The list is being understood anew. What you said of the columns is remembered for "
            "lists of the same layout."
        )
    return _(
        "The list was understood anew. What you said of the columns is remembered for lists of "
        "the same layout."
    )


def _row(request: DeskRequest, batch_uuid: UUID, order: int) -> "ImportedRow":
    batch = get_object_or_404(batches_visible_to(request.visit.eyes), uuid=batch_uuid)
    found = get_object_or_404(rows_of(batch), order=order)
    found.batch = batch
    return found


def _may_decide(request: DeskRequest, found: "ImportedRow") -> bool:
    is_open = found.batch.state == BatchState.READ and not found.skipped
    return is_open and request.visit.may_write_in(found.batch.workspace_id)


def _decided(request: DeskRequest, found: "ImportedRow", form: RowForm) -> HttpResponse | None:
    """Keep what a person said and lead to the next row that waits; else the form says why not."""
    try:
        if request.POST.get("decision") == "skip":
            decide_row(found, Decision.SKIP)
        else:
            _entered(found, form.corrections)
    except (ClosedBatchError, RowIncompleteError) as error:
        form.add_error(None, str(error))
        return None
    return _onward(request, found)


@transaction.atomic
def _entered(found: "ImportedRow", corrections: dict[str, Any]) -> None:
    if corrections:
        correct_row(found, **corrections)
    decide_row(found, Decision.ENTER)


def _onward(request: DeskRequest, found: "ImportedRow") -> HttpResponse:
    following = next_open_row(found.batch, found.order)
    words = {"number": found.number}
    if found.decision == Decision.SKIP:
        messages.success(request, _("Row %(number)s is left out.") % words)
    else:
        messages.success(request, _("Row %(number)s will be entered.") % words)
    if following is None:
        return redirect(f"{reverse('desk:import', args=[found.batch.uuid])}#enter")
    return redirect("desk:import_row", found.batch.uuid, following.order)


def _candidates(request: DeskRequest, found: "ImportedRow") -> dict[str, Any]:
    """Return the places that a row may mean: what was searched for, else what was found for it."""
    gazetteer, facts = open_gazetteer(), facts_of(found)
    name, country = request.GET.get("name", "")[:300], request.GET.get("country", "")[:100]
    party = found.reading.get("party") or {}
    keys = [facts.place_id, *(place.id for place in places_named(name, country))]
    if not name.strip():
        keys += [candidate["place"] for candidate in party.get("candidates", ())]
    chosen = request.POST.get("place", facts.place_id or "")
    places = [told_place(key, gazetteer) for key in dict.fromkeys([*keys, chosen or None])]
    return {
        "batch": found.batch,
        "row": found,
        "name": name,
        "country": country,
        "chosen": chosen,
        "places": _known(places)[:_MOST_CANDIDATES],
        "may_be_organisation": is_membership(facts),
    }


def _known(places: Sequence[ToldPlace | None]) -> list[ToldPlace]:
    return [place for place in places if place is not None]


def _sampled(fields: Sequence[Any], rows: Sequence[Sequence[str]]) -> list[tuple[Any, list[str]]]:
    """Return each column's field with what stands in its first rows."""
    return [
        (
            field,
            [cells[index][:80] for cells in rows if index < len(cells) and cells[index].strip()],
        )
        for index, field in enumerate(fields)
    ]
