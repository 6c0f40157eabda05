"""The words of a row laid out over the columns of its table, cell by cell in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from elci.domain.extraction.datespans import find_dates
from elci.domain.extraction.guessing import IMPOSSIBLE, Guess, points_when_empty
from elci.domain.extraction.roles import DATED_ACTS, Role
from elci.domain.extraction.streams import Line, Word, as_clean, as_read, words_of
from elci.domain.places.gazetteer import Gazetteer

_MOST_WORDS: Final = 90
"""Words of a row that are laid out; what is more goes into its last cell."""
_CONTINUED: Final = -1.0
_MADE_WHOLE: Final = 4.0
_UNFINISHED: Final = (",", "-", "/", "(")
_IN_MID_SENTENCE: Final = -3.0
_MOST_LINES: Final = 24


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each column its words, and how well they do there."""

    cells: tuple[tuple[Word, ...], ...]
    points: float

    def texts(self) -> tuple[str, ...]:
        """Return the cells as read."""
        return tuple(as_read(cell) for cell in self.cells)


def aligned(lines: Sequence[Line], roles: Sequence[Role | None], gazetteer: Gazetteer) -> Alignment:
    """Return the likeliest division of a row's lines into cells.

    Where that leaves a date without its year or a column without its words, the row may have been
    broken by the end of a page: then the second part is laid out over the columns once more.
    """
    words = words_of(lines)
    whole = _laid_out(words, roles, gazetteer)
    if not _is_torn(whole, roles) or len(lines) > _MOST_LINES:
        return whole
    torn = [_mended(words, number, roles, gazetteer) for number in range(1, len(lines))]
    return max([whole, *torn], key=lambda alignment: alignment.points)


def _is_torn(alignment: Alignment, roles: Sequence[Role | None]) -> bool:
    return any(
        role in DATED_ACTS and cell and not _has_year(cell)
        for role, cell in zip(roles, alignment.cells, strict=True)
    )


def _has_year(cell: Sequence[Word]) -> bool:
    spans = find_dates(as_clean(cell))
    return bool(spans) and all(not span.lacks_year for span in spans)


def _mended(
    words: Sequence[Word], number: int, roles: Sequence[Role | None], gazetteer: Gazetteer
) -> Alignment:
    """Lay out the lines before and after a break apart, and join the cells."""
    before = _laid_out([word for word in words if word.line < number], roles, gazetteer)
    rest = [word for word in words if word.line >= number]
    after = _laid_out(rest, roles, gazetteer, continues=True)
    cells = tuple((*one, *other) for one, other in zip(before.cells, after.cells, strict=True))
    points = before.points + after.points + _CONTINUED
    if as_clean([word for word in words if word.line < number]).endswith(_UNFINISHED):
        points += _IN_MID_SENTENCE
    mended = Alignment(cells, points)
    is_whole = _is_torn(before, roles) and not _is_torn(mended, roles)
    return Alignment(cells, points + _MADE_WHOLE) if is_whole else mended


def _laid_out(
    words: Sequence[Word],
    roles: Sequence[Role | None],
    gazetteer: Gazetteer,
    *,
    continues: bool = False,
) -> Alignment:
    """Return the division with the most points; every word is in one cell, in order."""
    kept, rest = words[:_MOST_WORDS], words[_MOST_WORDS:]
    guess = Guess(kept, gazetteer, of_organisations=_are_organisations(roles), continues=continues)
    count = len(kept)
    best = [0.0] + [IMPOSSIBLE] * count
    steps: list[list[int]] = []
    for role in roles:
        empty = 0.0 if continues else points_when_empty(role)
        best, begun = _with_column(best, role, guess, empty)
        steps.append(begun)
    if best[count] <= IMPOSSIBLE / 2:
        return _all_in_last(words, roles)
    cells: list[tuple[Word, ...]] = []
    end = count
    for begun in reversed(steps):
        cells.append(tuple(kept[begun[end] : end]))
        end = begun[end]
    cells.reverse()
    cells[-1] = (*cells[-1], *rest)
    return Alignment(tuple(cells), best[count])


def _with_column(
    before: list[float], role: Role | None, guess: Guess, empty: float
) -> tuple[list[float], list[int]]:
    """Return the best points for each number of words used, and where the column's cell begins."""
    best, begun = [points + empty for points in before], list(range(len(before)))
    for first, points in enumerate(before[:-1]):
        if points <= IMPOSSIBLE / 2:
            continue
        for end in range(first + 1, len(before)):
            gained = guess.points(role, first, end)
            if gained > IMPOSSIBLE and points + gained > best[end]:
                best[end], begun[end] = points + gained, first
    return best, begun


def _all_in_last(words: Sequence[Word], roles: Sequence[Role | None]) -> Alignment:
    """Keep words that fit no column together, where a person will see them."""
    party = roles.index(Role.PARTY) if Role.PARTY in roles else len(roles) - 1
    cells: list[tuple[Word, ...]] = [() for _role in roles]
    cells[party] = tuple(words)
    return Alignment(tuple(cells), IMPOSSIBLE)


def _are_organisations(roles: Sequence[Role | None]) -> bool:
    return Role.ACRONYM in roles or Role.GRADE in roles
