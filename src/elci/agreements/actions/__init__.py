"""Everything that changes a relation, an account of it, or its acts."""

from elci.agreements.actions.acts import (
    ActFacts,
    AlreadyReplacedError,
    StillNeededError,
    correct_act,
    record_act,
    withdraw_act,
)
from elci.agreements.actions.attachments import attach_document, change_document_grade
from elci.agreements.actions.entries import (
    entries_refreshed_once,
    refresh_entries,
    refresh_entry,
)
from elci.agreements.actions.figures import cite_figure
from elci.agreements.actions.opening import DuplicateRelationError, Opening, open_account
from elci.agreements.actions.parties import PartiesRefusedError, change_parties
from elci.agreements.actions.relations import (
    AccountFacts,
    change_account,
    withdraw_account,
)
from elci.agreements.actions.views import forget_view, save_view

__all__ = [
    "AccountFacts",
    "ActFacts",
    "AlreadyReplacedError",
    "DuplicateRelationError",
    "Opening",
    "PartiesRefusedError",
    "StillNeededError",
    "attach_document",
    "change_account",
    "change_document_grade",
    "change_parties",
    "cite_figure",
    "correct_act",
    "entries_refreshed_once",
    "forget_view",
    "open_account",
    "record_act",
    "refresh_entries",
    "refresh_entry",
    "save_view",
    "withdraw_account",
    "withdraw_act",
]
