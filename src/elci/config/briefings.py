"""The command that writes a briefing from the record."""

from pathlib import Path
from typing import cast
from uuid import UUID

from django.utils import timezone

from elci.accounts.queries import workspace_with_key
from elci.foundation.eyes import Eyes
from elci.organisations.queries import host_key, organisations_named
from elci.reports.document import Document
from elci.reports.visits import Language, VisitPaperName, partner_briefing, visit_paper
from elci.reports.writers import FileFormat, write
from elci.visits.queries.visits import visits_visible_to


def write_briefing(
    host: str, *, partner: str, visit: str, language: str, form: str, out: Path
) -> None:
    """Write the briefing of a visit, or on a partner, into a file.

    Raises ``LookupError`` for a host, a partner or a visit that is not on record, and
    ``ValueError`` for a format that is not written.
    """
    workspace = workspace_with_key(host_key(host))
    eyes, today = Eyes(reads=frozenset({workspace.pk})), timezone.localdate()
    file_format, spoken = _format(form), cast("Language", language)
    if visit:
        record = visits_visible_to(eyes).filter(uuid=_uuid(visit)).first()
        if record is None:
            raise LookupError(f"{host} has no visit with the number {visit}")
        document: Document = visit_paper(
            record, VisitPaperName.BRIEFING, eyes, today=today, language=spoken
        )
    else:
        body = organisations_named(partner).exclude(workspace=workspace).first()
        if not partner.strip() or body is None:
            raise LookupError(
                f"No partner named {partner!r} is on record; give --partner or --visit"
            )
        document = partner_briefing(workspace, body, eyes, today=today, language=spoken)
    out.write_bytes(write(document, file_format))


def _format(form: str) -> FileFormat:
    try:
        return FileFormat(form)
    except ValueError:
        known = ", ".join(FileFormat)
        raise ValueError(f"{form!r} is none of the formats: {known}") from None


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise LookupError(f"{text!r} is no permanent number of a visit") from None
