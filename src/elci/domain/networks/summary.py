"""The whole of a network in one object: statistics, first nodes, communities, chance."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from elci.domain.networks.cities import Cities
from elci.domain.networks.communities import Communities, communities_of
from elci.domain.networks.groups import Club, GroupTriangles, clubs_of, group_triangles
from elci.domain.networks.lift import Lift, country_lifts
from elci.domain.networks.measuring import Measures, Progress, measure, unheard
from elci.domain.networks.network import Flags, Floats, Network
from elci.domain.networks.nulls import Compared, Null, compared_with
from elci.domain.networks.ranks import Ranked, first_by

STEPS: Final = ("distances", "betweenness", "circles", "communities", "chance")


@dataclass(frozen=True, slots=True, kw_only=True)
class Depth:
    """How much work a summary is worth."""

    sources: int | None
    """Nodes from which betweenness is estimated; None measures it exactly."""
    runs: int
    """Divisions into communities, of which the best is kept."""
    draws: int
    """Networks drawn by chance for each null model."""
    top: int
    """How many nodes are named by each measure."""
    seed: int


QUICK: Final = Depth(sources=256, runs=2, draws=10, top=20, seed=1)
"""A look: a second or two for 20,000 links."""
KEPT: Final = Depth(sources=None, runs=10, draws=200, top=100, seed=1)
"""What is worth keeping: a minute or two."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Summary:
    """What a network looks like."""

    depth: Depth
    measures: Measures
    first: Mapping[str, list[Ranked]]
    """The nodes with the greatest values of each measure."""
    communities: Communities
    nulls: Mapping[Null, Mapping[str, Compared]]
    """Without facts on cities only the first null model differs from the network."""
    lifts: list[Lift]
    clubs: list[Club]
    group_triangles: GroupTriangles | None
    """Nothing where no link is told to be one of a club."""


def summary_of(
    network: Network,
    cities: Cities,
    *,
    of_groups: Flags | None = None,
    depth: Depth = QUICK,
    begins: Progress = unheard,
) -> Summary:
    """Measure a network with at least one link in all ways at once.

    ``begins`` is told each step as it begins, in the order of ``STEPS``.
    """
    measures = measure(network, sources=depth.sources, seed=depth.seed, begins=begins)
    begins("communities")
    communities = communities_of(network, runs=depth.runs, seed=depth.seed)
    begins("chance")
    return Summary(
        depth=depth,
        measures=measures,
        first=_first(measures, depth.top),
        communities=communities,
        nulls=_nulls(network, cities, depth),
        lifts=country_lifts(network, cities),
        clubs=[] if of_groups is None else clubs_of(network, of_groups),
        group_triangles=None if of_groups is None else group_triangles(network, of_groups),
    )


def _nulls(network: Network, cities: Cities, depth: Depth) -> Mapping[Null, Mapping[str, Compared]]:
    told = list(Null) if cities.country_codes else [Null.DEGREES]
    return {
        null: compared_with(null, network, cities, draws=depth.draws, seed=depth.seed)
        for null in told
    }


def _first(found: Measures, count: int) -> Mapping[str, list[Ranked]]:
    exact: dict[str, Floats] = {
        "degree": found.degrees.astype(float),
        "page_rank": found.page_rank,
        "closeness": found.closeness,
        "harmonic": found.harmonic,
        "core_number": found.core_numbers.astype(float),
        "effective_size": found.effective_size,
        "falls_apart": np.where(found.joints.articulations, found.joints.parts, np.nan),
    }
    between = found.betweenness
    scaled, errors = between.values / between.scale, between.errors / between.scale
    return {
        "betweenness": first_by(scaled, count, errors=errors),
        **{name: first_by(values, count) for name, values in exact.items()},
    }
