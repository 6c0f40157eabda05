"""The impact run: what a new or a draft law would change for the reader's portfolio."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import UUID

from elci.consent.models import Case
from elci.consent.queries.cases import cases_visible_to, domain_event
from elci.consent.queries.portfolio import Kept, keepers, kept_in_chunks
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
    changes: tuple[LawChange | CaseChange, ...]
    notice: Text
    """A draft of what its keeper is to be told."""

    @property
    def since(self) -> date:
        """The first day on which anything changes."""
        return min(change.since for change in self.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Untouched:
    """A relation that another law leaves as it is, and why."""

    workspace_id: int
    account_uuid: UUID
    name_tr: str
    name_en: str
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
    keeping = {
        pk: keeper for pk, keeper in keepers(eyes).items() if keeper.country == new.jurisdiction
    }
    for chunk in kept_in_chunks(keeping, on=today):
        for kept in chunk:
            _add(found, kept, comparison)
    found.touched.extend(_cases(comparison, eyes, keeping.keys()))
    return found


def _add(found: Impact, kept: Kept, comparison: Comparison) -> None:
    changes = tuple(_changes(kept, comparison)) if kept.is_abroad else ()
    if changes:
        found.touched.append(
            Touched(
                workspace_id=kept.keeper.workspace_id,
                account_uuid=kept.uuid,
                case_uuid=None,
                name_tr=kept.partner_tr,
                name_en=kept.partner_en,
                changes=changes,
                notice=notice_of(Text(kept.partner_tr, kept.partner_en), changes),
            )
        )
        return
    because = comparison.why_not(kept.relation)
    found.untouched.append(
        Untouched(
            workspace_id=kept.keeper.workspace_id,
            account_uuid=kept.uuid,
            name_tr=kept.partner_tr,
            name_en=kept.partner_en,
            why=_why_not(kept, because, len(found.rules)),
            because=because,
        )
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


def _cases(comparison: Comparison, eyes: Eyes, keeping: Collection[int]) -> Iterator[Touched]:
    old, new, today = comparison.old, comparison.new, comparison.today
    cases = cases_visible_to(eyes).filter(workspace_id__in=keeping, is_open=True, act_on=None)
    for case in cases.prefetch_related("events"):
        events = [domain_event(event) for event in case.events.all()]
        calendar = calendar_of(new.jurisdiction)
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
        changes=(change,),
        notice=notice_of(Text(case.title, case.title), (change,)),
    )
