"""The statistics of a network, each exact."""

from dataclasses import asdict, dataclass

import numpy as np

from elci.domain.networks.components import components, core_numbers, largest_of
from elci.domain.networks.degrees import assortativity, gini, power_law_exponent
from elci.domain.networks.distances import (
    distance_counts,
    effective_diameter,
    mean_distance,
    percentile_distance,
)
from elci.domain.networks.network import Network, Numbers
from elci.domain.networks.refusals import refuse_too_large
from elci.domain.networks.triangles import (
    claw_count,
    global_clustering,
    triangles_at,
    wedge_count,
)


@dataclass(frozen=True, slots=True)
class Statistics:
    """Numbers of a network as a whole; distances are those of its largest component."""

    n: int
    m: int
    max_degree: int
    mean_degree: float
    wedges: int
    claws: int
    triangles: int
    components: int
    largest_component: int
    diameter: int
    mean_distance: float
    median_distance: int
    effective_diameter_50: float
    effective_diameter_90: float
    gini: float
    power_law_exponent: float | None
    assortativity: float | None
    global_clustering: float
    core_number: int

    def as_dict(self) -> dict[str, int | float | None]:
        """Return the numbers by their names, in the order in which they are documented."""
        return asdict(self)


def statistics_of(network: Network) -> Statistics:
    """Return the statistics of a network with at least one link.

    Raises ``LinksRefusedError`` where exact distances would take hours.
    """
    parts = components(network)
    core = network.among(largest_of(parts))
    refuse_too_large(core)
    triangles = int(triangles_at(network).sum()) // 3
    return put_together(
        network,
        parts=parts,
        counts=distance_counts(core),
        triangles=triangles,
        core_number=int(core_numbers(network).max()),
    )


def put_together(
    network: Network, *, parts: Numbers, counts: Numbers, triangles: int, core_number: int
) -> Statistics:
    """Return the statistics of a network of which the costly ones have been measured.

    ``counts`` are those of the distances within the largest part.
    """
    sizes = np.unique(parts, return_counts=True)[1]
    return Statistics(
        n=network.n,
        m=network.m,
        max_degree=int(network.degrees.max()),
        mean_degree=2 * network.m / network.n,
        wedges=wedge_count(network),
        claws=claw_count(network),
        triangles=triangles,
        components=len(sizes),
        largest_component=int(sizes.max()),
        diameter=len(counts) - 1,
        mean_distance=mean_distance(counts),
        median_distance=percentile_distance(counts, 0.5),
        effective_diameter_50=effective_diameter(counts, 0.5),
        effective_diameter_90=effective_diameter(counts, 0.9),
        gini=gini(network),
        power_law_exponent=power_law_exponent(network),
        assortativity=assortativity(network),
        global_clustering=global_clustering(network, triangles),
        core_number=core_number,
    )
