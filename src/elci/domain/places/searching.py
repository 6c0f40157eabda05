"""Places by the first letters of a name, for pickers that answer while one types."""

import math
from collections.abc import Iterator
from typing import Final

from elci.domain.places.folding import fold, repair_turkish_pdf
from elci.domain.places.gazetteer import Gazetteer, Place
from elci.domain.places.kinds import NameKind, PlaceKind

_LONGEST_HEAD: Final = 3
_KIND_STEP: Final = {
    PlaceKind.CITY: 0.0,
    PlaceKind.DISTRICT: 0.0,
    PlaceKind.REGION: -1.0,
    PlaceKind.COUNTRY: -2.0,
}
_WHOLE_NAME: Final = 2.0
"""Points for a name typed to its end: a place a hundred times as populous."""
_NAME_STEP: Final = {
    NameKind.TAGGED: -1.5,
    NameKind.UNTAGGED: -2.5,
    NameKind.TRANSLITERATED: -2.5,
    NameKind.DERIVED: -0.5,
}
_OWN_LANGUAGE: Final = {"tr": NameKind.TURKISH, "en": NameKind.ENGLISH}
_OWN_LANGUAGE_STEP: Final = 0.3


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
    for index, weight in _weighed(gazetteer, key, country=country, language=language):
        weighed[index] = max(weight, weighed.get(index, -math.inf))
    ordered = sorted(weighed, key=lambda index: (-weighed[index], index))
    return tuple(gazetteer.place_at(index) for index in ordered[:limit])


def _weighed(
    gazetteer: Gazetteer, key: str, *, country: str | None, language: str
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
        for index, step in _steps(gazetteer, name, is_whole=name == key, language=language):
            if country is None or gazetteer.row(index).country == country.upper().encode():
                yield index, _weight(gazetteer, index) + step


def _steps(
    gazetteer: Gazetteer, name: str, *, is_whole: bool, language: str
) -> Iterator[tuple[int, float]]:
    for index, kind in gazetteer.named(name):
        step = _NAME_STEP.get(kind, 0.0) + _WHOLE_NAME * is_whole
        yield index, step + _OWN_LANGUAGE_STEP * (_OWN_LANGUAGE.get(language) is kind)


def _weight(gazetteer: Gazetteer, index: int) -> float:
    importance = gazetteer.row(index).importance
    return math.log10(importance + 1) + _KIND_STEP[gazetteer.kind_at(index)]
