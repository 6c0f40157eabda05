"""Everything that happens to shortlists, to the board and to requests from abroad."""

from elci.partnering.actions.board import BoardFacts, change_entry, publish_entry, withdraw_entry
from elci.partnering.actions.refusals import PartneringRefusedError
from elci.partnering.actions.requests import (
    CheckFacts,
    DecisionFacts,
    RequestFacts,
    check_request,
    decide_request,
    receive_request,
    record_answer,
    tie_request_to_case,
    withdraw_request,
)
from elci.partnering.actions.shortlists import (
    SeenPlace,
    close_shortlist,
    note_entry,
    open_shortlist,
    put_on_shortlist,
    take_off_shortlist,
    tie_entry_to_case,
)

__all__ = [
    "BoardFacts",
    "CheckFacts",
    "DecisionFacts",
    "PartneringRefusedError",
    "RequestFacts",
    "SeenPlace",
    "change_entry",
    "check_request",
    "close_shortlist",
    "decide_request",
    "note_entry",
    "open_shortlist",
    "publish_entry",
    "put_on_shortlist",
    "receive_request",
    "record_answer",
    "take_off_shortlist",
    "tie_entry_to_case",
    "tie_request_to_case",
    "withdraw_entry",
    "withdraw_request",
]
