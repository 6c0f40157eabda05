"""The lines above the rows of a pasted table: its heading, and headers run together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from elci.domain.extraction.cleaning import clean
from elci.domain.extraction.headers import read_header
from elci.domain.extraction.roles import Role
from elci.domain.extraction.streams import Line, Word, as_read, words_of
from elci.domain.extraction.words import Found, phrasebook
from elci.domain.places.folding import fold

_MOST_LINES: Final = 16
_FEWEST_ROLES: Final = 2


@dataclass(frozen=True, slots=True)
class HeadLines:
    """Heading and headers; no roles where no headers were found."""

    title: str = ""
    lines: tuple[Line, ...] = ()
    cells: tuple[str, ...] = ()
    """Header of each column as read."""
    roles: tuple[Role, ...] = ()

    @property
    def folded_lines(self) -> frozenset[str]:
        """Folded lines of the headers and the heading, by which a repetition is known."""
        joined = fold(" ".join(clean(cell).text for cell in self.cells))
        return frozenset({*(fold(clean(line.text).text) for line in self.lines), joined})


def head_lines(lines: Sequence[Line]) -> HeadLines:
    """Return what the lines above the first row say; the last ones that name most columns count."""
    best = HeadLines()
    begin = max(0, len(lines) - _MOST_LINES)
    for first in range(begin, len(lines)):
        head = _headers(lines[first:])
        if len(set(head.roles)) >= max(len(set(best.roles)), _FEWEST_ROLES):
            best = head
            title_lines = lines[:first]
    if not best.roles:
        return HeadLines(title=_title(lines))
    return HeadLines(_title(title_lines), best.lines, best.cells, best.roles)


def _title(lines: Sequence[Line]) -> str:
    return " ".join(" ".join(line.text.split()) for line in lines)


def _headers(lines: Sequence[Line]) -> HeadLines:
    words = words_of(lines)
    found = _phrases(words)
    if not found or found[0].first != 0:
        return HeadLines()
    ends = [one.first for one in found[1:]] + [len(words)]
    cells = tuple(as_read(words[one.first : end]) for one, end in zip(found, ends, strict=True))
    return HeadLines("", tuple(lines), cells, tuple(Role(one.meaning) for one in found))


def _phrases(words: Sequence[Word]) -> list[Found]:
    """Return the header phrases among words; a short one such as "No" counts at the beginning."""
    texts = [word.folded.replace(" ", "") or "-" for word in words]
    found = list(phrasebook("headers").find(" ".join(texts)))
    if words and (not found or found[0].first > 0):
        reading = read_header(words[0].clean)
        if reading is not None and reading.certainty == 1:
            found.insert(0, Found(reading.role.value, 0, 1))
    return found


def is_header_line(line: Line) -> bool:
    """Whether a single line names two or more columns and little else."""
    words = words_of([line])
    found = _phrases(words)
    covered = sum(one.end - one.first for one in found)
    roles = {one.meaning for one in found}
    return len(roles) >= _FEWEST_ROLES and covered * 3 >= len(words) * 2
