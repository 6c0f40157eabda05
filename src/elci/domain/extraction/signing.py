"""Where it was signed: one place, several, or one for each act."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.extraction.cleaning import one_line
from elci.domain.extraction.contents import is_place
from elci.domain.extraction.countries import is_country
from elci.domain.extraction.labels import read_label
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer

_LABELLED: Final = re.compile(r"(?P<label>[^:]{2,40}):\s*(?P<places>[^:]+?)(?=\s+\S+:|$)")
_BRACKETED: Final = re.compile(r"(?P<places>[^()]+)\((?P<label>[^()]+)\)")
_PARTING: Final = re.compile(
    r"\s*[/;|\n]\s*|\s+[-–—]\s+|\s+(?:ve|and|und|et|y|e|i|oraz|и|та|و)\s+", re.IGNORECASE
)
_HYPHEN: Final = re.compile(r"\s*[-–—]\s*")
_COMMA: Final = re.compile(r"\s*,\s*")
_MOST_PLACES: Final = 6


@dataclass(frozen=True, slots=True)
class SignPlaces:
    """Places of a row, and those that the cell gives to one kind of act."""

    row: tuple[str, ...] = ()
    by_act: tuple[tuple[ActKind, tuple[str, ...]], ...] = ()

    def of(self, kind: ActKind) -> tuple[str, ...]:
        """Return the places given to one kind of act."""
        return next((places for own, places in self.by_act if own is kind), ())


def sign_places(text: str, gazetteer: Gazetteer) -> SignPlaces:
    """Return the places of a cleaned cell, in its order.

    A hyphen parts places only where the parts are places and the whole is none.
    """
    line = one_line(text)
    row: list[str] = []
    by_act = []
    for label, places in _labelled(line):
        kind = read_label(label).kind if label else None
        divided = _divided(places, gazetteer)
        if kind is None:
            row += divided
        else:
            by_act.append((kind, divided))
    return SignPlaces(tuple(row[:_MOST_PLACES]), tuple(by_act))


def _labelled(line: str) -> Iterator[tuple[str, str]]:
    found = list(_LABELLED.finditer(line))
    if found and read_label(found[0]["label"]).kind is not None:
        yield from ((one["label"], one["places"]) for one in found)
        return
    bracketed = [one for one in _BRACKETED.finditer(line) if read_label(one["label"]).kind]
    if bracketed:
        yield from ((one["label"], one["places"]) for one in bracketed)
        return
    yield "", line


def _divided(text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    parts = [part for part in _PARTING.split(text.strip(" -–—/,;")) if part]
    divided: list[str] = []
    for part in parts:
        divided += _at_hyphens(part, gazetteer)
    return tuple(divided)


def _at_hyphens(text: str, gazetteer: Gazetteer) -> list[str]:
    for separator in (_HYPHEN, _COMMA):
        parts = [part for part in separator.split(text) if part]
        if len(parts) < 2 or gazetteer.has_name(fold(text)):
            continue
        if separator is _COMMA and is_country(parts[-1], gazetteer):
            continue
        if all(is_place(part, gazetteer) for part in parts):
            return parts
    return [text]
