"""Words of a pasted text with the lines they stood on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from elci.domain.extraction.cleaning import clean
from elci.domain.extraction.datespans import find_dates
from elci.domain.places.folding import fold

_PAGE: Final = re.compile(
    r"[-–—\s]*(?:sayfa|page|seite|strona|stran|страница|página|pagina|s\.|p\.)?\s*[0-9]{1,4}"
    r"\s*(?:(?:/|of|von|z|de|sur|di|iz|из)\s*[0-9]{1,4})?[-–—\s]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a pasted text as it was read."""

    number: int
    text: str
    page: int
    after_blank: bool = False
    begins_page: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a row, as read and folded."""

    read: str
    clean: str
    folded: str
    line: int
    begins_line: bool


def lines_of(text: str) -> list[Line]:
    """Return the lines that hold text, with their numbers and pages."""
    lines: list[Line] = []
    blank, page, begins = False, 1, False
    for number, raw in enumerate(re.split(r"\r\n|[\n\r\u2028\u2029]", text), 1):
        page += raw.count("\f")
        begins = begins or "\f" in raw
        bare = raw.replace("\f", "")
        if not bare.strip():
            blank = True
            continue
        lines.append(Line(number, bare, page, after_blank=blank, begins_page=begins))
        blank, begins = False, False
    return lines


def is_page_number(text: str) -> bool:
    """Whether a line holds a page number in words or between dashes; a bare number is none.

    >>> is_page_number("Sayfa 3 / 12"), is_page_number("- 4 -"), is_page_number("4")
    (True, True, False)
    """
    bare = text.strip()
    if bare.isdecimal() or _PAGE.fullmatch(bare) is None:
        return False
    # "05/1990" and "– 1990" are dates unless a word says that they are pages.
    return any(map(str.isalpha, bare)) or not find_dates(bare)


def words_of(lines: Sequence[Line]) -> list[Word]:
    """Return the words of some lines in reading order."""
    return [
        Word(read, *_understood(read), number, place == 0)
        for number, line in enumerate(lines)
        for place, read in enumerate(line.text.split())
    ]


@lru_cache(maxsize=8192)
def _understood(read: str) -> tuple[str, str]:
    cleaned = clean(read).text
    return cleaned, fold(cleaned)


def as_read(words: Sequence[Word]) -> str:
    """Return words as one cell, with the line ends that stood between them."""
    parts: list[str] = []
    for place, word in enumerate(words):
        if place:
            parts.append("\n" if word.line != words[place - 1].line else " ")
        parts.append(word.read)
    return "".join(parts)


def as_clean(words: Sequence[Word]) -> str:
    """Return words as cleaned text on one line; a hyphen at a line's end or begin joins."""
    text = ""
    for place, word in enumerate(words):
        broken = place > 0 and word.line != words[place - 1].line
        joins = broken and (text.endswith("-") or word.clean.startswith("-"))
        text += word.clean if joins or not text else f" {word.clean}"
    return text
