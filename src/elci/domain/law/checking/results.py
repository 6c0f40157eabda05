from collections.abc import Iterable
from dataclasses import dataclass, field

from elci.domain.law.cases import Cases
from elci.domain.law.faults import Fault
from elci.domain.law.lines import Path
from elci.domain.law.loading import PackFile
from elci.domain.texts import Text


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands beside a pack: its scenarios, and the matrix that was agreed on."""

    cases: Cases | None
    matrix: tuple[str, ...] | None
    """The lines of the golden matrix."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What one check found; what it only remarks does not fail it."""

    check: str
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Text, ...] = field(default=())

    @property
    def passed(self) -> bool:
        """Whether the pack may stand as it is."""
        return not self.faults


def fault(file: PackFile, check: str, path: Path, *, tr: str, en: str) -> Fault:
    """Return a fault at the place in a pack's file."""
    return Fault(check=check, file=file.file, line=file.lines.line_of(path), text=Text(tr, en))


def checked(check: str, faults: Iterable[Fault], *remarks: Text) -> Checked:
    """Return what a check found."""
    return Checked(check, tuple(faults), remarks)
