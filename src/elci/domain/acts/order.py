"""The order in which acts must have happened, where their dates alone leave it open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from elci.domain.acts.act import Act
from elci.domain.acts.kinds import CLOSING, FOLLOWS, OPENING, ActKind


@dataclass(frozen=True, slots=True)
class Placed:
    """An act between its neighbours: the days that are left to it, and the acts it must follow."""

    act: Act
    earliest: date
    latest: date
    day: date | None = None
    """The one day that its date names."""
    past: frozenset[int] = frozenset()
    """Positions of acts, each before its own, that happened before it on every sound reading."""


def in_order(acts: Sequence[Act]) -> tuple[Placed, ...]:
    """Return the acts so that of two whose dates name one day the later one stands behind.

    That is the order in which they were recorded, unless one must follow the other. Where the
    acts contradict each other, nothing is presumed and every date counts as it stands.
    """
    dated = [_dated(act) for act in acts]
    recorded = range(len(dated))
    begins = frozenset(index for index in recorded if _begins(index, dated))
    past = [_past_of(index, dated, begins) for index in recorded]
    order = _past_first(recorded, past)
    firsts = _first_days([_first_ground(index, dated, begins) for index in recorded], past, order)
    lasts = _last_days([one.latest for one in dated], past, order)
    if any(lasts[index] < firsts[index] for index in recorded):
        return tuple(dated)
    order = _past_first(sorted(recorded, key=lambda index: (firsts[index], lasts[index])), past)
    position = {index: place for place, index in enumerate(order)}
    return tuple(
        Placed(
            acts[index],
            firsts[index],
            lasts[index],
            dated[index].day,
            frozenset(position[before] for before in past[index]),
        )
        for index in order
    )


def _dated(act: Act) -> Placed:
    first, last = act.earliest, act.latest
    return Placed(act, first, last, first if first == last else None)


def _begins(index: int, dated: Sequence[Placed]) -> bool:
    """Whether it may begin a relation by itself; an entry into force belongs to its signing."""
    one = dated[index]
    if one.act.kind is not ActKind.ENTERED_INTO_FORCE:
        return one.act.kind in OPENING
    return not any(
        other.act.kind is ActKind.SIGNED and other.earliest <= one.latest for other in dated
    )


def _past_of(index: int, dated: Sequence[Placed], begins: frozenset[int]) -> set[int]:
    past = {grounds[0] for grounds in _grounds_of(index, dated, begins) if len(grounds) == 1}
    end = dated[index]
    if end.act.kind not in CLOSING:
        return past
    renewals = (place for place, one in enumerate(dated) if one.act.kind is ActKind.RENEWED)
    renewing = frozenset(renewals if end.act.kind is ActKind.EXPIRED else ())
    revivals = (begins | renewing) - past
    living = set(range(len(dated))) - begins - renewing
    return past | {place for place in living if _is_over_with(place, end, dated, revivals=revivals)}


def _grounds_of(index: int, dated: Sequence[Placed], begins: frozenset[int]) -> list[list[int]]:
    """Return, for each thing that comes before such an act, the acts that may have been it."""
    one = dated[index]
    return [
        [
            place
            for place, other in enumerate(dated)
            if other.earliest <= one.latest
            and (place in begins if kinds is OPENING else other.act.kind in kinds)
        ]
        for kinds in FOLLOWS.get(one.act.kind, ())
    ]


def _first_ground(index: int, dated: Sequence[Placed], begins: frozenset[int]) -> date:
    """Return its first day, which is not before that of all that it may rest on."""
    bounds = [
        min(dated[place].earliest for place in grounds)
        for grounds in _grounds_of(index, dated, begins)
        if grounds != []
    ]
    return max([dated[index].earliest, *bounds])


def _is_over_with(
    index: int, end: Placed, dated: Sequence[Placed], *, revivals: frozenset[int]
) -> bool:
    """Whether an act upon a living relation can only have come before this end of it.

    After an end it takes a new beginning; a renewal, too, brings back what had expired.
    """
    one = dated[index]
    if one.act.kind in CLOSING or one.earliest > end.latest:
        return False
    return not any(
        end.earliest <= dated[place].latest and dated[place].earliest <= one.latest
        for place in revivals
    )


def _past_first(indices: Iterable[int], past: Sequence[set[int]]) -> list[int]:
    """Return the indices as given, but each one with its past brought before it."""
    order: list[int] = []
    for index in indices:
        _place(index, past, order)
    return order


def _place(index: int, past: Sequence[set[int]], order: list[int]) -> None:
    if index in order:
        return
    # Kinds have an order (signed, entered into force, renewed, ended), so there is no circle.
    for before in sorted(past[index]):
        _place(before, past, order)
    order.append(index)


def _first_days(
    bounds: Sequence[date], past: Sequence[set[int]], order: Sequence[int]
) -> list[date]:
    firsts = list(bounds)
    for index in order:
        firsts[index] = max([firsts[index], *(firsts[before] for before in past[index])])
    return firsts


def _last_days(
    bounds: Sequence[date], past: Sequence[set[int]], order: Sequence[int]
) -> list[date]:
    lasts = list(bounds)
    for index in reversed(order):
        for before in past[index]:
            lasts[before] = min(lasts[before], lasts[index])
    return lasts
