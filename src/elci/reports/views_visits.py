"""The papers of a visit: each in both languages and every format."""

import io
from typing import Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from elci.foundation.serving import attachment_response
from elci.reports.visits import Language, VisitPaperName, visit_paper
from elci.reports.writers import MEDIA_TYPES, FileFormat, write
from elci.reports.writers.pdf import PaperNotSetError
from elci.seats import DeskRequest, at_desk
from elci.visits.queries.visits import visits_visible_to

LABELS: Final = {
    VisitPaperName.BRIEFING: gettext_lazy("Briefing on two pages"),
    VisitPaperName.PROGRAMME: gettext_lazy("Programme sheet"),
    VisitPaperName.DELEGATIONS: gettext_lazy("Delegation list in order of precedence"),
    VisitPaperName.BADGES: gettext_lazy("Name badges and name cards"),
    VisitPaperName.VISA_LETTER: gettext_lazy("Visa support letter"),
}
_LANGUAGES: Final = (("tr", gettext_lazy("Turkish")), ("en", gettext_lazy("English")))


@require_safe
@at_desk
def visit_papers(request: DeskRequest, visit_uuid: UUID) -> HttpResponse:
    """Show which papers a visit can be had as."""
    visit = get_object_or_404(visits_visible_to(request.visit.eyes), uuid=visit_uuid)
    context = {
        "record": visit,
        "papers": list(LABELS.items()),
        "languages": _LANGUAGES,
        "formats": tuple(FileFormat),
    }
    return render(request, "reports/visit_papers.html", context)


@require_safe
@at_desk
def visit_paper_file(
    request: DeskRequest,
    visit_uuid: UUID,
    name: VisitPaperName,
    language: Language,
    file_format: FileFormat,
) -> HttpResponseBase:
    """Hand out one paper of a visit as a file."""
    visit = get_object_or_404(visits_visible_to(request.visit.eyes), uuid=visit_uuid)
    today = timezone.localdate()
    paper = visit_paper(visit, name, request.visit.eyes, today=today, language=language)
    try:
        file = write(paper, file_format)
    except PaperNotSetError:
        messages.error(request, _not_ready())
        return redirect("reports:visit_papers", visit_uuid)
    return attachment_response(
        io.BytesIO(file),
        name=f"{name}-{language}-{today}.{file_format}",
        media_type=MEDIA_TYPES[file_format],
    )


def _not_ready() -> str:
    return _("The PDF could not be made in time. Take the DOCX or ODT file, or try again later.")
