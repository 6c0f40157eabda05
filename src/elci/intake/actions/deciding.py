from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from elci.domain.extraction.columns import header_key
from elci.domain.places.gazetteer import Gazetteer
from elci.intake.actions.understanding import understand
from elci.intake.choices import BatchState, Decision, Match
from elci.intake.models import ColumnMemory, ImportBatch, ImportedRow
from elci.intake.queries.facts import facts_of
from elci.intake.queries.matching import compare, known_relations


class ClosedBatchError(ValueError):
    """A list that was entered, undone or discarded; its rows can no longer be decided on."""


@transaction.atomic
def decide_row(row: ImportedRow, decision: Decision) -> None:
    """Say what is to become of a row.

    Raises ``ValueError`` for a row that cannot be entered because it names no party or instrument.
    """
    _refuse_closed(row.batch)
    if decision is Decision.ENTER and row.match == Match.NONE:
        raise ValueError("a row that names no party or instrument cannot be entered")
    row.decision = decision
    row.save(update_fields=["decision"])


@transaction.atomic
def correct_row(row: ImportedRow, **parts: Any) -> None:
    """Put what a person says in the place of what was read, and compare the row anew.

    ``place`` is a gazetteer id, ``instrument`` a key, ``acts`` printed acts; what is not named
    stays. The row is then to be entered, unless the register has it already.
    """
    _refuse_closed(row.batch)
    row.correction = {**row.correction, **parts}
    comparison = compare(facts_of(row), known_relations(row.batch.workspace))
    row.match = comparison.match
    row.matched = comparison.account
    row.decision = _decision_after(comparison.match)
    row.save(update_fields=["correction", "match", "matched", "decision"])


@transaction.atomic
def assign_columns(
    batch: ImportBatch,
    table: int,
    roles: Sequence[str | None],
    *,
    gazetteer: Gazetteer,
) -> None:
    """Say what the columns of a table are, remember it for lists of the same layout, read anew."""
    _refuse_closed(batch)
    _remember(batch, batch.tables[table], roles)
    understand(batch, gazetteer, roles={table: roles})


def _decision_after(match: Match) -> Decision:
    if match is Match.KNOWN:
        return Decision.SKIP
    return Decision.OPEN if match in {Match.NONE, Match.CONTRADICTS} else Decision.ENTER


def _remember(
    batch: ImportBatch, described: Mapping[str, Any], roles: Sequence[str | None]
) -> None:
    for heading, role in zip(described["headings"], roles, strict=False):
        if heading and role is not None:
            ColumnMemory.objects.update_or_create(
                workspace=batch.workspace,
                headings=described["key"],
                heading=header_key(heading),
                defaults={"role": role},
            )


def _refuse_closed(batch: ImportBatch) -> None:
    if batch.state != BatchState.READ:
        raise ClosedBatchError(f"the list is {batch.state}")
