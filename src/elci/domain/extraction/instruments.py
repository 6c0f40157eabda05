"""What kind of tie a text names: a cell, the name of a table, a heading."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from elci.domain.extraction.words import meanings_in, phrasebook, words_without
from elci.domain.places.folding import fold
from elci.domain.vocabularies import Instrument

_LISTS: Final = frozenset(
    fold(word) for word in ("list", "liste", "lista", "elenco", "listado", "seznam", "список")
)
_PLURALS: Final = tuple(
    map(
        fold,
        (
            *(
                "cities",
                "towns",
                "twinnings",
                "partnerstädte",
                "partnergemeinden",
                "partnerschaften",
            ),
            *("städtepartnerschaften", "villes", "jumelages", "ciudades", "hermanamientos"),
            *("gemellaggi", "gemellate", "города", "побратимы", "miasta", "mesta", "zustersteden"),
            *("testvérvárosok", "şehirler", "kentler", "belediyeler", "ilçeler", "المدن"),
        ),
    )
)
"""How words for several twin towns begin."""


@lru_cache(maxsize=4096)
def instruments_in(text: str) -> tuple[Instrument, ...]:
    """Return the kinds of tie that a text names, in the order in which it names them.

    >>> instruments_in("MUTABAKAT ZAPTI/İYİ NİYET MEKTUPLARI")
    (<Instrument.MEMORANDUM: 'memorandum'>, <Instrument.GOODWILL_LETTER: 'goodwill_letter'>)
    """
    return tuple(Instrument(meaning) for meaning in meanings_in("instruments", text))


def tie_of_header(words: str) -> tuple[Instrument, ...]:
    """Return the kinds of tie that a header names, in words or as a property: "twin", "P190"."""
    said = phrasebook("variables").meaning_of(words)
    return instruments_in(words) if said is None else (Instrument(said),)


def names_only_ties(text: str) -> bool:
    """Whether a text names kinds of tie and nothing else: "Twin towns and sister cities"."""
    folded = fold(text)
    left = words_without(folded, phrasebook("instruments").find(folded))
    left = words_without(left, phrasebook("date_words").find(left))
    return bool(instruments_in(text)) and all(len(word) < 3 for word in left.split())


def tie_in_front(text: str) -> tuple[str, str]:
    """Return the kind of tie that stands before a colon, and what comes after it; else nothing.

    >>> tie_in_front("Kardeş şehirler: Köln, Bonn")
    ('Kardeş şehirler', 'Köln, Bonn')
    """
    front, colon, rest = text.partition(":")
    if not colon or not rest.strip() or not names_only_ties(front):
        return "", ""
    return front.strip(), rest.strip()


def names_several_ties(text: str) -> bool:
    """Whether a text speaks of twin towns, not of one: "Города-побратимы", not "Partnerstadt"."""
    return any(word.startswith(_PLURALS) for word in fold(text).split())


def words_after_tie(text: str) -> str:
    """Return the folded words after a kind of tie that a text begins with; else nothing.

    Words such as "list of" may stand before it.
    """
    folded = fold(text)
    words = folded.split()
    found = phrasebook("instruments").find(folded)
    first = found[0].first if found else len(words)
    if first > 0 and not (first < len(words) and words[0] in _LISTS):
        return ""
    return " ".join(words[found[0].end :] or words[:1]) if found else ""


def words_before_tie(text: str) -> str:
    """Return the folded words before a kind of tie that a text ends with; else nothing."""
    folded = fold(text)
    words = folded.split()
    found = phrasebook("instruments").find(folded)
    ends = bool(found) and found[-1].end == len(words)
    return " ".join(words[: found[0].first]) if ends else ""


def first_named(texts: Iterable[str]) -> tuple[str, tuple[Instrument, ...]]:
    """Return the first text that names a kind of tie, and the kinds it names."""
    for text in texts:
        named = instruments_in(text)
        if named:
            return text, named
    return "", ()
