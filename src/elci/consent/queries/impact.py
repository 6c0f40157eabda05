"""The impact run: what a new or a draft law would change for the reader's portfolio."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Final
from uuid import UUID

from django.db.models import QuerySet

from elci.agreements.models import Account
from elci.consent.models import Case
from elci.consent.queries.cases import cases_visible_to, domain_event
from elci.consent.queries.portfolio import CHUNK, Keeper, Kept, keepers, kept_in_chunks, number_kept
from elci.domain.acts.kinds import Standing
from elci.domain.casework.clocks import calendar_of
from elci.domain.casework.impact import Because, Comparison, NotTouched
from elci.domain.casework.law_changes import LawChange
from elci.domain.casework.notices import CaseChange, case_change, notice_of
from elci.domain.casework.replaying import replay
from elci.domain.law.pack import Pack, Rule
from elci.domain.texts import Text
from elci.foundation.eyes import Eyes

OVER: Final = frozenset({Standing.ENDED, Standing.EXPIRED, Standing.SUPERSEDED, Standing.REFUSED})
"""Standings after which nothing comes any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A relation or a case that another law touches."""

    workspace_id: int
    account_uuid: UUID | None
    case_uuid: UUID | None
    name_tr: str
    name_en: str
    instrument: str
    changes: tuple[LawChange | CaseChange, ...]

    @property
    def since(self) -> date:
        """The first day on which anything changes."""
        return min(change.since for change in self.changes)

    @property
    def possibly(self) -> bool:
        """Whether all of it depends on what is not known."""
        return all(isinstance(each, LawChange) and each.possibly for each in self.changes)

    @property
    def notice(self) -> Text:
        """A draft of what its keeper is to be told."""
        return notice_of(Text(self.name_tr, self.name_en), self.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Untouched:
    """A relation that another law leaves as it is, and why."""

    workspace_id: int
    account_uuid: UUID
    name_tr: str
    name_en: str
    instrument: str
    why: NotTouched
    because: tuple[Because, ...]
    """For each changed rule, the condition that the relation does not meet."""


@dataclass(slots=True, kw_only=True)
class Impact:
    """What a law would change, and what not."""

    rules: dict[str, Rule]
    """The rules that are new, gone or otherwise, by their ids."""
    touched: list[Touched] = field(default_factory=list)
    untouched: list[Untouched] = field(default_factory=list)

    def add(self, judged: Touched | Untouched) -> None:
        """Put a relation or a case where it belongs."""
        if isinstance(judged, Touched):
            self.touched.append(judged)
        else:
            self.untouched.append(judged)

    @property
    def reasons(self) -> Counter[NotTouched]:
        """How many relations are not touched, by the reason why."""
        return Counter(each.why for each in self.untouched)


def impact_of(old: Pack, new: Pack, eyes: Eyes, *, today: date) -> Impact:
    """Return what the change from one pack to another means for the reader's own workspaces.

    Only keepers of the packs' country are asked about. In a few queries for every thousand
    relations.
    """
    comparison = Comparison.of(old, new, today=today)
    found = Impact(rules=comparison.changed_rules())
    for each in impact_in(comparison, eyes):
        found.add(each)
    return found


def impact_in(comparison: Comparison, eyes: Eyes) -> Iterator[Touched | Untouched]:
    """Yield every relation of the reader, touched or not, then the open cases that are touched."""
    return chain.from_iterable(found for _account, found in judged_in(comparison, eyes))


def judged_in(
    comparison: Comparison, eyes: Eyes, *, after: int = 0, size: int = CHUNK
) -> Iterator[tuple[int | None, list[Touched | Untouched]]]:
    """Yield each account with what another law means for it, then no account with the cases.

    Accounts come by their ids, those after one; ``size`` is how many are read at once.
    """
    keeping = keepers_of_law(comparison.new, eyes)
    for chunk in kept_in_chunks(keeping, after=after, on=comparison.today, size=size):
        for kept in chunk:
            yield kept.account_id, [_judged(kept, comparison)]
    yield None, list(_cases(comparison, cases_visible_to(eyes), keeping.keys()))


def accounts_judged(law: Pack, eyes: Eyes) -> int:
    """Return how many of the reader's accounts a law may concern."""
    return number_kept(keepers_of_law(law, eyes))


def impact_on_account(
    comparison: Comparison, account_uuid: UUID, eyes: Eyes
) -> Touched | Untouched | None:
    """Return what another law means for one account; nothing where it is not the reader's own."""
    keeping = keepers_of_law(comparison.new, eyes)
    mine = Account.objects.filter(uuid=account_uuid, workspace_id__in=list(keeping))
    for pk in mine.filter(withdrawn_at=None).values_list("pk", flat=True):
        for chunk in kept_in_chunks(keeping, after=pk - 1, most=1, on=comparison.today):
            return _judged(chunk[0], comparison)
    return None


def impact_on_case(comparison: Comparison, case_uuid: UUID, eyes: Eyes) -> Touched | None:
    """Return what another law means for one open case of the reader, if it means anything."""
    cases = cases_visible_to(eyes).filter(uuid=case_uuid)
    return next(_cases(comparison, cases, keepers_of_law(comparison.new, eyes).keys()), None)


def keepers_of_law(law: Pack, eyes: Eyes) -> dict[int, Keeper]:
    """Return who keeps the reader's workspaces in the country of a law."""
    return {
        pk: keeper for pk, keeper in keepers(eyes).items() if keeper.country == law.jurisdiction
    }


def _judged(kept: Kept, comparison: Comparison) -> Touched | Untouched:
    changes = tuple(_changes(kept, comparison)) if kept.is_abroad else ()
    if changes:
        return Touched(
            workspace_id=kept.keeper.workspace_id,
            account_uuid=kept.uuid,
            case_uuid=None,
            name_tr=kept.partner_tr,
            name_en=kept.partner_en,
            instrument=kept.relation.instrument,
            changes=changes,
        )
    because = comparison.why_not(kept.relation)
    return Untouched(
        workspace_id=kept.keeper.workspace_id,
        account_uuid=kept.uuid,
        name_tr=kept.partner_tr,
        name_en=kept.partner_en,
        instrument=kept.relation.instrument,
        why=_why_not(kept, because, len(comparison.changed_rules())),
        because=because,
    )


def _changes(kept: Kept, comparison: Comparison) -> Iterator[LawChange]:
    yield from comparison.on_record(kept.relation)
    if kept.standing not in OVER:
        yield from comparison.to_come(kept.relation)


def _why_not(kept: Kept, because: tuple[Because, ...], rules: int) -> NotTouched:
    if not kept.is_abroad:
        return NotTouched.NOT_ABROAD
    if rules > 0 and len(because) == rules:
        return NotTouched.OTHER_CASES
    return NotTouched.OVER if kept.standing in OVER else NotTouched.SAME_ANSWER


def _cases(
    comparison: Comparison, cases: QuerySet[Case], keeping: Collection[int]
) -> Iterator[Touched]:
    old, new, today = comparison.old, comparison.new, comparison.today
    calendar = calendar_of(new.jurisdiction)
    open_cases = cases.filter(workspace_id__in=keeping, is_open=True, act_on=None)
    for case in open_cases.prefetch_related("events"):
        events = [domain_event(event) for event in case.events.all()]
        change = case_change(
            replay(events, old, today=today, calendar=calendar),
            replay(events, new, today=today, calendar=calendar),
        )
        if change is not None:
            yield _touched_case(case, change)


def _touched_case(case: Case, change: CaseChange) -> Touched:
    return Touched(
        workspace_id=case.workspace_id,
        account_uuid=None,
        case_uuid=case.uuid,
        name_tr=case.title,
        name_en=case.title,
        instrument=case.instrument,
        changes=(change,),
    )
