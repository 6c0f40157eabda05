"""How well some words of a row would do as the cell of a column: the points of an alignment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Final

from elci.domain.extraction.contents import is_place
from elci.domain.extraction.countries import is_country
from elci.domain.extraction.datespans import find_dates, plain
from elci.domain.extraction.roles import DATED_ACTS, Role
from elci.domain.extraction.signing import sign_places
from elci.domain.extraction.standings import read_marker, without_marks
from elci.domain.extraction.streams import Word, as_clean
from elci.domain.extraction.words import phrasebook, phrases_of
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer

IMPOSSIBLE: Final = -1e9
_LONGEST_COUNTRY: Final = 7
_LONGEST_TYPED: Final = 12
_LINE_START: Final = 0.6
_MIXED: Final = 0.8
_EMPTY: Final = {
    Role.NUMBER: -2.0,
    Role.PARTY: -8.0,
    Role.COUNTRY: -3.0,
    Role.ACRONYM: -3.0,
    Role.GRADE: -2.0,
    Role.UNITS: -1.0,
    Role.PLACE: -0.5,
    **dict.fromkeys(DATED_ACTS, -1.5),
    Role.DATE: -2.5,
}


def points_when_empty(role: Role | None) -> float:
    """Return the (negative) points of a column that gets no words."""
    return 0.0 if role is None else _EMPTY.get(role, 0.0)


@dataclass(slots=True)
class Guess:
    """Points for words ``first <= n < end`` of one row, remembered while it is aligned."""

    words: Sequence[Word]
    gazetteer: Gazetteer
    of_organisations: bool
    _dated: list[bool] = field(init=False)
    _mixed: list[tuple[int, int]] = field(init=False)
    _known: dict[tuple[Role | None, int, int], float] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._dated = _dated(self.words)
        self._mixed = [_languages(word) for word in self.words]

    def points(self, role: Role | None, first: int, end: int) -> float:
        """Return how well the words would do as a cell of that role."""
        key = (role, first, end)
        if key not in self._known:
            self._known[key] = self._points(role, first, end)
        return self._known[key]

    def _points(self, role: Role | None, first: int, end: int) -> float:
        scorer = _SCORERS.get(role, Guess.any_text) if role is not None else Guess.any_text
        scored = scorer(self, first, end)
        if scored == IMPOSSIBLE:
            return scored
        return scored + (_LINE_START if self.words[first].begins_line else 0.0)

    def text(self, first: int, end: int) -> str:
        """Return the words on one line."""
        return as_clean(self.words[first:end])

    def _dates_within(self, first: int, end: int) -> int:
        return sum(self._dated[first:end])

    def _mixture(self, first: int, end: int) -> float:
        turkish = sum(pair[0] for pair in self._mixed[first:end])
        english = sum(pair[1] for pair in self._mixed[first:end])
        return _MIXED * min(turkish, english)

    def any_text(self, first: int, end: int) -> float:
        """Anything, though dates belong elsewhere."""
        return -0.05 * (end - first) - 3.0 * self._dates_within(first, end)

    def number(self, first: int, end: int) -> float:
        """A running number, or a mark in its place, and nothing else."""
        if end - first > 2:
            return IMPOSSIBLE
        text = self.text(first, end)
        if end - first == 1 and text.strip("(.):-–—").isdecimal():
            return 3.0
        return 3.0 if read_marker(text) is not None else IMPOSSIBLE

    def country(self, first: int, end: int) -> float:
        """A country, the longer the better; an unknown text only if nothing else will do."""
        length = end - first
        if length > _LONGEST_COUNTRY or self._dates_within(first, end):
            return IMPOSSIBLE
        if is_country(self.text(first, end), self.gazetteer):
            return 3.0 + 1.5 * length
        return -1.0 - length

    def date(self, first: int, end: int) -> float:
        """Dates with the words that belong to them, and no other word."""
        if not self._is_date(first, end):
            return IMPOSSIBLE
        spans = find_dates(self.text(first, end))
        whole = [span for span in spans if span.date is not None]
        return 4.0 + 0.5 * (end - first) if whole else 1.0 if spans else IMPOSSIBLE

    def _is_date(self, first: int, end: int) -> bool:
        last = self.words[end - 1].clean
        if not (last[-1:].isdigit() or last.endswith((")", ".")) or _is_date_word(last)):
            return False
        if last.endswith(":"):
            return False
        return self._bracketed_words_known(first, end)

    def _bracketed_words_known(self, first: int, end: int) -> bool:
        depth = 0
        for word in self.words[first:end]:
            depth += word.clean.count("(") - word.clean.count(")")
            inside = depth > 0 or ")" in word.clean
            if not (_is_date_word(word.clean) or (inside and _is_tie_word(word.folded))):
                return False
        return depth == 0

    def party(self, first: int, end: int) -> float:
        """A name; better if a place has it, and worse with every date in it."""
        length = end - first
        spoiled = 4.0 * self._dates_within(first, end) + self._mixture(first, end)
        if self.of_organisations:
            return 1.0 - 0.02 * length - spoiled
        known = 2.0 if is_place(self.text(first, end), self.gazetteer) else 0.0
        return known - 0.3 * (length - 1) - spoiled

    def place(self, first: int, end: int) -> float:
        """One or more places; a label before them is allowed."""
        text = self.text(first, end)
        length = end - first
        if self._dates_within(first, end) or length > _LONGEST_TYPED:
            return -4.0 * length
        signed = sign_places(text, self.gazetteer)
        named = [*signed.row, *(place for _kind, places in signed.by_act for place in places)]
        known = [
            is_place(name, self.gazetteer) or is_country(name, self.gazetteer) for name in named
        ]
        return 2.0 + 0.2 * length if known and all(known) else -0.5 * length

    def grade(self, first: int, end: int) -> float:
        """Words for a seat."""
        length = end - first
        known = phrasebook("grades").meaning_of(self.text(first, end)) is not None
        return 3.0 + length if known else -1.0 * length - 3.0 * self._dates_within(first, end)

    def status(self, first: int, end: int) -> float:
        """Words for a standing."""
        if end - first > _LONGEST_TYPED:
            return IMPOSSIBLE
        return 3.0 if read_marker(self.text(first, end)) is not None else -1.0 * (end - first)

    def instrument(self, first: int, end: int) -> float:
        """Words for a kind of tie."""
        length = end - first
        text, _marks = without_marks(self.text(first, end))
        known = phrasebook("instruments").meaning_of(text) is not None
        return 3.0 + 0.5 * length if known else -0.5 * length - 3.0 * self._dates_within(first, end)

    def acronym(self, first: int, end: int) -> float:
        """Capitals, or a name in one language that begins with capitals."""
        words = self.words[first:end]
        if self._dates_within(first, end) or not words[0].clean[:1].isupper():
            return -4.0
        turkish = sum(pair[0] for pair in self._mixed[first:end])
        begins = 3.0 if len(words[0].clean) > 1 and words[0].clean.isupper() else 0.5
        return begins - 0.3 * (len(words) - 1) - turkish

    def units(self, first: int, end: int) -> float:
        """Names of offices; the words for them tell."""
        folded = " ".join(word.folded for word in self.words[first:end])
        offices = sum(folded.count(word) for word in ("mudurl", "baskanl", "department", "amt"))
        return min(offices, 3) * 1.0 - 3.0 * self._dates_within(first, end)


def _dated(words: Sequence[Word]) -> list[bool]:
    """Return which words are dates, or a day and a month without their year."""
    dated = [bool(find_dates(word.clean)) for word in words]
    for place, (one, other) in enumerate(pairwise(words)):
        if one.clean[:1].isdecimal() and find_dates(f"{one.clean} {other.clean}"):
            dated[place] = dated[place + 1] = True
    return dated


Scorer = Callable[[Guess, int, int], float]


_SCORERS: Final[dict[Role, Scorer]] = {
    Role.NUMBER: Guess.number,
    Role.COUNTRY: Guess.country,
    Role.PARTY: Guess.party,
    Role.HOST: Guess.place,
    Role.PLACE: Guess.place,
    Role.GRADE: Guess.grade,
    Role.STATUS: Guess.status,
    Role.INSTRUMENT: Guess.instrument,
    Role.ACRONYM: Guess.acronym,
    Role.UNITS: Guess.units,
    **dict.fromkeys(DATED_ACTS, Guess.date),
}


def _languages(word: Word) -> tuple[int, int]:
    """Return 1 and 0 for a Turkish word, 0 and 1 for an English one."""
    known = phrasebook("words").meaning_of(word.clean)
    has_turkish_letters = any(letter in "çğışöüÇĞİŞÖÜ" for letter in word.clean)
    turkish = known == "tr" or (known is None and has_turkish_letters)
    return int(turkish), int(known == "en")


@cache
def _words_beside_dates() -> frozenset[str]:
    tables = ("acts", "months", "date_words")
    return frozenset(
        word
        for table in tables
        for _meaning, phrase in phrases_of(table)
        for word in fold(phrase).split()
    )


@cache
def _tie_words() -> frozenset[str]:
    return phrasebook("instruments").words()


def _is_date_word(text: str) -> bool:
    bare = plain(text).strip("()[]:,;./-–@'")
    if not bare or find_dates(text) or (bare.isdecimal() and len(bare) <= 4):
        return True
    return all(word in _words_beside_dates() or word.isdecimal() for word in fold(bare).split())


def _is_tie_word(folded: str) -> bool:
    return all(word in _tie_words() for word in folded.split())
