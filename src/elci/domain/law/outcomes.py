"""What follows for a case from the bits that meet it: winners, steps, remarks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from elci.domain.law.answers import heaviest
from elci.domain.law.graphs import in_order
from elci.domain.law.index import Index, Segment
from elci.domain.law.pack import DatedValue, Flag, Gap, Rule, Step
from elci.domain.law.soundness import steps_before
from elci.domain.law.words import WEIGHT, GapKind, Slot, Status, Verdict
from elci.domain.texts import Text


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What a case comes to on the days of a segment; made once for all cases met alike."""

    winners: tuple[Rule, ...]
    """In the order of the slots."""
    beaten: tuple[tuple[Rule, Rule], ...]
    """Rules that met the case too, each with the winner that beats it."""
    steps: tuple[Step, ...]
    named: tuple[DatedValue | None, ...]
    """For each step, the dated value that names its authority; nothing where it names it itself."""
    flags: tuple[Flag, ...]
    gap: Gap | None

    @property
    def verdict(self) -> Verdict:
        """The verdict that weighs most among the winners."""
        return heaviest([rule.verdict for rule in self.winners])

    @property
    def contested(self) -> bool:
        """Whether a winner or the authority of a step can be read in more than one way."""
        stands = [rule.status for rule in self.winners]
        stands += [value.status for value in self.named if value is not None]
        return Status.CONTESTED in stands or self.undecided

    @property
    def undecided(self) -> bool:
        """Whether two rules won in one slot: a fault of the pack."""
        slots = [rule.slot for rule in self.winners]
        return len(set(slots)) < len(slots)

    def authority(self, place: int) -> Text:
        """Return who is in charge of a step, by its place among the steps."""
        return _authority(self.steps[place], self.named[place])

    @property
    def signature(self) -> tuple[object, ...]:
        """All that makes an answer the same answer: no wording of its grounds, and no flags."""
        authorities = [self.authority(place).tr for place in range(len(self.steps))]
        return (
            self.verdict,
            self.contested,
            tuple(rule.id for rule in self.winners),
            tuple(zip((step.key for step in self.steps), authorities, strict=True)),
            None if self.gap is None else self.gap.id,
        )


@lru_cache(maxsize=65536)
def outcome_of(index: Index, segment: Segment, bits: int) -> Outcome:
    """Return what the bits of a case come to."""
    rules = list(index.rules_in(bits))
    winners, beaten = _contest(index, rules)
    steps = _steps(index, winners, bits)
    wanted = {rule.id for rule in winners}
    flags = [each for each in index.flags_in(bits) if not each.rules or wanted & set(each.rules)]
    return Outcome(
        winners=tuple(winners),
        beaten=tuple(beaten),
        steps=steps,
        named=tuple(_named_on(index, segment, step) for step in steps),
        flags=tuple(flags),
        gap=None if winners else _told_gap(list(index.gaps_in(bits))),
    )


def _contest(index: Index, rules: Sequence[Rule]) -> tuple[list[Rule], list[tuple[Rule, Rule]]]:
    lost = {other.id for rule in rules for other in rules if other.id in index.beats[rule.id]}
    places = list(Slot)
    winners = [rule for rule in rules if rule.id not in lost]
    winners.sort(key=lambda rule: (places.index(rule.slot), WEIGHT[rule.verdict]))
    beaten = [
        (rule, next(by for by in _by_nearness(winners, rule) if rule.id in index.beats[by.id]))
        for rule in rules
        if rule.id in lost
    ]
    return winners, beaten


def _by_nearness(winners: Sequence[Rule], beaten: Rule) -> list[Rule]:
    """Return the winners so that those that name the beaten rule themselves come first."""
    return sorted(winners, key=lambda rule: beaten.id not in rule.overrides)


def _steps(index: Index, winners: Sequence[Rule], bits: int) -> tuple[Step, ...]:
    met = {step.key for step in index.steps_in(bits)}
    keys = [key for rule in winners for key in rule.steps if key in met]
    steps = index.pack.steps
    before = steps_before([steps[key] for key in keys])
    return tuple(steps[key] for key in in_order(keys, before))


def _named_on(index: Index, segment: Segment, step: Step) -> DatedValue | None:
    if not isinstance(step.authority, str):
        return None
    return index.pack.parameters[step.authority].on(segment.starts)


def _authority(step: Step, named: DatedValue | None) -> Text:
    if isinstance(step.authority, Text):
        return step.authority
    if named is not None and isinstance(named.value, Text):
        return named.value
    return Text("bilinmiyor", "not known")


def _told_gap(gaps: Sequence[Gap]) -> Gap | None:
    impossible = [gap for gap in gaps if gap.kind is GapKind.IMPOSSIBLE]
    return next(iter([*impossible, *gaps]), None)
