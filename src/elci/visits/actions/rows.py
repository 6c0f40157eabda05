"""What is written down in a visit line by line: money, hours, gifts, outcomes, papers, minutes."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Final, TypeVar

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from elci.accounts.models import User
from elci.agreements.models import ActRecord
from elci.documents.models import Document
from elci.domain.dates import PartialDate
from elci.domain.visiting.money import Amount, currencies
from elci.domain.visiting.programmes import ProgrammeRefusal, Slot, refusal_of_slot
from elci.domain.visiting.stages import certain_days
from elci.domain.visiting.words import GiftDirection, OutcomeKind, Stage
from elci.visits.actions.refusals import VisitRefusedError, refuse_empty
from elci.visits.actions.writing import (
    changed,
    columns_of,
    held,
    held_row,
    printed,
    tell,
    withdraw,
)
from elci.visits.models import (
    BudgetLine,
    Gift,
    Minutes,
    Outcome,
    ProgrammeItem,
    Visit,
    VisitPaper,
)

VisitRow = TypeVar("VisitRow", BudgetLine, ProgrammeItem, Gift, Outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetFacts:
    """What is to be paid, and how much of which money."""

    what: str
    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HourFacts:
    """What happens when, where, and who receives them."""

    day: date
    starts: time
    what: str
    ends: time | None = None
    place: str = ""
    host: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftFacts:
    """What was given or received."""

    direction: GiftDirection
    what: str
    person: str = ""
    given_on: PartialDate | None = None
    value: Decimal | None = None
    currency: str = ""
    kept_at: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeFacts:
    """What came of a visit."""

    kind: OutcomeKind
    text: str
    happened: PartialDate | None = None
    act: ActRecord | None = None
    document: Document | None = None


Facts = BudgetFacts | HourFacts | GiftFacts | OutcomeFacts

KINDS: Final[dict[type, str]] = {
    BudgetLine: "visit budget",
    ProgrammeItem: "visit programme",
    Gift: "visit gift",
    Outcome: "visit outcome",
    VisitPaper: "visit document",
}
"""What the history calls each."""


@transaction.atomic
def add_budget_line(visit: Visit, facts: BudgetFacts, *, user: User | None) -> BudgetLine:
    """Add what the visit will cost; raises ``VisitRefusedError`` for what is no amount."""
    return _added(BudgetLine, visit, facts, user)


@transaction.atomic
def add_hour(visit: Visit, facts: HourFacts, *, user: User | None) -> ProgrammeItem:
    """Add an hour to the programme.

    Raises ``VisitRefusedError`` where it ends before it starts or is on a day without the visit;
    hours at the same time are told, not refused, because a delegation may part.
    """
    return _added(ProgrammeItem, visit, facts, user)


@transaction.atomic
def add_gift(visit: Visit, facts: GiftFacts, *, user: User | None) -> Gift:
    """Enter a gift; raises ``VisitRefusedError`` for a value without its currency."""
    return _added(Gift, visit, facts, user)


@transaction.atomic
def add_outcome(visit: Visit, facts: OutcomeFacts, *, user: User | None) -> Outcome:
    """Record what came of a visit that was held.

    Raises ``VisitRefusedError`` for one that was not, and where an act is meant but not named.
    """
    return _added(Outcome, visit, facts, user)


@transaction.atomic
def change_row(row: VisitRow, facts: Facts, *, user: User | None, reason: str) -> None:
    """Correct an entry of a visit; the history keeps what it said, and why it was wrong."""
    visit = held(row.visit)
    current = held_row(row)
    reason = refuse_empty(reason, "reason", _("Say in a few words what was wrong."))
    _refuse(visit, facts)
    before, after = changed(current, columns_of(facts))
    if after:
        kind = KINDS[type(row)]
        tell(visit, user, "changed", kind=kind, before=before, after=after, reason=reason)


@transaction.atomic
def withdraw_row(row: VisitRow | VisitPaper, *, reason: str, user: User | None) -> None:
    """Take an entry of a visit out of its list; it stays, with the reason."""
    visit = held(row.visit)
    current = held_row(row)
    withdraw(current, reason=reason, user=user)
    tell(
        visit, user, "withdrawn", kind=KINDS[type(row)], before={"entry": str(current)},
        reason=reason.strip(),
    )  # fmt: skip


@transaction.atomic
def write_minutes(
    visit: Visit, *, text: str, user: User | None, document: Document | None = None,
    reason: str = "",
) -> Minutes:  # fmt: skip
    """Write the minutes of a visit; later ones take the place of earlier ones, which stay.

    Raises ``VisitRefusedError`` for a visit that was not held, without a text, and where they take
    the place of others without a reason.
    """
    current = held(visit)
    _refuse_unheld(current)
    text = refuse_empty(text, "text", _("Write what was said, or attach the minutes and sum up."))
    last = Minutes.objects.filter(visit=current).aggregate(last=Max("number"))["last"] or 0
    if last:
        refuse_empty(
            reason, "reason",
            _("Minutes are on record. Say why these take their place; the earlier ones stay."),
        )  # fmt: skip
    minutes = Minutes.objects.create(
        visit=current, number=last + 1, text=text, document=document, reason=reason.strip(),
        recorded_by=user,
    )  # fmt: skip
    tell(current, user, "recorded", kind="visit minutes", after={"number": minutes.number},
         reason=minutes.reason)  # fmt: skip
    return minutes


@transaction.atomic
def attach_paper(visit: Visit, document: Document, *, user: User | None) -> VisitPaper:
    """Put a document into the file of a visit; the same one a second time changes nothing."""
    current = held(visit)
    paper, is_new = VisitPaper.objects.get_or_create(
        visit=current, document=document, withdrawn_at=None, defaults={"made_by": user}
    )
    if is_new:
        kind = KINDS[VisitPaper]
        tell(current, user, "attached", kind=kind, after={"title": document.title})
    return paper


def _added(model: type[VisitRow], visit: Visit, facts: Facts, user: User | None) -> VisitRow:
    current = held(visit)
    _refuse(current, facts)
    columns = columns_of(facts)
    row = model._default_manager.create(visit=current, made_by=user, **columns)  # noqa: SLF001 -- Django's own way to reach it
    after = {name: value for name, value in printed(row, columns).items() if value}
    tell(current, user, "added", kind=KINDS[model], after=after)
    return row


def _refuse(visit: Visit, facts: Facts) -> None:
    if isinstance(facts, BudgetFacts):
        refuse_empty(facts.what, "what", _("Say what is to be paid."))
        _refuse_money(facts.amount, facts.currency, "amount")
    elif isinstance(facts, HourFacts):
        refuse_empty(facts.what, "what", _("Say what happens then."))
        _refuse_hour(visit, facts)
    elif isinstance(facts, GiftFacts):
        refuse_empty(facts.what, "what", _("Say what the gift is."))
        if facts.value is not None or facts.currency:
            _refuse_money(facts.value, facts.currency, "value")
    else:
        _refuse_unheld(visit)
        _refuse_outcome(facts)


def _refuse_money(value: Decimal | None, currency: str, field: str) -> None:
    if value is None:
        raise VisitRefusedError(
            _("A currency stands there without an amount. Write the amount, or take it out."),
            field=field,
        )
    if currency not in currencies():
        raise VisitRefusedError(
            _("An amount needs its currency, as an ISO 4217 code such as TRY or EUR. Choose one."),
            field="currency",
        )
    try:
        Amount(value, currency)
    except ValueError as error:
        raise VisitRefusedError(
            _("This is no amount that can be kept. Write one from 0 to less than 10^12."),
            field=field,
        ) from error


def _refuse_hour(visit: Visit, facts: HourFacts) -> None:
    slot = Slot(facts.day, facts.starts, facts.ends)
    refusal = refusal_of_slot(slot, certain_days(visit.starts, visit.ends))
    if refusal is ProgrammeRefusal.ENDS_BEFORE_START:
        raise VisitRefusedError(
            _("The end is not after the beginning. Correct one of the two times."), field="ends"
        )
    if refusal is ProgrammeRefusal.OUTSIDE:
        raise VisitRefusedError(
            _(
                "The visit is not on this day. Correct the day, or first change the days of the "
                "visit."
            ),
            field="day",
        )


def _refuse_unheld(visit: Visit) -> None:
    if visit.stage != Stage.HELD:
        raise VisitRefusedError(
            _("This visit is not on record as held. Record first that it was held.")
        )


def _refuse_outcome(facts: OutcomeFacts) -> None:
    refuse_empty(facts.text, "text", _("Say in a sentence what came of it, or why nothing had to."))
    if facts.kind is OutcomeKind.ACT and facts.act is None:
        raise VisitRefusedError(
            _("Choose the act of the register that came of the visit, or call it a result."),
            field="act",
        )
