"""Clubs of many cities, which are groups and not pairs, told apart from ties of two."""

from dataclasses import dataclass

import numpy as np

from elci.domain.networks.components import components
from elci.domain.networks.network import Flags, Network, Numbers
from elci.domain.networks.triangles import global_clustering, triangles_in


@dataclass(frozen=True, eq=False)
class Club:
    """Cities that hang together by links of a club."""

    members: Numbers
    links: int

    @property
    def is_complete(self) -> bool:
        """Whether each member is linked with each other, as in one club and not in several."""
        return self.links == len(self.members) * (len(self.members) - 1) // 2


@dataclass(frozen=True, slots=True)
class GroupTriangles:
    """Closed circles of three by how many of their links are those of clubs."""

    by_pairs: int
    """No link of a club."""
    mixed: int
    by_groups: int
    """All three of clubs."""
    clustering: float
    clustering_without_groups: float
    """Measured on the network without the links of clubs."""

    @property
    def total(self) -> int:
        """All triangles."""
        return self.by_pairs + self.mixed + self.by_groups


def without_groups(network: Network, of_groups: Flags) -> Network:
    """Return the network of the ties of two; nodes that have none stay, without a link."""
    return Network(network.n, network.pairs[~of_groups])


def clubs_of(network: Network, of_groups: Flags) -> list[Club]:
    """Return the clubs, the largest first: what hangs together by their links.

    Clubs that share a city come out as one: which club a link belongs to is not in the data.
    """
    parts = components(Network(network.n, network.pairs[of_groups]))
    names, first, sizes = np.unique(parts, return_index=True, return_counts=True)
    chosen = np.flatnonzero(sizes > 1)
    links = np.bincount(parts[network.pairs[of_groups, 0]], minlength=network.n)
    order = chosen[np.lexsort((first[chosen], -sizes[chosen]))]
    return [Club(np.flatnonzero(parts == names[at]), int(links[names[at]])) for at in order]


def group_triangles(network: Network, of_groups: Flags) -> GroupTriangles:
    """Count triangles apart by the links that make them."""
    counts = np.zeros(4, dtype=np.int64)
    for some in triangles_in(network):
        counts += np.bincount(of_groups[some.links].sum(axis=1), minlength=4)
    pairs, one, two, groups = counts.tolist()
    alone = without_groups(network, of_groups)
    return GroupTriangles(
        by_pairs=pairs,
        mixed=one + two,
        by_groups=groups,
        clustering=global_clustering(network, int(counts.sum())),
        clustering_without_groups=global_clustering(alone, pairs),
    )
