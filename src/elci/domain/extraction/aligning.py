"""The words of a row laid out over the columns of its table, cell by cell in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from elci.domain.extraction.datespans import find_dates
from elci.domain.extraction.guessing import IMPOSSIBLE, Guess, points_when_empty
from elci.domain.extraction.roles import DATED_ACTS, Role
from elci.domain.extraction.streams import Line, Word, as_clean, as_read, words_of
from elci.domain.places.gazetteer import Gazetteer

_MOST_WORDS: Final = 80
"""Words of a row that are laid out; what is more goes into its last cell."""
_MOST_WORDS_OF_TORN: Final = 50
_CONTINUED: Final = -1.0
_MADE_WHOLE: Final = 4.0
_UNFINISHED: Final = (",", "-", "/", "(")
_IN_MID_SENTENCE: Final = -3.0
_NEVER_CONTINUED: Final = frozenset({Role.NUMBER, Role.ACRONYM})


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each column its words, and how well they do there."""

    cells: tuple[tuple[Word, ...], ...]
    points: float

    def texts(self) -> tuple[str, ...]:
        """Return the cells as read."""
        return tuple(as_read(cell) for cell in self.cells)


def aligned(lines: Sequence[Line], roles: Sequence[Role | None], gazetteer: Gazetteer) -> Alignment:
    """Return the likeliest division of a row's lines into cells."""
    return Aligner(lines, roles, gazetteer).row(0, len(lines))


class Aligner:
    """Lays out rows that are some of the same lines; what words are worth is remembered."""

    def __init__(
        self, lines: Sequence[Line], roles: Sequence[Role | None], gazetteer: Gazetteer
    ) -> None:
        self._roles = tuple(roles)
        self._words = words_of(lines)
        self._begins = _line_begins(self._words, len(lines))
        self._guess = Guess(
            self._words, gazetteer, of_organisations=bool({Role.ACRONYM, Role.GRADE} & {*roles})
        )

    def row(self, first_line: int, end_line: int) -> Alignment:
        """Return the likeliest division of the lines ``first_line <= n < end_line`` into cells.

        Where that leaves a date without its year, the row may have been broken by the end of a
        page: then the second part is laid out over the columns once more.
        """
        first, end = self._begins[first_line], self._begins[end_line]
        whole = self._laid_out(first, end)
        if not self._is_torn(whole) or end - first > _MOST_WORDS_OF_TORN:
            return whole
        breaks = self._begins[first_line + 1 : end_line]
        torn = [self._mended(first, middle, end) for middle in breaks]
        return max([whole, *torn], key=lambda alignment: alignment.points)

    def _is_torn(self, alignment: Alignment) -> bool:
        return any(
            role in DATED_ACTS and cell and not _has_year(cell)
            for role, cell in zip(self._roles, alignment.cells, strict=True)
        )

    def _mended(self, first: int, middle: int, end: int) -> Alignment:
        """Lay out the words before and after the end of a page apart, and join the cells."""
        before = self._laid_out(first, middle)
        after = self._laid_out(middle, end, continues=True)
        cells = tuple((*one, *other) for one, other in zip(before.cells, after.cells, strict=True))
        points = before.points + after.points + _CONTINUED
        if self._words[middle - 1].clean.endswith(_UNFINISHED):
            points += _IN_MID_SENTENCE
        mended = Alignment(cells, points)
        is_whole = self._is_torn(before) and not self._is_torn(mended)
        return Alignment(cells, points + _MADE_WHOLE) if is_whole else mended

    def _laid_out(self, first: int, end: int, *, continues: bool = False) -> Alignment:
        """Return the division with the most points; every word is in one cell, in order."""
        count = min(end - first, _MOST_WORDS)
        best = [0.0] + [IMPOSSIBLE] * count
        steps: list[list[int]] = []
        for role in self._roles:
            if continues and role in _NEVER_CONTINUED:
                begun = list(range(count + 1))
            else:
                empty = 0.0 if continues else points_when_empty(role)
                best, begun = self._with_column(best, role, first, empty)
            steps.append(begun)
        if best[count] <= IMPOSSIBLE / 2:
            return self._together(first, end)
        cells: list[tuple[Word, ...]] = []
        place = count
        for begun in reversed(steps):
            cells.append(tuple(self._words[first + begun[place] : first + place]))
            place = begun[place]
        cells.reverse()
        cells[-1] = (*cells[-1], *self._words[first + count : end])
        return Alignment(tuple(cells), best[count])

    def _with_column(
        self, before: list[float], role: Role | None, start: int, empty: float
    ) -> tuple[list[float], list[int]]:
        """Return the best points for each number of words used, and where the cell begins."""
        best, begun = [points + empty for points in before], list(range(len(before)))
        for first, points in enumerate(before[:-1]):
            if points <= IMPOSSIBLE / 2:
                continue
            for end in range(first + 1, len(before)):
                gained = self._guess.points(role, start + first, start + end)
                if gained > IMPOSSIBLE and points + gained > best[end]:
                    best[end], begun[end] = points + gained, first
        return best, begun

    def _together(self, first: int, end: int) -> Alignment:
        """Keep words that fit no column together, where a person will see them."""
        roles = self._roles
        party = roles.index(Role.PARTY) if Role.PARTY in roles else len(roles) - 1
        cells: list[tuple[Word, ...]] = [() for _role in roles]
        cells[party] = tuple(self._words[first:end])
        return Alignment(tuple(cells), IMPOSSIBLE)


def _has_year(cell: Sequence[Word]) -> bool:
    spans = find_dates(as_clean(cell))
    return bool(spans) and all(not span.lacks_year for span in spans)


def _line_begins(words: Sequence[Word], lines: int) -> list[int]:
    """Return for each line the number of its first word, and last the number of all words."""
    begins = [len(words)] * (lines + 1)
    for place in range(len(words) - 1, -1, -1):
        begins[words[place].line] = place
    for line in range(lines - 1, -1, -1):
        begins[line] = min(begins[line], begins[line + 1])
    return begins
