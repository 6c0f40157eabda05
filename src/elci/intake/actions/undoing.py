from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from elci.accounts.models import User
from elci.agreements.actions import withdraw_account, withdraw_act
from elci.agreements.models import Account, ActRecord
from elci.intake.actions.committing import NotReadyError
from elci.intake.choices import BatchState
from elci.intake.models import ImportBatch, ImportedRow


@dataclass(frozen=True, slots=True)
class UndoReport:
    """What an undoing took back, and what stands because people worked on it since."""

    relations: int
    acts: int
    kept: tuple[Account, ...]


@transaction.atomic
def undo_batch(batch: ImportBatch, *, user: User | None, today: date, reason: str) -> UndoReport:
    """Take back what a list brought in: withdrawn with the reason, never deleted.

    A relation on which somebody recorded, corrected or attached something since stays, and is
    named in the report; the acts that the list added to it stay with it. Raises ``NotReadyError``
    for a list that was not entered.
    """
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.state != BatchState.COMMITTED:
        raise NotReadyError(f"the list is {batch.state}")
    relations, acts, kept = 0, 0, []
    rows = ImportedRow.objects.filter(batch=batch, account__isnull=False)
    for row in (
        rows.select_related("account__workspace").prefetch_related("acts").order_by("-order")
    ):
        account = row.account
        if account is None or account.withdrawn_at is not None:
            continue
        if _was_worked_on(account, batch):
            kept.append(account)
        elif row.opened_account:
            withdraw_account(account, user=user, reason=reason)
            relations += 1
        else:
            acts += _withdraw_acts(row, user, today, reason)
    batch.state = BatchState.UNDONE
    batch.closed_at = timezone.now()
    batch.closed_by = user
    batch.reason = reason
    batch.save(update_fields=["state", "closed_at", "closed_by", "reason"])
    return UndoReport(relations, acts, tuple(dict.fromkeys(kept)))


def _was_worked_on(account: Account, batch: ImportBatch) -> bool:
    """Whether anything of the account was recorded or attached after the list was entered."""
    since = batch.closed_at
    newer = ActRecord.objects.filter(account=account, recorded_at__gt=since)
    replaced = ActRecord.objects.filter(
        account=account, imported_rows__batch=batch, known_until__isnull=False
    )
    return (
        newer.exists()
        or replaced.exists()
        or account.attachments.filter(attached_at__gt=since).exists()
    )


def _withdraw_acts(row: ImportedRow, user: User | None, today: date, reason: str) -> int:
    acts = list(row.acts.filter(known_until=None))
    for act in acts:
        withdraw_act(act, user=user, today=today, reason=reason)
    return len(acts)
