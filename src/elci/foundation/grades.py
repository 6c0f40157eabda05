"""How much of a record others may see."""

from enum import StrEnum


class Grade(StrEnum):
    """What the public sees of a record; its own workspace always sees all of it."""

    PRIVATE = "private"
    FULL = "full"
