"""Reviewed phrases of many languages, found in a text word by word."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from elci.domain.places.folding import fold

REVIEWED_PHRASES: Final = Path(__file__).parents[2] / "resources" / "extraction"
_BETWEEN_TERMS: Final = "|"
_SHORTEST_INSIDE: Final = 3
"""Letters below which a phrase counts only where it stands alone: "no", "do", "с"."""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a text: what it means, and the words it covers (``first <= n < end``)."""

    meaning: str
    first: int
    end: int


class Phrasebook:
    """Phrases with their meanings; a final ``*`` in one stands for any ending of its last word."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._meanings: dict[str, str] = {}
        self._beginnings: dict[str, str] = {}
        for meaning, phrase in phrases:
            where = self._beginnings if phrase.endswith("*") else self._meanings
            where.setdefault(fold(phrase), meaning)
        self._firsts = {phrase.split(" ", 1)[0] for phrase in self._meanings if phrase}
        self._longest = max((phrase.count(" ") + 1 for phrase in self._meanings), default=1)

    def meaning_of(self, text: str) -> str | None:
        """Return what the whole text means, or None; any case and accents.

        >>> Phrasebook([("city", "şehir")]).meaning_of("ŞEHİR")
        'city'
        """
        key = fold(text)
        return self._meanings.get(key) or self._by_beginning(key)

    def find(self, folded: str) -> tuple[Found, ...]:
        """Return the phrases in a folded text from left to right, the longest at each word."""
        return tuple(self._find(folded.split()))

    def _find(self, words: list[str]) -> Iterator[Found]:
        position = 0
        while position < len(words):
            found = self._at(words, position)
            if found is not None:
                yield found
            position = position + 1 if found is None else found.end

    def _at(self, words: list[str], first: int) -> Found | None:
        if words[first] in self._firsts:
            for end in range(min(len(words), first + self._longest), first, -1):
                phrase = " ".join(words[first:end])
                meaning = self._meanings.get(phrase)
                if meaning is not None and len(phrase) >= _SHORTEST_INSIDE:
                    return Found(meaning, first, end)
        meaning = self._by_beginning(words[first])
        return None if meaning is None else Found(meaning, first, first + 1)

    def _by_beginning(self, word: str) -> str | None:
        return next(
            (what for start, what in self._beginnings.items() if word.startswith(start)), None
        )

    def words(self) -> frozenset[str]:
        """Return every single word that occurs in a phrase."""
        return frozenset(word for phrase in self._meanings for word in phrase.split())


@cache
def phrases_of(table: str) -> tuple[tuple[str, str], ...]:
    """Return the (meaning, phrase) pairs of a reviewed table, in its order."""
    with (REVIEWED_PHRASES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return tuple(
            (meaning, phrase)
            for meaning, _language, terms in rows
            for phrase in terms.split(_BETWEEN_TERMS)
        )


@cache
def phrasebook(table: str) -> Phrasebook:
    """Return the phrasebook of a reviewed table: headers, acts, instruments, …"""
    return Phrasebook(phrases_of(table))


def meanings_in(table: str, text: str) -> tuple[str, ...]:
    """Return the different meanings in a text, in the order in which they first appear."""
    return tuple(dict.fromkeys(found.meaning for found in phrasebook(table).find(fold(text))))


def words_without(folded: str, found: Iterable[Found]) -> str:
    """Return a folded text without the words of the phrases found in it."""
    covered = {place for one in found for place in range(one.first, one.end)}
    return " ".join(word for place, word in enumerate(folded.split()) if place not in covered)


def as_mapping(table: str) -> Mapping[str, str]:
    """Return phrase to meaning as written in a table; the first of two equal phrases stays."""
    written: dict[str, str] = {}
    for meaning, phrase in phrases_of(table):
        written.setdefault(phrase, meaning)
    return written
