"""All that is measured of each node of a network, with one pass over its distances."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from elci.domain.networks.betweenness import Betweenness, betweenness
from elci.domain.networks.brokers import Joints, constraint, effective_size, joints_of
from elci.domain.networks.centrality import closeness, harmonic_closeness, page_rank
from elci.domain.networks.components import components, core_numbers, largest_of
from elci.domain.networks.distances import Distances, distances_of
from elci.domain.networks.network import Floats, Network, Numbers
from elci.domain.networks.refusals import refuse_too_large
from elci.domain.networks.statistics import Statistics, put_together
from elci.domain.networks.triangles import local_clustering, triangles_at

Progress = Callable[[str], None]
"""Is told the name of each step as it begins."""


def unheard(_step: str) -> None:
    """Let a step begin without telling anyone."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Measures:
    """Measures of each node, in the order of the nodes; those of links are in ``joints``."""

    statistics: Statistics
    distance_counts: Numbers
    """Ordered pairs of the largest part that lie 0, 1, 2 … links apart."""
    parts: Numbers
    """For each node the smallest of its part."""
    degrees: Numbers
    triangles: Numbers
    clustering: Floats
    """Not a number for a node with fewer than two links."""
    core_numbers: Numbers
    page_rank: Floats
    closeness: Floats
    harmonic: Floats
    betweenness: Betweenness
    constraint: Floats
    effective_size: Floats
    joints: Joints


def measure(
    network: Network, *, sources: int | None, seed: int, begins: Progress = unheard
) -> Measures:
    """Measure a network with at least one link; betweenness from so many sources, or all.

    Raises ``LinksRefusedError`` where exact distances would take hours.
    """
    parts = components(network)
    begins("distances")
    distances, counts = _distances(network, parts)
    begins("betweenness")
    between = betweenness(network, sources=sources, seed=seed)
    begins("circles")
    triangles = triangles_at(network)
    cores = core_numbers(network)
    return Measures(
        statistics=put_together(
            network,
            parts=parts,
            counts=counts,
            triangles=int(triangles.sum()) // 3,
            core_number=int(cores.max()),
        ),
        distance_counts=counts,
        parts=parts,
        degrees=network.degrees,
        triangles=triangles,
        clustering=local_clustering(network, triangles),
        core_numbers=cores,
        page_rank=page_rank(network),
        closeness=closeness(distances),
        harmonic=harmonic_closeness(distances),
        betweenness=between,
        constraint=constraint(network),
        effective_size=effective_size(network, triangles),
        joints=joints_of(network),
    )


def _distances(network: Network, parts: Numbers) -> tuple[Distances, Numbers]:
    """Return the distances of all nodes, and the counts of those in the largest part."""
    largest = largest_of(parts)
    others = np.setdiff1d(np.arange(network.n), largest)
    core = network.among(largest)
    refuse_too_large(core)
    inside, outside = distances_of(core), distances_of(network.among(others))
    order = np.argsort(np.concatenate((largest, others)))
    merged = Distances(
        counts=inside.counts,
        reached=np.concatenate((inside.reached, outside.reached))[order],
        far=np.concatenate((inside.far, outside.far))[order],
        near=np.concatenate((inside.near, outside.near))[order],
    )
    return merged, inside.counts
