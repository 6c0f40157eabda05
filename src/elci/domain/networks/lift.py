"""Which countries' cities are linked more, or less, than the number of their links would bring."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from elci.domain.networks.cities import Cities
from elci.domain.networks.network import Floats, Network, Numbers


@dataclass(frozen=True, slots=True)
class Lift:
    """The links between the cities of two countries, or within one, beside what chance gives."""

    one: str
    other: str
    observed: int
    expected: float
    deviation: float
    low: float
    high: float
    """What chance gives lies between these in 95 of 100 cases."""

    @property
    def lift(self) -> float:
        """How many times the expected number of links there are: 1 as by chance."""
        return self.observed / self.expected

    @property
    def z(self) -> float:
        """How many standard deviations the number lies above what chance gives."""
        return (self.observed - self.expected) / self.deviation


def country_lifts(network: Network, cities: Cities, *, least_expected: float = 1.0) -> list[Lift]:
    """Return the pairs of countries that have a link or could be expected to, the oddest first.

    Chance is the configuration model: all ends of links whose both countries are known are joined
    by lot (Molloy and Reed 1995). With d_A and d_B ends and 2 m in all, the mean for two countries
    is d_A d_B / (2 m - 1), for one d_A (d_A - 1) / (2 (2 m - 1)); the variance follows from the
    mean number of ordered pairs of such links. No draw is needed. Where the number of links of each
    pair of countries is itself kept, every lift is 1: that null model has none to show.
    """
    ends = cities.country_numbers[network.pairs]
    known = np.sort(ends[(ends >= 0).all(axis=1)], axis=1)
    count = len(cities.country_codes)
    observed = np.bincount(known[:, 0] * count + known[:, 1], minlength=count * count)
    return lifts_of(
        cities.country_codes, observed.reshape(count, count), least_expected=least_expected
    )


def lifts_of(codes: Sequence[str], observed: Numbers, *, least_expected: float = 1.0) -> list[Lift]:
    """Return the same from a table of the links of each pair, of which one half is filled."""
    table = observed + observed.T
    counts = table.sum(axis=1)
    one, other = np.triu_indices(len(codes))
    links = np.where(one == other, table[one, other] // 2, table[one, other])
    if not len(links) or not links.sum():
        return []
    mean, deviation = _by_lot(counts, one, other, int(links.sum()))
    told = np.flatnonzero((mean > 0) & (deviation > 0) & ((links > 0) | (mean >= least_expected)))
    oddest = np.argsort(-_oddness(links[told], mean[told]), kind="stable")
    return [
        _lift((codes[one[at]], codes[other[at]]), int(links[at]), (mean[at], deviation[at]))
        for at in told[oddest]
    ]


def _oddness(observed: Numbers, mean: Floats) -> Floats:
    """Return how far numbers are from their means, as the deviance of a Poisson distribution.

    Unlike z it does not make much of a single link where next to none was expected.
    """
    ratio = np.where(observed > 0, observed / mean, 1)
    return np.asarray(2 * (observed * np.log(ratio) - (observed - mean)))


def _lift(ends: tuple[str, str], observed: int, chance: tuple[float, float]) -> Lift:
    one, other = ends
    mean, deviation = map(float, chance)
    return Lift(
        one=one,
        other=other,
        observed=observed,
        expected=mean,
        deviation=deviation,
        low=max(mean - 1.96 * deviation, 0.0),
        high=mean + 1.96 * deviation,
    )


def _by_lot(counts: Numbers, one: Numbers, other: Numbers, m: int) -> tuple[Floats, Floats]:
    """Return mean and standard deviation of the links between countries where ends are joined."""
    first, second = counts[one].astype(float), counts[other].astype(float)
    within = one == other
    singles = np.where(within, first * (first - 1) / 2, first * second)
    pairs = np.where(
        within,
        first * (first - 1) * (first - 2) * (first - 3) / 4,
        first * (first - 1) * second * (second - 1),
    )
    mean = singles / (2 * m - 1)
    again = pairs / ((2 * m - 1) * max(2 * m - 3, 1))
    variance = again + mean - np.square(mean)
    return mean, np.sqrt(np.maximum(variance, 0))
