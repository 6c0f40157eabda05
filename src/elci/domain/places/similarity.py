"""Names that are written almost right: typing errors, and the same sound in other letters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from elci.domain.places.blocks import sound_of
from elci.domain.places.folding import fold

_TURKISH_SPELLING: Final = str.maketrans({"ç": "ch", "ş": "sh", "c": "j", "j": "zh", "ğ": "g"})

_SOUNDS_SHARE: Final = 0.35
LEAST_SIMILARITY: Final = 0.80
_MOST_CANDIDATES: Final = 12


@dataclass(frozen=True, slots=True)
class SimilarName:
    """A folded name of the gazetteer that is like the one asked for."""

    key: str
    similarity: float
    """0 to 1, from letters and sound together."""


def turkish_spelling(name: str) -> str:
    """Return the folded name as if its letters were read aloud in Turkish: "Cidde" is "jidde"."""
    return fold(name.replace("İ", "i").replace("I", "ı").lower().translate(_TURKISH_SPELLING))


def similar_names(
    texts: Sequence[str], names: Sequence[str], *, within: float = 1.0
) -> list[SimilarName]:
    """Return the names most like a text and those that are less so by `within`, best first.

    The first text is the name asked for, others are other spellings of it. Names equal to the
    first are left out, since an exact search has judged them already.
    """
    found: dict[str, float] = {}
    best = LEAST_SIMILARITY
    for asked in texts:
        for key, letters, _index in _close_in_letters(asked, names):
            likeness = _likeness(asked, key, letters, least=best - within)
            if key != texts[0] and likeness > found.get(key, 0.0):
                found[key] = likeness
                best = max(best, likeness)
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    close = [SimilarName(*pair) for pair in ranked if pair[1] >= best - within]
    return close[:_MOST_CANDIDATES]


def _close_in_letters(asked: str, names: Sequence[str]) -> list[tuple[str, float, int]]:
    process, jaro_winkler, _edits = _measures()
    found: list[tuple[str, float, int]] = process.extract(
        asked,
        names,
        scorer=jaro_winkler,
        score_cutoff=LEAST_SIMILARITY,
        limit=_MOST_CANDIDATES * 4,
    )
    return found


def similarity(one: str, other: str) -> float:
    """Return how alike two folded names are: letters, edits and sound, 0 to 1."""
    return _likeness(one, other, _measures()[1](one, other), least=0.0)


def _likeness(one: str, other: str, letters: float, *, least: float) -> float:
    """Return the similarity, or 0 where even the same sound would not bring it to the least."""
    _process, jaro_winkler, edits = _measures()
    written = (1 - _SOUNDS_SHARE) * (letters + edits(one, other)) / 2
    if written + _SOUNDS_SHARE < least:
        return 0.0
    return written + _SOUNDS_SHARE * jaro_winkler(sound_of(one), sound_of(other))


@cache
def _measures() -> tuple[Any, Callable[[str, str], float], Callable[[str, str], float]]:
    """Return what compares many names, and the two measures; exact names never need them."""
    from rapidfuzz import process  # noqa: PLC0415 - as above
    from rapidfuzz.distance import OSA, JaroWinkler  # noqa: PLC0415 - as above

    return process, JaroWinkler.similarity, OSA.normalized_similarity
