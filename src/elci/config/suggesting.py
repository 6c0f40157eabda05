"""The command that suggests partners; it needs no database, and knows no records of one’s own."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from elci.domain.matching.filtering import PlaceFilter
from elci.domain.matching.laws import LawLine, law_line
from elci.domain.matching.reasons import Reason
from elci.domain.matching.suggesting import BY_CRITERIA, Request, Search, Suggestion
from elci.domain.places.countries import UnknownCountryError, country_by_code
from elci.domain.places.gazetteer import Place, UnknownPlaceError


def searched(city: str, *, country: str | None, today: date) -> Search:
    """Return the search of a city. Raises ``ValueError`` that says what to give instead."""
    try:
        countries = frozenset() if country is None else {country_by_code(country).code}
        wanted = PlaceFilter(countries=frozenset(countries), no_relations=country is not None)
        return Search.of(Request(city=city, year=today.year, filter=wanted))
    except UnknownCountryError as error:
        raise ValueError(str(error)) from error
    except UnknownPlaceError as error:
        raise ValueError(
            f"{city!r} is no city or district of the gazetteer: give the GeoNames id of one, such "
            "as 745044 for Istanbul. `elci resolve` finds it by its name."
        ) from error


def as_json(search: Search, most: int, *, language: str, today: date) -> dict[str, Any]:
    """Return the suggestions of a search as plain values."""
    seeker = search.seeker
    return {
        "city": {"id": _id(seeker), "name": seeker.name_in(language), "country": seeker.country},
        "ranking": BY_CRITERIA,
        "found": search.count,
        "left_out_without_diplomatic_relations": search.left_out_for_relations,
        "suggestions": [
            _suggestion(each, seeker, language=language, today=today) for each in search.best(most)
        ],
    }


def lines(search: Search, most: int, *, language: str) -> Iterator[str]:
    """Yield the suggestions of a search as lines that a person reads."""
    for each in search.best(most):
        place = each.place
        yield f"{each.rank}. {place.name_in(language)} ({place.country})  {each.score:.3f}"
        for reason in each.speaking_for[:3]:
            yield f"   + {reason.told.in_language(language)}"
        for against in each.against:
            yield f"   ! {against.told.in_language(language)}"


def _suggestion(
    suggestion: Suggestion, seeker: Place, *, language: str, today: date
) -> dict[str, Any]:
    place = suggestion.place
    sides = [law_line(country, on=today) for country in (seeker.country, place.country)]
    return {
        "id": _id(place),
        "name": place.name_in(language),
        "country": place.country,
        "population": place.population,
        "score": round(suggestion.score, 6),
        "rank": suggestion.rank,
        "reasons": [_reason(each, language) for each in suggestion.reasons],
        "against": [
            {
                "kind": each.kind.value,
                "text": each.told.in_language(language),
                "source": each.source.in_language(language),
            }
            for each in suggestion.against
        ],
        "law": [_law(each, language) for each in sides],
        "mutual_rank": suggestion.mutual_rank,
        "data_quality": round(suggestion.quality, 6),
    }


def _reason(reason: Reason, language: str) -> dict[str, Any]:
    return {
        "criterion": reason.criterion.value,
        "text": reason.told.in_language(language),
        "value": reason.value,
        "raw": reason.raw,
        "contribution": round(reason.part, 6),
        "source": reason.source.in_language(language),
        "year": reason.edition,
    }


def _law(law: LawLine, language: str) -> dict[str, Any]:
    return {
        "country": law.country,
        "pack": law.pack or None,
        "verdict": None if law.verdict is None else law.verdict.value,
        "text": law.told.in_language(language),
    }


def _id(place: Place) -> int | str:
    return place.id if place.geonameid is None else place.geonameid
