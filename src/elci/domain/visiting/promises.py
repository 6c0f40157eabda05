"""How a promise stands on a day: a pure function of what happened to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from elci.domain.dates import PartialDate
from elci.domain.visiting.words import PromiseEventKind, PromiseState

FATES: Final = MappingProxyType(
    {
        PromiseEventKind.KEPT: PromiseState.KEPT,
        PromiseEventKind.BROKEN: PromiseState.BROKEN,
        PromiseEventKind.DROPPED: PromiseState.DROPPED,
    }
)
"""What ends a promise, with how it then stands."""
_SETS_THE_DATE: Final = frozenset(
    {PromiseEventKind.MADE, PromiseEventKind.POSTPONED, PromiseEventKind.CORRECTED}
)


class PromiseRefusal(StrEnum):
    """Why something cannot have happened to a promise."""

    SETTLED = "settled"
    """It was kept, broken or dropped already."""
    NOT_SETTLED = "not_settled"
    """It is open, so nothing can be taken back."""
    BEFORE_IT_WAS_MADE = "before_it_was_made"
    NOT_LATER = "not_later"
    """It is postponed to a date that is not later than the old one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseEvent:
    """Something that happened to a promise; an event that sets a date carries it, or none."""

    kind: PromiseEventKind
    on: date
    due: PartialDate | None = None


def due_on(events: Sequence[PromiseEvent], day: date) -> PartialDate | None:
    """Return by when it was to be done, as it was agreed on a day; nothing where nobody said."""
    said = [each.due for each in events if each.kind in _SETS_THE_DATE and each.on <= day]
    return said[-1] if said else None


def earlier_dates(events: Sequence[PromiseEvent]) -> tuple[PartialDate | None, ...]:
    """Return the dates by which it was to be done before it was postponed, first to last."""
    found: list[PartialDate | None] = []
    due: PartialDate | None = None
    for each in events:
        if each.kind is PromiseEventKind.POSTPONED:
            found.append(due)
        if each.kind in _SETS_THE_DATE:
            due = each.due
    return tuple(found)


def state_on(events: Sequence[PromiseEvent], day: date) -> PromiseState:
    """Return how a promise stands on a day; before it was made it is open.

    Events stand in the order recorded, and of two of one day the later recorded counts. It is
    overdue from the day after the last on which it may have been due.
    """
    state = PromiseState.OPEN
    for each in events:
        if each.on <= day and each.kind in FATES:
            state = FATES[each.kind]
        elif each.on <= day and each.kind is PromiseEventKind.REOPENED:
            state = PromiseState.OPEN
    due = due_on(events, day)
    if state is PromiseState.OPEN and is_past(due, day):
        return PromiseState.OVERDUE
    return state


def is_past(due: PartialDate | None, day: date) -> bool:
    """Whether a date by which something was to be done is past for certain."""
    return due is not None and due.latest is not None and due.latest < day


def refusal_of_event(
    events: Sequence[PromiseEvent], event: PromiseEvent, *, made: PartialDate
) -> PromiseRefusal | None:
    """Return why an event cannot follow those on record."""
    settled = state_on(events, date.max) in FATES.values()
    if event.kind is PromiseEventKind.REOPENED and not settled:
        return PromiseRefusal.NOT_SETTLED
    if event.kind in {*FATES, PromiseEventKind.POSTPONED} and settled:
        return PromiseRefusal.SETTLED
    if not made.possibly_by(event.on):
        return PromiseRefusal.BEFORE_IT_WAS_MADE
    if event.kind is PromiseEventKind.POSTPONED and not _is_later(event.due, events):
        return PromiseRefusal.NOT_LATER
    return None


def _is_later(due: PartialDate | None, events: Sequence[PromiseEvent]) -> bool:
    old = due_on(events, date.max)
    return due is None or old is None or (due != old and due.sort_key > old.sort_key)
