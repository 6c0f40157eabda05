from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from elci.domain.law.deciding import decide
from elci.domain.law.straddling import on_own_days
from tests.domain.law.made_up import AFTER, BEFORE, PACK, WINDOW, question

INTERIOR = "Ministry of the Interior"
EITHER = "Ministry of the Interior or of the Environment"
ENVIRONMENT = "Ministry of the Environment"
SIGNED = date(2018, 12, 15)


def straddle(on=BEFORE, **days):
    return on_own_days(PACK, question(on), days)


def step(found, key):
    return next(each for each in found.steps if each.step.key == key)


def told(found):
    return [(each.step.key, each.day) for each in found.steps]


def test_steps_without_days_stand_on_the_day_of_the_question():
    found = straddle()

    assert told(found) == [(key, BEFORE) for key in ("council", "transmit", "permit", "sign")]
    assert found.turns == ()
    assert found.last.question.on == BEFORE
    assert not any(each.stated or each.is_new or each.otherwise for each in found.steps)


def test_step_is_judged_by_the_law_of_its_own_day():
    found = straddle(permit=AFTER)

    assert step(found, "permit").step.authority.en == ENVIRONMENT
    assert step(found, "permit").step.citations[0].wording.text.startswith("Çevre")
    assert step(found, "transmit").day == BEFORE


def test_step_after_a_dated_one_is_no_earlier():
    assert step(straddle(permit=AFTER), "sign").day == AFTER
    assert not step(straddle(permit=AFTER), "sign").stated


def test_step_without_a_day_tells_what_follows_if_it_is_done_later():
    found = step(straddle(sign=SIGNED), "permit")

    assert found.step.authority.en == INTERIOR
    assert [(each.on, each.step.authority.en) for each in found.otherwise] == [
        (WINDOW, EITHER),
        (AFTER, ENVIRONMENT),
    ]


def test_step_with_a_day_has_no_otherwise():
    assert step(straddle(sign=SIGNED, permit=BEFORE), "permit").otherwise == ()


def test_step_whose_authority_stays_has_no_otherwise():
    assert step(straddle(sign=SIGNED), "transmit").otherwise == ()


def test_last_day_before_a_change_is_not_the_change():
    found = straddle(sign=date(2018, 7, 9))

    assert (found.turns, step(found, "permit").otherwise) == ((), ())


def test_day_of_a_change_is_the_change():
    found = straddle(sign=WINDOW)

    assert [each.on for each in found.turns] == [WINDOW]
    assert [each.on for each in step(found, "permit").otherwise] == [WINDOW]


def test_turn_names_what_moves_and_what_is_added():
    window, after = straddle(sign=SIGNED).turns

    assert [(old.authority.en, new.authority.en) for old, new in window.moved] == [
        (INTERIOR, EITHER)
    ]
    assert (window.added, window.dropped) == ((), ())
    assert [each.key for each in after.added] == ["register"]


def test_step_that_only_later_law_asks_for_is_told_as_new():
    found = step(straddle(sign=SIGNED), "register")

    assert (found.is_new, found.day, found.stated) == (True, SIGNED, False)


def test_step_that_only_later_law_asks_for_takes_the_day_given():
    found = step(straddle(sign=SIGNED, register=date(2019, 1, 7)), "register")

    assert (found.day, found.stated) == (date(2019, 1, 7), True)


def test_step_on_a_day_whose_law_does_not_ask_for_it_says_so():
    found = step(straddle(AFTER, register=date(2018, 12, 1)), "register")

    assert not found.asked_for
    assert found.step.authority.en == "the foreign ministry"


def test_step_dropped_by_later_law_is_told():
    backwards = on_own_days(PACK, question(AFTER), {"sign": BEFORE})
    assert backwards.turns == ()

    turn = straddle(sign=SIGNED).turns[-1]
    turned = type(turn)(on=turn.on, before=turn.after, after=turn.before)
    assert [each.key for each in turned.dropped] == ["register"]


def test_step_that_is_no_longer_asked_for_later_tells_so():
    asked = question(date(2019, 6, 1), state="TX")

    found = on_own_days(PACK, asked, {"sign": date(2020, 2, 1)})

    assert [(each.on, each.step) for each in step(found, "permit").otherwise] == [
        (date(2020, 1, 1), None)
    ]
    assert not step(found, "sign").asked_for
    assert found.last.verdict == "prohibited"


def test_day_before_that_of_an_earlier_step_is_too_early():
    found = straddle(permit=AFTER, sign=BEFORE)

    assert step(found, "sign").too_early == ("permit",)
    assert step(found, "permit").too_early == ()


def test_day_of_a_step_that_no_answer_holds_does_not_matter():
    assert told(straddle(tell=AFTER)) == told(straddle())


def test_answer_without_steps_straddles_nothing():
    found = on_own_days(PACK, question(act="host_foreign_local"), {})

    assert (found.steps, found.turns) == ((), ())


@settings(deadline=None)
@given(
    days=st.dictionaries(
        st.sampled_from(sorted(PACK.steps)), st.dates(date(2016, 1, 1), date(2020, 1, 1))
    )
)
def test_each_step_says_what_the_law_says_on_its_day(days):
    for each in on_own_days(PACK, question(), days).steps:
        answered = decide(PACK, question(each.day)).step(each.step.key)
        assert each.asked_for == (answered is not None)
        assert answered is None or answered == each.step
