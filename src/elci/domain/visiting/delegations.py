"""A delegation list as people paste it: a name and a title on each line."""

import re
from dataclasses import dataclass
from typing import Final

from elci.domain.visiting.precedence import guess_rank
from elci.domain.visiting.words import Rank

MOST_PEOPLE: Final = 200
"""As many as may be pasted at once; a larger list is no delegation but a register of people."""
LONGEST_NAME: Final = 200
LONGEST_TITLE: Final = 300

_NUMBERING: Final = re.compile(r"\A\s*(?:[0-9]{1,3}\s*[.)\-]|[-–•*])\s*")
_APART: Final = re.compile(r"\t|;|,| [-–—|] ")


@dataclass(frozen=True, slots=True)
class PastedPerson:
    """A person of a pasted list."""

    name: str
    title: str
    rank: Rank
    """What the title seems to say."""


class PastedListError(ValueError):
    """A pasted list that was not taken; ``line`` is the number of the line at fault, 0 for none."""

    def __init__(self, *, count: int = 0, line: int = 0, text: str = "") -> None:
        super().__init__(f"{count or line}: {text}")
        self.count = count
        self.line = line
        self.text = text


def read_delegation(pasted: str) -> tuple[PastedPerson, ...]:
    """Return the people of a pasted list, in its order.

    A line is a name, then a comma, a semicolon, a tab or a dash, then a title; numbering before it
    is left out, and so are empty lines. Raises ``PastedListError`` for more than `MOST_PEOPLE`
    lines, with their number, and for a line that is too long.
    """
    lines = [(number, each) for number, each in enumerate(pasted.splitlines(), 1) if each.strip()]
    if len(lines) > MOST_PEOPLE:
        raise PastedListError(count=len(lines))
    return tuple(_person(number, text) for number, text in lines)


def _person(number: int, text: str) -> PastedPerson:
    name, title = _parts(_NUMBERING.sub("", text))
    if len(name) > LONGEST_NAME or len(title) > LONGEST_TITLE or not name:
        raise PastedListError(line=number, text=text.strip()[:40])
    return PastedPerson(name, title, guess_rank(title))


def _parts(text: str) -> tuple[str, str]:
    parts = _APART.split(text, maxsplit=1)
    return " ".join(parts[0].split()), " ".join(parts[1].split()) if len(parts) > 1 else ""
