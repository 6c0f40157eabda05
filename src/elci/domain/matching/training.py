"""Learning whom cities choose, from ties that were hidden: a ranking by gradient-boosted trees."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from elci.domain.matching.cities import Floats, Numbers
from elci.domain.matching.features import Features
from elci.domain.matching.folds import Chosen, Fold, hide_ties
from elci.domain.matching.pairing import Block
from elci.domain.matching.world import World
from elci.domain.texts import Text

if TYPE_CHECKING:
    import xgboost

FOLDS: Final = 8
ROUNDS: Final = 300
_CELLS: Final = 400_000
"""So many pairs are compared at a time."""
_OTHERS: Final = 70
"""About so many candidates that were not chosen are compared with those that were."""
_BINS: Final = 64
_ROWS_OF_A_THREAD: Final = 50_000
_TREES: Final = {
    "eta": 0.12,
    "max_depth": 3,
    "min_child_weight": 3,
    "subsample": 0.7,
    "colsample_bynode": 0.4,
    "lambda": 5,
    "tree_method": "hist",
    "max_bin": _BINS,
    "base_score": 0.0,
    "disable_default_eval_metric": 1,
}


class TooFewTiesError(ValueError):
    """There are too few ties to learn from; its text says what to do."""

    def __init__(self) -> None:
        self.told = Text(
            "Aday şehirler arasında öğrenilecek kadar bağ yok: en az birkaç yüz bağ veriniz.",
            "There are too few ties among the candidates to learn from: give a few hundred.",
        )
        super().__init__(self.told.en)


@dataclass(frozen=True, eq=False)
class Lessons:
    """Candidates, chosen and not, of cities that asked: a row each, those of a city together."""

    names: tuple[str, ...]
    values: Floats
    chosen: Chosen
    asked: Numbers
    """The number of the city that asked, ascending."""
    offsets: Floats
    """Logarithm of how many candidates a row stands for."""


def lessons_of(
    world: World,
    *,
    seed: int,
    folds: int = FOLDS,
    all_told: bool = False,
    thorough: bool = False,
) -> Lessons:
    """Hide ties several times, and return what can be learnt from each.

    ``all_told`` says whether the ties are all that there are: of a list for a trial they are not.
    """
    chance = np.random.default_rng(seed)
    parts: list[Lessons] = []
    for _ in range(folds):
        fold = hide_ties(world, chance, all_told=all_told)
        parts += _lessons(fold, world, chance, thorough=thorough)
    if not parts:
        raise TooFewTiesError
    sizes = np.cumsum([0, *(int(part.asked[-1]) + 1 for part in parts)])
    return Lessons(
        parts[0].names,
        np.concatenate([part.values for part in parts]),
        np.concatenate([part.chosen for part in parts]),
        np.concatenate([part.asked + start for part, start in zip(parts, sizes, strict=False)]),
        np.concatenate([part.offsets for part in parts]),
    )


def _lessons(
    fold: Fold, world: World, chance: np.random.Generator, *, thorough: bool
) -> list[Lessons]:
    features = Features(fold.world, thorough=thorough)
    partners: dict[int, list[int]] = {}
    for one, other in fold.hidden.tolist():
        partners.setdefault(one, []).append(other)
        partners.setdefault(other, []).append(one)
    cities = np.asarray(sorted(partners), dtype=np.int64)
    found = []
    step = max(1, _CELLS // world.candidates)
    for start in range(0, len(cities), step):
        rows = cities[start : start + step]
        block = features.of(rows)
        likely = _likely(block)
        takes = [
            _taken(likely[place], _others(world, fold, city), partners[city], chance)
            for place, city in enumerate(rows.tolist())
        ]
        found.append(_gathered(block, takes))
    return found


Take = tuple[Numbers, Chosen, Floats]


def _others(world: World, fold: Fold, city: int) -> Numbers:
    """Return the candidates that a city could have chosen and did not."""
    possible = fold.eligible.copy()
    possible[city] = False
    known = world.partners(city)
    possible[known[known < len(possible)]] = False
    return np.flatnonzero(possible)


def _taken(
    likely: Floats, others: Numbers, partners: Sequence[int], chance: np.random.Generator
) -> Take:
    """Draw some of the others, likely ones rather, and remember how many each stands for."""
    weights = np.exp(likely[others] - likely[others].max(initial=0))
    shares = weights / max(weights.sum(), 1e-9) + 1 / max(len(others), 1)
    odds = np.minimum(1, _OTHERS / 2 * shares)
    drawn = chance.random(len(others)) < odds
    chosen = np.repeat([True, False], [len(partners), int(drawn.sum())])
    offsets = np.concatenate((np.zeros(len(partners)), -np.log(odds[drawn])))
    columns = np.concatenate((np.asarray(partners, dtype=np.int64), others[drawn]))
    return columns, chosen, offsets.astype(np.float32)


def _likely(block: Block) -> Floats:
    """Return a rough score by which hard examples are found."""
    rough = 0.5 * (
        block["country_rate"] + block["class_rate"] + block["expected_degree_other"]
    ) + 0.3 * (block["degree_other"] + np.nan_to_num(block["alike_tied_both"]))
    rough += 0.2 * block["katz"] - 0.5 * np.nan_to_num(block["size_gap"])
    return np.asarray(0.7 * rough, dtype=np.float32)


def _gathered(block: Block, takes: Sequence[Take]) -> Lessons:
    asked = np.repeat(np.arange(len(takes)), [len(take[0]) for take in takes])
    columns = np.concatenate([take[0] for take in takes])
    return Lessons(
        tuple(block),
        np.stack([values[asked, columns] for values in block.values()], axis=1).astype(np.float32),
        np.concatenate([take[1] for take in takes]),
        asked,
        np.concatenate([take[2] for take in takes]),
    )


Gradient = tuple[Floats, Floats]


def softmax_gradient(lessons: Lessons) -> Callable[[Floats, object], Gradient]:
    """Return the gradient of the chance with which each partner is chosen among the others.

    A partner competes with the candidates that were not chosen, and not with other partners. The
    sampled softmax of Jean and others 2015, with the candidates drawn by known odds.
    """
    starts = np.flatnonzero(np.diff(lessons.asked, prepend=-1))
    asked, chosen = lessons.asked, lessons.chosen

    def gradient(scores: Floats, _: object) -> Gradient:
        highest = np.maximum.reduceat(scores, starts)[asked]
        weights = np.exp(scores.astype(np.float64) - highest + lessons.offsets)
        others = np.where(chosen, 0.0, weights)
        totals = np.add.reduceat(others, starts)
        against = weights[chosen] + totals[asked[chosen]]
        odds = weights[chosen] / against
        slope = others * np.bincount(asked[chosen], 1 / against, minlength=len(starts))[asked]
        curve = slope.copy()
        slope[chosen], curve[chosen] = odds - 1, odds * (1 - odds)
        return slope.astype(np.float32), np.maximum(curve, 1e-6).astype(np.float32)

    return gradient


def train(lessons: Lessons, *, rounds: int = ROUNDS, seed: int = 0) -> "xgboost.Booster":
    """Return trees whose sum says how likely a city chooses a candidate."""
    import xgboost  # noqa: PLC0415 -- a third of a second that only learning and ranking need

    table = xgboost.QuantileDMatrix(
        lessons.values, feature_names=list(lessons.names), max_bin=_BINS, missing=np.nan
    )
    return xgboost.train(
        _TREES | {"seed": seed, "nthread": _threads(len(lessons.asked))},
        table,
        rounds,
        obj=softmax_gradient(lessons),
    )


def _threads(rows: int) -> int:
    """Return how many threads are worth their waiting for each other."""
    return (os.cpu_count() or 1) if rows > _ROWS_OF_A_THREAD else 1
