"""Cells and lines that name several partners, each with its own date or under one country.

"Almanya: Bremen (1995), Köln", "Вена (2001), Грац (2001)": what stands between the commas is a
partner only where all of it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from elci.domain.extraction.besides import parted_at_dates
from elci.domain.extraction.cells import RowCells
from elci.domain.extraction.cleaning import one_line
from elci.domain.extraction.contents import names_place
from elci.domain.extraction.countries import is_country
from elci.domain.extraction.datespans import find_dates
from elci.domain.extraction.remarks import ProblemCode, RemarkCode, problem, remark
from elci.domain.places.gazetteer import Gazetteer

_LEAD: Final = re.compile(r"(?P<lead>[^:–—\d]{2,60}?)\s*(?::|\s[-–—](?=\s))\s*(?P<rest>.+)")
_OUTSIDE_BRACKETS: Final = re.compile(r"\s*[,;،؛](?![^(\[]*[)\]])\s*")
_AND: Final = re.compile(r"\s+(?:ve|and|und|et|y|e|i|oraz|in|и|та)\s+|\s+و\s*", re.IGNORECASE)
_OWN: Final = re.compile(r"[(\[]")
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the partners that a text enumerates, with its date and the country of them all."""

    text: str
    country: str = ""
    may_share_date: bool = False
    """Whether the only date stands with the last, and may be that of all."""


def entries_in(
    line: str, gazetteer: Gazetteer, *, is_introduced: bool = False
) -> tuple[Entry, ...]:
    """Return the partners that a text on one line enumerates; nothing where it names but one.

    Without a country or a kind of tie in front each has to have a date or a country of its own:
    "Perth, Western Australia" and "Berlin, Köln 1990" are for others to judge.
    """
    country, rest = _lead(line, gazetteer)
    parts = list(_parts(rest.rstrip(" ,;."), gazetteer))
    if not 1 < len(parts) <= _MOST or not all(_is_partner(part, gazetteer) for part in parts):
        return ()
    dated = [bool(find_dates(part)) for part in parts]
    if not (country or is_introduced) and not all(map(_has_own, parts)):
        return ()
    shared = dated[-1] and not any(dated[:-1])
    return tuple(Entry(part, country, may_share_date=shared) for part in parts)


def each_partner(cells: RowCells, gazetteer: Gazetteer) -> tuple[RowCells, ...]:
    """Return the cells of a row once for each partner that its cell for them enumerates."""
    line = one_line(cells.party or "")
    entries = entries_in(line, gazetteer, is_introduced=bool(cells.tie_words))
    if not entries:
        return (cells,)
    said = remark(RemarkCode.SEVERAL_PARTIES, count=len(entries))
    unclear = problem(ProblemCode.DATE_KIND_UNCLEAR, words=line)
    return tuple(
        replace(
            cells.with_partner(entry.text),
            country_above=entry.country or cells.country_above,
            remarks=(*cells.remarks, said),
            problems=(*cells.problems, *([unclear] if entry.may_share_date else [])),
        )
        for entry in entries
    )


def _lead(line: str, gazetteer: Gazetteer) -> tuple[str, str]:
    found = _LEAD.fullmatch(line)
    if found is None or not is_country(found["lead"], gazetteer):
        return "", line
    return found["lead"].strip(), found["rest"]


def _parts(rest: str, gazetteer: Gazetteer) -> Iterator[str]:
    for part in _OUTSIDE_BRACKETS.split(rest):
        both = [piece for piece in _AND.split(part) if piece]
        if len(both) > 1 and all(_is_partner(piece, gazetteer) for piece in both):
            yield from both
        else:
            yield part


def _is_partner(part: str, gazetteer: Gazetteer) -> bool:
    bare = parted_at_dates(part).bare
    name = _OWN.split(bare, maxsplit=1)[0].strip()
    return bool(name) and names_place(name, gazetteer) and not is_country(name, gazetteer)


def _has_own(part: str) -> bool:
    """Whether a part has a date, or a country in brackets."""
    return bool(find_dates(part)) or _OWN.search(part) is not None
