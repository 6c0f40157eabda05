"""Whether the reasons of a ranking are its reasons: what becomes of a rank without them."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from elci.domain.matching.cities import Floats
from elci.domain.matching.features import criterion_of
from elci.domain.matching.ranking import Ranker, Ranking, by_criterion

STATED = 3
"""So many reasons are stated for a candidate."""


@dataclass(frozen=True, slots=True)
class Drop:
    """By how many places, as a factor, a candidate falls when something is taken from it."""

    stated: float
    """Without the criteria that speak for it most."""
    drawn: float
    """Without as many criteria drawn by chance."""


def drop_of(ranker: Ranker, ranking: Ranking, candidate: int, chance: np.random.Generator) -> Drop:
    """Compare what the stated reasons of a candidate carry with what others carry."""
    one = np.asarray([candidate])
    added = by_criterion(ranker.contributions(ranking, one))
    order = sorted(added, key=lambda criterion: -float(added[criterion][0]))
    drawn = [order[place] for place in chance.permutation(len(order))[:STATED]]
    rank = place_of(ranking.scores, candidate, float(ranking.scores[candidate]))
    return Drop(
        *(
            place_of(ranking.scores, candidate, score_without(ranker, ranking, candidate, taken))
            / rank
            for taken in (order[:STATED], drawn)
        )
    )


def place_of(scores: Floats, candidate: int, score: float) -> int:
    """Return the rank of a candidate among the others if it had another score."""
    better = scores > score
    better[candidate] = False
    return 1 + int(better.sum())


def score_without(
    ranker: Ranker, ranking: Ranking, candidate: int, criteria: Collection[str]
) -> float:
    """Return the score of a candidate if it were ordinary by some criteria.

    Ordinary is the median of all candidates, value by value.
    """
    with np.errstate(all="ignore"):
        block = {
            name: _typical(values) if criterion_of(name) in criteria else values[:, [candidate]]
            for name, values in ranking.block.items()
        }
    return float((ranker.one_way(block) + ranker.one_way(block, asked=True))[0, 0])


def _typical(values: Floats) -> Floats:
    known = values[~np.isnan(values)]
    return np.full((1, 1), np.median(known) if len(known) else np.nan, dtype=np.float32)
