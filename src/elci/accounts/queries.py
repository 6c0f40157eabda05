from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from elci.accounts.choices import Role
from elci.accounts.models import Change, LetterheadVersion, Seat, User, Workspace
from elci.domain.letterheads import UNKNOWN, Letterhead
from elci.foundation.eyes import PUBLIC, Eyes


def eyes_of(user: User | AnonymousUser) -> Eyes:
    """Return what a person may see and change; somebody who is not signed in has public eyes."""
    return seating_of(user)[0]


def seating_of(user: User | AnonymousUser) -> tuple[Eyes, tuple[Workspace, ...]]:
    """Return a person's eyes together with the workspaces in which they have a seat, by key."""
    if not isinstance(user, User):
        return PUBLIC, ()
    seats = list(
        Seat.objects.filter(user=user).select_related("workspace").order_by("workspace__key")
    )
    eyes = Eyes(
        user_id=user.pk,
        reads=frozenset(seat.workspace_id for seat in seats),
        writes=frozenset(seat.workspace_id for seat in seats if seat.role == Role.OFFICER),
    )
    return eyes, tuple(seat.workspace for seat in seats)


def workspaces_readable_by(eyes: Eyes) -> QuerySet[Workspace]:
    """Return the workspaces in which the reader has a seat, by key."""
    return Workspace.objects.filter(pk__in=eyes.reads)


def changes_of_account(account_uuid: UUID, eyes: Eyes) -> QuerySet[Change]:
    """Return the history of an account, newest first; only its own workspace may read it."""
    return Change.objects.filter(
        account_uuid=account_uuid, workspace_id__in=eyes.reads
    ).select_related("user")


def recent_changes(eyes: Eyes) -> QuerySet[Change]:
    """Return what was changed in the reader's workspaces, newest first."""
    return Change.objects.filter(workspace_id__in=eyes.reads).select_related("user")


def hosts() -> QuerySet[Workspace]:
    """Return every workspace of the installation: that a local authority is here is public."""
    return Workspace.objects.all()


def workspace_with_key(key: str) -> Workspace:
    """Return the workspace with a key; ``LookupError`` says which there are."""
    found = Workspace.objects.filter(key=key).first()
    if found is None:
        known = ", ".join(Workspace.objects.values_list("key", flat=True)) or "none yet"
        raise LookupError(f"There is no workspace {key!r}; there are: {known}")
    return found


def letterhead_of(workspace: Workspace) -> Letterhead:
    """Return what stands on the letters of a workspace now: it stands on every one of them."""
    last = LetterheadVersion.objects.filter(workspace=workspace).order_by("number").last()
    return UNKNOWN if last is None else Letterhead.read(last.facts)


def letterheads_of(workspace: Workspace, eyes: Eyes) -> QuerySet[LetterheadVersion]:
    """Return the letterheads that a workspace had, oldest first, to people with a seat in it."""
    kept = LetterheadVersion.objects.filter(workspace=workspace, workspace_id__in=eyes.reads)
    return kept.select_related("recorded_by")


def letterhead_changes(workspace: Workspace, eyes: Eyes) -> QuerySet[Change]:
    """Return who changed the letterhead of a workspace, newest first; only its people read it."""
    return recent_changes(eyes).filter(workspace=workspace, subject_kind="letterhead")
