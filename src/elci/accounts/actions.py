from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.translation import gettext as _

from elci.accounts.choices import Role
from elci.accounts.models import Change, LetterheadVersion, Seat, User, Workspace
from elci.domain.letterheads import UNKNOWN, Letterhead, changed_parts


class LetterheadChangedError(ValueError):
    """Somebody else changed the letterhead meanwhile; its text says what to do."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody else changed the letterhead while you were writing. Open this page "
                "again, look at what stands there now, and make your change once more."
            )
        )


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


@transaction.atomic
def set_letterhead(
    workspace: Workspace, letterhead: Letterhead, *, user: User | None, seen: int
) -> LetterheadVersion | None:
    """Let a letterhead take the place of another, which stays readable; the same changes nothing.

    ``seen`` is the number of the version that the person saw, 0 for none. Raises
    ``LetterheadChangedError`` where another one stands by now.
    """
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    last = LetterheadVersion.objects.filter(workspace=workspace).order_by("number").last()
    number = 0 if last is None else last.number
    before = UNKNOWN if last is None else Letterhead.read(last.facts)
    parts = changed_parts(before, letterhead)
    if parts == ():
        return None
    if number != seen:
        raise LetterheadChangedError
    written, said = before.written(), letterhead.written()
    record_change(
        workspace=workspace,
        user=user,
        verb="changed",
        subject_kind="letterhead",
        subject_uuid=workspace.uuid,
        before={name: written[name] for name in parts},
        after={name: said[name] for name in parts},
    )
    return LetterheadVersion.objects.create(
        workspace=workspace, number=number + 1, facts=said, recorded_by=user
    )
