"""What the law of a pack answers to a question, with its grounds, doubts and dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from elci.domain.law.pack import Deadline, Flag, Gap, Pack, Paper, Reading, Rule, Step, Wording
from elci.domain.law.words import (
    CERTAINTY,
    WEIGHT,
    Body,
    Confidence,
    Counterpart,
    LegalAct,
    Slot,
    Status,
    Verdict,
)
from elci.domain.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which body, which act, with whom, when, and what is known of the circumstances."""

    act: LegalAct
    body: Body
    counterpart: Counterpart
    on: date
    context: Mapping[str, str] = field(default_factory=dict)
    """Only what the asker said; what is not said is taken from the pack's defaults."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A ground, in the wording in force on the day asked about."""

    id: str
    label: Text
    title: str
    """The source's own title, in its own language."""
    url: str
    wording: Wording | None
    """Nothing where the source as a whole is cited, or nothing was in force on that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAnswer:
    """A step of the procedure on the day asked about."""

    step: Step
    authority: Text
    authority_status: Status
    readings: tuple[Reading, ...]
    """How a contested authority can be read."""
    citations: tuple[Citation, ...]
    after: tuple[str, ...]
    """The steps of this answer that come before it."""
    confidence: Confidence

    @property
    def key(self) -> str:
        """The key of the step in its pack."""
        return self.step.key

    @property
    def deadline(self) -> Deadline | None:
        """By when it is due, where the law says so."""
        return self.step.deadline

    @property
    def papers(self) -> tuple[Paper, ...]:
        """What proves it."""
        return self.step.papers


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotAnswer:
    """The rule that won in a slot."""

    slot: Slot
    rule: Rule
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DefeatedRule:
    """A rule that applied too, and by which it was beaten."""

    rule: Rule
    by: Rule
    why: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """A circumstance that nobody stated and on which the answer turns."""

    facet: str
    taken: str
    verdicts: tuple[tuple[str, Verdict], ...]
    """For each other value, the verdict that it would give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the law asks for on a day. An interpretation, not legal advice."""

    question: Question
    pack: Pack
    verdict: Verdict
    contested: bool
    slots: tuple[SlotAnswer, ...]
    steps: tuple[StepAnswer, ...]
    """In an order in which they can be done; ``after`` holds what the law fixes of it."""
    flags: tuple[Flag, ...]
    flag_citations: tuple[Citation, ...]
    """The grounds of the remarks."""
    defeated: tuple[DefeatedRule, ...]
    gap: Gap | None
    """Why nothing is modelled, where the pack declares it."""
    before_horizon: bool
    depends_on: tuple[Dependence, ...]
    since: date | None
    """The first day from which the answer has been the same; nothing where it always was."""
    next_change: date | None
    confidence: Confidence | None
    """That of its weakest part; nothing where nothing is modelled."""

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules that won."""
        return tuple(each.rule.id for each in self.slots)

    @property
    def verify(self) -> tuple[Text, ...]:
        """What a person should look up before relying on the answer."""
        own = [each.rule.verify for each in self.slots]
        steps = [each.step.verify for each in self.steps]
        return tuple(dict.fromkeys(text for text in [*own, *steps] if text is not None))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every ground of the answer once: those of the rules, of the steps, of the remarks."""
        of_rules = [ground for slot in self.slots for ground in slot.citations]
        of_steps = [ground for step in self.steps for ground in step.citations]
        every = [*of_rules, *of_steps, *self.flag_citations]
        return tuple({ground.id: ground for ground in every}.values())

    def step(self, key: str) -> StepAnswer | None:
        """Return the step with a key, if the answer holds it."""
        return next((each for each in self.steps if each.key == key), None)


def heaviest(verdicts: list[Verdict]) -> Verdict:
    """Return the verdict that weighs most; *not modelled* where there is none."""
    return min(verdicts, key=WEIGHT.__getitem__, default=Verdict.NOT_MODELLED)


def weakest(degrees: list[Confidence]) -> Confidence | None:
    """Return the confidence of the weakest part; nothing where there is none."""
    return max(degrees, key=CERTAINTY.__getitem__, default=None)
