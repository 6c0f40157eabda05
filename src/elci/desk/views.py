"""The desk's lists: relations, saved views, changes, withdrawn relations; and its documents."""

from dataclasses import replace
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from elci.accounts.queries import recent_changes
from elci.agreements.actions import forget_view, save_view
from elci.agreements.queries.register import register_page, years_on_record
from elci.agreements.queries.relations import withdrawn_accounts
from elci.agreements.queries.views import saved_views_of
from elci.agreements.templatetags import listing
from elci.agreements.templatetags.facets import decades_of, filter_groups
from elci.desk.cases import told_reminders
from elci.desk.forms import AsOfForm, SaveViewForm
from elci.desk.records import changes_with_relations, partner_names
from elci.documents.queries import documents_readable_by, open_content
from elci.domain.register import FilterReading, Part, RegisterFilter, read_filter
from elci.foundation.serving import attachment_response
from elci.foundation.templatetags.elci import reader_language
from elci.seats import DeskRequest, at_desk

_CHANGES_SHOWN: Final = 50
_MOST_WITHDRAWN: Final = 200
_LONGEST_QUERY: Final = 500
_DUE_SHOWN: Final = 5


@require_safe
@at_desk
def relations(request: DeskRequest) -> HttpResponse:
    """Show the relations that the reader's workspace keeps, on any day."""
    return _listed(request, SaveViewForm())


@require_POST
@at_desk
def keep_view(request: DeskRequest) -> HttpResponse:
    """Keep the filter on the screen under a name."""
    form = SaveViewForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("The view was not saved: give it a name of at most 100 letters."))
        return redirect("desk:relations")
    query = _canonical(form.cleaned_data["query"])
    if len(query) > _LONGEST_QUERY:
        messages.error(request, _("The view was not saved: search for a shorter text."))
        return redirect("desk:relations")
    name = form.cleaned_data["name"]
    save_view(user=request.visit.user, workspace=request.visit.workspace, name=name, query=query)
    messages.success(request, _("The view “%(name)s” is saved.") % {"name": name})
    return redirect(f"{reverse('desk:relations')}?{query}")


@require_POST
@at_desk
def drop_view(request: DeskRequest, view_uuid: UUID) -> HttpResponse:
    """Forget a saved view; nothing of the register goes with it."""
    view = get_object_or_404(saved_views_of(request.visit.eyes), uuid=view_uuid)
    forget_view(view)
    messages.success(request, _("The view “%(name)s” is forgotten.") % {"name": view.name})
    return redirect("desk:relations")


@require_safe
@at_desk
def changes(request: DeskRequest) -> HttpResponse:
    """Show what was changed in the reader's workspaces, newest first."""
    number = _page_number(request)
    start = (number - 1) * _CHANGES_SHOWN
    found = list(recent_changes(request.visit.eyes)[start : start + _CHANGES_SHOWN + 1])
    context = {
        "lines": changes_with_relations(found[:_CHANGES_SHOWN], request.visit.eyes),
        "newer": number - 1,
        "older": number + 1 if len(found) > _CHANGES_SHOWN else 0,
    }
    return render(request, "desk/changes.html", context)


@require_safe
@at_desk
def withdrawn(request: DeskRequest) -> HttpResponse:
    """Show the relations that were taken out of the register, with the reason."""
    found = withdrawn_accounts(request.visit.eyes)[:_MOST_WITHDRAWN]
    rows = [(account, partner_names(account)) for account in found]
    return render(request, "desk/withdrawn.html", {"rows": rows, "most": _MOST_WITHDRAWN})


@require_safe
@at_desk
def document(request: DeskRequest, document_uuid: UUID) -> HttpResponseBase:
    """Hand out a document of the reader's workspaces."""
    found = get_object_or_404(documents_readable_by(request.visit.eyes), uuid=document_uuid)
    try:
        content = open_content(found)
    except FileNotFoundError as error:
        raise Http404 from error
    return attachment_response(content, name=found.file_name, media_type=found.media_type)


def _listed(request: DeskRequest, form: SaveViewForm) -> HttpResponse:
    visit, today = request.visit, timezone.localdate()
    reading = _asked(request)
    wanted = reading.filter
    own = replace(wanted, host=visit.workspace.key)
    page = register_page(own, visit.eyes, today=today, language=reader_language())
    years = years_on_record(visit.eyes)
    context = {
        "wanted": wanted,
        "not_understood": reading.not_understood,
        "search_text": wanted.text,
        "day": wanted.as_of or today,
        "page": page,
        "columns": (*listing.columns(wanted), listing.Column(_("Visible to"))),
        "filters": filter_groups(wanted, page.choices, decades_of(years)),
        "pages": listing.page_links(wanted, page),
        "as_of_form": _as_of_form(wanted),
        "carried": wanted.with_part(as_of=None).as_query().items(),
        "views": list(saved_views_of(visit.eyes).filter(workspace=visit.workspace)),
        "save_form": form,
        "query": urlencode(wanted.with_part().as_query()),
        **_due(request, today),
    }
    return render(request, "desk/relations.html", context)


def _due(request: DeskRequest, today: date) -> dict[str, Any]:
    """Return what is due in the reader's cases, the first few of it, and how much there is."""
    found = told_reminders(request.visit.eyes, today)
    return {"due": found[:_DUE_SHOWN], "due_in_all": len(found)}


def _asked(request: DeskRequest) -> FilterReading:
    """Read the filter; the day may be written as people write it."""
    query = {name: value for name, value in request.GET.dict().items() if isinstance(value, str)}
    form = AsOfForm(query)
    if query.get(Part.AS_OF) and form.is_valid():
        query[Part.AS_OF] = form.cleaned_data["as_of"].isoformat()
    reading = read_filter(query)
    if len(request.visit.workspaces) > 1:
        return reading
    return replace(reading, filter=replace(reading.filter, host=None))


def _as_of_form(wanted: RegisterFilter) -> AsOfForm:
    return AsOfForm(initial={"as_of": wanted.as_of})


def _canonical(query: str) -> str:
    reading = read_filter(QueryDict(query).dict())
    return urlencode(reading.filter.with_part().as_query())


def _page_number(request: DeskRequest) -> int:
    reading = read_filter({Part.PAGE: request.GET.get(Part.PAGE, "")})
    return reading.filter.page
