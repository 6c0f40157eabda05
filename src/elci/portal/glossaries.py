"""The field's words, with their equivalents in other languages."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from babel import Locale
from django.utils.translation import gettext as _

from elci.agreements.choices import (
    INSTRUMENT_DEFINITIONS,
    STANDING_DEFINITIONS,
    InstrumentChoice,
    StandingChoice,
)
from elci.domain.acts.kinds import Standing
from elci.domain.vocabularies import Instrument
from elci.foundation.templatetags.elci import reader_language

_TERMS: Final = Path(__file__).resolve().parent.parent / "resources" / "terms.csv"


@dataclass(frozen=True, slots=True)
class Equivalents:
    """Words of one language for the same thing."""

    language: str
    language_name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A word with its printed definition and its equivalents."""

    key: str
    label: str
    definition: str
    equivalents: tuple[Equivalents, ...] = ()


def instrument_entries() -> list[GlossaryEntry]:
    """Return the instruments, each with its words in every language on record."""
    return [
        GlossaryEntry(
            instrument.value,
            str(InstrumentChoice(instrument).label),
            str(INSTRUMENT_DEFINITIONS[instrument]),
            _equivalents(instrument.value),
        )
        for instrument in Instrument
    ]


def standing_entries() -> list[GlossaryEntry]:
    """Return the standings with their definitions."""
    return [
        GlossaryEntry(
            standing.value,
            str(StandingChoice(standing).label),
            str(STANDING_DEFINITIONS[standing]),
        )
        for standing in Standing
    ]


def field_entries() -> list[GlossaryEntry]:
    """Return words of the field that are no instrument."""
    return [
        GlossaryEntry(
            "concept",
            _("city diplomacy"),
            _("How local governments run their relations abroad."),
            _equivalents("concept"),
        ),
        GlossaryEntry(
            "cross_border_pair",
            _("cross-border pair"),
            _("Two towns on either side of a border that work as one."),
            _equivalents("cross_border_pair"),
        ),
    ]


def _equivalents(key: str) -> tuple[Equivalents, ...]:
    reader = Locale(reader_language())
    return tuple(
        Equivalents(language, reader.languages.get(language, language), tuple(words))
        for language, words in _terms().get(key, {}).items()
    )


@cache
def _terms() -> Mapping[str, Mapping[str, Sequence[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    with _TERMS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["means"], {}).setdefault(row["language"], []).append(row["term"])
    return MappingProxyType(found)
