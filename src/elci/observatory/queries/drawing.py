"""The whole network as numbers for the reader's browser, small enough to be sent at once."""

import json
from functools import lru_cache
from typing import Any, Final

import numpy as np

from elci.domain.geography.countries import country_facts
from elci.domain.maps import project
from elci.domain.networks.network import Network
from elci.observatory.queries.networks import CityNetwork, country_names

FINENESS: Final = 10
"""Steps for each unit of the map."""


def network_as_json(whole: CityNetwork, language: str, layout: Any) -> bytes:
    """Return cities and ties as compact JSON; ``layout`` is where each city stands in the graph.

    Ties are given by their first ends: how many ties each city has with later ones, and these, each
    as the step from the one before.
    """
    return _written(whole, language, _Layout(layout))


class _Layout:
    """Positions in the graph, told apart by the object that holds them."""

    def __init__(self, positions: Any) -> None:
        self.positions = positions

    def __hash__(self) -> int:
        return id(self.positions)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Layout) and self.positions is other.positions


@lru_cache(maxsize=8)
def _written(whole: CityNetwork, language: str, layout: _Layout) -> bytes:
    world, network = whole.world, whole.network
    names = country_names(world, language)
    codes = list(names)
    places = {code: number for number, code in enumerate(codes)}
    points = np.asarray([project(*place) for place in world.coordinates.tolist()]).reshape(-1, 2)
    steps = np.rint(points * FINENESS).astype(int)
    told = {
        "ids": np.diff(world.ids, prepend=0).tolist(),
        "names": whole.names_in(language),
        "countries": [places[code] for code in world.countries],
        "codes": codes,
        "regions": [country_facts()[code].region for code in codes],
        "countryNames": list(names.values()),
        "x": steps[:, 0].tolist(),
        "y": steps[:, 1].tolist(),
        "fineness": FINENESS,
        **_links(network),
        "register": _of_register(whole),
    }
    if layout.positions is not None:
        told["gx"], told["gy"] = layout.positions
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _links(network: Network) -> dict[str, list[int]]:
    one, other = network.pairs.T
    counts = np.bincount(one, minlength=network.n)
    starts = np.concatenate(([0], np.cumsum(counts)[:-1])) if network.n else np.zeros(0, dtype=int)
    steps = np.diff(other, prepend=0)
    firsts = starts[counts > 0]
    steps[firsts] = other[firsts]
    return {"counts": counts.tolist(), "others": steps.tolist()}


def _of_register(whole: CityNetwork) -> list[int]:
    rows = whole.rows.tolist()
    sources = whole.world.sources
    return [tie for tie, row in enumerate(rows) if "register" in sources[row].split(";")]
