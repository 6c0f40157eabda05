from django.db.models import Count, Prefetch, Q, QuerySet

from elci.foundation.eyes import Eyes
from elci.partnering.models import EntryNote, Shortlist, ShortlistEntry


def shortlists_visible_to(eyes: Eyes) -> QuerySet[Shortlist]:
    """Return the shortlists of the reader's workspaces, latest first, with how many are on each.

    The number is in ``standing``.
    """
    standing = Count("entries", filter=Q(entries__withdrawn_at=None))
    found = Shortlist.objects.filter(workspace_id__in=eyes.reads)
    return found.select_related("workspace", "made_by").annotate(standing=standing)


def shortlists_editable_by(eyes: Eyes) -> QuerySet[Shortlist]:
    """Return the open shortlists of workspaces in which the reader may record."""
    return Shortlist.objects.filter(workspace_id__in=eyes.writes, closed_at=None).select_related(
        "workspace"
    )


def entries_of(shortlist: Shortlist) -> QuerySet[ShortlistEntry]:
    """Return the places of a shortlist, those taken off too, with their notes, as added."""
    notes = EntryNote.objects.select_related("written_by")
    return (
        ShortlistEntry.objects.filter(shortlist=shortlist)
        .select_related("place", "case", "added_by", "withdrawn_by")
        .prefetch_related(Prefetch("notes", notes))
    )


def entries_visible_to(eyes: Eyes) -> QuerySet[ShortlistEntry]:
    """Return the places on the shortlists of the reader's workspaces."""
    return ShortlistEntry.objects.filter(shortlist__workspace_id__in=eyes.reads).select_related(
        "shortlist__workspace", "place", "case"
    )


def entries_editable_by(eyes: Eyes) -> QuerySet[ShortlistEntry]:
    """Return the places that stand on open shortlists of workspaces that the reader may change."""
    return entries_visible_to(eyes).filter(
        shortlist__workspace_id__in=eyes.writes, shortlist__closed_at=None, withdrawn_at=None
    )
