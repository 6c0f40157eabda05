from django.db.models import Prefetch, QuerySet

from elci.domain.visiting.precedence import in_order
from elci.domain.visiting.words import DelegateRole, Rank, Side
from elci.foundation.eyes import Eyes
from elci.visits.models import Delegate, PersonDetail, Purge, Visit


def delegation_of(visit: Visit, side: Side) -> list[Delegate]:
    """Return the people of one side in their order of precedence, with what is kept of them."""
    kept = PersonDetail.objects.filter(purged_at=None)
    people = Delegate.objects.filter(visit=visit, side=side, withdrawn_at=None)
    return in_order(
        people.prefetch_related(Prefetch("details", kept, to_attr="kept_details")),
        rank_of=lambda each: Rank(each.rank),
        role_of=lambda each: DelegateRole(each.role),
        place_of=lambda each: each.place_by_hand,
    )


def details_readable_by(eyes: Eyes) -> QuerySet[PersonDetail]:
    """Return what is kept of people for a time in the reader's workspaces."""
    return PersonDetail.objects.filter(
        delegate__visit__workspace_id__in=eyes.reads, purged_at=None
    ).select_related("delegate__visit__workspace")


def all_details() -> QuerySet[PersonDetail]:
    """Return what is kept of people anywhere here; for the purge, which reads no value."""
    return PersonDetail.objects.filter(purged_at=None)


def purges_of(visit: Visit) -> QuerySet[Purge]:
    """Return the proofs of what was purged in a visit, in order."""
    return Purge.objects.filter(visit=visit).select_related("purged_by")
