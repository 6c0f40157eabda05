"""Kinds of acts, the standings that they lead to, and which kind may lead where."""

from enum import StrEnum
from types import MappingProxyType
from typing import Final


class ActKind(StrEnum):
    """A dated thing that a party, an organ or a ministry did to a relation."""

    PROPOSED = "proposed"
    COUNCIL_DECISION = "council_decision"
    SENT_TO_CIVIL_ADMINISTRATOR = "sent_to_civil_administrator"
    ANNOUNCED = "announced"
    PERMIT_ASKED = "permit_asked"
    PERMIT_GRANTED = "permit_granted"
    PERMIT_REFUSED = "permit_refused"
    PRELIMINARY_PROTOCOL = "preliminary_protocol"
    SIGNED = "signed"
    ENTERED_INTO_FORCE = "entered_into_force"
    RENEWED = "renewed"
    VARIED = "varied"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    COUNCIL_DECISION_TO_END = "council_decision_to_end"
    TERMINATED = "terminated"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    PARTY_SUCCEEDED = "party_succeeded"


class Standing(StrEnum):
    """What the acts say of a relation on a date; never typed in by anybody."""

    PROPOSED = "proposed"
    PERMITTED = "permitted"
    REFUSED = "refused"
    IN_FORCE = "in_force"
    POSSIBLY_IN_FORCE = "possibly_in_force"
    """The acts allow both *in force* and something else on that date; counted apart."""
    SUSPENDED = "suspended"
    ENDED = "ended"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    UNKNOWN = "unknown"


OPENING: Final = frozenset({ActKind.SIGNED, ActKind.ENTERED_INTO_FORCE})
"""Acts that bring a relation into force for the first time."""

CLOSING: Final = frozenset({ActKind.TERMINATED, ActKind.EXPIRED, ActKind.SUPERSEDED})

BINDING: Final = MappingProxyType(
    {
        ActKind.SIGNED: Standing.IN_FORCE,
        ActKind.ENTERED_INTO_FORCE: Standing.IN_FORCE,
        ActKind.RENEWED: Standing.IN_FORCE,
        ActKind.RESUMED: Standing.IN_FORCE,
        ActKind.SUSPENDED: Standing.SUSPENDED,
        ActKind.TERMINATED: Standing.ENDED,
        ActKind.EXPIRED: Standing.EXPIRED,
        ActKind.SUPERSEDED: Standing.SUPERSEDED,
    }
)
"""The last of these to have happened decides, whatever preparatory acts come after it."""

PREPARATORY: Final = MappingProxyType(
    {
        ActKind.PROPOSED: Standing.PROPOSED,
        ActKind.PERMIT_ASKED: Standing.PROPOSED,
        ActKind.PERMIT_GRANTED: Standing.PERMITTED,
        ActKind.PERMIT_REFUSED: Standing.REFUSED,
    }
)
"""While no binding act has happened, the last of these decides."""

HERALDS: Final = frozenset(
    {
        ActKind.COUNCIL_DECISION,
        ActKind.SENT_TO_CIVIL_ADMINISTRATOR,
        ActKind.ANNOUNCED,
        ActKind.PRELIMINARY_PROTOCOL,
    }
)
"""They show that a relation is proposed, and change nothing once more is known."""

FOLLOWS: Final = MappingProxyType(
    {
        ActKind.PERMIT_ASKED: (frozenset({ActKind.PROPOSED}),),
        ActKind.PERMIT_GRANTED: (frozenset({ActKind.PROPOSED}), frozenset({ActKind.PERMIT_ASKED})),
        ActKind.PERMIT_REFUSED: (frozenset({ActKind.PROPOSED}), frozenset({ActKind.PERMIT_ASKED})),
        ActKind.ENTERED_INTO_FORCE: (frozenset({ActKind.SIGNED}),),
        ActKind.RENEWED: (OPENING,),
        ActKind.SUSPENDED: (OPENING,),
        ActKind.RESUMED: (OPENING, frozenset({ActKind.SUSPENDED})),
        ActKind.TERMINATED: (OPENING,),
        ActKind.EXPIRED: (OPENING,),
        ActKind.SUPERSEDED: (OPENING,),
    }
)
"""For each kind, what comes before it in the nature of things: one act of each set.

It orders acts whose dates leave the order open, and never overrules a date.
"""

NEEDS_LIFE: Final = frozenset(
    {
        ActKind.RENEWED,
        ActKind.VARIED,
        ActKind.SUSPENDED,
        ActKind.RESUMED,
        ActKind.COUNCIL_DECISION_TO_END,
        *CLOSING,
    }
)
"""Acts upon a relation that was opened and has not ended."""
