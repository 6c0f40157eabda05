"""Visits with everything that belongs to one, and what was promised."""

from elci.visits.models.people import Delegate, PersonDetail, Purge
from elci.visits.models.promises import Promise, PromiseEvent
from elci.visits.models.rows import BudgetLine, Gift, Minutes, Outcome, ProgrammeItem, VisitPaper
from elci.visits.models.visits import Visit, VisitPartner

__all__ = [
    "BudgetLine",
    "Delegate",
    "Gift",
    "Minutes",
    "Outcome",
    "PersonDetail",
    "ProgrammeItem",
    "Promise",
    "PromiseEvent",
    "Purge",
    "Visit",
    "VisitPaper",
    "VisitPartner",
]
