"""What is sought and offered, who is shortlisted and why, and who asks from abroad."""

from elci.partnering.models.board import BoardEntry
from elci.partnering.models.requests import (
    RequestAnswer,
    RequestCheck,
    RequestDecision,
    TwinningRequest,
)
from elci.partnering.models.shortlists import EntryNote, Shortlist, ShortlistEntry

__all__ = [
    "BoardEntry",
    "EntryNote",
    "RequestAnswer",
    "RequestCheck",
    "RequestDecision",
    "Shortlist",
    "ShortlistEntry",
    "TwinningRequest",
]
