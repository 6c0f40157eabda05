import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from elci.intake.models import ImportBatch
from elci.intake.queries.work import mark_of

Advance = Callable[[int], None]
"""Told how many rows are done."""


@contextmanager
def at_work(batch: ImportBatch) -> Iterator[Advance]:
    """Hold a list, so that others see that somebody works on it, and say how far that is.

    Progress is written beside the database: what happens in one transaction would not show there
    before its end. A second process waits for the first.
    """
    mark = mark_of(batch)
    mark.parent.mkdir(parents=True, exist_ok=True)
    with mark.open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)

        def advance(done: int) -> None:
            file.truncate(0)
            file.write(str(done).encode("ascii"))
            file.flush()

        advance(0)
        yield advance
