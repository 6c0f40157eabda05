from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from elci.accounts.actions import record_change
from elci.accounts.models import Unit, User, Workspace
from elci.agreements.models import ActRecord
from elci.documents.models import Document
from elci.domain.dates import PartialDate
from elci.domain.visiting.promises import PromiseEvent as Event
from elci.domain.visiting.promises import PromiseRefusal, due_on, refusal_of_event, state_on
from elci.domain.visiting.words import PromiseEventKind, Promiser, PromiseState
from elci.organisations.models import Organisation
from elci.visits.actions.refusals import VisitRefusedError, refuse_empty
from elci.visits.actions.writing import changed, columns_of, held_row, withdraw
from elci.visits.models import Promise, PromiseEvent, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseFacts:
    """Who promised what to whom, when, and by when it is to be done."""

    promiser: Promiser
    what: str
    made_on: PartialDate
    due: PartialDate | None = None
    who: str = ""
    to_whom: str = ""
    unit: Unit | None = None
    letter: str = ""
    act: ActRecord | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of a promise."""

    kind: PromiseEventKind
    happened: date
    text: str
    due: PartialDate | None = None
    """The new date; only where it is postponed, and empty where nobody said one."""
    document: Document | None = None


@transaction.atomic
def make_promise(
    workspace: Workspace, facts: PromiseFacts, *, partner: Organisation, today: date,
    user: User | None, visit: Visit | None = None, is_sample: bool = False,
) -> Promise:  # fmt: skip
    """Enter a promise, made at a visit or otherwise.

    Raises ``VisitRefusedError`` where it says nothing, was made on a day that has not come, or was
    to be done before it was made.
    """
    _refuse(facts, today)
    promise = Promise.objects.create(
        workspace=workspace, partner=partner, visit=visit, made_by=user, is_sample=is_sample,
        **columns_of(facts),
    )  # fmt: skip
    _add(promise, Event(kind=PromiseEventKind.MADE, on=_first_day(facts, today), due=facts.due),
         user=user)  # fmt: skip
    _tell(promise, user, "made", after={"what": promise.what, "due": str(promise.due or "")})
    return promise


@transaction.atomic
def record_fate(promise: Promise, fate: Fate, *, today: date, user: User | None) -> PromiseEvent:
    """Record that a promise was kept, broken, dropped, postponed, or is open again.

    Raises ``VisitRefusedError`` without words (the outcome or the reason), for a day that has not
    come, and where it cannot follow what is on record.
    """
    current = held_row(promise)
    text = refuse_empty(fate.text, "text", _("Say in a few words what happened, or why."))
    _refuse_to_come(fate.happened, today)
    event = Event(kind=fate.kind, on=fate.happened, due=fate.due)
    events = events_of(current)
    refusal = refusal_of_event(events, event, made=current.made_on)
    if refusal is not None:
        raise _told(refusal)
    row = _add(current, event, user=user, text=text, document=fate.document)
    _repeat(current, [*events, event])
    return row


@transaction.atomic
def correct_promise(
    promise: Promise, facts: PromiseFacts, *, reason: str, today: date, user: User | None
) -> None:
    """Correct what a promise says; what it said before stays readable, with the reason."""
    current = held_row(promise)
    reason = refuse_empty(reason, "reason", _("Say in a few words what was wrong."))
    _refuse(facts, today)
    before, after = changed(current, columns_of(facts))
    if not after:
        return
    event = Event(kind=PromiseEventKind.CORRECTED, on=today, due=facts.due)
    _add(current, event, user=user, text=reason, before=before)


@transaction.atomic
def withdraw_promise(promise: Promise, *, reason: str, user: User | None) -> None:
    """Take a promise that was never made out of the lists; it stays, with the reason."""
    current = held_row(promise)
    withdraw(current, reason=reason, user=user)
    _tell(current, user, "withdrawn", before={"what": current.what}, reason=reason.strip())


def unit_named(workspace: Workspace, name: str) -> Unit:
    """Return the unit of a workspace with a name, recording it on first use."""
    unit, _is_new = Unit.objects.get_or_create(workspace=workspace, name=name.strip())
    return unit


def events_of(promise: Promise) -> list[Event]:
    """Return what happened to a promise, as the domain reckons with it, in the order recorded."""
    rows = PromiseEvent.objects.filter(promise=promise).order_by("number")
    return [Event(kind=PromiseEventKind(row.kind), on=row.happened, due=row.due) for row in rows]


def _add(promise: Promise, event: Event, *, user: User | None, **columns: object) -> PromiseEvent:
    last = PromiseEvent.objects.filter(promise=promise).aggregate(last=Max("number"))["last"] or 0
    return PromiseEvent.objects.create(
        promise=promise, number=last + 1, kind=event.kind, happened=event.on, due=event.due,
        recorded_by=user, **columns,
    )  # fmt: skip


def _repeat(promise: Promise, events: list[Event]) -> None:
    """Let the columns of the lists say what the events say."""
    state = state_on(events, date.max)
    is_open = state in {PromiseState.OPEN, PromiseState.OVERDUE}
    promise.settled = "" if is_open else state.value
    promise.due = due_on(events, date.max)
    promise.save(update_fields=["settled", "due"])


def _first_day(facts: PromiseFacts, today: date) -> date:
    return min(facts.made_on.earliest or today, today)


def _refuse(facts: PromiseFacts, today: date) -> None:
    refuse_empty(facts.what, "what", _("Say what was promised."))
    if not facts.made_on.possibly_by(today):
        raise VisitRefusedError(
            _("It was made on a day that has not come yet. Correct the date."), field="made_on"
        )
    if facts.due is not None and facts.due.certainly_before(facts.made_on):
        raise VisitRefusedError(
            _("It was to be done before it was promised. Correct one of the dates."), field="due"
        )


def _refuse_to_come(day: date, today: date) -> None:
    if day > today:
        raise VisitRefusedError(
            _("This day has not come yet. Correct the date, or record it once it has happened."),
            field="happened",
        )


def _told(refusal: PromiseRefusal) -> VisitRefusedError:
    texts = {
        PromiseRefusal.SETTLED: _(
            "This promise was kept, broken or dropped already. Open it again first, if that was "
            "recorded wrongly."
        ),
        PromiseRefusal.NOT_SETTLED: _("This promise is open already."),
        PromiseRefusal.BEFORE_IT_WAS_MADE: _(
            "On this day it had not been promised yet. Correct the date."
        ),
        PromiseRefusal.NOT_LATER: _(
            "The new date is not later than the old one. Write a later date; a date that was "
            "recorded wrongly is corrected instead."
        ),
    }
    field = "due" if refusal is PromiseRefusal.NOT_LATER else "happened"
    is_of_day = refusal in {PromiseRefusal.NOT_LATER, PromiseRefusal.BEFORE_IT_WAS_MADE}
    return VisitRefusedError(texts[refusal], field=field if is_of_day else "")


def _tell(promise: Promise, user: User | None, verb: str, **facts: Any) -> None:
    record_change(
        workspace=promise.workspace, user=user, verb=verb, subject_kind="promise",
        subject_uuid=promise.uuid, **facts,
    )  # fmt: skip
