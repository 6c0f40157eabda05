import pytest

from elci.intake.actions import (
    ClosedBatchError,
    RowIncompleteError,
    assign_columns,
    correct_row,
    decide_row,
    discard_batch,
    enter_sure_rows,
    leave_out_doubtful_rows,
)
from elci.intake.choices import Decision
from tests.builders import make_account, make_place
from tests.intake.handed_in import (
    FILIBE,
    USKUP,
    hand_in,
    hand_in_rows,
    matches_in,
    rows_in,
    table_of,
)

UNKNOWN = ("Xqzvw", "Bulgaristan", "27.03.1994", "")


def test_person_decides_on_a_row(workspace):
    batch = hand_in_rows(workspace, FILIBE)

    decide_row(rows_in(batch)[0], Decision.SKIP)

    assert matches_in(batch) == [("new", "skip")]


def test_row_without_a_party_cannot_be_entered_but_left_out(workspace):
    row = rows_in(hand_in_rows(workspace, UNKNOWN))[0]

    with pytest.raises(RowIncompleteError):
        decide_row(row, Decision.ENTER)
    decide_row(row, Decision.SKIP)

    row.refresh_from_db()
    assert row.decision == "skip"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"place": "728193"}, ("new", "enter")),
        ({"place": "728193", "instrument": "memorandum"}, ("new", "enter")),
        ({"instrument": "membership"}, ("new", "enter")),
        ({"acts": []}, ("none", "open")),
    ],
    ids=["place", "place and instrument", "membership of a body", "still no place"],
)
def test_corrected_row_is_compared_anew(workspace, parts, expected):
    batch = hand_in_rows(workspace, UNKNOWN)

    correct_row(rows_in(batch)[0], **parts)

    assert matches_in(batch) == [expected]


def test_corrected_row_may_turn_out_to_be_known(workspace):
    account = make_account(workspace, acts=[("signed", "1994-03-27")])
    batch = hand_in_rows(workspace, UNKNOWN)

    correct_row(rows_in(batch)[0], place=make_place().key)

    assert matches_in(batch) == [("known", "skip")]
    assert rows_in(batch)[0].matched == account


def test_corrected_row_that_contradicts_the_register_waits(workspace):
    make_account(workspace, acts=[("signed", "1994-03-27")])
    batch = hand_in_rows(workspace, FILIBE)

    correct_row(rows_in(batch)[0], acts=[{"kind": "signed", "date": "2001-01-01"}])

    assert matches_in(batch) == [("contradicts", "open")]


def test_second_correction_keeps_the_first(workspace):
    row = rows_in(hand_in_rows(workspace, UNKNOWN))[0]

    correct_row(row, place="728193")
    correct_row(row, instrument="memorandum")

    row.refresh_from_db()
    assert row.correction == {"place": "728193", "instrument": "memorandum"}


def test_sure_rows_are_entered_together_again(workspace):
    batch = hand_in_rows(workspace, FILIBE, USKUP, UNKNOWN)
    for row in rows_in(batch):
        decide_row(row, Decision.SKIP)

    assert enter_sure_rows(batch) == 2
    assert matches_in(batch) == [("new", "enter"), ("new", "enter"), ("none", "skip")]


def test_doubtful_rows_are_left_out_together(workspace):
    batch = hand_in_rows(workspace, FILIBE, UNKNOWN, UNKNOWN)

    assert leave_out_doubtful_rows(batch) == 2
    assert matches_in(batch) == [("new", "enter"), ("none", "skip"), ("none", "skip")]


@pytest.mark.parametrize(
    "step",
    [
        lambda batch, _: decide_row(rows_in(batch)[0], Decision.SKIP),
        lambda batch, _: correct_row(rows_in(batch)[0], place="728193"),
        lambda batch, _: enter_sure_rows(batch),
        lambda batch, _: leave_out_doubtful_rows(batch),
        lambda batch, gazetteer: assign_columns(batch, 0, ["party"], gazetteer=gazetteer),
    ],
    ids=["decide", "correct", "enter sure", "leave out doubtful", "assign columns"],
)
def test_list_that_is_closed_is_not_decided_on(workspace, gazetteer, step):
    batch = hand_in(workspace, table_of(FILIBE))
    discard_batch(batch, user=None)
    batch.refresh_from_db()

    with pytest.raises(ClosedBatchError):
        step(batch, gazetteer)

    assert matches_in(batch) == [("new", "enter")]
