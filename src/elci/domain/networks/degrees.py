"""How unequally links are spread over cities, and whether the well linked link with each other."""

import numpy as np

from elci.domain.networks.network import Network


def gini(network: Network) -> float:
    """Return the Gini coefficient of the degrees: 0 where all are equal, near 1 where one has all.

    With the degrees in ascending order, 2 Σ i d_i / (n Σ d_i) - (n + 1) / n (Kunegis and Preusse
    2012).

    >>> gini(Network.of(3, np.array([[0, 1], [1, 2], [0, 2]])))
    0.0
    """
    degrees = np.sort(network.degrees)
    n, total = network.n, int(degrees.sum())
    if total == 0:
        return 0.0
    weighted = int((np.arange(1, n + 1) * degrees).sum())
    return (2 * weighted - (n + 1) * total) / (n * total)


def power_law_exponent(network: Network) -> float | None:
    """Return the exponent of a power law fitted to the degrees: 1 + n / Σ ln (d / d_min).

    Over nodes with at least one link, d_min the least degree among them (Newman 2005, as KONECT
    computes it). Nothing where all degrees are equal: no exponent fits them.
    """
    degrees = network.degrees[network.degrees > 0]
    if len(degrees) == 0 or degrees.min() == degrees.max():
        return None
    return float(1 + len(degrees) / np.log(degrees / degrees.min()).sum())


def assortativity(network: Network) -> float | None:
    """Return how alike in degree the two ends of a link are: the correlation over all links.

    Pearson's coefficient over both directions of each link (Newman 2002), from -1 to 1. Nothing
    where all ends have the same degree.
    """
    if network.m == 0:
        return None
    one, other = network.degrees[network.pairs].T.astype(float)
    ends = np.concatenate((one, other))
    spread = ends.var()
    if spread == 0:
        return None
    return float(((one * other).mean() - ends.mean() ** 2) / spread)
