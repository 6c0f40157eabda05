"""The register's own ties as a network: the keepers' cities and their partners' cities."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
from django.db.models import Count, F, Max, Min

from elci.agreements.queries.asking import periods_visible_to
from elci.domain.acts.kinds import Standing
from elci.domain.geography.world import UNKNOWN_YEAR, World
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import Eyes
from elci.places.models import Place
from elci.places.queries import places

ALIVE: Final = (Standing.IN_FORCE, Standing.POSSIBLY_IN_FORCE, Standing.SUSPENDED)
MOST_TIES: Final = 200_000
SOURCE: Final = "register"
_COLUMNS: Final = ("key", "name_en", "country", "latitude", "longitude", "population", "pk")


def register_world(eyes: Eyes, day: date) -> World:
    """Return the ties that stand on a day, as far as both cities are known.

    Memberships are no ties between two cities. A place that GeoNames does not know has its row's
    number as id, with a minus sign. What is public is read anew only when a period has changed:
    one query then, else four.
    """
    if eyes.reads:
        return _read(eyes, day)
    marks = periods_visible_to(eyes).order_by().aggregate(last=Max("pk"), number=Count("pk"))
    return _read_public(eyes, day, (marks["last"], marks["number"]))


@lru_cache(maxsize=16)
def _read_public(eyes: Eyes, day: date, _marks: tuple[int | None, int]) -> World:
    return _read(eyes, day)


def _read(eyes: Eyes, day: date) -> World:
    alive = periods_visible_to(eyes).filter(
        starts__lte=day, ends__gt=day, standing__in=ALIVE, place__isnull=False
    )
    alive = alive.exclude(instrument=Instrument.MEMBERSHIP).order_by()
    pairs = alive.values_list("workspace_id", "place_id").annotate(first=Min("since_day"))
    rows = list(pairs[:MOST_TIES])
    hosts = _host_places({row[0] for row in rows})
    ends = [(hosts[host], place, since) for host, place, since in rows if host in hosts]
    known = {place.pk: place for place in _places({end for row in ends for end in row[:2]})}
    return _world(known, [row for row in ends if row[0] in known and row[1] in known])


def city_id(place: Place) -> int:
    """Return the id of a place in a network."""
    return int(place.key) if place.key.isdecimal() else -place.pk


def _host_places(workspaces: set[int]) -> dict[int, int]:
    found = places().filter(organisations__workspace__in=workspaces)
    return {
        workspace: place
        for place, workspace in found.annotate(keeper=F("organisations__workspace")).values_list(
            "pk", "keeper"
        )
    }


def _places(wanted: set[int]) -> Iterable[Place]:
    found = places().only(*_COLUMNS).filter(latitude__isnull=False)
    # Naming more than a database takes at once would be refused.
    if len(wanted) > 5000:
        return [place for place in found if place.pk in wanted]
    return found.filter(pk__in=wanted)


def _world(known: dict[int, Place], rows: list[tuple[int, int, date]]) -> World:
    used = sorted(
        {known[end].pk for row in rows for end in row[:2]}, key=lambda pk: city_id(known[pk])
    )
    order = {pk: number for number, pk in enumerate(used)}
    since: dict[tuple[int, int], int] = {}
    for host, place, day in rows:
        one, other = sorted((order[host], order[place]))
        if one != other:
            year = UNKNOWN_YEAR if day == date.max else day.year
            since[one, other] = _earlier(since.get((one, other), year), year)
    pairs = sorted(since)
    cities = [known[pk] for pk in used]
    return World(
        ids=np.asarray([city_id(city) for city in cities], dtype=np.int64),
        names=tuple(city.name_en for city in cities),
        countries=tuple(city.country for city in cities),
        coordinates=np.asarray(
            [(city.latitude, city.longitude) for city in cities], dtype=np.float64
        ).reshape(-1, 2),
        population=np.asarray([city.population or np.nan for city in cities], dtype=np.float64),
        qids=("",) * len(cities),
        pairs=np.asarray(pairs, dtype=np.int64).reshape(-1, 2),
        since=np.asarray([since[pair] for pair in pairs], dtype=np.int64),
        until=np.full(len(pairs), UNKNOWN_YEAR, dtype=np.int64),
        sources=(SOURCE,) * len(pairs),
        multilateral=np.zeros(len(pairs), dtype=np.int8),
    )


def _earlier(one: int, other: int) -> int:
    known = [year for year in (one, other) if year != UNKNOWN_YEAR]
    return min(known, default=UNKNOWN_YEAR)
