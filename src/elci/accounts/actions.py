from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from elci.accounts.choices import Role
from elci.accounts.models import Change, Seat, User, Workspace


def record_change(
    *,
    workspace: Workspace,
    user: User | None,
    verb: str,
    subject_kind: str,
    subject_uuid: UUID,
    account_uuid: UUID | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> Change:
    """Add a line to the history. Call it inside the transaction that makes the change."""
    change = change_line(
        workspace=workspace,
        user=user,
        verb=verb,
        subject_kind=subject_kind,
        subject_uuid=subject_uuid,
        account_uuid=account_uuid,
        before=before,
        after=after,
        reason=reason,
    )
    change.save()
    return change


def change_line(
    *,
    workspace: Workspace,
    user: User | None,
    verb: str,
    subject_kind: str,
    subject_uuid: UUID,
    account_uuid: UUID | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> Change:
    """Return a line of the history that is still to be added; see ``add_changes``."""
    return Change(
        workspace=workspace,
        user=user,
        verb=verb,
        subject_kind=subject_kind,
        subject_uuid=subject_uuid,
        account_uuid=account_uuid,
        before=before,
        after=after,
        reason=reason,
    )


def add_changes(lines: Sequence[Change]) -> None:
    """Add lines to the history in their order, in the transaction that makes the changes."""
    Change.objects.bulk_create(lines)


@transaction.atomic
def open_workspace(*, key: str, name_tr: str, name_en: str) -> Workspace:
    """Return the workspace with this key, opening it if it is not there yet."""
    workspace, _created = Workspace.objects.get_or_create(
        key=key, defaults={"name_tr": name_tr, "name_en": name_en}
    )
    return workspace


@transaction.atomic
def give_seat(*, email: str, name: str, password: str, workspace: Workspace, role: Role) -> User:
    """Let a person sign in and work in a workspace; an existing person gets the new password.

    Raises ``ValidationError`` where the password is too weak.
    """
    # Sign-in looks for the address in small letters, so it is kept in them.
    user = User.objects.filter(email__iexact=email).first() or User()
    user.email = email.lower()
    user.name = name
    validate_password(password, user)
    user.set_password(password)
    user.save()
    Seat.objects.update_or_create(user=user, workspace=workspace, defaults={"role": role})
    return user
