import pytest

from elci.domain.acts.kinds import ActKind
from elci.domain.dates import PartialDate
from elci.domain.vocabularies import Instrument
from elci.intake.queries.facts import ReadAct, RowFacts
from elci.intake.queries.matching import compare, known_relations
from tests.builders import make_account, make_organisation, make_partner, make_workspace

FILIBE = "728193"


def facts(*acts, place=FILIBE, instrument="sister_city", name="Filibe", acronym=""):
    return RowFacts(
        place_id=place,
        name=name,
        name_as_read=name,
        acronym=acronym,
        body_kind="",
        instrument=None if instrument is None else Instrument(instrument),
        acts=tuple(
            ReadAct(ActKind(kind), PartialDate.parse(happened), (), "", "", "")
            for kind, happened in acts
        ),
        grade=None,
        grade_as_printed="",
        units=(),
    )


def compared(workspace, row):
    found = compare(row, known_relations(workspace))
    return str(found.match), [str(act.happened) for act in found.missing]


@pytest.mark.parametrize(
    ("recorded", "printed", "expected"),
    [
        ([("signed", "1994-03-27")], [("signed", "1994-03-27")], ("known", [])),
        ([("signed", "1994-03-27")], [("signed", "1994-03")], ("known", [])),
        ([("signed", "1994-03-27")], [("signed", "1994")], ("known", [])),
        ([("signed", "1994")], [("signed", "1994-03-27")], ("known", [])),
        ([("signed", "1994-03-27")], [], ("known", [])),
        ([], [("signed", "1994-03-27")], ("contradicts", ["1994-03-27"])),
        ([("signed", "1994-03-27")], [("signed", "1994-03-28")], ("contradicts", ["1994-03-28"])),
        ([("signed", "1994-03-27")], [("signed", "1995")], ("contradicts", ["1995"])),
        ([("signed", "1994-03-27")], [("council_decision", "1994-03-27")],
         ("contradicts", ["1994-03-27"])),
        ([("signed", "1994-03-27")], [("signed", "1994-03-27"), ("renewed", "2016-04-18")],
         ("adds", ["2016-04-18"])),
        ([("signed", "1994-03-27"), ("renewed", "2016-04-18")],
         [("signed", "1994-03-27"), ("renewed", "2018-01-01")], ("adds", ["2018-01-01"])),
        ([("signed", "1994-03-27")], [("signed", "1994-03-27"), ("terminated", "2017-01-01")],
         ("adds", ["2017-01-01"])),
        ([("signed", "1994-03-27"), ("terminated", "2017-01-01")],
         [("signed", "1994-03-27"), ("terminated", "2018-05-05")], ("contradicts", ["2018-05-05"])),
        ([("signed", "1994-03-27"), ("terminated", "2017-01-01")],
         [("signed", "1994-03-27"), ("terminated", "2017")], ("known", [])),
    ],
)  # fmt: skip
def test_row_is_compared_with_the_acts_on_record(workspace, recorded, printed, expected):
    make_account(workspace, acts=recorded)

    assert compared(workspace, facts(*printed)) == expected


@pytest.mark.parametrize(
    "row",
    [
        facts(("signed", "1994-03-27"), instrument="memorandum"),
        facts(("signed", "1994-03-27"), place="727011"),
        facts(("signed", "1994-03-27"), place=None, instrument="membership", name="Filibe Birliği"),
    ],
    ids=["other instrument", "other place", "body of no place"],
)
def test_other_partner_or_instrument_is_new(workspace, row):
    make_account(workspace)

    assert compared(workspace, row) == ("new", ["1994-03-27"])


@pytest.mark.parametrize(
    "row",
    [
        facts(instrument=None),
        facts(place=None),
        facts(place=None, instrument="membership", name=""),
    ],
    ids=["no instrument", "no place", "no name"],
)
def test_row_that_does_not_say_who_or_what_is_compared_with_nothing(workspace, row):
    make_account(workspace)

    assert compared(workspace, row) == ("none", [])


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("2010-12-27", 0), ("2011-10-06", 1), ("2010", 0)],
)
def test_of_two_agreements_with_one_partner_the_nearest_is_meant(workspace, printed, expected):
    pencap = make_partner("Pencap", "Pakistan")
    accounts = [
        make_account(workspace, partner=pencap, instrument="memorandum", acts=[("signed", day)])
        for day in ("2010-12-27", "2011-10-06")
    ]

    row = facts(("signed", printed), place=pencap.place.key, instrument="memorandum")
    found = compare(row, known_relations(workspace))

    assert (str(found.match), found.account) == ("known", accounts[expected])


def test_addition_to_one_goes_before_contradicting_the_other(workspace):
    accounts = [make_account(workspace, acts=[("signed", day)]) for day in ("1990", "1994-03-27")]

    found = compare(
        facts(("signed", "1994-03-27"), ("renewed", "2016-04-18")), known_relations(workspace)
    )

    assert (str(found.match), found.account) == ("adds", accounts[1])


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("UCLG", ""),
        ("", "UCLG"),
        ("birleşmiş kentler ve yerel yönetimler", ""),
        ("United Cities and Local Governments", ""),
        ("Başka bir ad", "uclg"),
    ],
)
def test_membership_is_known_by_name_or_acronym(workspace, name, acronym):
    body = make_organisation(
        "Birleşmiş Kentler ve Yerel Yönetimler",
        kind="network",
        acronym="UCLG",
        name_en="United Cities and Local Governments",
    )
    make_account(
        workspace,
        partner=body,
        instrument="membership",
        acts=[("entered_into_force", "1987-09-11")],
    )

    row = facts(
        ("entered_into_force", "1987"),
        place=None,
        instrument="membership",
        name=name or acronym,
        acronym=acronym,
    )

    assert compared(workspace, row) == ("known", [])


def test_registers_of_other_workspaces_are_not_looked_at(workspace):
    make_account(make_workspace("ankara"))

    assert compared(workspace, facts(("signed", "1994-03-27"))) == ("new", ["1994-03-27"])


def test_what_is_known_is_read_in_six_queries_at_most(workspace, django_assert_num_queries):
    for day in ("1994", "1995", "1996"):
        make_account(workspace, acts=[("signed", day)])

    with django_assert_num_queries(5):
        known_relations(workspace)
    make_account(workspace, partner=make_partner("Eyüpsultan", "Türkiye"))
    with django_assert_num_queries(6):
        known_relations(workspace)
