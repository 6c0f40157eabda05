"""Find names of which the data itself has two bearers: what no choice by name can tell apart."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.places.kinds import NameKind, PlaceKind

LOCAL_GOVERNMENTS = {PlaceKind.CITY, PlaceKind.DISTRICT}
RIVAL = 10
"""A namesake up to so many times smaller must be left to a person."""
TWIN = 5_000
"""Hundred-thousandths of a degree, five kilometres: one place that GeoNames has twice."""


@dataclass(frozen=True)
class Named:
    """A name, the place that it must lead to, and how often lists have it."""

    name: str
    place_id: str
    weight: int


def namesakes(gazetteer: Gazetteer, named: Named, *, country: bool) -> Iterator[int]:
    """Yield how many people the other local governments have that are no less called so."""
    index = gazetteer.index_of(named.place_id)
    if index is None:
        return
    truth, key = gazetteer.row(index), fold(named.name)
    own_kind = dict(gazetteer.named(key)).get(index, NameKind.LOCAL)
    for other, kind in gazetteer.named(key):
        row = gazetteer.row(other)
        is_elsewhere = country and row.country != truth.country
        is_called_so = kind <= own_kind and gazetteer.kind_at(other) in LOCAL_GOVERNMENTS
        apart = max(abs(row.latitude - truth.latitude), abs(row.longitude - truth.longitude))
        if other != index and not is_elsewhere and is_called_so and apart >= TWIN:
            yield row.importance


def told_apart(gazetteer: Gazetteer, names: Iterable[Named], *, country: bool) -> tuple[int, int]:
    """Return the weight of the names without a larger namesake, and without a rival at all."""
    first = alone = 0
    for named in names:
        index = gazetteer.index_of(named.place_id)
        own = 0 if index is None else gazetteer.row(index).importance
        largest = max(namesakes(gazetteer, named, country=country), default=-1)
        first += named.weight * (largest < own or largest < 0)
        alone += named.weight * (RIVAL * largest < own or largest < 0)
    return first, alone
