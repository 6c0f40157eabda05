"""A summary as plain values, for JSON and for keeping."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

import numpy as np

from elci.domain.networks.communities import Communities
from elci.domain.networks.lift import Lift
from elci.domain.networks.measuring import Measures
from elci.domain.networks.network import Network
from elci.domain.networks.ranks import Ranked
from elci.domain.networks.summary import Summary

MOST_LIFTS: Final = 100
_MOST_BRIDGES: Final = 20

Plain = dict[str, Any]


def as_plain(
    found: Summary, network: Network, *, ids: Sequence[str], names: Sequence[str]
) -> Plain:
    """Return a summary as values that JSON knows; nodes by their ids and names."""
    between = found.measures.betweenness
    return {
        "statistics": found.measures.statistics.as_dict(),
        "distance_counts": found.measures.distance_counts.tolist(),
        "betweenness": {
            "exact": between.is_exact,
            "sources": between.sources,
            "possible_sources": between.possible,
            "seed": found.depth.seed,
        },
        "first": {
            measure: [_ranked(each, ids, names) for each in ranked]
            for measure, ranked in found.first.items()
        },
        "joints": _joints(found.measures, network, names),
        "communities": _communities(found.communities),
        "null_models": {
            null.value: {name: asdict(compared) for name, compared in measures.items()}
            for null, measures in found.nulls.items()
        },
        "country_lifts": [_lift(lift) for lift in found.lifts[:MOST_LIFTS]],
        "clubs": [
            {
                "members": [names[node] for node in club.members],
                "links": club.links,
                "complete": club.is_complete,
            }
            for club in found.clubs
        ],
        "group_triangles": None if found.group_triangles is None else asdict(found.group_triangles),
    }


def _ranked(each: Ranked, ids: Sequence[str], names: Sequence[str]) -> Plain:
    return {
        "id": ids[each.node],
        "name": names[each.node],
        "value": each.value,
        "margin": each.margin if np.isfinite(each.margin) else None,
        "best_rank": each.best,
        "worst_rank": each.worst,
    }


def _joints(measures: Measures, network: Network, names: Sequence[str]) -> Plain:
    joints = measures.joints
    heaviest = np.argsort(-joints.beyond, kind="stable")[:_MOST_BRIDGES]
    return {
        "bridges": int(joints.bridges.sum()),
        "articulation_points": int(joints.articulations.sum()),
        "heaviest_bridges": [
            {
                "between": [names[node] for node in network.pairs[link]],
                "nodes_beyond": int(joints.beyond[link]),
            }
            for link in heaviest
            if joints.bridges[link]
        ],
    }


def _communities(found: Communities) -> Plain:
    return {
        "count": len(found.sizes),
        "sizes": found.sizes[:_MOST_BRIDGES].tolist(),
        "modularity": found.modularity,
        "least_modularity": found.least_modularity,
        "stability": found.stability,
        "runs": found.runs,
        "seed": found.seed,
    }


def _lift(lift: Lift) -> Mapping[str, Any]:
    return {**asdict(lift), "lift": lift.lift, "z": lift.z}
