"""Making what the lists read from what the accounts say."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from django.db import connection, transaction

from elci.agreements.actions.sheets import CountedPeriod, make_sheets, move_sheets
from elci.agreements.models import (
    Account,
    CountSheet,
    RegisterEntry,
    RegisterFinding,
    RegisterPartner,
    StandingPeriod,
)
from elci.agreements.queries.acts import acts_by_account
from elci.agreements.queries.relations import partners_of, standing_parties
from elci.domain.acts.act import Act
from elci.domain.acts.checks import findings
from elci.domain.acts.standing import first_opening, periods
from elci.domain.register import NO_COUNTRY, SEVERAL_COUNTRIES
from elci.organisations.models import Organisation
from elci.places.models import Place

_BATCH: Final = 500
_postponed: ContextVar[dict[int, None] | None] = ContextVar("postponed entries", default=None)


@transaction.atomic
def refresh_entry(account: Account) -> None:
    """Make the entry and the standing periods of one account anew; a withdrawn one has none."""
    postponed = _postponed.get()
    if postponed is None:
        refresh_entries([account.pk])
    else:
        postponed[account.pk] = None


@contextmanager
def entries_refreshed_once() -> Iterator[None]:
    """Make the entries of all accounts that change within the block together, at its end.

    Within the block the lists show what was before. An error leaves them so: whoever asks for this
    holds a transaction that takes the accounts back too.
    """
    changed: dict[int, None] = {}
    token = _postponed.set(changed)
    try:
        yield
    finally:
        _postponed.reset(token)
    refresh_entries(list(changed))


@transaction.atomic
def refresh_entries(account_ids: Sequence[int] | None = None) -> int:
    """Make the entries of these accounts anew, or those of all; return how many there are now.

    Idempotent: what it makes depends on nothing but the accounts. With all of them, large
    registers are counted beforehand and the database looks at what it holds, to plan by it.
    """
    if account_ids is not None:
        return sum(_refresh_batch(batch) for batch in _batches(account_ids))
    _keep_others_waiting()
    CountSheet.objects.all().delete()
    every = list(Account.objects.order_by("pk").values_list("pk", flat=True))
    made = sum(_refresh_batch(batch) for batch in _batches(every))
    make_sheets()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return made


def _keep_others_waiting() -> None:
    """Let nobody change the lists while all are made: what is counted would miss the change."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE agreements_standingperiod IN SHARE ROW EXCLUSIVE MODE")


def _batches(account_ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(account_ids), _BATCH):
        yield account_ids[start : start + _BATCH]


@dataclass(slots=True)
class _Made:
    """What a batch of accounts gives to the lists."""

    entries: list[RegisterEntry] = field(default_factory=list)
    partners: list[RegisterPartner] = field(default_factory=list)
    periods: list[StandingPeriod] = field(default_factory=list)
    findings: list[RegisterFinding] = field(default_factory=list)

    def add(self, account: Account, partners: Sequence[Organisation], acts: Sequence[Act]) -> None:
        entry = _entry_of(account, partners, acts)
        periods = list(_periods_of(entry, partners, acts))
        entry.begins = periods[0].starts if periods else None
        self.entries.append(entry)
        self.partners.extend(_partners_of(entry, partners))
        self.periods.extend(periods)
        self.findings.extend(_findings_of(entry, partners, acts))

    def save(self) -> None:
        RegisterEntry.objects.bulk_create(self.entries)
        RegisterPartner.objects.bulk_create(self.partners)
        StandingPeriod.objects.bulk_create(self.periods, batch_size=2000)
        RegisterFinding.objects.bulk_create(self.findings)


def _refresh_batch(account_ids: Sequence[int]) -> int:
    before = _counted_periods(account_ids)
    StandingPeriod.objects.filter(entry_id__in=account_ids).delete()
    RegisterFinding.objects.filter(entry_id__in=account_ids).delete()
    RegisterPartner.objects.filter(entry_id__in=account_ids).delete()
    RegisterEntry.objects.filter(pk__in=account_ids).delete()
    standing = Account.objects.filter(pk__in=account_ids, withdrawn_at=None)
    accounts = standing.select_related("relation").prefetch_related(standing_parties())
    acts = acts_by_account(account_ids)
    made = _Made()
    for account in accounts:
        made.add(account, partners_of(account), acts.get(account.pk, ()))
    made.save()
    move_sheets(before=before, after=map(_counted_period, made.periods))
    return len(made.entries)


def _counted_periods(account_ids: Sequence[int]) -> list[CountedPeriod]:
    periods = StandingPeriod.objects.filter(entry_id__in=account_ids)
    return [CountedPeriod(*row) for row in periods.values_list(*CountedPeriod._fields)]


def _counted_period(period: StandingPeriod) -> CountedPeriod:
    return CountedPeriod(*(getattr(period, name) for name in CountedPeriod._fields))


def _partners_of(
    entry: RegisterEntry, partners: Sequence[Organisation]
) -> Iterator[RegisterPartner]:
    for body in partners:
        country = "" if body.place is None else body.place.country
        yield RegisterPartner(
            entry=entry, organisation=body, place_id=body.place_id, country=country
        )


def _entry_of(
    account: Account, partners: Sequence[Organisation], acts: Sequence[Act]
) -> RegisterEntry:
    opening = first_opening(acts)
    countries = _countries_of(partners)
    return RegisterEntry(
        account=account,
        workspace_id=account.workspace_id,
        grade=account.grade,
        instrument=account.instrument,
        partner_tr=_joined(body.name_tr for body in partners),
        partner_en=_joined(body.name_en for body in partners),
        place=_first_place(partners),
        country=_one_country(countries),
        partner_countries=" ".join(countries),
        since=None if opening is None else opening.happened,
        since_day=_stated_day(opening),
        decade=_decade_of(opening),
        sort_tr=_joined(body.sort_tr for body in partners),
        sort_en=_joined(body.sort_en for body in partners),
        signed_day=_stated_day(opening) or date.max,
        last_act_day=max((act.earliest for act in acts if act.earliest > date.min), default=None),
    )


def _periods_of(
    entry: RegisterEntry, partners: Sequence[Organisation], acts: Sequence[Act]
) -> Iterable[StandingPeriod]:
    place = _first_place(partners)
    if place is not None and (place.latitude is None or place.longitude is None):
        place = None
    same = {
        "entry": entry,
        "workspace_id": entry.workspace_id,
        "grade": entry.grade,
        "instrument": entry.instrument,
        "country": entry.country,
        "decade": entry.decade,
        "since_day": entry.signed_day,
        "sort_tr": entry.sort_tr,
        "sort_en": entry.sort_en,
        "place": place,
        "place_rank": 0 if place is None else -(place.population or 0),
    }
    for period in periods(acts):
        yield StandingPeriod(
            standing=period.standing,
            starts=period.starts,
            ends=date.max if period.ends is None else period.ends,
            **same,
        )


def _findings_of(
    entry: RegisterEntry, partners: Sequence[Organisation], acts: Sequence[Act]
) -> Iterable[RegisterFinding]:
    founded = partners[0].founded if len(partners) == 1 else None
    for finding in findings(acts, party_founded=founded):
        yield RegisterFinding(
            entry=entry,
            workspace_id=entry.workspace_id,
            grade=entry.grade,
            kind=finding.kind,
            params={name: _as_text(value) for name, value in finding.params.items()},
        )


def _as_text(value: object) -> object:
    return [str(each) for each in value] if isinstance(value, tuple) else str(value)


def _joined(names: Iterable[str]) -> str:
    return ", ".join(names)[:600]


def _first_place(partners: Sequence[Organisation]) -> Place | None:
    return next((body.place for body in partners if body.place is not None), None)


def _countries_of(partners: Sequence[Organisation]) -> list[str]:
    return sorted({body.place.country for body in partners if body.place is not None})


def _one_country(countries: Sequence[str]) -> str:
    if len(countries) > 1:
        return SEVERAL_COUNTRIES
    return next(iter(countries), NO_COUNTRY)


def _stated_day(opening: Act | None) -> date | None:
    if opening is None or opening.earliest == date.min:
        return None
    return opening.earliest


def _decade_of(opening: Act | None) -> int | None:
    """Return the decade of a signing, or nothing where its date may lie in two."""
    if opening is None or opening.earliest.year // 10 != opening.latest.year // 10:
        return None
    return opening.earliest.year // 10 * 10
