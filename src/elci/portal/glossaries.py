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
from elci.domain.law.labels import VERDICTS
from elci.domain.law.words import Verdict
from elci.domain.vocabularies import Instrument
from elci.foundation.templatetags.elci import reader_language
from elci.portal import law

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


def law_entries() -> list[GlossaryEntry]:
    """Return the words in which the law answers, with what each means here."""
    meanings = {
        Verdict.PROHIBITED: _("The law forbids the act on that day; no permit can allow it."),
        Verdict.NO_POWER: _(
            "The law gives the body no power for this act, or gives it to somebody else; no permit "
            "can make up for that."
        ),
        Verdict.PERMIT: _("An authority has to agree before the act is done."),
        Verdict.CONSULT: _("An authority is asked for its opinion beforehand; the body decides."),
        Verdict.NOTIFY: _("An authority has to be told, before or after; it need not agree."),
        Verdict.FREE: _(
            "The text asks for neither a permit of central government nor a notice to it. A "
            "decision of the council may still be needed."
        ),
        Verdict.NOT_MODELLED: _(
            "The rules held here do not cover the case or the day. It does not mean that the act "
            "is free."
        ),
    }
    entries = [
        GlossaryEntry(verdict.value, law.spoken(VERDICTS[verdict]), meaning)
        for verdict, meaning in meanings.items()
    ]
    contested = _(
        "The law can be read in more than one way; each reading is shown with its ground."
    )
    return [*entries, GlossaryEntry("contested", _("contested"), contested)]


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
