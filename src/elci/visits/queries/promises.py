from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from elci.accounts.models import Unit, Workspace
from elci.domain.dates import PartialDate
from elci.domain.visiting.promises import PromiseEvent as Event
from elci.domain.visiting.promises import earlier_dates, state_on
from elci.domain.visiting.words import PromiseEventKind, PromiseState
from elci.foundation.eyes import Eyes
from elci.visits.models import Promise, PromiseEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPromise:
    """A promise with how it stands on a day, and what happened to it."""

    promise: Promise
    state: PromiseState
    events: Sequence[PromiseEvent]
    earlier: Sequence[PartialDate | None]
    """The dates by which it was to be done before it was postponed."""

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state in {PromiseState.OPEN, PromiseState.OVERDUE}

    @property
    def fate(self) -> PromiseEvent | None:
        """What settled it; nothing while it is open."""
        return None if self.is_open else next(
            each for each in reversed(self.events) if each.kind == self.state.value
        )  # fmt: skip


def promises_visible_to(eyes: Eyes) -> QuerySet[Promise]:
    """Return the promises of the reader's workspaces, those withdrawn too."""
    events = PromiseEvent.objects.select_related("document", "recorded_by")
    return (
        Promise.objects.filter(workspace_id__in=eyes.reads)
        .select_related(
            "workspace", "partner__place", "visit", "act__account", "unit", "made_by",
            "withdrawn_by",
        )
        .prefetch_related(Prefetch("events", events))
    )  # fmt: skip


def promises_editable_by(eyes: Eyes) -> QuerySet[Promise]:
    """Return the promises that stand in workspaces in which the reader may record."""
    return promises_visible_to(eyes).filter(workspace_id__in=eyes.writes, withdrawn_at=None)


def promises_with(bodies: Iterable[int], eyes: Eyes) -> QuerySet[Promise]:
    """Return the promises that stand between the reader's workspaces and any of these bodies."""
    return promises_visible_to(eyes).filter(withdrawn_at=None, partner_id__in=list(bodies))


def units_of(workspace: Workspace, eyes: Eyes) -> QuerySet[Unit]:
    """Return the units of a workspace in which the reader has a seat, by name."""
    return Unit.objects.filter(workspace=workspace, workspace_id__in=eyes.reads)


def told_promises(promises: Iterable[Promise], today: date) -> list[ToldPromise]:
    """Return promises with how they stand, what is overdue first, then by when they are due."""
    return sorted((told_promise(each, today) for each in promises), key=_order)


def told_promise(promise: Promise, today: date) -> ToldPromise:
    """Return one promise with how it stands on a day."""
    rows = list(promise.events.all())
    events = [Event(kind=PromiseEventKind(row.kind), on=row.happened, due=row.due) for row in rows]
    return ToldPromise(
        promise=promise, state=state_on(events, today), events=rows, earlier=earlier_dates(events)
    )


_ORDER = {state: place for place, state in enumerate(
    (PromiseState.OVERDUE, PromiseState.OPEN, PromiseState.BROKEN, PromiseState.KEPT,
     PromiseState.DROPPED)
)}  # fmt: skip


def _order(told: ToldPromise) -> tuple[int, date, int]:
    due = told.promise.due
    latest = None if due is None else due.latest
    return _ORDER[told.state], latest or date.max, told.promise.pk
