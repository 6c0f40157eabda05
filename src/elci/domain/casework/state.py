"""How a case stands on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from elci.domain.casework.clocks import Clock
from elci.domain.casework.events import (
    OpinionAsked,
    OpinionGiven,
    PaperAsked,
    Refused,
    Sent,
    Stated,
)
from elci.domain.casework.ledger import Done, Signature, StepEvent
from elci.domain.casework.particulars import Particulars
from elci.domain.law.answers import Answer, Question, StepAnswer
from elci.domain.law.pack import Paper, Span, Step
from elci.domain.law.words import Verdict


class StepStatus(StrEnum):
    """How a step stands."""

    NOT_YET = "not_yet"
    """Another step comes first."""
    DUE = "due"
    WAITING = "waiting"
    """It was sent, and the answer of an authority is awaited."""
    LATE = "late"
    DONE = "done"
    CONSENT_BY_SILENCE = "consent_by_silence"
    """The authority did not answer in time, and the law takes that for consent."""
    REFUSED_BY_SILENCE = "refused_by_silence"
    REFUSED = "refused"
    LEFT_OUT = "left_out"
    """What it should have come before has happened without it."""
    NO_LONGER_ASKED = "no_longer_asked"
    """The law asked for it when the case was opened, and does not any more."""


SETTLED = frozenset({StepStatus.DONE, StepStatus.CONSENT_BY_SILENCE, StepStatus.NO_LONGER_ASKED})
"""Statuses that hold nothing up."""

OPEN = frozenset({StepStatus.NOT_YET, StepStatus.DUE, StepStatus.WAITING, StepStatus.LATE})
"""Statuses in which something is still to be done."""


class StepFlag(StrEnum):
    """What somebody who relies on a step should know."""

    DONE_LATE = "done_late"
    OUT_OF_ORDER = "out_of_order"
    """It was done before a step that the law puts before it."""
    AFTER_THE_ACT = "after_the_act"
    """It was done only after the act before which the law puts it."""
    NOT_ASKED = "not_asked"
    """The law of the day on which it was done does not ask for it."""
    AUTHORITY_CONTESTED = "authority_contested"
    AUTHORITY_CHANGED = "authority_changed"
    """Another authority is competent than when the case was opened."""
    START_ASSUMED = "start_assumed"
    """The day on which a decision became final is not on record; its own day was taken."""
    ASKED_FROM_LATER = "asked_from_later"
    """The law asks for it only from a later day, on or before the one planned."""


class CaseStatus(StrEnum):
    """How a case stands as a whole."""

    NOT_MODELLED = "not_modelled"
    """The pack does not say what the law asks."""
    PREPARING = "preparing"
    WITH_AUTHORITY = "with_authority"
    REFUSED = "refused"
    READY = "ready"
    """Nothing stands before the act any more."""
    SIGNED = "signed"
    SIGNED_WITHOUT = "signed_without"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    """A step as the law of its own day has it, and as it stands."""

    step: Step
    asked: StepAnswer | None
    """What the law of the day in ``judged_on`` says of it; nothing where it does not ask."""
    judged_on: date
    status: StepStatus
    comes_after: tuple[str, ...]
    """Steps that the law puts before it and that are not settled."""
    done: Done | None
    sent: Sent | None
    refused: Refused | None
    clock: Clock | None
    missing_papers: tuple[Paper, ...]
    flags: frozenset[StepFlag]
    pauses: tuple[Span, ...]
    """Days on which its own clock stood still, besides those on which all did."""
    record: tuple[StepEvent, ...]
    """Everything that was ever recorded of it, corrected things too."""
    next_change: date | None
    """The first day after ``judged_on`` on which the law answers otherwise."""

    @property
    def key(self) -> str:
        """Its key in the pack."""
        return self.step.key


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseState:
    """A case on a day. The same events give the same state."""

    question: Question
    opened_on: date
    planned_on: date
    """The day planned for the act, as it was stated last."""
    particulars: Particulars
    stated: Mapping[str, Stated]
    """For each fact of the case what stated it last."""
    statements: int
    """How often facts were stated."""
    answer: Answer
    """What the law says on the day on which the steps that are open are judged."""
    verdict_of_the_act: Verdict
    """What it says on the day of the act."""
    status: CaseStatus
    steps: tuple[StepState, ...]
    missing: tuple[str, ...]
    """Steps that the law puts before the act and that are not settled."""
    papers_asked: tuple[PaperAsked, ...]
    opinions_asked: tuple[OpinionAsked, ...]
    opinions: tuple[OpinionGiven, ...]
    pauses: tuple[Span, ...]
    signature: Signature | None
    closed_on: date | None

    def step(self, key: str) -> StepState | None:
        """Return the state of a step, if the case has it."""
        return next((each for each in self.steps if each.key == key), None)

    @property
    def open_steps(self) -> tuple[StepState, ...]:
        """The steps in which something is still to be done."""
        return tuple(each for each in self.steps if each.status in OPEN)

    @property
    def next_due(self) -> date | None:
        """The first day by which something is due."""
        clocks = (each.clock for each in self.open_steps)
        return min((each.due for each in clocks if each and each.due), default=None)
