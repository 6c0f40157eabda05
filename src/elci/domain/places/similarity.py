"""Names that are written almost right: typing errors, and the same sound in other letters."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer

_SOUNDS: Final = (
    (re.compile("tsch|tch|tsh"), "ch"),
    (re.compile("sch|sz|sj"), "sh"),
    (re.compile("cz|tj"), "ch"),
    (re.compile("dzh|dsch|dj|zh"), "j"),
    (re.compile("ph"), "f"),
    (re.compile("ck|q|kk"), "k"),
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("c(?!h)"), "k"),
    (re.compile("x"), "ks"),
    (re.compile("w"), "v"),
    (re.compile("ou|oo"), "u"),
    (re.compile("ee|ie|ij|y"), "i"),
    (re.compile("(?<=[a-z])h"), ""),
    (re.compile(r"([a-z])\1"), r"\1"),
)
_TURKISH_SPELLING: Final = str.maketrans({"ç": "ch", "ş": "sh", "c": "j", "j": "zh", "ğ": "g"})

_SOUNDS_SHARE: Final = 0.35
LEAST_SIMILARITY: Final = 0.80
_MOST_CANDIDATES: Final = 12
_SHORTEST_BEGINNING: Final = 2


@dataclass(frozen=True, slots=True)
class SimilarName:
    """A folded name of the gazetteer that is like the one asked for."""

    key: str
    similarity: float
    """0 to 1, from letters and sound together."""


def turkish_spelling(name: str) -> str:
    """Return the folded name as if its letters were read aloud in Turkish: "Cidde" is "jidde"."""
    return fold(name.replace("İ", "i").replace("I", "ı").lower().translate(_TURKISH_SPELLING))


@lru_cache(maxsize=65536)
def sound_of(key: str) -> str:
    """Return a rough spelling by sound, the same for most romanisations of one name."""
    for pattern, letters in _SOUNDS:
        key = pattern.sub(letters, key)
    return key


def similar_names(query: str, spoken: str, names: Iterable[str]) -> list[SimilarName]:
    """Return the names most like the query, best first.

    `spoken` is the query in Turkish spelling; names equal to the query are left out, since
    an exact search has judged them already.
    """
    from rapidfuzz import process  # noqa: PLC0415 - exact names never need it
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415 - as above

    found: dict[str, float] = {}
    for asked in dict.fromkeys((query, spoken)):
        close = process.extract(
            asked,
            names,
            scorer=JaroWinkler.similarity,
            score_cutoff=LEAST_SIMILARITY,
            limit=_MOST_CANDIDATES * 4,
        )
        for key, *_ in close:
            if key != query:
                found[key] = max(found.get(key, 0.0), similarity(asked, key))
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return [SimilarName(*pair) for pair in ranked[:_MOST_CANDIDATES]]


def similarity(one: str, other: str) -> float:
    """Return how alike two folded names are: letters, edits and sound, 0 to 1."""
    from rapidfuzz.distance import OSA, JaroWinkler  # noqa: PLC0415 - as above

    letters = JaroWinkler.similarity(one, other)
    edits = OSA.normalized_similarity(one, other)
    sound = JaroWinkler.similarity(sound_of(one), sound_of(other))
    return (1 - _SOUNDS_SHARE) * (letters + edits) / 2 + _SOUNDS_SHARE * sound


def names_near(gazetteer: Gazetteer, query: str, spoken: str) -> Iterator[str]:
    """Yield the names of the whole gazetteer that begin like the query does."""
    beginnings = {text[:_SHORTEST_BEGINNING] for text in (query, spoken)}
    for beginning in sorted(beginnings):
        if len(beginning) == _SHORTEST_BEGINNING and beginning[1] != " ":
            yield from gazetteer.names_beginning(beginning)
