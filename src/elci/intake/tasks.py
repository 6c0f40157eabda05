"""Starting a process of its own for a list, which can fail without harm to the server."""

import os
import subprocess  # nosec B404 # our own command, in a process of its own
import sys
from functools import partial
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from elci.intake.choices import BatchState
from elci.intake.models import ImportBatch
from elci.intake.queries.work import WORKING, batches_in_work, is_worked_on

MOST_AT_ONCE: Final = 2
"""Lists of one installation that are worked on at the same time; others wait for their turn."""
_BEGUN: Final[list["subprocess.Popen[bytes]"]] = []
"""Processes that this one has begun; each is asked for its end, or it would stay listed."""


@transaction.atomic
def start_reading(batch_uuid: UUID) -> bool:
    """Start what a list waits for, reading or entering or undoing it, where there is room.

    Return whether it was started. A list whose process has died may be started again.
    """
    batch = ImportBatch.objects.select_for_update().get(uuid=batch_uuid)
    if batch.state not in {BatchState.WAITING, *WORKING} or is_worked_on(batch):
        return False
    if batches_in_work() >= MOST_AT_ONCE:
        return False
    if batch.state == BatchState.WAITING:
        batch.state = BatchState.READING
    batch.started_at = timezone.now()
    batch.save(update_fields=["state", "started_at"])
    transaction.on_commit(partial(_begin, batch_uuid))
    return True


def _begin(batch_uuid: UUID) -> None:
    _BEGUN[:] = [process for process in _BEGUN if process.poll() is None]
    command = [sys.executable, "-m", "elci.cli", "read-list", str(batch_uuid)]
    process = subprocess.Popen(  # noqa: S603 our own command  # nosec B603 # our own command
        command,
        env=dict(os.environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    _BEGUN.append(process)
