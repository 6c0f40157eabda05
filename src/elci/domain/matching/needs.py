"""A need in a person's words, read into a filter, weights and fields of cooperation.

Everything that was understood is said again; so is every word that was not.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from elci.domain.matching.candidates import SMALLEST, TABLES, USUAL_SIZE
from elci.domain.matching.criteria import MOST_WEIGHT, Criterion
from elci.domain.matching.filtering import Level, PlaceFilter
from elci.domain.matching.saying import filled, number
from elci.domain.places.countries import country_by_name, country_keys
from elci.domain.places.folding import fold
from elci.domain.texts import Text
from elci.domain.vocabularies import CooperationField

LONGEST: Final = 300
_WORD: Final = re.compile(r"[0-9]+(?:[.,][0-9]{3})+|[\w'’-]*\w")
_NUMBER: Final = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+")
_LEAST: Final = frozenset(
    {"en az", "asgari", "at least", "over", "more than", "uzerinde", "ustunde"}
)
_MOST: Final = frozenset({"en cok", "en fazla", "at most", "under", "less than", "altinda"})
_STEM: Final = 4
"""A word of so many letters or more is found with any ending: "liman" in "limanı"."""
_LONGEST_PHRASE: Final = 5
_SAYING_NOTHING: Final = frozenset((TABLES / "silent.txt").read_text(encoding="utf-8").split())
"""Folded words that stand in many needs and say nothing of a place."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A way of saying something, and what it means."""

    kind: str
    value: str
    told: Text
    words: tuple[str, ...]
    """Folded."""
    source: Text | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """A part of a need as it was understood."""

    said: str
    """In the words of the person."""
    told: Text
    source: Text | None = None
    """Whose list of countries a region is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A need, read."""

    filter: PlaceFilter
    weights: Mapping[Criterion, float]
    """Only those that it raises."""
    fields: tuple[CooperationField, ...]
    """By these the board is searched: no data says which city is good at what."""
    understood: tuple[Understood, ...]
    not_understood: tuple[str, ...]


def read_need(text: str) -> Need:
    """Read a need; a text that says nothing gives a filter that leaves nothing out.

    >>> need = read_need("liman kenti, Balkanlar, ülkede ortağımız yok")
    >>> need.filter.coast, need.filter.new_country, "BG" in need.filter.countries
    (True, True, True)
    """
    reading = _Reading()
    words = _WORD.findall(text[:LONGEST])
    keys = [_key(word) for word in words]
    at = 0
    while at < len(words):
        taken = _take(reading, words, keys, at)
        if taken == 0 and keys[at] not in _SAYING_NOTHING:
            reading.not_understood.append(words[at])
        at += taken or 1
    return reading.need


class _Reading:
    """What was read so far."""

    def __init__(self) -> None:
        self.parts: dict[str, Any] = {}
        self.countries: set[str] = set()
        self.weights: dict[Criterion, float] = {}
        self.fields: list[CooperationField] = []
        self.understood: list[Understood] = []
        self.not_understood: list[str] = []

    @property
    def need(self) -> Need:
        parts = dict(self.parts)
        largest = parts.get("largest")
        if largest is not None and largest < parts.get("smallest", USUAL_SIZE):
            parts |= {"smallest": SMALLEST, "largest": max(largest, SMALLEST)}
        return Need(
            filter=PlaceFilter(countries=frozenset(self.countries), **parts),
            weights=MappingProxyType(self.weights),
            fields=tuple(dict.fromkeys(self.fields)),
            understood=tuple(self.understood),
            not_understood=tuple(dict.fromkeys(self.not_understood)),
        )

    def take(self, phrase: Phrase, said: str) -> None:
        match phrase.kind:
            case "coast":
                self.parts["coast"] = phrase.value == "yes"
            case "new_country":
                self.parts["new_country"] = True
            case "level":
                self.parts["level"] = Level(phrase.value)
            case "smallest" | "largest":
                self.parts[phrase.kind] = int(phrase.value)
            case "weight":
                self.weights[Criterion(phrase.value)] = MOST_WEIGHT
            case "field":
                self.fields.append(CooperationField(phrase.value))
            case "countries":
                self.countries.update(phrase.value.split(";"))
        self.understood.append(Understood(said, phrase.told, phrase.source))


def _take(reading: _Reading, words: Sequence[str], keys: Sequence[str], at: int) -> int:
    """Take the longest phrase that begins at a word; return of how many words it is."""
    for length in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
        said = " ".join(words[at : at + length])
        phrase = _phrase(keys[at : at + length]) or _size(keys[at : at + length], said)
        if phrase is not None:
            reading.take(phrase, said)
            return length
    return 0


def _phrase(keys: Sequence[str]) -> Phrase | None:
    for phrase in _phrases().get(len(keys), ()):
        if all(_is_form_of(key, word) for key, word in zip(keys, phrase.words, strict=True)):
            return phrase
    return _country(keys)


def _is_form_of(key: str, word: str) -> bool:
    return key == word or (len(word) >= _STEM and key.startswith(word))


def _country(keys: Sequence[str]) -> Phrase | None:
    """Return the country that words name, with any ending on the last of them."""
    joined = " ".join(keys)
    for name in (joined, joined.partition("'")[0]):
        match = country_by_name(name) if name in _country_names() else None
        if match is not None:
            codes = ";".join(country.code for country in match.countries)
            told = Text(
                *(", ".join(c.name_in(each) for c in match.countries) for each in ("tr", "en"))
            )
            return Phrase("countries", codes, told, tuple(keys))
    return None


@cache
def _country_names() -> frozenset[str]:
    return frozenset(country_keys())


def _size(keys: Sequence[str], said: str) -> Phrase | None:
    """Return the bound that "at least 100,000" or "en çok 50.000" sets."""
    found = _NUMBER.search(said)
    if found is None:
        return None
    before = " ".join(keys[:-1])
    people = int(re.sub(r"[.,]", "", found.group()))
    if before in _LEAST:
        return Phrase("smallest", str(people), _told(_AT_LEAST, people), tuple(keys))
    if before in _MOST:
        return Phrase("largest", str(people), _told(_AT_MOST, people), tuple(keys))
    return None


_AT_LEAST: Final = Text("en az {people} nüfus", "at least {people} people")
_AT_MOST: Final = Text("en çok {people} nüfus", "at most {people} people")


def _told(text: Text, people: int) -> Text:
    return filled(text, people=number(people))


def _key(word: str) -> str:
    return fold(word.partition("'")[0].partition("’")[0])


@cache
def _phrases() -> Mapping[int, list[Phrase]]:
    """Return the phrases by their number of words, longer words first."""
    found: dict[int, list[Phrase]] = {}
    for phrase in (*_words(), *_regions()):
        found.setdefault(len(phrase.words), []).append(phrase)
    return {
        length: sorted(phrases, key=lambda phrase: -len("".join(phrase.words)))
        for length, phrases in found.items()
    }


def _words() -> Iterator[Phrase]:
    for row in _rows("words.csv"):
        for said in row["words"].split(";"):
            told = Text(row["tr"], row["en"])
            yield Phrase(row["kind"], row["value"], told, tuple(map(fold, said.split())))


def _regions() -> Iterator[Phrase]:
    for region in regions():
        for said in region.names:
            words = tuple(map(fold, said.split()))
            value = ";".join(region.countries)
            yield Phrase("countries", value, region.name, words, region.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of the world that people speak of, as somebody's list of countries."""

    key: str
    name: Text
    names: tuple[str, ...]
    countries: tuple[str, ...]
    source: Text


@cache
def regions() -> tuple[Region, ...]:
    """Return the regions that a need may name, each with whose list it is."""
    return tuple(
        Region(
            key=row["key"],
            name=Text(row["tr"], row["en"]),
            names=tuple(row["also"].split(";")),
            countries=tuple(row["countries"].split(";")),
            source=Text(f"{row['source_tr']}, {row['year']}", f"{row['source_en']}, {row['year']}"),
        )
        for row in (*_rows("regions.csv"),)
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
