"""Two data sets as one."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

import numpy as np

from elci.domain.geography.tables import Numbers
from elci.domain.geography.world import UNKNOWN_YEAR, World

Value = TypeVar("Value")


def joined(one: World, other: World) -> World:
    """Return the cities and ties of both; where both know something, the first one's word counts.

    The sources of a tie that both state stand side by side, parted by a semicolon.
    """
    ids = np.union1d(one.ids, other.ids)
    known = np.isin(ids, one.ids).tolist()
    at_one = np.searchsorted(one.ids, ids).tolist()
    at_other = np.searchsorted(other.ids, ids).tolist()

    def of_city(value: Callable[[World, int], Value]) -> list[Value]:
        return [
            value(one, mine) if is_known else value(other, theirs)
            for is_known, mine, theirs in zip(known, at_one, at_other, strict=True)
        ]

    ties = _both(_ties(one, ids), _ties(other, ids))
    pairs = sorted(ties)
    return World(
        ids=ids,
        names=tuple(of_city(lambda world, place: world.names[place])),
        countries=tuple(of_city(lambda world, place: world.countries[place])),
        coordinates=np.asarray(
            of_city(lambda world, place: world.coordinates[place].tolist()), dtype=np.float64
        ).reshape(-1, 2),
        population=np.asarray(
            of_city(lambda world, place: world.population[place]), dtype=np.float64
        ),
        qids=tuple(of_city(lambda world, place: world.qids[place])),
        pairs=np.asarray(pairs, dtype=np.int64).reshape(-1, 2),
        since=np.asarray([ties[pair].since for pair in pairs], dtype=np.int64),
        until=np.asarray([ties[pair].until for pair in pairs], dtype=np.int64),
        sources=tuple(ties[pair].source for pair in pairs),
        multilateral=np.asarray([ties[pair].multilateral for pair in pairs], dtype=np.int8),
    )


class _Tie(NamedTuple):
    since: int
    until: int
    source: str
    multilateral: int


def _ties(world: World, ids: Numbers) -> dict[tuple[int, int], _Tie]:
    places = np.searchsorted(ids, world.ids[world.pairs]).tolist()
    columns = (world.since.tolist(), world.until.tolist(), world.sources)
    rows = zip(places, *columns, world.multilateral.tolist(), strict=True)
    return {(one, other): _Tie(*facts) for (one, other), *facts in rows}


def _both(
    ones: dict[tuple[int, int], _Tie], others: dict[tuple[int, int], _Tie]
) -> dict[tuple[int, int], _Tie]:
    found = {**others, **ones}
    for pair in ones.keys() & others.keys():
        one, other = ones[pair], others[pair]
        since = other.since if one.since == UNKNOWN_YEAR else one.since
        found[pair] = one._replace(since=since, source=f"{one.source};{other.source}")
    return found
