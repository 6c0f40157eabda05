"""What a law pack holds: sources with their wording by date, parameters, steps, rules, gaps."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.law.words import (
    COMMON_CONTEXT,
    ClockStart,
    Confidence,
    ContextFacet,
    Counting,
    FlagKind,
    GapKind,
    Omission,
    ReadAs,
    Silence,
    Slot,
    Status,
    StepKind,
    Verdict,
)
from elci.domain.texts import Text

EVER: Final = date.min
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Span:
    """Days ``starts <= day < until``; no ``until`` means still."""

    starts: date = EVER
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.starts <= day and (self.until is None or day < self.until)

    def overlaps(self, other: "Span") -> bool:
        """Whether some day lies in both."""
        begins = max(self.starts, other.starts)
        return self.holds(begins) and other.holds(begins)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A statute, a circular, a judgement or a report, with how far it was read."""

    id: str
    title: str
    name: Text | None = None
    gazette: date | None = None
    gazette_no: str = ""
    url: str = ""
    read: ReadAs = ReadAs.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A provision as it read from a day on until the next wording."""

    span: Span
    read: ReadAs
    text: str = ""
    """In the language of the jurisdiction; empty where it was not read."""
    gist: Text | None = None
    """What a secondary source reports, where the wording was not read."""
    by: str = ""
    """The citation of what brought this wording in."""
    text_sha256: str = ""
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """An article or paragraph that is cited, in each of its wordings, oldest first."""

    id: str
    label: Text
    wordings: tuple[Wording, ...]

    def on(self, day: date) -> Wording | None:
        """Return the wording in force on a day, if there was one."""
        return next((each for each in self.wordings if each.span.holds(day)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way in which a contested point can be read, with its ground."""

    text: Text
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue:
    """A value of a parameter from a day on until the next value."""

    span: Span
    value: Text | tuple[str, ...]
    basis: tuple[str, ...] = ()
    status: Status = Status.SETTLED
    confidence: Confidence = Confidence.HIGH
    readings: tuple[Reading, ...] = ()
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """An authority, or a list of words, that changes by date while the rules stay."""

    id: str
    name: Text
    values: tuple[DatedValue, ...]

    def on(self, day: date) -> DatedValue | None:
        """Return the value on a day, if there was one."""
        return next((each for each in self.values if each.span.holds(day)), None)


@dataclass(frozen=True, slots=True)
class Conditions:
    """For which cases something is meant: a facet that is absent leaves all of its words open."""

    facets: Mapping[str, Words] = field(default_factory=dict)
    by_parameter: Mapping[str, str] = field(default_factory=dict)
    """Facets whose words are a dated list, by the id of its parameter."""
    span: Span = field(default=Span())


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Within how many days of an event, or at least how many days before one."""

    days: int
    counting: Counting
    starts_at: ClockStart
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What proves that a step was done."""

    key: str
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to be done, by whom, by when, and what follows if it is not."""

    key: str
    name: Text
    kind: StepKind
    authority: Text | str
    """The authority itself, or the id of the parameter that names it by date."""
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    deadline: Deadline | None = None
    silence: Silence = Silence.UNKNOWN
    missing: Omission = Omission.UNKNOWN
    missing_note: Text | None = None
    states_omission: bool = True
    """Whether the pack says what follows without the step, if only that it is not known."""
    basis: tuple[str, ...] = ()
    confidence: Confidence = Confidence.HIGH
    records: ActKind | None = None
    """The kind of act in the register that shows that it was done."""
    papers: tuple[Paper, ...] = ()
    verify: Text | None = None
    note: Text | None = None
    conditions: Conditions = Conditions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What the law says of some cases in one slot, from a day on."""

    id: str
    name: Text
    slot: Slot
    verdict: Verdict
    conditions: Conditions
    overrides: tuple[str, ...] = ()
    override_note: Text | None = None
    steps: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    status: Status = Status.SETTLED
    confidence: Confidence = Confidence.HIGH
    readings: tuple[Reading, ...] = ()
    verify: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenInPractice:
    """Days that a step took in cases on record; a hint, never a deadline."""

    n: int
    median: int
    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A remark that comes with an answer and never changes it."""

    id: str
    kind: FlagKind
    text: Text
    basis: tuple[str, ...] = ()
    confidence: Confidence = Confidence.HIGH
    rules: tuple[str, ...] = ()
    """Only where one of these wins; none named means wherever the conditions are met."""
    days: SeenInPractice | None = None
    conditions: Conditions = Conditions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Cases of which the pack knows that it says nothing, and why."""

    id: str
    kind: GapKind
    reason: Text
    conditions: Conditions


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A second id of a pack, with some circumstances answered."""

    id: str
    context: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pack:
    """The law of one jurisdiction, as it was known on a day.

    Two packs are the same only if they are one object, so that a pack can be made ready once.
    """

    id: str
    jurisdiction: str
    name: Text
    status: Status
    knowledge_date: date
    horizon_from: date
    """Days before it are answered with *not modelled*."""
    reviewer: str = ""
    reviewed_on: date | None = None
    regime: str = ""
    summary: Text | None = None
    note: Text | None = None
    aliases: tuple[Alias, ...] = ()
    own_context: tuple[ContextFacet, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    provisions: Mapping[str, Provision] = field(default_factory=dict)
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    steps: Mapping[str, Step] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    flags: Mapping[str, Flag] = field(default_factory=dict)
    gaps: Mapping[str, Gap] = field(default_factory=dict)

    @property
    def context(self) -> tuple[ContextFacet, ...]:
        """The circumstances that this pack may ask for, those of all packs first."""
        return (*COMMON_CONTEXT, *self.own_context)
