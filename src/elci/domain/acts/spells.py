"""Over which days an act may be the last one of its group to have happened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from elci.domain.acts.act import Act
from elci.domain.acts.order import Placed


@dataclass(frozen=True, slots=True)
class Spell:
    """Days ``earliest <= day < overtaken`` on which the act may be the last to have happened."""

    act: Act
    earliest: date
    latest: date
    overtaken: date | None
    """First day by which another act has followed for certain; ``None`` is never."""

    def may_be_last_on(self, day: date) -> bool:
        """Whether it has happened by the end of a day and nothing followed, on some reading."""
        return self.earliest <= day and (self.overtaken is None or day < self.overtaken)

    def may_be_last_before(self, first: date, last: date) -> bool:
        """Whether it may be the last one before something that was of a day from first to last.

        What happened on that same day may have come before or after.
        """
        return self.earliest <= last and (self.overtaken is None or first <= self.overtaken)

    def turning_days(self) -> Iterator[date]:
        """Yield the days on which the answer of `may_be_last_on` may change."""
        yield self.earliest
        if self.overtaken is not None:
            yield self.overtaken


@dataclass(frozen=True, slots=True)
class Sequel:
    """The acts of one group, of which the last to have happened decides."""

    spells: tuple[Spell, ...]
    certain_from: date | None
    """First day by which at least one has happened for certain; ``None`` is never."""

    @classmethod
    def of(cls, placed: Sequence[Placed], among: frozenset[int] | None = None) -> "Sequel":
        """Weigh acts in the order of `in_order` against each other: all, or some positions."""
        places = range(len(placed)) if among is None else sorted(among)
        spells = tuple(_spell_of(place, placed, places) for place in places)
        return cls(spells, min((spell.latest for spell in spells), default=None))

    def last_on(self, day: date) -> list[Spell]:
        """Return the acts that may be the last of the group to have happened by a day."""
        return [spell for spell in self.spells if spell.may_be_last_on(day)]

    def has_begun_by(self, day: date) -> bool:
        """Whether one of the acts has happened by a day, on every reading of the dates."""
        return self.certain_from is not None and self.certain_from <= day

    def turning_days(self) -> Iterator[date]:
        """Yield the days on which an answer of the group may change."""
        if self.certain_from is not None:
            yield self.certain_from
        for spell in self.spells:
            yield from spell.turning_days()


def _spell_of(place: int, placed: Sequence[Placed], rivals: Sequence[int]) -> Spell:
    one = placed[place]
    followed = (placed[other].latest for other in rivals if _follows(other, place, placed))
    return Spell(one.act, one.earliest, one.latest, min(followed, default=None))


def _follows(other: int, place: int, placed: Sequence[Placed]) -> bool:
    """Whether an act, once it has happened, has come after another on every reading."""
    later, earlier = placed[other], placed[place]
    return (
        place in later.past
        or later.earliest > earlier.latest
        or (other > place and later.day is not None and later.day == earlier.day)
    )
