"""Letters to partners abroad as files."""

import io
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from elci.foundation.serving import attachment_response
from elci.partnering.queries.requests import decision_of, requests_visible_to
from elci.partnering.queries.shortlists import entries_visible_to
from elci.reports.approaching import answer_of, interest_of
from elci.reports.document import Document
from elci.reports.papers.abroad import Language, answer_letter, interest_letter
from elci.reports.views import not_ready
from elci.reports.writers import MEDIA_TYPES, FileFormat, write
from elci.reports.writers.pdf import PaperNotSetError
from elci.seats import DeskRequest, at_desk


@require_safe
@at_desk
def interest(
    request: DeskRequest, entry_uuid: UUID, language: str, file_format: str
) -> HttpResponseBase:
    """Hand out the draft of a letter of interest to a place on a shortlist."""
    entry = get_object_or_404(entries_visible_to(request.visit.eyes), uuid=entry_uuid)
    spoken = cast("Language", language)
    facts = interest_of(entry, spoken, today=timezone.localdate())
    made = _file(request, interest_letter(facts, spoken), "letter", FileFormat(file_format))
    return made or redirect("desk:shortlist", entry.shortlist.uuid)


@require_safe
@at_desk
def answer(
    request: DeskRequest, request_uuid: UUID, language: str, file_format: str
) -> HttpResponseBase:
    """Hand out the draft of the answer to a request that is decided."""
    found = get_object_or_404(requests_visible_to(request.visit.eyes), uuid=request_uuid)
    decision = decision_of(found)
    if decision is None:
        raise Http404
    spoken = cast("Language", language)
    facts = answer_of(found, decision, spoken, today=timezone.localdate())
    made = _file(request, answer_letter(facts, spoken), "answer", FileFormat(file_format))
    return made or redirect("desk:twinning_request", request_uuid)


def _file(
    request: DeskRequest, document: Document, name: str, wanted: FileFormat
) -> HttpResponse | HttpResponseBase | None:
    try:
        file = write(document, wanted)
    except PaperNotSetError:
        messages.error(request, not_ready())
        return None
    today = timezone.localdate()
    return attachment_response(
        io.BytesIO(file),
        name=f"{name}-{document.language}-{today}.{wanted}",
        media_type=MEDIA_TYPES[wanted],
    )
