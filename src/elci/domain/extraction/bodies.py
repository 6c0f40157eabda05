"""What kind of body a name says it is: a municipality is not the city that it governs."""

from enum import StrEnum
from typing import Final

from elci.domain.extraction.words import phrasebook, words_without
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer


class BodyKind(StrEnum):
    """What kind of body a party is; a body is not the place it governs."""

    LOCAL_AUTHORITY = "local_authority"
    """A local government of which the list does not say the kind."""
    MUNICIPALITY = "municipality"
    METROPOLITAN_MUNICIPALITY = "metropolitan_municipality"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTY = "county"
    REGION = "region"
    UNION = "union"
    ORGANISATION = "organisation"
    UNIVERSITY = "university"
    NOT_LOCAL = "not_local"
    """Something else that is no local government: a ministry, a chamber, a company."""


_MOST_TELLING_FIRST: Final = (
    *(BodyKind.NOT_LOCAL, BodyKind.UNIVERSITY, BodyKind.UNION),
    *(BodyKind.METROPOLITAN_MUNICIPALITY, BodyKind.COUNTY, BodyKind.PROVINCE, BodyKind.DISTRICT),
    *(BodyKind.REGION, BodyKind.MUNICIPALITY),
)


def body_kind_of(name: str, gazetteer: Gazetteer) -> BodyKind | None:
    """Return what kind of body the words around a name say it is, or None.

    Only words at either end count, and none that belong to the place's own name.
    """
    folded = fold(name)
    if gazetteer.has_name(folded):
        return None
    return _kind_by_words(folded)


def wide_kind_of(name: str) -> BodyKind:
    """Return what kind of region a name says it is: the county in "Pest County"."""
    kind = _kind_by_words(fold(name))
    return kind if kind in {BodyKind.COUNTY, BodyKind.PROVINCE} else BodyKind.REGION


def _kind_by_words(folded: str) -> BodyKind | None:
    words = len(folded.split())
    kinds = {
        BodyKind(found.meaning)
        for found in phrasebook("bodies").find(folded)
        if found.first == 0 or found.end == words
    }
    return next((kind for kind in _MOST_TELLING_FIRST if kind in kinds), None)


def without_body_words(name: str) -> str:
    """Return a folded name without the words at its ends that say what kind of body it is."""
    folded = fold(name)
    words = len(folded.split())
    found = phrasebook("bodies").find(folded)
    return words_without(folded, [one for one in found if one.first == 0 or one.end == words])
