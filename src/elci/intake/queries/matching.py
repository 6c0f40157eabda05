"""How the rows of a list stand to what a workspace has in its register."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Prefetch

from elci.accounts.models import Workspace
from elci.agreements.models import Account, ActRecord
from elci.agreements.queries.relations import partners_of, standing_parties
from elci.domain.acts.kinds import ActKind
from elci.domain.dates import PartialDate
from elci.domain.places.folding import fold
from elci.domain.successions import successions_of
from elci.intake.choices import Match
from elci.intake.queries.facts import ReadAct, RowFacts
from elci.organisations.models import Organisation
from elci.organisations.queries import chains_of

_SINGLE = frozenset({ActKind.TERMINATED, ActKind.EXPIRED, ActKind.SUPERSEDED})
"""Of these a relation has one: another date is another opinion, not another act."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a row stands to the register."""

    match: Match
    account: Account | None = None
    missing: tuple[ReadAct, ...] = ()
    """Acts of the row that the account does not have."""


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """An account with what its acts say: their kinds and dates."""

    account: Account
    acts: list[tuple[str, PartialDate]]


@dataclass(slots=True)
class Known:
    """What a workspace has, by partner and instrument, read once for a whole list."""

    by_party: dict[tuple[str, str], list[KnownAccount]] = field(default_factory=dict)
    by_kin: dict[tuple[str, str], list[KnownAccount]] = field(default_factory=dict)
    """The same accounts under the bodies before and after their partners."""
    chains: dict[int, list[Organisation]] = field(default_factory=dict)
    """The bodies before and after each that has any."""
    by_uuid: dict[UUID, KnownAccount] = field(default_factory=dict)

    def like(self, facts: RowFacts) -> Sequence[KnownAccount]:
        """Return the accounts with the same partner and instrument."""
        if facts.instrument is None:
            return ()
        for key in _keys_of(facts):
            found = self.by_party.get((key, facts.instrument.value))
            if found:
                return found
        return ()

    def like_by_kin(self, facts: RowFacts) -> Sequence[KnownAccount]:
        """Return the accounts with a body before or after the one that a row names."""
        if facts.instrument is None:
            return ()
        kind = facts.instrument.value
        found = [each for key in _keys_of(facts) for each in self.by_kin.get((key, kind), ())]
        for known in successions_of(facts.succeeded):
            found += self.by_party.get((f"place:{known.successor.place}", kind), ())
        return found

    def add(
        self,
        account: Account,
        partners: Sequence[Organisation],
        acts: Iterable[tuple[str, PartialDate]],
    ) -> None:
        """Take an account in, under every name of its partners and of their kin."""
        known = self.by_uuid[account.uuid] = KnownAccount(account, list(acts))
        kind = str(account.instrument)
        for body in partners:
            for key in _keys_of_body(body):
                self.by_party.setdefault((key, kind), []).append(known)
            for kin in self.chains.get(body.pk, ()):
                for key in _keys_of_body(kin):
                    self.by_kin.setdefault((key, kind), []).append(known)

    def add_act(self, account: Account, kind: str, happened: PartialDate) -> None:
        """Take in another act of an account that is known."""
        self.by_uuid[account.uuid].acts.append((kind, happened))


def known_relations(workspace: Workspace) -> Known:
    """Return what a workspace has in its register, in six queries for any number."""
    accounts = Account.objects.filter(workspace=workspace, withdrawn_at=None).prefetch_related(
        Prefetch("acts", ActRecord.objects.filter(known_until=None)), standing_parties()
    )
    partners = {body.pk for account in accounts for body in partners_of(account)}
    known = Known(chains=chains_of(partners))
    for account in accounts:
        acts = ((act.kind, act.happened) for act in account.acts.all())
        known.add(account, partners_of(account), acts)
    return known


def compare(facts: RowFacts, known: Known) -> Comparison:
    """Return how a row stands to the register, compared with the account nearest to it."""
    if facts.instrument is None or not facts.names_a_party:
        return Comparison(Match.NONE)
    candidates = [_compare_with(each, facts.acts) for each in known.like(facts)]
    # A tie of a body before or after this one is the same only where an act says so.
    kin = (_compare_with(each, facts.acts) for each in known.like_by_kin(facts))
    candidates += [each for each in kin if each.match is not Match.CONTRADICTS]
    if not candidates:
        return Comparison(Match.NEW, missing=facts.acts)
    order = (Match.KNOWN, Match.ADDS, Match.CONTRADICTS)
    return min(candidates, key=lambda each: (order.index(each.match), len(each.missing)))


def _compare_with(known: KnownAccount, acts: Sequence[ReadAct]) -> Comparison:
    account, on_record = known.account, known.acts
    missing = tuple(act for act in acts if not any(_is_same(act, each) for each in on_record))
    if not missing:
        return Comparison(Match.KNOWN, account)
    agrees = len(missing) < len(acts)
    if agrees and not any(_contradicts(act, on_record) for act in missing):
        return Comparison(Match.ADDS, account, missing)
    return Comparison(Match.CONTRADICTS, account, missing)


def _is_same(act: ReadAct, record: tuple[str, PartialDate]) -> bool:
    """Whether the record says the same, or the same more or less precisely."""
    kind, happened = record
    if act.kind != kind:
        return False
    return _is_within(act.happened, happened) or _is_within(happened, act.happened)


def _is_within(one: PartialDate, other: PartialDate) -> bool:
    return other.contains(one)


def _contradicts(act: ReadAct, on_record: Sequence[tuple[str, PartialDate]]) -> bool:
    return act.kind in _SINGLE and any(kind == act.kind for kind, _happened in on_record)


def _keys_of(facts: RowFacts) -> list[str]:
    if facts.place_id is not None:
        return [f"place:{facts.place_id}"]
    names = [facts.acronym, facts.name, facts.name_as_read]
    return [f"name:{fold(name)}" for name in names if name]


def _keys_of_body(body: Organisation) -> Mapping[str, None]:
    keys = [f"name:{fold(name)}" for name in (body.acronym, body.name_tr, body.name_en) if name]
    if body.place is not None:
        keys.append(f"place:{body.place.key}")
    return dict.fromkeys(keys)
