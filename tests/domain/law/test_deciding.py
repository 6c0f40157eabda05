from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.law.asking import UnknownWordError, question_of, stated_context
from elci.domain.law.index import boundaries
from elci.domain.law.words import (
    ASKED,
    Confidence,
    ReadAs,
    Status,
    Verdict,
)
from elci.domain.texts import Text
from tests.domain.law.packs import SOUND, TEXT, answer, changed, pack_of

DAY = timedelta(days=1)


def keys(found) -> list[str]:
    return [step.key for step in found.steps]


def test_answer_holds_its_steps_in_the_order_of_the_law():
    found = answer()

    assert found.verdict is Verdict.PERMIT
    assert keys(found) == ["council", "transmit", "permit", "sign"]
    assert found.step("permit").after == ("transmit", "council")
    assert found.step("inform") is None
    assert found.rules == ("agreement",)
    assert found.confidence is Confidence.HIGH


def test_step_with_conditions_of_its_own_is_held_only_where_they_are_met():
    assert keys(answer(body="special_provincial_admin")) == ["council", "permit", "sign"]


@pytest.mark.parametrize(
    ("on", "authority", "contested", "changes"),
    [
        (date(2018, 7, 9), "Interior", False, date(2018, 7, 10)),
        (date(2018, 7, 10), "Interior or Environment", True, date(2018, 12, 10)),
        (date(2018, 12, 9), "Interior or Environment", True, date(2018, 12, 10)),
        (date(2018, 12, 10), "Environment", False, None),
    ],
)
def test_authority_is_that_of_the_day(on, authority, contested, changes):
    found = answer(on=on)

    assert found.step("permit").authority.en == authority
    assert (found.contested, found.next_change) == (contested, changes)
    assert found.step("permit").authority_status is (
        Status.CONTESTED if contested else Status.SETTLED
    )
    assert len(found.step("permit").readings) == (2 if contested else 0)


@pytest.mark.parametrize(
    ("on", "read", "part"),
    [
        (date(2018, 12, 9), ReadAs.RECONSTRUCTED, "İçişleri"),
        (date(2018, 12, 10), ReadAs.CONSOLIDATED, "Çevre"),
    ],
)
def test_ground_is_cited_in_the_wording_of_the_day(on, read, part):
    ground = answer(on=on).slots[0].citations[0]

    assert ground.wording.read is read
    assert part in ground.wording.text
    assert (ground.label.en, ground.title) == ("Example Law art. 1", "Örnek Kanun")


def test_source_as_a_whole_is_cited_by_its_name():
    pack = pack_of(changed('basis = ["l1#1"]\n\n[[rule]]', 'basis = ["l1"]\n\n[[rule]]'))
    ground = answer(pack).slots[0].citations[0]

    assert (ground.label, ground.wording) == (Text("Örnek Kanun", "Example Law"), None)


def test_ground_of_a_remark_is_cited_after_those_of_rules_and_steps():
    pack = pack_of(changed('id = "slow"\n', 'id = "slow"\nbasis = ["l1#2", "l1#1"]\n'))
    found = answer(pack)

    assert [ground.id for ground in found.flag_citations] == ["l1#2", "l1#1"]
    assert next(iter(found.citations)).id == "l1#1"
    assert "l1#2" in {ground.id for ground in found.citations}
    assert len({ground.id for ground in found.citations}) == len(found.citations)


def test_nothing_is_modelled_before_the_horizon():
    found = answer(on=date(2005, 7, 12))

    assert (found.verdict, found.before_horizon) == (Verdict.NOT_MODELLED, True)
    assert found.next_change == date(2005, 7, 13)
    assert (found.steps, found.confidence, found.verify) == ((), None, ())


def test_answer_is_dated_from_the_horizon_at_the_earliest():
    assert answer(on=date(2010, 1, 1)).since == date(2005, 7, 13)
    assert answer(on=date(2024, 1, 1)).since == date(2018, 12, 10)


def test_beaten_rules_are_told_with_the_one_that_names_them():
    found = answer(body="village", partner="A", on=date(2020, 1, 1))

    assert found.verdict is Verdict.PROHIBITED
    assert [(each.rule.id, each.by.id) for each in found.defeated] == [
        ("agreement", "listed"),
        ("village", "listed"),
    ]
    assert answer(body="village").defeated[0].why.en == "The law on villages gives no power."


@pytest.mark.parametrize(
    ("partner", "on", "verdict"),
    [
        ("A", date(2019, 12, 31), Verdict.PERMIT),
        ("A", date(2020, 1, 1), Verdict.PROHIBITED),
        ("B", date(2020, 1, 1), Verdict.PERMIT),
        ("Z", date(2020, 1, 1), Verdict.PERMIT),
    ],
)
def test_list_of_a_rule_is_that_of_the_day(partner, on, verdict):
    assert answer(partner=partner, on=on).verdict is verdict


def test_gap_says_why_nothing_is_modelled():
    unknown = answer(act="join_io", counterpart="international_body")
    impossible = answer(act="contact_mission")

    assert (unknown.verdict, unknown.gap.id) == (Verdict.NOT_MODELLED, "rest")
    assert impossible.gap.id == "cannot_be"
    assert unknown.confidence is None


def test_flag_of_a_rule_stands_only_beside_its_rule():
    assert [flag.id for flag in answer(dipl_relations="no").flags] == ["slow", "care"]
    assert [flag.id for flag in answer(body="village", dipl_relations="no").flags] == ["care"]


def test_later_day_than_was_known_is_flagged():
    assert [flag.id for flag in answer(on=date(2026, 8, 22)).flags] == ["slow"]
    late = answer(on=date(2026, 8, 23)).flags[-1]
    assert (late.id, "22.08.2026" in late.text.tr) == ("after_knowledge_date", True)


def test_circumstance_that_nobody_stated_is_told_where_it_matters():
    (depends,) = answer(act="mou", on=date(2020, 1, 1)).depends_on

    assert (depends.facet, depends.taken) == ("partner", "other")
    assert depends.verdicts == (("A", Verdict.PROHIBITED),)
    assert answer(act="mou", on=date(2020, 1, 1), partner="B").depends_on == ()


def test_two_rules_that_win_in_one_slot_are_contested():
    found = answer(pack_of(changed('overrides = ["agreement", "travel"]', "")), body="village")

    assert (found.verdict, found.contested) == (Verdict.NO_POWER, True)


def test_day_on_which_no_value_names_the_authority_is_said_to_be_unknown():
    late = TEXT.replace("from = 2005-07-13, value = {tr", "from = 2005-07-13, value = {tr", 1)
    pack = pack_of(late.replace('act = ["sister_city", "mou"]\nsteps', 'act = ["mou"]\nsteps', 1))

    assert answer(pack, act="mou").step("permit").authority.en == "Interior"


def test_what_is_to_be_verified_is_told_once():
    assert [text.en for text in answer(act="send_delegation").verify] == [
        "Look at the text of the circular."
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"act": "sister_cities"}, "Did you mean 'sister_city'"),
        ({"body": "x"}, "not known as body. Use one of: municipality"),
        ({"counterpart": ""}, "'' is not known as counterpart"),
        ({"context": {"weather": "fine"}}, "'weather' is not known as context"),
        ({"context": {"dipl_relations": "maybe"}}, "Use one of: yes, no"),
    ],
)
def test_unknown_word_is_refused_with_those_that_are_known(words, says):
    asked = {
        "act": "mou",
        "body": "municipality",
        "counterpart": "none",
        "on": date(2010, 1, 1),
        "context": {},
    }

    with pytest.raises(UnknownWordError, match=says) as refused:
        question_of(SOUND, **{**asked, **words})
    assert "bilinmiyor" in refused.value.text.tr


@st.composite
def questions(draw):
    words = {facet: str(draw(st.sampled_from(list(known)))) for facet, known in ASKED.items()}
    stated = {}
    for facet in SOUND.context:
        value = draw(st.sampled_from(["", *facet.values]))
        if value:
            stated[facet.key] = value
    on = draw(st.dates(date(2004, 1, 1), date(2027, 1, 1)))
    return question_of(SOUND, on=on, context=stated, **words)


def told_of(found):
    """All of an answer but the day it was asked for and remarks on the age of the pack."""
    flags = [flag.id for flag in found.flags if flag.id != "after_knowledge_date"]
    steps = [(step.key, step.authority, step.after) for step in found.steps]
    return found.verdict, found.contested, found.rules, steps, flags, found.gap, found.defeated


@given(questions())
def test_answer_is_the_same_until_the_next_change(question):
    asked = {
        "act": question.act,
        "body": question.body,
        "counterpart": question.counterpart,
        **question.context,
    }
    found = answer(on=question.on, **asked)

    days = [day for day in boundaries(SOUND) if day > question.on]
    later = [each for each in days if found.next_change is None or each < found.next_change]
    for day in later:
        assert told_of(answer(on=day, **asked)) == told_of(found)
    if found.next_change is not None:
        assert told_of(answer(on=found.next_change, **asked)) != told_of(found)
        assert told_of(answer(on=found.next_change - DAY, **asked)) == told_of(found)


@given(questions())
def test_answer_names_only_rules_whose_conditions_are_met(question):
    stated = dict(question.context)
    words = {"act": question.act, "body": question.body, "counterpart": question.counterpart}
    found = answer(on=question.on, **words, **stated)

    named = [slot.rule for slot in found.slots] + [each.rule for each in found.defeated]
    for rule in named:
        assert rule.conditions.span.holds(question.on)
        for facet, known in words.items():
            wanted = rule.conditions.facets.get(facet)
            assert wanted is None or str(known) in wanted
    assert {each.by.id for each in found.defeated} <= set(found.rules)


def test_circumstances_of_an_address_are_those_that_the_pack_asks_for():
    said = {"partner": " B ", "dipl_relations": "", "act": "mou", "seat_in_tr": "x" * 100}

    assert stated_context(SOUND, said, {"partner": "A"}) == {"partner": "A", "seat_in_tr": "x" * 60}
    assert stated_context(SOUND, said, {})["partner"] == "B"
