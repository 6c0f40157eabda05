from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from django.db import transaction

from elci.domain.extraction.columns import Columns
from elci.domain.extraction.printed import printed_row
from elci.domain.extraction.remarks import ProblemCode
from elci.domain.extraction.roles import Role
from elci.domain.extraction.rows import ExtractedRow, each_row
from elci.domain.extraction.tables import SourceTable
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.vocabularies import Instrument
from elci.intake.actions.receiving import stored_tables
from elci.intake.choices import BatchState, Decision, Match
from elci.intake.models import ImportBatch, ImportedRow
from elci.intake.queries.facts import facts_read
from elci.intake.queries.layouts import columns_known_in
from elci.intake.queries.matching import Comparison, Known, compare, known_relations
from elci.organisations.queries import host_country_of

_STEP: Final = 500
_SETTLED_BY_THE_REGISTER: Final = frozenset(
    {
        ProblemCode.PLACE_DOUBTFUL,
        ProblemCode.COUNTRY_CONTRADICTED,
        ProblemCode.COUNTRY_NOT_KNOWN,
        ProblemCode.INSTRUMENT_UNCLEAR,
        ProblemCode.INSTRUMENT_DIFFERS,
        ProblemCode.DATES_UNEXPLAINED,
        ProblemCode.DATE_KIND_UNCLEAR,
        ProblemCode.DATE_TWO_DIGITS,
        ProblemCode.DATES_OUT_OF_ORDER,
        ProblemCode.END_DATE_NOT_GIVEN,
    }
)
"""Doubts about what was meant, not about what could not be read."""


def understand(batch: ImportBatch, gazetteer: Gazetteer) -> None:
    """Read parties and acts out of the tables of a list and compare them with the register.

    What was understood before is replaced. What a person said that the columns of a table are is
    used; for other tables, what was said before of the same layout.
    """
    tables = stored_tables(batch)
    _begin(batch, tables)
    known = known_relations(batch.workspace)
    described = []
    order = 0
    for number, table in enumerate(tables):
        columns, key = _columns(batch, table, gazetteer, number=number)
        described.append(_described(table, columns, key))
        cells = {row.number: list(row.cells) for row in table.rows}
        for part in _batched(_extract(batch, table, columns, gazetteer), _STEP):
            rows = [_imported(batch, each, table=number, cells=cells, known=known) for each in part]
            order = _keep(rows, order)
            _advance(batch, len(rows))
    batch.tables = described
    batch.state = BatchState.READ
    batch.done = batch.total
    batch.save(update_fields=["tables", "state", "done"])


def _begin(batch: ImportBatch, tables: Sequence[SourceTable]) -> None:
    ImportedRow.objects.filter(batch=batch).delete()
    batch.state = BatchState.READING
    batch.done = 0
    batch.total = sum(len(table.rows) for table in tables)
    batch.save(update_fields=["state", "done", "total"])


def _columns(
    batch: ImportBatch, table: SourceTable, gazetteer: Gazetteer, *, number: int
) -> tuple[Columns, str]:
    columns, key = columns_known_in(batch.workspace, table, gazetteer, source=batch.file_name)
    roles: Sequence[str | None] | None = (batch.chosen_roles or {}).get(str(number))
    if roles is None:
        return columns, key
    chosen = tuple(None if role is None else Role(role) for role in roles)
    return replace(columns, roles=chosen, confidence=1.0), key


def _described(table: SourceTable, columns: Columns, key: str) -> dict[str, Any]:
    return {
        "name": table.name,
        "headings": [header[:200] for header in columns.headers],
        "key": key,
        "roles": [None if role is None else role.value for role in columns.roles],
        "confidence": round(columns.confidence, 3),
        "rows": max(0, len(table.rows) - columns.first_row),
    }


def _extract(
    batch: ImportBatch, table: SourceTable, columns: Columns, gazetteer: Gazetteer
) -> Iterable[ExtractedRow]:
    given = Instrument(batch.instrument) if batch.instrument else None
    return each_row(
        table,
        columns,
        gazetteer=gazetteer,
        instrument=given,
        host_country=host_country_of(batch.workspace),
    )


def _imported(
    batch: ImportBatch,
    extracted: ExtractedRow,
    *,
    table: int,
    cells: Mapping[int, list[str]],
    known: Known,
) -> ImportedRow:
    reading = printed_row(extracted)
    comparison = compare(facts_read(extracted), known)
    return ImportedRow(
        batch=batch,
        table=table,
        number=extracted.row,
        page=extracted.page,
        cells=cells.get(extracted.row, []),
        skipped=extracted.skipped,
        reading=reading,
        decision=first_decision(extracted, comparison),
        match=comparison.match,
        matched=comparison.account,
    )


@transaction.atomic
def _keep(rows: Sequence[ImportedRow], order: int) -> int:
    for offset, row in enumerate(rows):
        row.order = order + offset
    ImportedRow.objects.bulk_create(rows)
    return order + len(rows)


def first_decision(extracted: ExtractedRow, comparison: Comparison) -> Decision:
    """Return what becomes of a row unless a person says otherwise; doubt waits for a person."""
    if extracted.skipped:
        return Decision.SKIP
    if comparison.match is Match.KNOWN and (extracted.auto or _is_settled(extracted)):
        return Decision.SKIP
    is_sure = extracted.auto and comparison.match in {Match.NEW, Match.ADDS}
    return Decision.ENTER if is_sure else Decision.OPEN


def _is_settled(extracted: ExtractedRow) -> bool:
    """Whether the register answers what the list leaves open: it has the same acts of the same two.

    What could not be read at all may be something that the register lacks; it stays open.
    """
    doubts = {each.code for each in extracted.problems}
    return bool(extracted.acts) and doubts <= _SETTLED_BY_THE_REGISTER


def _advance(batch: ImportBatch, rows: int) -> None:
    batch.done += rows
    batch.save(update_fields=["done"])


def _batched(rows: Iterable[ExtractedRow], size: int) -> Iterator[list[ExtractedRow]]:
    rest = iter(rows)
    while part := list(islice(rest, size)):
        yield part
