"""Places by the first letters of a name, for pickers that answer while one types."""

import math
from collections.abc import Iterator, Mapping
from typing import Final

from elci.domain.places.folding import fold, repair_turkish_pdf
from elci.domain.places.gazetteer import Gazetteer, Place
from elci.domain.places.kinds import NameKind, PlaceKind

_LONGEST_HEAD: Final = 3
_KIND_STEP: Final = {
    PlaceKind.CITY: 0.0,
    PlaceKind.DISTRICT: 0.0,
    PlaceKind.REGION: -1.5,
    PlaceKind.COUNTRY: -2.0,
}
_WHOLE_NAME: Final = 2.0
"""Points for a name typed to its end: a place a hundred times as populous."""
_NAME_STEP: Final = {
    NameKind.TAGGED: -1.0,
    NameKind.UNTAGGED: -1.5,
    NameKind.TRANSLITERATED: -2.5,  # unless the prefix is in another script itself
    NameKind.DERIVED: -0.5,
}
_OWN_LANGUAGE: Final = {"tr": NameKind.TURKISH, "en": NameKind.ENGLISH}
_OWN_LANGUAGE_STEP: Final = 0.3
_LAST_LATIN: Final = "\u024f"


def search(
    gazetteer: Gazetteer,
    prefix: str,
    *,
    country: str | None = None,
    limit: int = 10,
    language: str = "tr",
) -> tuple[Place, ...]:
    """Return the most important places with a name that begins so; none for an empty prefix.

    Names in `language` come before others of the same importance.
    """
    key = fold(repair_turkish_pdf(prefix))
    if not key:
        return ()
    weighed: dict[int, float] = {}
    steps = _steps_for(prefix, language)
    for index, weight in _weighed(gazetteer, key, steps, country=country):
        weighed[index] = max(weight, weighed.get(index, -math.inf))
    ordered = sorted(weighed, key=lambda index: (-weighed[index], index))
    return tuple(gazetteer.place_at(index) for index in ordered[:limit])


def _steps_for(prefix: str, language: str) -> Mapping[NameKind, float]:
    steps = dict(_NAME_STEP)
    if any(character > _LAST_LATIN and character.isalpha() for character in prefix):
        steps[NameKind.TRANSLITERATED] = 0.0
    if language in _OWN_LANGUAGE:
        steps[_OWN_LANGUAGE[language]] = _OWN_LANGUAGE_STEP
    return steps


def _weighed(
    gazetteer: Gazetteer, key: str, steps: Mapping[NameKind, float], *, country: str | None
) -> Iterator[tuple[int, float]]:
    if country is not None:
        all_names, _indexes = gazetteer.names_in_country(country.upper())
        names = {name for name in all_names if name.startswith(key)}
    elif len(key) > _LONGEST_HEAD:
        names = set(gazetteer.names_beginning(key))
    else:
        # Short beginnings fit too many names to weigh them all: the builder has chosen.
        yield from ((index, _weight(gazetteer, index)) for index in gazetteer.heads.get(key, ()))
        names = {key}
    for name in sorted(names):
        for index, kind in gazetteer.named(name):
            if country is None or gazetteer.row(index).country == country.upper().encode():
                whole = _WHOLE_NAME * (name == key)
                yield index, _weight(gazetteer, index) + steps.get(kind, 0.0) + whole


def _weight(gazetteer: Gazetteer, index: int) -> float:
    importance = gazetteer.row(index).importance
    return math.log10(importance + 1) + _KIND_STEP[gazetteer.kind_at(index)]
