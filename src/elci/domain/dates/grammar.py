"""The phrases in which people write dates, as patterns over folded text."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, TypeVar

from elci.domain.dates.words import WORDS, folded, months_by_name, seasons_by_name

Relation = Literal["before", "after", "between"]
_Kind = TypeVar("_Kind", bound=str)

_NOTE: Final = r"(?P<note> \([^()]*\))?"
# Two years with a dash; whole decades and centuries are caught before.
_YEARS_APART: Final = r"(?P<x>[0-9]{4}) ?- ?(?P<y>[0-9]{4})"
_RELATIONS: Final[dict[str, tuple[tuple[Relation, str], ...]]] = {
    "tr": (
        ("between", rf"{_YEARS_APART}(?:(?: yillari)? aras(?:i|inda))?"),
        ("between", r"(?P<x>.+?) (?:ile|ve) (?P<y>.+) aras(?:i|inda)"),
        ("before", rf"(?P<x>.+?)(?: yilindan| senesinden|'?[dt][ae]n){_NOTE} once"),
        ("before", r"(?P<x>.+) oncesi(?:nde)?"),
        ("after", rf"(?P<x>.+?)(?: yilindan| senesinden|'?[dt][ae]n){_NOTE} sonra"),
        ("after", r"(?P<x>.+) sonrasi(?:nda)?"),
    ),
    "en": (
        ("between", _YEARS_APART),
        ("between", r"between (?P<x>.+?) and (?P<y>.+)"),
        ("before", r"(?:before|prior to) (?P<x>.+)"),
        ("after", r"after (?P<x>.+)"),
    ),
}
_MARKS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "tr": (
        ("~", r"(?:yaklasik(?: olarak)?|tahminen|takriben) (?P<x>.+)"),
        ("~", r"(?P<x>.+) (?:civari|dolaylari)(?:nda)?"),
        ("?", r"(?:muhtemelen|belki) (?P<x>.+)"),
        ("", r"(?P<x>.+[0-9])'?[dt][ae]"),
        ("", r"(?P<x>.+[0-9]) (?:yili|yillari)(?:nda)?"),
        ("", r"(?P<x>.+[0-9]) senesi(?:nde)?"),
        ("", r"(?P<x>.+[a-z]) ayi(?:nda)?"),
    ),
    "en": (
        ("~", r"(?:about |around |circa |approximately |approx\.? )(?P<x>.+)"),
        ("~", r"ca?(?:\. ?| |(?=[0-9]))(?P<x>.+)"),
        ("?", r"(?:probably|possibly|perhaps) (?P<x>.+)"),
        ("", r"(?:in|on|the|in the) (?P<x>.+)"),
    ),
}
_DECADES: Final[dict[str, tuple[str, ...]]] = {
    "tr": (r"([0-9]{3}0)'?l[ae]r(?:d[ae])?", r"([0-9]{3}0)'?l[iu] yillar(?:da)?"),
    "en": (r"([0-9]{3}0)'?s",),
}
_MARKS_OF_NO_LANGUAGE: Final = (("~", r"~ ?(?P<x>.+)"), ("?", r"(?P<x>.+?) ?(?:\?|\(\?\))"))


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that is read in some languages together; patterns expect folded text."""

    months: dict[str, int]
    seasons: dict[str, int]
    unknown: frozenset[str]
    relations: tuple[tuple[Relation, re.Pattern[str]], ...]
    marks: tuple[tuple[str, re.Pattern[str]], ...]
    """What stands around a date, with what it says: ``~``, ``?``, a part not known, or nothing."""
    decades: tuple[re.Pattern[str], ...]


@cache
def grammar_of(languages: tuple[str, ...]) -> Grammar:
    """Return the merged grammar; raises ``KeyError`` for a language without words."""
    months: dict[str, int] = {}
    seasons: dict[str, int] = {}
    unknown = {"?"}
    for language in languages:
        months |= months_by_name(language)
        seasons |= seasons_by_name(language)
        words = WORDS[language]
        unknown |= {folded(said) for said in (words.unknown, *words.unknown_read)}
    return Grammar(
        months,
        seasons,
        frozenset(unknown),
        _compiled([pair for language in languages for pair in _RELATIONS[language]]),
        _compiled([pair for language in languages for pair in _marks(language)]),
        tuple(re.compile(text) for language in languages for text in _DECADES[language]),
    )


def _marks(language: str) -> list[tuple[str, str]]:
    words = WORDS[language]
    notes = (
        ("?", words.uncertain),
        ("month", words.month_unknown),
        ("day", words.day_unknown),
        ("month and day", words.month_and_day_unknown),
    )
    noted = [(mark, rf"(?P<x>.+) \({re.escape(folded(note))}\)") for mark, note in notes]
    return [*noted, *_MARKS_OF_NO_LANGUAGE, *_MARKS[language]]


def _compiled(pairs: list[tuple[_Kind, str]]) -> tuple[tuple[_Kind, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(text)) for kind, text in pairs)
