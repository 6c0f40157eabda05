from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from elci.domain.extraction.columns import header_key, place_key
from elci.domain.extraction.roles import Role
from elci.domain.places.gazetteer import Gazetteer
from elci.intake.actions.understanding import understand
from elci.intake.choices import BatchState, Decision, Match
from elci.intake.models import ColumnMemory, ImportBatch, ImportedRow
from elci.intake.queries.batches import Pile, rows_on
from elci.intake.queries.facts import facts_of
from elci.intake.queries.matching import compare, known_relations

_HEADING_LENGTH: Final = 200


class ClosedBatchError(ValueError):
    """A list that was entered, undone or discarded; its rows can no longer be decided on."""


class RowIncompleteError(ValueError):
    """A row that does not say enough to be entered; its text says what is missing."""


@transaction.atomic
def decide_row(row: ImportedRow, decision: Decision) -> None:
    """Say what is to become of a row.

    Raises ``RowIncompleteError`` for a row that names no party or no instrument: it cannot be
    entered.
    """
    _refuse_closed(row.batch)
    if decision is Decision.ENTER and row.match == Match.NONE:
        raise RowIncompleteError(
            _("The row cannot be entered: choose the other party and the instrument first.")
        )
    row.decision = decision
    row.save(update_fields=["decision"])


@transaction.atomic
def enter_sure_rows(batch: ImportBatch) -> int:
    """Let every row be entered that needs no person, left out ones too; return how many changed."""
    _refuse_closed(batch)
    sure = ImportedRow.objects.filter(
        batch=batch, skipped=False, match__in=[Match.NEW, Match.ADDS], reading__auto=True
    )
    return sure.exclude(decision=Decision.ENTER).update(decision=Decision.ENTER)


@transaction.atomic
def leave_out_doubtful_rows(batch: ImportBatch) -> int:
    """Leave out every row that waits for a person; return how many there were."""
    _refuse_closed(batch)
    waiting = rows_on(batch, Pile.OPEN).values_list("pk", flat=True)
    return ImportedRow.objects.filter(pk__in=waiting).update(decision=Decision.SKIP)


@transaction.atomic
def correct_row(row: ImportedRow, **parts: Any) -> None:
    """Put what a person says in the place of what was read, and compare the row anew.

    ``place`` is a gazetteer id or None for a body of no place, ``name`` that body's name,
    ``instrument`` and ``grade`` are keys, ``acts`` printed acts; what is not named stays. The row
    is then to be entered, unless the register has it already.
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
    gazetteer: Gazetteer | None,
    instrument: str | None = None,
) -> None:
    """Say what the columns of a table are, remember it for lists of the same layout, read anew.

    ``instrument`` is then the one of rows that do not name theirs; None leaves that as it is.
    Without a gazetteer the list waits to be read anew by a process of its own.
    """
    _refuse_closed(batch)
    _remember(batch, batch.tables[table], roles)
    batch.chosen_roles = {**(batch.chosen_roles or {}), str(table): list(roles)}
    if instrument is not None:
        batch.instrument = instrument
    if gazetteer is None:
        batch.state = BatchState.WAITING
        batch.started_at = None
    batch.save(update_fields=["chosen_roles", "instrument", "state", "started_at"])
    if gazetteer is not None:
        understand(batch, gazetteer)


def _decision_after(match: Match) -> Decision:
    if match is Match.KNOWN:
        return Decision.SKIP
    return Decision.OPEN if match in {Match.NONE, Match.CONTRADICTS} else Decision.ENTER


def _remember(
    batch: ImportBatch, described: Mapping[str, Any], roles: Sequence[str | None]
) -> None:
    headings = described["headings"]
    for number, role in enumerate(roles):
        heading = header_key(headings[number]) if number < len(headings) else ""
        if role is None and heading:
            continue
        ColumnMemory.objects.update_or_create(
            workspace=batch.workspace,
            headings=described["key"],
            heading=heading[:_HEADING_LENGTH] or place_key(number),
            defaults={"role": role or Role.OTHER.value},
        )


def _refuse_closed(batch: ImportBatch) -> None:
    if batch.state != BatchState.READ:
        raise ClosedBatchError(
            _("Nothing was changed: the list is not waiting to be decided on any more.")
        )
