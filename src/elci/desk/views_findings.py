"""The finder's pages: what the register does not show of what the law asked."""

import io
from typing import Final

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from elci.consent.choices import GapChoice
from elci.consent.queries.compliance import Subject, gap_counts
from elci.desk.findings import (
    ToldFinding,
    certainty,
    csv_lines,
    laws_used,
    subject_word,
    told_findings,
    workbook,
)
from elci.domain.casework.gaps import GapKind
from elci.domain.law.labels import NOT_ADVICE
from elci.foundation.serving import attachment_response
from elci.seats import DeskRequest, at_desk

_SHOWN: Final = 100
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@at_desk
def compliance(request: DeskRequest) -> HttpResponse:
    """Show the gaps: of what, by which rule, which paper is missing, how certain it is."""
    today = timezone.localdate()
    rows = told_findings(request.visit.eyes, today)
    kind, subject = _wanted(request)
    found = _chosen(rows, kind, subject)
    number = _page(request)
    start = (number - 1) * _SHOWN
    counts = gap_counts([each.finding for each in rows])
    context = {
        "today": today,
        "rows": [(each, certainty(each.finding)) for each in found[start : start + _SHOWN]],
        "found": len(found),
        "gaps": sum(sum(pair) for key, pair in counts.items() if key is not GapKind.NOT_MODELLED),
        "unmodelled": sum(counts[GapKind.NOT_MODELLED]),
        "kind": kind,
        "subject": subject,
        "kinds": [
            (key.value, str(GapChoice(key.value).label), *pair)
            for key, pair in counts.items()
            if any(pair) or key.value == kind
        ],
        "subjects": [(each.value, subject_word(each)) for each in Subject],
        "laws": laws_used(rows),
        "not_advice": NOT_ADVICE,
        "newer": number - 1,
        "older": number + 1 if len(found) > start + _SHOWN else 0,
        "query": _query(kind, subject),
    }
    return render(request, "desk/compliance.html", context)


@require_safe
@at_desk
def compliance_as_csv(request: DeskRequest) -> HttpResponseBase:
    """Hand out the gaps as CSV."""
    response = StreamingHttpResponse(
        csv_lines(_of_request(request)), content_type="text/csv; charset=utf-8"
    )
    response.headers["Content-Disposition"] = f'attachment; filename="{_file_name()}.csv"'
    return response


@require_safe
@at_desk
def compliance_as_xlsx(request: DeskRequest) -> HttpResponseBase:
    """Hand out the gaps as a workbook."""
    content = io.BytesIO(workbook(_of_request(request)))
    return attachment_response(content, name=f"{_file_name()}.xlsx", media_type=_XLSX)


def _of_request(request: DeskRequest) -> list[ToldFinding]:
    return _chosen(told_findings(request.visit.eyes, timezone.localdate()), *_wanted(request))


def _chosen(rows: list[ToldFinding], kind: str, subject: str) -> list[ToldFinding]:
    return [
        row
        for row in rows
        if kind in {"", row.finding.kind} and subject in {"", row.finding.subject}
    ]


def _wanted(request: DeskRequest) -> tuple[str, str]:
    kind, subject = request.GET.get("kind", ""), request.GET.get("subject", "")
    known = {each.value for each in Subject}
    return (kind if kind in GapChoice.values else "", subject if subject in known else "")


def _page(request: DeskRequest) -> int:
    text = request.GET.get("page", "")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _query(kind: str, subject: str) -> str:
    parts = [f"kind={kind}"] if kind else []
    parts += [f"subject={subject}"] if subject else []
    return "&".join(parts)


def _file_name() -> str:
    return f"elci-gaps-{timezone.localdate()}"
