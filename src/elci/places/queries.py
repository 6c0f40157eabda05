from collections.abc import Iterator
from functools import cache

from django.db.models import QuerySet
from django.utils.translation import gettext

from elci.domain.places.continents import Continent
from elci.domain.places.countries import all_countries
from elci.domain.places.gazetteer import Place as GazetteerPlace
from elci.domain.places.gazetteer import open_gazetteer
from elci.domain.places.kinds import PlaceKind
from elci.domain.places.resolution import resolve
from elci.domain.places.searching import search
from elci.domain.register import NO_COUNTRY, SEVERAL_COUNTRIES
from elci.places.models import Place


@cache
def country_codes_of(continent: Continent) -> tuple[str, ...]:
    """Return the codes of a continent's countries."""
    return tuple(
        code for code, country in all_countries().items() if country.continent == continent
    )


def continent_of(country: str) -> Continent | None:
    """Return the continent of a country code; none for several countries or an unknown one."""
    found = all_countries().get(country)
    return None if found is None else found.continent


def country_name(country: str, language: str) -> str:
    """Return the name of a country; the code itself where the gazetteer does not know it."""
    found = all_countries().get(country)
    return country if found is None else found.name_in(language)


def country_label(code: str, language: str) -> str:
    """Return a country's name, or words where there are several or none."""
    if code == SEVERAL_COUNTRIES:
        return gettext("several countries")
    return gettext("not of one country") if code == NO_COUNTRY else country_name(code, language)


def is_country(code: str) -> bool:
    """Whether a code stands for one country."""
    return code in all_countries() and code != SEVERAL_COUNTRIES


def region_code(key: str) -> str | None:
    """Return the ISO 3166-2 code of the state or province of a place, by the place's key.

    A region is its own; nothing where the gazetteer does not say it.
    """
    gazetteer = open_gazetteer()
    index = gazetteer.index_of(key)
    if index is None:
        return None
    found = gazetteer.place_at(index)
    return found.id if found.kind is PlaceKind.REGION else found.region


def places_like(
    name: str, *, country_name: str, country: str | None, language: str, most: int
) -> Iterator[GazetteerPlace]:
    """Yield the places of the gazetteer that a name may mean, likeliest first.

    The country may be given by a name in any language, and by its code for names not yet complete.
    """
    gazetteer = open_gazetteer()
    resolved = resolve(gazetteer, name, country_name=country_name or None, language=language)
    begun = search(gazetteer, name, country=country, limit=most, language=language)
    seen = set()
    for place in (*(each.place for each in resolved.candidates), *begun):
        if place.id not in seen:
            seen.add(place.id)
            yield place


def places() -> QuerySet[Place]:
    """Return the places that records speak of; a place says nothing that is private."""
    return Place.objects.all()
