"""Dated acts, and what they say of a relation on a date. Import from here."""

from elci.domain.acts.act import Act
from elci.domain.acts.checks import Finding, FindingKind, check_act, findings
from elci.domain.acts.kinds import (
    BINDING,
    CLOSING,
    HERALDS,
    OPENING,
    PREPARATORY,
    ActKind,
    Standing,
)
from elci.domain.acts.refusals import REFUSAL_TEMPLATES, ActRefusedError, Refusal
from elci.domain.acts.standing import (
    Period,
    acts_known_on,
    first_opening,
    periods,
    standing_on,
)

__all__ = [
    "BINDING",
    "CLOSING",
    "HERALDS",
    "OPENING",
    "PREPARATORY",
    "REFUSAL_TEMPLATES",
    "Act",
    "ActKind",
    "ActRefusedError",
    "Finding",
    "FindingKind",
    "Period",
    "Refusal",
    "Standing",
    "acts_known_on",
    "check_act",
    "findings",
    "first_opening",
    "periods",
    "standing_on",
]
