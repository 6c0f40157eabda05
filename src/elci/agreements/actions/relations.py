from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from elci.accounts.actions import record_change
from elci.accounts.models import User, Workspace
from elci.agreements.actions.acts import ActFacts, record_act
from elci.agreements.actions.entries import refresh_entry
from elci.agreements.models import Account, Party, Relation
from elci.agreements.queries.relations import accounts_like
from elci.domain.vocabularies import Instrument
from elci.foundation.grades import Grade
from elci.organisations.models import Organisation


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


class DuplicateRelationError(ValueError):
    """A relation that is in the register already; its text says what to do.

    ``may_be_separate`` tells whether a person may say that it is another one all the same.
    """

    def __init__(self, account: Account, *, may_be_separate: bool) -> None:
        self.account = account
        self.may_be_separate = may_be_separate
        message = (
            _(
                "A relation of this kind with the same partner is in the register. Open it and "
                "record the act there, or confirm that this is a separate instrument."
            )
            if may_be_separate
            else _(
                "This relation is in the register already, with the same act on the same date. "
                "Open it and record there what is new."
            )
        )
        super().__init__(message)


@transaction.atomic
def open_account(
    *,
    workspace: Workspace,
    partners: Sequence[Organisation],
    facts: AccountFacts,
    first_acts: Sequence[ActFacts],
    user: User | None,
    today: date,
    known_from: date,
    separate: bool = False,
) -> Account:
    """Enter a relation with its parties and first acts, all or nothing.

    Raises ``DuplicateRelationError`` for what is in the register already, and ``ActRefusedError``
    for acts that contradict each other.
    """
    own = _keeper_of(workspace)
    _refuse_bad_parties(own, partners)
    _refuse_duplicate(workspace, partners, facts, first_acts, separate=separate)
    relation = Relation.objects.create()
    Party.objects.bulk_create(
        Party(relation=relation, organisation=body, order=order)
        for order, body in enumerate([own, *partners])
    )
    account = Account.objects.create(
        relation=relation, workspace=workspace, made_by=user, **_columns_of(facts)
    )
    _tell(account, user, verb="opened", after=printed(account))
    for act in first_acts:
        record_act(account, act, user=user, today=today, known_from=known_from)
    refresh_entry(account)
    return account


@transaction.atomic
def change_account(
    account: Account, facts: AccountFacts, *, user: User | None, reason: str
) -> None:
    """Change what an account says besides its acts; the history keeps what it said before."""
    _read_again(account)
    before = printed(account)
    for name, value in _columns_of(facts).items():
        setattr(account, name, value)
    after = printed(account)
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
    _tell(account, user, verb="withdrawn", before=printed(account), reason=reason)
    refresh_entry(account)


def printed(account: Account) -> dict[str, Any]:
    """Return an account as the history keeps it."""
    return {
        name: value if isinstance(value := getattr(account, name), list) else str(value)
        for name in AccountFacts.__dataclass_fields__
    }


def _keeper_of(workspace: Workspace) -> Organisation:
    """Return the workspace's own body, held so that two people cannot enter the same relation."""
    keepers = Organisation.objects.select_for_update(no_key=True, of=("self",))
    own = keepers.filter(workspace=workspace).order_by("pk").first()
    if own is None:
        raise LookupError(
            f"The workspace {workspace.key!r} has no organisation that keeps it; record that first"
        )
    return own


def _refuse_bad_parties(own: Organisation, partners: Sequence[Organisation]) -> None:
    ids = [body.pk for body in partners]
    if not ids or own.pk in ids:
        raise ValueError("a relation needs a party besides the one that keeps it, not that one")
    if len(set(ids)) < len(ids):
        raise ValueError("a party is named twice")


def _read_again(account: Account) -> None:
    """Hold the account and read what it says now, so that no other change is lost or untold."""
    account.refresh_from_db(from_queryset=Account.objects.select_for_update())


def _refuse_duplicate(
    workspace: Workspace,
    partners: Sequence[Organisation],
    facts: AccountFacts,
    first_acts: Sequence[ActFacts],
    *,
    separate: bool,
) -> None:
    alike = list(accounts_like(workspace, partners, facts.instrument).order_by("pk"))
    wanted = {(act.kind, act.happened) for act in first_acts}
    for account in alike:
        if any((record.kind, record.happened) in wanted for record in account.acts.all()):
            raise DuplicateRelationError(account, may_be_separate=False)
    if alike and not separate:
        raise DuplicateRelationError(alike[0], may_be_separate=True)


def _columns_of(facts: AccountFacts) -> dict[str, Any]:
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
