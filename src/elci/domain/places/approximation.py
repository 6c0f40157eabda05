"""The last resort of a resolution: names that are only like the one asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from elci.domain.places.answers import (
    SURE,
    Found,
    Query,
    Resolution,
    candidates_of,
    reasons_for,
)
from elci.domain.places.blocks import blocks_farther, blocks_near
from elci.domain.places.folding import fold, is_latin
from elci.domain.places.ranking import rank
from elci.domain.places.readings import Reading, all_readings, scope_for
from elci.domain.places.reasons import ReasonCode, reason
from elci.domain.places.similarity import SimilarName, similar_names, turkish_spelling

_CLOSE_ENOUGH: Final = 0.95
"""Similarity from which a misspelt name with a country passes without a person."""
_SHORTEST: Final = 6
"""Letters below which a likeness says too little to pass, or to search the whole world."""
_LEAST: Final = 0.78
"""Likeness below which the best name is offered to a person but is no answer."""
_LEAST_ANYWHERE: Final = 0.88
_NEAR: Final = 0.9
"""Likeness of a name with one letter wrong: then only the letters need comparing."""
_STEP: Final = 0.04
"""How much less alike a name may be to still be a rival."""
_MOST_READINGS: Final = 4
_BEGINNING: Final = 4


@dataclass(frozen=True, slots=True)
class _Guess:
    name: SimilarName
    found: Found

    @property
    def index(self) -> int:
        return self.found.ranking.best.index

    def value(self) -> float:
        """Likeness; half a step for each place ten times as important."""
        return self.name.similarity + _STEP / 2 * self.found.ranking.best.strength


def similar_answer(query: Query) -> Resolution | None:
    """Return the place whose name is most like the one asked for, or None."""
    guesses = _close_guesses(query)
    if not guesses:
        return None
    best = max(guesses, key=_Guess.value)
    has_rival = any(guess.index != best.index for guess in guesses)
    clear = not has_rival and best.found.ranking.share >= SURE
    return _answer(query, best, clear=clear)


def _close_guesses(query: Query) -> list[_Guess]:
    """Return the most similar names' places, down to one step below the most similar."""
    named = [
        (reading, name)
        for reading in islice(_readings_to_compare(query), _MOST_READINGS)
        for name in _names_like(query, reading.key)
    ]
    closest = max((name.similarity for _reading, name in named), default=0.0)
    close = [pair for pair in named if pair[1].similarity >= closest - _STEP]
    guesses = (_guess(query, reading, name) for reading, name in close)
    return [guess for guess in guesses if guess is not None]


def _guess(query: Query, reading: Reading, name: SimilarName) -> _Guess | None:
    alike = replace(reading, key=name.key)
    ranking = rank(query.gazetteer, alike, query.scope, language=query.language)
    return None if ranking is None else _Guess(name, Found(alike, query.scope, ranking))


def _readings_to_compare(query: Query) -> Iterator[Reading]:
    seen = set()
    for reading in all_readings(query.name):
        if reading.key and reading.key not in seen and scope_for(reading, query.scope) is not None:
            seen.add(reading.key)
            yield reading


def _names_like(query: Query, key: str) -> list[SimilarName]:
    """Return the similar names; those that are farther only where none is near."""
    spoken = turkish_spelling(query.name) if key == fold(query.name) else key
    has_country = bool(query.scope.countries)
    if not has_country and len(key) < _SHORTEST:
        return []
    texts = tuple(dict.fromkeys((key, spoken)))
    names = _names_sharing(query, texts, {block for text in texts for block in blocks_near(text)})
    if all(name.similarity < _NEAR for name in names):
        names += _farther_names(query, texts)
    least = 0.0 if has_country else _LEAST_ANYWHERE
    return [name for name in names if name.similarity >= least]


def _farther_names(query: Query, texts: tuple[str, ...]) -> list[SimilarName]:
    """Return the names two letters apart in a country, and those that begin alike anywhere.

    In the whole world too many names are two letters apart. Names that came from another script
    have no blocks, so whoever writes in one is shown what begins alike.
    """
    has_country = bool(query.scope.countries)
    blocks = {block for text in texts for block in blocks_farther(text)} if has_country else set()
    begin_alike: list[str] = []
    if not has_country or not is_latin(query.name):
        begin_alike = query.gazetteer.names_beginning(texts[0][:_BEGINNING])
    return _names_sharing(query, texts, blocks, begin_alike)


def _names_sharing(
    query: Query, texts: tuple[str, ...], blocks: set[str], others: Sequence[str] = ()
) -> list[SimilarName]:
    countries: tuple[str | None, ...] = query.scope.countries or (None,)
    return [
        name
        for country in countries
        for name in similar_names(
            texts, [*query.gazetteer.names_sharing(blocks, country), *others], within=_STEP
        )
    ]


def _answer(query: Query, best: _Guess, *, clear: bool) -> Resolution:
    name, ranking = best.name, best.found.ranking
    score = round(name.similarity * (0.95 if clear else 0.85), 3)
    like = reason(ReasonCode.SIMILAR_NAME, name=name.key, percent=round(100 * name.similarity))
    candidates = candidates_of(query, ranking, score)
    if name.similarity < _LEAST:
        not_found = reason(ReasonCode.NOT_FOUND)
        return Resolution(None, 0.0, auto=False, reasons=(not_found,), candidates=candidates)
    passes = name.similarity >= _CLOSE_ENOUGH and len(name.key) >= _SHORTEST
    return Resolution(
        place=query.gazetteer.place_at(best.index),
        score=score,
        auto=clear and passes and bool(query.scope.countries),
        reasons=(like, *reasons_for(query, best.found)[1:]),
        candidates=candidates,
    )
