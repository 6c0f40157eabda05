from elci.intake.actions import at_work, receive
from elci.intake.queries.work import batches_in_work, is_worked_on, rows_done


def handed_in(workspace, state):
    batch = receive(workspace, b"x", file_name="", user=None)
    batch.state = state
    batch.save()
    return batch


def test_list_shows_that_it_is_worked_on_and_how_far(workspace):
    batch = handed_in(workspace, "committing")
    assert not is_worked_on(batch)

    with at_work(batch) as advance:
        advance(17)
        seen = (is_worked_on(batch), batches_in_work(), rows_done(batch))

    assert seen == (True, 1, 17)
    assert not is_worked_on(batch)


def test_progress_begins_anew_with_each_work(workspace):
    batch = handed_in(workspace, "undoing")
    with at_work(batch) as advance:
        advance(100)

    with at_work(batch):
        done = rows_done(batch)

    assert done == 0
