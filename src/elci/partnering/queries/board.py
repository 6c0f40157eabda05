from datetime import date

from django.db.models import Q, QuerySet

from elci.domain.vocabularies import BoardStanding
from elci.foundation.eyes import PUBLIC, Eyes
from elci.foundation.grades import Grade
from elci.partnering.models import BoardEntry


def board_visible_to(eyes: Eyes) -> QuerySet[BoardEntry]:
    """Return the entries of the board that these eyes may see, those soonest past first.

    The public ones that were not withdrawn, and all of the reader's own workspaces.
    """
    public = Q(grade=Grade.FULL, withdrawn_at=None)
    found = BoardEntry.objects.filter(public | Q(workspace_id__in=eyes.reads))
    return found.select_related("workspace", "made_by")


def board_entries(
    eyes: Eyes = PUBLIC, *, today: date, kind: str = "", field: str = "", past: bool = False
) -> list[BoardEntry]:
    """Return the entries that stand on a day, or those that no longer do, latest first.

    ``kind`` and ``field`` narrow them; the fields of an entry are few and are compared here,
    because no two databases search a list of words alike.
    """
    found = board_visible_to(eyes).filter(opens_on__lte=today)
    if kind:
        found = found.filter(kind=kind)
    standing = (
        (BoardStanding.OPEN,) if not past else (BoardStanding.EXPIRED, BoardStanding.WITHDRAWN)
    )
    kept = (each for each in found if standing_of(each, today) in standing)
    wanted = [each for each in kept if not field or field in each.fields]
    return wanted[::-1] if past else wanted


def board_editable_by(eyes: Eyes) -> QuerySet[BoardEntry]:
    """Return the entries that the reader may change or withdraw."""
    return board_visible_to(eyes).filter(workspace_id__in=eyes.writes, withdrawn_at=None)


def standing_of(entry: BoardEntry, today: date) -> BoardStanding:
    """Return how an entry stands on a day; its last day still counts."""
    if entry.withdrawn_at is not None:
        return BoardStanding.WITHDRAWN
    return BoardStanding.EXPIRED if entry.expires_on < today else BoardStanding.OPEN
