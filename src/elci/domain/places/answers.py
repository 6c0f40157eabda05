"""What a resolution says: the place, how much speaks for it, why, and what else it may be."""

from dataclasses import dataclass
from typing import Final

from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer, Place
from elci.domain.places.kinds import NameKind, PlaceKind
from elci.domain.places.ranking import NAME_SCORE, Hit, Ranking
from elci.domain.places.readings import Reading, Scope, neutral_country_name
from elci.domain.places.reasons import Reason, ReasonCode, reason

SURE: Final = 0.95
"""Share from which a name with a country passes without a person."""
_SURE_ANYWHERE: Final = 0.97
_SURE_OF_FAMOUS: Final = 0.96
_FAMOUS: Final = 500_000
"""Importance from which a city is what a bare name means, unless its rival is large too."""
_BY_FAR: Final = 0.99
_IMPORTANT_ANYWHERE: Final = 100_000
"""Without a country, a short alternate name passes only for a place at least so important."""
_TOWN: Final = 5_000
_LONG_NAME: Final = 7
_MOST_CANDIDATES: Final = 5

_NAME_REASON: Final = {
    NameKind.OWN: ReasonCode.OWN_NAME,
    NameKind.REVIEWED: ReasonCode.TURKISH_NAME,
    NameKind.TURKISH: ReasonCode.TURKISH_NAME,
    NameKind.TRANSLITERATED: ReasonCode.TRANSLITERATED_NAME,
    NameKind.DERIVED: ReasonCode.DERIVED_NAME,
}
_WEAK_NAMES: Final = {NameKind.UNTAGGED, NameKind.TRANSLITERATED}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant, for a person to choose from."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name was understood to be."""

    place: Place | None
    score: float
    """0 to 1; it orders answers by how much speaks for them and is no probability."""
    auto: bool
    """Whether it may pass without a person looking."""
    reasons: tuple[Reason, ...]
    """The one that decided first."""
    candidates: tuple[Candidate, ...] = ()
    """Best first, the answer included; at most five."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked, ready to be looked up."""

    gazetteer: Gazetteer
    name: str
    scope: Scope
    language: str


@dataclass(frozen=True, slots=True)
class Found:
    """A reading with the places it led to."""

    reading: Reading
    scope: Scope
    ranking: Ranking


def answer(query: Query, found: Found) -> Resolution:
    """Return the strongest place of an exact reading, and whether it may pass."""
    ranking, has_country = found.ranking, bool(found.scope.countries)
    score = _score(ranking, has_country=has_country)
    sure = SURE if has_country else _sure_anywhere(ranking.best)
    return Resolution(
        place=query.gazetteer.place_at(ranking.best.index),
        score=score,
        auto=ranking.share >= sure and _is_sound(found),
        reasons=reasons_for(query, found),
        candidates=candidates_of(query, ranking, score),
    )


def _sure_anywhere(best: Hit) -> float:
    is_famous = best.row.importance >= _FAMOUS and best.name.kind <= NameKind.LOCAL
    return _SURE_OF_FAMOUS if is_famous else _SURE_ANYWHERE


def _score(ranking: Ranking, *, has_country: bool) -> float:
    score = NAME_SCORE[ranking.best.name.kind] * (1.0 if has_country else 0.97)
    if ranking.rival is not None:
        score *= max(0.5, ranking.share)
    return round(score, 3)


def _is_sound(found: Found) -> bool:
    """Whether the kind of name and place lets the answer pass without a person."""
    best = found.ranking.best
    if best.name.kind is NameKind.DERIVED:
        return found.reading.hint is PlaceKind.REGION
    is_weak = best.name.kind in _WEAK_NAMES and not _is_in_own_script(best)
    if is_weak and not found.scope.countries:
        needed = _IMPORTANT_ANYWHERE if len(found.reading.key) < _LONG_NAME else _TOWN
        return best.row.importance >= needed
    return best.kind is not PlaceKind.COUNTRY


def _is_in_own_script(best: Hit) -> bool:
    return best.name.is_as_written and best.name.kind is NameKind.TRANSLITERATED


def candidates_of(query: Query, ranking: Ranking, score: float) -> tuple[Candidate, ...]:
    """Return the strongest hits; their scores fall with their strength."""
    top = ranking.best.strength
    return tuple(
        Candidate(
            query.gazetteer.place_at(hit.index),
            round(score / (1 + max(0.0, top - hit.strength)), 3),
        )
        for hit in ranking.hits[:_MOST_CANDIDATES]
    )


def reasons_for(query: Query, found: Found) -> tuple[Reason, ...]:
    """Return why the strongest hit was chosen, what was left out, and who its rival is."""
    reading, best = found.reading, found.ranking.best
    code = _NAME_REASON.get(best.name.kind, ReasonCode.ALTERNATE_NAME)
    written = as_written(query.name, reading.key)
    reasons = [reason(code, name=written), *_scope_reasons(query, found)]
    if reading.left_out_words:
        reasons.append(reason(ReasonCode.WORDS_LEFT_OUT, name=written))
    if best.context_agrees:
        context = as_written(query.name, reading.context) or found.scope.region or ""
        reasons.append(reason(ReasonCode.CONTEXT_AGREES, name=context))
    if best.kind is PlaceKind.REGION:
        reasons.append(reason(ReasonCode.IS_REGION))
    if found.ranking.rival is not None:
        reasons.append(_rival_reason(query, found.ranking, found.ranking.rival))
    return tuple(reasons)


def as_written(name: str, key: str) -> str:
    """Return the part of a name that folds to the key, as it was written; else the key."""
    if fold(name) == key:
        return name.strip(" ()[]/,;-–")
    words = name.split()
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            part = " ".join(words[first:last])
            if fold(part) == key:
                return part.strip(" ()[]/,;-–")
    return key


def country_of(query: Query, hit: Hit) -> str:
    """Return the name of the country of a hit, in the language of the question."""
    return neutral_country_name((hit.row.country.decode(),), query.language)


def _scope_reasons(query: Query, found: Found) -> list[Reason]:
    scope, where = found.scope, country_of(query, found.ranking.best)
    reasons = []
    if found.reading.country_in_name is not None:
        reasons.append(reason(ReasonCode.COUNTRY_IN_NAME, country=where))
    elif scope.countries:
        reasons.append(reason(ReasonCode.IN_COUNTRY, country=where))
    if scope.former_name is not None:
        former = reason(ReasonCode.FORMER_COUNTRY, name=scope.former_name, country=where)
        reasons.append(former)
    return reasons


def _rival_reason(query: Query, ranking: Ranking, rival: Hit) -> Reason:
    if ranking.share >= _BY_FAR:
        return reason(ReasonCode.MOST_IMPORTANT, count=len(ranking.hits))
    place = query.gazetteer.place_at(rival.index)
    name = f"{place.name_in(query.language)} ({country_of(query, rival)})"
    return reason(ReasonCode.RIVAL, name=name)
