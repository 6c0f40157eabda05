"""Entering a list, all or none; undoing it; tracing what came from it."""

import csv
import io

import pytest
from django.test import Client

from elci.agreements.models import Account, ActRecord
from elci.intake.choices import BatchState
from elci.intake.models import ImportedRow
from tests.builders import make_account, make_act, make_partner
from tests.desk.lists import DOUBTFUL, SURE, address_of, read_list

REASON = "Liste eski çıktı."


def entered_list(desk, workspace, *, grade="full", text=SURE):
    batch = read_list(workspace, text)
    desk.post(address_of(batch, "enter"), {"grade": grade})
    batch.refresh_from_db()
    return batch


@pytest.mark.parametrize(("grade", "status"), [("full", 200), ("private", 404)])
def test_entered_rows_are_relations_for_those_who_may_see_them(desk, workspace, grade, status):
    batch = entered_list(desk, workspace, grade=grade)

    assert (batch.state, Account.objects.count()) == (BatchState.COMMITTED, 3)
    accounts = Account.objects.all()
    seen = {Client().get(f"/tr/relations/{account.uuid}/").status_code for account in accounts}
    assert seen == {status}


def test_result_leads_to_each_relation_and_each_relation_back_to_its_row(desk, workspace):
    batch = entered_list(desk, workspace)

    result = desk.get(address_of(batch)).content.decode()
    for row in ImportedRow.objects.filter(batch=batch):
        relation = desk.get(f"/tr/desk/relations/{row.account.uuid}/").content.decode()
        assert f"/tr/desk/relations/{row.account.uuid}/" in result
        assert address_of(batch, "rows", row.order) in relation
        assert "kardes.csv" in relation


def test_public_page_shows_where_the_fact_stood_and_nothing_else_of_the_list(desk, workspace):
    batch = entered_list(desk, workspace)
    row = ImportedRow.objects.get(batch=batch, order=0)

    page = Client().get(f"/tr/relations/{row.account.uuid}/").content.decode()

    assert "15.03.1997" in page
    assert "/desk/imports/" not in page


def test_undecided_list_is_not_entered(desk, workspace):
    batch = entered_list(desk, workspace, text=DOUBTFUL)

    page = desk.get(address_of(batch)).content.decode()

    assert (batch.state, Account.objects.count()) == (BatchState.READ, 0)
    assert "1 satır hâlâ karar bekliyor" in page


def test_one_refused_row_keeps_the_whole_list_out_and_is_named(desk, workspace):
    batch = read_list(workspace)
    row = ImportedRow.objects.get(batch=batch, order=2)
    # The day after tomorrow of any day on which this runs: no act can have happened then.
    row.correction = {"acts": [{"kind": "signed", "date": "9999-01-01"}]}
    row.save()

    answer = desk.post(address_of(batch, "enter"), {"grade": "full"})

    page = answer.content.decode()
    batch.refresh_from_db()
    assert (answer.status_code, batch.state, Account.objects.count()) == (409, BatchState.READ, 0)
    assert (address_of(batch, "rows", 2) in page, f"{row.number}. satır" in page) == (True, True)


def test_list_is_entered_for_nobody_in_particular_only_once_said(desk, workspace):
    batch = read_list(workspace)

    desk.post(address_of(batch, "enter"), {})

    assert Account.objects.count() == 0


def test_undone_list_is_withdrawn_with_the_reason_and_its_acts_leave_other_relations(
    desk, workspace
):
    known = make_account(
        workspace, partner=make_partner("Köln", "Almanya"), acts=[("signed", "1997-03-15")]
    )
    text = (
        SURE.replace("Tarih;İmza Yeri", "Tarih;Yenilenme Tarihi")
        .replace("15.03.1997;İstanbul", "15.03.1997;01.05.2007")
        .replace("23.01.2001;Filibe", "23.01.2001;")
    )
    batch = entered_list(desk, workspace, text=text)
    assert known.acts.filter(known_until=None).count() == 2

    desk.post(address_of(batch, "undo"), {"reason": REASON})

    batch.refresh_from_db()
    assert (batch.state, batch.reason) == (BatchState.UNDONE, REASON)
    assert Account.objects.filter(withdrawn_at=None).get() == known
    assert [act.kind for act in known.acts.filter(known_until=None)] == ["signed"]
    assert REASON in desk.get(address_of(batch)).content.decode()


def test_undoing_keeps_and_names_what_somebody_worked_on_since(desk, workspace):
    batch = entered_list(desk, workspace)
    worked_on = ImportedRow.objects.get(batch=batch, order=1).account
    make_act(worked_on, "renewed", "2016-04-18")

    desk.post(address_of(batch, "undo"), {"reason": REASON})

    page = desk.get(address_of(batch)).content.decode()
    assert list(Account.objects.filter(withdrawn_at=None)) == [worked_on]
    assert f"/tr/desk/relations/{worked_on.uuid}/" in page


def test_undoing_asks_for_a_reason(desk, workspace):
    batch = entered_list(desk, workspace)

    answer = desk.post(address_of(batch, "undo"), {"reason": " "})

    assert (answer.status_code, ActRecord.objects.filter(known_until=None).count()) == (200, 3)


def test_list_put_aside_cannot_be_entered(desk, workspace):
    batch = read_list(workspace)
    desk.post(address_of(batch, "discard"))

    desk.post(address_of(batch, "enter"), {"grade": "full"})

    batch.refresh_from_db()
    assert (batch.state, Account.objects.count()) == (BatchState.DISCARDED, 0)


def test_long_list_is_entered_by_a_process_of_its_own(desk, workspace, monkeypatch):
    monkeypatch.setattr("elci.desk.views_imports.LONG_LIST", 2)

    batch = entered_list(desk, workspace)

    assert (batch.state, batch.grade, Account.objects.count()) == ("committing", "full", 0)
    assert "<progress" in desk.get(address_of(batch)).content.decode()


def test_reading_is_handed_out_as_csv_that_no_spreadsheet_calculates(desk, workspace):
    batch = read_list(workspace, SURE.replace("Köln;", "=HYPERLINK(1);"))

    answer = desk.get(f"{address_of(batch)[:-1]}/reading.csv")

    text = b"".join(answer.streaming_content).decode()
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert (answer.headers["Content-Type"], len(rows)) == ("text/csv; charset=utf-8", 4)
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []
