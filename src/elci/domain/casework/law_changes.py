"""How two versions of a law differ in one question, day by day; found once for all relations."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from elci.domain.casework.asking import Asker, Parties
from elci.domain.law.answers import Answer, Question
from elci.domain.law.index import conditions_in
from elci.domain.law.pack import EVER, Rule
from elci.domain.law.words import ContextFacet, GapKind, LegalAct, Verdict

Circumstance = tuple[str, str]
"""A facet of a pack's context, and a value of it."""
BARRED: Final = frozenset({Verdict.PROHIBITED, Verdict.NO_POWER})


class Touch(StrEnum):
    """How a relation is touched."""

    ON_RECORD = "on_record"
    """An act on record would have been judged otherwise on its own day."""
    TO_COME = "to_come"
    """An act that may still come is judged otherwise from a day on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawChange:
    """That an act is judged otherwise from a day on."""

    touch: Touch
    act: LegalAct
    since: date
    """The first day on which it is; for an act on record, the first day that it may be."""
    before: Answer
    after: Answer
    possibly: bool
    """Only if what is not known is one way and not another."""
    rules: tuple[str, ...]
    """The rules that brought it about: new, changed, or not applying any more."""
    only_if: tuple[Circumstance, ...] = ()
    """Circumstances that nobody stated, each of which alone brings it about; none where it comes
    as things are taken to be."""

    @property
    def bars(self) -> bool:
        """Whether what was allowed is so no more."""
        return self.after.verdict in BARRED and self.before.verdict not in BARRED

    @property
    def new_steps(self) -> tuple[str, ...]:
        """Keys of the steps that are asked for in addition."""
        old = {step.key for step in self.before.steps}
        return tuple(step.key for step in self.after.steps if step.key not in old)


@dataclass(frozen=True, slots=True)
class _Timeline:
    """How two laws differ in one question, from one turning day to the next."""

    days: tuple[date, ...]
    changes: tuple[LawChange | None, ...]

    def first(self, earliest: date, latest: date | None) -> LawChange | None:
        """Return the first difference between two days, both included."""
        place = max(0, bisect_right(self.days, earliest) - 1)
        for day, change in zip(self.days[place:], self.changes[place:], strict=True):
            if latest is not None and day > latest:
                return None
            if change is not None:
                return replace(change, since=max(day, earliest))
        return None


@dataclass(slots=True)
class Timelines:
    """Two laws, asked the same about every act and kind of parties."""

    old: Asker
    new: Asker
    _changed: dict[str, Rule] | None = None
    _known: dict[tuple[LegalAct, Parties, Circumstance | None], _Timeline] = field(
        default_factory=dict
    )
    _known_parts: dict[Parties, Parties] = field(default_factory=dict)
    _unstated: dict[Parties, tuple[Circumstance, ...]] = field(default_factory=dict)

    def changed_rules(self) -> dict[str, Rule]:
        """Return the rules that are new, gone or otherwise in the new pack, by their ids."""
        if self._changed is None:
            old, new = self.old.pack.rules, self.new.pack.rules
            ids = dict.fromkeys([*new, *old])
            self._changed = {
                key: new.get(key) or old[key] for key in ids if old.get(key) != new.get(key)
            }
        return self._changed

    def known_part(self, parties: Parties) -> Parties:
        """Return the parties without circumstances for which neither law asks."""
        if parties not in self._known_parts:
            asked = {facet.key for each in (self.old, self.new) for facet in each.pack.context}
            known = tuple(each for each in parties.context if each[0] in asked)
            self._known_parts[parties] = replace(parties, context=known)
        return self._known_parts[parties]

    def first(
        self,
        act: LegalAct,
        parties: Parties,
        *,
        circumstance: Circumstance | None = None,
        earliest: date,
        latest: date | None,
    ) -> LawChange | None:
        """Return how the laws first differ about an act between two days, both included."""
        return self._timeline(act, parties, circumstance).first(earliest, latest)

    def unstated(self, parties: Parties) -> tuple[Circumstance, ...]:
        """Return the circumstances on which either law may depend and that nobody stated."""
        if parties not in self._unstated:
            stated = {key for key, _value in parties.context}
            self._unstated[parties] = tuple(
                (facet.key, value)
                for facet in {each.key: each for each in self._facets()}.values()
                for value in facet.values
                if facet.key not in stated and value != facet.default
            )
        return self._unstated[parties]

    def _facets(self) -> Iterator[ContextFacet]:
        for pack in (self.old.pack, self.new.pack):
            used = {
                key for each in conditions_in(pack) for key in (*each.facets, *each.by_parameter)
            }
            yield from (facet for facet in pack.context if facet.key in used)

    def _timeline(
        self, act: LegalAct, parties: Parties, circumstance: Circumstance | None
    ) -> _Timeline:
        key = (act, parties, circumstance)
        if key not in self._known:
            asked = [*parties.context, *(() if circumstance is None else (circumstance,))]
            questions = _questions(act, replace(parties, context=tuple(asked)), EVER)
            days = self._turning_days(questions)
            changes = (self._change(questions, day, circumstance) for day in days)
            self._known[key] = _Timeline(tuple(days), tuple(changes))
        return self._known[key]

    def _change(
        self, questions: Sequence[Question], day: date, circumstance: Circumstance | None
    ) -> LawChange | None:
        asked = [replace(question, on=day) for question in questions]
        pairs = [(self.old.ask(each), self.new.ask(each)) for each in asked]
        possible = [pair for pair in pairs if not all(map(_is_impossible, pair))]
        differing = [(old, new) for old, new in possible if told(old) != told(new)]
        if not differing:
            return None
        before, after = differing[0]
        return LawChange(
            touch=Touch.TO_COME,
            act=before.question.act,
            since=day,
            before=before,
            after=after,
            possibly=circumstance is not None or len(differing) < len(possible),
            rules=tuple(self._rules(before, after)),
            only_if=() if circumstance is None else (circumstance,),
        )

    def _rules(self, before: Answer, after: Answer) -> list[str]:
        changed = self.changed_rules()
        involved = dict.fromkeys([*after.rules, *before.rules])
        return [key for key in involved if key in changed] or list(after.rules)

    def _turning_days(self, questions: Sequence[Question]) -> list[date]:
        """Return the beginning of time and the days on which either law answers otherwise."""
        days = {EVER}
        for question in questions:
            for asker in (self.old, self.new):
                day = asker.ask(question).next_change
                while day is not None:
                    days.add(day)
                    day = asker.ask(replace(question, on=day)).next_change
        return sorted(days)


def told(answer: Answer) -> tuple[object, ...]:
    """Return what makes an answer another one for those whom it concerns."""
    steps = [
        (step.key, step.authority.tr, step.deadline, step.step.silence, step.papers)
        for step in answer.steps
    ]
    return (answer.verdict, answer.contested, answer.before_horizon, tuple(steps))


def _is_impossible(answer: Answer) -> bool:
    return answer.gap is not None and answer.gap.kind is GapKind.IMPOSSIBLE


def _questions(act: LegalAct, parties: Parties, day: date) -> list[Question]:
    return [
        Question(act=act, body=body, counterpart=counterpart, on=day, context=dict(parties.context))
        for body in parties.bodies
        for counterparts in parties.counterparts
        for counterpart in counterparts
    ]
