"""What takes long to compute of a network, as it is kept: plain numbers, lists and names."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any, Final

import numpy as np

from elci.domain.geography.shares import shares
from elci.domain.maps import HEIGHT, WIDTH
from elci.domain.networks.betweenness import betweenness
from elci.domain.networks.brokers import constraint, joints_of
from elci.domain.networks.cities import Cities
from elci.domain.networks.communities import Communities, communities_of
from elci.domain.networks.components import core_numbers, largest_component
from elci.domain.networks.groups import group_triangles
from elci.domain.networks.layout import layout
from elci.domain.networks.lift import country_lifts
from elci.domain.networks.margins import degree_ranks
from elci.domain.networks.network import Network, Numbers
from elci.domain.networks.nulls import Null, compared_with
from elci.domain.networks.statistics import statistics_of
from elci.domain.networks.triangles import local_clustering, triangles_at
from elci.observatory.choices import ResultKind
from elci.observatory.queries.drawing import FINENESS
from elci.observatory.queries.networks import CityNetwork

SEED: Final = 20260101
RUNS: Final = 5
"""Divisions into communities, of which the best counts."""
MARGIN_DRAWS: Final = 400
NULL_DRAWS: Final = 200
EXACT_TO: Final = 20_000
"""Up to so many linked cities all ways are followed; of more, those from ``SOURCES`` of them."""
SOURCES: Final = 2000
THOUSANDTHS: Final = 1000
BILLIONTHS: Final = 1_000_000_000
UNKNOWN: Final = -1
_EDGE: Final = 0.96
"""The part of the picture that the graph fills."""


def measured(kind: ResultKind, whole: CityNetwork) -> Any:
    """Compute a result of a network with at least one tie."""
    return _MEASURED[kind](whole)


def facts_of(whole: CityNetwork) -> Cities:
    """Return what the measures ask of the cities."""
    world = whole.world
    return Cities(
        countries=world.countries, coordinates=world.coordinates, population=world.population
    )


def _summary(whole: CityNetwork) -> dict[str, Any]:
    linked = np.flatnonzero(whole.network.degrees)
    _nodes, found = _communities(whole.network)
    ends = [whole.world.countries[place] for place in whole.network.pairs.ravel().tolist()]
    lengths = whole.types.distances_km[~np.isnan(whole.types.distances_km)]
    return {
        **statistics_of(whole.network.among(linked)).as_dict(),
        "communities": len(found.sizes),
        "modularity": found.modularity,
        "stability": found.stability,
        "types": {kind.value: number for kind, number in whole.types.counts().items()},
        "north_south": int((whole.types.north_south == 1).sum()),
        "mean_km": float(lengths.mean()) if len(lengths) else None,
        "median_km": float(np.median(lengths)) if len(lengths) else None,
        "regions": _shared(ends, "region"),
        "continents": _shared(ends, "continent"),
    }


def _communities(network: Network) -> tuple[Numbers, Communities]:
    """Divide the largest part; in the others there is not much to divide."""
    nodes = largest_component(network)
    return nodes, communities_of(network.among(nodes), runs=RUNS, seed=SEED)


def _shared(codes: list[str], part: str) -> list[tuple[str, int]]:
    return [(each.name, each.count) for each in shares(codes, lambda facts: getattr(facts, part))]


def _cities(whole: CityNetwork) -> dict[str, Any]:
    network = whole.network
    is_small = int((network.degrees > 0).sum()) <= EXACT_TO
    between = betweenness(network, sources=None if is_small else SOURCES, seed=SEED)
    ranks = degree_ranks(network, draws=MARGIN_DRAWS, seed=SEED)
    linked = np.flatnonzero(network.degrees)
    nodes, found = _communities(network)
    communities = np.full(network.n, UNKNOWN)
    communities[nodes] = found.of_nodes
    return {
        "rank": ranks.of_nodes.tolist(),
        "rank_low": ranks.low.tolist(),
        "rank_high": ranks.high.tolist(),
        "between": _whole(between.values / between.scale, BILLIONTHS),
        "between_error": [] if between.is_exact else _whole(between.errors, 1),
        "constraint": _whole(constraint(network), THOUSANDTHS),
        "clustering": _whole(local_clustering(network, triangles_at(network)), THOUSANDTHS),
        "core": core_numbers(network).tolist(),
        "parts": joints_of(network).parts.tolist(),
        "community": communities.tolist(),
        "community_sizes": found.sizes.tolist(),
        "layout": _layout(network, linked),
    }


def _layout(network: Network, linked: Numbers) -> list[list[int]]:
    """Return where each city stands in the graph: steps of the map's width and height."""
    drawn = layout(network.among(linked), seed=SEED)
    reach = np.abs(drawn).max(axis=0)
    room = np.asarray([WIDTH, HEIGHT]) / 2 * _EDGE
    steps = drawn * (room / np.maximum(reach, 1e-9)).min() + np.asarray([WIDTH, HEIGHT]) / 2
    found = np.zeros((network.n, 2))
    found[linked] = steps * FINENESS
    return [[int(step) for step in axis] for axis in np.rint(found).T]


def _whole(values: Any, times: int) -> list[int]:
    known = np.isfinite(values)
    found = np.full(len(values), UNKNOWN)
    found[known] = np.rint(values[known] * times)
    return [int(value) for value in found]


def _countries(whole: CityNetwork) -> dict[str, Any]:
    cities = facts_of(whole)
    lifts = country_lifts(whole.network, cities)
    return {
        "lifts": [
            [
                each.one,
                each.other,
                each.observed,
                *(round(value, 3) for value in (each.expected, each.z, each.low, each.high)),
            ]
            for each in lifts
        ]
    }


def _claims(whole: CityNetwork) -> dict[str, Any]:
    cities = facts_of(whole)
    every = Network.of(whole.network.n, whole.world.pairs[whole.world.until < 0])
    clubs = {tuple(pair) for pair in whole.club_network.pairs.tolist()}
    is_club = np.asarray([tuple(pair) in clubs for pair in every.pairs.tolist()], dtype=np.bool_)
    triangles = group_triangles(every, is_club)
    return {
        "nulls": {
            null.value: {
                name: asdict(each)
                for name, each in compared_with(
                    null, whole.network, cities, draws=NULL_DRAWS, seed=SEED
                ).items()
            }
            for null in Null
        },
        "triangles": {**asdict(triangles), "total": triangles.total},
    }


_MEASURED: Final[dict[ResultKind, Callable[[CityNetwork], Any]]] = {
    ResultKind.SUMMARY: _summary,
    ResultKind.CITIES: _cities,
    ResultKind.COUNTRIES: _countries,
    ResultKind.CLAIMS: _claims,
}
