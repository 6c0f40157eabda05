"""Numbers of a network: kept ones where they took long, computed at once where they do not."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

import numpy as np

from elci.domain.networks.statistics import statistics_of
from elci.observatory.choices import ResultKind
from elci.observatory.models import KeptResult
from elci.observatory.queries.asking import Selection
from elci.observatory.queries.networks import CityNetwork
from elci.observatory.queries.shipped import shipped_result

VERSION: Final = 1
"""Of what is kept: one more whenever a result is computed or written in another way."""
AT_ONCE: Final = 20_000
"""Of so many ties numbers are computed while the reader waits."""


@dataclass(frozen=True, eq=False, slots=True)
class Kept:
    """A result with the day on which it was made."""

    content: Any
    made_on: date


def kept_result(kind: ResultKind, whole: CityNetwork) -> Kept | None:
    """Return what is kept of exactly these rows: with the package, or in the database."""
    shipped = shipped_result(kind, whole.digest, version=VERSION)
    if shipped is not None:
        return Kept(shipped.content, shipped.made_on)
    return _from_database(kind.value, whole.digest)


def _from_database(kind: str, digest: str) -> Kept | None:
    asked = KeptResult.objects.filter(kind=kind, rows_digest=digest, version=VERSION)
    found = asked.values_list("content", "made_at").first()
    return None if found is None else Kept(found[0], found[1].date())


def numbers_of(selection: Selection) -> dict[str, Any] | None:
    """Return the statistics of a part of a network; None where computing them takes too long."""
    is_whole = len(selection.ties) == selection.whole.network.m
    if is_whole:
        kept = kept_result(ResultKind.SUMMARY, selection.whole)
        if kept is not None:
            return dict(kept.content)
    if not 0 < len(selection.ties) <= AT_ONCE:
        return None
    return _computed(selection.whole, tuple(selection.ties.tolist()))


@lru_cache(maxsize=64)
def _computed(whole: CityNetwork, ties: tuple[int, ...]) -> dict[str, Any]:
    network = Selection(whole, np.asarray(ties), np.zeros(0, dtype=np.int64)).network
    return statistics_of(network.among(np.flatnonzero(network.degrees))).as_dict()
