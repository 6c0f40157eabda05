"""Letters on what a draft of law means for a tie or a case."""

import io
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from elci.consent.queries.drafts import drafts_visible_to
from elci.domain.law.faults import PackRefusedError
from elci.domain.law.library import NoSuchPackError
from elci.foundation.serving import attachment_response
from elci.reports.noticing import notice_letter
from elci.reports.touched import touched_by
from elci.reports.views import not_ready
from elci.reports.writers import MEDIA_TYPES, FileFormat, write
from elci.reports.writers.pdf import PaperNotSetError
from elci.seats import DeskRequest, at_desk


@require_safe
@at_desk
def law_notice(
    request: DeskRequest, draft_uuid: UUID, subject: str, subject_uuid: UUID, file_format: str
) -> HttpResponseBase:
    """Hand out the draft of a letter on what a draft of law means for one tie or one case."""
    eyes, today, wanted = request.visit.eyes, timezone.localdate(), FileFormat(file_format)
    draft = get_object_or_404(drafts_visible_to(eyes), uuid=draft_uuid)
    try:
        found = touched_by(draft, subject, subject_uuid, eyes, today=today)
    except (PackRefusedError, NoSuchPackError) as refusal:
        raise Http404 from refusal
    if found is None:
        raise Http404
    touched, notice = found
    try:
        file = write(notice_letter(notice, touched.changes), wanted)
    except PaperNotSetError:
        messages.error(request, not_ready())
        return redirect("desk:impact_of", draft_uuid)
    name = f"law-notice-{today}.{wanted}"
    return attachment_response(io.BytesIO(file), name=name, media_type=MEDIA_TYPES[wanted])
