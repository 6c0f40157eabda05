"""Dates written beside a name, a country or another text: "Krefeld, Germany (since 1964)"."""

import re
from dataclasses import dataclass
from typing import Final

from elci.domain.extraction.datespans import find_dates
from elci.domain.extraction.labels import read_label
from elci.domain.extraction.words import phrasebook

_BEFORE_DATES: Final = re.compile(r"[\s,;:(\[–—-]*$")
_SENTENCE_END: Final = re.compile(r"(?:[)\]][.,;:]?|\w{3}[.;:])\s*$")
_STOP: Final = re.compile(r"(?<=[)\]])\.$|(?<=\w{4})\.$")
_LAST_WORD: Final = re.compile(r"(?<![^\s,;:)\]])[^\s,;:()\[\]]+[\s,;:(\[–—-]*$")


@dataclass(frozen=True, slots=True)
class Beside:
    """A text on one line without its dates, and the dates with the words that belong to them."""

    bare: str
    dates: str = ""
    """Nothing where the text has no date."""


def parted_at_dates(line: str) -> Beside:
    """Part a text on one line from the dates beside it; words such as "seit" go with the dates.

    >>> parted_at_dates("Liverpool (Großbritannien) seit 1952")
    Beside(bare='Liverpool (Großbritannien)', dates='seit 1952')
    """
    spans = find_dates(line)
    if not spans:
        return Beside(line)
    start = _beside_from(line, spans[0].start)
    bare = _STOP.sub("", _BEFORE_DATES.sub("", line[:start]))
    if not bare:
        bare = line[spans[-1].end :].strip(" .,:;)]–—-")
        start, line = 0, line[: spans[-1].end]
    return Beside(bare, line[start:].strip(" ,;:–—-"))


def _beside_from(line: str, first: int) -> int:
    """Return where the words of the dates begin: at a bracket, or a known word."""
    opened = line.rfind("(", 0, first)
    if opened > 0 and ")" not in line[opened:first]:
        return opened
    parted = max(line.rfind(sign, 0, first) for sign in ",;:–—-")
    if parted > 0 and not read_label(line[parted:first]).left:
        first = parted
    return _with_words(line, first)


def _with_words(line: str, first: int) -> int:
    """Return where the known words right before a date begin: "since", "depuis le", "с"."""
    while (last := _LAST_WORD.search(line, 0, first)) is not None:
        word = last[0].strip(" ,;:([–—-")
        # A capital begins a name, even one that is also a word: "Ile", "Den", "La"; but not after
        # a bracket or the end of a sentence: "Cork (Ireland). Since 1988".
        if not word or not _belongs_to_dates(word):
            break
        begins = last.start() == 0 or _SENTENCE_END.search(line, 0, last.start()) is not None
        if word[0].isupper() and not begins:
            break
        first = last.start()
    return first


def _belongs_to_dates(word: str) -> bool:
    return any(phrasebook(table).meaning_of(word) for table in ("date_words", "acts"))
