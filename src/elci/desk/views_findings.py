"""The finder's pages: what the register does not show of what the law asked."""

import io
from collections.abc import Callable, Iterator
from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from elci.consent.choices import GapChoice
from elci.consent.queries.compliance import (
    Finding,
    Subject,
    accounts_looked_at,
    examined_in,
    find_gaps,
    gap_counts,
)
from elci.desk.findings import (
    ToldFinding,
    certainty,
    csv_lines,
    laws_used,
    subject_word,
    told_finding,
    told_findings,
    workbook,
)
from elci.desk.portions import READ_AT_ONCE, WHOLE, asked_after, asked_page, portion_of
from elci.desk.sheets import XLSX
from elci.domain.casework.gaps import GapKind
from elci.domain.law.labels import NOT_ADVICE
from elci.foundation.serving import attachment_response
from elci.seats import DeskRequest, at_desk

_SHOWN: Final = 100


@require_safe
@at_desk
def compliance(request: DeskRequest) -> HttpResponse:
    """Show the gaps: of what, by which rule, which paper is missing, how certain it is.

    A large portfolio is read part by part, and counted as a whole only where that is asked for.
    """
    kind, subject = _wanted(request)
    number = accounts_looked_at(request.visit.eyes)
    is_whole = number <= WHOLE and "after" not in request.GET
    counted = is_whole or "count" in request.GET
    found = find_gaps(request.visit.eyes, timezone.localdate()) if counted else []
    part = _page(request, found) if is_whole else _portion(request)
    rows = [told_finding(each) for each in part["found"]]
    context = {
        "today": timezone.localdate(),
        "accounts": number,
        "is_counted": counted,
        **_counts(found, kind),
        **part,
        "rows": [(each, certainty(each.finding)) for each in rows],
        "kind": kind,
        "subject": subject,
        "subjects": [(each.value, subject_word(each)) for each in Subject],
        "laws": laws_used(rows),
        "not_advice": NOT_ADVICE,
        "query": _query(kind, subject),
    }
    return render(request, "desk/compliance.html", context)


def _counts(found: list[Finding], kind: str) -> dict[str, Any]:
    counts = gap_counts(found)
    return {
        "gaps": sum(sum(pair) for key, pair in counts.items() if key is not GapKind.NOT_MODELLED),
        "unmodelled": sum(counts[GapKind.NOT_MODELLED]),
        "kinds": [
            (key.value, str(GapChoice(key.value).label), *pair)
            for key, pair in counts.items()
            if not found or any(pair) or key.value == kind
        ],
    }


def _page(request: DeskRequest, found: list[Finding]) -> dict[str, Any]:
    chosen = list(filter(_chosen(*_wanted(request)), found))
    number = asked_page(request.GET)
    start = (number - 1) * _SHOWN
    return {
        "found": chosen[start : start + _SHOWN],
        "number": len(chosen),
        "newer": f"page={number - 1}" if number > 1 else "",
        "older": f"page={number + 1}" if len(chosen) > start + _SHOWN else "",
    }


def _portion(request: DeskRequest) -> dict[str, Any]:
    after, today = asked_after(request.GET), timezone.localdate()
    examined = examined_in(request.visit.eyes, today, after=after, size=READ_AT_ONCE)
    part = portion_of(examined, _chosen(*_wanted(request)))
    return {
        "found": part.rows,
        "looked_at": part.accounts,
        "first": bool(after),
        "older": "" if part.next_after is None else f"after={part.next_after}",
    }


@require_safe
@at_desk
def compliance_as_csv(request: DeskRequest) -> HttpResponseBase:
    """Hand out the gaps as CSV, line by line as they are found."""
    response = StreamingHttpResponse(
        csv_lines(_of_request(request)), content_type="text/csv; charset=utf-8"
    )
    response.headers["Content-Disposition"] = f'attachment; filename="{_file_name()}.csv"'
    return response


@require_safe
@at_desk
def compliance_as_xlsx(request: DeskRequest) -> HttpResponseBase:
    """Hand out the gaps as a workbook."""
    content = io.BytesIO(workbook(list(_of_request(request))))
    return attachment_response(content, name=f"{_file_name()}.xlsx", media_type=XLSX)


def _of_request(request: DeskRequest) -> Iterator[ToldFinding]:
    is_chosen = _chosen(*_wanted(request))
    rows = told_findings(request.visit.eyes, timezone.localdate())
    return (row for row in rows if is_chosen(row.finding))


def _chosen(kind: str, subject: str) -> Callable[[Finding], bool]:
    return lambda each: kind in {"", each.kind} and subject in {"", each.subject}


def _wanted(request: DeskRequest) -> tuple[str, str]:
    kind, subject = request.GET.get("kind", ""), request.GET.get("subject", "")
    known = {each.value for each in Subject}
    return (kind if kind in GapChoice.values else "", subject if subject in known else "")


def _query(kind: str, subject: str) -> str:
    return urlencode({name: word for name, word in (("kind", kind), ("subject", subject)) if word})


def _file_name() -> str:
    return f"elci-gaps-{timezone.localdate()}"
