"""What another law would change: which acts, from which day, why, and why not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.casework.asking import ACTS, Asker, Parties, act_of
from elci.domain.casework.chapters import Relation, conclusions
from elci.domain.law.answers import Answer, Question
from elci.domain.law.pack import Pack, Rule
from elci.domain.law.words import ACT, BODY, COUNTERPART, LegalAct, Verdict
from elci.domain.vocabularies import Instrument

BARRED: Final = frozenset({Verdict.PROHIBITED, Verdict.NO_POWER})


class Touch(StrEnum):
    """How a relation is touched."""

    ON_RECORD = "on_record"
    """An act on record would have been judged otherwise on its own day."""
    TO_COME = "to_come"
    """An act that may still come is judged otherwise from a day on."""


class NotTouched(StrEnum):
    """Why a relation is not touched."""

    OTHER_CASES = "other_cases"
    """What changed is meant for other acts, bodies or partners."""
    OVER = "over"
    """It has ended, so nothing that changes can still come."""
    SAME_ANSWER = "same_answer"
    """What changed is meant for such cases too, and the answer stays the same all the same."""
    NOT_ABROAD = "not_abroad"
    """No tie abroad."""


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

    @property
    def bars(self) -> bool:
        """Whether what was allowed is so no more."""
        return self.after.verdict in BARRED and self.before.verdict not in BARRED

    @property
    def new_steps(self) -> tuple[str, ...]:
        """Keys of the steps that are asked for in addition."""
        old = {step.key for step in self.before.steps}
        return tuple(step.key for step in self.after.steps if step.key not in old)


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """That a changed rule is not meant for a case: which of its conditions is not met."""

    rule: str
    facet: str


@dataclass(slots=True)
class Comparison:
    """Two versions of a law, asked the same."""

    old: Asker
    new: Asker
    today: date
    _to_come: dict[tuple[Instrument, Parties], tuple[LawChange, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, old: Pack, new: Pack, *, today: date) -> "Comparison":
        """Compare two packs, looking ahead from a day."""
        return cls(Asker(old), Asker(new), today)

    def changed_rules(self) -> dict[str, Rule]:
        """Return the rules that are new, gone or otherwise in the new pack, by their ids."""
        old, new = self.old.pack.rules, self.new.pack.rules
        ids = dict.fromkeys([*new, *old])
        return {key: new.get(key) or old[key] for key in ids if old.get(key) != new.get(key)}

    def on_record(self, relation: Relation) -> Iterator[LawChange]:
        """Yield the acts on record that would have been judged otherwise."""
        for concluded in conclusions(relation.acts):
            act = act_of(relation.instrument, concluded.kind)
            for day in self._turning_days(act, relation.parties, concluded.earliest):
                if day > concluded.latest:
                    break
                change = self._change(Touch.ON_RECORD, act, relation.parties, day)
                if change is not None:
                    yield change
                    break

    def to_come(self, relation: Relation) -> tuple[LawChange, ...]:
        """Return the acts that may still come upon a relation and are judged otherwise."""
        key = (relation.instrument, relation.parties)
        if key not in self._to_come:
            self._to_come[key] = tuple(self._changes_to_come(*key))
        return self._to_come[key]

    def why_not(self, relation: Relation) -> tuple[Because, ...]:
        """Return for each changed rule which condition a relation does not meet.

        A rule that is meant for such relations is not among them.
        """
        acts = {ACTS[relation.instrument], *_acts_to_come(relation.instrument)}
        words: Mapping[str, frozenset[str]] = {
            ACT: frozenset(acts),
            BODY: frozenset(relation.parties.bodies),
            COUNTERPART: frozenset(
                word for kinds in relation.parties.counterparts for word in kinds
            ),
        }
        found = []
        for rule in self.changed_rules().values():
            facet = _unmet(rule, words)
            if facet is not None:
                found.append(Because(rule=rule.id, facet=facet))
        return tuple(found)

    def _changes_to_come(self, instrument: Instrument, parties: Parties) -> Iterator[LawChange]:
        for act in _acts_to_come(instrument):
            for day in self._turning_days(act, parties, self.today):
                change = self._change(Touch.TO_COME, act, parties, day)
                if change is not None:
                    yield change
                    break

    def _change(self, touch: Touch, act: LegalAct, parties: Parties, day: date) -> LawChange | None:
        pairs = [
            (self.old.ask(question), self.new.ask(question))
            for question in _questions(act, parties, day)
        ]
        differing = [(old, new) for old, new in pairs if _told(old) != _told(new)]
        if not differing:
            return None
        before, after = differing[0]
        return LawChange(
            touch=touch,
            act=act,
            since=day,
            before=before,
            after=after,
            possibly=len(differing) < len(pairs),
            rules=tuple(self._rules(before, after)),
        )

    def _rules(self, before: Answer, after: Answer) -> list[str]:
        changed = self.changed_rules()
        involved = dict.fromkeys([*after.rules, *before.rules])
        return [key for key in involved if key in changed] or list(after.rules)

    def _turning_days(self, act: LegalAct, parties: Parties, first: date) -> list[date]:
        """Return the first day and the later ones on which either law answers otherwise."""
        days = {first}
        for question in _questions(act, parties, first):
            for asker in (self.old, self.new):
                day = asker.ask(question).next_change
                while day is not None:
                    days.add(day)
                    day = asker.ask(_on(question, day)).next_change
        return sorted(days)


def _acts_to_come(instrument: Instrument) -> tuple[LegalAct, ...]:
    """Return the act that keeps a tie in being, its renewal and its end."""
    kinds = (ActKind.SIGNED, ActKind.RENEWED, ActKind.TERMINATED)
    return tuple(dict.fromkeys(act_of(instrument, kind) for kind in kinds))


def _questions(act: LegalAct, parties: Parties, day: date) -> list[Question]:
    return [
        Question(act=act, body=body, counterpart=counterpart, on=day, context=dict(parties.context))
        for body in parties.bodies
        for counterparts in parties.counterparts
        for counterpart in counterparts
    ]


def _on(question: Question, day: date) -> Question:
    return Question(
        act=question.act,
        body=question.body,
        counterpart=question.counterpart,
        on=day,
        context=question.context,
    )


def _told(answer: Answer) -> tuple[object, ...]:
    """Return what makes an answer another one for those whom it concerns."""
    steps = [
        (step.key, step.authority.tr, step.deadline, step.step.silence, step.papers)
        for step in answer.steps
    ]
    return (answer.verdict, answer.contested, answer.before_horizon, tuple(steps))


def _unmet(rule: Rule, words: Mapping[str, frozenset[str]]) -> str | None:
    """Return the first condition of a rule that none of the words meets."""
    facets = rule.conditions.facets
    return next(
        (facet for facet, known in words.items() if facet in facets and not facets[facet] & known),
        None,
    )
