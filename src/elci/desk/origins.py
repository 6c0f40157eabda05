"""From where a case was opened: a place on a shortlist, or a request from abroad."""

from typing import TYPE_CHECKING
from uuid import UUID

from elci.partnering.actions import tie_entry_to_case, tie_request_to_case
from elci.partnering.queries.requests import requests_editable_by
from elci.partnering.queries.shortlists import entries_editable_by
from elci.seats import DeskRequest

if TYPE_CHECKING:
    from elci.consent.models import Case


def tie_origin(request: DeskRequest, case: "Case") -> None:
    """Note a new case where it came from, if the address says so and it is of its workspace."""
    eyes, workspace = request.visit.eyes, case.workspace
    entry_uuid = _uuid(request.GET.get("entry", ""))
    if entry_uuid is not None:
        found = entries_editable_by(eyes).filter(uuid=entry_uuid, shortlist__workspace=workspace)
        for entry in found:
            tie_entry_to_case(entry, case)
    request_uuid = _uuid(request.GET.get("asked_by", ""))
    if request_uuid is not None:
        for came in requests_editable_by(eyes).filter(uuid=request_uuid, workspace=workspace):
            tie_request_to_case(came, case)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
