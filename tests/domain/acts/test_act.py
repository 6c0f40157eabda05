from datetime import date

import pytest

from elci.domain import acts as door
from elci.domain.acts import (
    BINDING,
    CLOSING,
    HERALDS,
    OPENING,
    PREPARATORY,
    Act,
    ActKind,
    ActRefusedError,
    Refusal,
    Standing,
)
from elci.domain.acts.kinds import FOLLOWS, NEEDS_LIFE
from elci.domain.dates import PartialDate

LEARNED = date(2019, 5, 10)
WITHOUT_EFFECT = {ActKind.VARIED, ActKind.COUNCIL_DECISION_TO_END, ActKind.PARTY_SUCCEEDED}


def act(happened: str, kind: ActKind = ActKind.SIGNED) -> Act:
    return Act(kind=kind, happened=PartialDate(happened), known_from=LEARNED)


@pytest.mark.parametrize(
    ("happened", "earliest", "latest"),
    [
        ("2016-04-18", date(2016, 4, 18), date(2016, 4, 18)),
        ("1965", date(1965, 1, 1), date(1965, 12, 31)),
        ("../1989", date.min, date(1989, 12, 31)),
        ("1991/..", date(1991, 1, 1), LEARNED),
        ("XXXX", date.min, LEARNED),
        # It cannot have happened after we learned of it ...
        ("2019", date(2019, 1, 1), LEARNED),
        ("2019-05-10/2020", LEARNED, LEARNED),
        ("../2020", date.min, LEARNED),
        # ... but a date wholly after that is taken as it stands.
        ("2019-05-11", date(2019, 5, 11), date(2019, 5, 11)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020/..", date(2020, 1, 1), date(2020, 1, 1)),
        ("9999-12-31", date.max, date.max),
        ("0001-01-01", date.min, date.min),
    ],
)
def test_act_happened_between_two_days(happened, earliest, latest):
    one = act(happened)

    assert (one.earliest, one.latest) == (earliest, latest)


def test_act_cannot_be_corrected_before_it_was_known():
    with pytest.raises(ValueError, match="corrected before it was known"):
        Act(
            kind=ActKind.SIGNED,
            happened=PartialDate("2005"),
            known_from=LEARNED,
            known_until=date(2019, 5, 9),
        )


@pytest.mark.parametrize("kind", ActKind)
def test_act_sets_a_term_only_where_it_puts_in_force(kind):
    may = {
        ActKind.SIGNED,
        ActKind.ENTERED_INTO_FORCE,
        ActKind.RENEWED,
        ActKind.RESUMED,
    }
    code = None
    try:
        Act(
            kind=kind,
            happened=PartialDate("2005"),
            known_from=LEARNED,
            valid_until=PartialDate("2010"),
        )
    except ActRefusedError as refusal:
        code = refusal.code

    assert code is (None if kind in may else Refusal.TERM_NOT_ALLOWED)


def test_act_opens_and_binds_by_its_kind():
    opening = {kind for kind in ActKind if act("2005", kind).opens}
    binding = {kind for kind in ActKind if act("2005", kind).binds}

    assert opening == {ActKind.SIGNED, ActKind.ENTERED_INTO_FORCE}
    assert binding == set(BINDING)


def test_kind_of_act_belongs_to_one_group():
    groups = [set(BINDING), set(PREPARATORY), set(HERALDS), WITHOUT_EFFECT]

    assert sorted(kind for group in groups for kind in group) == sorted(ActKind)


def test_kinds_that_end_need_a_relation_that_lives():
    assert set(BINDING) >= OPENING | CLOSING
    assert CLOSING < NEEDS_LIFE
    assert NEEDS_LIFE.isdisjoint(OPENING)


def test_kinds_follow_each_other_without_a_circle():
    settled: set[ActKind] = {kind for kind in ActKind if kind not in FOLLOWS}
    while open_kinds := set(ActKind) - settled:
        ready = {kind for kind in open_kinds if all(some <= settled for some in FOLLOWS[kind])}
        assert ready != set()
        settled |= ready

    assert settled == set(ActKind)


def test_standing_is_led_to_by_some_act_or_by_doubt():
    led_to = {*BINDING.values(), *PREPARATORY.values()}

    assert set(Standing) - led_to == {Standing.POSSIBLY_IN_FORCE, Standing.UNKNOWN}


def test_door_offers_what_it_names():
    assert [name for name in door.__all__ if not hasattr(door, name)] == []
