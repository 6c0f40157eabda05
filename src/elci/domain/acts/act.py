"""One act as one party's account has it."""

from dataclasses import dataclass
from datetime import date, timedelta

from elci.domain.acts.kinds import BINDING, OPENING, ActKind, Standing
from elci.domain.acts.refusals import ActRefusedError, Refusal
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
        if self.valid_until is not None and BINDING.get(self.kind) is not Standing.IN_FORCE:
            raise ActRefusedError(Refusal.TERM_NOT_ALLOWED, kind=self.kind)

    @property
    def earliest(self) -> date:
        """First day on which it may have happened; ``date.min`` where nothing bounds it."""
        return date.min if self.happened.earliest is None else self.happened.earliest

    @property
    def latest(self) -> date:
        """Last day on which it may have happened.

        What is known has happened: days after the one on which we learned of the act do not count,
        unless it is dated wholly after that.
        """
        stated = None if self.happened.until is None else self.happened.until - _DAY
        if self.earliest > self.known_from:
            return self.earliest if stated is None else stated
        return self.known_from if stated is None else min(stated, self.known_from)

    def was_known_on(self, day: date) -> bool:
        """Whether our account held this act, uncorrected, at the end of that day."""
        return self.known_from <= day and (self.known_until is None or day < self.known_until)

    @property
    def opens(self) -> bool:
        """Whether it brings a relation into force for the first time, or anew after an end."""
        return self.kind in OPENING

    @property
    def binds(self) -> bool:
        """Whether it decides the standing by itself."""
        return self.kind in BINDING
