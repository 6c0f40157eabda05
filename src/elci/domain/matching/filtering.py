"""Which of the places that may be asked a reader wants to see."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from elci.domain.geography.countries import numbers_of
from elci.domain.matching.candidates import SMALLEST, USUAL_SIZE
from elci.domain.matching.criteria import Chosen, Sought
from elci.domain.matching.diplomacy import without_relations_to


class Level(StrEnum):
    """Levels that the data can tell apart, by their number in the arrays."""

    DISTRICT = "district"
    CITY = "city"
    CAPITAL = "capital"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFilter:
    """What is wanted of a place; what is left out is "any".

    >>> PlaceFilter(smallest=100).smallest
    5000
    """

    countries: frozenset[str] = frozenset()
    smallest: int = USUAL_SIZE
    largest: int | None = None
    coast: bool | None = None
    level: Level | None = None
    new_country: bool = False
    """Only countries in which the one who seeks has no partner yet."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "smallest", max(self.smallest, SMALLEST))
        if self.largest is not None and self.largest < self.smallest:
            raise ValueError("the largest size is below the smallest")

    no_relations: bool = False
    """Also places whose state has no diplomatic relations with that of the one who seeks."""

    def chosen(self, sought: Sought) -> Chosen:
        """Return which candidates are wanted; one of which it is not known is left out."""
        many = sought.many
        wanted = np.nan_to_num(many.population) >= self.smallest
        if self.largest is not None:
            wanted &= np.nan_to_num(many.population) <= self.largest
        if self.countries:
            wanted &= np.isin(many.countries, numbers_of(sorted(self.countries)))
        if self.coast is not None:
            wanted &= np.isfinite(many.coast_km) if self.coast else np.isinf(many.coast_km)
        if self.level is not None:
            wanted &= many.levels == list(Level).index(self.level)
        if self.new_country:
            wanted &= sought.own_countries()[many.countries] == 0
        if not self.no_relations:
            wanted &= ~without_relations_to(sought)
        return wanted
