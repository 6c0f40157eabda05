"""The impact run: hold a new or draft law against the one in force, and see whom it touches."""

import io
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from elci.consent.actions import keep_draft, remove_draft
from elci.consent.choices import NotTouchedChoice
from elci.consent.queries.drafts import comparison_of, drafts_editable_by, drafts_visible_to
from elci.consent.queries.impact import (
    Impact,
    Touched,
    accounts_judged,
    impact_in,
    judged_in,
    keepers_of_law,
)
from elci.consent.queries.packs import pack_key_of
from elci.desk.forms_impact import DraftForm
from elci.desk.impact import Judged, headings, rows_of, told_judged, told_parts
from elci.desk.portions import READ_AT_ONCE, WHOLE, asked_after, asked_page, portion_of
from elci.desk.sheets import XLSX, csv_of, workbook_of
from elci.desk.templatetags.casework import in_words
from elci.domain.casework.impact import Comparison, NotTouched
from elci.domain.law.faults import PackRefusedError
from elci.domain.law.labels import NOT_ADVICE
from elci.domain.law.library import NoSuchPackError
from elci.foundation.serving import attachment_response
from elci.foundation.templatetags.elci import reader_language
from elci.seats import DeskRequest, at_desk, officers_only

if TYPE_CHECKING:
    from elci.consent.models import LawDraft

_SHOWN: Final = 100
_LETTERS: Final = "TR"
"""The country in whose official form letters are written."""
_FORMATS: Final = ("docx", "odt", "pdf")
TOUCHED: Final = ""


@require_http_methods(["GET", "POST"])
@at_desk
def impact(request: DeskRequest) -> HttpResponse:
    """Take in a new or draft law, and show the drafts that were looked into."""
    visit = request.visit
    faults: list[str] = []
    if request.method == "POST":
        workspace = visit.writing
        form = DraftForm(request.POST, request.FILES)
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                draft = keep_draft(workspace, file, form.facts, user=visit.user)
            except PackRefusedError as refusal:
                faults = [fault.told(reader_language()) for fault in refusal.faults]
                form.add_error(
                    "file",
                    _("Nothing was kept of the file; what is wrong in it is listed on this page."),
                )
            else:
                return redirect("desk:impact_of", draft.uuid)
    else:
        form = DraftForm(initial={"against": pack_key_of(visit.workspace)})
    context = {
        "form": form,
        "faults": faults[:_SHOWN],
        "more_faults": max(0, len(faults) - _SHOWN),
        "drafts": list(drafts_visible_to(visit.eyes)[:_SHOWN]),
        "visit": visit,
    }
    return render(request, "desk/impact/list.html", context)


@require_safe
@at_desk
def impact_of(request: DeskRequest, draft_uuid: UUID) -> HttpResponse:
    """Show whom a draft touches, by when and why, and why not the others."""
    draft = _draft(request, draft_uuid)
    frame = {"draft": draft, "may_remove": request.visit.may_write_in(draft.workspace_id)}
    try:
        comparison = _comparison(draft)
    except (PackRefusedError, NoSuchPackError) as refusal:
        context = {**frame, "refusal": _told_refusal(refusal)}
        return render(request, "desk/impact/unreadable.html", context)
    context = {**frame, **_result(request, comparison)}
    return render(request, "desk/impact/result.html", context)


def _result(request: DeskRequest, comparison: Comparison) -> dict[str, Any]:
    eyes, wanted = request.visit.eyes, _wanted(request)
    number = accounts_judged(comparison.new, eyes)
    is_whole = number <= WHOLE and "after" not in request.GET
    is_counted = is_whole or "count" in request.GET
    found = _whole(comparison, request) if is_counted else Impact(rules={})
    part = _page(request, found) if is_whole else _portion(request, comparison)
    return {
        "comparison": comparison,
        "today": comparison.today,
        "accounts": number,
        "has_keepers": bool(keepers_of_law(comparison.new, eyes)),
        "is_counted": is_counted,
        **part,
        **_counts(found),
        "rows": [told_judged(each, comparison) for each in part["found"]],
        "parts": told_parts(comparison.changed_parts()),
        "wanted": wanted,
        "query": f"show={wanted}" if wanted else "",
        "has_letters": comparison.new.jurisdiction == _LETTERS,
        "letter_formats": _FORMATS,
        "not_advice": NOT_ADVICE,
    }


def _whole(comparison: Comparison, request: DeskRequest) -> Impact:
    found = Impact(rules=comparison.changed_rules())
    for each in impact_in(comparison, request.visit.eyes):
        found.add(each)
    return found


def _counts(found: Impact) -> dict[str, Any]:
    cases = sum(each.case_uuid is not None for each in found.touched)
    return {
        "touched": len(found.touched) - cases,
        "touched_cases": cases,
        "untouched": len(found.untouched),
        "first_day": min((each.since for each in found.touched), default=None),
        "reasons": [
            (each.value, str(NotTouchedChoice(each.value).label), found.reasons[each])
            for each in NotTouched
        ],
    }


def _page(request: DeskRequest, found: Impact) -> dict[str, Any]:
    is_chosen = _chosen(_wanted(request))
    chosen: list[Judged] = [each for each in found.touched if is_chosen(each)]
    chosen += [each for each in found.untouched if is_chosen(each)]
    number = asked_page(request.GET)
    start = (number - 1) * _SHOWN
    return {
        "found": chosen[start : start + _SHOWN],
        "newer": f"page={number - 1}" if number > 1 else "",
        "older": f"page={number + 1}" if len(chosen) > start + _SHOWN else "",
    }


def _portion(request: DeskRequest, comparison: Comparison) -> dict[str, Any]:
    after = asked_after(request.GET)
    judged = judged_in(comparison, request.visit.eyes, after=after, size=READ_AT_ONCE)
    part = portion_of(judged, _chosen(_wanted(request)))
    return {
        "found": part.rows,
        "looked_at": part.accounts,
        "first": bool(after),
        "older": "" if part.next_after is None else f"after={part.next_after}",
    }


@require_safe
@at_desk
def impact_as_csv(request: DeskRequest, draft_uuid: UUID) -> HttpResponseBase:
    """Hand out the whole run as CSV, line by line as it goes through the portfolio."""
    draft = _draft(request, draft_uuid)
    response = StreamingHttpResponse(
        csv_of(headings(), _rows(request, draft)), content_type="text/csv; charset=utf-8"
    )
    response.headers["Content-Disposition"] = f'attachment; filename="{_file_name()}.csv"'
    return response


@require_safe
@at_desk
def impact_as_xlsx(request: DeskRequest, draft_uuid: UUID) -> HttpResponseBase:
    """Hand out the whole run as a workbook."""
    draft = _draft(request, draft_uuid)
    content = workbook_of(headings(), _rows(request, draft), _about(draft))
    return attachment_response(io.BytesIO(content), name=f"{_file_name()}.xlsx", media_type=XLSX)


@require_POST
@officers_only
def remove(request: DeskRequest, draft_uuid: UUID) -> HttpResponse:
    """Remove a draft of the reader's workspaces."""
    remove_draft(get_object_or_404(drafts_editable_by(request.visit.eyes), uuid=draft_uuid))
    messages.success(request, _("The draft was removed. Nothing else rested on it."))
    return redirect("desk:impact")


def _rows(request: DeskRequest, draft: "LawDraft") -> Iterator[list[str]]:
    comparison = _comparison(draft)
    for judged in impact_in(comparison, request.visit.eyes):
        yield from rows_of(told_judged(judged, comparison), draft)


def _about(draft: "LawDraft") -> Iterable[list[str]]:
    comparison = _comparison(draft)
    return [
        [_("Draft"), str(draft)],
        [_("File"), draft.file_name],
        [_("SHA-256 of the draft"), draft.sha256],
        [_("Compared with"), in_words(comparison.old.name)],
        [_("Law as known on"), comparison.old.knowledge_date.isoformat()],
        [_("Looked at on"), comparison.today.isoformat()],
        [_("Notice"), in_words(NOT_ADVICE)],
    ]


def _draft(request: DeskRequest, draft_uuid: UUID) -> "LawDraft":
    return get_object_or_404(drafts_visible_to(request.visit.eyes), uuid=draft_uuid)


def _comparison(draft: "LawDraft") -> Comparison:
    return comparison_of(draft, today=timezone.localdate())


def _told_refusal(refusal: PackRefusedError | NoSuchPackError) -> list[str]:
    if isinstance(refusal, PackRefusedError):
        return [fault.told(reader_language()) for fault in refusal.faults[:_SHOWN]]
    return [refusal.text.in_language(reader_language())]


def _wanted(request: DeskRequest) -> str:
    wanted = request.GET.get("show", TOUCHED)
    return wanted if wanted in NotTouchedChoice.values else TOUCHED


def _chosen(wanted: str) -> Callable[[Judged], bool]:
    if wanted == TOUCHED:
        return lambda each: isinstance(each, Touched)
    return lambda each: not isinstance(each, Touched) and each.why == wanted


def _file_name() -> str:
    return f"elci-impact-{timezone.localdate()}"
