from collections.abc import Iterable
from typing import Any

from elci.domain.places.countries import all_countries
from elci.domain.places.folding import fold, sort_key
from elci.domain.places.gazetteer import Place as GazetteerPlace
from elci.domain.places.gazetteer import open_gazetteer
from elci.places.models import Place


def adopt_place(found: GazetteerPlace) -> Place:
    """Return the row for a place of the gazetteer, making it on first use."""
    place, _created = Place.objects.get_or_create(key=found.id, defaults=_columns_of(found))
    return place


def adopt_places(found: Iterable[GazetteerPlace]) -> dict[str, Place]:
    """Return the rows for many places by their keys, making those that are new together."""
    wanted = {place.id: place for place in found}
    known = Place.objects.in_bulk(wanted, field_name="key")
    new = [place for key, place in wanted.items() if key not in known]
    if not new:
        return known
    # Somebody else may be adopting one of them just now: theirs is as good.
    Place.objects.bulk_create(
        [Place(key=place.id, **_columns_of(place)) for place in new], ignore_conflicts=True
    )
    return known | Place.objects.in_bulk([place.id for place in new], field_name="key")


def _columns_of(found: GazetteerPlace) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "name_tr": found.name_in("tr"),
        "name_en": found.name_in("en"),
        "name_local": found.name_in("local"),
        "sort_tr": sort_key(found.name_in("tr"), "tr"),
        "sort_en": sort_key(found.name_in("en"), "en"),
        "search_text": _search_text(found),
        "region": _region_name(found),
        "country": found.country,
        "continent": all_countries()[found.country].continent,
        "latitude": found.latitude,
        "longitude": found.longitude,
        "population": found.population or None,
        "borrows_coordinates": found.has_borrowed_coordinates,
    }


def _region_name(found: GazetteerPlace) -> str:
    if found.region is None:
        return ""
    region = open_gazetteer().place(found.region)
    return region.name_in("tr")


def _search_text(found: GazetteerPlace) -> str:
    country = all_countries()[found.country]
    names = {found.name, *found.names.values(), *country.names.values(), _region_name(found)}
    return " ".join(sorted({fold(name) for name in names if name}))
