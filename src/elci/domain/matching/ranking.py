"""Ranking candidates for a city as both would see it, with what each criterion adds."""

import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from elci.domain.matching.cities import Floats, Numbers
from elci.domain.matching.features import Features, criterion_of, stacked
from elci.domain.matching.pairing import Block, mirrored

if TYPE_CHECKING:
    import xgboost

MODEL: Final = Path(__file__).parents[2] / "resources" / "matching" / "model.json"
_CELLS: Final = 100_000
"""So many pairs are compared at a time: enough to be quick, few enough to stay in the cache."""

_ROUGH_TREES, _LIKELY = 50, 5000
"""Of more candidates than these, the others are scored by the first trees alone."""


@dataclass(frozen=True, eq=False)
class Ranking:
    """All candidates for one city, in the order of the world's cities."""

    city: int
    scores: Floats
    """The logarithm of how likely both choose each other, up to a constant; -inf for the city
    itself and for partners that it has."""
    block: Block
    """What was compared: one row."""

    @cached_property
    def order(self) -> Numbers:
        """The candidates that may be suggested, the best first."""
        found = np.argsort(-self.scores, kind="stable")
        return found[np.isfinite(self.scores[found])]


@dataclass(frozen=True, eq=False)
class Ranker:
    """A model that was learnt: trees over named features."""

    booster: "xgboost.Booster"
    names: tuple[str, ...]

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read a model as ``as_text`` writes it."""
        import xgboost  # noqa: PLC0415 -- a third of a second that only ranking needs

        told = json.loads(text)
        booster = xgboost.Booster()
        booster.load_model(bytearray(json.dumps(told["trees"]), "utf-8"))
        return cls(booster, tuple(told["features"]))

    def as_text(self) -> str:
        """Write the model as JSON."""
        trees = json.loads(self.booster.save_raw("json"))
        return json.dumps({"features": self.names, "trees": trees}, separators=(",", ":"))

    def one_way(self, block: Block, *, asked: bool = False, trees: int = 0) -> Floats:
        """Return how likely each city (row) chooses each candidate, or is chosen by it.

        With ``trees``, by so many of them only.
        """
        values = stacked({name: block[name] for name in self.names}, asked=asked)
        scores = self.booster.inplace_predict(
            values, predict_type="margin", iteration_range=(0, trees)
        )
        return np.asarray(scores, dtype=np.float32).reshape(block[self.names[0]].shape)

    def all_scores(self, features: Features) -> Floats:
        """Return how likely each two candidates choose each other, as a symmetric matrix."""
        count = features.world.candidates
        found = np.empty((count, count), dtype=np.float32)
        step = max(1, _CELLS // max(count, 1))
        for start in range(0, count, step):
            rows = np.arange(start, min(start + step, count))
            found[rows] = self.one_way(features.of(rows))
        return found + found.T

    def rank(self, features: Features, city: int, *, likely: int = _LIKELY) -> Ranking:
        """Rank all candidates for a city; those after so many likely ones only roughly."""
        block = features.of(np.asarray([city]))
        scores = self._scores(block, likely)
        known = features.world.partners(city)
        closed = np.append(known, city)
        scores[closed[closed < len(scores)]] = -np.inf
        return Ranking(city, scores, block)

    def _scores(self, block: Block, likely: int) -> Floats:
        if block[self.names[0]].shape[1] <= likely:
            return self._both_ways(block)
        trees = min(_ROUGH_TREES, self.booster.num_boosted_rounds())
        rough = self.one_way(block, trees=trees)[0]
        order = np.argpartition(-rough, likely)
        first, rest = order[:likely], order[likely:]
        some = {name: values[:, first] for name, values in block.items()}
        found = np.empty(len(rough), dtype=np.float32)
        found[first] = self._both_ways(some)
        found[rest] = found[first].min() + rough[rest] - rough[rest].max() - 1
        return found

    def _both_ways(self, block: Block) -> Floats:
        found = self.one_way(block) + self.one_way(block, asked=True)
        return np.asarray(found[0], dtype=np.float32)

    def contributions(self, ranking: Ranking, candidates: Numbers) -> dict[str, Floats]:
        """Return what each feature adds to the scores of some candidates, by Shapley's values.

        Lundberg and others 2020, exact for trees: with a constant they sum up to the score.
        """
        import xgboost  # noqa: PLC0415 -- a third of a second that only ranking needs

        block = {name: ranking.block[name][:, candidates] for name in self.names}
        found = {name: np.zeros(len(candidates), dtype=np.float32) for name in self.names}
        for asked in (False, True):
            table = xgboost.DMatrix(stacked(block, asked=asked), feature_names=list(self.names))
            added = self.booster.predict(table, pred_contribs=True)
            for name, values in zip(self.names, added.T, strict=False):
                found[mirrored(name) if asked else name] += values
        return found


def by_criterion(contributions: dict[str, Floats]) -> dict[str, Floats]:
    """Return what each criterion adds: the sum over its features."""
    found: dict[str, Floats] = {}
    for name, values in contributions.items():
        criterion = criterion_of(name)
        found[criterion] = found[criterion] + values if criterion in found else values.copy()
    return found


@cache
def shipped_ranker() -> Ranker:
    """Return the model of the package; read once."""
    return Ranker.from_text(MODEL.read_text(encoding="utf-8"))
