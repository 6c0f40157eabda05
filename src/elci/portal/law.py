"""What the pages of the law share: the packs on the shelf, addresses, anchors, languages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final
from urllib.parse import urlencode

from babel.core import get_global
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from elci.domain.law import labels, library
from elci.domain.law.answers import Question
from elci.domain.law.pack import Conditions, Pack
from elci.domain.law.words import (
    ACT,
    ASKED,
    BODY,
    COUNTERPART,
    Body,
    Counterpart,
    LegalAct,
    StepKind,
)
from elci.domain.texts import Text
from elci.foundation.templatetags.elci import reader_language

PACK: Final = "pack"
DATE: Final = "date"
_NOT_IN_AN_ANCHOR: Final = re.compile(r"[^A-Za-z0-9_.-]+")
_LANGUAGE_OF_LAW: Final = {"IN": "en", "PH": "en", "ZA": "en"}
"""Where statutes are not written in the language that most people speak."""
_FEW: Final = 3
_TOLD: Final = frozenset({StepKind.NOTIFICATION, StepKind.REGISTRATION})
_WORDS: Final[Mapping[str, Mapping[str, Text]]] = {
    ACT: {str(key): text for key, text in labels.ACTS.items()},
    BODY: {str(key): text for key, text in labels.BODIES.items()},
    COUNTERPART: {str(key): text for key, text in labels.COUNTERPARTS.items()},
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """A pack under one of its ids."""

    key: str
    pack: Pack
    context: Mapping[str, str]
    """What an alias answers of itself."""

    @property
    def name(self) -> str:
        """How a reader knows it; an alias with what it stands for."""
        own = spoken(self.pack.name)
        said = [
            spoken(labels.context_label(self.pack, facet, value))
            for facet, value in self.context.items()
        ]
        return f"{own} ({', '.join(said)})" if said else own


@cache
def shelves() -> Mapping[str, Shelf]:
    """Return every pack that is shipped, under its id and its aliases, Türkiye's first."""
    found: dict[str, Shelf] = {}
    for key in library.pack_ids():
        pack = library.pack(key)
        found[key] = Shelf(key, pack, library.NOTHING_STATED)
        for alias in pack.aliases:
            found[alias.id] = Shelf(alias.id, pack, alias.context)
    return found


def question(
    shelf: Shelf, *, act: LegalAct, body: Body, counterpart: Counterpart, on: date
) -> Question:
    """Return a question to a pack, with what its id says of the circumstances."""
    return Question(act=act, body=body, counterpart=counterpart, on=on, context=shelf.context)


def spoken(text: Text) -> str:
    """Return a text of a pack in the reader's language."""
    return text.in_language(reader_language())


def word_label(facet: str, word: str) -> str:
    """Return one of the closed words as it is read."""
    return spoken(_WORDS[facet][word])


def word_choices(facet: str) -> list[tuple[str, str]]:
    """Return the words of a facet with how they are read, in their own order."""
    return [(str(word), word_label(facet, str(word))) for word in ASKED[facet]]


def query_of(question: Question, pack_key: str) -> dict[str, str]:
    """Return a question as an address names it."""
    return {
        BODY: str(question.body),
        ACT: str(question.act),
        COUNTERPART: str(question.counterpart),
        DATE: question.on.isoformat(),
        PACK: pack_key,
        **question.context,
    }


def address_part(query: Mapping[str, str]) -> str:
    """Return a query as the part of an address behind its question mark."""
    return "?" + urlencode(query)


def anchor(kind: str, key: str) -> str:
    """Return the name under which a part of a pack stands on the pack's page."""
    return f"{kind}-{_NOT_IN_AN_ANCHOR.sub('-', key)}"


def language_of_law(jurisdiction: str) -> str:
    """Return the language in which the law of a country is written, as far as one can be told.

    >>> language_of_law("TR"), language_of_law("GR"), language_of_law("ZA")
    ('tr', 'el', 'en')
    """
    country = jurisdiction.partition("-")[0]
    likely = str(get_global("likely_subtags").get(f"und_{country}", "und"))
    return _LANGUAGE_OF_LAW.get(country, likely.partition("_")[0])


def organ_label(kind: StepKind) -> str:
    """Return what stands before the organ of a step."""
    return _("To whom") if kind in _TOLD else _("Who")


def condition_words(pack: Pack, conditions: Conditions) -> list[tuple[str, str]]:
    """Return for which cases something is meant: each facet with its words."""
    names = {ACT: pgettext("law", "Acts"), BODY: _("Bodies"), COUNTERPART: _("Counterparts")}
    found = []
    for facet, words in conditions.facets.items():
        if facet in names:
            found.append((names[facet], _listed(facet, words)))
        else:
            said = sorted(spoken(labels.context_label(pack, facet, word)) for word in words)
            found.append((spoken(labels.context_question(pack, facet)), "; ".join(said)))
    for facet, parameter in conditions.by_parameter.items():
        name = names.get(facet) or spoken(labels.context_question(pack, facet))
        found.append((name, spoken(pack.parameters[parameter].name)))
    return found


def _listed(facet: str, words: frozenset[str]) -> str:
    """Say the words of a facet; where almost all are meant, those that are not."""
    left_out = [word_label(facet, str(word)) for word in ASKED[facet] if word not in words]
    if not left_out:
        return _("every one")
    if len(left_out) <= _FEW < len(words):
        return _("all but: %(words)s") % {"words": "; ".join(left_out)}
    return "; ".join(word_label(facet, str(word)) for word in ASKED[facet] if word in words)
