"""From facts of the register to questions, and what stays open."""

from dataclasses import replace
from datetime import date

import pytest

from elci.domain.acts.kinds import ActKind
from elci.domain.casework.asking import ACTS, INSTRUMENTS, Asker, Parties, act_of
from elci.domain.casework.chapters import concluding_kind
from elci.domain.law.answers import Question
from elci.domain.law.deciding import decide
from elci.domain.law.pack import Conditions, Gap
from elci.domain.law.words import Body, ContextFacet, Counterpart, GapKind, LegalAct, Verdict
from elci.domain.texts import Text
from elci.domain.vocabularies import Instrument
from tests.domain.casework.trial import trial_pack

DAY = date(2024, 6, 3)


@pytest.mark.parametrize(
    ("instrument", "kind", "expected"),
    [
        ("sister_city", "signed", "sister_city"),
        ("cooperation_protocol", "signed", "cooperation_agreement"),
        ("memorandum", "signed", "mou"),
        ("goodwill_letter", "entered_into_force", "mou"),
        ("preliminary_protocol", "signed", "mou"),
        ("project_agreement", "signed", "joint_project"),
        ("membership", "signed", "join_io"),
        ("membership", "entered_into_force", "join_io"),
        ("membership", "renewed", "join_io"),
        ("membership", "terminated", "leave_io"),
        ("memorandum", "renewed", "renew_agreement"),
        ("sister_city", "terminated", "terminate_agreement"),
    ],
)
def test_instrument_and_act_give_the_legal_act(instrument, kind, expected):
    assert act_of(Instrument(instrument), ActKind(kind)) == expected


def test_every_instrument_is_asked_for():
    assert set(ACTS) == set(Instrument)
    assert set(INSTRUMENTS.values()) <= set(Instrument)


@pytest.mark.parametrize(
    ("act", "kind"),
    [("sister_city", "signed"), ("join_io", "entered_into_force"), ("renew_agreement", "renewed"),
     ("leave_io", "terminated"), ("terminate_agreement", "terminated"),
     ("found_io", "entered_into_force")],
)  # fmt: skip
def test_legal_act_is_done_with_a_kind_of_act(act, kind):
    assert concluding_kind(LegalAct(act)) == kind


@pytest.mark.parametrize(
    ("keeper", "bodies"),
    [
        ("metropolitan_municipality", {"metropolitan"}),
        ("municipality", {"municipality", "metropolitan_district"}),
        ("province", {"special_provincial_admin"}),
        ("district", {"municipality", "metropolitan_district"}),
        ("network", {"union_with_municipal_members", "union_provincial_only"}),
        ("local_authority", set(Body)),
        ("other", set(Body)),
    ],
)
def test_keeper_may_be_what_its_kind_allows(keeper, bodies):
    assert set(Parties.of(keeper, []).bodies) == bodies


@pytest.mark.parametrize(
    ("partner", "counterparts"),
    [
        ("local_authority", {"foreign_local_authority"}),
        ("municipality", {"foreign_local_authority"}),
        ("metropolitan_municipality", {"foreign_local_authority"}),
        ("region", {"foreign_region_or_federated_state"}),
        ("county", {"foreign_local_authority", "foreign_region_or_federated_state"}),
        ("district", {"foreign_local_authority"}),
        ("network", {"international_body"}),
        ("other", {"foreign_local_authority", "foreign_region_or_federated_state",
                   "foreign_state_organ", "international_body"}),
    ],
)  # fmt: skip
def test_partner_may_be_what_its_kind_allows(partner, counterparts):
    (found,) = Parties.of("municipality", [partner]).counterparts

    assert set(found) == counterparts


def test_worlds_are_all_that_may_be():
    parties = Parties.of("municipality", ["local_authority", "network", "municipality"])

    assert set(parties.worlds()) == {
        (body, (Counterpart.FOREIGN_LOCAL_AUTHORITY, Counterpart.INTERNATIONAL_BODY))
        for body in (Body.MUNICIPALITY, Body.METROPOLITAN_DISTRICT)
    }


@pytest.mark.parametrize(
    "day",
    ["1990-01-01", "2005-07-12", "2005-07-13", "2018-07-09", "2018-07-10", "2018-12-09",
     "2018-12-10", "2024-01-01"],
)  # fmt: skip
def test_answer_given_for_another_day_is_that_of_the_law(day):
    asker = Asker(trial_pack())
    asked = [
        Question(act=LegalAct.SISTER_CITY, body=Body.METROPOLITAN,
                 counterpart=Counterpart.FOREIGN_LOCAL_AUTHORITY, on=each)
        for each in (date(2006, 1, 2), date(2018, 9, 3), date(2020, 1, 1), date(1980, 1, 1),
                     date.fromisoformat(day))
    ]  # fmt: skip

    found = [asker.ask(each) for each in asked][-1]

    answered = decide(trial_pack(), asked[-1])
    assert (found.verdict, found.rules, found.since, found.next_change) == (
        answered.verdict, answered.rules, answered.since, answered.next_change,
    )  # fmt: skip
    assert [(step.key, step.authority) for step in found.steps] == [
        (step.key, step.authority) for step in answered.steps
    ]


def demands(pack=None, *, partners=("local_authority",), act="sister_city", first=DAY, last=DAY,
            context=None):  # fmt: skip
    asker = Asker(pack or trial_pack())
    parties = Parties.of("metropolitan_municipality", partners, context)
    return asker.demands(LegalAct(act), parties, first=first, last=last)


def test_days_between_the_first_and_the_last_are_asked_too():
    found = demands(first=date(2018, 7, 1), last=date(2018, 12, 31))

    assert [str(each.day) for each in found] == [
        "2018-07-01", "2018-07-10", "2018-07-31", "2018-12-10",
    ]  # fmt: skip


def test_what_any_partner_asks_is_asked():
    (found,) = demands(partners=["local_authority", "network"])

    assert found.verdict is Verdict.PERMIT
    assert list(found.steps)[:2] == ["council", "transmit"]


def with_circumstance():
    facet = ContextFacet("season", ("summer", "winter"), "summer")
    pack = trial_pack()
    rule = pack.rules["agreement"]
    facets = {**rule.conditions.facets, "season": frozenset({"summer"})}
    summer = replace(rule, conditions=replace(rule.conditions, facets=facets))
    return replace(pack, own_context=(facet,), rules={**pack.rules, "agreement": summer})


def test_circumstance_that_nobody_stated_is_asked_both_ways():
    assert [each.verdict for each in demands(with_circumstance())] == [
        Verdict.PERMIT, Verdict.NOT_MODELLED,
    ]  # fmt: skip


def test_circumstance_that_is_known_is_asked_once():
    (found,) = demands(with_circumstance(), context={"season": "summer", "moon": "full"})

    assert found.verdict is Verdict.PERMIT


def test_what_cannot_be_is_not_among_what_may_be():
    pack = trial_pack()
    gap = Gap(
        id="none", kind=GapKind.IMPOSSIBLE, reason=Text("Olamaz.", "Cannot be."),
        conditions=Conditions({"counterpart": frozenset({"international_body"})}),
    )  # fmt: skip
    with_gap = replace(pack, gaps={"none": gap, **pack.gaps})

    found = demands(with_gap, partners=["other"])
    only = demands(with_gap, partners=["network"])

    assert len(found) == 3
    assert [each.is_impossible for each in only] == [True]
