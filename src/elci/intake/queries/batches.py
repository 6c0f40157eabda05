from django.db.models import Count, QuerySet

from elci.foundation.eyes import Eyes
from elci.intake.choices import BatchState, Decision
from elci.intake.models import ColumnMemory, ImportBatch, ImportedRow


def batches_visible_to(eyes: Eyes) -> QuerySet[ImportBatch]:
    """Return the lists handed in to the reader's workspaces, latest first."""
    return ImportBatch.objects.filter(workspace_id__in=eyes.reads).select_related(
        "workspace", "made_by"
    )


def batches_editable_by(eyes: Eyes) -> QuerySet[ImportBatch]:
    """Return the lists that the reader may decide on."""
    return ImportBatch.objects.filter(workspace_id__in=eyes.writes).select_related("workspace")


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


def batches_in_work() -> int:
    """Return how many lists of the installation are being read just now."""
    return ImportBatch.objects.filter(state=BatchState.READING).count()


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
        .prefetch_related("acts")
        .order_by("batch__made_at", "order")
    )


def batch_with_uuid(batch_uuid: str) -> ImportBatch:
    """Return a list by its number, for commands of the installation; ``LookupError`` for none."""
    found = ImportBatch.objects.filter(uuid=batch_uuid).select_related("workspace").first()
    if found is None:
        raise LookupError(f"there is no import {batch_uuid!r}")
    return found
