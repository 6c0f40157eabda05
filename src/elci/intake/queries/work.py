"""Whether a process of its own works on a list, and how far it has come."""

import fcntl
from datetime import timedelta
from pathlib import Path
from typing import Final

from django.core.files.storage import default_storage
from django.utils import timezone

from elci.intake.choices import BatchState
from elci.intake.models import ImportBatch

WORKING: Final = (BatchState.READING, BatchState.COMMITTING, BatchState.UNDOING)
"""What a process does with a list."""
_TIME_TO_START: Final = timedelta(seconds=20)
"""How long a process may take before it holds its mark."""


def mark_of(batch: ImportBatch) -> Path:
    """Return the file that a process holds while it works on a list; it says how far it is."""
    return Path(default_storage.path(f"imports/{batch.uuid}.work"))


def is_worked_on(batch: ImportBatch) -> bool:
    """Whether a process works on a list, or was started so lately that it may not show yet."""
    if batch.state not in WORKING:
        return False
    started = batch.started_at
    if started is not None and timezone.now() - started < _TIME_TO_START:
        return True
    return _is_held(mark_of(batch))


def batches_in_work() -> int:
    """Return how many lists of the installation are worked on just now."""
    return sum(map(is_worked_on, ImportBatch.objects.filter(state__in=WORKING)))


def rows_done(batch: ImportBatch) -> int:
    """Return how many rows are behind the process that works on a list."""
    if batch.state == BatchState.READING:
        return batch.done
    try:
        return int(mark_of(batch).read_text(encoding="ascii") or 0)
    except (FileNotFoundError, ValueError):
        return 0


def _is_held(mark: Path) -> bool:
    """Whether a living process holds the file; the system lets go of it when a process ends."""
    try:
        with mark.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False
