from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.db.models import Count, Q, QuerySet

from elci.foundation.eyes import Eyes
from elci.intake.choices import BatchState, Decision, Match
from elci.intake.models import ColumnMemory, ImportBatch, ImportedRow


def batches_visible_to(eyes: Eyes) -> QuerySet[ImportBatch]:
    """Return the lists handed in to the reader's workspaces, latest first."""
    return ImportBatch.objects.filter(workspace_id__in=eyes.reads).select_related(
        "workspace", "made_by", "closed_by", "source"
    )


def batches_editable_by(eyes: Eyes) -> QuerySet[ImportBatch]:
    """Return the lists that the reader may decide on."""
    return batches_visible_to(eyes).filter(workspace_id__in=eyes.writes)


class Pile(StrEnum):
    """The rows that a person looks at together."""

    OPEN = "open"
    NEW = "new"
    ADDS = "adds"
    CONTRADICTS = "contradicts"
    KNOWN = "known"
    LEFT_OUT = "left-out"
    SKIPPED = "skipped"


_PILES: Final[Mapping[Pile, Q]] = {
    Pile.OPEN: Q(skipped=False, decision=Decision.OPEN),
    Pile.NEW: Q(skipped=False, match=Match.NEW),
    Pile.ADDS: Q(skipped=False, match=Match.ADDS),
    Pile.CONTRADICTS: Q(skipped=False, match=Match.CONTRADICTS),
    Pile.KNOWN: Q(skipped=False, match=Match.KNOWN),
    Pile.LEFT_OUT: Q(skipped=False, decision=Decision.SKIP),
    Pile.SKIPPED: Q(skipped=True),
}


@dataclass(frozen=True, slots=True)
class PileSizes:
    """How many rows a list has, and how many lie on each pile; a row may lie on several."""

    rows: int
    to_enter: int
    by_pile: Mapping[Pile, int]


def pile_sizes(batch: ImportBatch) -> PileSizes:
    """Return how many rows of a list lie on each pile, in one query."""
    numbers = {str(pile): Count("pk", filter=found) for pile, found in _PILES.items()}
    sums = ImportedRow.objects.filter(batch=batch).aggregate(
        rows=Count("pk", filter=Q(skipped=False)),
        to_enter=Count("pk", filter=Q(decision=Decision.ENTER)),
        **numbers,
    )
    by_pile = {pile: sums[str(pile)] for pile in Pile}
    return PileSizes(sums["rows"], sums["to_enter"], by_pile)


@dataclass(slots=True)
class RowSums:
    """How many rows of a list tell of a relation, and what is to become of them."""

    rows: int = 0
    to_enter: int = 0
    open: int = 0


def row_sums(batches: Iterable[ImportBatch]) -> dict[int, RowSums]:
    """Return the sums of the rows of several lists, by their ids, in one query."""
    groups = (
        ImportedRow.objects.filter(batch__in=[batch.pk for batch in batches], skipped=False)
        .order_by()
        .values_list("batch_id", "decision")
        .annotate(number=Count("pk"))
    )
    sums: dict[int, RowSums] = {}
    for batch_id, decision, number in groups:
        found = sums.setdefault(batch_id, RowSums())
        found.rows += number
        found.to_enter += number * (decision == Decision.ENTER)
        found.open += number * (decision == Decision.OPEN)
    return sums


def rows_on(batch: ImportBatch, pile: Pile | None) -> QuerySet[ImportedRow]:
    """Return the rows of a pile in their order; without one, all that tell of a relation."""
    wanted = Q(skipped=False) if pile is None else _PILES[pile]
    return rows_of(batch).filter(wanted)


def next_open_row(batch: ImportBatch, after: int) -> ImportedRow | None:
    """Return the row to decide on after another, beginning anew behind the last."""
    waiting = open_rows(batch)
    return waiting.filter(order__gt=after).first() or waiting.first()


def entered_rows(batch: ImportBatch) -> QuerySet[ImportedRow]:
    """Return the rows that brought something into the register, with their relations."""
    return rows_of(batch).filter(account__isnull=False).select_related("account__entry")


def kept_rows(batch: ImportBatch) -> QuerySet[ImportedRow]:
    """Return the rows of an undone list of which something still stands in the register."""
    opened = Q(opened_account=True, account__withdrawn_at=None)
    added = Q(opened_account=False, account__withdrawn_at=None, acts__known_until=None)
    stands = entered_rows(batch).filter(opened | (added & Q(acts__isnull=False)))
    return stands.distinct()


def rows_of(batch: ImportBatch) -> QuerySet[ImportedRow]:
    """Return the rows of a list in their order, with the relations they were compared with."""
    return ImportedRow.objects.filter(batch=batch).select_related("matched__entry", "account")


def open_rows(batch: ImportBatch) -> QuerySet[ImportedRow]:
    """Return the rows that a person has yet to decide on."""
    return rows_of(batch).filter(decision=Decision.OPEN)


def count_rows(batch: ImportBatch) -> dict[tuple[str, str], int]:
    """Return how many rows there are, by match and decision."""
    groups = (
        ImportedRow.objects.filter(batch=batch)
        .order_by()
        .values_list("match", "decision")
        .annotate(number=Count("pk"))
    )
    return {(match, decision): number for match, decision, number in groups}


def remembered_roles(workspace_id: int, headings: str) -> dict[str, str]:
    """Return what a person said before of the columns of a list with these headings."""
    memory = ColumnMemory.objects.filter(workspace_id=workspace_id, headings=headings)
    return dict(memory.values_list("heading", "role"))


def origins_of(account_id: int) -> QuerySet[ImportedRow]:
    """Return the rows of lists from which an account or its acts came."""
    return (
        ImportedRow.objects.filter(account_id=account_id)
        .exclude(batch__state=BatchState.UNDONE)
        .select_related("batch")
        .order_by("batch__made_at", "order")
    )


def batch_with_uuid(batch_uuid: str) -> ImportBatch:
    """Return a list by its number, for commands of the installation; ``LookupError`` for none."""
    found = ImportBatch.objects.filter(uuid=batch_uuid).select_related("workspace").first()
    if found is None:
        raise LookupError(f"there is no import {batch_uuid!r}")
    return found
