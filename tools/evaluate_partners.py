"""Print how well partners are foretold, on splits of the world's ties that nothing was tuned on.

Run it as ``python -m tools.evaluate_partners [SPLIT …]``, or as ``make eval-partners``. A split is
``new``, ``cold`` or ``random``, with a number: ``new:101``. Tuning used the numbers below 100.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from elci.config.partners import evaluated, table_lines
from elci.domain.geography.world import World as Shipped
from elci.domain.geography.world import shipped_world
from elci.domain.matching.cities import Cities, Numbers
from elci.domain.matching.evaluation import Over
from elci.domain.matching.faithfulness import drop_of
from elci.domain.matching.folds import drawn
from elci.domain.matching.ranking import shipped_ranker
from elci.domain.matching.tables import Trial
from elci.domain.matching.wide import usual_world
from elci.domain.matching.world import World

CANDIDATES: Final = 4566
WARM: Final = 1040
USUAL: Final = ("new:101", "new:102", "cold:101", "random:101")
DENSE: Final = ("DE", "FR", "IT")
Chosen = NDArray[np.bool_]


@dataclass(frozen=True)
class Way:
    """How ties are hidden."""

    cold_share: float
    """Of the candidates, so many lose all their ties."""
    few_ties: float
    """How much rather those with few."""
    warm: int
    closing: float
    """How often a tie that closes a triangle is hidden, beside one that does not."""


WAYS: Final = {
    "new": Way(0.125, 2.2, WARM, 0.45),
    "cold": Way(0.15, 0.0, 0, 1.0),
    "random": Way(0.0, 0.0, 1600, 1.0),
}
"""``new`` is like ties recorded in later years: half of them of cities that had none, and those of
others close triangles seldom. The simple rankings score on it as on such ties."""


def trial_of(way: Way, seed: int) -> Trial:
    """Choose candidates, hide ties of theirs, and forget what is known of all other cities."""
    shipped, chance = shipped_world(), np.random.default_rng(seed)
    chosen = drawn(_weights(shipped), CANDIDATES, chance)
    rest = np.setdiff1d(np.arange(len(shipped.ids)), chosen)
    places = np.empty(len(shipped.ids), dtype=np.int64)
    places[np.concatenate((chosen, rest))] = np.arange(len(shipped.ids))
    pairs = places[shipped.pairs]
    hidden = _hidden(pairs, shipped, way, chance)
    cities = _cities(shipped, chosen).followed_by(
        Cities.unknown(tuple(str(shipped.ids[row]) for row in rest))
    )
    among = (pairs < CANDIDATES).all(axis=1) & (shipped.multilateral != 1)
    return Trial(World.of(cities, pairs[~hidden], candidates=CANDIDATES), pairs[hidden & among], ())


def _weights(shipped: Shipped) -> NDArray[np.float64]:
    """Prefer large cities, as tables of cities do, and fewer of the densest countries."""
    people = np.nan_to_num(shipped.population)
    dense = np.isin(shipped.countries, DENSE)
    weights = np.clip(people / 20_000, 0.5, 20) ** 0.7 * np.where(dense, 0.45, 1)
    return np.where(people > 10_000, weights, 0.0)


def _hidden(pairs: Numbers, shipped: Shipped, way: Way, chance: np.random.Generator) -> Chosen:
    among = (pairs < CANDIDATES).all(axis=1)
    degrees = np.bincount(pairs[among].ravel(), minlength=CANDIDATES)
    weights = np.where(degrees > 0, (degrees + 0.2) ** -way.few_ties, 0.0)
    cold = np.zeros(len(shipped.ids), dtype=bool)
    cold[drawn(weights, round(way.cold_share * CANDIDATES), chance)] = True
    found = cold[pairs].any(axis=1)
    warm = among & ~found & (shipped.multilateral != 1)
    world = World.of(Cities.unknown(tuple(map(str, shipped.ids))), pairs)
    common = (world.adjacency @ world.adjacency)[pairs[:, 0], pairs[:, 1]]
    rates = np.where(np.asarray(common).ravel() > 0, way.closing, 1.0)
    found[drawn(np.where(warm, rates, 0.0), way.warm, chance)] = True
    return found


def _cities(shipped: Shipped, rows: Numbers) -> Cities:
    latitudes, longitudes = shipped.coordinates[rows].T.astype(np.float32)
    return Cities(
        tuple(map(str, shipped.ids[rows])),
        tuple(shipped.names[row] for row in rows),
        tuple(shipped.countries[row] for row in rows),
        latitudes,
        longitudes,
        shipped.population[rows].astype(np.float32),
    )


def split_lines(name: str) -> Iterator[str]:
    """Yield the figures of a split."""
    kind, _, seed = name.partition(":")
    yield f"\n{name}"
    trial = trial_of(WAYS[kind], int(seed))
    yield from table_lines(
        evaluated(trial, over=Over.TIES, seed=0, language="en", say=lambda _: None)
    )


def faithful_lines(cities: int = 40, best: int = 5) -> Iterator[str]:
    """Yield by how much the suggestions of the package fall without their stated reasons."""
    wide, ranker, chance = usual_world(), shipped_ranker(), np.random.default_rng(0)
    asked = chance.choice(np.flatnonzero(wide.world.ties.degrees), cities, replace=False)
    drops = []
    for city in asked.tolist():
        ranking = ranker.rank(wide.features, city)
        drops += [drop_of(ranker, ranking, each, chance) for each in ranking.order[:best].tolist()]
    stated, others = (
        np.exp(np.mean(np.log([getattr(drop, name) for drop in drops])))
        for name in ("stated", "drawn")
    )
    yield f"\nranks fall {stated:.1f}-fold without the stated reasons, {others:.1f}-fold without"
    yield f"as many drawn by chance: {(stated - 1) / max(others - 1, 1e-9):.1f} times as much"


def main(names: list[str], say: Callable[[str], None] = print) -> None:
    """Print the figures of splits, and whether reasons are faithful."""
    for name in names or USUAL:
        for line in split_lines(name):
            say(line)
    for line in faithful_lines():
        say(line)


if __name__ == "__main__":
    main(sys.argv[1:])
