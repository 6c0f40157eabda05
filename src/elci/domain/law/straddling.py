"""Procedures that last: each step is judged by the law of its own day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from elci.domain.law.answers import Answer, Question, StepAnswer
from elci.domain.law.deciding import decide
from elci.domain.law.graphs import in_order, reached_from
from elci.domain.law.pack import Pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """What a step comes to if it is done only on or after a day."""

    on: date
    step: StepAnswer | None
    """Nothing where the law of that day does not ask for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedStep:
    """A step as the law of its own day asks for it."""

    step: StepAnswer
    """Where the law of that day no longer asks for it, as it did on the question's day."""
    day: date
    stated: bool
    """Whether the asker gave the day; otherwise it is the earliest that the others leave."""
    asked_for: bool
    is_new: bool
    """Whether only the law of a later day than the question's asks for it."""
    too_early: tuple[str, ...]
    """Steps that come before it by law, but later by the days that were given."""
    otherwise: tuple[Otherwise, ...]
    """What follows if it is done later, but still before the next step with a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A day on which the answer changes."""

    on: date
    before: Answer
    after: Answer

    @property
    def dropped(self) -> tuple[StepAnswer, ...]:
        """Steps that are asked for no more."""
        return tuple(each for each in self.before.steps if self.after.step(each.key) is None)

    @property
    def added(self) -> tuple[StepAnswer, ...]:
        """Steps that are asked for from that day on."""
        return tuple(each for each in self.after.steps if self.before.step(each.key) is None)

    @property
    def moved(self) -> tuple[tuple[StepAnswer, StepAnswer], ...]:
        """Steps of which another authority is in charge, before and after."""
        pairs = ((each, self.after.step(each.key)) for each in self.before.steps)
        return tuple((old, new) for old, new in pairs if new and new.authority != old.authority)


@dataclass(frozen=True, slots=True, kw_only=True)
class Straddle:
    """A procedure with days of its own for its steps."""

    steps: tuple[DatedStep, ...]
    turns: tuple[Turn, ...]
    """In which the answer changes between the first day and the last."""
    last: Answer
    """What the law says on the last of the days."""


def on_own_days(pack: Pack, question: Question, days: Mapping[str, date]) -> Straddle:
    """Return the steps, each on the day that is given for it, or on the earliest that is left.

    ``days`` are by the keys of steps; those that no answer holds do not matter.
    """
    first = decide(pack, question)
    own = _days(first, question.on, days)
    last = _on(pack, first, max(own.values(), default=question.on))
    turns = tuple(_turns(pack, first, last.question.on))
    steps = {each.key: each for each in first.steps}
    added = [(turn, step) for turn in turns for step in turn.added if step.key not in steps]
    for turn, step in added:
        steps.setdefault(step.key, step)
        earliest = max(turn.on, _latest(step, own, turn.on))
        own.setdefault(step.key, days.get(step.key, earliest))
    before = {key: each.after for key, each in steps.items()}
    dated = [
        _dated(pack, first, turns, own=own, stated=days, step=steps[key])
        for key in in_order(list(steps), before)
    ]
    return Straddle(steps=tuple(dated), turns=turns, last=last)


def _days(answer: Answer, begins: date, stated: Mapping[str, date]) -> dict[str, date]:
    own: dict[str, date] = {}
    for step in answer.steps:
        own[step.key] = stated.get(step.key, _latest(step, own, begins))
    return own


def _latest(step: StepAnswer, own: Mapping[str, date], begins: date) -> date:
    return max((own[key] for key in step.after if key in own), default=begins)


def _turns(pack: Pack, answer: Answer, until: date) -> Iterator[Turn]:
    while answer.next_change is not None and answer.next_change <= until:
        later = decide(pack, replace(answer.question, on=answer.next_change))
        yield Turn(on=answer.next_change, before=answer, after=later)
        answer = later


def _dated(
    pack: Pack,
    first: Answer,
    turns: tuple[Turn, ...],
    *,
    own: Mapping[str, date],
    stated: Mapping[str, date],
    step: StepAnswer,
) -> DatedStep:
    day = own[step.key]
    on_day = _on(pack, first, day).step(step.key)
    return DatedStep(
        step=on_day or step,
        day=day,
        stated=step.key in stated,
        asked_for=on_day is not None,
        is_new=first.step(step.key) is None,
        too_early=tuple(key for key in step.after if own.get(key, day) > day),
        otherwise=()
        if step.key in stated
        else tuple(_otherwise(turns, on_day or step, day, _bound(first, stated, step))),
    )


def _on(pack: Pack, first: Answer, day: date) -> Answer:
    known = first.question.on == day
    return first if known else decide(pack, replace(first.question, on=day))


def _bound(answer: Answer, stated: Mapping[str, date], step: StepAnswer) -> date | None:
    """Return the first day that is given for a step which comes after this one."""
    onward: dict[str, list[str]] = {}
    for each in answer.steps:
        for earlier in each.after:
            onward.setdefault(earlier, []).append(each.key)
    later = reached_from(step.key, onward)
    return min((stated[key] for key in later if key in stated), default=None)


def _otherwise(
    turns: tuple[Turn, ...], step: StepAnswer, day: date, bound: date | None
) -> Iterator[Otherwise]:
    known: StepAnswer | None = step
    for turn in turns:
        if bound is None or not day < turn.on <= bound:
            continue
        then = turn.after.step(step.key)
        if (then and then.authority) != (known and known.authority):
            yield Otherwise(on=turn.on, step=then)
            known = then
