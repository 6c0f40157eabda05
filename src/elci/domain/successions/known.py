"""Successions that the law has made, from a reviewed table with a source for each."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from elci.domain.dates import PartialDate
from elci.domain.places.folding import fold
from elci.domain.successions.chain import GOES_ON, SuccessionKind

REVIEWED_TABLE: Final = (
    Path(__file__).parents[2] / "resources" / "organisations" / "successions.csv"
)
_BETWEEN_NAMES: Final = "|"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBody:
    """A body that the table names."""

    country: str
    kind: str
    """A key of the register's kinds of bodies."""
    name_tr: str
    name_en: str
    place: str
    """The gazetteer's key of the place that it governs; empty where the gazetteer has none."""
    also: tuple[str, ...]
    """What lists call it besides, where that can be no other body."""

    @property
    def names(self) -> frozenset[str]:
        """Every name, folded."""
        return frozenset(fold(name) for name in (self.name_tr, self.name_en, *self.also))

    def name_in(self, language: str) -> str:
        """Return the Turkish name for "tr", the English one for any other language."""
        return self.name_tr if language == "tr" else self.name_en


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSuccession:
    """A succession with the text that made it."""

    body: KnownBody
    successor: KnownBody
    since: PartialDate
    kind: SuccessionKind
    source_tr: str
    source_en: str


@cache
def known_successions() -> tuple[KnownSuccession, ...]:
    """Return the table, in its order."""
    with REVIEWED_TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(map(_read, csv.DictReader(file)))


def successions_of(name: str, country: str | None = None) -> tuple[KnownSuccession, ...]:
    """Return what became of the body that a name means, in a country where that is known."""
    return _of_country(_by_name().get(fold(name), ()), country)


def successions_into(name: str, country: str | None = None) -> tuple[KnownSuccession, ...]:
    """Return the bodies that go on in the one that a name means; see ``successions_of``."""
    return _of_country(_by_successor().get(fold(name), ()), country)


def _of_country(
    found: Iterable[KnownSuccession], country: str | None
) -> tuple[KnownSuccession, ...]:
    return tuple(each for each in found if country in {None, each.body.country})


@cache
def _by_name() -> Mapping[str, list[KnownSuccession]]:
    found: dict[str, list[KnownSuccession]] = {}
    for each in known_successions():
        for name in each.body.names:
            found.setdefault(name, []).append(each)
    return found


@cache
def _by_successor() -> Mapping[str, list[KnownSuccession]]:
    found: dict[str, list[KnownSuccession]] = {}
    for each in known_successions():
        for name in each.successor.names if each.kind in GOES_ON else ():
            found.setdefault(name, []).append(each)
    return found


def _read(row: Mapping[str, str]) -> KnownSuccession:
    return KnownSuccession(
        body=_body(row, "body"),
        successor=_body(row, "successor"),
        since=PartialDate.parse(row["since"]),
        kind=SuccessionKind(row["kind"]),
        source_tr=row["source_tr"],
        source_en=row["source_en"],
    )


def _body(row: Mapping[str, str], side: str) -> KnownBody:
    also = row[f"{side}_also"]
    return KnownBody(
        country=row["country"],
        kind=row[f"{side}_kind"],
        name_tr=row[f"{side}_tr"],
        name_en=row[f"{side}_en"],
        place=row[f"{side}_place"],
        also=tuple(also.split(_BETWEEN_NAMES)) if also else (),
    )
