"""The last resort of a resolution: names that are only like the one asked for."""

from collections.abc import Iterator
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
from elci.domain.places.folding import fold
from elci.domain.places.ranking import rank
from elci.domain.places.readings import Reading, readings, scope_for
from elci.domain.places.reasons import ReasonCode, reason
from elci.domain.places.similarity import (
    SimilarName,
    names_near,
    similar_names,
    turkish_spelling,
)

_CLOSE_ENOUGH: Final = 0.95
"""Similarity from which a misspelt name with a country passes without a person."""
_SHORTEST: Final = 6
"""Letters below which a likeness says too little to pass, or to search the whole world."""
_LEAST: Final = 0.78
"""Likeness below which the best name is offered to a person but is no answer."""
_LEAST_ANYWHERE: Final = 0.88
_STEP: Final = 0.04
"""How much less alike a name may be to still be a rival."""
_MOST_READINGS: Final = 4


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
    guesses = list(_guesses(query))
    closest = max((guess.name.similarity for guess in guesses), default=0.0)
    return [guess for guess in guesses if guess.name.similarity >= closest - _STEP]


def _guesses(query: Query) -> Iterator[_Guess]:
    for reading in islice(_readings_to_compare(query), _MOST_READINGS):
        named = ((name, replace(reading, key=name.key)) for name in _names_like(query, reading.key))
        ranked = (
            (name, alike, rank(query.gazetteer, alike, query.scope, language=query.language))
            for name, alike in named
        )
        yield from (
            _Guess(name, Found(alike, query.scope, ranking))
            for name, alike, ranking in ranked
            if ranking is not None
        )


def _readings_to_compare(query: Query) -> Iterator[Reading]:
    seen = set()
    for reading in readings(query.name):
        if reading.key and reading.key not in seen and scope_for(reading, query.scope) is not None:
            seen.add(reading.key)
            yield reading


def _names_like(query: Query, key: str) -> list[SimilarName]:
    spoken = turkish_spelling(query.name) if key == fold(query.name) else key
    if query.scope.countries:
        return [
            name
            for code in query.scope.countries
            for name in similar_names(key, spoken, query.gazetteer.names_in_country(code)[0])
        ]
    if len(key) < _SHORTEST:
        return []
    near = list(names_near(query.gazetteer, key, spoken))
    similar = similar_names(key, spoken, near)
    return [name for name in similar if name.similarity >= _LEAST_ANYWHERE]


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
