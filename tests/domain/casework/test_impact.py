"""What another law would change, for whom, from when, and for whom not."""

from dataclasses import replace
from datetime import date

import pytest

from elci.domain.casework.events import Sent, StepDone
from elci.domain.casework.impact import Because, Comparison, How
from elci.domain.casework.law_changes import Touch
from elci.domain.casework.notices import case_change, doubt_of, notice_of
from elci.domain.law.pack import (
    Conditions,
    DatedValue,
    Deadline,
    Flag,
    Gap,
    Pack,
    Rule,
    Source,
    Span,
)
from elci.domain.law.words import (
    ClockStart,
    ContextFacet,
    Counting,
    FlagKind,
    GapKind,
    Slot,
    Verdict,
)
from elci.domain.texts import Text
from tests.domain.casework.trial import (
    TODAY,
    act,
    chain,
    opened,
    relation,
    stand,
    trial_pack,
    with_step,
)

BAR = date(2025, 1, 1)


def law(**changes) -> Pack:
    return replace(trial_pack(), **changes)


def with_bar(starts: date = BAR, **facets: list[str]) -> Pack:
    """The small law with a rule that prohibits from a day on."""
    rule = Rule(
        id="bar",
        name=Text("Yasaktır.", "It is prohibited."),
        slot=Slot.APPROVAL,
        verdict=Verdict.PROHIBITED,
        conditions=Conditions(
            {facet: frozenset(words) for facet, words in facets.items()}, span=Span(starts)
        ),
        overrides=("agreement", "join", "end"),
    )
    return law(rules={**trial_pack().rules, "bar": rule})


def compare(new: Pack, today: date = TODAY) -> Comparison:
    return Comparison.of(trial_pack(), new, today=today)


def test_same_law_changes_nothing():
    same = compare(law())

    assert same.changed_rules() == {}
    assert list(same.on_record(relation(*chain()))) == []
    assert list(same.on_record(relation(act("signed", "2023")))) == []
    assert same.to_come(relation(*chain())) == ()
    assert same.why_not(relation(*chain())) == ()


def test_bar_from_a_day_on_touches_what_may_still_come():
    comparison = compare(with_bar(act=["sister_city"]))

    (change,) = comparison.to_come(relation(*chain()))

    assert (change.touch, change.act, change.since) == (Touch.TO_COME, "sister_city", BAR)
    assert (change.before.verdict, change.after.verdict) == (Verdict.PERMIT, Verdict.PROHIBITED)
    assert (change.bars, change.rules, change.possibly) == (True, ("bar", "agreement")[:1], False)
    assert comparison.to_come(relation(*chain())) == (change,)
    assert list(comparison.on_record(relation(*chain()))) == []


def test_renewal_and_end_are_looked_at_too():
    comparison = compare(with_bar(act=["renew_agreement", "terminate_agreement"]))

    assert [change.act for change in comparison.to_come(relation(*chain()))] == [
        "renew_agreement", "terminate_agreement",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("starts", "signed", "touched"),
    [
        ("2015-06-01", "2015-06-01", [(Touch.ON_RECORD, date(2015, 6, 1))]),
        ("2015-06-02", "2015-06-01", []),
        ("2015-06-02", "2015", [(Touch.ON_RECORD, date(2015, 6, 2))]),
        ("2016-01-01", "2015", []),
    ],
)
def test_law_with_effect_for_the_past_touches_acts_on_record(starts, signed, touched):
    comparison = compare(with_bar(date.fromisoformat(starts), act=["sister_city"]))

    found = list(comparison.on_record(relation(act("signed", signed))))

    assert [(change.touch, change.since) for change in found] == touched


def test_change_that_concerns_some_of_what_may_be_is_possible_only():
    comparison = compare(with_bar(body=["metropolitan_district"], act=["sister_city"]))

    (change,) = comparison.to_come(relation(*chain(), keeper="municipality"))

    assert change.possibly


def test_why_not_names_the_condition_that_is_not_met():
    rules = {
        "act": with_bar(act=["name_place"]),
        "body": with_bar(body=["village"]),
        "counterpart": with_bar(counterpart=["foreign_mission"]),
    }
    for facet, new in rules.items():
        comparison = compare(new)
        for _again in range(2):
            assert comparison.why_not(relation(*chain())) == (Because(rule="bar", facet=facet),)
    assert compare(with_bar(act=["sister_city"])).why_not(relation(*chain())) == ()


def test_rule_that_is_gone_is_a_change_too():
    rules = {key: rule for key, rule in trial_pack().rules.items() if key != "agreement"}
    comparison = compare(law(rules=rules))

    change = comparison.to_come(relation(*chain()))[0]

    assert (change.since, change.after.verdict) == (TODAY, Verdict.NOT_MODELLED)
    assert change.rules == ("agreement",)


def test_new_authority_and_new_period_are_changes_of_the_answer():
    name = trial_pack().parameters["permit_authority"]
    new_value = DatedValue(span=Span(BAR), value=Text("Kurul", "the board"))
    last = replace(name.values[-1], span=Span(name.values[-1].span.starts, BAR))
    other = replace(name, values=(*name.values[:-1], last, new_value))
    by_board = compare(law(parameters={"permit_authority": other}))
    shorter = Deadline(days=3, counting=Counting.CALENDAR, starts_at=ClockStart.FINALITY)
    sooner = compare(with_step("transmit", deadline=shorter))

    assert [change.since for change in by_board.to_come(relation(*chain()))] == [BAR, BAR]
    assert by_board.to_come(relation(*chain()))[0].rules == ("agreement",)
    assert sooner.to_come(relation(*chain()))[0].since == TODAY


CASE = [
    opened(date(2024, 5, 6), planned=date(2024, 9, 2)),
    StepDone(on=date(2024, 5, 6), key="council"),
    Sent(on=date(2024, 5, 20), key="permit", to="Bakanlık"),
]


def without(key: str) -> Pack:
    rule = trial_pack().rules["agreement"]
    steps = tuple(each for each in rule.steps if each != key)
    return law(rules={**trial_pack().rules, "agreement": replace(rule, steps=steps)})


def changed(old: Pack, new: Pack):
    return case_change(stand(CASE, TODAY, old), stand(CASE, TODAY, new))


def test_case_whose_open_steps_stay_the_same_is_not_touched():
    assert changed(trial_pack(), law()) is None
    assert changed(trial_pack(), with_step("council", deadline=None, papers=())) is None


def test_case_is_touched_by_steps_that_come_and_go_and_change():
    added = changed(without("announce"), trial_pack())
    gone = changed(trial_pack(), without("announce"))
    otherwise = changed(trial_pack(), with_step("transmit", papers=()))

    assert [step.key for step in added.added] == ["announce"]
    assert [step.key for step in gone.gone] == ["announce"]
    assert [step.key for step in otherwise.otherwise] == ["transmit"]
    assert added.since == TODAY


def test_notice_says_from_when_and_what_in_both_languages():
    (change,) = compare(with_bar(act=["sister_city"])).to_come(relation(*chain()))

    notice = notice_of(Text("Filibe", "Plovdiv"), [change])

    assert notice.tr.splitlines()[:2] == [
        "Filibe: hukuktaki değişiklik bu kaydınızı ilgilendirmektedir.",
        "- 01.01.2025 tarihinden itibaren, kardeş şehir ilişkisi kurmak: izin gerekir → yasak.",
    ]
    assert notice.en.splitlines()[1] == (
        "- From 2025-01-01, to set up a sister city tie: permit needed → prohibited."
    )
    assert "taslak" in notice.tr.splitlines()[2]


def test_notice_names_new_steps_and_says_where_it_is_not_sure():
    comparison = Comparison.of(without("announce"), trial_pack(), today=TODAY)
    change = comparison.to_come(relation(*chain(), keeper="municipality"))[0]

    notice = notice_of(Text("Filibe", "Plovdiv"), [replace(change, possibly=True)])

    assert notice.en.splitlines()[1] == (
        "- From 2024-06-03 (depending on what is not known), to set up a sister city tie: "
        "permit needed → permit needed. New steps: Announcement."
    )


def test_notice_of_a_case_names_its_steps():
    notice = notice_of(Text("Dosya", "Case"), [changed(trial_pack(), without("announce"))])

    assert notice.en.splitlines()[1] == (
        "- By the law of 2024-06-03, the open steps change. Steps no longer asked for: "
        "Announcement."
    )


def test_circumstance_that_nobody_stated_is_told_as_an_if():
    comparison = compare(with_bar(act=["sister_city"], dipl_relations=["no"]))

    (change,) = comparison.to_come(relation(*chain()))
    notice = notice_of(Text("Filibe", "Plovdiv"), [change])

    assert (change.since, change.after.verdict) == (BAR, Verdict.PROHIBITED)
    assert (change.only_if, change.possibly) == ((("dipl_relations", "no"),), True)
    assert notice.en.splitlines()[1] == (
        "- From 2025-01-01, if the answer to “Are there diplomatic relations with the "
        "counterpart's country?” is “no”, to set up a sister city tie: permit needed → prohibited."
    )
    assert "ilişki var mı?” sorusunun yanıtı “hayır” ise, kardeş" in notice.tr


def test_circumstance_is_told_of_acts_on_record_too():
    comparison = compare(with_bar(date(2015, 1, 1), dipl_relations=["no"], act=["sister_city"]))

    (change,) = comparison.on_record(relation(*chain()))

    assert (change.touch, change.since) == (Touch.ON_RECORD, date(2015, 6, 1))
    notice = notice_of(Text("Filibe", "Plovdiv"), [change])
    assert notice.en.splitlines()[1].startswith("- Act on record of 2015-06-01, if the answer to")
    assert change.only_if == (("dipl_relations", "no"),)


def test_circumstances_that_come_to_the_same_are_told_together():
    bar = with_bar(act=["sister_city"], dipl_relations=["no"])
    other = replace(
        bar.rules["bar"],
        id="other",
        conditions=Conditions(
            {"act": frozenset({"sister_city"}), "council_can_meet": frozenset({"no"})},
            span=Span(BAR),
        ),
    )

    (change,) = compare(law(rules={**bar.rules, "other": other})).to_come(relation(*chain()))

    assert change.only_if == (("dipl_relations", "no"), ("council_can_meet", "no"))


def test_circumstance_is_told_beside_what_comes_anyway_only_where_it_makes_a_difference():
    def with_later_rule(verdict: Verdict, starts: date) -> Pack:
        bar = with_bar(act=["sister_city"], dipl_relations=["no"])
        agreement = bar.rules["agreement"]
        free = replace(
            agreement,
            id="free",
            verdict=verdict,
            conditions=Conditions({"act": frozenset({"sister_city"})}, span=Span(starts)),
            overrides=("agreement",),
        )
        bar_over_it = replace(bar.rules["bar"], overrides=("agreement", "join", "end", "free"))
        return law(rules={**bar.rules, "free": free, "bar": bar_over_it})

    later = compare(with_later_rule(Verdict.FREE, date(2026, 1, 1)))
    heavier = compare(with_later_rule(Verdict.FREE, BAR))
    same = compare(with_later_rule(Verdict.PROHIBITED, BAR))

    assert [(each.since, bool(each.only_if)) for each in later.to_come(relation(*chain()))] == [
        (date(2026, 1, 1), False), (BAR, True),
    ]  # fmt: skip
    assert [
        (each.after.verdict, bool(each.only_if)) for each in heavier.to_come(relation(*chain()))
    ] == [(Verdict.FREE, False), (Verdict.PROHIBITED, True)]
    assert [bool(each.only_if) for each in same.to_come(relation(*chain()))] == [False]


def with_country(new: bool = True, **facets: list[str]) -> Pack:
    """The small law, asking for the partner's country, with a rule for some of them."""
    facet = ContextFacet("partner_country", ("CN", "other"), "other")
    return replace(with_bar(**facets) if new else trial_pack(), own_context=(facet,))


def test_stated_circumstance_is_not_asked_otherwise_and_says_why_not():
    comparison = Comparison.of(
        with_country(new=False), with_country(partner_country=["CN"]), today=TODAY
    )
    tied = relation(*chain())
    parties = [
        replace(tied.parties, context=(*each, ("weather", "fine")))
        for each in ((("partner_country", "CN"),), (("partner_country", "BG"),), ())
    ]
    chinese, bulgarian, unknown = (replace(tied, parties=each) for each in parties)

    assert {each.only_if for each in comparison.to_come(chinese)} == {()}
    assert comparison.to_come(bulgarian) == ()
    assert comparison.why_not(bulgarian) == (Because(rule="bar", facet="partner_country"),)
    assert {each.only_if for each in comparison.to_come(unknown)} == {(("partner_country", "CN"),)}


def test_condition_for_which_only_the_old_law_asks_is_told_in_its_words():
    comparison = Comparison.of(
        with_country(partner_country=["CN"]), trial_pack(), today=date(2025, 2, 3)
    )

    change = comparison.to_come(relation(*chain()))[0]

    assert doubt_of(change).en == ", if the answer to “partner_country” is “CN”"


def test_cases_that_cannot_be_do_not_make_a_change_doubtful():
    gap = Gap(
        id="none",
        kind=GapKind.IMPOSSIBLE,
        reason=Text("Olamaz.", "It cannot be."),
        conditions=Conditions({"body": frozenset({"metropolitan_district"})}),
    )
    old = replace(trial_pack(), gaps={"none": gap})
    districts = [rule_for(rule, "municipality") for rule in old.rules.values()]
    old = replace(old, rules={rule.id: rule for rule in districts})
    bar = rule_for(with_bar(act=["sister_city"]).rules["bar"], "municipality")
    new = replace(old, rules={**old.rules, "bar": bar})

    (change,) = Comparison.of(old, new, today=TODAY).to_come(
        relation(*chain(), keeper="municipality")
    )

    assert not change.possibly


def rule_for(rule: Rule, body: str) -> Rule:
    facets = {**rule.conditions.facets, "body": frozenset({body})}
    return replace(rule, conditions=replace(rule.conditions, facets=facets))


def test_changed_parts_tell_what_was_added_taken_out_and_changed():
    step = trial_pack().steps["transmit"]
    rules = {key: rule for key, rule in with_bar().rules.items() if key != "join"}
    steps = {**trial_pack().steps, "transmit": replace(step, papers=())}
    flag = Flag(id="note", kind=FlagKind.ADVICE, text=Text("Dikkat", "Beware"))
    source = Source(id="x", title="Kanun")
    new = law(
        rules=rules,
        steps=steps,
        flags={**trial_pack().flags, "note": flag},
        sources={**trial_pack().sources, "x": source},
    )

    found = {
        (each.kind, each.key): (each.name.en, each.how) for each in compare(new).changed_parts()
    }

    assert found == {
        ("rules", "bar"): ("It is prohibited.", How.ADDED),
        ("rules", "join"): (trial_pack().rules["join"].name.en, How.GONE),
        ("steps", "transmit"): (step.name.en, How.OTHERWISE),
        ("flags", "note"): ("Beware", How.ADDED),
        ("sources", "x"): ("Kanun", How.ADDED),
    }
