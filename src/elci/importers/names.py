"""Names of places, one a line, to what they were understood to be."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from elci.domain.places.answers import Candidate, Resolution
from elci.domain.places.countries import country_by_code
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.places.resolution import resolve


def resolve_lines(
    lines: Iterable[str],
    gazetteer: Gazetteer,
    *,
    country: str | None,
    country_name: str | None,
    language: str,
) -> Iterator[Mapping[str, Any]]:
    """Yield one answer for each line that is not empty, in order.

    A line may be ``name<TAB>country``; its own country, a code or a name, wins over the one given.
    """

    @lru_cache(maxsize=4096)
    def answer(name: str, written: str) -> Mapping[str, Any]:
        code, text = _country_of(written) if written else (country, country_name)
        found = resolve(gazetteer, name, country=code, country_name=text, language=language)
        return printed(name, written or country or country_name, found, language)

    for line in lines:
        name, _tab, written = line.rstrip("\r\n").partition("\t")
        if name.strip():
            yield answer(name.strip(), written.strip())


def printed(query: str, country: str | None, found: Resolution, language: str) -> Mapping[str, Any]:
    """Return an answer as one flat object."""
    place = found.place
    return {
        "query": query,
        "country": country if place is None else place.country,
        "geonameid": None if place is None else place.geonameid,
        "kind": None if place is None else place.kind.value,
        "name": None if place is None else place.name_in(language),
        "score": round(found.score, 4),
        "auto": found.auto,
        "reason": " ".join(reason.sentence_in(language) for reason in found.reasons),
        "candidates": [_candidate(each, language) for each in found.candidates],
    }


def _candidate(candidate: Candidate, language: str) -> Mapping[str, Any]:
    place = candidate.place
    return {
        "geonameid": place.geonameid,
        "id": place.id,
        "kind": place.kind.value,
        "name": place.name_in(language),
        "country": place.country,
        "region": place.region,
        "population": place.population,
        "score": round(candidate.score, 4),
    }


def _country_of(written: str) -> tuple[str | None, str | None]:
    """Return a code where the text is one, else the text as a name."""
    if len(written) == 2 and written.isascii() and written.isupper():
        try:
            return country_by_code(written).code, None
        except LookupError:
            return None, written
    return None, written
