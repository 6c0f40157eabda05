"""Country names in the cells of lists: alone, inside a name, in any language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from elci.domain.extraction.words import phrasebook
from elci.domain.places.countries import CountryNameKind, country_by_name
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.places.kinds import NameKind, PlaceKind
from elci.domain.places.wording import without_wrappers

_COUNT: Final = re.compile(
    r"\s*(?:[(\[]\s*[0-9]{1,4}\s*\D{0,20}[)\]]|[:–-]\s*[0-9]{1,4}\s*\D{0,12})\s*$"
)
_BRACKETS: Final = re.compile(r"^(?P<outside>[^()\[\]]+)[(\[](?P<inside>[^()\[\]]+)[)\]]?$")
_PARTS: Final = re.compile(r"\s*[/,;|:]\s*|\s+[-–—]\s+|(?<=\w)[–—](?=\w)")
_OWNED: Final = re.compile(
    r"(?P<country>[^'’]{3,40})['’]n?[ıiuü]n\s+(?P<name>.+?)(?:\s+ile)?", re.IGNORECASE
)
"""In Turkish: "Almanya'nın Neuss şehri ile"."""
_LONGEST_COUNTRY: Final = 4
_LONGEST_NAME: Final = 80
_WIDE_BODIES: Final = {"region", "province", "county"}


@dataclass(frozen=True, slots=True)
class NamedCountry:
    """A name with the country that was written beside it."""

    name: str
    country: str
    """As written."""


def is_country(text: str, gazetteer: Gazetteer) -> bool:
    """Whether the text is the name of a country or of a region that lists write in its place.

    Codes count only in capitals; a name that a city also has counts.
    """
    return len(text) <= _LONGEST_NAME and _is_country(text.strip(" ()[]-–—,;:/"), gazetteer)


@lru_cache(maxsize=8192)
def _is_country(text: str, gazetteer: Gazetteer) -> bool:
    if phrasebook("countries").meaning_of(text) is not None:
        return True
    match = country_by_name(text)
    if match is not None:
        return match.kind is not CountryNameKind.CODE or (text.isupper() and text.isascii())
    key = fold(text)
    if any(_names_country(gazetteer, index, kind) for index, kind in gazetteer.named(key)):
        return True
    parts = [part for part in re.split(r"\s*[/(),]\s*|\s+-\s+", text) if part]
    if len(parts) > 1:
        # A region with its state, as in "Tataristan / Rusya Federasyonu".
        named = [country_by_name(part) is not None for part in parts]
        is_pair = len(parts) == 2 and ":" not in text
        return all(named) or (is_pair and named[-1] and _may_be_region(parts[0], gazetteer))
    bare = without_wrappers(key).text
    return bare != key and country_by_name(bare) is not None


def _may_be_region(part: str, gazetteer: Gazetteer) -> bool:
    """Whether a text beside a state may be its region: no known place, and no municipality."""
    governed = phrasebook("bodies").find(fold(part))
    return not (part[:1].islower() or gazetteer.has_name(fold(part))) and all(
        found.meaning in _WIDE_BODIES for found in governed
    )


def _names_country(gazetteer: Gazetteer, index: int, kind: NameKind) -> bool:
    return kind <= NameKind.TAGGED and gazetteer.kind_at(index) is PlaceKind.COUNTRY


def country_written(text: str) -> str:
    """Return what to search a country by: the code of a name known here, else the text.

    >>> country_written("Großbritannien"), country_written("(Makedonya) -")
    ('GB', 'Makedonya')
    """
    bare = text.strip(" ()[]-–—,;:/")
    return phrasebook("countries").meaning_of(bare) or bare


def country_heading(text: str, gazetteer: Gazetteer) -> str | None:
    """Return the country that a heading names, without the number of its cities.

    A name that is also an important city's is a heading all the same: ask only of a row that
    holds nothing else.
    """
    bare = _COUNT.sub("", text).strip(" :.-–*")
    return bare if bare and is_country(bare, gazetteer) else None


def country_in_name(text: str, gazetteer: Gazetteer) -> NamedCountry | None:
    """Return name and country of "Vác (Macaristan)", "Krefeld, Germany" or "Almanya Krefeld"."""
    for name, country in _divisions(text):
        alone = name and (_stands_alone(name) or gazetteer.has_name(fold(name)))
        if alone and country and is_country(country, gazetteer):
            return NamedCountry(name, country)
    return None


def _stands_alone(name: str) -> bool:
    """Whether a name without its country is still a name, and not just "belediyesi"."""
    return without_wrappers(f"x {fold(name)}").text != "x"


def _divisions(text: str) -> Iterator[tuple[str, str]]:
    bracketed = _BRACKETS.match(text)
    if bracketed is not None:
        outside, inside = bracketed["outside"].strip(), bracketed["inside"].strip()
        yield outside, inside
        yield inside, outside
    owned = _OWNED.fullmatch(text)
    if owned is not None:
        yield owned["name"], owned["country"]
    parts = [part for part in _PARTS.split(text) if part]
    if len(parts) > 1:
        yield text[: text.rindex(parts[-1])].strip(" /,;|:-–—"), parts[-1]
        yield text[text.index(parts[0]) + len(parts[0]) :].strip(" /,;|:-–—"), parts[0]
    yield from _word_divisions(text)


def _word_divisions(text: str) -> Iterator[tuple[str, str]]:
    words = text.split()
    for length in range(min(_LONGEST_COUNTRY, len(words) - 1), 0, -1):
        first, last = " ".join(words[:length]), " ".join(words[-length:])
        if len(first) > 3:
            yield " ".join(words[length:]), first
        if len(last) > 3:
            yield " ".join(words[:-length]), last
