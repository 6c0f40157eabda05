"""What is on record in a case: its events folded, without a look at the law or at the clock."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import singledispatchmethod

from elci.domain.casework.events import (
    ClockResumed,
    ClockSuspended,
    Closed,
    Event,
    Opened,
    OpinionAsked,
    OpinionGiven,
    PaperAdded,
    PaperAsked,
    PaperSupplied,
    Permitted,
    Refused,
    Sent,
    Signed,
    SignedWithout,
    Stated,
    StepDone,
    StepUndone,
)
from elci.domain.casework.particulars import Particulars
from elci.domain.law.pack import Span

Signature = Signed | SignedWithout
StepEvent = StepDone | StepUndone | PaperAdded | Sent | Permitted | Refused


class BrokenCaseError(ValueError):
    """Events that no case can consist of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """That a step was done."""

    on: date
    number: str = ""
    organ: str = ""
    final_on: date | None = None
    note: str = ""


@dataclass(slots=True)
class StepRecord:
    """Everything on record of one step, oldest first; nothing is ever taken out of ``events``."""

    events: list[StepEvent] = field(default_factory=list)
    done: Done | None = None
    sent: Sent | None = None
    refused: Refused | None = None
    papers: list[str] = field(default_factory=list)
    pauses: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Ledger:
    """The record of a case."""

    opened: Opened
    stated: dict[str, Stated] = field(default_factory=dict)
    """For each fact of the case what stated it last."""
    statements: int = 0
    steps: dict[str, StepRecord] = field(default_factory=dict)
    papers_asked: list[PaperAsked] = field(default_factory=list)
    """Those not yet handed in."""
    opinions_asked: list[OpinionAsked] = field(default_factory=list)
    """Those not yet given."""
    opinions: list[OpinionGiven] = field(default_factory=list)
    pauses: list[Span] = field(default_factory=list)
    """Days on which every clock stood still."""
    signature: Signature | None = None
    closed: Closed | None = None

    @classmethod
    def of(cls, events: Iterable[Event]) -> "Ledger":
        """Fold the events of a case, as recorded in order.

        Raises ``BrokenCaseError`` where they do not begin with the opening.
        """
        recorded = iter(events)
        opened = next(recorded, None)
        if not isinstance(opened, Opened):
            raise BrokenCaseError("a case begins with its opening")
        ledger = cls(opened)
        for event in recorded:
            ledger.enter(event)
        return ledger

    def step(self, key: str) -> StepRecord:
        """Return the record of a step, an empty one where nothing was recorded."""
        return self.steps.setdefault(key, StepRecord())

    def pauses_of(self, key: str) -> tuple[Span, ...]:
        """Return the days on which the clock of a step stood still."""
        own = self.steps[key].pauses if key in self.steps else []
        return (*self.pauses, *own)

    @property
    def particulars(self) -> Particulars:
        """The facts of the case as they were stated last."""
        return Particulars.read({name: event.said[name] for name, event in self.stated.items()})

    @property
    def planned_on(self) -> date:
        """The day planned for the act by now."""
        return self.particulars.planned_on or self.opened.question.on

    @singledispatchmethod
    def enter(self, event: Event) -> None:
        """Add what an event says."""
        raise BrokenCaseError(f"a case cannot hold {type(event).__name__} after its opening")

    @enter.register
    def _(self, event: Stated) -> None:
        self.stated.update(dict.fromkeys(event.said, event))
        self.statements += 1

    @enter.register
    def _(self, event: StepDone) -> None:
        record = self._kept(event)
        record.refused = None
        record.papers.extend(event.papers)
        record.done = Done(
            on=event.on,
            number=event.number,
            organ=event.organ,
            final_on=event.final_on,
            note=event.note,
        )

    @enter.register
    def _(self, event: StepUndone) -> None:
        self._kept(event).done = None

    @enter.register
    def _(self, event: PaperAdded) -> None:
        self._kept(event).papers.append(event.paper)

    @enter.register
    def _(self, event: Sent) -> None:
        record = self._kept(event)
        record.sent = event
        record.refused = None

    @enter.register
    def _(self, event: Permitted) -> None:
        record = self._kept(event)
        record.refused = None
        record.papers.extend(event.papers)
        record.done = Done(on=event.on, number=event.number, organ=event.by)

    @enter.register
    def _(self, event: Refused) -> None:
        record = self._kept(event)
        record.refused = event
        record.done = None

    @enter.register
    def _(self, event: PaperAsked) -> None:
        self.papers_asked.append(event)

    @enter.register
    def _(self, event: PaperSupplied) -> None:
        self.papers_asked = [each for each in self.papers_asked if each.paper != event.paper]

    @enter.register
    def _(self, event: OpinionAsked) -> None:
        self.opinions_asked.append(event)

    @enter.register
    def _(self, event: OpinionGiven) -> None:
        self.opinions_asked = [each for each in self.opinions_asked if each.body != event.body]
        self.opinions.append(event)

    @enter.register
    def _(self, event: ClockSuspended) -> None:
        self._pauses(event.key).append(Span(event.on))

    @enter.register
    def _(self, event: ClockResumed) -> None:
        pauses = self._pauses(event.key)
        pauses[:] = [
            Span(pause.starts, max(event.on, pause.starts)) if pause.until is None else pause
            for pause in pauses
        ]

    @enter.register(Signed)
    @enter.register(SignedWithout)
    def _(self, event: Signature) -> None:
        self.signature = event

    @enter.register
    def _(self, event: Closed) -> None:
        self.closed = event

    def _kept(self, event: StepEvent) -> StepRecord:
        record = self.step(event.key)
        record.events.append(event)
        return record

    def _pauses(self, key: str) -> list[Span]:
        return self.step(key).pauses if key else self.pauses
