"""One city, its partners, and how these are linked among themselves."""

from dataclasses import dataclass

import numpy as np

from elci.domain.places.folding import sort_key
from elci.observatory.queries.listing import (
    CityRow,
    GroupRow,
    TieRow,
    city_row,
    group_rows,
    tie_row,
)
from elci.observatory.queries.networks import CityNetwork


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A city with all its ties of two, the nearest in the alphabet first."""

    city: CityRow
    ties: tuple[TieRow, ...]
    partners: tuple[CityRow, ...]
    """The other end of each tie, in the same order."""
    among: tuple[tuple[int, int], ...]
    """Which partners are linked with each other: places in ``partners``."""
    groups: tuple[GroupRow, ...]
    """The clubs to which it belongs."""


def neighbourhood_of(whole: CityNetwork, city: int, language: str) -> Neighbourhood | None:
    """Return the neighbourhood of a city given by its id; None where the network has no such."""
    place = whole.world.numbers.get(city)
    if place is None:
        return None
    at = np.flatnonzero((whole.network.pairs == place).any(axis=1)).tolist()
    rows = [tie_row(whole, tie, language) for tie in at]
    both = [(row, row.other if row.one.place == place else row.one) for row in rows]
    both.sort(key=lambda pair: (sort_key(pair[1].name, language), pair[1].id))
    partners = tuple(partner for _row, partner in both)
    return Neighbourhood(
        city=city_row(whole, place, language),
        ties=tuple(row for row, _partner in both),
        partners=partners,
        among=_among(whole, partners),
        groups=tuple(
            group
            for group in group_rows(whole, language)
            if any(member.place == place for member in group.members)
        ),
    )


def _among(whole: CityNetwork, partners: tuple[CityRow, ...]) -> tuple[tuple[int, int], ...]:
    order = np.asarray([partner.place for partner in partners], dtype=np.int64)
    pairs = whole.network.among(order).pairs.tolist()
    return tuple((one, other) for one, other in pairs)
