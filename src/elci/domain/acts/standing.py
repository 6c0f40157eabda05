"""From dated acts to the standing of a relation on a date, with doubt kept as doubt."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from elci.domain.acts.act import Act
from elci.domain.acts.kinds import BINDING, CLOSING, HERALDS, PREPARATORY, ActKind, Standing
from elci.domain.acts.order import in_order
from elci.domain.acts.spells import Sequel, Spell

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Days ``starts <= day < ends`` on which the standing is the same; no ``ends`` means open."""

    standing: Standing
    starts: date
    ends: date | None


def acts_known_on(acts: Iterable[Act], day: date | None) -> tuple[Act, ...]:
    """Return the acts that the account held on a day; with no day, those that it holds now."""
    if day is None:
        return tuple(act for act in acts if act.known_until is None)
    return tuple(act for act in acts if act.was_known_on(day))


def standing_on(acts: Sequence[Act], day: date) -> Standing | None:
    """Return what the acts say of the relation at the end of a day.

    ``None`` where nothing can have happened yet. Where the dates allow *in force* and something
    else, the answer is *possibly in force*; where they allow other different things, *unknown*.
    """
    return _History.of(acts).standing_on(day)


def periods(acts: Sequence[Act]) -> tuple[Period, ...]:
    """Return the standing over all time as the fewest periods, in order and without gaps.

    It starts with the first day on which anything may have happened; no acts give no period.
    """
    history = _History.of(acts)
    begun: list[tuple[Standing, date]] = []
    for day in sorted(set(history.turning_days())):
        standing = history.standing_on(day)
        if standing is not None and (not begun or begun[-1][0] is not standing):
            begun.append((standing, day))
    ends = [*(day for _, day in begun[1:]), None]
    return tuple(Period(*start, end) for start, end in zip(begun, ends, strict=False))


def first_opening(acts: Sequence[Act]) -> Act | None:
    """Return the signing or entry into force that comes first by its earliest possible day."""
    opening = [act for act in acts if act.opens]
    return min(opening, key=lambda act: (act.earliest, act.latest), default=None)


@dataclass(frozen=True, slots=True)
class _History:
    """The acts of a relation in the groups that decide one after the other."""

    binding: Sequel
    terms: Sequel
    """Of the binding acts those that set a term or say that there is none."""
    preparatory: Sequel
    heralds: Sequel

    @classmethod
    def of(cls, acts: Iterable[Act]) -> "_History":
        acts = tuple(acts)
        binding = in_order([act for act in acts if act.kind in BINDING])
        setting = frozenset(place for place, one in enumerate(binding) if _sets_term(one.act))
        return cls(
            Sequel.of(binding),
            Sequel.of(binding, setting),
            Sequel.of(in_order([act for act in acts if act.kind in PREPARATORY])),
            Sequel.of(in_order([act for act in acts if act.kind in HERALDS])),
        )

    def standing_on(self, day: date) -> Standing | None:
        possible: set[Standing | None] = set()
        for spell in self.binding.last_on(day):
            possible |= self._outcomes(spell, day)
        if not self.binding.has_begun_by(day):
            possible |= self._before_any_binding_act(day)
        return _one_of(possible)

    def turning_days(self) -> Iterator[date]:
        """Yield every day on which the answer of ``standing_on`` may change."""
        for group in (self.binding, self.terms, self.preparatory, self.heralds):
            yield from group.turning_days()
        for spell in self.terms.spells:
            yield from _days_after_term(spell)

    def _outcomes(self, spell: Spell, day: date) -> set[Standing]:
        """Return what an act leads to on a day on which no binding act has followed it."""
        standing = BINDING[spell.act.kind]
        if spell.act.kind in CLOSING:
            return {standing}
        if _sets_term(spell.act):
            return _within_term(standing, spell, day)
        possible = set() if self.terms.has_begun_by(day) else {standing}
        for setting in self.terms.last_on(day):
            possible |= _within_term(standing, setting, day)
        return possible

    def _before_any_binding_act(self, day: date) -> set[Standing | None]:
        possible: set[Standing | None] = {
            PREPARATORY[spell.act.kind] for spell in self.preparatory.last_on(day)
        }
        if self.preparatory.has_begun_by(day):
            return possible
        if self.heralds.last_on(day) != []:
            possible.add(Standing.PROPOSED)
        if not self.heralds.has_begun_by(day):
            possible.add(None)
        return possible


def _sets_term(act: Act) -> bool:
    """Whether a term begins or falls away with it.

    A signing or a renewal without one is for an open time; an entry into force, a suspension or
    a resumption leaves the term as it was.
    """
    return act.valid_until is not None or act.kind in {ActKind.SIGNED, ActKind.RENEWED}


def _within_term(standing: Standing, setting: Spell, day: date) -> set[Standing]:
    first, last = _last_day_of_term(setting)
    possible = {standing} if day <= last else {Standing.EXPIRED}
    if first < day:
        possible.add(Standing.EXPIRED)
    return possible


def _last_day_of_term(setting: Spell) -> tuple[date, date]:
    """Return the first and the last day that it may be; no term lasts for ever."""
    until = setting.act.valid_until
    if until is None:
        return date.max, date.max
    # A term does not end before the act that sets it.
    first = setting.earliest if until.earliest is None else max(setting.earliest, until.earliest)
    return first, date.max if until.latest is None else until.latest


def _days_after_term(setting: Spell) -> Iterator[date]:
    for day in _last_day_of_term(setting):
        if day < date.max:
            yield day + _DAY


def _one_of(possible: set[Standing | None]) -> Standing | None:
    if len(possible) == 1:
        return next(iter(possible))
    return Standing.POSSIBLY_IN_FORCE if Standing.IN_FORCE in possible else Standing.UNKNOWN
