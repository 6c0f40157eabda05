import pickle
import re
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import assume, given

from elci.domain.acts import (
    BINDING,
    REFUSAL_TEMPLATES,
    Act,
    ActKind,
    ActRefusedError,
    Finding,
    FindingKind,
    Refusal,
    check_act,
    findings,
)
from elci.domain.acts.kinds import NEEDS_LIFE
from elci.domain.dates import PartialDate
from tests.domain.acts.acts_strategies import acts, registers

TODAY = date(2026, 3, 1)


def act(text: str) -> Act:
    kind, happened, *until = text.replace("until ", "").split()
    return Act(
        kind=ActKind(kind),
        happened=PartialDate(happened),
        known_from=TODAY,
        valid_until=PartialDate(until[0]) if until else None,
    )


def register(text: str) -> list[Act]:
    return [act(entry) for entry in text.split("; ")] if text else []


def refusal_of(new: str, on_record: str) -> Refusal | None:
    try:
        check_act(act(new), register(on_record), today=TODAY)
    except ActRefusedError as error:
        return error.code
    return None


REFUSED = [
    ("renewed 2012-06-18", "", Refusal.NEVER_OPENED),
    ("varied 2012-06-18", "preliminary_protocol 1997", Refusal.NEVER_OPENED),
    ("suspended 2012-06-18", "", Refusal.NEVER_OPENED),
    ("resumed 2012-06-18", "", Refusal.NEVER_OPENED),
    ("terminated 2017", "permit_granted 2001", Refusal.NEVER_OPENED),
    ("expired 2017", "", Refusal.NEVER_OPENED),
    ("superseded 2017", "", Refusal.NEVER_OPENED),
    ("council_decision_to_end 2017", "", Refusal.NEVER_OPENED),
    ("terminated 2005-06-23", "signed 2005-06-24", Refusal.BEFORE_THE_OPENING),
    ("terminated 2004", "signed 2005", Refusal.BEFORE_THE_OPENING),
    ("renewed 2004", "signed 2010; signed 2005", Refusal.BEFORE_THE_OPENING),
    ("council_decision_to_end 2004", "signed 2005", Refusal.BEFORE_THE_OPENING),
    ("resumed 2012", "signed 2005", Refusal.NEVER_SUSPENDED),
    ("resumed 2012", "signed 2005; suspended 2013", Refusal.NEVER_SUSPENDED),
    ("resumed 2015", "signed 2005; suspended 2010; resumed 2012", Refusal.NOT_SUSPENDED),
    ("resumed 2015", "signed 2005; suspended 2010; renewed 2012", Refusal.NOT_SUSPENDED),
    ("suspended 2015", "signed 2005; suspended 2010", Refusal.ALREADY_SUSPENDED),
    ("terminated 2018", "signed 2005; terminated 2017", Refusal.ALREADY_ENDED),
    ("expired 2018", "signed 2005; terminated 2017", Refusal.ALREADY_ENDED),
    ("renewed 2018", "signed 2005; terminated 2017", Refusal.ALREADY_ENDED),
    ("renewed 2018", "signed 2005; superseded 2017", Refusal.ALREADY_ENDED),
    ("suspended 2018", "signed 2005; expired 2017", Refusal.ALREADY_ENDED),
    ("resumed 2018", "signed 2005; suspended 2010; terminated 2017", Refusal.ALREADY_ENDED),
    ("varied 2018", "signed 2005; terminated 2017", Refusal.ALREADY_ENDED),
    ("varied 2018", "signed 2005; terminated 2017; signed 2019", Refusal.ALREADY_ENDED),
    ("terminated 2010", "signed 2005; renewed 2012", Refusal.CONTINUED_AFTERWARDS),
    ("suspended 2012-06-02", "signed 2005; terminated 2012-06-01", Refusal.ALREADY_ENDED),
    ("terminated 2010-06-17", "signed 2005; renewed 2010-06-18", Refusal.CONTINUED_AFTERWARDS),
    ("terminated 2010", "signed 2005; terminated 2017", Refusal.CONTINUED_AFTERWARDS),
    ("expired 2010", "signed 2005; varied 2012", Refusal.CONTINUED_AFTERWARDS),
    # The only signing, corrected to a day after what rests on it.
    ("signed 2013", "renewed 2012-06-18", Refusal.BEFORE_THE_OPENING),
    ("signed 1997", "signed 1997", Refusal.SAME_ACT_TWICE),
    ("renewed 2012", "signed 1997; renewed 2012", Refusal.SAME_ACT_TWICE),
    ("signed 2026-03-02", "", Refusal.NOT_YET_HAPPENED),
    ("signed 2026-04", "", Refusal.NOT_YET_HAPPENED),
    ("proposed 2027", "", Refusal.NOT_YET_HAPPENED),
    ("signed 2010 until 2009", "", Refusal.TERM_ENDS_BEFORE_IT_BEGINS),
    ("signed 2010-05-02 until 2010-05-01", "", Refusal.TERM_ENDS_BEFORE_IT_BEGINS),
]

ALLOWED = [
    ("signed 2026-03-01", ""),
    ("signed 2026", ""),
    ("signed XXXX", ""),
    ("proposed 2001", ""),
    ("permit_granted 2001", ""),
    ("party_succeeded 2001", ""),
    ("renewed 2012-06-18", "signed 1965"),
    ("renewed 2012-06-18", "entered_into_force 1965"),
    ("terminated 2005", "signed 2005"),
    ("terminated 2005-06-24", "signed 2005-06-24"),
    ("terminated 2005-01-01", "signed 2005"),
    ("terminated XXXX", "signed 2005"),
    ("resumed 2012", "signed 2005; suspended 2012"),
    ("resumed 2012-01-02", "signed 2005; suspended 2012-01-02"),
    ("suspended 2012", "signed 2005; suspended 2010; resumed 2012"),
    ("suspended 2015", "signed 2005; suspended 2010; resumed 2012"),
    ("suspended 2012", "signed 2005; suspended 2010; signed 2012"),
    ("resumed 2015", "signed 2005; suspended 2010; resumed 2012; suspended 2014"),
    ("signed 2018", "signed 2005; terminated 2017"),
    ("entered_into_force 2018", "signed 2005; terminated 2017"),
    ("renewed 2019", "signed 2005; terminated 2017; signed 2018"),
    ("renewed 2018", "signed 2005; expired 2017"),
    ("renewed 2018", "signed 2005 until 2015"),
    ("terminated 2018", "signed 2005 until 2015"),
    ("renewed 2017", "signed 2005; terminated 2017"),
    ("council_decision_to_end 2018", "signed 2005; terminated 2017"),
    ("party_succeeded 2018", "signed 2005; terminated 2017"),
    ("proposed 2018", "signed 2005; terminated 2017"),
    ("varied 2016", "signed 2005; terminated 2017"),
    ("terminated 2012", "signed 2005; renewed 2012"),
    ("expired 2010", "signed 2005; renewed 2012"),
    ("terminated 2010", "signed 2005; signed 2011; renewed 2012"),
    ("suspended 2012-06-01", "signed 2005; terminated 2012-06-01"),
    ("suspended 2012-06-01", "signed 2005; suspended 2010; resumed 2012-06-01"),
    ("terminated 2012-06-18", "signed 2005; renewed 2012-06-18"),
    ("signed 2012-06-18", "renewed 2012-06-18"),
    ("terminated 2010", "signed 2005; council_decision_to_end 2012"),
    ("terminated 2010", "signed 2005; announced 2012"),
    ("signed 2012", "renewed 2012-06-18"),
    ("signed 2013", "signed 1997; renewed 2012-06-18"),
    ("signed 2013", "announced 2012"),
    ("signed 1997-05-09", "signed 1997"),
    ("entered_into_force 1997", "signed 1997"),
    ("signed 2010 until 2010", ""),
    ("signed 2010-05-01 until 2010-05-01", ""),
    ("signed 2010 until 2012/..", ""),
]


@pytest.mark.parametrize(("new", "on_record", "code"), REFUSED)
def test_check_act_refuses_what_certainly_contradicts(new, on_record, code):
    assert refusal_of(new, on_record) is code


@pytest.mark.parametrize(("new", "on_record"), ALLOWED)
def test_check_act_allows_what_may_be_so(new, on_record):
    assert refusal_of(new, on_record) is None


def test_check_act_refuses_an_act_that_was_learned_before_it_happened():
    learned = date(2019, 5, 10)
    later = Act(kind=ActKind.SIGNED, happened=PartialDate("2019-05-11"), known_from=learned)
    same_day = Act(kind=ActKind.SIGNED, happened=PartialDate("2019-05-10"), known_from=learned)

    check_act(same_day, [], today=TODAY)
    with pytest.raises(ActRefusedError) as caught:
        check_act(later, [], today=TODAY)
    assert caught.value.code is Refusal.NOT_YET_HAPPENED


@pytest.mark.parametrize(
    ("new", "on_record", "params"),
    [
        ("renewed 2012", "", {"kind": ActKind.RENEWED}),
        (
            "terminated 2004",
            "signed 2010; signed 2005",
            {"happened": PartialDate("2004"), "opened": PartialDate("2005")},
        ),
        (
            "signed 2013",
            "renewed 2012-06-18",
            {"happened": PartialDate("2012-06-18"), "opened": PartialDate("2013")},
        ),
        ("resumed 2012", "signed 2005", {"happened": PartialDate("2012")}),
        ("suspended 2015", "signed 2005; suspended 2010", {"happened": PartialDate("2015")}),
        (
            "varied 2018",
            "signed 2005; terminated 2017",
            {"kind": ActKind.VARIED, "happened": PartialDate("2018")},
        ),
        (
            "terminated 2010",
            "signed 2005; renewed 2012",
            {"kind": ActKind.RENEWED, "happened": PartialDate("2012")},
        ),
        ("signed 1997", "signed 1997", {"kind": ActKind.SIGNED, "happened": PartialDate("1997")}),
        ("signed 2027", "", {"happened": PartialDate("2027")}),
        (
            "signed 2010 until 2009",
            "",
            {"until": PartialDate("2009"), "happened": PartialDate("2010")},
        ),
    ],
)
def test_check_act_says_what_contradicts(new, on_record, params):
    with pytest.raises(ActRefusedError) as caught:
        check_act(act(new), register(on_record), today=TODAY)

    assert caught.value.params == params
    assert str(caught.value) == caught.value.template % params


@pytest.mark.parametrize("code", Refusal)
def test_refusal_has_a_message_with_a_problem_and_a_way_out(code):
    text = REFUSAL_TEMPLATES[code]

    assert text.count(". ") == 1
    assert text.endswith(".")
    assert set(re.findall(r"%\((\w+)\)s", text)) <= {"happened", "opened", "until"}


def test_refusal_survives_pickling():
    error = ActRefusedError(Refusal.NOT_YET_HAPPENED, happened=PartialDate("2027"))

    copy = pickle.loads(pickle.dumps(error))

    assert (copy.code, copy.params, str(copy)) == (error.code, error.params, str(error))


@given(registers(longest=5), acts())
def test_check_act_refuses_only_with_a_reason(on_record, new):
    with suppress(ActRefusedError):
        check_act(new, on_record, today=date(2000, 2, 1))


@given(registers(longest=5), acts(terms=False))
def test_check_act_refuses_no_step_before_the_relation_whatever_is_on_record(on_record, new):
    assume(new.kind not in BINDING)
    assume(new.kind not in NEEDS_LIFE)
    assume(all(other.kind is not new.kind for other in on_record))

    check_act(new, on_record, today=date(2000, 2, 1))


SIGNED_TWICE = FindingKind.SIGNED_TWICE


@pytest.mark.parametrize(
    ("acts", "dates"),
    [
        ("signed 1998-04-02; signed 2002-10-15", ["1998-04-02", "2002-10-15"]),
        ("signed 1998-08-01; signed 1997-09-20", ["1997-09-20", "1998-08-01"]),
        (
            "signed 1998; terminated 2000; signed 2002; signed 2003",
            ["1998", "2002", "2003"],
        ),
        ("signed 1998; signed 2002; terminated 2005", ["1998", "2002"]),
        ("terminated 1997; signed 1998; signed 2002", ["1998", "2002"]),
    ],
)
def test_findings_tell_of_a_second_signing(acts, dates):
    found = [one for one in findings(register(acts)) if one.kind is SIGNED_TWICE]

    assert found == [Finding(SIGNED_TWICE, {"dates": tuple(map(PartialDate, dates))})]


@pytest.mark.parametrize(
    "acts",
    [
        "signed 1998",
        "signed 1997-12-25; entered_into_force 1998-01-01; renewed 2005",
        "signed 1998; terminated 2000; signed 2002",
        "signed 1998; expired 1998; signed 1998-12-31",
        "signed 1998; terminated 2002; signed 2002",
        "signed 2005; terminated 2005",
        "terminated 2005-06-24; signed 2005-06-24",
        "",
    ],
)
def test_findings_are_none_where_nothing_contradicts(acts):
    assert findings(register(acts)) == []


def test_findings_tell_of_a_membership_before_the_founding():
    member = act("signed 1987-09-11")
    founded = PartialDate("2004-05")

    found = findings([act("proposed 1980"), member], party_founded=founded)

    params = {"happened": member.happened, "founded": founded}
    assert found == [Finding(FindingKind.BEFORE_PARTY_FOUNDED, params)]


@pytest.mark.parametrize("founded", ["1987-09-11", "1987", "../1990", "XXXX"])
def test_findings_doubt_no_act_that_may_follow_the_founding(founded):
    assert findings([act("signed 1987-09-11")], party_founded=PartialDate(founded)) == []


def test_findings_tell_of_acts_on_a_relation_that_nothing_opened():
    found = findings(register("proposed 1990; renewed 2012-06-18; terminated 2017"))

    assert found == [
        Finding(
            FindingKind.NEVER_OPENED,
            {"kind": ActKind.RENEWED, "happened": PartialDate("2012-06-18")},
        ),
        Finding(
            FindingKind.NEVER_OPENED,
            {"kind": ActKind.TERMINATED, "happened": PartialDate("2017")},
        ),
    ]


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ("signed 1990; terminated 2000; renewed 2005", ["renewed 2005"]),
        ("signed 1990; terminated 2000; terminated 2005", ["terminated 2005"]),
        ("signed 1990; terminated 2000; varied 2001; signed 2002", ["varied 2001"]),
        ("signed 1990; terminated 2000; signed 2002; renewed 2005", []),
        ("signed 1990; expired 2000; renewed 2005", []),
        ("signed 1990; terminated 2000; council_decision_to_end 2001", []),
        ("signed 1990; terminated 2000; renewed 2000", []),
        ("renewed 1985; signed 1990", []),
    ],
)
def test_findings_tell_of_acts_on_a_relation_that_had_ended(acts, expected):
    found = [
        f"{one.params['kind']} {one.params['happened']}"
        for one in findings(register(acts))
        if one.kind is FindingKind.WENT_ON_AFTER_THE_END
    ]

    assert found == expected


def test_findings_tell_of_each_end_before_every_opening():
    acts = register("terminated 1990; signed 2001; signed 1995; expired 1994; terminated 1995")

    found = [one for one in findings(acts) if one.kind is FindingKind.ENDED_BEFORE_OPENED]

    assert [one.params for one in found] == [
        {"happened": PartialDate("1990"), "opened": PartialDate("1995")},
        {"happened": PartialDate("1994"), "opened": PartialDate("1995")},
    ]
