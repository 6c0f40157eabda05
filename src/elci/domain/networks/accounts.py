"""Whether both sides of a tie tell of it: reciprocity of two accounts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from elci.domain.networks.network import Flags, Numbers


@dataclass(frozen=True, slots=True)
class Reciprocity:
    """How many ties both sides tell of."""

    ties: int
    """Pairs of which at least one side tells."""
    by_both: int
    comparable: int
    """Pairs of which both sides have a list of partners, so that silence says something."""
    by_both_of_comparable: int

    @property
    def share(self) -> float | None:
        """The share of all ties that both tell of; nothing where there is no tie."""
        return self.by_both / self.ties if self.ties else None

    @property
    def share_of_comparable(self) -> float | None:
        """The share of the comparable ties that both tell of."""
        return self.by_both_of_comparable / self.comparable if self.comparable else None


def reciprocity(n: int, told: Numbers, has_list: Flags | None = None) -> Reciprocity:
    """Measure reciprocity, given who (first column) names whom (second) as a partner.

    A city has a list where ``has_list`` says so; where it is not given, where it names anyone.
    Telling the same again, or naming oneself, counts for nothing.

    >>> reciprocity(3, np.array([[0, 1], [1, 0], [1, 2]]))
    Reciprocity(ties=2, by_both=1, comparable=1, by_both_of_comparable=1)
    """
    _, both, listed = _told(n, told, has_list)
    return Reciprocity(
        ties=len(both),
        by_both=int(both.sum()),
        comparable=int(listed.sum()),
        by_both_of_comparable=int((both & listed).sum()),
    )


def reciprocity_by(
    kinds: Sequence[str], told: Numbers, has_list: Flags | None = None
) -> dict[str, Reciprocity]:
    """Measure reciprocity for each kind of city, such as its country, over the ties of its cities.

    A tie between two kinds counts for both.
    """
    pairs, both, listed = _told(len(kinds), told, has_list)
    names = np.asarray(kinds)
    found: dict[str, Reciprocity] = {}
    for kind in sorted({*kinds}):
        at = (names[pairs] == kind).any(axis=1)
        counts = (at, at & both, at & listed, at & both & listed)
        if at.any():
            found[kind] = Reciprocity(*(int(flags.sum()) for flags in counts))
    return found


def _told(n: int, told: Numbers, has_list: Flags | None) -> tuple[Numbers, Flags, Flags]:
    """Return each tie once, whether both tell of it, and whether both have a list."""
    told = told[told[:, 0] != told[:, 1]]
    lists = np.bincount(told[:, 0], minlength=n) > 0 if has_list is None else has_list
    keys = np.unique(told[:, 0] * n + told[:, 1])
    one, other = np.minimum(keys // n, keys % n), np.maximum(keys // n, keys % n)
    ties, times = np.unique(one * n + other, return_counts=True)
    pairs = np.column_stack((ties // n, ties % n))
    return pairs, times == 2, lists[pairs].all(axis=1)
