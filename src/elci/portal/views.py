"""Public pages: everything is read with public eyes, whoever asks."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from elci.agreements.choices import STANDING_DEFINITIONS, StandingChoice
from elci.agreements.queries.drawings import chronicles, ties_to_draw
from elci.agreements.queries.partners import (
    organisations_visible_to,
    places_visible_to,
    relations_of_country,
    relations_of_organisation,
    relations_of_place,
)
from elci.agreements.queries.register import (
    PAGE_SIZE,
    found_in_register,
    in_order,
    periods_matching,
    register_page,
    years_on_record,
)
from elci.agreements.queries.relations import full_accounts
from elci.agreements.queries.sources import public_sources
from elci.agreements.queries.statistics import (
    compared_figures,
    count_statistics,
    first_findings,
)
from elci.agreements.templatetags import listing
from elci.agreements.templatetags.facets import decades_of, filter_groups
from elci.documents.queries import documents_visible_to, open_content
from elci.domain.acts.kinds import Standing
from elci.domain.register import RegisterFilter, read_filter
from elci.foundation.eyes import PUBLIC
from elci.foundation.serving import attachment_response
from elci.foundation.templatetags.elci import reader_language
from elci.organisations.queries import register_hosts, successions_of
from elci.places.queries import country_label, is_country
from elci.portal import drawings, export, glossaries, lists, tables
from elci.portal.records import relation_record
from elci.portal.visits import visits_for_all

_TIMELINE_ROWS: Final = 60
_MOST_RELATIONS: Final = 200
_ASKED_FOR: Final = _MOST_RELATIONS + 1
"""One more than is shown tells whether there are more."""
_MOST_ON_ONE_PAGE: Final = 300
"""Rows of a list that a reader may have on one page, to print or to search in."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the register as a map, as counters and as a list, on any day."""
    wanted, asked = _asked(request)
    today = timezone.localdate()
    size = _MOST_ON_ONE_PAGE if request.GET.get("rows") == "all" else PAGE_SIZE
    page = register_page(wanted, PUBLIC, today=today, language=reader_language(), size=size)
    ties = ties_to_draw(wanted, PUBLIC, today=today, total=page.counts.total, found=page.found)
    years = years_on_record(PUBLIC)
    context = {
        **asked,
        "page": page,
        "day": wanted.day(today),
        "counters": lists.counters(wanted, page, today),
        "columns": listing.columns(wanted),
        "filters": filter_groups(wanted, page.choices, decades_of(years)),
        "pages": listing.page_links(wanted, page),
        "fits_one_page": page.pages > 1 and page.counts.total <= _MOST_ON_ONE_PAGE,
        "slider": lists.slider(wanted, years, action=reverse("portal:home"), today=today),
        "map": drawings.draw_map(ties, label=_map_label(page.counts.total)),
        "legend": _legend(page.counts.by_standing),
        "sources": public_sources(),
        "hosts": list(register_hosts()[:2]),
    }
    return render(request, "portal/home.html", context)


@require_safe
def relations_as_csv(request: HttpRequest) -> HttpResponseBase:
    """Hand out the list that the filter leaves, all pages of it."""
    wanted, _asked_for = _asked(request)
    matching = periods_matching(wanted, PUBLIC, today=timezone.localdate())
    rows = in_order(matching, wanted.order, reader_language()).iterator(chunk_size=1000)
    response = StreamingHttpResponse(export.csv_lines(rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="elci.csv"'
    return response


@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    """Show the relations as rows of acts on one axis of years."""
    wanted, asked = _asked(request)
    today = timezone.localdate()
    found = found_in_register(wanted, PUBLIC, today=today, language=reader_language())
    counts = found.counts
    page = listing.page_of(wanted, counts, size=_TIMELINE_ROWS)
    drawn = chronicles(
        wanted,
        PUBLIC,
        today=today,
        language=reader_language(),
        start=(page.number - 1) * _TIMELINE_ROWS,
        size=_TIMELINE_ROWS,
        found=found,
    )
    label = _("Acts of %(number)s relations by year") % {"number": len(drawn)}
    context = {
        **asked,
        "page": page,
        "day": wanted.day(today),
        "pages": listing.page_links(wanted, page),
        "timeline": drawings.titled_timeline(drawn, label=label, today=today, with_names=True),
        "chronicles": drawn,
        "legend": _legend(counts.by_standing),
        "filters": filter_groups(wanted, counts, ()),
    }
    return render(request, "portal/timeline.html", context)


@require_safe
def relation(request: HttpRequest, account_uuid: UUID) -> HttpResponse:
    """Show what one party's account says of a relation, on any day and as known on any day."""
    account = get_object_or_404(full_accounts(PUBLIC), uuid=account_uuid)
    if account.withdrawn_at is not None:
        return render(request, "portal/withdrawn.html", {"account": account}, status=410)
    record = relation_record(account, request.GET, today=timezone.localdate())
    context = {"account": account, "record": record, "visits": visits_for_all(account)}
    return render(request, "portal/relation.html", context)


@require_safe
def place(request: HttpRequest, key: str) -> HttpResponse:
    """Show a place, the bodies there, and their relations."""
    found = get_object_or_404(places_visible_to(PUBLIC), key=key)
    relations = relations_of_place(
        found,
        PUBLIC,
        today=timezone.localdate(),
        language=reader_language(),
        most=_ASKED_FOR,
    )
    context = {
        "place": found,
        "organisations": organisations_visible_to(PUBLIC)
        .filter(place=found)
        .order_by("sort_tr", "pk"),
        **_listed(relations),
    }
    return render(request, "portal/place.html", context)


@require_safe
def country(request: HttpRequest, code: str) -> HttpResponse:
    """Show the relations with partners in a country."""
    if not is_country(code):
        raise Http404
    relations = relations_of_country(
        code,
        PUBLIC,
        today=timezone.localdate(),
        language=reader_language(),
        most=_ASKED_FOR,
    )
    context = {
        "code": code,
        "name": country_label(code, reader_language()),
        **_listed(relations),
    }
    return render(request, "portal/country.html", context)


@require_safe
def organisation(request: HttpRequest, organisation_uuid: UUID) -> HttpResponse:
    """Show an organisation and the relations in which it is a party."""
    found = get_object_or_404(organisations_visible_to(PUBLIC), uuid=organisation_uuid)
    relations = relations_of_organisation(
        found,
        PUBLIC,
        today=timezone.localdate(),
        language=reader_language(),
        most=_ASKED_FOR,
    )
    context = {
        "organisation": found,
        "successions": successions_of(found),
        **_listed(relations),
    }
    return render(request, "portal/organisation.html", context)


@require_safe
def document(request: HttpRequest, document_uuid: UUID) -> HttpResponseBase:
    """Hand out a document that is public."""
    found = get_object_or_404(documents_visible_to(PUBLIC), uuid=document_uuid)
    try:
        content = open_content(found)
    except FileNotFoundError as error:
        raise Http404 from error
    return attachment_response(content, name=found.file_name, media_type=found.media_type)


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """Show counts as tables, published figures beside them, and what contradicts itself."""
    wanted, asked = _asked(request)
    today = timezone.localdate()
    found = count_statistics(wanted, PUBLIC, today=today)
    context = {
        **asked,
        "day": wanted.day(today),
        "tables": tables.statistics_tables(wanted, found),
        "total": found.total,
        "figures": compared_figures(PUBLIC, today=today),
        "findings": first_findings(PUBLIC),
        "instruments": glossaries.instrument_entries(),
        "standings": glossaries.standing_entries(),
    }
    return render(request, "portal/statistics.html", context)


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """Show the field's words with their definitions and their equivalents."""
    context = {
        "instruments": glossaries.instrument_entries(),
        "standings": glossaries.standing_entries(),
        "answers": glossaries.law_entries(),
        "words": glossaries.field_entries(),
    }
    return render(request, "portal/glossary.html", context)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Say what this is, where the facts are from and how a status is computed."""
    context = {"sources": public_sources(), "definitions": STANDING_DEFINITIONS}
    return render(request, f"portal/about.{reader_language()}.html", context)


def _asked(request: HttpRequest) -> tuple[RegisterFilter, dict[str, Any]]:
    reading = read_filter(request.GET.dict())
    context = {
        "wanted": reading.filter,
        "not_understood": reading.not_understood,
        "search_text": reading.filter.text,
    }
    return reading.filter, context


def _listed(found: Sequence[Any]) -> dict[str, Any]:
    """Return a bounded list, and whether there is more than it shows."""
    return {"relations": found[:_MOST_RELATIONS], "has_more": len(found) > _MOST_RELATIONS}


def _legend(present: Any) -> list[tuple[str, str]]:
    return [(each.value, str(StandingChoice(each).label)) for each in Standing if each in present]


def _map_label(total: int) -> str:
    return _("World map: %(number)s relations as lines from the keeper to each partner") % {
        "number": total
    }
