"""A cell of several dates divided so that every date has the words that belong to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from elci.domain.extraction.datespans import DateSpan
from elci.domain.extraction.words import meanings_in

_SEPARATOR: Final = re.compile(
    r"[/;|\n,•]|\s[-–—→]\s|\s(?:ve|and|und|et|y|e|i|oraz|in|и|та|و)\s", re.IGNORECASE
)
_RANGE: Final = re.compile(
    r"\s*(?:[-–—]|bis|to|until|till|по|до|do|al|a|à|ile|ila|jusqu'[eà]n?|hasta)\s*", re.IGNORECASE
)
_APART: Final = re.compile(r"\s*(?:r\.|г\.)?\s*[)\]]?\s*[(\[,;/\n–—-]\s*[^\W\d]")
_LATER: Final = frozenset(
    {"renewed", "resumed", "suspended", "terminated", "expired", "superseded"}
)
_OPEN_END: Final = re.compile(r"\s*[-–—]\s*(?:…|\.\.\.)?\s*")


@dataclass(frozen=True, slots=True)
class Segment:
    """One date of a cell with the words before and after it."""

    span: DateSpan
    words: str
    raw: str
    ends_range: bool = False
    """It is the second of two dates between which something lasted."""
    before: str = ""
    apart: str = ""
    """Words after the date that a bracket, a dash or a comma parts from it."""


def segments_of(text: str, spans: Sequence[DateSpan]) -> list[Segment]:
    """Return a segment for each date; all words of the cell are in one of them."""
    cuts = [0]
    leads = _has_lead(text[: spans[0].start])
    for one, other in pairwise(spans):
        gap = text[one.end : other.start]
        leads = leads or (one is spans[0] and _tells_of_later(gap))
        cuts.append(one.end + _cut(gap, leads=leads))
    cuts.append(len(text))
    return [
        _segment(text, span, cuts[number], cuts[number + 1], _is_range(text, spans, number))
        for number, span in enumerate(spans)
    ]


def _segment(text: str, span: DateSpan, start: int, end: int, ends_range: bool) -> Segment:  # noqa: FBT001 - the last of five plain facts of one segment
    before, after = text[start : span.start], text[span.end : end]
    words = (
        after
        if not _has_words(before)
        else before
        if not _has_words(after)
        else before + " " + after
    )
    if _OPEN_END.fullmatch(words) or _RANGE.fullmatch(words):
        words = ""
    raw = " ".join(text[start:end].split()).strip(" /,;|")
    apart = after if _APART.match(after) is not None else ""
    return Segment(span, words, raw, ends_range, before=before, apart=apart)


def _has_words(text: str) -> bool:
    return any(sign.isalnum() or sign == "@" for sign in text)


def _has_lead(before: str) -> bool:
    """Whether the words stand before the dates: "signed 1965, renewed 2012"."""
    return bool(meanings_in("acts", before) or meanings_in("instruments", before))


def _tells_of_later(gap: str) -> bool:
    """Whether words tell of what cannot come first: "1992 ausgesetzt 2022"."""
    return bool(_LATER.intersection(meanings_in("acts", gap)))


def _cut(gap: str, *, leads: bool) -> int:
    """Return where in the text between two dates the words of the second one begin."""
    opened = gap.rfind("(")
    if opened >= 0 and ")" not in gap[opened:]:
        return opened
    closed = gap.rfind(")")
    if closed >= 0:
        return closed + 1
    found = list(_SEPARATOR.finditer(gap))
    if found:
        return found[-1].start() if len(found) == 1 else _cut_at(found, gap)
    if leads or gap.rstrip().endswith(":"):
        return 0
    return len(gap)


def _cut_at(found: Sequence[re.Match[str]], gap: str) -> int:
    """Prefer the strongest of several separators: a stroke or line end before a comma."""
    strong = [one for one in found if gap[one.start()] in "/;|\n"]
    return (strong or found)[0].start()


def _is_range(text: str, spans: Sequence[DateSpan], number: int) -> bool:
    if number == 0:
        return False
    before = spans[number - 1]
    both_years = before.is_year and spans[number].is_year
    gap = text[before.end : spans[number].start]
    return _RANGE.fullmatch(gap) is not None and (both_years or not gap.strip(" -–—"))
