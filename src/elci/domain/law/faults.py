"""What is wrong with a law pack: where, why, and how to mend it."""

from collections.abc import Sequence
from dataclasses import dataclass

from elci.domain.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that a check found."""

    check: str
    """The check that found it, K1 to K22 (docs/reference/law-packs.md)."""
    file: str
    line: int | None
    text: Text

    def told(self, language: str) -> str:
        """Return the line that a person reads: file, line, check, what is wrong, the mend."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.check}: {self.text.in_language(language)}"


class PackRefusedError(ValueError):
    """A pack that cannot be used; it holds every fault that was found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(fault.told("en") for fault in faults))

    def told(self, language: str) -> str:
        """Return all faults, one a line."""
        return "\n".join(fault.told(language) for fault in self.faults)
