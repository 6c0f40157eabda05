from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from elci.accounts.models import Change, User
from elci.agreements.actions import (
    StillNeededError,
    entries_refreshed_once,
    withdraw_account,
    withdraw_act,
)
from elci.agreements.models import Account, ActRecord
from elci.intake.actions.committing import NotReadyError
from elci.intake.actions.working import Advance
from elci.intake.choices import BatchState
from elci.intake.models import ImportBatch, ImportedRow


@dataclass(frozen=True, slots=True)
class UndoReport:
    """What an undoing took back, and what stands because people worked on it since."""

    relations: int
    acts: int
    kept: tuple[Account, ...]


@transaction.atomic
def begin_undoing(batch: ImportBatch, *, user: User | None, reason: str) -> ImportBatch:
    """Let a list wait to be undone by a process of its own."""
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.state != BatchState.COMMITTED:
        raise NotReadyError(_("This list is not in the register, so there is nothing to undo."))
    batch.state = BatchState.UNDOING
    batch.closed_by = user
    batch.reason = reason
    batch.started_at = None
    batch.save(update_fields=["state", "closed_by", "reason", "started_at"])
    return batch


@transaction.atomic
def undo_batch(
    batch: ImportBatch,
    *,
    user: User | None,
    today: date,
    reason: str,
    advance: Advance | None = None,
) -> UndoReport:
    """Take back what a list brought in: withdrawn with the reason, never deleted.

    A relation on which somebody recorded, corrected or attached something since stays, and is
    named in the report; the acts that the list added to it stay with it. Raises ``NotReadyError``
    for a list that was not entered.
    """
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.state not in {BatchState.COMMITTED, BatchState.UNDOING}:
        raise NotReadyError(_("This list is not in the register, so there is nothing to undo."))
    rows = _rows_entered(batch)
    worked_on = _worked_on_since(batch)
    opened = {row.account_id for row in rows if row.opened_account}
    taken = _Taken(user, today, reason)
    with entries_refreshed_once():
        for done, row in enumerate(rows, start=1):
            if row.account is not None and row.account.withdrawn_at is None:
                taken.take_back(row, row.account, stays=row.account.pk in worked_on, opened=opened)
            if advance is not None:
                advance(done)
    batch.state = BatchState.UNDONE
    batch.closed_at = timezone.now()
    batch.closed_by = user
    batch.reason = reason
    batch.save(update_fields=["state", "closed_at", "closed_by", "reason"])
    return UndoReport(taken.relations, taken.acts, tuple(dict.fromkeys(taken.kept)))


def _rows_entered(batch: ImportBatch) -> list[ImportedRow]:
    rows = ImportedRow.objects.filter(batch=batch, account__isnull=False)
    return list(
        rows.select_related("account__workspace").prefetch_related("acts").order_by("-order")
    )


@dataclass(slots=True)
class _Taken:
    """What was taken back so far."""

    user: User | None
    today: date
    reason: str
    relations: int = 0
    acts: int = 0
    kept: list[Account] = field(default_factory=list)

    def take_back(
        self, row: ImportedRow, account: Account, *, stays: bool, opened: set[int | None]
    ) -> None:
        """Take back what a row brought; what goes with the relation that was opened goes there."""
        if stays:
            self.kept.append(account)
        elif row.opened_account:
            withdraw_account(account, user=self.user, reason=self.reason)
            self.relations += 1
        elif account.pk not in opened:
            self._withdraw_acts(row, account)

    def _withdraw_acts(self, row: ImportedRow, account: Account) -> None:
        """Withdraw the latest act first: an earlier one may be what it rests on."""
        standing = [act for act in row.acts.all() if act.known_until is None]
        for act in sorted(standing, key=lambda each: each.happened.sort_key, reverse=True):
            try:
                withdraw_act(act, user=self.user, today=self.today, reason=self.reason)
            except StillNeededError:
                self.kept.append(account)
            else:
                self.acts += 1


def _worked_on_since(batch: ImportBatch) -> set[int]:
    """Return the relations of which anything was recorded, changed or attached since."""
    since = batch.closed_at
    own = Account.objects.filter(imported_rows__batch=batch)
    acts = ActRecord.objects.filter(account__in=own)
    newer = acts.filter(recorded_at__gt=since, known_until=None)
    replaced = acts.filter(imported_rows__batch=batch, known_until__isnull=False)
    changes = Change.objects.filter(account_uuid__in=own.values("uuid"), made_at__gt=since)
    changed = changes.exclude(subject_kind="act").values("account_uuid")
    return {
        *newer.values_list("account_id", flat=True),
        *replaced.values_list("account_id", flat=True),
        *Account.objects.filter(uuid__in=changed).values_list("pk", flat=True),
    }
