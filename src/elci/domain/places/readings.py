"""The ways in which a written name, and the country beside it, can be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from elci.domain.places.countries import (
    CountryMatch,
    CountryNameKind,
    all_countries,
    country_by_name,
    country_keys,
)
from elci.domain.places.folding import fold, repair_turkish_pdf
from elci.domain.places.kinds import PlaceKind
from elci.domain.places.wording import without_wrappers

_BRACKETS: Final = re.compile(r"^(?P<outside>[^()\[\]]+)[(\[](?P<inside>[^()\[\]]+)[)\]]?\s*$")
_PARTS: Final = re.compile(r"\s*[/,;|]\s*|\s+[-–—]\s+")
_REGION_BEFORE: Final = re.compile("(?P<region>.+?) (?:ili|vilayeti|eyaleti) (?P<rest>.+)")
"""As in "Adana İli Aladağ İlçesi", after folding."""
_LONGEST_COUNTRY_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look: the countries meant, and the region if one was named in their place."""

    countries: tuple[str, ...] = ()
    """Alpha-2 codes; none means anywhere."""
    region: str | None = None
    former_name: str | None = None
    not_known: str | None = None
    """Country text that names no country."""

    def joined_with(self, other: "Scope") -> "Scope":
        """Return what both allow; where they contradict each other, what either allows."""
        shared = tuple(code for code in self.countries if code in other.countries)
        return Scope(
            countries=shared or (*self.countries, *other.countries),
            region=self.region or other.region,
            former_name=self.former_name or other.former_name,
            not_known=self.not_known or other.not_known,
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name: the key to look up and what stands around it."""

    key: str
    context: str = ""
    """Folded text beside the name that may say where it lies."""
    hint: PlaceKind | None = None
    left_out_words: bool = False
    country_in_name: CountryMatch | None = None


def scope_of(country: str | None, country_name: str | None) -> Scope:
    """Return where to look, from a code and from text as lists write it.

    The text may hold a region in a state, as "Tataristan / Rusya Federasyonu" does.
    """
    scope = Scope(countries=(country.upper(),)) if country else Scope()
    if country_name is None or not fold(country_name):
        return scope
    named = _scope_of_text(country_name)
    if scope.countries:
        return replace(named, countries=scope.countries)
    return named


@lru_cache(maxsize=4096)
def _scope_of_text(text: str) -> Scope:
    text = repair_turkish_pdf(text)
    whole = _named_country(text)
    if whole is not None:
        return _scope_of_match(whole)
    scope = Scope()
    for part in re.split(r"[/,;()\-–]", text):
        match = _named_country(part)
        if match is not None:
            scope = scope.joined_with(_scope_of_match(match))
    return scope if scope.countries else _scope_of_similar(text)


def _named_country(text: str) -> CountryMatch | None:
    return country_by_name(text) or country_by_name(without_wrappers(fold(text)).text)


def _scope_of_similar(text: str) -> Scope:
    from rapidfuzz import process  # noqa: PLC0415 - only misspelt countries need it
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415 - as above

    similar = process.extractOne(
        fold(text), country_keys(), scorer=JaroWinkler.similarity, score_cutoff=0.92
    )
    match = country_by_name(similar[0]) if similar else None
    return Scope(not_known=text) if match is None else _scope_of_match(match)


def _scope_of_match(match: CountryMatch) -> Scope:
    return Scope(
        countries=tuple(country.code for country in match.countries),
        region=match.region,
        former_name=match.name if match.kind is CountryNameKind.FORMER else None,
    )


def readings(name: str) -> Iterator[Reading]:
    """Yield the readings of a name, the most literal first; each may repeat an earlier key."""
    whole = fold(name)
    yield Reading(whole)
    yield from _unwrapped(Reading(whole))
    if bracketed := _BRACKETS.match(_without_body_after_brackets(name)):
        outside, inside = fold(bracketed["outside"]), fold(bracketed["inside"])
        yield from _with_unwrapped(outside, inside)
        yield from _with_unwrapped(inside, outside)
    yield from _parts(name)
    if region := _REGION_BEFORE.match(whole):
        yield Reading(f"{region['region']} {without_wrappers(region['rest']).text}")
        yield from _with_unwrapped(region["rest"], region["region"])
    yield from _without_country(whole)


@lru_cache(maxsize=64)
def all_readings(name: str) -> tuple[Reading, ...]:
    """Return all readings, for those who will not stop at the first that leads somewhere."""
    return tuple(readings(name))


def _without_body_after_brackets(name: str) -> str:
    """Return "İstanköy (Kos)" of "İstanköy (Kos) Belediyesi"."""
    inside, bracket, after = name.rpartition(")")
    is_body = bool(bracket) and without_wrappers(f"x {fold(after)}").text == "x"
    return f"{inside})" if is_body else name


def _parts(name: str) -> Iterator[Reading]:
    parts = [part for part in map(fold, _PARTS.split(name)) if part]
    if len(parts) > 1:
        yield from _with_unwrapped(parts[0], " ".join(parts[1:]))
        yield from _with_unwrapped(parts[-1], " ".join(parts[:-1]))


def _with_unwrapped(key: str, context: str) -> Iterator[Reading]:
    if key:
        reading = Reading(key, context)
        yield reading
        yield from _unwrapped(reading)


def _unwrapped(reading: Reading) -> Iterator[Reading]:
    unwrapped = without_wrappers(reading.key)
    if unwrapped.text != reading.key:
        yield replace(reading, key=unwrapped.text, hint=unwrapped.hint, left_out_words=True)


def _without_country(whole: str) -> Iterator[Reading]:
    words = whole.split()
    for length in range(min(_LONGEST_COUNTRY_WORDS, len(words) - 1), 0, -1):
        for country, rest in (
            (words[:length], words[length:]),
            (words[-length:], words[:-length]),
        ):
            match = country_by_name(" ".join(country))
            if match is not None and match.kind is not CountryNameKind.CODE:
                reading = Reading(" ".join(rest), country_in_name=match)
                yield reading
                yield from _unwrapped(reading)


def scope_for(reading: Reading, scope: Scope) -> Scope | None:
    """Return where to look for a reading; None if it contradicts the country given."""
    match = reading.country_in_name
    if match is None:
        return scope
    named = _scope_of_match(match)
    if scope.countries and not set(named.countries) & set(scope.countries):
        return None
    return named.joined_with(scope)


def neutral_country_name(codes: tuple[str, ...], language: str = "en") -> str:
    """Return the names of the countries for a sentence."""
    countries = all_countries()
    return ", ".join(countries[code].name_in(language) for code in codes if code in countries)
