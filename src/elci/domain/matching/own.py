"""What the one who seeks has on record: its own ties, with how they stand."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from elci.domain.acts.kinds import Standing
from elci.domain.texts import Text
from elci.domain.vocabularies import Instrument

ASLEEP_AFTER_YEARS: Final = 2
"""A tie without an act on record for so long is asked after first; our convention."""


class OwnState(StrEnum):
    """How a tie of one's own stands, as far as it matters for a new one."""

    ALIVE = "alive"
    ASLEEP = "asleep"
    """It stands, and nothing of it is on record for two years or more."""
    OVER = "over"
    PLANNED = "planned"


_OVER: Final = frozenset({Standing.ENDED, Standing.EXPIRED, Standing.REFUSED, Standing.SUSPENDED})
_BROKEN_OFF: Final = _OVER - {Standing.EXPIRED}
_PLANNED: Final = frozenset({Standing.PROPOSED, Standing.PERMITTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTie:
    """A tie of the one who seeks, as its register or the world's data tells of it."""

    geonameid: int | None
    name: Text
    country: str
    instrument: Instrument | None
    """None where the source does not say what it is."""
    standing: Standing
    last_year: int | None
    """The year of the last act on record."""
    source: Text

    def state(self, year: int) -> OwnState:
        """Return how it stands in a year."""
        if self.standing in _OVER:
            return OwnState.OVER
        if self.standing in _PLANNED:
            return OwnState.PLANNED
        if self.last_year is not None and year - self.last_year > ASLEEP_AFTER_YEARS:
            return OwnState.ASLEEP
        return OwnState.ALIVE

    @property
    def stands(self) -> bool:
        """Whether it is there, awake or not."""
        return self.standing not in _OVER

    @property
    def broken_off(self) -> bool:
        """Whether somebody decided against it: ended, refused or suspended, not merely run out."""
        return self.standing in _BROKEN_OFF
