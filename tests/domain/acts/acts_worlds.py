"""An oracle: every day that each act may have been of, and what plainly follows from it.

It shares no code with the package but the vocabulary: it enumerates, where the package reasons.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain, combinations, permutations, product

from elci.domain.acts import Act, ActKind, Standing

EPOCH = date(2000, 1, 1)
FIRST_DAY, LAST_DAY = 2, 15
"""Days that tests ask about. What may have been at any time before may be of day 0 or 1."""

K = ActKind
FORCE = {K.SIGNED, K.ENTERED_INTO_FORCE, K.RENEWED, K.RESUMED}
ENDS = {
    K.TERMINATED: Standing.ENDED,
    K.EXPIRED: Standing.EXPIRED,
    K.SUPERSEDED: Standing.SUPERSEDED,
}
STEPS = {
    K.PROPOSED: Standing.PROPOSED,
    K.PERMIT_ASKED: Standing.PROPOSED,
    K.PERMIT_GRANTED: Standing.PERMITTED,
    K.PERMIT_REFUSED: Standing.REFUSED,
}
FIRST_STEPS = {
    K.COUNCIL_DECISION,
    K.SENT_TO_CIVIL_ADMINISTRATOR,
    K.ANNOUNCED,
    K.PRELIMINARY_PROTOCOL,
}
BINDING_KINDS = {*FORCE, *ENDS, K.SUSPENDED}

World = list[tuple[int, int]]
"""For each act that has happened in its turn: its day, and its index among the acts."""


def on(day: int) -> date:
    return EPOCH + timedelta(days=day)


def span(act: Act) -> tuple[int, int]:
    """First and last day that it may be, in days since the epoch."""
    stated = act.happened
    first = 0 if stated.earliest is None else (stated.earliest - EPOCH).days
    known = (act.known_from - EPOCH).days
    if stated.until is None:
        return first, max(first, known)
    last = (stated.until - EPOCH).days - 1
    return (first, last) if known < first else (first, min(last, known))


def term_span(act: Act) -> tuple[int, int] | None:
    if act.valid_until is None:
        return None
    first, until = act.valid_until.earliest, act.valid_until.until
    return (
        0 if first is None else (first - EPOCH).days,
        LAST_DAY + 1 if until is None else (until - EPOCH).days - 1,
    )


def possible_standings(acts: Sequence[Act]) -> dict[int, set[Standing | None]]:
    """What each day may see, over all readings that are sound; over all, where none is."""
    binding = [act for act in acts if act.kind in BINDING_KINDS]
    steps = [act for act in acts if act.kind in STEPS]
    heralds = [act for act in acts if act.kind in FIRST_STEPS]
    later = _answers(binding, _binding_answer)
    earlier = _answers(steps, _step_answer)
    first = _answers(heralds, _herald_answer)
    return {
        day: _chain(later[day], _chain(earlier[day], first[day]))
        for day in range(FIRST_DAY, LAST_DAY + 1)
    }


def is_sound_somewhere(acts: Sequence[Act]) -> bool:
    """Whether the binding acts, and those before them, can be read without contradiction."""
    groups = (BINDING_KINDS, set(STEPS))
    return all(
        any(_is_sound(world, group) for world in _worlds(group))
        for group in ([act for act in acts if act.kind in kinds] for kinds in groups)
    )


def _chain(decisive, otherwise):
    return (decisive - {None}) | (otherwise if None in decisive else set())


def _answers(acts, answer):
    worlds = list(_worlds(acts))
    sound = [world for world in worlds if _is_sound(world, acts)] or worlds
    return {
        day: set().union(*(answer(world, acts, day) for world in sound))
        for day in range(FIRST_DAY, LAST_DAY + 1)
    }


def _worlds(acts: Sequence[Act]) -> Iterator[World]:
    for days in product(*(range(first, last + 1) for first, last in map(span, acts))):
        yield from _orders_of(days, acts)


def _orders_of(days: tuple[int, ...], acts: Sequence[Act]) -> Iterable[World]:
    """All orders of acts within a day, but as recorded where both dates name that day.

    An act stands behind the one act that it can only have followed, however it was recorded.
    """
    orders = [
        [(days[index], index) for index in chain.from_iterable(parts)]
        for parts in product(*(permutations(tied) for tied in _ties(days)))
    ]
    turned = [_turned_pairs(order, acts) for order in orders]
    as_recorded = [order for order, count in zip(orders, turned, strict=True) if count == 0]
    if not has_sole_grounds(acts) or any(_is_sound(order, acts) for order in as_recorded):
        return as_recorded
    sound = [count for order, count in zip(orders, turned, strict=True) if _is_sound(order, acts)]
    nearest = min(sound, default=0)
    return [order for order, count in zip(orders, turned, strict=True) if count == nearest]


def _ties(days: tuple[int, ...]) -> list[list[int]]:
    indices = range(len(days))
    return [[i for i in indices if days[i] == day] for day in sorted(set(days))]


def _turned_pairs(order: World, acts: Sequence[Act]) -> int:
    """How many pairs of acts of one and the same known day are not as they were recorded."""
    indices = [index for _, index in order]
    return sum(
        a > b and span(acts[a])[0] == span(acts[a])[1] == span(acts[b])[0] == span(acts[b])[1]
        for a, b in combinations(indices, 2)
    )


def has_sole_grounds(acts: Sequence[Act]) -> bool:
    """Whether each act can rest on one act only, and end only what one act began."""
    kinds = [act.kind for act in acts]
    return (
        all(len(some) == 1 for index in range(len(acts)) for some in _needs(index, acts))
        and len(_beginnings(acts)) <= 1
        and not {K.EXPIRED, K.RENEWED} <= set(kinds)
    )


def _is_sound(world: World, acts: Sequence[Act]) -> bool:
    for place, (_, index) in enumerate(world):
        before = [other for _, other in world[:place]]
        if not all(set(grounds) & set(before) for grounds in _needs(index, acts)):
            return False
        if _follows_an_end(index, before, acts):
            return False
    return True


def _needs(index: int, acts: Sequence[Act]) -> list[list[int]]:
    """Sets of acts of which one must have come before, as far as the dates allow it."""
    kind = acts[index].kind
    wanted = []
    if kind in {K.PERMIT_ASKED, K.PERMIT_GRANTED, K.PERMIT_REFUSED}:
        wanted.append([i for i, act in enumerate(acts) if act.kind is K.PROPOSED])
    if kind in {K.PERMIT_GRANTED, K.PERMIT_REFUSED}:
        wanted.append([i for i, act in enumerate(acts) if act.kind is K.PERMIT_ASKED])
    if kind is K.RESUMED:
        wanted.append([i for i, act in enumerate(acts) if act.kind is K.SUSPENDED])
    if kind is K.ENTERED_INTO_FORCE:
        wanted.append([i for i, act in enumerate(acts) if act.kind is K.SIGNED])
    if kind in {K.RENEWED, K.SUSPENDED, K.RESUMED, *ENDS}:
        wanted.append(_beginnings(acts))
    reachable = [[i for i in some if _may_precede(i, index, acts)] for some in wanted]
    return [some for some in reachable if some]


def _beginnings(acts: Sequence[Act]) -> list[int]:
    return [
        i
        for i, act in enumerate(acts)
        if act.kind is K.SIGNED or (act.kind is K.ENTERED_INTO_FORCE and not _needs(i, acts))
    ]


def _may_precede(one: int, other: int, acts: Sequence[Act]) -> bool:
    return span(acts[one])[0] <= span(acts[other])[1]


def _follows_an_end(index: int, before: list[int], acts: Sequence[Act]) -> bool:
    """Whether it treats as alive what has ended, although it may be of a day before the end."""
    if acts[index].kind in ENDS or index in _beginnings(acts):
        return False
    if acts[index].kind not in BINDING_KINDS:
        return False
    for place, end in enumerate(before):
        kind = acts[end].kind
        if kind not in ENDS or not _may_precede(index, end, acts):
            continue
        revivals = set(_beginnings(acts))
        if kind is K.EXPIRED:
            revivals |= {i for i, act in enumerate(acts) if act.kind is K.RENEWED}
        if index not in revivals and not revivals & set(before[place + 1 :]):
            return True
    return False


def _binding_answer(world: World, acts: Sequence[Act], day: int) -> set[Standing | None]:
    happened = [(when, acts[index]) for when, index in world if when <= day]
    if not happened:
        return {None}
    last = happened[-1][1]
    if last.kind in ENDS:
        return {ENDS[last.kind]}
    standing = Standing.SUSPENDED if last.kind is K.SUSPENDED else Standing.IN_FORCE
    terms = [
        (when, term_span(act))
        for when, act in happened
        if act.valid_until is not None or act.kind in {K.SIGNED, K.RENEWED}
    ]
    if not terms or terms[-1][1] is None:
        return {standing}
    set_on, (first, until) = terms[-1]
    ends = range(max(first, set_on), until + 1) or [until]
    return {Standing.EXPIRED if end < day else standing for end in ends}


def _step_answer(world: World, acts: Sequence[Act], day: int) -> set[Standing | None]:
    happened = [STEPS[acts[index].kind] for when, index in world if when <= day]
    return {happened[-1] if happened else None}


def _herald_answer(world: World, acts: Sequence[Act], day: int) -> set[Standing | None]:
    return {Standing.PROPOSED if any(when <= day for when, _ in world) else None}
