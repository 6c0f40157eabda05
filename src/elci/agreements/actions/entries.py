"""Making what the lists read from what the accounts say."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from django.db import transaction
from django.db.models import Prefetch

from elci.agreements.models import (
    Account,
    ActRecord,
    Party,
    RegisterEntry,
    RegisterFinding,
    StandingPeriod,
)
from elci.agreements.queries.acts import domain_act
from elci.agreements.queries.relations import partners_of
from elci.domain.acts.act import Act
from elci.domain.acts.checks import findings
from elci.domain.acts.standing import acts_known_on, first_opening, periods
from elci.domain.register import SEVERAL_COUNTRIES
from elci.organisations.models import Organisation

_BATCH: Final = 500


@transaction.atomic
def refresh_entry(account: Account) -> None:
    """Make the entry and the standing periods of one account anew; a withdrawn one has none."""
    refresh_entries([account.pk])


@transaction.atomic
def refresh_entries(account_ids: Sequence[int] | None = None) -> int:
    """Make the entries of these accounts anew, or those of all; return how many there are now.

    Idempotent: what it makes depends on nothing but the accounts.
    """
    if account_ids is None:
        account_ids = list(Account.objects.values_list("pk", flat=True))
    made = 0
    for start in range(0, len(account_ids), _BATCH):
        made += _refresh_batch(account_ids[start : start + _BATCH])
    return made


def _refresh_batch(account_ids: Sequence[int]) -> int:
    StandingPeriod.objects.filter(entry_id__in=account_ids).delete()
    RegisterFinding.objects.filter(entry_id__in=account_ids).delete()
    RegisterEntry.objects.filter(pk__in=account_ids).delete()
    parties = Party.objects.select_related("organisation__place")
    accounts = Account.objects.filter(pk__in=account_ids, withdrawn_at=None).prefetch_related(
        Prefetch("acts", ActRecord.objects.filter(known_until=None)),
        Prefetch("relation__parties", parties),
    )
    entries: list[RegisterEntry] = []
    all_periods: list[StandingPeriod] = []
    all_findings: list[RegisterFinding] = []
    for account in accounts:
        acts = acts_known_on([domain_act(record) for record in account.acts.all()], None)
        partners = partners_of(account)
        entry = _entry_of(account, partners, acts)
        entries.append(entry)
        all_periods.extend(_periods_of(entry, partners, acts))
        all_findings.extend(_findings_of(entry, partners, acts))
    RegisterEntry.objects.bulk_create(entries)
    StandingPeriod.objects.bulk_create(all_periods, batch_size=2000)
    RegisterFinding.objects.bulk_create(all_findings)
    return len(entries)


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
        place=next((body.place for body in partners if body.place is not None), None),
        country=_one_country(countries),
        partner_countries=" ".join(countries),
        since=None if opening is None else opening.happened,
        since_day=_stated_day(opening),
        last_act_day=max((act.earliest for act in acts if act.earliest > date.min), default=None),
    )


def _periods_of(
    entry: RegisterEntry, partners: Sequence[Organisation], acts: Sequence[Act]
) -> Iterable[StandingPeriod]:
    opening = first_opening(acts)
    for period in periods(acts):
        yield StandingPeriod(
            entry=entry,
            workspace_id=entry.workspace_id,
            grade=entry.grade,
            instrument=entry.instrument,
            standing=period.standing,
            country=entry.country,
            decade=_decade_of(opening),
            since_day=entry.since_day,
            sort_tr=_joined(body.sort_tr for body in partners),
            sort_en=_joined(body.sort_en for body in partners),
            starts=period.starts,
            ends=date.max if period.ends is None else period.ends,
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


def _countries_of(partners: Sequence[Organisation]) -> list[str]:
    return sorted({body.place.country for body in partners if body.place is not None})


def _one_country(countries: Sequence[str]) -> str:
    if len(countries) > 1:
        return SEVERAL_COUNTRIES
    return next(iter(countries), "")


def _stated_day(opening: Act | None) -> date | None:
    if opening is None or opening.earliest == date.min:
        return None
    return opening.earliest


def _decade_of(opening: Act | None) -> int | None:
    """Return the decade of a signing, or nothing where its date may lie in two."""
    if opening is None or opening.earliest.year // 10 != opening.latest.year // 10:
        return None
    return opening.earliest.year // 10 * 10
