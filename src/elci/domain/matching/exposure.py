"""Sharing out attention: no city shall stand on everybody's list while others stand on none."""

from typing import Final

import numpy as np

from elci.domain.matching.cities import Floats, Numbers
from elci.domain.matching.world import World

LIST_LENGTH: Final = 50
_ROUNDS: Final = 2
_STEP: Final = 0.15
_DOUBT: Final = 5.0
_ROWS: Final = 500


def evened(scores: Floats, world: World) -> Floats:
    """Return scores of candidates (columns) for cities (rows), lowered for those on many lists.

    In each round it is counted on how many lists of 50 a candidate stands, its partners' left
    out, and its scores are lowered by a part of the logarithm of that over the mean.
    """
    found = scores.copy()
    np.fill_diagonal(found, -np.inf)
    among = world.ties.pairs[(world.ties.pairs < world.candidates).all(axis=1)]
    found[among[:, 0], among[:, 1]] = found[among[:, 1], among[:, 0]] = -np.inf
    length = min(LIST_LENGTH, max(world.candidates - 1, 1))
    for _ in range(_ROUNDS):
        times = _times_named(found, length)
        found -= (_STEP * np.log((times + _DOUBT) / (length + _DOUBT))).astype(np.float32)
    return found


def _times_named(scores: Floats, length: int) -> Numbers:
    """Return on how many lists each candidate stands."""
    count = len(scores)
    found = np.zeros(count, dtype=np.int64)
    for start in range(0, count, _ROWS):
        rows = scores[start : start + _ROWS]
        best = np.argpartition(-rows, length - 1, axis=1)[:, :length]
        found += np.bincount(best.ravel(), minlength=count)
    return found
