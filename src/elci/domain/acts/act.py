"""One act as one party's account has it."""

from dataclasses import dataclass
from datetime import date, timedelta

from elci.domain.acts.kinds import BINDING, CLOSING, OPENING, ActKind
from elci.domain.dates import PartialDate

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A dated act on two time axes: when it happened, and when we learned it.

    ``known_until`` is the first day on which a correction or a withdrawal took its place; acts are
    given in the order in which they were recorded, and that order decides between acts of one day.
    """

    kind: ActKind
    happened: PartialDate
    known_from: date
    known_until: date | None = None
    valid_until: PartialDate | None = None
    """The last day of a fixed term; only an act that puts a relation in force may set one."""

    def __post_init__(self) -> None:
        if self.known_until is not None and self.known_until < self.known_from:
            raise ValueError("an act cannot be corrected before it was known")
        if self.valid_until is not None and self.kind in CLOSING:
            raise ValueError(f"{self.kind} ends a relation and sets no term")

    @property
    def earliest(self) -> date:
        """First day on which it may have happened; ``date.min`` where nothing bounds it."""
        return date.min if self.happened.earliest is None else self.happened.earliest

    @property
    def latest(self) -> date:
        """Last day on which it may have happened.

        An open end is closed by the day on which we learned of the act: what is known has happened.
        """
        if self.happened.until is None:
            return max(self.known_from, self.earliest)
        return self.happened.until - _DAY

    def was_known_on(self, day: date) -> bool:
        """Whether our account held this act, uncorrected, at the end of that day."""
        return self.known_from <= day and (self.known_until is None or day < self.known_until)

    @property
    def opens(self) -> bool:
        return self.kind in OPENING

    @property
    def binds(self) -> bool:
        return self.kind in BINDING
