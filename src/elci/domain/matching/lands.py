"""Which country a label means: by code, by name, else by where its cities lie."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from scipy.spatial import cKDTree

from elci.domain.geography.world import shipped_world
from elci.domain.matching.cities import Cities, Floats, Numbers
from elci.domain.places.countries import all_countries, country_by_name

_STYLE: Final = re.compile(
    r"^(the |kingdom of (the )?|(federal )?republic of (the )?)", re.IGNORECASE
)
_MOST: Final = 0.6
"""So large a part of a label's cities must lie by cities of a country."""

_ENOUGH: Final = 100
_RIGHT: Final = 0.8


def countries_of(labels: Sequence[str], cities: Cities) -> tuple[str, ...]:
    """Return the code of each city's country; the label itself where nothing tells which it is."""
    codes = {label: _named(label) for label in set(labels)}
    unknown = [label for label, code in codes.items() if code is None]
    near = _nearest(cities) if unknown else ()
    for label in unknown:
        codes[label] = _most(
            [code for each, code in zip(labels, near, strict=True) if each == label]
        )
    return tuple(codes[label] or label for label in labels)


def _named(label: str) -> str | None:
    """Return the code of a country given by code or by name; None where that names none."""
    if label.upper() in all_countries() or not label:
        return label.upper()
    for name in (label, _STYLE.sub("", label)):
        match = country_by_name(name)
        if match is not None and len(match.countries) == 1:
            return match.countries[0].code
    return None


def _nearest(cities: Cities) -> list[str]:
    """Return the country of the nearest city that the package knows; empty without a position."""
    shipped = shipped_world()
    known = Cities(
        (), (), shipped.countries, shipped.coordinates[:, 0], shipped.coordinates[:, 1], _NOBODY
    )
    placed = np.flatnonzero(np.isfinite(cities.positions).all(axis=1))
    found = [""] * len(cities)
    _, rows = cKDTree(known.positions).query(cities.positions[placed])
    for city, row in zip(placed.tolist(), rows.tolist(), strict=True):
        found[city] = shipped.countries[row]
    return found


_NOBODY: Final[Floats] = np.zeros(0, dtype=np.float32)


def _most(codes: list[str]) -> str | None:
    """Return the code that most of the cities of a label have."""
    code, times = Counter(codes).most_common(1)[0]
    return code if code and times >= _MOST * len(codes) else None


def told_by_numbers(known: Cities, ids: Sequence[str]) -> tuple[str, ...]:
    """Return countries of cities of which only the id is known; empty where that tells nothing.

    GeoNames numbers places country by country, so that the next numbers tell the country. Whether
    these ids are such numbers is found out from the known cities: four of five must be told right.
    """
    placed = [(int(key), code) for key, code in _numbered(known) if code]
    if len(placed) < _ENOUGH:
        return ("",) * len(ids)
    placed.sort()
    numbers, codes = np.asarray([number for number, _ in placed]), [code for _, code in placed]
    beside = [
        codes[at - 1] == code or codes[min(at + 1, len(codes) - 1)] == code
        for at, code in enumerate(codes)
    ]
    if np.mean(beside) < _RIGHT:
        return ("",) * len(ids)
    return tuple(codes[_closest(numbers, int(key))] if key.isdecimal() else "" for key in ids)


def _numbered(cities: Cities) -> Iterator[tuple[str, str]]:
    pairs = zip(cities.ids, cities.countries, strict=True)
    return ((key, code) for key, code in pairs if key.isdecimal())


def _closest(numbers: Numbers, number: int) -> int:
    after = min(int(np.searchsorted(numbers, number)), len(numbers) - 1)
    before = max(after - 1, 0)
    return before if number - numbers[before] < numbers[after] - number else after
