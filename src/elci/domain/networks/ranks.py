"""Ranks, and how sure they are: between which ranks a value may lie."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from elci.domain.networks.network import Floats, Numbers

MARGIN: Final = 3.0
"""Standard errors on either side of an estimate within which the true value is taken to lie."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A node's place by a measure."""

    node: int
    value: float
    margin: float
    """How far the value may be off to either side; 0 where it is exact."""
    best: int
    worst: int
    """Between these its rank lies; they differ where values are equal or not sure."""


def first_by(values: Floats, count: int, *, errors: Floats | None = None) -> list[Ranked]:
    """Return the nodes with the greatest values, each with the ranks that it may have.

    Nodes without a value (not a number) have no rank. Of equals the first comes first.
    """
    known = np.flatnonzero(~np.isnan(values))
    margins = np.zeros(len(known)) if errors is None else MARGIN * errors[known]
    low, high = np.sort(values[known] - margins), np.sort(values[known] + margins)
    order = np.argsort(-values[known], kind="stable")[:count]
    surely_above = len(known) - np.searchsorted(low, (values[known] + margins)[order], side="right")
    not_below = len(known) - np.searchsorted(high, (values[known] - margins)[order], side="left")
    return [
        Ranked(
            int(known[at]), float(values[known[at]]), float(margins[at]), int(above) + 1, int(last)
        )
        for at, above, last in zip(order, surely_above, not_below, strict=True)
    ]


def errors_of_coverage(degrees: Numbers, coverage: float) -> Floats:
    """Return the standard errors of degrees of which a known share of all links is held.

    With a share c, each link held by chance, a node with d links held has about d / c, give or
    take √(d (1 - c)) / c.

    >>> errors_of_coverage(np.array([16]), 0.5).tolist()
    [5.656854249492381]
    """
    if not 0 < coverage <= 1:
        msg = f"a coverage of {coverage} is no share of all links: give one above 0 and up to 1"
        raise ValueError(msg)
    return np.asarray(np.sqrt(degrees * (1 - coverage)) / coverage)
