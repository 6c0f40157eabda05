import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from elci.accounts.models import User, Workspace
from elci.domain.extraction.tables import SourceRow, SourceTable
from elci.intake.choices import BatchState
from elci.intake.models import ImportBatch


@transaction.atomic
def receive(
    workspace: Workspace,
    content: bytes,
    *,
    file_name: str,
    user: User | None,
    instrument: str = "",
    stated_on: date | None = None,
) -> ImportBatch:
    """Keep a list as it was handed in, to be read later; nothing of it is understood yet."""
    batch = ImportBatch.objects.create(
        workspace=workspace,
        made_by=user,
        file_name=_storable(file_name)[:255],
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        instrument=instrument,
        stated_on=stated_on,
    )
    default_storage.save(original_name(batch), ContentFile(content))
    return batch


def keep_tables(
    batch: ImportBatch,
    tables: Sequence[SourceTable],
    *,
    kind: str,
    encoding: str,
    notes: Sequence[Mapping[str, str]],
) -> None:
    """Keep what was read of a list, cell by cell, so that it can be understood again."""
    name = _tables_name(batch)
    if default_storage.exists(name):
        default_storage.delete(name)
    default_storage.save(name, ContentFile(json.dumps([_printed(each) for each in tables])))
    batch.kind = kind
    batch.encoding = encoding
    batch.notes = list(notes)
    batch.state = BatchState.READING
    batch.save(update_fields=["kind", "encoding", "notes", "state"])


def has_tables(batch: ImportBatch) -> bool:
    """Whether a list was read already, so that it only has to be understood anew."""
    return default_storage.exists(_tables_name(batch))


def stored_tables(batch: ImportBatch) -> list[SourceTable]:
    """Return the tables as they were read."""
    with default_storage.open(_tables_name(batch)) as file:
        return [_table(each) for each in json.load(file)]


def refuse(batch: ImportBatch, *, tr: str, en: str) -> None:
    """Say why a list cannot be read; the list itself is kept."""
    batch.state = BatchState.REFUSED
    batch.refusal_tr = tr
    batch.refusal_en = en
    batch.save(update_fields=["state", "refusal_tr", "refusal_en"])


def original_name(batch: ImportBatch) -> str:
    """Return the name under which the list is kept as it was handed in."""
    return f"imports/{batch.uuid}"


def _tables_name(batch: ImportBatch) -> str:
    return f"imports/{batch.uuid}.json"


def _printed(table: SourceTable) -> dict[str, Any]:
    rows = [[row.number, row.page, list(map(_storable, row.cells))] for row in table.rows]
    return {"name": _storable(table.name), "rows": rows}


def _storable(text: str) -> str:
    """Return a text without what a database refuses to keep: NUL and halves of characters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _table(printed: Mapping[str, Any]) -> SourceTable:
    rows = tuple(SourceRow(number, tuple(cells), page) for number, page, cells in printed["rows"])
    return SourceTable(rows, printed["name"])
