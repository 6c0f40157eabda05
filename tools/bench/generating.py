"""Filling an empty database with a large register: rows in bulk, what lists read by the product."""

import random
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any, Final

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model

from elci.accounts.models import Change, Unit
from elci.agreements.actions import cite_figure, refresh_entries, save_view
from elci.agreements.models import Account, ActRecord, Party, Relation
from elci.documents.models import Source
from elci.domain.vocabularies import CooperationField, Dimension, Instrument, MembershipGrade
from elci.foundation.grades import Grade
from elci.memberships.models import GradeTerm, Responsibility
from elci.organisations.models import Organisation
from tools.bench.cast import Cast, Host, gather_cast, partner_weights
from tools.bench.inserting import Row, insert_rows
from tools.bench.stories import ToldAct, choose_instruments, tell_story

SEED: Final = 2026
TODAY: Final = date(2026, 11, 1)
_BATCH: Final = 2000
_WITHDRAWN: Final = 0.01
_WITH_TWO_PARTNERS: Final = 0.03
_MADE: Final = (Relation, Account, Party, ActRecord, Change, GradeTerm, Responsibility)


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a register is made; one workspace keeps ``largest_share`` of the relations."""

    relations: int = 100_000
    hosts: int = 400
    partners: int = 15_000
    largest_share: float = 0.4

    @classmethod
    def of(cls, relations: int, *, largest_share: float) -> "Size":
        """Return a size with as many keepers and partners as so many relations would have."""
        return cls(
            relations=relations,
            hosts=min(400, 4 + relations // 200),
            partners=min(15_000, 250 + relations // 6),
            largest_share=largest_share,
        )


@dataclass(slots=True)
class _Rows:
    """Rows that wait to be inserted, by table, with the ids given so far."""

    made: dict[type[Model], list[Row]] = field(default_factory=lambda: {each: [] for each in _MADE})
    last: dict[type[Model], int] = field(default_factory=lambda: dict.fromkeys(_MADE, 0))

    def add(self, model: type[Model], **columns: Any) -> Row:
        self.last[model] += 1
        columns["id"] = self.last[model]
        self.made[model].append(columns)
        return columns

    def insert(self) -> None:
        for model, rows in self.made.items():
            insert_rows(model, rows)
            rows.clear()


@dataclass(frozen=True, slots=True)
class _Draft:
    host: Host
    instrument: Instrument
    partners: Sequence[Organisation]
    acts: Sequence[ToldAct]


def fill(size: Size, *, seed: int = SEED, today: date = TODAY) -> dict[str, float]:
    """Make the register in an empty database; return the seconds that each part took."""
    dice = random.Random(seed)  # noqa: S311 -- the same register each time, no secret
    seconds = {}
    begun = time.perf_counter()
    cast = gather_cast(dice, hosts=size.hosts, partners=size.partners)
    seconds["places and bodies"] = time.perf_counter() - begun
    begun = time.perf_counter()
    with transaction.atomic():
        _insert_all(_drafts(size, cast, dice, today), cast, dice)
        _add_what_officers_keep(cast)
    _continue_numbering()
    seconds["relations and acts"] = time.perf_counter() - begun
    begun = time.perf_counter()
    refresh_entries()
    seconds["lists (refresh_entries)"] = time.perf_counter() - begun
    return seconds


def _drafts(size: Size, cast: Cast, dice: random.Random, today: date) -> Iterator[_Draft]:
    others = [1 / (rank + 3) for rank in range(len(cast.hosts) - 1)]
    rest = (1 - size.largest_share) / sum(others) if others else 0.0
    shares = [size.largest_share if others else 1.0, *(rest * other for other in others)]
    hosts = dice.choices(cast.hosts, shares, k=size.relations)
    partners = dice.choices(cast.partners, partner_weights(len(cast.partners)), k=size.relations)
    instruments = choose_instruments(dice, size.relations)
    for host, partner, instrument in zip(hosts, partners, instruments, strict=True):
        bodies = [dice.choice(cast.networks) if instrument == Instrument.MEMBERSHIP else partner]
        if dice.random() < _WITH_TWO_PARTNERS:
            second = dice.choice(cast.partners)
            bodies += [second] if second != bodies[0] else []
        yield _Draft(host, instrument, bodies, tell_story(dice, today=today))


def _insert_all(drafts: Iterator[_Draft], cast: Cast, dice: random.Random) -> None:
    rows = _Rows()
    units = Unit.objects.bulk_create(
        Unit(workspace=cast.hosts[0].workspace, name=f"Birim {number}") for number in range(1, 41)
    )
    while batch := list(islice(drafts, _BATCH)):
        for draft in batch:
            _add_account(rows, draft, cast, dice)
            if draft.instrument == Instrument.MEMBERSHIP:
                _add_membership(rows, units, dice)
        rows.insert()


def _add_account(rows: _Rows, draft: _Draft, cast: Cast, dice: random.Random) -> None:
    made = _moment(draft.acts[0].known_from)
    relation = rows.add(Relation, uuid=_uuid(dice), made_at=made)
    for order, body in enumerate((draft.host.body, *draft.partners)):
        rows.add(Party, relation_id=relation["id"], organisation_id=body.pk, order=order)
    is_withdrawn = dice.random() < _WITHDRAWN
    account = rows.add(
        Account,
        uuid=_uuid(dice),
        relation_id=relation["id"],
        workspace_id=draft.host.workspace.pk,
        grade=Grade.FULL,
        instrument=draft.instrument,
        partner_as_printed=draft.partners[0].name_tr,
        fields=[dice.choice(list(CooperationField))],
        dimensions=[dice.choice(list(Dimension))],
        made_at=made,
        made_by_id=cast.officer.pk,
        withdrawn_at=made if is_withdrawn else None,
        withdrawn_by_id=cast.officer.pk if is_withdrawn else None,
        withdrawal_reason="Entered twice." if is_withdrawn else "",
    )
    _tell(rows, account, account, verb="opened", after={"instrument": draft.instrument})
    sources = draft.host.sources
    for act in draft.acts:
        _add_act(rows, account, act, source=sources[account["id"] % len(sources)], dice=dice)


def _add_act(
    rows: _Rows, account: Row, told: ToldAct, *, source: Source, dice: random.Random
) -> None:
    columns: Row = {
        "account_id": account["id"],
        "kind": told.kind,
        "valid_until": told.valid_until,
        "source_id": source.pk,
        "source_detail": f"row {account['id']}",
        "known_from": told.known_from,
        "recorded_at": _moment(told.known_from),
        "recorded_by_id": account["made_by_id"],
    }
    if told.corrects is not None:
        corrected = {"happened": told.corrects, "known_until": told.known_from}
        wrong = rows.add(ActRecord, uuid=_uuid(dice), **corrected, **columns)
        columns |= {"replaces_id": wrong["id"], "reason": "Misread."}
    act = rows.add(ActRecord, uuid=_uuid(dice), happened=told.happened, **columns)
    verb = "recorded" if told.corrects is None else "corrected"
    _tell(rows, account, act, verb=verb, after={"kind": told.kind, "happened": str(told.happened)})


def _tell(rows: _Rows, account: Row, subject: Row, *, verb: str, after: Row) -> None:
    rows.add(
        Change,
        workspace_id=account["workspace_id"],
        user_id=account["made_by_id"],
        made_at=subject.get("recorded_at", account["made_at"]),
        verb=verb,
        subject_kind="account" if subject is account else "act",
        subject_uuid=subject["uuid"],
        account_uuid=account["uuid"],
        after=after,
    )


def _add_membership(rows: _Rows, units: Sequence[Unit], dice: random.Random) -> None:
    account = rows.made[Account][-1]
    rows.add(GradeTerm, account_id=account["id"], grade=dice.choice(list(MembershipGrade)))
    unit = dice.choice(units)
    if account["workspace_id"] == unit.workspace_id:
        rows.add(Responsibility, account_id=account["id"], unit_id=unit.pk)


def _add_what_officers_keep(cast: Cast) -> None:
    host = cast.hosts[0]
    for number, query in enumerate(("instrument=sister_city", "standing=suspended", "country=DE")):
        save_view(
            user=cast.officer, workspace=host.workspace, name=f"Görünüm {number}", query=query
        )
    for year in (1990, 2000, 2010):
        cite_figure(
            workspace=host.workspace,
            statement_tr=f"{year}–{year + 9} arasında imzalananlar",
            statement_en=f"Signed in {year}–{year + 9}",
            value=12,
            instrument=Instrument.SISTER_CITY,
            first_signed_from=date(year, 1, 1),
            first_signed_until=date(year + 10, 1, 1),
            source=host.sources[0],
        )


def _continue_numbering() -> None:
    """Let the database number new rows after those whose numbers were given."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(_MADE)):
            cursor.execute(statement)


def _moment(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), UTC)


def _uuid(dice: random.Random) -> uuid.UUID:
    return uuid.UUID(int=dice.getrandbits(128), version=4)
