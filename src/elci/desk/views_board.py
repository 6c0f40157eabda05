"""Pages on which needs and offers are put on the board, changed and withdrawn."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from elci.desk.carrying_out import carried_out
from elci.desk.forms_partners import BoardForm, ChangeBoardForm, ReasonForm
from elci.domain.vocabularies import BoardKind
from elci.foundation.grades import Grade
from elci.partnering.actions import (
    BoardFacts,
    change_entry,
    publish_entry,
    withdraw_entry,
)
from elci.partnering.queries.board import board_editable_by
from elci.seats import DeskRequest, officers_only

_FIELDS = {"fields": "fields_of_work", "forms": "forms_of_work"}


@require_http_methods(["GET", "POST"])
@officers_only
def add_board_entry(request: DeskRequest) -> HttpResponse:
    """Put a need or an offer on the board."""
    form = BoardForm(
        request.POST if request.method == "POST" else None, initial={"kind": BoardKind.NEED}
    )

    def act(words: dict[str, Any]) -> None:
        publish_entry(
            request.visit.writing,
            _facts(words),
            today=timezone.localdate(),
            user=request.visit.user,
        )

    if carried_out(form, act, fields=_FIELDS):
        messages.success(request, _("The entry is on the board."))
        return redirect("desk-partners:board")
    context = {
        "form": form,
        "heading": _("Put an entry on the board"),
        "action": _("Put the entry on the board"),
    }
    return render(request, "desk/partners/board_task.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def change_board_entry(request: DeskRequest, entry_uuid: UUID) -> HttpResponse:
    """Change what an entry says, or until when."""
    entry = get_object_or_404(board_editable_by(request.visit.eyes), uuid=entry_uuid)
    form = ChangeBoardForm(
        request.POST if request.method == "POST" else None,
        initial={
            **{name: getattr(entry, name) for name in _SAME},
            "fields_of_work": entry.fields,
            "forms_of_work": entry.forms,
            **{f"title_{each}": text for each, text in entry.titles.items()},
            **{f"text_{each}": text for each, text in entry.texts.items()},
        },
    )

    def act(words: dict[str, Any]) -> None:
        change_entry(
            entry,
            _facts(words),
            today=timezone.localdate(),
            user=request.visit.user,
            reason=words["reason"],
        )

    if carried_out(form, act, fields=_FIELDS):
        messages.success(request, _("The entry is changed. The history keeps what it said."))
        return redirect("desk-partners:board")
    context = {
        "form": form,
        "heading": _("Change or extend the entry"),
        "action": _("Save the change"),
    }
    return render(request, "desk/partners/board_task.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def withdraw_board_entry(request: DeskRequest, entry_uuid: UUID) -> HttpResponse:
    """Withdraw an entry, with the reason."""
    entry = get_object_or_404(board_editable_by(request.visit.eyes), uuid=entry_uuid)
    form = ReasonForm(request.POST if request.method == "POST" else None)

    def act(words: dict[str, Any]) -> None:
        withdraw_entry(entry, reason=words["reason"], user=request.visit.user)

    if carried_out(form, act, fields=_FIELDS):
        messages.success(request, _("The entry is withdrawn. It stays readable here."))
        return redirect("desk-partners:board")
    context = {
        "form": form,
        "heading": _("Withdraw the entry"),
        "action": _("Withdraw the entry"),
        "subject": str(entry),
    }
    return render(request, "desk/partners/board_task.html", context)


_SAME = ("kind", "countries", "contact", "source", "expires_on", "grade")


def _facts(words: dict[str, Any]) -> BoardFacts:
    return BoardFacts(
        kind=BoardKind(words["kind"]),
        grade=Grade(words["grade"]),
        fields=tuple(words["fields_of_work"]),
        forms=tuple(words["forms_of_work"]),
        titles={each: words[f"title_{each}"].strip() for each in ("tr", "en")},
        texts={each: words[f"text_{each}"].strip() for each in ("tr", "en")},
        countries=tuple(words["countries"]),
        contact=words["contact"],
        source=words["source"],
        expires_on=words["expires_on"],
    )
