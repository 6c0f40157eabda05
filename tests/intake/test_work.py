"""Work on lists in a process of its own: who holds a list, how far it is, what becomes of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from elci.agreements.models import Account
from elci.config.lists import read_waiting
from elci.foundation.grades import Grade
from elci.intake.actions import (
    NotReadyError,
    at_work,
    begin_committing,
    begin_undoing,
    commit_batch,
    discard_batch,
    understand,
)
from elci.intake.choices import BatchState
from elci.intake.models import ImportBatch, ImportedRow
from elci.intake.queries.work import batches_in_work, is_worked_on, rows_done
from tests.builders import TODAY
from tests.desk.lists import read_list

LONG_AGO = timedelta(minutes=5)


def begun(batch, state=BatchState.READING):
    batch.state = state
    batch.started_at = timezone.now() - LONG_AGO
    batch.save()
    return batch


def test_list_is_worked_on_while_it_is_held_and_not_after(workspace):
    batch = begun(read_list(workspace))

    with at_work(batch):
        while_held = (is_worked_on(batch), batches_in_work())

    assert (while_held, is_worked_on(batch), batches_in_work()) == ((True, 1), False, 0)


def test_list_that_nobody_ever_held_is_not_worked_on(workspace):
    assert not is_worked_on(begun(read_list(workspace)))


@pytest.mark.parametrize(("seconds", "counts"), [(1, True), (19, True), (21, False)])
def test_process_has_twenty_seconds_to_show(workspace, seconds, counts):
    batch = begun(read_list(workspace))
    batch.started_at = timezone.now() - timedelta(seconds=seconds)

    assert is_worked_on(batch) is counts


def test_progress_is_told_beside_the_database(workspace):
    batch = begun(read_list(workspace), BatchState.COMMITTING)
    before = rows_done(batch)

    with at_work(batch) as advance:
        advance(12)
        advance(7)

        assert (before, rows_done(batch)) == (0, 7)


def test_progress_of_reading_is_that_of_the_list(workspace):
    batch = begun(read_list(workspace))

    assert rows_done(batch) == batch.done


def test_held_list_cannot_be_put_aside(workspace):
    batch = begun(read_list(workspace))

    with at_work(batch), pytest.raises(NotReadyError):
        discard_batch(batch, user=None)


def test_process_enters_a_list_and_undoes_it(workspace):
    batch = begin_committing(read_list(workspace), user=None, grade=Grade.FULL)
    waiting = batch.state

    read_waiting(str(batch.uuid))
    entered = Account.objects.filter(withdrawn_at=None).count()
    batch.refresh_from_db()
    committed = batch.state
    begin_undoing(batch, user=None, reason="Deneme.")
    read_waiting(str(batch.uuid))

    batch.refresh_from_db()
    assert [waiting, committed, batch.state] == ["committing", "committed", "undone"]
    assert (entered, Account.objects.filter(withdrawn_at=None).count()) == (3, 0)
    assert batch.reason == "Deneme."


def test_process_that_meets_a_refused_row_enters_nothing_and_names_it_in_both_languages(workspace):
    batch = read_list(workspace)
    row = ImportedRow.objects.get(batch=batch, order=1)
    row.correction = {"acts": [{"kind": "signed", "date": "9999-01-01"}]}
    row.save()
    begin_committing(batch, user=None, grade=Grade.FULL)

    read_waiting(str(batch.uuid))

    batch.refresh_from_db()
    assert (batch.state, batch.refused_row, Account.objects.count()) == (BatchState.READ, 1, 0)
    assert batch.refusal_tr.startswith(f"{row.number}. satır kabul edilmedi")
    assert batch.refusal_en.startswith(f"Row {row.number} was refused")


def test_list_that_was_read_is_only_understood_anew(workspace):
    batch = read_list(workspace)
    batch.chosen_roles = {"0": ["party", "country", "in_force_date", None]}
    batch.state = BatchState.WAITING
    batch.save()

    read_waiting(str(batch.uuid))

    batch.refresh_from_db()
    kinds = {
        act["kind"]
        for row in ImportedRow.objects.filter(batch=batch)
        for act in row.reading["acts"]
    }
    assert (batch.state, kinds) == (BatchState.READ, {"entered_into_force"})


def test_only_an_entered_list_waits_to_be_undone(workspace):
    with pytest.raises(NotReadyError):
        begin_undoing(read_list(workspace), user=None, reason="Deneme.")


def test_process_does_nothing_with_a_list_that_waits_for_a_person(workspace, gazetteer):
    batch = read_list(workspace)
    understand(batch, gazetteer)
    commit_batch(batch, gazetteer, user=None, today=TODAY, grade=Grade.FULL)

    read_waiting(str(batch.uuid))

    assert ImportBatch.objects.get().state == BatchState.COMMITTED
