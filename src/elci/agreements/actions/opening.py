"""Entering relations with their parties and first acts: one, or all of a list in a few queries."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Self
from uuid import UUID

from django.db import transaction
from django.db.models import Prefetch
from django.utils.translation import gettext as _

from elci.accounts.actions import add_changes, change_line
from elci.accounts.models import Change, User, Workspace
from elci.agreements.actions.acts import ActFacts, act_of, columns_of_act, printed_act
from elci.agreements.actions.entries import refresh_entry
from elci.agreements.actions.relations import AccountFacts, columns_of_account, printed_account
from elci.agreements.models import Account, ActRecord, Party, Relation
from elci.agreements.queries.relations import partners_of, standing_parties
from elci.domain.acts.act import Act
from elci.domain.acts.checks import check_act
from elci.domain.dates import PartialDate
from elci.organisations.models import Organisation

_AT_ONCE: Final = 500
"""Bodies by which one query looks for accounts."""


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
    opening = Opening.beside(workspace, partners, user=user, today=today, known_from=known_from)
    account, _acts = opening.open(partners, facts, first_acts, separate=separate)
    opening.save()
    return account


_Said = tuple[str, PartialDate]
_Alike = tuple[frozenset[UUID], str]


@dataclass(frozen=True, slots=True)
class _Known:
    """An account that a new one may repeat."""

    account: Account
    said: frozenset[_Said]


@dataclass(slots=True)
class Opening:
    """Relations that are being entered together: each is checked at once, all are saved at the end.

    What was opened is looked at by the checks of what comes after. Until ``save``, nothing of it
    is in the database, and nothing of it has a number there.
    """

    own: Organisation
    workspace: Workspace
    user: User | None
    today: date
    known_from: date
    alike: dict[_Alike, list[_Known]] = field(default_factory=dict)
    looked_up: set[UUID] = field(default_factory=set)
    """The bodies of which the accounts are at hand."""
    seen: set[UUID] = field(default_factory=set)
    """The accounts that are at hand."""
    held: dict[UUID, list[Act]] = field(default_factory=dict)
    """What the accounts hold that were opened and not saved yet."""
    accounts: list[Account] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    acts: list[ActRecord] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    @classmethod
    def beside(
        cls,
        workspace: Workspace,
        partners: Iterable[Organisation],
        *,
        user: User | None,
        today: date,
        known_from: date,
    ) -> Self:
        """Begin beside what a workspace has with these partners; others are looked up when due."""
        opening = cls(_keeper_of(workspace), workspace, user, today, known_from)
        opening._look_up(partners)
        return opening

    def open(
        self,
        partners: Sequence[Organisation],
        facts: AccountFacts,
        first_acts: Sequence[ActFacts],
        *,
        separate: bool = False,
    ) -> tuple[Account, list[ActRecord]]:
        """Take a relation in with its first acts, or none of it; errors as ``open_account``."""
        _refuse_bad_parties(self.own, partners)
        self._look_up(partners)
        self._refuse_duplicate(partners, facts, first_acts, separate=separate)
        checked = self._checked(first_acts)
        relation = Relation()
        account = Account(
            relation=relation,
            workspace=self.workspace,
            made_by=self.user,
            **columns_of_account(facts),
        )
        self.accounts.append(account)
        self.parties += (
            Party(relation=relation, organisation=body, order=order)
            for order, body in enumerate([self.own, *partners])
        )
        self._tell("account", account.uuid, account, "opened", printed_account(account))
        self.held[account.uuid] = checked
        records = [self._record(account, act, order) for order, act in enumerate(first_acts)]
        said = ((act.kind.value, act.happened) for act in first_acts)
        self._remember(account, partners, said)
        return account, records

    def record(self, account: Account, facts: ActFacts) -> ActRecord:
        """Take in another act of an account that was opened and is not saved yet."""
        held = self.held[account.uuid]
        act = act_of(facts, self.known_from)
        check_act(act, held, today=self.today)
        held.append(act)
        return self._record(account, facts, len(held) - 1)

    def save(self) -> None:
        """Save what was opened since the last time, and the lines of the history, in order."""
        bodies = {party.organisation.uuid: party.organisation for party in self.parties}
        Organisation.objects.bulk_create(body for body in bodies.values() if body.pk is None)
        Relation.objects.bulk_create(account.relation for account in self.accounts)
        Account.objects.bulk_create(self.accounts)
        Party.objects.bulk_create(self.parties)
        ActRecord.objects.bulk_create(self.acts)
        add_changes(self.changes)
        for account in self.accounts:
            refresh_entry(account)
        for kept in (self.accounts, self.parties, self.acts, self.changes):
            kept.clear()
        self.held.clear()

    def is_pending(self, account: Account) -> bool:
        """Whether an account was opened and is not saved yet."""
        return account.uuid in self.held

    def _look_up(self, partners: Iterable[Organisation]) -> None:
        """Read the accounts with these bodies; one that is not saved yet has none."""
        new = {body.uuid: body.pk for body in partners if body.uuid not in self.looked_up}
        self.looked_up |= new.keys()
        saved = [pk for pk in new.values() if pk is not None]
        for account in _accounts_with(self.workspace, saved) if saved else ():
            if account.uuid not in self.seen:
                said = ((act.kind, act.happened) for act in account.acts.all())
                self._remember(account, partners_of(account), said)

    def _checked(self, first_acts: Sequence[ActFacts]) -> list[Act]:
        held: list[Act] = []
        for facts in first_acts:
            act = act_of(facts, self.known_from)
            check_act(act, held, today=self.today)
            held.append(act)
        return held

    def _record(self, account: Account, facts: ActFacts, position: int) -> ActRecord:
        record = ActRecord(
            account=account,
            position=position,
            recorded_by=self.user,
            known_from=self.known_from,
            **columns_of_act(facts),
        )
        self.acts.append(record)
        self._tell("act", record.uuid, account, "recorded", printed_act(record))
        return record

    def _tell(
        self, kind: str, subject: UUID, account: Account, verb: str, after: dict[str, object]
    ) -> None:
        line = change_line(
            workspace=self.workspace,
            user=self.user,
            verb=verb,
            subject_kind=kind,
            subject_uuid=subject,
            account_uuid=account.uuid,
            after=after,
        )
        self.changes.append(line)

    def _remember(
        self, account: Account, partners: Sequence[Organisation], said: Iterable[_Said]
    ) -> None:
        key = (frozenset(body.uuid for body in partners), str(account.instrument))
        self.seen.add(account.uuid)
        self.alike.setdefault(key, []).append(_Known(account, frozenset(said)))

    def _refuse_duplicate(
        self,
        partners: Sequence[Organisation],
        facts: AccountFacts,
        first_acts: Sequence[ActFacts],
        *,
        separate: bool,
    ) -> None:
        key = (frozenset(body.uuid for body in partners), facts.instrument.value)
        alike = self.alike.get(key, ())
        wanted = {(act.kind.value, act.happened) for act in first_acts}
        for known in alike:
            if known.said & wanted:
                raise DuplicateRelationError(known.account, may_be_separate=False)
        if alike and not separate:
            raise DuplicateRelationError(alike[0].account, may_be_separate=True)


def _keeper_of(workspace: Workspace) -> Organisation:
    """Return the workspace's own body, held so that two people cannot enter the same relation."""
    keepers = Organisation.objects.select_for_update(no_key=True, of=("self",))
    own = keepers.filter(workspace=workspace).order_by("pk").first()
    if own is None:
        raise LookupError(
            f"The workspace {workspace.key!r} has no organisation that keeps it; record that first"
        )
    return own


def _accounts_with(workspace: Workspace, bodies: Sequence[int]) -> Iterator[Account]:
    """Yield the workspace's accounts with any of these partners; one with two may come twice."""
    held = Prefetch("acts", ActRecord.objects.filter(known_until=None))
    kept = Account.objects.filter(workspace=workspace, withdrawn_at=None).order_by("pk")
    for start in range(0, len(bodies), _AT_ONCE):
        partners = Party.objects.filter(
            organisation__in=bodies[start : start + _AT_ONCE], replaced_at=None
        )
        found = kept.filter(relation__in=partners.order_by().values("relation"))
        yield from found.select_related("relation").prefetch_related(held, standing_parties())


def _refuse_bad_parties(own: Organisation, partners: Sequence[Organisation]) -> None:
    uuids = [body.uuid for body in partners]
    if not uuids or own.uuid in uuids:
        raise ValueError("a relation needs a party besides the one that keeps it, not that one")
    if len(set(uuids)) < len(uuids):
        raise ValueError("a party is named twice")
