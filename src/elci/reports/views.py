"""The papers of a case: what is missing in each, and each as a file."""

import io
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from elci.consent.queries.cases import cases_visible_to
from elci.foundation.serving import attachment_response
from elci.reports.blanks import offered_papers
from elci.reports.cases import on_record, sides_of
from elci.reports.counting import with_counted_note
from elci.reports.filling import Side
from elci.reports.offering import PaperName, compose, papers_offered
from elci.reports.writers import MEDIA_TYPES, FileFormat, write
from elci.reports.writers.pdf import PaperNotSetError
from elci.seats import DeskRequest, at_desk


@require_safe
@at_desk
def papers(request: DeskRequest, case_uuid: UUID) -> HttpResponse:
    """Show which papers a case can be had as, and what is missing in each."""
    case = get_object_or_404(cases_visible_to(request.visit.eyes), uuid=case_uuid)
    sides = sides_of(case, request.visit.eyes)
    record = on_record(case, request.visit.eyes, today=timezone.localdate())
    context = {
        "case": case,
        "papers": offered_papers(case, record, sides, request.visit.eyes),
        "is_own": Side.OWN in sides,
    }
    return render(request, "reports/papers.html", context)


@require_safe
@at_desk
def paper(request: DeskRequest, case_uuid: UUID, name: str, file_format: str) -> HttpResponseBase:
    """Hand out one paper of a case as a file."""
    case = get_object_or_404(cases_visible_to(request.visit.eyes), uuid=case_uuid)
    today = timezone.localdate()
    record = on_record(case, request.visit.eyes, today=today)
    sides = sides_of(case, request.visit.eyes)
    offered = {each for side in sides for each in papers_offered(record, side)}
    if name not in offered:
        raise Http404
    wanted = FileFormat(file_format)
    try:
        file = write(compose(PaperName(name), with_counted_note(record, name)), wanted)
    except PaperNotSetError:
        messages.error(request, not_ready())
        return redirect("reports:papers", case_uuid)
    return attachment_response(
        io.BytesIO(file), name=f"{name}-{today}.{wanted}", media_type=MEDIA_TYPES[wanted]
    )


def not_ready() -> str:
    """Return what to do where a PDF was not made in time."""
    return _("The PDF could not be made in time. Take the DOCX or ODT file, or try again later.")
