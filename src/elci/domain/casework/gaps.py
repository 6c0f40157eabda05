"""What the register does not show of what the law asked; nothing is said that it does not bear."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.casework.asking import Asker, Demand
from elci.domain.casework.chapters import (
    ActOnRecord,
    Chapter,
    Relation,
    chapters_of,
    concluding_kind,
    shown_by,
)
from elci.domain.casework.clocks import Calendar, due_day
from elci.domain.casework.state import SETTLED, CaseState, StepFlag, StepState, StepStatus
from elci.domain.law.answers import Answer, StepAnswer
from elci.domain.law.pack import Deadline
from elci.domain.law.words import Body, ClockStart, LegalAct, Status, Verdict

_BARRED: Final = frozenset({Verdict.PROHIBITED, Verdict.NO_POWER})
_FROM_DECISION: Final = frozenset({ClockStart.DECISION, ClockStart.SESSION, ClockStart.FINALITY})
_DECISIONS: Final = frozenset({ActKind.COUNCIL_DECISION, ActKind.COUNCIL_DECISION_TO_END})


class GapKind(StrEnum):
    """What is missing."""

    NOT_MODELLED = "not_modelled"
    """The pack does not say what the law of that day asked: a line, not a fault."""
    NOT_ALLOWED = "not_allowed"
    NOT_ON_RECORD = "not_on_record"
    NO_PAPER = "no_paper"
    LATE = "late"
    REFUSED = "refused"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that the law asked for and that the register does not show."""

    kind: GapKind
    act: LegalAct
    """What was done."""
    concluded: ActOnRecord | None
    """With what act of the register; nothing for a journey, which is none."""
    answer: Answer
    """What the law asked, of a day on which it did."""
    step: StepAnswer | None = None
    """The step that is missing; nothing where the whole act is meant."""
    evidence: ActOnRecord | None = None
    """The act that is on record for the step."""
    possibly: bool = False
    """The gap is there only if what is not known is one way and not another."""
    only_for: tuple[Body, ...] = ()
    """The bodies of which it is asked, where it is not known which the keeper is."""
    contested: bool = False
    """The law is contested here."""
    due: date | None = None
    """The last day that would have been in time."""

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules that ask for the step, or that decided."""
        asking = [
            each.rule.id
            for each in self.answer.slots
            if self.step is None or self.step.key in each.rule.steps
        ]
        return tuple(asking)


def gaps_of(relation: Relation, asker: Asker, calendar: Calendar, *, today: date) -> list[Gap]:
    """Return the gaps of a relation, in the order of its acts and of the steps."""
    return [
        gap
        for chapter in chapters_of(relation, asker)
        for gap in _Finder(relation, chapter, asker, calendar, today).gaps()
    ]


def gaps_of_case(state: CaseState, *, today: date) -> list[Gap]:
    """Return the gaps of a case that is no relation, once what it was opened for has happened."""
    if state.signature is None:
        return []
    acted = state.signature.on
    found = [
        gap
        for step in state.steps
        if step.asked is not None
        for gap in (
            _of_missing(state, step, acted, today) if step.done is None else _of_done(state, step)
        )
    ]
    if state.verdict_of_the_act in _BARRED:
        found.insert(0, _case_gap(state, GapKind.NOT_ALLOWED, None))
    return found


def _of_missing(state: CaseState, step: StepState, acted: date, today: date) -> Iterator[Gap]:
    """Yield that a step is missing that should have been done by now."""
    due = acted if step.clock is None or step.clock.due is None else step.clock.due
    if step.status not in SETTLED and due < today:
        is_refused = step.status in {StepStatus.REFUSED, StepStatus.REFUSED_BY_SILENCE}
        yield _case_gap(state, GapKind.REFUSED if is_refused else GapKind.NOT_ON_RECORD, step)


def _of_done(state: CaseState, step: StepState) -> Iterator[Gap]:
    wanted = step.step.papers
    if wanted and len(step.missing_papers) == len(wanted):
        yield _case_gap(state, GapKind.NO_PAPER, step)
    if step.flags & {StepFlag.DONE_LATE, StepFlag.AFTER_THE_ACT}:
        yield _case_gap(state, GapKind.LATE, step)
    if StepFlag.AUTHORITY_CONTESTED in step.flags:
        yield _case_gap(state, GapKind.CONTESTED, step)


def _case_gap(state: CaseState, kind: GapKind, step: StepState | None) -> Gap:
    return Gap(
        kind=kind,
        act=state.question.act,
        concluded=None,
        answer=state.answer,
        step=None if step is None else step.asked,
        contested=state.answer.contested,
        due=None if step is None or step.clock is None else step.clock.due,
    )


@dataclass(slots=True)
class _Finder:
    relation: Relation
    chapter: Chapter
    asker: Asker
    calendar: Calendar
    today: date
    used: list[ActOnRecord] = field(default_factory=list)

    def gaps(self) -> Iterator[Gap]:
        demands = self.chapter.demands
        unmodelled = [each for each in demands if each.verdict is Verdict.NOT_MODELLED]
        if unmodelled:
            yield self._gap(GapKind.NOT_MODELLED, unmodelled)
        barred = [each for each in demands if each.verdict in _BARRED]
        if barred:
            yield self._gap(GapKind.NOT_ALLOWED, barred)
        for key in dict.fromkeys(key for each in demands for key in each.steps):
            yield from self._gaps_of_step(key, [each for each in demands if key in each.steps])

    def _gap(
        self,
        kind: GapKind,
        asking: Sequence[Demand],
        *,
        step: StepAnswer | None = None,
        evidence: ActOnRecord | None = None,
        possibly: bool = False,
        due: date | None = None,
    ) -> Gap:
        first = asking[0]
        answers = [each for each in first.answers if step is None or each.step(step.key)]
        return Gap(
            kind=kind,
            act=self.chapter.act,
            concluded=self.chapter.concluded,
            answer=answers[0],
            step=step,
            evidence=evidence,
            possibly=possibly or len(asking) < len(self.chapter.demands),
            only_for=_only_for(asking, self.chapter.demands),
            contested=any(each.contested for each in asking),
            due=due,
        )

    def _gaps_of_step(self, key: str, asking: Sequence[Demand]) -> Iterator[Gap]:
        step = asking[-1].steps[key]
        shown = shown_by(step.step, self.chapter.act)
        if shown is not None and shown is concluding_kind(self.chapter.act):
            evidence: ActOnRecord | None = self.chapter.concluded
        else:
            evidence = self._evidence(shown)
        if evidence is None:
            yield from self._missing(asking, step, shown)
            return
        if not evidence.is_proven:
            possibly = self.relation.has_papers
            yield self._gap(
                GapKind.NO_PAPER, asking, step=step, evidence=evidence, possibly=possibly
            )
        if evidence is not self.chapter.concluded:
            yield from self._of_time(asking, step, evidence)
            yield from self._of_authority(asking, step, evidence)

    def _evidence(self, shown: ActKind | None) -> ActOnRecord | None:
        """Return the next act on record that shows such a step; each shows one step only."""
        for act in self.chapter.evidence:
            if act.kind is shown and act not in self.used:
                self.used.append(act)
                return act
        return None

    def _missing(
        self, asking: Sequence[Demand], step: StepAnswer, shown: ActKind | None
    ) -> Iterator[Gap]:
        refusal = next(
            (each for each in self.chapter.evidence if each.kind is ActKind.PERMIT_REFUSED), None
        )
        if shown is ActKind.PERMIT_GRANTED and refusal is not None:
            yield self._gap(GapKind.REFUSED, asking, step=step, evidence=refusal)
            return
        due = self._due_after_the_act(asking, step)
        if due is None or due < self.today:
            # Where one act may show any of several steps, it is not known which of them is missing.
            shared = shown is not None and any(each.kind is shown for each in self.used)
            yield self._gap(GapKind.NOT_ON_RECORD, asking, step=step, possibly=shared, due=due)

    def _due_after_the_act(self, asking: Sequence[Demand], step: StepAnswer) -> date | None:
        """Return the last day for what follows an act; nothing for what comes before it."""
        if self._comes_before(asking, step):
            return None
        last = self.chapter.concluded.latest
        if step.deadline is None or step.deadline.starts_at is not ClockStart.SIGNATURE:
            return None
        return due_day(step.deadline, last, calendar=self.calendar)

    @staticmethod
    def _comes_before(asking: Sequence[Demand], step: StepAnswer) -> bool:
        return any(step.key in demand.before_the_act for demand in asking)

    def _of_time(
        self, asking: Sequence[Demand], step: StepAnswer, evidence: ActOnRecord
    ) -> Iterator[Gap]:
        last = self.chapter.concluded.latest
        if self._comes_before(asking, step) and evidence.earliest > last:
            yield self._gap(GapKind.LATE, asking, step=step, evidence=evidence, due=last)
            return
        deadline = step.deadline
        due = None if deadline is None else self._due(deadline)
        if deadline is not None and due is not None and evidence.earliest > due:
            # When a decision became final is not on record: its period may have begun later.
            possibly = deadline.starts_at is ClockStart.FINALITY
            yield self._gap(
                GapKind.LATE, asking, step=step, evidence=evidence, possibly=possibly, due=due
            )

    def _due(self, deadline: Deadline) -> date | None:
        starts = None
        if deadline.starts_at is ClockStart.SIGNATURE:
            starts = self.chapter.concluded.latest
        elif deadline.starts_at in _FROM_DECISION:
            decided = [each.latest for each in self.chapter.evidence if each.kind in _DECISIONS]
            starts = max(decided, default=None)
        return None if starts is None else due_day(deadline, starts, calendar=self.calendar)

    def _of_authority(
        self, asking: Sequence[Demand], step: StepAnswer, evidence: ActOnRecord
    ) -> Iterator[Gap]:
        """Yield that the authority was contested when the step was done, or may have been."""
        on_its_day = self.asker.demands(
            self.chapter.act,
            self.relation.parties,
            first=evidence.earliest,
            last=evidence.latest,
        )
        asked = [each.steps[step.key] for each in on_its_day if step.key in each.steps]
        doubtful = [each for each in asked if each.authority_status is Status.CONTESTED]
        if doubtful:
            yield self._gap(
                GapKind.CONTESTED,
                asking,
                step=doubtful[0],
                evidence=evidence,
                possibly=len(doubtful) < len(on_its_day),
            )


def _only_for(asking: Sequence[Demand], demands: Sequence[Demand]) -> tuple[Body, ...]:
    """Return the bodies that are asked, where others that the keeper may be are not."""
    asked = tuple(dict.fromkeys(each.body for each in asking))
    return asked if len(asked) < len({each.body for each in demands}) else ()
