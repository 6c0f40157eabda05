"""What of a network chance alone would explain: its measures beside those of drawn networks."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

import numpy as np

from elci.domain.networks.cities import (
    Cities,
    are_domestic,
    link_lengths_km,
    median_size_ratio,
    size_homophily,
)
from elci.domain.networks.degrees import assortativity
from elci.domain.networks.network import Floats, Network
from elci.domain.networks.shuffling import shuffles
from elci.domain.networks.triangles import global_clustering, triangles_at


class Null(StrEnum):
    """What drawn networks have in common with the one that is looked at."""

    DEGREES = "degrees"
    """Every city has as many links."""
    COUNTRY_PAIRS = "country_pairs"
    """Besides, every pair of countries has as many links."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A measure of a network beside what chance gives; nothing where it cannot be measured."""

    observed: float | None
    mean: float | None
    deviation: float | None
    """Standard deviation of the draws."""
    z: float | None
    """How many deviations above the mean; nothing where all draws are the same."""
    low: float | None
    high: float | None
    """Between these lie 95 of 100 draws, were they normal; with few draws only a rough guide."""
    draws: int


def measures(network: Network, cities: Cities) -> dict[str, float | None]:
    """Return the measures that are compared with chance."""
    lengths = link_lengths_km(cities, network.pairs)
    is_domestic, is_known = are_domestic(cities, network.pairs)
    triangles = int(triangles_at(network).sum()) // 3
    return {
        "mean_km": _mean(lengths[~np.isnan(lengths)]),
        "domestic_share": _mean(is_domestic[is_known].astype(float)),
        "clustering": global_clustering(network, triangles),
        "assortativity": assortativity(network),
        "triangles": float(triangles),
        "size_homophily": size_homophily(cities, network.pairs),
        "size_ratio": median_size_ratio(cities, network.pairs),
    }


def _mean(values: Floats) -> float | None:
    return float(values.mean()) if len(values) else None


def compared_with(
    null: Null, network: Network, cities: Cities, *, draws: int, seed: int
) -> Mapping[str, Compared]:
    """Compare the measures of a network with those of networks drawn by chance."""
    kinds = cities.country_numbers if null is Null.COUNTRY_PAIRS else None
    drawn = shuffles(network, draw=np.random.default_rng(seed), kinds=kinds)
    found = [measures(one, cities) for one in islice(drawn, draws)]
    return {
        name: _compared(observed, [each[name] for each in found])
        for name, observed in measures(network, cities).items()
    }


def _compared(observed: float | None, drawn: list[float | None]) -> Compared:
    values = np.asarray([value for value in drawn if value is not None], dtype=float)
    if observed is None or len(values) < 2:
        return Compared(observed, None, None, None, None, None, len(values))
    mean, deviation = float(values.mean()), float(values.std(ddof=1))
    is_fixed = deviation <= 1e-9 * max(abs(mean), 1e-9)
    return Compared(
        observed=observed,
        mean=mean,
        deviation=deviation,
        z=None if is_fixed else (observed - mean) / deviation,
        low=mean - 1.96 * deviation,
        high=mean + 1.96 * deviation,
        draws=len(values),
    )
