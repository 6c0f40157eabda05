"""Everything that happens to a consent case."""

from elci.consent.actions.deciding import (
    Decision,
    permit,
    record_refusal,
    refuse,
    send_to_ministry,
)
from elci.consent.actions.drafts import DraftFacts, keep_draft, remove_draft
from elci.consent.actions.opening import CaseFacts, close_case, open_case, open_office
from elci.consent.actions.recording import By, GivenPaper
from elci.consent.actions.refusals import CaseRefusedError, MissingStepsError, NotAllowedError
from elci.consent.actions.register import Entry
from elci.consent.actions.requests import (
    ask_for_paper,
    ask_opinion,
    give_opinion,
    resume_clock,
    supply_paper,
    suspend_clock,
)
from elci.consent.actions.signing import ActDone, sign, sign_without
from elci.consent.actions.stating import (
    FACT_PAPERS,
    ReasonMissingError,
    Statement,
    state_facts,
)
from elci.consent.actions.steps import StepFacts, add_paper, correct_step, do_step, undo_step

__all__ = [
    "FACT_PAPERS",
    "ActDone",
    "By",
    "CaseFacts",
    "CaseRefusedError",
    "Decision",
    "DraftFacts",
    "Entry",
    "GivenPaper",
    "MissingStepsError",
    "NotAllowedError",
    "ReasonMissingError",
    "Statement",
    "StepFacts",
    "add_paper",
    "ask_for_paper",
    "ask_opinion",
    "close_case",
    "correct_step",
    "do_step",
    "give_opinion",
    "keep_draft",
    "open_case",
    "open_office",
    "permit",
    "record_refusal",
    "refuse",
    "remove_draft",
    "resume_clock",
    "send_to_ministry",
    "sign",
    "sign_without",
    "state_facts",
    "supply_paper",
    "suspend_clock",
    "undo_step",
]
