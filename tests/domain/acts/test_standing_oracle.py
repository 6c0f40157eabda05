from itertools import pairwise

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from elci.domain.acts import (
    BINDING,
    Act,
    ActKind,
    Period,
    Standing,
    periods,
    standing_on,
)
from tests.domain.acts.acts_strategies import registers
from tests.domain.acts.acts_worlds import (
    FIRST_DAY,
    LAST_DAY,
    has_sole_grounds,
    is_sound_somewhere,
    on,
    possible_standings,
)

BINDING_KINDS = tuple(BINDING)
PREPARATORY_KINDS = tuple(kind for kind in ActKind if kind not in BINDING)
EVERY_DAY = range(FIRST_DAY, LAST_DAY + 1)
WORLDS = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
"""Enumerating takes its time, and registers that contradict themselves are left out."""


def answer(possible: set[Standing | None]) -> Standing | None:
    if len(possible) == 1:
        return next(iter(possible))
    if Standing.IN_FORCE in possible:
        return Standing.POSSIBLY_IN_FORCE
    return Standing.UNKNOWN


def coarser(possible: set[Standing | None]) -> set[Standing | None]:
    """What may be answered where the package does not rule out all that it might."""
    if Standing.IN_FORCE in possible:
        return {answer(possible), Standing.POSSIBLY_IN_FORCE}
    return {answer(possible), Standing.POSSIBLY_IN_FORCE, Standing.UNKNOWN}


@given(
    st.one_of(
        registers(terms=False),
        registers(kinds=BINDING_KINDS, terms=False),
        registers(kinds=PREPARATORY_KINDS),
    )
)
@WORLDS
def test_standing_on_is_exact_where_each_act_rests_on_one_other(acts):
    assume(has_sole_grounds(acts))
    assume(is_sound_somewhere(acts))
    expected = possible_standings(acts)

    found = [standing_on(acts, on(day)) for day in EVERY_DAY]

    assert found == [answer(expected[day]) for day in EVERY_DAY]


@given(registers(kinds=BINDING_KINDS))
@WORLDS
def test_standing_on_is_never_surer_than_the_readings_of_the_dates(acts):
    assume(is_sound_somewhere(acts))
    expected = possible_standings(acts)

    for day in EVERY_DAY:
        assert standing_on(acts, on(day)) in coarser(expected[day])


@given(registers(kinds=PREPARATORY_KINDS))
@WORLDS
def test_standing_on_before_any_binding_act_is_never_surer_than_the_readings(acts):
    assume(is_sound_somewhere(acts))
    expected = possible_standings(acts)

    for day in EVERY_DAY:
        assert standing_on(acts, on(day)) in coarser(expected[day])


@given(registers(longest=6))
@WORLDS
def test_periods_agree_with_standing_on_every_day(acts):
    spans = periods(acts)

    for day in range(-3, LAST_DAY + 30):
        found = [one.standing for one in spans if holds(one, day)]
        expected = standing_on(acts, on(day))
        assert found == ([] if expected is None else [expected])


def holds(period: Period, day: int) -> bool:
    return period.starts <= on(day) and (period.ends is None or on(day) < period.ends)


@given(registers(longest=6))
@WORLDS
def test_periods_are_ordered_gapless_minimal_and_open_at_the_end(acts):
    spans = periods(acts)

    assert [one.ends for one in spans[:-1]] == [one.starts for one in spans[1:]]
    assert all(one.ends is None or one.starts < one.ends for one in spans)
    assert all(a.standing is not b.standing for a, b in pairwise(spans))
    assert [one.ends for one in spans[-1:]] == [None] * len(spans[-1:])


@given(registers(longest=4), st.randoms(use_true_random=False))
@WORLDS
def test_order_of_recording_does_not_matter_between_acts_of_different_days(acts, random):
    distinct = [act for act in acts if act.earliest < act.latest or alone_on_its_day(act, acts)]
    assume(all(act.earliest != other.latest for act in acts for other in acts if act is not other))
    shuffled = list(distinct)
    random.shuffle(shuffled)

    assert periods(shuffled) == periods(distinct)


def alone_on_its_day(act: Act, acts: list[Act]) -> bool:
    return not any(
        other.earliest <= act.earliest <= other.latest for other in acts if other is not act
    )
