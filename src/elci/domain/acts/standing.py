"""From dated acts to the standing of a relation on a date, with doubt kept as doubt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from elci.domain.acts.act import Act
from elci.domain.acts.kinds import BINDING, HERALDS, PREPARATORY, Standing

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
    return _one_of(_possible_standings(acts, day))


def periods(acts: Sequence[Act]) -> tuple[Period, ...]:
    """Return the standing over all time as the fewest periods, in order and without gaps.

    It starts with the first day on which anything may have happened; no acts give no period.
    """
    days = sorted(set(_turning_days(acts)))
    found: list[Period] = []
    for day, following in zip(days, [*days[1:], None], strict=True):
        standing = standing_on(acts, day)
        if standing is None:
            continue
        if found and found[-1].standing == standing:
            found[-1] = Period(standing, found[-1].starts, following)
        else:
            found.append(Period(standing, day, following))
    return tuple(found)


def first_opening(acts: Sequence[Act]) -> Act | None:
    """Return the signing or entry into force that comes first by its earliest possible day."""
    opening = [act for act in acts if act.opens]
    return min(opening, key=lambda act: (act.earliest, act.latest), default=None)


def _possible_standings(acts: Sequence[Act], day: date) -> set[Standing | None]:
    """Return every standing that some reading of the dates allows; ``None`` is "nothing yet"."""
    possible: set[Standing | None] = set()
    binding = [act for act in acts if act.kind in BINDING]
    for act in _possibly_last(binding, day):
        possible |= _outcomes(act, day)
    if not _any_certain(binding, day):
        possible |= _preparatory_standings(acts, day)
    return possible


def _preparatory_standings(acts: Sequence[Act], day: date) -> set[Standing | None]:
    turning = [act for act in acts if act.kind in PREPARATORY]
    heralds = [act for act in acts if act.kind in HERALDS]
    possible: set[Standing | None] = {PREPARATORY[act.kind] for act in _possibly_last(turning, day)}
    if _any_certain(turning, day):
        return possible
    if any(act.earliest <= day for act in heralds):
        possible.add(Standing.PROPOSED)
    if not _any_certain(heralds, day):
        possible.add(None)
    return possible


def _outcomes(act: Act, day: date) -> set[Standing | None]:
    """Return what the act leads to on a day on which nothing has followed it."""
    if act.valid_until is None:
        return {BINDING[act.kind]}
    last = act.valid_until.latest
    first = act.valid_until.earliest
    possible: set[Standing | None] = set()
    if last is None or day <= last:
        possible.add(BINDING[act.kind])
    if first is None or first < day:
        possible.add(Standing.EXPIRED)
    return possible


def _possibly_last(acts: Sequence[Act], day: date) -> list[Act]:
    """Return the acts that may be the last one of these to have happened by a day.

    Acts of one day follow the order in which they were recorded.
    """
    sole_opening = sum(act.opens for act in acts) == 1
    certain = [act for act in acts if act.latest <= day]
    return [
        act
        for order, act in enumerate(acts)
        if act.earliest <= day
        and not any(_certainly_follows(other, act, sole_opening=sole_opening) for other in certain)
        and not any(_same_day(other, act) for other in acts[order + 1 :])
    ]


def _certainly_follows(later: Act, earlier: Act, *, sole_opening: bool) -> bool:
    """Whether one act comes after another on every reading of their dates.

    What ends, suspends or renews can only follow the opening of it: where there is one opening,
    a signing and a termination known by the same year are in order.
    """
    if later.earliest > earlier.latest:
        return True
    return sole_opening and earlier.opens and not later.opens and later.latest >= earlier.earliest


def _same_day(one: Act, other: Act) -> bool:
    return one.earliest == one.latest == other.earliest == other.latest


def _any_certain(acts: Iterable[Act], day: date) -> bool:
    return any(act.latest <= day for act in acts)


def _one_of(possible: set[Standing | None]) -> Standing | None:
    if possible <= {None}:
        return None
    if len(possible) == 1:
        return next(iter(possible))
    return Standing.POSSIBLY_IN_FORCE if Standing.IN_FORCE in possible else Standing.UNKNOWN


def _turning_days(acts: Sequence[Act]) -> Iterable[date]:
    """Yield every day on which the answer of ``standing_on`` may change."""
    for act in acts:
        yield act.earliest
        yield act.latest
        if act.valid_until is None:
            continue
        for edge in (act.valid_until.earliest, act.valid_until.latest):
            if edge is not None and edge < date.max:
                yield edge + _DAY
