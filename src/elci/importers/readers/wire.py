"""What a reader found as JSON and back, for the way between the worker and who asked it."""

import json
from typing import Any

from elci.domain.extraction.tables import SourceRow, SourceTable
from elci.importers.readers.refusals import Refusal, SourceRefusedError
from elci.importers.readers.sources import NoteCode, ReadNote, ReadSource, SourceKind


def packed(outcome: ReadSource | SourceRefusedError) -> str:
    """Return a source or a refusal as one line of JSON."""
    if isinstance(outcome, SourceRefusedError):
        return json.dumps({"refusal": outcome.code, "params": outcome.params})
    tables = [
        {"name": table.name, "rows": [[row.number, row.page, *row.cells] for row in table.rows]}
        for table in outcome.tables
    ]
    notes = [[note.code, dict(note.params)] for note in outcome.notes]
    answer = {"tables": tables, "notes": notes, "kind": outcome.kind, "encoding": outcome.encoding}
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


def unpacked(line: str | bytes) -> ReadSource:
    """Return the source or raise the refusal; else it is a ``ValueError`` or ``TypeError``."""
    answer = json.loads(line)
    if not isinstance(answer, dict):
        raise TypeError("The reader's answer is no JSON object.")
    if "refusal" in answer:
        raise SourceRefusedError(Refusal(answer["refusal"]), **answer["params"])
    return ReadSource(
        tuple(_table(table) for table in answer["tables"]),
        SourceKind(answer["kind"]),
        answer["encoding"],
        tuple(ReadNote(NoteCode(code), params) for code, params in answer["notes"]),
    )


def _table(table: dict[str, Any]) -> SourceTable:
    rows = (SourceRow(number, tuple(cells), page) for number, page, *cells in table["rows"])
    return SourceTable(tuple(rows), table["name"])
