"""What can happen in a consent case; a case is nothing but these, in the order recorded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from elci.domain.law.answers import Question


class EventKind(StrEnum):
    """Kinds of events."""

    OPENED = "opened"
    STATED = "stated"
    STEP_DONE = "step_done"
    STEP_UNDONE = "step_undone"
    PAPER_ADDED = "paper_added"
    PAPER_ASKED = "paper_asked"
    PAPER_SUPPLIED = "paper_supplied"
    OPINION_ASKED = "opinion_asked"
    OPINION_GIVEN = "opinion_given"
    CLOCK_SUSPENDED = "clock_suspended"
    CLOCK_RESUMED = "clock_resumed"
    SENT = "sent"
    PERMITTED = "permitted"
    REFUSED = "refused"
    SIGNED = "signed"
    SIGNED_WITHOUT = "signed_without"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened on a day; who recorded it, and when, is kept beside it."""

    kind: ClassVar[EventKind]
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Event):
    """A case was opened with a question; the question's day is the day planned for the act."""

    kind: ClassVar[EventKind] = EventKind.OPENED
    question: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(Event):
    """Facts of the case were stated, for the first time or otherwise than before."""

    kind: ClassVar[EventKind] = EventKind.STATED
    said: Mapping[str, Any] = field(default_factory=dict)
    """The facts by their names, as ``Particulars.written`` writes them; others stay as they are."""
    source: str = ""
    """Who or what says so."""
    reason: str = ""
    """Why what was on record is not so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDone(Event):
    """A step of the procedure was done."""

    kind: ClassVar[EventKind] = EventKind.STEP_DONE
    key: str
    number: str = ""
    organ: str = ""
    papers: tuple[str, ...] = ()
    """Keys of the papers that prove it."""
    final_on: date | None = None
    """The day on which a decision became final (kesinleşme), where it is known."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepUndone(Event):
    """What was recorded of a step was wrong; it stays readable."""

    kind: ClassVar[EventKind] = EventKind.STEP_UNDONE
    key: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAdded(Event):
    """A paper came to the file of a step."""

    kind: ClassVar[EventKind] = EventKind.PAPER_ADDED
    key: str
    paper: str
    """Its key in the step, or a name that somebody gave it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAsked(Event):
    """Somebody asked for a paper that is missing."""

    kind: ClassVar[EventKind] = EventKind.PAPER_ASKED
    paper: str
    from_whom: str
    reason: str = ""
    by_when: date | None = None
    """The last day on which it is awaited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSupplied(Event):
    """A paper that was asked for was handed in."""

    kind: ClassVar[EventKind] = EventKind.PAPER_SUPPLIED
    paper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionAsked(Event):
    """Another body was asked for its opinion."""

    kind: ClassVar[EventKind] = EventKind.OPINION_ASKED
    body: str
    about: str = ""
    """On what it is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionGiven(Event):
    """A body gave the opinion for which it was asked."""

    kind: ClassVar[EventKind] = EventKind.OPINION_GIVEN
    body: str
    opinion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockSuspended(Event):
    """From this day on, a step's clock stands still; without a key, every clock does."""

    kind: ClassVar[EventKind] = EventKind.CLOCK_SUSPENDED
    reason: str
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockResumed(Event):
    """From this day on, the clock goes on; this day counts again."""

    kind: ClassVar[EventKind] = EventKind.CLOCK_RESUMED
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent(Event):
    """The file was sent to the authority of a step."""

    kind: ClassVar[EventKind] = EventKind.SENT
    key: str
    to: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Permitted(Event):
    """The authority of a step consented."""

    kind: ClassVar[EventKind] = EventKind.PERMITTED
    key: str
    by: str
    number: str = ""
    papers: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused(Event):
    """The authority of a step refused, with reasons."""

    kind: ClassVar[EventKind] = EventKind.REFUSED
    key: str
    by: str
    reasons: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed(Event):
    """It was signed, joined, renewed or ended: what the case was opened for has happened."""

    kind: ClassVar[EventKind] = EventKind.SIGNED
    number: str = ""
    organ: str = ""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedWithout(Event):
    """It happened although steps were missing that the law puts before it."""

    kind: ClassVar[EventKind] = EventKind.SIGNED_WITHOUT
    missing: tuple[str, ...]
    """Keys of the missing steps, as they were on the day of recording."""
    reason: str
    number: str = ""
    organ: str = ""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Event):
    """Work on the case ended."""

    kind: ClassVar[EventKind] = EventKind.CLOSED
    reason: str = ""
