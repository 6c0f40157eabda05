"""What the lists read is made from the accounts, and from nothing else."""

from datetime import date
from typing import Any

import pytest
from django.db import transaction

from elci.accounts.models import Workspace
from elci.agreements.actions import (
    DuplicateRelationError,
    correct_act,
    refresh_entries,
    refresh_entry,
    withdraw_account,
)
from elci.agreements.actions.entries import entries_refreshed_once
from elci.agreements.models import Account, RegisterEntry, RegisterFinding, StandingPeriod
from elci.organisations.models import Organisation
from elci.places.models import Place
from tests.builders import (
    TODAY,
    act_facts,
    make_account,
    make_act,
    make_organisation,
    make_partner,
    make_workspace,
)

pytestmark = pytest.mark.django_db


def made_rows() -> list[list[dict[str, Any]]]:
    """Everything that the lists read, apart from the numbers that the database gives to rows."""
    return [
        [
            {name: value for name, value in row.items() if name != "id"}
            for row in model.objects.order_by("pk").values()
        ]
        for model in (RegisterEntry, StandingPeriod, RegisterFinding)
    ]


def in_any_order(rows: list[list[dict[str, Any]]]) -> list[list[str]]:
    return [sorted(map(repr, part)) for part in rows]


@pytest.fixture
def register() -> list[Account]:
    workspace = make_workspace()
    plovdiv, skopje = make_partner(), make_partner("Üsküp", "Makedonya")
    one = make_account(workspace, partner=plovdiv)
    make_act(one, "terminated", "2017")
    two = make_account(
        workspace, partner=[plovdiv, skopje], acts=[("signed", "1998-04-02"), ("signed", "2002")]
    )
    correct_act(two.acts.first(), act_facts("signed", "1999"), user=None, today=TODAY, reason="x")
    three = make_account(workspace, partner=skopje, acts=[("proposed", "2020")])
    withdraw_account(three, user=None, reason="by mistake")
    return [one, two, three]


def test_made_anew_they_are_what_each_change_left(register):
    incremental = in_any_order(made_rows())

    assert refresh_entries() == 2
    assert in_any_order(made_rows()) == incremental


def test_made_anew_twice_they_are_the_same(register):
    refresh_entries()
    once = in_any_order(made_rows())

    refresh_entries()

    assert in_any_order(made_rows()) == once


def test_made_after_they_were_lost_they_are_back(register):
    before = in_any_order(made_rows())
    RegisterEntry.objects.all().delete()

    refresh_entries()

    assert in_any_order(made_rows()) == before


def test_only_the_accounts_asked_for_are_made(register):
    RegisterEntry.objects.all().delete()

    refresh_entry(register[0])

    assert [entry.account_id for entry in RegisterEntry.objects.all()] == [register[0].pk]


def test_no_account_makes_no_entry():
    assert refresh_entries() == 0


def test_number_of_queries_does_not_grow_with_the_accounts(django_assert_num_queries):
    workspace = make_workspace()
    accounts = [
        make_account(workspace, partner=make_organisation(name)) for name in ("Oş", "Şam", "Vaduz")
    ]

    with django_assert_num_queries(17):
        refresh_entries([accounts[0].pk])
    with django_assert_num_queries(17):
        refresh_entries([account.pk for account in accounts])


def test_entry_of_one_partner():
    acts = [("preliminary_protocol", "1989"), ("signed", "1997-10"), ("renewed", "2016")]
    account = make_account(make_workspace(), acts=acts)

    entry = account.entry
    assert (entry.partner_tr, entry.partner_en, entry.country) == ("Filibe", "Plovdiv", "BG")
    assert (entry.partner_countries, entry.place.name_en) == ("BG", "Plovdiv")
    assert (str(entry.since), entry.since_day) == ("1997-10", date(1997, 10, 1))
    assert entry.last_act_day == date(2016, 1, 1)
    assert {period.decade for period in entry.periods.all()} == {1990}


def test_entry_of_partners_in_several_countries():
    partners = [make_partner("Üsküp", "Makedonya"), make_partner()]

    entry = make_account(make_workspace(), partner=partners).entry

    assert (entry.partner_tr, entry.partner_en) == ("Üsküp, Filibe", "Skopje, Plovdiv")
    assert (entry.country, entry.partner_countries) == ("ZZ", "BG MK")
    assert entry.place.name_tr == "Üsküp"


def test_entry_of_partners_in_one_country():
    partners = [make_partner(), make_partner("Sofya")]

    entry = make_account(make_workspace(), partner=partners).entry

    assert (entry.country, entry.partner_countries) == ("BG", "BG")


def test_entry_takes_place_and_country_from_the_partner_that_has_them():
    partners = [make_organisation("Birlik"), make_partner()]

    entry = make_account(make_workspace(), partner=partners).entry

    assert (entry.country, entry.place.name_tr) == ("BG", "Filibe")


def test_entry_without_a_place():
    entry = make_account(make_workspace(), partner=make_organisation("Birlik")).entry

    assert (entry.country, entry.partner_countries, entry.place) == ("XX", "", None)


def test_entry_of_very_many_partners_is_cut_to_its_column():
    partners = [make_organisation(f"Birlik {number:03} " + "ı" * 40) for number in range(20)]

    entry = make_account(make_workspace(), partner=partners).entry

    assert len(entry.partner_tr) == 600


@pytest.mark.parametrize(
    ("acts", "since", "since_day", "decade"),
    [
        ([("proposed", "2019")], None, None, None),
        ([("signed", "XXXX")], "XXXX", None, None),
        ([("signed", "../1989")], "../1989", None, None),
        ([("signed", "1989/1991")], "1989/1991", date(1989, 1, 1), None),
        ([("signed", "1990/..")], "1990/..", date(1990, 1, 1), None),
        ([("signed", "1990/1999")], "1990/1999", date(1990, 1, 1), 1990),
        ([("signed", "1999-12-31")], "1999-12-31", date(1999, 12, 31), 1990),
    ],
)
def test_first_signing_as_precisely_as_it_is_known(acts, since, since_day, decade):
    entry = make_account(make_workspace(), acts=acts).entry

    assert (None if entry.since is None else str(entry.since), entry.since_day) == (
        since, since_day,
    )  # fmt: skip
    assert {period.decade for period in entry.periods.all()} == {decade}


def test_contradictions_are_kept_with_their_dates():
    body = make_organisation("Birlik", founded=act_facts(happened="2004").happened)
    make_account(make_workspace(), partner=body, acts=[("entered_into_force", "1987-09-11")])

    (finding,) = RegisterFinding.objects.all()
    assert (finding.kind, finding.grade, finding.params) == (
        "before_party_founded", "full", {"happened": "1987-09-11", "founded": "2004"},
    )  # fmt: skip


def test_founding_of_one_of_several_partners_is_no_contradiction():
    body = make_organisation("Birlik", founded=act_facts(happened="2004").happened)

    make_account(make_workspace(), partner=[body, make_partner()])

    assert RegisterFinding.objects.count() == 0


def test_entries_within_a_block_are_made_once_at_its_end():
    workspace = make_workspace()
    with entries_refreshed_once():
        account = make_account(workspace)
        make_act(account, "renewed", "2001")
        assert RegisterEntry.objects.count() == 0

    assert account.entry.last_act_day == date(2001, 1, 1)


def enter_the_same_twice(workspace: Workspace) -> None:
    for _time in range(2):
        make_account(workspace)


def test_block_that_fails_makes_no_entry():
    workspace = make_workspace()

    with (
        pytest.raises(DuplicateRelationError),
        transaction.atomic(),
        entries_refreshed_once(),
    ):
        enter_the_same_twice(workspace)

    assert (Account.objects.count(), RegisterEntry.objects.count()) == (0, 0)


def test_place_without_coordinates_is_listed_and_not_drawn():
    partner = make_partner()
    Place.objects.filter(pk=partner.place_id).update(latitude=None, longitude=None)

    account = make_account(make_workspace(), partner=Organisation.objects.get(pk=partner.pk))

    assert account.entry.place == partner.place
    assert [period.place for period in account.entry.periods.all()] == [None]
