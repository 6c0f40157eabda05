"""Pages that find partners: in public with public eyes, at the desk with the reader’s own."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from elci.agreements.choices import FieldChoice
from elci.domain.places.gazetteer import UnknownPlaceError
from elci.domain.vocabularies import BoardKind, CooperationField
from elci.foundation.eyes import PUBLIC, Eyes
from elci.organisations.queries import sole_host
from elci.partnering.choices import BoardKindChoice
from elci.partnering.queries.board import board_entries
from elci.partnering.queries.finding import find_partners, read_asked
from elci.partnering.queries.own import place_key_of
from elci.portal import partners
from elci.portal.boards import told_entries

_BAD_REQUEST: Final = 400
_ON_THE_BOARD: Final = 3


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Find partners for a city, with why, why not, the law of both sides and the other's rank."""
    eyes, keeper = _reader(request)
    today = timezone.localdate()
    usual = "" if keeper is None else place_key_of(keeper) or ""
    asked = read_asked(request.GET, city=usual)
    name = request.GET.get("name", "")[:300]
    context: dict[str, Any] = {
        **partners.form_context(asked),
        "name": name,
        "candidates": partners.cities_named(name),
        "keeper": keeper,
    }
    if name.strip() or not asked.city:
        return render(request, "portal/partners/find.html", context)
    try:
        found = find_partners(asked, eyes, today=today)
    except UnknownPlaceError:
        context["unknown_city"] = asked.city
        return render(request, "portal/partners/find.html", context, status=_BAD_REQUEST)
    context |= partners.found_context(found, request.GET, today=today)
    wanted = {field.value for field in asked.need.fields}
    on_board = board_entries(eyes, today=today) if wanted else []
    context["on_board"] = told_entries(
        [each for each in on_board if wanted & set(each.fields)][:_ON_THE_BOARD], today
    )
    return render(request, "portal/partners/find.html", context)


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """Say how places are ranked, from which sources, and what is not looked at."""
    return render(request, "portal/partners/method.html", partners.method_context())


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """Show needs and offers that are public; those whose day is past stand below."""
    eyes, _keeper = _reader(request)
    today = timezone.localdate()
    kind = _among(request.GET.get("kind", ""), BoardKind)
    field = _among(request.GET.get("field", ""), CooperationField)
    entries = board_entries(eyes, today=today, kind=kind, field=field)
    past = board_entries(eyes, today=today, kind=kind, field=field, past=True)
    context = {
        "entries": told_entries(entries, today),
        "past": told_entries(past, today),
        "kind": kind,
        "field": field,
        "kinds": BoardKindChoice.choices,
        "fields": FieldChoice.choices,
    }
    return render(request, "portal/partners/board.html", context)


def _reader(request: HttpRequest) -> tuple[Eyes, Any]:
    """Return whose eyes read, and whose page it is: at the desk that of who sits there."""
    visit = getattr(request, "visit", None)
    if visit is None:
        return PUBLIC, sole_host()
    return visit.eyes, visit.workspace


def _among(text: str, words: Any) -> str:
    return text if text in {each.value for each in words} else ""
