"""By the law of which day a step of a case is judged, and from which day its clock counts."""

from dataclasses import dataclass, field
from datetime import date

from elci.domain.casework.events import Sent, Signed, SignedWithout
from elci.domain.casework.ledger import Done, Ledger, StepRecord
from elci.domain.casework.procedure import OF_THE_ACT, answer_on, steps_before_the_act
from elci.domain.law.answers import Answer, StepAnswer
from elci.domain.law.pack import Pack
from elci.domain.law.words import ClockStart, StepKind


@dataclass(frozen=True, slots=True)
class Start:
    """The day from which a clock counts, or before which it counts backwards."""

    day: date
    assumed: bool = False


@dataclass(slots=True)
class Judge:
    """Asks the law about a case, each day once."""

    ledger: Ledger
    pack: Pack
    now: date
    """Today, or the last day of a case that is closed."""
    answers: dict[date, Answer] = field(default_factory=dict)

    def on(self, day: date) -> Answer:
        """Return what the law answers on a day."""
        if day not in self.answers:
            self.answers[day] = answer_on(self.pack, self.ledger.opened.question, day)
        return self.answers[day]

    @property
    def act_day(self) -> date:
        """The day of the act: the one on record, or else the one planned, but never a past one."""
        if self.ledger.signature is not None:
            return self.ledger.signature.on
        return max(self.now, self.ledger.planned_on)

    def before_act(self) -> frozenset[str]:
        """Return the steps that the law of the act's day puts before it."""
        return steps_before_the_act(self.on(self.act_day))

    def is_past_for(self, key: str) -> bool:
        """Whether the act has happened before which a step should have been done."""
        return self.ledger.signature is not None and key in self.before_act()

    def done(self, key: str) -> Done | None:
        """Return that a step was done; the step of the act is done with the act itself."""
        record = self.ledger.steps.get(key, StepRecord())
        act = self.ledger.signature
        if record.done is not None or act is None or self.pack.steps[key].kind not in OF_THE_ACT:
            return record.done
        return Done(on=act.on, number=act.number, organ=act.organ)

    def day_of(self, key: str) -> date:
        """Return the day by whose law a step is judged."""
        done = self.done(key)
        if done is not None:
            return done.on
        is_of_the_act = self.pack.steps[key].kind in OF_THE_ACT
        if is_of_the_act or self.is_past_for(key) or self.on(self.now).step(key) is None:
            return self.act_day if self.on(self.act_day).step(key) is not None else self.now
        return self.now

    def start_of(self, asked: StepAnswer) -> Start | None:
        """Return the start of a step's clock; nothing where it has none or has not begun."""
        if asked.deadline is None:
            return None
        starts_at = asked.deadline.starts_at
        if starts_at.counts_backwards:
            return Start(self.act_day)
        if starts_at is ClockStart.FINALITY:
            return self._finality(asked)
        event = self._event(starts_at, asked)
        return None if event is None else Start(event.on)

    def _finality(self, asked: StepAnswer) -> Start | None:
        decided = self._last_done(asked, StepKind.DECISION)
        if decided is None:
            return None
        if decided.final_on is None:
            return Start(decided.on, assumed=True)
        return Start(decided.final_on)

    def _event(
        self, starts_at: ClockStart, asked: StepAnswer
    ) -> Done | Sent | Signed | SignedWithout | None:
        if starts_at is ClockStart.SIGNATURE:
            return self.ledger.signature
        if starts_at is ClockStart.APPLICATION:
            return self.ledger.steps.get(asked.key, StepRecord()).sent
        told = starts_at is ClockStart.NOTIFICATION
        return self._last_done(asked, StepKind.NOTIFICATION if told else StepKind.DECISION)

    def _last_done(self, asked: StepAnswer, kind: StepKind) -> Done | None:
        """Return the last step of a kind that was done, of those before this one if there are."""
        done = {key: self.done(key) for key in self.ledger.steps if key in self.pack.steps}
        alike = {
            key: each
            for key, each in done.items()
            if each is not None and self.pack.steps[key].kind is kind and key != asked.key
        }
        before = [each for key, each in alike.items() if key in asked.after]
        return max(before or alike.values(), key=lambda each: each.on, default=None)
