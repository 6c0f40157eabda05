"""Lists as they are handed in, read and understood, with everything a test does not care about."""

from collections.abc import Sequence
from datetime import date

from elci.accounts.models import User, Workspace
from elci.domain.extraction.tables import SourceRow, SourceTable
from elci.domain.places.gazetteer import open_gazetteer
from elci.foundation.grades import Grade
from elci.intake.actions import commit_batch, keep_tables, receive, understand
from elci.intake.models import ImportBatch, ImportedRow
from tests.builders import TODAY

HEADERS = ("Kardeş Şehir", "Ülke", "Tarih", "İmza Yeri")
FILIBE = ("Filibe", "Bulgaristan", "27.03.1994", "İstanbul")
USKUP = ("Üsküp", "Makedonya", "03.10.2003", "Üsküp")
STATED_ON = date(2019, 5, 10)


def table_of(
    *rows: Sequence[str], headers: Sequence[str] = HEADERS, name: str = "Kardeş Şehirler"
) -> SourceTable:
    """A table whose rows are counted as a person counts them, the headers being row 1."""
    lines = [tuple(headers), *map(tuple, rows)] if headers else [*map(tuple, rows)]
    return SourceTable(
        tuple(SourceRow(number, cells, None) for number, cells in enumerate(lines, start=1)), name
    )


def hand_in(
    workspace: Workspace,
    *tables: SourceTable,
    instrument: str = "",
    user: User | None = None,
    file_name: str = "liste.csv",
    stated_on: date | None = STATED_ON,
) -> ImportBatch:
    """A list that was read and understood; nothing of it is entered yet."""
    batch = receive(
        workspace,
        b"any bytes",
        file_name=file_name,
        user=user,
        instrument=instrument,
        stated_on=stated_on,
    )
    keep_tables(batch, tables, kind="csv", encoding="utf-8", notes=[])
    understand(batch, open_gazetteer())
    batch.refresh_from_db()
    return batch


def hand_in_rows(workspace: Workspace, *rows: Sequence[str], **facts: object) -> ImportBatch:
    """A list of one table with the usual headers."""
    return hand_in(workspace, table_of(*rows), **facts)


def commit(batch: ImportBatch, *, user: User | None = None, grade: Grade = Grade.FULL) -> int:
    return commit_batch(batch, open_gazetteer(), user=user, today=TODAY, grade=grade)


def rows_in(batch: ImportBatch) -> list[ImportedRow]:
    """The rows that tell of a relation, as they are in the database now."""
    return list(ImportedRow.objects.filter(batch=batch, skipped=False).order_by("order"))


def matches_in(batch: ImportBatch) -> list[tuple[str, str]]:
    """How each row stands to the register, and what becomes of it."""
    return [(row.match, row.decision) for row in rows_in(batch)]
