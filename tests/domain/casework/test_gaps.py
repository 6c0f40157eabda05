"""Each kind of gap, its boundaries, and what is no gap."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elci.domain.acts.kinds import ActKind
from elci.domain.casework.asking import Asker, Parties
from elci.domain.casework.chapters import Relation
from elci.domain.casework.events import (
    PaperAdded,
    Refused,
    Signed,
    SignedWithout,
    StepDone,
)
from elci.domain.casework.gaps import gaps_of, gaps_of_case
from elci.domain.law.pack import Deadline
from elci.domain.law.words import Body, ClockStart, Counterpart, Counting
from elci.domain.vocabularies import Instrument
from tests.domain.casework.trial import (
    TODAY,
    TURKEY,
    act,
    chain,
    opened,
    relation,
    stand,
    trial_pack,
    with_step,
)

ASKER = Asker(trial_pack())


def gaps(*acts, today=TODAY, **facts):
    return gaps_of(relation(*acts, **facts), ASKER, TURKEY, today=today)


def told(found):
    """Kind and step of each gap; a question mark where it is only possible."""
    return [f"{gap.kind} {gap.step.key if gap.step else '-'}{'?' * gap.possibly}" for gap in found]


def test_whole_chain_has_no_gap():
    assert gaps(*chain()) == []


@pytest.mark.parametrize(
    ("kind", "step"),
    [
        ("council_decision", "council"),
        ("sent_to_civil_administrator", "transmit"),
        ("announced", "announce"),
        ("permit_granted", "permit"),
    ],
)
def test_missing_step_is_not_on_record(kind, step):
    (gap,) = gaps(*chain(without=kind))

    assert told([gap]) == [f"not_on_record {step}"]
    assert (gap.rules, gap.concluded.kind, gap.evidence) == (("agreement",), "signed", None)


def test_act_without_document_and_source_has_no_paper():
    acts = [*chain(without="permit_granted"), act("permit_granted", "2015-05-04", proven=False)]

    (gap,) = gaps(*acts)
    assert (told([gap]), gap.evidence) == (["no_paper permit"], acts[-1])
    # A document of the whole relation may be that paper.
    assert told(gaps(*acts, has_papers=True)) == ["no_paper permit?"]


def test_signature_without_paper_is_found_too():
    acts = [*chain(without="signed"), act("signed", "2015-06-01", proven=False)]

    assert told(gaps(*acts)) == ["no_paper sign"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2015-06-01", []), ("2015-06-02", ["late permit"]), ("2015-06", []), ("2015", []),
     ("2016", ["late permit"])],
)  # fmt: skip
def test_permit_after_the_signature_is_late(day, expected):
    assert told(gaps(*chain(permit_granted=day))) == expected


@pytest.mark.parametrize(
    ("decided", "sent", "expected"),
    [
        ("2015-03-02", "2015-03-09", []),
        ("2015-03-02", "2015-03-10", ["late transmit?"]),  # finality may have been later
        ("2015-03", "2015-04-07", []),
        ("2015-03", "2015-04-08", ["late transmit?"]),
    ],
)
def test_sending_after_its_period_is_possibly_late(decided, sent, expected):
    facts = {"council_decision": decided, "sent_to_civil_administrator": sent}

    assert told(gaps(*chain(**facts, announced="2015-03-06"))) == expected


def test_sending_without_a_decision_has_no_period():
    acts = chain(without="council_decision", sent_to_civil_administrator="2015-05-01")

    assert told(gaps(*acts)) == ["not_on_record council"]


def test_signature_after_a_refusal_is_told_as_such():
    refused = act("permit_refused", "2015-05-04")

    (gap,) = gaps(*chain(without="permit_granted"), refused)

    assert (told([gap]), gap.evidence) == (["refused permit"], refused)


def test_permit_after_a_refusal_heals_it():
    assert gaps(*chain(), act("permit_refused", "2015-04-06")) == []


@pytest.mark.parametrize(
    ("permitted", "expected"),
    [
        ("2018-07-09", []),
        ("2018-07-10", ["contested permit"]),
        ("2018-12-09", ["contested permit"]),
        ("2018-12-10", []),
        ("2018-07", ["contested permit?"]),
        ("2018-08", ["contested permit"]),
    ],
)
def test_permit_in_the_contested_months_is_to_be_verified(permitted, expected):
    facts = {
        "council_decision": "2018-06-04",
        "sent_to_civil_administrator": "2018-06-05",
        "announced": "2018-06-05",
        "signed": "2019-02-04",
    }

    assert told(gaps(*chain(**facts, permit_granted=permitted))) == expected


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        ("2005-07-12", ["not_modelled -"]),
        ("1965", ["not_modelled -"]),
        ("XXXX", ["not_modelled -?", "not_on_record council?", "not_on_record transmit?",
                  "not_on_record announce?", "not_on_record permit?", "not_on_record circular?"]),
        ("2005", ["not_modelled -?", "not_on_record council?", "not_on_record transmit?",
                  "not_on_record announce?", "not_on_record permit?"]),
        ("2005-07-13", ["not_on_record council", "not_on_record transmit",
                        "not_on_record announce", "not_on_record permit"]),
    ],
)  # fmt: skip
def test_signature_before_the_horizon_is_not_modelled(signed, expected):
    found = [each for each in told(gaps(act("signed", signed))) if "register" not in each]

    assert found == expected


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        ("2016-10-13", []),
        ("2016-10-14", ["not_on_record circular"]),
        ("2018-07-30", ["not_on_record circular"]),
        ("2018-07-31", []),
        ("2016", ["not_on_record circular?"]),
        ("2017", ["not_on_record circular"]),
    ],
)
def test_step_that_the_law_asked_for_some_years_is_found_in_those(signed, expected):
    facts = {
        "council_decision": "2016-03-01",
        "sent_to_civil_administrator": "2016-03-03",
        "announced": "2016-03-03",
        "permit_granted": "2016-04-04",
    }

    assert told(gaps(*chain(**facts, signed=signed))) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2024-06-17", []), ("2024-06-24", []), ("2024-06-25", ["not_on_record register"])],
)
def test_step_after_the_signature_is_missing_once_its_period_is_over(today, expected):
    facts = {
        "council_decision": "2024-04-01",
        "sent_to_civil_administrator": "2024-04-02",
        "announced": "2024-04-02",
        "permit_granted": "2024-05-02",
        "signed": "2024-06-05",
    }

    found = gaps(*chain(**facts), today=date.fromisoformat(today))

    assert told(found) == expected
    assert [gap.due for gap in found] == [date(2024, 6, 24)] * len(found)


def test_each_renewal_and_each_end_is_asked_for_anew():
    acts = [*chain(), act("renewed", "2019-03-04"), act("terminated", "2021-05-03")]

    assert told(gaps(*acts)) == [
        "not_on_record council", "not_on_record transmit", "not_on_record announce",
        "not_on_record permit", "not_on_record end_council", "not_on_record transmit",
    ]  # fmt: skip


def test_acts_answer_to_the_act_that_they_come_before():
    renewal = [
        act("council_decision", "2019-01-07"), act("sent_to_civil_administrator", "2019-01-08"),
        act("announced", "2019-01-08"), act("permit_granted", "2019-02-04"),
        act("renewed", "2019-03-04"),
    ]  # fmt: skip
    end = [
        act("council_decision_to_end", "2021-04-05"),
        act("sent_to_civil_administrator", "2021-04-06"), act("terminated", "2021-05-03"),
    ]  # fmt: skip

    assert gaps(*chain(), *renewal, *end) == []


def test_permit_after_a_signature_is_late_even_if_the_tie_was_ended_since():
    end = [
        act("council_decision_to_end", "2021-04-05"),
        act("sent_to_civil_administrator", "2021-04-06"), act("terminated", "2021-05-03"),
    ]  # fmt: skip

    assert told(gaps(*chain(permit_granted="2016-02-01"), *end)) == ["late permit"]


def test_second_signature_of_a_standing_tie_asks_for_nothing_anew():
    assert gaps(*chain(), act("signed", "2015-06-08"), act("entered_into_force", "2015-07")) == []


def test_signature_after_an_end_asks_anew():
    acts = [*chain(), act("expired", "2017-06-01"), act("signed", "2019-06-03")]

    assert told(gaps(*acts)) == [
        "not_on_record council", "not_on_record transmit", "not_on_record announce",
        "not_on_record permit",
    ]  # fmt: skip


def test_relation_that_was_never_signed_has_no_gap():
    assert gaps(act("council_decision", "2024-03-04"), act("permit_refused", "2024-04-01")) == []


def test_evidence_that_no_law_asked_for_is_left_aside():
    assert told(gaps(act("council_decision", "2001"), act("signed", "2002"))) == ["not_modelled -"]


def test_partner_of_unknown_kind_leaves_everything_possible():
    found = gaps(act("signed", "2015-06-01"), partners=["ministry"])

    assert told(found) == [
        "not_modelled -?", "not_allowed -?", "not_on_record council?", "not_on_record transmit?",
        "not_on_record announce?", "not_on_record permit?",
    ]  # fmt: skip


def test_act_without_power_is_not_allowed():
    parties = Parties(
        bodies=(Body.METROPOLITAN,), counterparts=((Counterpart.FOREIGN_STATE_ORGAN,),)
    )
    signed = act("signed", "2015-06-01")
    with_state = Relation(instrument=Instrument.SISTER_CITY, parties=parties, acts=(signed,))

    (gap,) = gaps_of(with_state, ASKER, TURKEY, today=TODAY)

    assert (told([gap]), gap.rules, gap.step) == (["not_allowed -"], ("state",), None)


def test_keeper_of_unknown_kind_makes_it_depend():
    found = gaps(act("signed", "2015-06-01"), keeper="other")

    assert told(found) == [
        "not_modelled -?", "not_on_record council?", "not_on_record transmit?",
        "not_on_record announce?", "not_on_record permit?",
    ]  # fmt: skip
    assert found[1].only_for == (
        Body.MUNICIPALITY, Body.METROPOLITAN, Body.METROPOLITAN_DISTRICT,
    )  # fmt: skip


def test_municipality_may_be_a_district_and_both_are_asked_the_same():
    found = gaps(act("signed", "2015-06-01"), keeper="municipality")

    assert told(found) == [
        "not_on_record council", "not_on_record transmit", "not_on_record announce",
        "not_on_record permit",
    ]  # fmt: skip


def test_membership_that_began_is_asked_as_joining():
    found = gaps(
        act("entered_into_force", "2015-06-01"), instrument="membership", partners=["network"]
    )

    assert [gap.act for gap in found] == ["join_io"] * 4


@pytest.mark.parametrize(
    ("registered", "expected"),
    [("2024-05-20", []), ("2024-05-27", []), ("2024-05-28", ["late register"])],
)
def test_step_after_the_signature_is_late_once_its_period_is_over(registered, expected):
    asker = Asker(with_step("register", records=ActKind.ANNOUNCED))
    facts = {
        "council_decision": "2024-03-04", "sent_to_civil_administrator": "2024-03-05",
        "announced": "2024-03-05", "permit_granted": "2024-04-01", "signed": "2024-05-13",
    }  # fmt: skip
    signed = relation(*chain(**facts), act("announced", registered))

    assert told(gaps_of(signed, asker, TURKEY, today=TODAY)) == expected


def test_one_act_for_two_steps_leaves_open_which_of_them_is_missing():
    asker = Asker(with_step("circular", records=ActKind.PERMIT_GRANTED))

    found = gaps_of(relation(*chain(signed="2017-06-01")), asker, TURKEY, today=TODAY)

    assert told(found) == ["not_on_record circular?"]


def test_period_that_begins_with_an_application_is_not_known_from_the_register():
    deadline = Deadline(days=1, counting=Counting.CALENDAR, starts_at=ClockStart.APPLICATION)
    asker = Asker(with_step("permit", deadline=deadline))

    assert gaps_of(relation(*chain()), asker, TURKEY, today=TODAY) == []


KINDS = st.sampled_from(
    ["council_decision", "sent_to_civil_administrator", "announced", "permit_granted",
     "permit_refused", "signed", "renewed", "terminated", "council_decision_to_end"]
)  # fmt: skip
DAYS = st.one_of(
    st.integers(2000, 2023).map(str),
    st.dates(date(2000, 1, 1), date(2024, 1, 1)).map(str),
)


@settings(deadline=None, max_examples=100)
@given(acts=st.lists(st.builds(act, KINDS, DAYS, proven=st.booleans()), max_size=8))
def test_gaps_rest_on_what_is_on_record_and_on_what_the_law_asks(acts):
    for gap in gaps(*acts):
        assert gap.concluded in acts
        assert gap.evidence is None or gap.evidence in acts
        assert gap.step is None or gap.answer.step(gap.step.key) is not None
        assert gap.kind == "not_modelled" or set(gap.rules) <= set(gap.answer.rules)


TRIP = opened(date(2024, 5, 6), "send_delegation", date(2024, 5, 20))
GONE = Signed(on=date(2024, 5, 20))
TOLD = StepDone(on=date(2024, 5, 14), key="tell_before", papers=("notice",))
AFTER = StepDone(on=date(2024, 5, 23), key="tell_after")


def gaps_of_trip(*events, today=TODAY):
    return told(gaps_of_case(stand([TRIP, *events], today), today=today))


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], []),
        ([TOLD], []),
        ([TOLD, GONE, AFTER], []),
        ([TOLD, GONE], ["not_on_record tell_after"]),
        ([SignedWithout(on=GONE.on, missing=("tell_before",), reason="acele"), AFTER],
         ["not_on_record tell_before"]),
        ([StepDone(on=date(2024, 5, 14), key="tell_before"), GONE, AFTER],
         ["no_paper tell_before"]),
        ([StepDone(on=date(2024, 5, 14), key="tell_before"),
          PaperAdded(on=date(2024, 5, 15), key="tell_before", paper="notice"), GONE, AFTER], []),
        ([StepDone(on=date(2024, 5, 16), key="tell_before", papers=("notice",)), GONE, AFTER],
         ["late tell_before"]),
        ([Refused(on=date(2024, 5, 16), key="tell_before", by="x", reasons="y"), GONE, AFTER],
         ["refused tell_before"]),
    ],
)  # fmt: skip
def test_gaps_of_a_journey(events, expected):
    assert gaps_of_trip(*events) == expected


def test_journey_of_today_has_still_to_be_reported():
    assert gaps_of_trip(TOLD, GONE, today=GONE.on) == []


def test_case_that_the_law_gives_no_power_for_is_told():
    barred = opened(date(2024, 5, 6), counterpart="foreign_state_organ")
    without = SignedWithout(on=date(2024, 5, 7), missing=(), reason="istendi")

    assert told(gaps_of_case(stand([barred, without], TODAY), today=TODAY)) == ["not_allowed -"]


def test_contested_and_unasked_steps_of_a_case():
    crossing = [
        opened(date(2018, 7, 16), planned=date(2018, 8, 20)),
        StepDone(on=date(2018, 8, 6), key="permit", papers=("permit",)),
        StepDone(on=date(2018, 8, 6), key="circular"),
        Signed(on=date(2018, 8, 20)),
    ]

    found = told(gaps_of_case(stand(crossing, TODAY), today=TODAY))

    assert found == [
        "not_on_record council", "not_on_record transmit", "not_on_record announce",
        "contested permit", "not_on_record register",
    ]  # fmt: skip
