from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from elci.accounts.actions import record_change
from elci.accounts.models import User
from elci.agreements.actions.entries import refresh_entry
from elci.agreements.models import Account
from elci.domain.vocabularies import Instrument
from elci.foundation.grades import Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountFacts:
    """What a workspace says of a relation, apart from its acts."""

    instrument: Instrument
    grade: Grade = Grade.PRIVATE
    local_name: str = ""
    partner_as_printed: str = ""
    dimensions: tuple[str, ...] = field(default=())
    purposes: tuple[str, ...] = field(default=())
    fields: tuple[str, ...] = field(default=())
    forms: tuple[str, ...] = field(default=())
    note: str = ""


@transaction.atomic
def change_account(
    account: Account, facts: AccountFacts, *, user: User | None, reason: str
) -> None:
    """Change what an account says besides its acts; the history keeps what it said before."""
    _read_again(account)
    before = printed_account(account)
    for name, value in columns_of_account(facts).items():
        setattr(account, name, value)
    after = printed_account(account)
    if after == before:
        return
    account.save()
    _tell(account, user, verb="changed", before=before, after=after, reason=reason)
    refresh_entry(account)


@transaction.atomic
def withdraw_account(account: Account, *, user: User | None, reason: str) -> None:
    """Take a relation out of the register because it should not be there; it stays readable.

    A second withdrawal changes nothing.
    """
    _read_again(account)
    if account.withdrawn_at is not None:
        return
    account.withdrawn_at = timezone.now()
    account.withdrawn_by = user
    account.withdrawal_reason = reason
    account.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])
    _tell(account, user, verb="withdrawn", before=printed_account(account), reason=reason)
    refresh_entry(account)


def printed_account(account: Account) -> dict[str, Any]:
    """Return an account as the history keeps it."""
    return {
        name: value if isinstance(value := getattr(account, name), list) else str(value)
        for name in AccountFacts.__dataclass_fields__
    }


def _read_again(account: Account) -> None:
    """Hold the account and read what it says now, so that no other change is lost or untold."""
    account.refresh_from_db(from_queryset=Account.objects.select_for_update())


def columns_of_account(facts: AccountFacts) -> dict[str, Any]:
    """Return what is said of a relation as the columns of its account."""
    return {
        name: list(value) if isinstance(value := getattr(facts, name), tuple) else value
        for name in facts.__dataclass_fields__
    }


def _tell(account: Account, user: User | None, *, verb: str, **facts: Any) -> None:
    record_change(
        workspace=account.workspace,
        user=user,
        verb=verb,
        subject_kind="account",
        subject_uuid=account.uuid,
        account_uuid=account.uuid,
        **facts,
    )
