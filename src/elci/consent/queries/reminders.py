"""What is due in the reader's cases: what, by when, for whom."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final
from uuid import UUID

from django.db.models import Exists

from elci.consent.models import Case, CaseEvent, DecidingOffice
from elci.consent.queries.cases import cases_visible_to, states_of
from elci.consent.queries.ministry import ministry_queue
from elci.domain.casework.state import CaseState, StepState, StepStatus
from elci.foundation.eyes import Eyes

SOON: Final = timedelta(days=7)
"""What is due within it asks for attention today."""


class ReminderKind(StrEnum):
    """What somebody is reminded of."""

    STEP = "step"
    """A step of the procedure is to be done."""
    AWAITED = "awaited"
    """An authority is to answer."""
    PAPER = "paper"
    """A paper was asked for."""
    OPINION = "opinion"
    """An opinion was asked for."""
    DECISION = "decision"
    """An office of the reader is to decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """Something that is to be done in a case."""

    kind: ReminderKind
    case: Case
    what_tr: str
    what_en: str
    whose: str
    """Who is to do it: the authority, the body that was asked, or the workspace."""
    due: date | None
    """The last day in time; nothing where the law sets none or its period has not begun."""
    since: date | None
    """Since when it is waited for."""
    is_late: bool
    step: StepState | None = None


def reminders_for(eyes: Eyes, today: date) -> list[Reminder]:
    """Return what is to be done in the open cases of the reader's workspaces and offices.

    What is due first comes first, then what has no day, what was waited for longest first.
    """
    own = cases_visible_to(eyes).filter(is_open=True, workspace_id__in=eyes.reads)
    found = [
        *(each for case, state in states_of(own, today) for each in _of_case(case, state)),
        *(each for case, state in states_of(ministry_queue(eyes), today)
          for each in _of_office(case, state)),
    ]  # fmt: skip
    return sorted(found, key=_order)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """How much of the reader's cases, and of an office's files, asks for attention."""

    due: int = 0
    """Due within ``SOON``, or overdue."""
    late: int = 0
    """Overdue already."""
    decides: bool = False
    """Whether an office of the reader decides."""
    to_decide: int = 0
    """Files that lie at the reader's offices."""


def attention_of(eyes: Eyes, today: date) -> Attention:
    """Return what asks for attention, in one query as long as nothing happens in any case.

    How a case stands follows from its events and the day alone: what was found for the latest event
    stands until the next one.
    """
    mine = DecidingOffice.objects.filter(workspace_id__in=eyes.reads).order_by()
    found = CaseEvent.objects.order_by("-pk").values_list("uuid", Exists(mine)).first()
    if found is None:
        return Attention(decides=mine.exists())
    latest, decides = found
    return replace(_attention(eyes, today, latest), decides=bool(decides))


@lru_cache(maxsize=512)
def _attention(eyes: Eyes, today: date, _latest: UUID) -> Attention:
    reminders = reminders_for(eyes, today)
    own = [each for each in reminders if each.kind is not ReminderKind.DECISION]
    return Attention(
        due=sum(each.due is not None and each.due <= today + SOON for each in own),
        late=sum(each.is_late for each in own),
        to_decide=len(reminders) - len(own),
    )


def _order(reminder: Reminder) -> tuple[date, date, int]:
    return (reminder.due or date.max, reminder.since or date.max, reminder.case.pk)


def _of_case(case: Case, state: CaseState) -> Iterator[Reminder]:
    for step in state.open_steps:
        if step.status is not StepStatus.NOT_YET:
            yield _of_step(case, step)
    for paper in state.papers_asked:
        yield _request(case, ReminderKind.PAPER, paper.paper, paper.from_whom, paper.on)
    for opinion in state.opinions_asked:
        yield _request(case, ReminderKind.OPINION, opinion.body, opinion.body, opinion.on)


def _of_office(case: Case, state: CaseState) -> Iterator[Reminder]:
    step = state.step(case.office_step)
    if step is not None:
        yield _of_step(case, step, kind=ReminderKind.DECISION, whose=str(case.office))


def _of_step(
    case: Case, step: StepState, *, kind: ReminderKind | None = None, whose: str = ""
) -> Reminder:
    awaited = step.sent is not None
    return Reminder(
        kind=kind or (ReminderKind.AWAITED if awaited else ReminderKind.STEP),
        case=case,
        what_tr=step.step.name.tr,
        what_en=step.step.name.en,
        whose=whose or (step.sent.to if step.sent is not None else str(case.workspace)),
        due=None if step.clock is None else step.clock.due,
        since=None if step.sent is None else step.sent.on,
        is_late=step.status is StepStatus.LATE,
        step=step,
    )


def _request(case: Case, kind: ReminderKind, what: str, whose: str, since: date) -> Reminder:
    return Reminder(
        kind=kind,
        case=case,
        what_tr=what,
        what_en=what,
        whose=whose,
        due=None,
        since=since,
        is_late=False,
    )
