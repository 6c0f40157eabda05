"""The programme of a visit hour by hour: what cannot be, and what stands at the same time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from itertools import combinations


class ProgrammeRefusal(StrEnum):
    """Why an item cannot stand in a programme."""

    ENDS_BEFORE_START = "ends_before_start"
    OUTSIDE = "outside"
    """On a day on which the visit is not."""


@dataclass(frozen=True, slots=True)
class Slot:
    """When an item is; without an end nobody knows how long it takes."""

    day: date
    starts: time
    ends: time | None = None


def refusal_of_slot(slot: Slot, days: tuple[date, date] | None) -> ProgrammeRefusal | None:
    """Return why an item cannot be; ``days`` are the first and the last of the visit, if known."""
    if slot.ends is not None and slot.ends <= slot.starts:
        return ProgrammeRefusal.ENDS_BEFORE_START
    if days is not None and not days[0] <= slot.day <= days[1]:
        return ProgrammeRefusal.OUTSIDE
    return None


def overlaps(slots: Sequence[Slot]) -> Iterator[tuple[int, int]]:
    """Yield pairs of items, by their places, that are at the same time.

    One that ends as another begins does not overlap it; one without an end is taken as a moment.
    """
    for (one, first), (other, second) in combinations(enumerate(slots), 2):
        if first.day == second.day and _meet(first, second):
            yield one, other


def _meet(first: Slot, second: Slot) -> bool:
    if first.starts == second.starts:
        return True
    earlier, later = sorted((first, second), key=lambda slot: slot.starts)
    return earlier.ends is not None and later.starts < earlier.ends
