"""What another law would change: which acts, from which day, why, and why not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.casework.asking import ACTS, Asker, Parties, act_of
from elci.domain.casework.chapters import Relation, conclusions
from elci.domain.casework.law_changes import LawChange, Timelines, Touch, told
from elci.domain.law.index import word_of
from elci.domain.law.pack import Pack, Rule
from elci.domain.law.words import ACT, BODY, COUNTERPART, LegalAct
from elci.domain.texts import Text
from elci.domain.vocabularies import Instrument

_PARTS: Final = ("rules", "steps", "parameters", "flags", "gaps", "provisions", "sources")
_Alike = tuple[Instrument, Parties]
"""What relations share about which both laws answer the same."""


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
class Because:
    """That a changed rule is not meant for a case: which of its conditions is not met."""

    rule: str
    facet: str


class How(StrEnum):
    """What became of a part of a pack."""

    ADDED = "added"
    GONE = "gone"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPart:
    """A part of a pack that another version has otherwise."""

    kind: str
    """As the pack calls its collection: rules, steps, parameters, …"""
    key: str
    name: Text
    how: How


@dataclass(slots=True)
class Comparison:
    """Two versions of a law, asked the same.

    What differs is found once for all relations of one kind; their own dates choose from it.
    """

    old: Pack
    new: Pack
    today: date
    _laws: Timelines
    _to_come: dict[_Alike, tuple[LawChange, ...]] = field(default_factory=dict)
    _why_not: dict[_Alike, tuple[Because, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, old: Pack, new: Pack, *, today: date) -> "Comparison":
        """Compare two packs, looking ahead from a day."""
        return cls(old, new, today, Timelines(Asker(old), Asker(new)))

    def changed_rules(self) -> dict[str, Rule]:
        """Return the rules that are new, gone or otherwise in the new pack, by their ids."""
        return self._laws.changed_rules()

    def changed_parts(self) -> list[ChangedPart]:
        """Return everything of the pack that is new, gone or otherwise, in the order of a pack."""
        return [
            ChangedPart(kind=kind, key=key, name=_name_of(key, new or old), how=_how(old, new))
            for kind in _PARTS
            for key, old, new in _pairs(getattr(self.old, kind), getattr(self.new, kind))
            if old != new
        ]

    def on_record(self, relation: Relation) -> Iterator[LawChange]:
        """Yield the acts on record that would have been judged otherwise."""
        parties = self._laws.known_part(relation.parties)
        for concluded in conclusions(relation.acts):
            act = act_of(relation.instrument, concluded.kind)
            for change in self._between(act, parties, concluded.earliest, concluded.latest):
                yield replace(change, touch=Touch.ON_RECORD)

    def to_come(self, relation: Relation) -> tuple[LawChange, ...]:
        """Return the acts that may still come upon a relation and are judged otherwise."""
        key = self._alike(relation)
        if key not in self._to_come:
            instrument, parties = key
            self._to_come[key] = tuple(
                change
                for act in _acts_to_come(instrument)
                for change in self._between(act, parties, self.today, None)
            )
        return self._to_come[key]

    def why_not(self, relation: Relation) -> tuple[Because, ...]:
        """Return for each changed rule which condition a relation does not meet.

        A rule that is meant for such relations is not among them.
        """
        key = self._alike(relation)
        if key not in self._why_not:
            self._why_not[key] = tuple(self._unmet_by(*key))
        return self._why_not[key]

    def _unmet_by(self, instrument: Instrument, parties: Parties) -> Iterator[Because]:
        words: Mapping[str, frozenset[str]] = {
            ACT: frozenset({ACTS[instrument], *_acts_to_come(instrument)}),
            BODY: frozenset(parties.bodies),
            COUNTERPART: frozenset(word for kinds in parties.counterparts for word in kinds),
            **self._stated(parties),
        }
        for rule in self._laws.changed_rules().values():
            facet = _unmet(rule, words)
            if facet is not None:
                yield Because(rule=rule.id, facet=facet)

    def _stated(self, parties: Parties) -> Mapping[str, frozenset[str]]:
        facets = {facet.key: facet for facet in (*self.old.context, *self.new.context)}
        return {key: frozenset({word_of(facets[key], said)}) for key, said in parties.context}

    def _alike(self, relation: Relation) -> _Alike:
        return relation.instrument, self._laws.known_part(relation.parties)

    def _between(
        self, act: LegalAct, parties: Parties, earliest: date, latest: date | None
    ) -> Iterator[LawChange]:
        """Yield how an act is first judged otherwise, and how it would be if things were otherwise.

        A circumstance that nobody stated is told only where it makes a difference of its own: where
        nothing would change without it, or later, or not to that verdict.
        """
        usual = self._laws.first(act, parties, earliest=earliest, latest=latest)
        if usual is not None:
            yield usual
        depending: dict[tuple[object, ...], LawChange] = {}
        for circumstance in self._laws.unstated(parties):
            change = self._laws.first(
                act, parties, circumstance=circumstance, earliest=earliest, latest=latest
            )
            if change is not None and _is_more_than(change, usual):
                key = (change.since, told(change.before), told(change.after))
                known = depending.setdefault(key, change)
                only_if = dict.fromkeys((*known.only_if, *change.only_if))
                depending[key] = replace(known, only_if=tuple(only_if))
        yield from depending.values()


def _is_more_than(change: LawChange, usual: LawChange | None) -> bool:
    if usual is None or change.since < usual.since:
        return True
    return change.after.verdict != usual.after.verdict


def _pairs(
    old: Mapping[str, object], new: Mapping[str, object]
) -> Iterator[tuple[str, object | None, object | None]]:
    for key in dict.fromkeys([*new, *old]):
        yield key, old.get(key), new.get(key)


def _how(old: object | None, new: object | None) -> How:
    if old is None:
        return How.ADDED
    return How.GONE if new is None else How.OTHERWISE


def _name_of(key: str, part: object) -> Text:
    """Return what a part is called: its name, label, text or reason, or else its title or key."""
    named = (getattr(part, each, None) for each in ("name", "label", "text", "reason"))
    title = str(getattr(part, "title", key))
    return next((each for each in named if isinstance(each, Text)), Text(title, title))


def _acts_to_come(instrument: Instrument) -> tuple[LegalAct, ...]:
    """Return the act that keeps a tie in being, its renewal and its end."""
    kinds = (ActKind.SIGNED, ActKind.RENEWED, ActKind.TERMINATED)
    return tuple(dict.fromkeys(act_of(instrument, kind) for kind in kinds))


def _unmet(rule: Rule, words: Mapping[str, frozenset[str]]) -> str | None:
    """Return the first condition of a rule that none of the words meets."""
    facets = rule.conditions.facets
    return next(
        (facet for facet, known in words.items() if facet in facets and not facets[facet] & known),
        None,
    )
