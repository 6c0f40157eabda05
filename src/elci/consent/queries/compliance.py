"""The finder: what the register does not show of what the law asked, over a whole portfolio."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import chain
from uuid import UUID

from elci.agreements.models import Account
from elci.consent.models import Case
from elci.consent.queries.cases import states_of
from elci.consent.queries.packs import named, pack_key_of_country
from elci.consent.queries.portfolio import CHUNK, Kept, keepers, kept_in_chunks, number_kept
from elci.domain.casework.asking import Asker
from elci.domain.casework.chapters import conclusions
from elci.domain.casework.clocks import Calendar, calendar_of
from elci.domain.casework.gaps import Gap, GapKind, gaps_of, gaps_of_case
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import Eyes


class Subject(StrEnum):
    """Of what something is missing."""

    RELATION = "relation"
    MEMBERSHIP = "membership"
    CASE = "case"
    """A journey, or another act that is no relation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A gap, and of what."""

    kind: GapKind
    subject: Subject
    workspace_id: int
    uuid: UUID
    """Of the account, or of the case."""
    name_tr: str
    name_en: str
    """The partner, or the title of the case."""
    instrument: str
    gap: Gap | None
    """Nothing where no pack is shipped for the country."""

    @property
    def possibly(self) -> bool:
        """Whether it is there only if what is not known is one way and not another."""
        return self.gap is not None and self.gap.possibly


@dataclass(slots=True)
class _Law:
    """The packs of the countries of the keepers, each ready to be asked."""

    _askers: dict[str | None, tuple[Asker, Calendar] | None] = field(default_factory=dict)

    def of(self, country: str | None) -> tuple[Asker, Calendar] | None:
        if country not in self._askers:
            key = pack_key_of_country(country)
            pack = None if key is None else named(key).pack
            self._askers[country] = (
                None if pack is None else (Asker(pack), calendar_of(pack.jurisdiction))
            )
        return self._askers[country]


def find_gaps(eyes: Eyes, today: date) -> list[Finding]:
    """Return all findings of the reader's own workspaces; see ``gaps_in``."""
    return list(gaps_in(eyes, today))


def gaps_in(
    eyes: Eyes, today: date, *, after: int = 0, most_accounts: int | None = None
) -> Iterator[Finding]:
    """Yield the findings of the reader's own workspaces, relations in the order of their ids.

    In a few queries for every thousand relations. ``after`` and ``most_accounts`` choose a part:
    those with greater ids than that of an account, and so many of them; the cases come with the
    last part.
    """
    looked_at = examined_in(eyes, today, after=after, most_accounts=most_accounts)
    return chain.from_iterable(findings for _account, findings in looked_at)


def examined_in(
    eyes: Eyes,
    today: date,
    *,
    after: int = 0,
    most_accounts: int | None = None,
    size: int = CHUNK,
) -> Iterator[tuple[int | None, list[Finding]]]:
    """Yield each account that is looked at with what was found, then no account with the cases.

    The parts are those of ``gaps_in``; ``size`` is how many accounts are read at once.
    """
    law, seen = _Law(), 0
    for chunk in kept_in_chunks(keepers(eyes), after=after, most=most_accounts, size=size):
        seen += len(chunk)
        for kept in chunk:
            yield kept.account_id, list(_of_account(kept, law, today))
    if most_accounts is None or seen < most_accounts:
        yield None, list(_of_cases(eyes, today))


def accounts_looked_at(eyes: Eyes) -> int:
    """Return how many accounts the finder looks at for a reader."""
    return number_kept(keepers(eyes))


def gap_counts(findings: Sequence[Finding]) -> dict[GapKind, tuple[int, int]]:
    """Return for each kind how many gaps are certain, and how many are only possible."""
    counts = dict.fromkeys(GapKind, (0, 0))
    for each in findings:
        certain, possible = counts[each.kind]
        counts[each.kind] = (certain + (not each.possibly), possible + each.possibly)
    return counts


def gaps_of_account(account: Account, eyes: Eyes, today: date) -> list[Finding]:
    """Return the findings of one account of the reader's workspaces."""
    chunks = kept_in_chunks(keepers(eyes), after=account.pk - 1, most=1)
    law = _Law()
    return [
        finding
        for chunk in chunks
        for kept in chunk
        if kept.account_id == account.pk
        for finding in _of_account(kept, law, today)
    ]


def _of_account(kept: Kept, law: _Law, today: date) -> Iterator[Finding]:
    if not kept.is_abroad:
        return
    asked = law.of(kept.keeper.country)
    if asked is None:
        if conclusions(kept.relation.acts):
            yield _finding(kept, GapKind.NOT_MODELLED, None)
        return
    for gap in gaps_of(kept.relation, *asked, today=today):
        yield _finding(kept, gap.kind, gap)


def _finding(kept: Kept, kind: GapKind, gap: Gap | None) -> Finding:
    is_membership = kept.relation.instrument is Instrument.MEMBERSHIP
    return Finding(
        kind=kind,
        subject=Subject.MEMBERSHIP if is_membership else Subject.RELATION,
        workspace_id=kept.keeper.workspace_id,
        uuid=kept.uuid,
        name_tr=kept.partner_tr,
        name_en=kept.partner_en,
        instrument=kept.relation.instrument,
        gap=gap,
    )


def _of_cases(eyes: Eyes, today: date) -> Iterator[Finding]:
    """Yield the findings of what was carried out and is no relation."""
    cases = Case.objects.filter(
        workspace_id__in=eyes.reads, account=None, act_on__isnull=False
    ).order_by("pk")
    for case, state in states_of(cases, today):
        for gap in gaps_of_case(state, today=today):
            yield Finding(
                kind=gap.kind,
                subject=Subject.CASE,
                workspace_id=case.workspace_id,
                uuid=case.uuid,
                name_tr=case.title,
                name_en=case.title,
                instrument="",
                gap=gap,
            )
