"""Public pages of the law: ask it, see all of it at once, compare it, read it."""

from collections.abc import Iterator
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from elci.domain.law.answers import Question
from elci.domain.law.deciding import decide
from elci.domain.law.labels import NOT_ADVICE
from elci.domain.law.straddling import on_own_days
from elci.domain.law.words import FlagKind
from elci.portal import export, law, law_pages
from elci.portal.asked_law import Asked, read_asked
from elci.portal.forms_law import AbroadForm, CircumstancesForm, TableForm, day_of_year

_BAD_REQUEST: Final = 400
_REMARKS: Final = frozenset({FlagKind.ADVICE, FlagKind.HINT})


@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """Answer a question to the law, in words, steps and grounds."""
    if not law.shelves():
        return _nothing_there(request)
    asked = read_asked(request.GET.dict(), today=timezone.localdate())
    context = {"form": asked.form, "notice": law.spoken(NOT_ADVICE)}
    if asked.question is None or asked.shelf is None:
        return render(request, "portal/law/ask.html", context, status=_BAD_REQUEST)
    if not request.GET:
        context["examples"] = law_pages.examples(asked.question.on)
    else:
        context |= _answered(asked, asked.shelf, asked.question)
    return render(request, "portal/law/ask.html", context)


@require_safe
def table(request: HttpRequest) -> HttpResponse:
    """Show what the law says to every body about every act, on one day."""
    if not law.shelves():
        return _nothing_there(request)
    form = _table_form(request)
    context: dict[str, Any] = {"form": form, "notice": law.spoken(NOT_ADVICE)}
    if not form.is_valid():
        return render(request, "portal/law/table.html", context, status=_BAD_REQUEST)
    context |= law_pages.table_page(form.cleaned_data)
    context["slider"] = law_pages.year_slider(
        context["shelf"].pack,
        context["day"],
        action=reverse("law:table", current_app=_namespace(request)),
        kept=context["kept"],
        today=timezone.localdate(),
    )
    return render(request, "portal/law/table.html", context)


def _namespace(request: HttpRequest) -> str | None:
    return None if request.resolver_match is None else request.resolver_match.namespace


@require_safe
def table_as_csv(request: HttpRequest) -> HttpResponseBase:
    """Hand out the table."""
    form = _table_form(request)
    if not law.shelves() or not form.is_valid():
        return table(request)
    lines: Iterator[str] = export.law_lines(law_pages.table_page(form.cleaned_data)["rows"])
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="elci-law.csv"'
    return response


@require_safe
def abroad(request: HttpRequest) -> HttpResponse:
    """Show the jurisdictions side by side, with one act asked of all of them."""
    if not law.shelves():
        return _nothing_there(request)
    form = AbroadForm(request.GET.dict(), today=timezone.localdate(), prefix_id="abroad")
    context: dict[str, Any] = {"form": form, "notice": law.spoken(NOT_ADVICE)}
    if not form.is_valid():
        return render(request, "portal/law/abroad.html", context, status=_BAD_REQUEST)
    context |= law_pages.abroad_page(form.cleaned_data)
    return render(request, "portal/law/abroad.html", context)


@require_safe
def pack(request: HttpRequest, key: str) -> HttpResponse:
    """Show a pack so that it can be read and checked: rules, steps, authorities, doubts."""
    return render(request, "portal/law/pack.html", law_pages.pack_page(_shelf(key)))


@require_safe
def wordings(request: HttpRequest, key: str) -> HttpResponse:
    """Show each provision of a pack in every wording, with what a change took out and put in."""
    return render(request, "portal/law/wordings.html", law_pages.wordings_page(_shelf(key)))


def _shelf(key: str) -> law.Shelf:
    if key not in law.shelves():
        raise Http404
    return law.shelves()[key]


def _table_form(request: HttpRequest) -> TableForm:
    said = request.GET.dict()
    said[law.DATE] = day_of_year(said.get(law.DATE, "").strip())
    return TableForm(said, today=timezone.localdate(), prefix_id="table")


def _answered(asked: Asked, shelf: law.Shelf, question: Question) -> dict[str, Any]:
    pack = shelf.pack
    answer = decide(pack, question)
    straddle = on_own_days(pack, question, asked.days or {})
    query = asked.query
    facets = [*(each.facet for each in answer.depends_on), *question.context]
    asks = [each.key for each in pack.context if each.key in facets]
    asks = [key for key in asks if key not in shelf.context]
    stated = {key for key in question.context if key not in shelf.context}
    return {
        "answer": answer,
        "shelf": shelf,
        "straddle": straddle,
        "said": law_pages.said_question(question),
        "warnings": [each for each in answer.flags if each.kind is FlagKind.WARNING],
        "remarks": [each for each in answer.flags if each.kind in _REMARKS],
        "to_verify": [each for each in answer.flags if each.kind is FlagKind.VERIFY],
        "has_days": bool(asked.days),
        "numbers": {each.step.key: place for place, each in enumerate(straddle.steps, 1)},
        "circumstances": CircumstancesForm(pack, asks, question.context) if asks else None,
        "kept_for_circumstances": [
            *((name, value) for name, value in query.items() if name not in stated),
            *asked.days_query.items(),
        ],
        "kept_for_question": [(key, question.context[key]) for key in sorted(stated)],
        "kept_for_days": list(query.items()),
        "query": law.address_part(query),
        "open_case_url": _open_case_url(query),
    }


def _open_case_url(query: dict[str, str]) -> str:
    try:
        return reverse("desk:open_case") + law.address_part(query)
    except NoReverseMatch:
        return ""


def _nothing_there(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/law/none.html")
