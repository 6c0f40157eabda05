from collections.abc import Iterator
from datetime import date
from typing import Final

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from elci.accounts.models import User
from elci.agreements.actions import (
    entries_refreshed_once,
)
from elci.agreements.choices import ActKindChoice
from elci.documents.actions import cite_source
from elci.documents.models import Source
from elci.domain.acts.kinds import ActKind
from elci.domain.acts.refusals import ActRefusedError
from elci.domain.dates import PartialDate
from elci.domain.places.gazetteer import Gazetteer
from elci.foundation.grades import Grade
from elci.foundation.templatetags.elci import said
from elci.intake.actions.entering import Entering
from elci.intake.actions.working import Advance
from elci.intake.choices import BatchState, Decision
from elci.intake.models import ImportBatch, ImportedRow
from elci.intake.queries.work import is_worked_on

_AT_ONCE: Final = 500
"""Rows that are saved together."""


class NotReadyError(ValueError):
    """A list that cannot be entered yet; its text says what is left to do."""


class RowNotEnteredError(ValueError):
    """A row that the register refuses; nothing of the list was entered."""

    def __init__(self, row: ImportedRow, refusal: ValueError) -> None:
        self.row = row
        self.refusal = refusal
        super().__init__(self.told())

    def told(self) -> str:
        """Say what happened, in the language that is active now."""
        message = _("Row %(number)s was refused, so nothing of the list was entered. %(why)s")
        return message % {"number": self.row.number, "why": _told(self.refusal)}


@transaction.atomic
def begin_committing(batch: ImportBatch, *, user: User | None, grade: Grade) -> ImportBatch:
    """Let a list wait to be entered by a process of its own; errors as ``commit_batch``."""
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    _refuse_unready(batch)
    batch.state = BatchState.COMMITTING
    batch.closed_by = user
    batch.grade = grade
    batch.started_at = None
    batch.save(update_fields=["state", "closed_by", "grade", "started_at"])
    return batch


def stop_committing(batch: ImportBatch, error: RowNotEnteredError) -> None:
    """Say on a list why nothing of it was entered, and let a person decide anew."""
    batch.state = BatchState.READ
    batch.refused_row = error.row.order
    with translation.override("tr"):
        batch.refusal_tr = error.told()
    with translation.override("en"):
        batch.refusal_en = error.told()
    batch.save(update_fields=["state", "refused_row", "refusal_tr", "refusal_en"])


@transaction.atomic
def commit_batch(
    batch: ImportBatch,
    gazetteer: Gazetteer,
    *,
    user: User | None,
    today: date,
    grade: Grade,
    advance: Advance | None = None,
) -> int:
    """Enter every row that is to be entered, all or none; return how many were.

    Raises ``NotReadyError`` while a row is undecided, and ``RowNotEnteredError`` for the first row
    that the register refuses.
    """
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    _refuse_unready(batch)
    batch.grade = grade
    batch.source = _source_of(batch)
    entering = Entering.of(batch, gazetteer, user=user, today=today, grade=grade)
    entered = done = 0
    with entries_refreshed_once():
        for part in _parts(batch):
            for row in part:
                try:
                    entered += entering.enter(row)
                except ValueError as error:
                    raise RowNotEnteredError(row, error) from error
                done += 1
                if advance is not None:
                    advance(done)
            entering.save(part)
    _close(batch, BatchState.COMMITTED, user)
    return entered


def discard_batch(batch: ImportBatch, *, user: User | None) -> None:
    """Put a list aside of which nothing was entered; it stays readable."""
    if batch.state in {BatchState.COMMITTED, BatchState.UNDOING, BatchState.UNDONE}:
        raise NotReadyError(_("This list was entered. It can be undone, not discarded."))
    if is_worked_on(batch):
        raise NotReadyError(_("This list is being worked on just now. Wait until that is done."))
    _close(batch, BatchState.DISCARDED, user)


def _refuse_unready(batch: ImportBatch) -> None:
    if batch.state not in {BatchState.READ, BatchState.COMMITTING}:
        raise NotReadyError(_("This list is not waiting to be entered."))
    waiting = ImportedRow.objects.filter(batch=batch, decision=Decision.OPEN).count()
    if waiting:
        message = _(
            "%(number)s rows are still to be decided: enter or leave out each of them first."
        )
        raise NotReadyError(message % {"number": waiting})


def _parts(batch: ImportBatch) -> Iterator[list[ImportedRow]]:
    """Yield the rows to be entered in their order, some at a time, each read when it is due."""
    rows = ImportedRow.objects.filter(batch=batch, decision=Decision.ENTER).order_by("order")
    last = -1
    while part := list(rows.defer("cells").filter(order__gt=last)[:_AT_ONCE]):
        last = part[-1].order
        yield part


def _source_of(batch: ImportBatch) -> Source:
    titles = {}
    for language in ("tr", "en"):
        with translation.override(language):
            title = batch.file_name or _("pasted text")
            titles[f"title_{language}"] = f"{title} ({batch.sha256[:12]})"
    return cite_source(workspace=batch.workspace, stated_on=batch.stated_on, **titles)


def _close(batch: ImportBatch, state: BatchState, user: User | None) -> None:
    batch.state = state
    batch.closed_at = timezone.now()
    batch.closed_by = user
    batch.refusal_tr = batch.refusal_en = ""
    batch.refused_row = None
    batch.save(
        update_fields=[
            "state", "closed_at", "closed_by", "source", "grade",
            "refusal_tr", "refusal_en", "refused_row",
        ]
    )  # fmt: skip


def _told(refusal: ValueError) -> str:
    """Say why an act was refused in the reader's language; other refusals speak it already."""
    if not isinstance(refusal, ActRefusedError):
        return str(refusal)
    return _(refusal.template) % {name: _worded(value) for name, value in refusal.params.items()}


def _worded(value: object) -> str:
    if isinstance(value, PartialDate):
        return said(value)
    return str(ActKindChoice(value).label) if isinstance(value, ActKind) else str(value)
