"""Places of the gazetteer that seek each other, without what a test does not care about."""

from typing import Any, Final

import numpy as np

from elci.domain.acts.kinds import Standing
from elci.domain.matching.candidates import (
    Candidates,
    candidate_of,
    candidates_of,
    shipped_ties,
    with_place,
)
from elci.domain.matching.criteria import Sought
from elci.domain.matching.own import OwnTie
from elci.domain.places.gazetteer import open_gazetteer
from elci.domain.texts import Text
from elci.domain.vocabularies import Instrument

ISTANBUL, USKUDAR, ANKARA, IZMIR, BERLIN = "745044", "738329", "323786", "311046", "2950159"
VARNA, PLOVDIV, SOFIA, TBILISI, YEREVAN = "726050", "728193", "727011", "611717", "616052"
BAKU, BISHKEK, PARIS, CAIRO, TOKYO = "587084", "1528675", "2988507", "360630", "1850147"
YEAR: Final = 2024


def sought(city: str = ISTANBUL, *others: str, own: list[OwnTie] | None = None) -> Sought:
    """A place that seeks among these places, or among all of a million people or more."""
    one = candidate_of(city)
    many = _places(city, *others) if others else with_place(candidates_of(1_000_000), one)
    return Sought(one=one, many=many, ties=shipped_ties(), own=own)


def _places(*ids: str) -> Candidates:
    found = [candidate_of(each) for each in ids]
    found.sort(key=lambda each: int(each.places[0]))
    names = Candidates.__dataclass_fields__
    return Candidates(
        **{name: np.concatenate([getattr(each, name) for each in found]) for name in names}
    )


def row_of(of: Sought, place: str) -> int:
    index = open_gazetteer().index_of(place)
    row = None if index is None else of.many.row_of(index)
    if row is None:
        raise LookupError(place)
    return row


def own_tie(place: str | None, country: str, **facts: Any) -> OwnTie:
    usual: dict[str, Any] = {
        "name": Text("Filibe", "Plovdiv"),
        "instrument": Instrument.SISTER_CITY,
        "standing": Standing.IN_FORCE,
        "last_year": YEAR,
        "source": Text("Kayıt", "Register"),
    }
    number = None if place is None else int(place)
    return OwnTie(geonameid=number, country=country, **{**usual, **facts})
