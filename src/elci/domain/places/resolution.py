"""From a written name to a place: scored, with reasons, and never a silent guess."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from elci.domain.places.answers import (
    Candidate,
    Found,
    Query,
    Resolution,
    answer,
    as_written,
    country_of,
)
from elci.domain.places.approximation import similar_answer
from elci.domain.places.folding import fold, repair_turkish_pdf
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.places.kinds import PlaceKind
from elci.domain.places.ranking import rank
from elci.domain.places.readings import Reading, Scope, all_readings, scope_for, scope_of
from elci.domain.places.reasons import Reason, ReasonCode, reason
from elci.domain.places.similarity import similarity

__all__ = ["Candidate", "Resolution", "resolve"]

_IDENTIFIER: Final = re.compile(
    r"[0-9]{4,8}|[A-Z]{2}[-.][A-Z0-9]{1,8}|TR-district:.+/.+|[A-Z]{2}-town:.+"
)
_WIDE: Final = {PlaceKind.COUNTRY, PlaceKind.REGION}
_CLOSER_THAN_ELSEWHERE: Final = 0.86
"""Score from which a similar name in the country beats the same name in another."""
_IMPORTANT_ELSEWHERE: Final = 10_000
_MUCH_LARGER: Final = 1.3
"""Points from which the larger of two places in one name is shown when they do not agree."""
_ALMOST: Final = 0.9
"""Likeness from which words in brackets are a place's other name, misspelt or transliterated."""
_DOUBT: Final = 0.7
_OTHER_COUNTRY: Final = 0.6


def resolve(
    gazetteer: Gazetteer,
    name: str,
    *,
    country: str | None = None,
    country_name: str | None = None,
    language: str = "tr",
) -> Resolution:
    """Return the place that a name in a list most likely means.

    Tried in order: identifier, name in the country, other name in the country, region, similar
    name in the country, same name elsewhere. `country` is an alpha-2 code, `country_name` the
    text of the list, which may be old, short or that of a region. Case and Unicode form of
    the text make no difference to the answer.
    """
    repaired = repair_turkish_pdf(name)
    scope = _scope(gazetteer, country, country_name)
    query = Query(gazetteer, repaired, scope, language)
    resolution = _by_identifier(query) or _by_name(query) or _by_likeness(query)
    notes = tuple(_notes(query, name))
    return replace(resolution, reasons=resolution.reasons + notes) if notes else resolution


def _scope(gazetteer: Gazetteer, country: str | None, country_name: str | None) -> Scope:
    """Return where to look; the gazetteer knows countries and regions in more languages."""
    scope = scope_of(country, country_name)
    if scope.not_known is None:
        return scope
    reading = Reading(fold(scope.not_known), hint=PlaceKind.REGION)
    ranking = rank(gazetteer, reading, replace(scope, not_known=None), language="")
    if ranking is None or ranking.best.kind not in _WIDE:
        return scope
    place = gazetteer.place_at(ranking.best.index)
    region = place.id if place.kind is PlaceKind.REGION else None
    return Scope(countries=(place.country,), region=region)


def _notes(query: Query, name: str) -> Iterator[Reason]:
    if query.name != name:
        yield reason(ReasonCode.LETTERS_REPAIRED, name=query.name)
    if query.scope.not_known is not None:
        yield reason(ReasonCode.COUNTRY_NOT_KNOWN, name=query.scope.not_known)


def _by_identifier(query: Query) -> Resolution | None:
    value = query.name.strip()
    index = query.gazetteer.index_of(value) if _IDENTIFIER.fullmatch(value) else None
    if index is None:
        return None
    place = query.gazetteer.place_at(index)
    because = reason(ReasonCode.IDENTIFIER, value=value)
    in_scope = not query.scope.countries or place.country in query.scope.countries
    return Resolution(place, 1.0, in_scope, (because,), (Candidate(place, 1.0),))


def _by_name(query: Query) -> Resolution | None:
    doubtful: list[Found] = []
    for found in _exact(query):
        if not found.reading.context or found.ranking.best.context_agrees:
            return answer(query, found)
        doubtful.append(found)
    return _doubtful_answer(query, doubtful) if doubtful else None


def _exact(query: Query) -> Iterator[Found]:
    """Yield the readings that lead to places in scope, the most literal first."""
    tried = set()
    for reading in _readings(query.name):
        scope = scope_for(reading, query.scope)
        if scope is None or not reading.key or (reading.key, reading.context) in tried:
            continue
        tried.add((reading.key, reading.context))
        written = "" if query.name.isascii() else as_written(query.name, reading.key)
        ranking = rank(query.gazetteer, reading, scope, language=query.language, written=written)
        if ranking is not None:
            yield Found(reading, scope, ranking)


def _readings(name: str) -> Iterator[Reading]:
    """Yield the name as it stands, which mostly is enough, then every reading."""
    yield Reading(fold(name))
    yield from all_readings(name)


def _doubtful_answer(query: Query, doubtful: list[Found]) -> Resolution:
    """Answer a name whose parts do not agree: its first part, or the much larger place."""
    chosen = doubtful[0]
    largest = max(doubtful, key=lambda found: found.ranking.best.strength)
    if largest.ranking.best.strength - chosen.ranking.best.strength > _MUCH_LARGER:
        chosen = largest
    context = chosen.reading.context
    if _is_like_its_name(query, chosen):
        agrees = reason(ReasonCode.CONTEXT_AGREES, name=as_written(query.name, context))
        told = answer(query, chosen)
        return replace(told, reasons=(*told.reasons, agrees))
    # "Stari Grad, Saraybosna": what stands before the place that was found is a part of it.
    is_larger = fold(query.name).startswith(context)
    code = ReasonCode.LARGER_PLACE_ONLY if is_larger else ReasonCode.CONTEXT_NOT_USED
    note = reason(code, name=as_written(query.name, context))
    return _lowered(answer(query, chosen), _DOUBT, note)


def _is_like_its_name(query: Query, found: Found) -> bool:
    """Whether what stands beside the name is almost another name of the place.

    As in "Dedeağaç (Aleksandroupoli)".
    """
    place = query.gazetteer.place_at(found.ranking.best.index)
    names = {place.name, *place.names.values()}
    context = found.reading.context
    return any(similarity(context, fold(name)) >= _ALMOST for name in names)


def _lowered(resolution: Resolution, factor: float, because: Reason) -> Resolution:
    """Return the answer for a person to confirm."""
    return replace(
        resolution,
        auto=False,
        score=round(resolution.score * factor, 3),
        reasons=(*resolution.reasons, because),
    )


def _by_likeness(query: Query) -> Resolution:
    similar = similar_answer(query)
    if similar is not None and similar.score >= _CLOSER_THAN_ELSEWHERE:
        return similar
    elsewhere = _elsewhere(query)
    if elsewhere is not None:
        return elsewhere
    not_found = reason(ReasonCode.NOT_FOUND)
    return similar or Resolution(None, 0.0, auto=False, reasons=(not_found,))


def _elsewhere(query: Query) -> Resolution | None:
    """Return an important place of the same name in another country."""
    if not query.scope.countries:
        return None
    anywhere = replace(query, scope=Scope())
    for found in _exact(anywhere):
        best = found.ranking.best
        if best.row.importance >= _IMPORTANT_ELSEWHERE:
            because = reason(ReasonCode.OTHER_COUNTRY, country=country_of(query, best))
            return _lowered(answer(anywhere, found), _OTHER_COUNTRY, because)
    return None
