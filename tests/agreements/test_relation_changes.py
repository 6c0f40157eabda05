"""Changing and withdrawing an account of a relation."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from elci.accounts.models import Change
from elci.agreements.actions import (
    AccountFacts,
    change_account,
    open_account,
    withdraw_account,
    withdraw_act,
)
from elci.agreements.models import Account, ActRecord, Party, RegisterEntry, Relation
from elci.domain.vocabularies import Instrument
from elci.foundation.grades import Grade
from tests.builders import (
    TODAY,
    act_facts,
    make_account,
    make_organisation,
    make_user,
    make_workspace,
)

pytestmark = pytest.mark.django_db
WRITTEN = (Relation, Party, Account, ActRecord, RegisterEntry, Change)


def row_numbers() -> list[int]:
    return [model.objects.count() for model in WRITTEN]


def test_withdrawn_relation_and_withdrawn_act_may_be_entered_again():
    workspace = make_workspace()
    withdraw_account(make_account(workspace), user=None, reason="wrong city")
    account = make_account(workspace, separate=False)
    withdraw_act(account.acts.get(), user=None, today=TODAY, reason="wrong date")

    make_account(workspace, separate=True)

    assert RegisterEntry.objects.count() == 2


def test_change_is_kept_with_what_was_said_before_and_why():
    account = make_account(make_workspace(), note="eski")
    user = make_user(account.workspace)
    facts = AccountFacts(
        instrument=Instrument.MEMORANDUM, grade=Grade.PRIVATE, fields=("trade",), note="yeni"
    )

    change_account(account, facts, user=user, reason="misread")

    line = Change.objects.first()
    assert (line.verb, line.user, line.reason) == ("changed", user, "misread")
    assert (line.before["note"], line.before["instrument"], line.before["grade"]) == (
        "eski", "sister_city", "full",
    )  # fmt: skip
    assert (line.after["note"], line.after["instrument"], line.after["fields"]) == (
        "yeni", "memorandum", ["trade"],
    )  # fmt: skip


def test_change_reaches_the_list_at_once():
    account = make_account(make_workspace())
    facts = AccountFacts(instrument=Instrument.MEMORANDUM, grade=Grade.PRIVATE)

    change_account(account, facts, user=None, reason="misread")

    entry = RegisterEntry.objects.get()
    assert (entry.instrument, entry.grade) == ("memorandum", "private")
    assert {(each.instrument, each.grade) for each in entry.periods.all()} == {
        ("memorandum", "private")
    }


def test_change_that_changes_nothing_leaves_no_line():
    account = make_account(make_workspace(), fields=("trade",))
    lines = Change.objects.count()

    same = AccountFacts(instrument=Instrument.SISTER_CITY, grade=Grade.FULL, fields=("trade",))
    change_account(account, same, user=None, reason="")

    assert Change.objects.count() == lines


def test_change_on_an_old_copy_tells_what_the_database_said_before():
    account = make_account(make_workspace(), note="ilk")
    old_copy = Account.objects.get(pk=account.pk)
    facts = {"instrument": Instrument.SISTER_CITY, "grade": Grade.FULL}
    change_account(account, AccountFacts(**facts, note="ikinci"), user=None, reason="a")

    change_account(old_copy, AccountFacts(**facts, note="üçüncü"), user=None, reason="b")

    line = Change.objects.first()
    assert (line.before["note"], line.after["note"]) == ("ikinci", "üçüncü")


def test_withdrawn_account_leaves_the_lists_and_stays_on_record():
    account = make_account(make_workspace())
    user = make_user(account.workspace)

    withdraw_account(account, user=user, reason="entered twice")

    account.refresh_from_db()
    assert (account.withdrawn_by, account.withdrawal_reason) == (user, "entered twice")
    assert account.withdrawn_at is not None
    assert (RegisterEntry.objects.count(), account.acts.count()) == (0, 1)
    line = Change.objects.first()
    assert (line.verb, line.reason, line.before["instrument"]) == (
        "withdrawn", "entered twice", "sister_city",
    )  # fmt: skip


def test_second_withdrawal_changes_nothing_even_on_an_old_copy():
    account = make_account(make_workspace())
    old_copy = Account.objects.get(pk=account.pk)
    withdraw_account(account, user=None, reason="first")
    lines = Change.objects.count()

    withdraw_account(account, user=None, reason="second")
    withdraw_account(old_copy, user=None, reason="third")

    account.refresh_from_db()
    assert (account.withdrawal_reason, Change.objects.count()) == ("first", lines)


def test_withdrawal_without_a_reason_is_refused_by_the_database():
    account = make_account(make_workspace())

    with pytest.raises(IntegrityError), transaction.atomic():
        withdraw_account(account, user=None, reason="")

    account.refresh_from_db()
    assert account.withdrawn_at is None


def test_keeper_without_a_body_of_its_own_cannot_open_an_account():
    from elci.accounts.actions import open_workspace  # noqa: PLC0415 -- only here without a body

    workspace = open_workspace(key="empty", name_tr="Boş", name_en="Empty")

    with pytest.raises(LookupError, match="empty"):
        open_account(
            workspace=workspace,
            partners=[make_organisation("Birlik")],
            facts=AccountFacts(instrument=Instrument.MEMBERSHIP),
            first_acts=[act_facts()],
            user=None,
            today=TODAY,
            known_from=date(2024, 1, 1),
        )
