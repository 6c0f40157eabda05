"""The seats of the desk; they stand in ``elci.seats``, where other rooms know them too."""

from elci.seats import DeskRequest, Visit, at_desk, officers_only

__all__ = ["DeskRequest", "Visit", "at_desk", "officers_only"]
