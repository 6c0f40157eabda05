"""From the events of a case to how it stands, each step judged by the law of its own day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from elci.domain.casework.clocks import Calendar, Clock, run
from elci.domain.casework.events import Event, SignedWithout
from elci.domain.casework.judging import Judge
from elci.domain.casework.ledger import Done, Ledger, StepRecord
from elci.domain.casework.procedure import in_one_order
from elci.domain.casework.state import (
    OPEN,
    SETTLED,
    CaseState,
    CaseStatus,
    StepFlag,
    StepState,
    StepStatus,
)
from elci.domain.law.answers import StepAnswer
from elci.domain.law.authorities import BY_OTHERS
from elci.domain.law.pack import Pack
from elci.domain.law.words import Silence, Status, Verdict

BY_SILENCE: Final = {
    Silence.APPROVAL: StepStatus.CONSENT_BY_SILENCE,
    Silence.REFUSAL: StepStatus.REFUSED_BY_SILENCE,
}
REFUSALS: Final = frozenset({StepStatus.REFUSED, StepStatus.REFUSED_BY_SILENCE})


def replay(events: Iterable[Event], pack: Pack, *, today: date, calendar: Calendar) -> CaseState:
    """Return how a case stands at the end of a day.

    A step that was done is judged by the law of the day on which it was done; one that is open, by
    the law of the day on which it would be done: the act itself on the day planned, what should
    have come before the act on the day of that act, everything else today, or on the last day of a
    closed case.
    """
    ledger = Ledger.of(events)
    now = today if ledger.closed is None else min(today, ledger.closed.on)
    return _Replay(Judge(ledger, pack, now), calendar).state()


@dataclass(slots=True)
class _Replay:
    judge: Judge
    calendar: Calendar
    settled: set[str] = field(default_factory=set)

    def state(self) -> CaseState:
        ledger = self.judge.ledger
        steps = tuple(self._step(key) for key in _keys(self.judge))
        before_act = self.judge.before_act()
        missing = tuple(each.key for each in steps if each.key in before_act and _lacks(each))
        return CaseState(
            question=ledger.opened.question,
            opened_on=ledger.opened.on,
            planned_on=ledger.planned_on,
            particulars=ledger.particulars,
            stated=dict(ledger.stated),
            statements=ledger.statements,
            answer=self.judge.on(self.judge.now),
            verdict_of_the_act=self.judge.on(self.judge.act_day).verdict,
            status=_status_of(self.judge, steps, missing),
            steps=steps,
            missing=missing,
            papers_asked=tuple(ledger.papers_asked),
            opinions_asked=tuple(ledger.opinions_asked),
            opinions=tuple(ledger.opinions),
            pauses=tuple(ledger.pauses),
            signature=ledger.signature,
            closed_on=None if ledger.closed is None else ledger.closed.on,
        )

    def _step(self, key: str) -> StepState:
        judge, step = self.judge, self.judge.pack.steps[key]
        record, done = judge.ledger.steps.get(key, StepRecord()), judge.done(key)
        answer = judge.on(judge.day_of(key))
        asked = answer.step(key)
        before = () if asked is None else asked.after
        comes_after = tuple(each for each in before if not self._is_settled(each))
        clock = None if asked is None else self._clock(asked, done)
        status = self._status(asked, record, done, clock, comes_after)
        if status in SETTLED:
            self.settled.add(key)
        return StepState(
            step=step,
            asked=asked,
            judged_on=answer.question.on,
            status=status,
            comes_after=comes_after,
            done=done,
            sent=record.sent,
            refused=record.refused,
            clock=clock,
            missing_papers=tuple(each for each in step.papers if each.key not in record.papers),
            flags=frozenset(_flags(judge, key, asked, done, clock)),
            pauses=tuple(record.pauses),
            record=tuple(record.events),
            next_change=answer.next_change,
        )

    def _is_settled(self, key: str) -> bool:
        return key in self.settled or self.judge.done(key) is not None

    def _reading_day(self, key: str, done: Done | None) -> date:
        """Return the day on which a clock is read: it stops with the step, or with the act."""
        if done is not None:
            return done.on
        return self.judge.act_day if self.judge.is_past_for(key) else self.judge.now

    def _clock(self, asked: StepAnswer, done: Done | None) -> Clock | None:
        start = self.judge.start_of(asked)
        if start is None or asked.deadline is None:
            return None
        return run(
            asked.deadline,
            start.day,
            today=self._reading_day(asked.key, done),
            calendar=self.calendar,
            pauses=self.judge.ledger.pauses_of(asked.key),
            assumed=start.assumed,
        )

    def _status(
        self,
        asked: StepAnswer | None,
        record: StepRecord,
        done: Done | None,
        clock: Clock | None,
        comes_after: Sequence[str],
    ) -> StepStatus:
        if done is not None:
            return StepStatus.DONE
        if asked is None:
            return StepStatus.NO_LONGER_ASKED
        if record.refused is not None:
            return StepStatus.REFUSED
        is_sent = record.sent is not None and asked.step.kind in BY_OTHERS
        is_late = clock is not None and clock.is_late_on(self._reading_day(asked.key, None))
        if is_sent and is_late and asked.step.silence in BY_SILENCE:
            return BY_SILENCE[asked.step.silence]
        if self.judge.is_past_for(asked.key):
            return StepStatus.LEFT_OUT
        return _open_status(is_late=is_late, comes_after=comes_after, is_sent=is_sent)


def _lacks(step: StepState) -> bool:
    """Whether a step was not there when the act was done, or is not there now."""
    return step.status not in SETTLED or StepFlag.AFTER_THE_ACT in step.flags


def _open_status(*, is_late: bool, comes_after: Sequence[str], is_sent: bool) -> StepStatus:
    if is_late:
        return StepStatus.LATE
    if is_sent:
        return StepStatus.WAITING
    return StepStatus.NOT_YET if comes_after else StepStatus.DUE


def _keys(judge: Judge) -> tuple[str, ...]:
    """Return the steps that the law asks or once asked for in this case, and those recorded."""
    recorded = [key for key in judge.ledger.steps if key in judge.pack.steps]
    done = [each.on for key in recorded if (each := judge.done(key)) is not None]
    days = dict.fromkeys([judge.now, judge.act_day, judge.ledger.opened.on, *done])
    orders = [[step.key for step in judge.on(day).steps] for day in days]
    return in_one_order([*orders, recorded])


def _flags(
    judge: Judge, key: str, asked: StepAnswer | None, done: Done | None, clock: Clock | None
) -> Iterator[StepFlag]:
    if asked is None:
        if done is not None:
            yield StepFlag.NOT_ASKED
        return
    if asked.authority_status is Status.CONTESTED:
        yield StepFlag.AUTHORITY_CONTESTED
    first = judge.on(judge.ledger.opened.on).step(key)
    if first is not None and first.authority != asked.authority:
        yield StepFlag.AUTHORITY_CHANGED
    if clock is not None and clock.assumed:
        yield StepFlag.START_ASSUMED
    if done is not None:
        yield from _flags_of_what_was_done(judge, asked, done, clock)
    elif judge.day_of(key) > judge.now and judge.on(judge.now).step(key) is None:
        yield StepFlag.ASKED_FROM_LATER


def _flags_of_what_was_done(
    judge: Judge, asked: StepAnswer, done: Done, clock: Clock | None
) -> Iterator[StepFlag]:
    if clock is not None and clock.is_late_on(done.on):
        yield StepFlag.DONE_LATE
    if judge.is_past_for(asked.key) and done.on > judge.act_day:
        yield StepFlag.AFTER_THE_ACT
    earlier = [judge.done(key) for key in asked.after]
    if any(each is None or each.on > done.on for each in earlier):
        yield StepFlag.OUT_OF_ORDER


def _status_of(judge: Judge, steps: Sequence[StepState], missing: Sequence[str]) -> CaseStatus:
    if judge.ledger.signature is not None:
        is_whole = not missing and not isinstance(judge.ledger.signature, SignedWithout)
        return CaseStatus.SIGNED if is_whole else CaseStatus.SIGNED_WITHOUT
    if judge.ledger.closed is not None:
        return CaseStatus.CLOSED
    if any(each.status in REFUSALS for each in steps):
        return CaseStatus.REFUSED
    if judge.on(judge.act_day).verdict is Verdict.NOT_MODELLED:
        return CaseStatus.NOT_MODELLED
    if any(each.sent is not None and each.status in OPEN for each in steps):
        return CaseStatus.WITH_AUTHORITY
    return CaseStatus.PREPARING if missing else CaseStatus.READY
