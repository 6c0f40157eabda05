"""Whose eyes a query reads with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Eyes:
    """What a reader may see and change, by the ids of the workspaces that let them.

    Every query that returns records takes one: there is no reading "as nobody in particular".
    """

    user_id: int | None = None
    reads: frozenset[int] = frozenset()
    """Workspaces whose private records this reader sees."""
    writes: frozenset[int] = frozenset()
    """Workspaces in which this reader may record acts; always a part of ``reads``."""

    def __post_init__(self) -> None:
        if not self.writes <= self.reads:
            raise ValueError("who may write may also read")


PUBLIC = Eyes()
"""The eyes of anybody who is not signed in."""
