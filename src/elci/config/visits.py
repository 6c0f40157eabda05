"""The command that purges what was kept of people for a visit."""

from typing import Any

from django.utils import timezone

from elci.visits.actions import purge_due
from elci.visits.queries.people import all_details


def purged() -> list[dict[str, Any]]:
    """Purge what is due in every workspace; return for each visit what kind, how many and when."""
    proofs = purge_due(all_details(), today=timezone.localdate(), user=None)
    return [
        {
            "visit": str(proof.visit.uuid),
            "workspace": proof.visit.workspace.key,
            "purged": proof.counts,
            "at": proof.purged_at.isoformat(),
            "told": f"{proof.visit.workspace.key} {proof.visit.uuid}: "
            + ", ".join(f"{kind} {number}" for kind, number in sorted(proof.counts.items())),
        }
        for proof in proofs
    ]
