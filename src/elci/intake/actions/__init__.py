"""Taking a list in: receive, understand, decide, enter all or none, undo."""

from elci.intake.actions.committing import (
    NotReadyError,
    RowNotEnteredError,
    commit_batch,
    discard_batch,
)
from elci.intake.actions.deciding import assign_columns, correct_row, decide_row
from elci.intake.actions.receiving import (
    keep_tables,
    original_name,
    receive,
    refuse,
    stored_tables,
)
from elci.intake.actions.understanding import understand
from elci.intake.actions.undoing import UndoReport, undo_batch

__all__ = [
    "NotReadyError",
    "RowNotEnteredError",
    "UndoReport",
    "assign_columns",
    "commit_batch",
    "correct_row",
    "decide_row",
    "discard_batch",
    "keep_tables",
    "original_name",
    "receive",
    "refuse",
    "stored_tables",
    "understand",
    "undo_batch",
]
