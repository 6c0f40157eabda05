"""Whether a name means the same place in whatever case and form it is written."""

import random
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from elci.domain.places.gazetteer import Gazetteer, Place
from elci.domain.places.resolution import resolve

SEED: Final = 2019
SAMPLE: Final = 1_500
LEAST_POPULATION: Final = 20_000


def _turkish_upper(name: str) -> str:
    return name.replace("i", "İ").replace("ı", "I").upper()


def _turkish_lower(name: str) -> str:
    return name.replace("I", "ı").replace("İ", "i").lower()


def _form(form: str) -> Callable[[str], str]:
    return lambda name: unicodedata.normalize(form, name)  # type: ignore[arg-type]  # a form's name


WRITINGS: Final[dict[str, Callable[[str], str]]] = {
    "capitals": str.upper,
    "small letters": str.lower,
    "Turkish capitals": _turkish_upper,
    "Turkish small letters": _turkish_lower,
    "NFC": _form("NFC"),
    "NFD": _form("NFD"),
    "NFKC": _form("NFKC"),
    "NFKD in Turkish capitals": lambda name: _form("NFKD")(_turkish_upper(name)),
    "spaces around and between": lambda name: f"  {name.replace(' ', '   ')}  ",
}


def invariance(gazetteer: Gazetteer) -> Iterator[str]:
    """Yield for each writing how many names keep their answer, with and without their country."""
    names = _names(gazetteer)
    plain = {case: _answer(gazetteer, *case) for case in names}
    for writing, write in WRITINGS.items():
        changed = [
            (name, country)
            for (name, country), answer in plain.items()
            if _answer(gazetteer, write(name), country) != answer
        ]
        same = len(plain) - len(changed)
        shown = f"  such as {changed[0]}" if changed else ""
        yield f"{writing:26} {100 * same / len(plain):6.2f}% of {len(plain)}{shown}"


def _names(gazetteer: Gazetteer) -> list[tuple[str, str | None]]:
    big = [
        index
        for index in range(len(gazetteer))
        if gazetteer.row(index).population >= LEAST_POPULATION
    ]
    chosen = random.Random(SEED).sample(big, SAMPLE)  # noqa: S311 - a sample that repeats
    places = [gazetteer.place_at(index) for index in chosen]
    return [case for place in places for case in _cases(place)]


def _cases(place: Place) -> Iterator[tuple[str, str | None]]:
    for name in dict.fromkeys((place.name, place.name_in("tr"))):
        yield name, place.country
        yield name, None


def _answer(gazetteer: Gazetteer, name: str, country: str | None) -> tuple[str | None, bool]:
    found = resolve(gazetteer, name, country=country)
    return None if found.place is None else found.place.id, found.auto
