"""Pages of shortlists: places that a workspace may want to approach."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from elci.desk.carrying_out import carried_out
from elci.desk.forms_partners import NEW, NoteForm, ReasonForm, ShortlistForm
from elci.desk.shortlists import LETTER_FORMATS, LETTER_LANGUAGES, seen_place, shown_entry
from elci.domain.places.gazetteer import UnknownPlaceError, open_gazetteer
from elci.foundation.templatetags.elci import reader_language
from elci.partnering.actions import (
    close_shortlist,
    note_entry,
    open_shortlist,
    put_on_shortlist,
    take_off_shortlist,
)
from elci.partnering.queries.shortlists import (
    entries_editable_by,
    entries_of,
    shortlists_editable_by,
    shortlists_visible_to,
)
from elci.seats import DeskRequest, at_desk, officers_only

if TYPE_CHECKING:
    from django import forms

    from elci.partnering.models import Shortlist


@require_safe
@at_desk
def shortlists(request: DeskRequest) -> HttpResponse:
    """Show the shortlists of the reader's workspaces."""
    found = list(shortlists_visible_to(request.visit.eyes))
    return render(request, "desk/partners/shortlists.html", {"shortlists": found})


@require_safe
@at_desk
def shortlist(request: DeskRequest, shortlist_uuid: UUID) -> HttpResponse:
    """Show the places of a shortlist with the grounds of the day on which each was put there."""
    found = get_object_or_404(shortlists_visible_to(request.visit.eyes), uuid=shortlist_uuid)
    entries = list(entries_of(found).select_related("shortlist__workspace"))
    today = timezone.localdate()
    context = {
        "shortlist": found,
        "standing": [shown_entry(each, today=today) for each in entries if not each.withdrawn_at],
        "taken_off": [shown_entry(each, today=today) for each in entries if each.withdrawn_at],
        "letter_languages": LETTER_LANGUAGES,
        "letter_formats": LETTER_FORMATS,
        "may_change": found.closed_at is None and request.visit.may_write_in(found.workspace_id),
    }
    return render(request, "desk/partners/shortlist.html", context)


@require_http_methods(["GET", "POST"])
@officers_only
def add_to_shortlist(request: DeskRequest) -> HttpResponse:
    """Put a place of a search on a shortlist, with its reasons of today."""
    place_id = request.GET.get("place", "")
    try:
        place = open_gazetteer().place(place_id)
    except UnknownPlaceError as error:
        raise Http404 from error
    open_ones = shortlists_editable_by(request.visit.eyes).filter(workspace=request.visit.writing)
    lists = {str(each.uuid): each for each in open_ones}
    form = ShortlistForm(
        request.POST if request.method == "POST" else None,
        shortlists=[(uuid, each.title) for uuid, each in lists.items()],
        initial={"title": request.GET.get("need", "")[:300]},
    )
    if form.is_valid():
        return _added(request, form, lists, place_id)
    context = {"form": form, "place": place, "name": place.name_in(reader_language())}
    return render(request, "desk/partners/add_to_shortlist.html", context)


def _added(
    request: DeskRequest, form: "forms.Form", lists: "dict[str, Shortlist]", place_id: str
) -> HttpResponse:
    words, user, today = form.cleaned_data, request.visit.user, timezone.localdate()
    try:
        seen = seen_place(request.GET, place_id, request.visit.eyes, today=today)
    except UnknownPlaceError as error:
        raise Http404 from error
    with transaction.atomic():
        chosen = words["shortlist"]
        asked = {name: value for name, value in request.GET.items() if name != "place"}
        into = (
            open_shortlist(request.visit.writing, title=words["title"], asked=asked, user=user)
            if chosen == NEW
            else lists[chosen]
        )
        entry = put_on_shortlist(into, seen, today=today, user=user)
        if words["note"].strip():
            note_entry(entry, text=words["note"], user=user)
    messages.success(request, _("The place is on the shortlist, with the reasons of today."))
    return redirect("desk:shortlist", into.uuid)


@require_http_methods(["GET", "POST"])
@officers_only
def add_note(request: DeskRequest, entry_uuid: UUID) -> HttpResponse:
    """Write a note beside a place."""
    entry = get_object_or_404(entries_editable_by(request.visit.eyes), uuid=entry_uuid)
    form = NoteForm(request.POST if request.method == "POST" else None)
    heading = _("Note on %(place)s") % {"place": _name(entry.place)}

    def act(words: dict[str, Any]) -> None:
        note_entry(entry, text=words["text"], user=request.visit.user)

    return _worked(request, form, act, shortlist=entry.shortlist,
                   heading=heading, action=_("Keep the note"))  # fmt: skip


@require_http_methods(["GET", "POST"])
@officers_only
def take_off(request: DeskRequest, entry_uuid: UUID) -> HttpResponse:
    """Take a place off a shortlist, with the reason."""
    entry = get_object_or_404(entries_editable_by(request.visit.eyes), uuid=entry_uuid)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    heading = _("Take %(place)s off the shortlist") % {"place": _name(entry.place)}

    def act(words: dict[str, Any]) -> None:
        take_off_shortlist(entry, reason=words["reason"], user=request.visit.user)

    return _worked(request, form, act, shortlist=entry.shortlist,
                   heading=heading, action=_("Take the place off"))  # fmt: skip


@require_http_methods(["GET", "POST"])
@officers_only
def close(request: DeskRequest, shortlist_uuid: UUID) -> HttpResponse:
    """Close a shortlist; everything on it stays readable."""
    found = get_object_or_404(shortlists_editable_by(request.visit.eyes), uuid=shortlist_uuid)
    form = ReasonForm(request.POST if request.method == "POST" else None)

    def act(words: dict[str, Any]) -> None:
        close_shortlist(found, reason=words["reason"], user=request.visit.user)

    return _worked(request, form, act, shortlist=found,
                   heading=_("Close the shortlist"), action=_("Close the shortlist"))  # fmt: skip


def _worked(
    request: DeskRequest,
    form: "forms.Form",
    act: Callable[[dict[str, Any]], None],
    *,
    shortlist: "Shortlist",
    heading: str,
    action: str,
) -> HttpResponse:
    """Do what a form asks and lead back to the list; where it is refused, the form says why."""
    if carried_out(form, act):
        return redirect("desk:shortlist", shortlist.uuid)
    context = {"form": form, "heading": heading, "action": action, "shortlist": shortlist}
    return render(request, "desk/partners/shortlist_task.html", context)


def _name(place: Any) -> str:
    return str(getattr(place, f"name_{reader_language()}"))
