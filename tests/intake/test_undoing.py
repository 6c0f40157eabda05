import pytest

from elci.agreements.actions import (
    AccountFacts,
    change_account,
    correct_act,
    withdraw_account,
    withdraw_act,
)
from elci.agreements.models import Account, ActRecord, RegisterEntry
from elci.domain.vocabularies import Instrument
from elci.foundation.grades import Grade
from elci.intake.actions import NotReadyError, begin_undoing, correct_row, undo_batch
from tests.builders import TODAY, act_facts, make_account, make_act, make_user
from tests.intake.handed_in import (
    FILIBE,
    USKUP,
    commit,
    hand_in_rows,
    matches_in,
    rows_in,
)

RENEWED = (*FILIBE[:2], "27.03.1994\nYenilendi: 18.04.2016", "")


def undo(batch, *, user=None, reason="Yanlış liste."):
    return undo_batch(batch, user=user, today=TODAY, reason=reason)


def entered(workspace, *rows):
    """A list in the register."""
    batch = hand_in_rows(workspace, *rows)
    commit(batch)
    batch.refresh_from_db()
    return batch


def test_relations_of_an_undone_list_are_withdrawn_and_stay_readable(workspace):
    user = make_user(workspace)
    batch = entered(workspace, FILIBE, USKUP)

    report = undo(batch, user=user)

    accounts = Account.objects.all()
    assert (report.relations, report.acts, report.kept) == (2, 0, ())
    assert {account.withdrawal_reason for account in accounts} == {"Yanlış liste."}
    assert {account.withdrawn_by for account in accounts} == {user}
    assert (ActRecord.objects.count(), RegisterEntry.objects.count()) == (2, 0)


def test_undone_list_says_so_and_keeps_what_it_read(workspace):
    user = make_user(workspace)
    batch = entered(workspace, FILIBE)

    undo(batch, user=user)

    batch.refresh_from_db()
    assert (batch.state, batch.closed_by, batch.reason) == ("undone", user, "Yanlış liste.")
    assert [row.cells for row in rows_in(batch)] == [[*FILIBE]]


def test_undone_list_can_be_entered_anew(workspace):
    undo(entered(workspace, FILIBE))

    again = hand_in_rows(workspace, FILIBE)

    assert matches_in(again) == [("new", "enter")]
    assert commit(again) == 1


@pytest.mark.parametrize("step", [undo, lambda batch: begin_undoing(batch, user=None, reason="x")])
def test_list_is_undone_once(workspace, step):
    batch = entered(workspace, FILIBE)
    undo(batch)

    with pytest.raises(NotReadyError):
        step(batch)


def test_list_that_was_not_entered_is_not_undone(workspace):
    batch = hand_in_rows(workspace, FILIBE)

    with pytest.raises(NotReadyError):
        undo(batch)


def test_list_waits_to_be_undone_by_a_process_of_its_own(workspace):
    user = make_user(workspace)
    batch = entered(workspace, FILIBE)
    told = []

    waiting = begin_undoing(batch, user=user, reason="Yanlış liste.")
    report = undo_batch(waiting, user=user, today=TODAY, reason=waiting.reason, advance=told.append)

    assert (waiting.state, waiting.reason, report.relations) == ("undoing", "Yanlış liste.", 1)
    assert told == [1]


def test_only_what_the_list_added_leaves_a_relation_that_was_there(workspace):
    account = make_account(workspace, acts=[("signed", "1994-03-27")])
    batch = entered(workspace, RENEWED)

    report = undo(batch)

    account.refresh_from_db()
    standing = account.acts.filter(known_until=None)
    assert (report.relations, report.acts, account.withdrawn_at) == (0, 1, None)
    assert [str(act.happened) for act in standing] == ["1994-03-27"]
    assert account.entry.last_act_day.isoformat() == "1994-03-27"


def test_relation_that_two_rows_made_goes_with_both(workspace):
    batch = entered(workspace, FILIBE, RENEWED)

    report = undo(batch)

    assert (report.relations, report.acts, report.kept) == (1, 0, ())
    assert RegisterEntry.objects.count() == 0


def test_acts_that_rest_on_each_other_are_withdrawn_together(workspace):
    account = make_account(workspace, acts=[("council_decision", "1994-01-01")])
    row = (*FILIBE[:2], "Meclis Kararı: 01.01.1994\nİmza: 27.03.1994\nYenilendi: 18.04.2016", "")
    batch = entered(workspace, row)

    report = undo(batch)

    standing = account.acts.filter(known_until=None)
    assert (report.acts, [act.kind for act in standing]) == (2, ["council_decision"])


@pytest.mark.parametrize(
    "work",
    [
        lambda account: make_act(account, "renewed", "2016-04-18"),
        lambda account: correct_act(
            account.acts.get(),
            act_facts("signed", "1994-03-28"),
            user=None,
            today=TODAY,
            reason="Belgede böyle.",
        ),
        lambda account: withdraw_act(account.acts.get(), user=None, today=TODAY, reason="Yok."),
        lambda account: change_account(
            account,
            AccountFacts(instrument=Instrument.SISTER_CITY, grade=Grade.FULL, note="Aranacak."),
            user=None,
            reason="Not.",
        ),
    ],
    ids=["recorded", "corrected", "withdrawn", "changed"],
)
def test_relation_that_was_worked_on_since_stays_and_is_named(workspace, work):
    batch = entered(workspace, FILIBE, USKUP)
    account = Account.objects.get(partner_as_printed="Filibe")
    work(account)

    report = undo(batch)

    account.refresh_from_db()
    assert (report.relations, report.kept, account.withdrawn_at) == (1, (account,), None)


def test_relation_that_stays_is_named_once(workspace):
    batch = entered(workspace, FILIBE, RENEWED)
    account = Account.objects.get()
    make_act(account, "renewed", "2020-01-01")

    assert undo(batch).kept == (account,)


def test_relation_that_the_desk_withdrew_meanwhile_is_left_alone(workspace):
    batch = entered(workspace, FILIBE)
    account = Account.objects.get()
    withdraw_account(account, user=None, reason="Yanlış kayıt.")

    report = undo(batch)

    account.refresh_from_db()
    assert (report.relations, report.kept) == (0, ())
    assert account.withdrawal_reason == "Yanlış kayıt."


def test_act_of_the_list_on_which_another_came_to_rest_stays(workspace):
    account = make_account(workspace, acts=[("signed", "1994-03-27"), ("renewed", "2016-04-18")])
    batch = hand_in_rows(workspace, FILIBE)
    in_force = {"kind": "entered_into_force", "date": "1994-05-01"}
    correct_row(rows_in(batch)[0], acts=[{"kind": "signed", "date": "1994"}, in_force])
    commit(batch)
    withdraw_act(account.acts.get(kind="signed"), user=None, today=TODAY, reason="İmzalanmadı.")

    report = undo(batch)

    assert (report.acts, report.kept) == (0, (account,))
    assert account.acts.filter(known_until=None).count() == 2
