"""From what the criteria say to a list: weights, scores, parts of a score, and the other side.

A score is the mean of the values, weighted. Where a value is not known, the mean of all candidates
stands in for it, so that it speaks neither for nor against a place. Each part of a score says how
far one criterion lifts a place above the mean of all, or lowers it; the parts add up exactly.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from elci.domain.geography.tables import Floats, Numbers
from elci.domain.matching.criteria import Criterion, Readings, Sought, read_criteria

Chosen = NDArray[np.bool_]


@dataclass(frozen=True, eq=False, kw_only=True)
class Weighed:
    """All candidates with what the criteria say of them, and the weights of one reader."""

    sought: Sought
    readings: Mapping[Criterion, Readings]
    weights: Mapping[Criterion, float]
    eligible: Chosen
    """Who may be asked at all: those abroad that are no partners yet."""

    @classmethod
    def of(cls, sought: Sought, weights: Mapping[Criterion, float]) -> "Weighed":
        """Read the criteria that are named in the weights, and weigh them."""
        readings = read_criteria(sought, weights)
        return cls(sought=sought, readings=readings, weights=weights, eligible=_eligible(sought))

    @cached_property
    def means(self) -> dict[Criterion, float]:
        """The mean of the known values of each criterion over those who may be asked."""
        return {
            criterion: _mean(found.values[self.eligible])
            for criterion, found in self.readings.items()
        }

    @cached_property
    def total_weight(self) -> float:
        """The sum of the weights; 1 where all are 0, so that all places score alike."""
        return sum(self.weights.values()) or 1.0

    @cached_property
    def parts(self) -> dict[Criterion, Floats]:
        """How far each criterion lifts or lowers each candidate; 0 where its value is not known."""
        return {
            criterion: _part(
                found.values,
                self.means[criterion],
                weight=self.weights[criterion] / self.total_weight,
            )
            for criterion, found in self.readings.items()
        }

    @cached_property
    def base(self) -> float:
        """The score of a place of which nothing is known."""
        weighted = (self.weights[each] * mean for each, mean in self.means.items())
        return sum(weighted) / self.total_weight

    @cached_property
    def scores(self) -> Floats:
        """The scores, from 0 to 1."""
        found = np.full(len(self.sought.many), self.base)
        for part in self.parts.values():
            found += part
        return found

    @cached_property
    def quality(self) -> Floats:
        """The share of the weight that rests on known values; of all criteria if none weighs."""
        weights = (
            dict(self.weights) if any(self.weights.values()) else dict.fromkeys(self.weights, 1.0)
        )
        known = [~np.isnan(self.readings[each].values) * weight for each, weight in weights.items()]
        return np.asarray(np.sum(known, axis=0) / sum(weights.values()))

    def best(self, wanted: Chosen, most: int) -> Numbers:
        """Return the rows of the highest scores among those wanted, best first.

        Of equal scores the larger place comes first, then the one that the gazetteer has first.
        """
        rows = np.flatnonzero(self.eligible & wanted)
        order = np.lexsort(
            (rows, -np.nan_to_num(self.sought.many.population[rows]), -self.scores[rows])
        )
        return rows[order[:most]]

    def rank_of(self, row: int) -> int | None:
        """Return the rank of a candidate among all who may be asked; None for one who may not."""
        if not self.eligible[row]:
            return None
        return int((self.scores[self.eligible] > self.scores[row]).sum()) + 1


def mutual_ranks(
    weighed: Weighed, rows: Sequence[int], weights: Mapping[Criterion, float]
) -> list[int | None]:
    """Return for each of these candidates on which rank of its own list the seeker would stand.

    Each of them is asked as one without records of its own, with the same criteria and weights.
    """
    return [_rank_there(weighed.sought, row, weights) for row in rows]


def _rank_there(sought: Sought, row: int, weights: Mapping[Criterion, float]) -> int | None:
    at = sought.many.row_of(int(sought.one.places[0]))
    if at is None:
        return None
    there = Sought(one=sought.many.rows(np.asarray([row])), many=sought.many, ties=sought.ties)
    weighing = {each: weight for each, weight in weights.items() if weight} or dict(weights)
    found = Weighed.of(there, weighing)
    found.eligible[at] = True
    return found.rank_of(at)


def _eligible(sought: Sought) -> Chosen:
    abroad = sought.many.countries != sought.country
    return np.asarray(abroad & ~_partners(sought))


def _partners(sought: Sought) -> Chosen:
    """Return who is a partner already: by its own records if it has any, else by the world's."""
    many = sought.many
    if sought.own is None:
        rows = sought.ties.partners(sought.in_world)
        return np.isin(many.in_world, rows) & (many.in_world >= 0)
    ids = [tie.geonameid for tie in sought.own if tie.stands and tie.geonameid is not None]
    return np.isin(many.geonameids, ids) & (many.geonameids > 0)


def _part(values: Floats, mean: float, *, weight: float) -> Floats:
    found = (values - mean) * weight
    found[np.isnan(found)] = 0.0
    return found


def _mean(values: Floats) -> float:
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else 0.0
