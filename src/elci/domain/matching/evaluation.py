"""How well ties are foretold: every city is ranked for both ends of every tie of the test."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from elci.domain.matching.cities import Floats, Numbers
from elci.domain.matching.exposure import LIST_LENGTH
from elci.domain.matching.tables import Trial

RESAMPLES: Final = 1000
_RESAMPLES_OF_LISTS: Final = 200
_TAILS: Final = (2.5, 97.5)
Interval = tuple[float, float, float]
"""A value and the ends of its interval of 95 %."""
Values = NDArray[np.float64]


class Over(StrEnum):
    """What is drawn again to tell how sure a figure is."""

    TIES = "ties"
    CITIES = "cities"


@dataclass(frozen=True, eq=False)
class Ranks:
    """The rank of each end of each tie of the test among the candidates of the other end.

    Known partners and other right answers do not count; of equals, half stand before.
    """

    trial: Trial
    everywhere: Values
    in_country: Values
    """Among the candidates of the right country; ``nan`` where it is not known."""
    lists: Numbers
    """The first candidates of each city's list, a row a city; -1 where it is shorter."""

    @cached_property
    def cold(self) -> NDArray[np.bool_]:
        """Which ties have an end without any tie to learn from."""
        degrees = self.trial.world.ties.degrees
        return np.asarray((degrees[self.trial.test] == 0).any(axis=1))


def ranks_of(trial: Trial, scores: Floats) -> Ranks:
    """Rank the ends of the ties of a test by scores of candidates (columns) for cities (rows)."""
    answers: dict[int, list[int]] = {}
    for one, other in trial.test.tolist():
        answers.setdefault(one, []).append(other)
        answers.setdefault(other, []).append(one)
    found = {
        (city, right): ranks
        for city, rights in answers.items()
        for right, ranks in zip(rights, _ranks(trial, scores[city], city, rights), strict=True)
    }
    both = np.asarray(
        [(found[one, other], found[other, one]) for one, other in trial.test.tolist()]
    )
    return Ranks(trial, both[:, :, 0], both[:, :, 1], _lists(trial, scores))


def _ranks(trial: Trial, row: Floats, city: int, rights: list[int]) -> list[tuple[float, float]]:
    countries = trial.world.cities.country_numbers[: trial.world.candidates]
    open_to = _open_to(trial, city)
    open_to[rights] = False
    others, lands = row[open_to], countries[open_to]
    found = []
    for right in rights:
        better, equal = others > row[right], others == row[right]
        rank = 1 + better.sum() + equal.sum() / 2
        here = lands == countries[right]
        near = 1 + (better & here).sum() + (equal & here).sum() / 2
        found.append((float(rank), float(near) if countries[right] else np.nan))
    return found


def _open_to(trial: Trial, city: int) -> NDArray[np.bool_]:
    found = np.ones(trial.world.candidates, dtype=bool)
    known = trial.world.partners(city)
    found[known[known < trial.world.candidates]] = False
    found[city] = False
    return found


def _lists(trial: Trial, scores: Floats) -> Numbers:
    count = trial.world.candidates
    length = min(LIST_LENGTH, count)
    found = np.full((count, length), -1, dtype=np.int64)
    for city in range(count):
        open_to = np.flatnonzero(_open_to(trial, city))
        row = scores[city, open_to]
        kept = np.argsort(-row, kind="stable")[:length]
        found[city, : len(kept)] = open_to[kept]
    return found


@dataclass(frozen=True, eq=False)
class Draws:
    """How often each end of each tie, and each city's list, is drawn in each resample."""

    ends: Floats
    """Resamples, ties, ends; the first one draws each once."""
    lists: Floats

    @classmethod
    def of(cls, trial: Trial, over: Over, *, seed: int = 0) -> "Draws":
        """Draw ties, or cities with all that was asked for them, with putting back."""
        chance = np.random.default_rng(seed)
        count, cities = len(trial.test), trial.world.candidates
        lists = _drawn(chance, cities, _RESAMPLES_OF_LISTS)
        if over is Over.CITIES:
            return cls(_drawn(chance, cities, RESAMPLES)[:, trial.test], lists)
        ties = _drawn(chance, count, RESAMPLES)
        return cls(np.repeat(ties[:, :, None], 2, axis=2), lists)


def _drawn(chance: np.random.Generator, count: int, resamples: int) -> Floats:
    found = chance.multinomial(count, np.full(count, 1 / count), size=resamples)
    return np.concatenate((np.ones((1, count)), found)).astype(np.float32)


def figures_of(ranks: Ranks, draws: Draws) -> dict[str, object]:
    """Return all measures of a ranking, each with its interval; ``None`` where none is counted."""
    return {
        **_measures(ranks, draws, np.ones(len(ranks.cold), dtype=bool)),
        "exposure_gini": exposure(ranks, draws),
        "given_country": _group(ranks.in_country, draws, np.ones(len(ranks.cold), dtype=bool)),
        "warm": _measures(ranks, draws, ~ranks.cold),
        "cold": _measures(ranks, draws, ranks.cold),
    }


def _measures(ranks: Ranks, draws: Draws, chosen: NDArray[np.bool_]) -> dict[str, object]:
    mutual = (ranks.everywhere <= LIST_LENGTH).all(axis=1, keepdims=True)
    found = _group(ranks.everywhere, draws, chosen)
    return found | {"mutual@50": _mean(np.repeat(mutual, 2, axis=1), draws, chosen)}


def _group(values: Values, draws: Draws, chosen: NDArray[np.bool_]) -> dict[str, object]:
    return {name: _mean(each, draws, chosen) for name, each in _by_name(values).items()}


def _by_name(values: Values) -> dict[str, Values]:
    unknown = np.isnan(values)
    hits = {limit: np.where(unknown, np.nan, values <= limit) for limit in (1, 10, LIST_LENGTH)}
    return {"mrr": 1 / values} | {f"hits@{limit}": hit for limit, hit in hits.items()}


def _mean(values: Values, draws: Draws, chosen: NDArray[np.bool_]) -> Interval | None:
    found = _means(values, draws, chosen)
    return None if found is None else interval(found)


def _means(values: Values, draws: Draws, chosen: NDArray[np.bool_]) -> Values | None:
    counted = ~np.isnan(values) & chosen[:, None]
    if not counted.any():
        return None
    weights = draws.ends[:, counted].astype(np.float64)
    return np.asarray(weights @ values[counted] / np.maximum(weights.sum(axis=1), 1))


def interval(resampled: Values) -> Interval:
    """Return the first value and the ends of the middle 95 % of the others."""
    low, high = np.percentile(resampled[1:], _TAILS)
    return float(resampled[0]), float(low), float(high)


def exposure(ranks: Ranks, draws: Draws) -> Interval:
    """Return how unequally the cities that are recommended at all share the places on the lists.

    The Gini coefficient of how many cities' first 50 name each of them; 0 is equal.
    """
    values = [_gini_of_lists(ranks.lists, weights) for weights in draws.lists]
    return interval(np.asarray(values))


def _gini_of_lists(lists: Numbers, weights: Floats) -> float:
    named = lists >= 0
    each = np.broadcast_to(weights[:, None], lists.shape)[named]
    times = np.bincount(lists[named], each)
    return gini_of(times[times > 0])


def gini_of(values: Floats | Numbers) -> float:
    """Return the Gini coefficient of positive values: 0 where all are equal.

    >>> gini_of(np.array([2.0, 2.0])), gini_of(np.array([1.0, 3.0]))
    (0.0, 0.25)
    """
    ordered, count = np.sort(values), len(values)
    weighted = float((np.arange(1, count + 1) * ordered).sum())
    return 2 * weighted / (count * float(ordered.sum())) - (count + 1) / count


def differences(
    ranks: Ranks, others: Mapping[str, Ranks], draws: Draws
) -> dict[str, dict[str, Interval]]:
    """Return by how much a ranking is better than others on the same ties, drawn in pairs."""
    everyone = np.ones(len(ranks.cold), dtype=bool)
    ours = _by_name(ranks.everywhere)
    found: dict[str, dict[str, Interval]] = {}
    for name, other in others.items():
        theirs = _by_name(other.everywhere)
        means = {key: _means(ours[key] - theirs[key], draws, everyone) for key in ours}
        found[name] = {key: interval(each) for key, each in means.items() if each is not None}
    return found
