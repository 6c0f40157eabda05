"""Taking a list in: receive, understand, decide, enter all or none, undo."""

from elci.intake.actions.committing import (
    NotReadyError,
    RowNotEnteredError,
    begin_committing,
    commit_batch,
    discard_batch,
    stop_committing,
)
from elci.intake.actions.deciding import (
    ClosedBatchError,
    RowIncompleteError,
    assign_columns,
    correct_row,
    decide_row,
    enter_sure_rows,
    leave_out_doubtful_rows,
)
from elci.intake.actions.receiving import (
    has_tables,
    keep_tables,
    original_name,
    receive,
    refuse,
    stored_tables,
)
from elci.intake.actions.understanding import understand
from elci.intake.actions.undoing import UndoReport, begin_undoing, undo_batch
from elci.intake.actions.working import at_work

__all__ = [
    "ClosedBatchError",
    "NotReadyError",
    "RowIncompleteError",
    "RowNotEnteredError",
    "UndoReport",
    "assign_columns",
    "at_work",
    "begin_committing",
    "begin_undoing",
    "commit_batch",
    "correct_row",
    "decide_row",
    "discard_batch",
    "enter_sure_rows",
    "has_tables",
    "keep_tables",
    "leave_out_doubtful_rows",
    "original_name",
    "receive",
    "refuse",
    "stop_committing",
    "stored_tables",
    "understand",
    "undo_batch",
]
