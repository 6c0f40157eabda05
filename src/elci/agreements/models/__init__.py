"""Relations, the accounts of them, and what is made from those."""

from elci.agreements.models.derived import (
    CountSheet,
    RegisterEntry,
    RegisterFinding,
    RegisterPartner,
    StandingPeriod,
)
from elci.agreements.models.figures import PublishedFigure, SavedView
from elci.agreements.models.records import Account, ActRecord, Attachment, Party, Relation

__all__ = [
    "Account",
    "ActRecord",
    "Attachment",
    "CountSheet",
    "Party",
    "PublishedFigure",
    "RegisterEntry",
    "RegisterFinding",
    "RegisterPartner",
    "Relation",
    "SavedView",
    "StandingPeriod",
]
