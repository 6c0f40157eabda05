from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from elci.accounts.choices import Role
from elci.accounts.models import Change, Seat, User, Workspace
from elci.foundation.eyes import PUBLIC, Eyes


def eyes_of(user: User | AnonymousUser) -> Eyes:
    """Return what a person may see and change; somebody who is not signed in has public eyes."""
    if not isinstance(user, User):
        return PUBLIC
    roles = dict(Seat.objects.filter(user=user).values_list("workspace_id", "role"))
    officer_of = {workspace for workspace, role in roles.items() if role == Role.OFFICER}
    return Eyes(user_id=user.pk, reads=frozenset(roles), writes=frozenset(officer_of))


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


def sole_workspace() -> Workspace | None:
    """Return the workspace of an installation that has one; nothing where there are several."""
    found = list(Workspace.objects.all()[:2])
    return found[0] if len(found) == 1 else None


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
