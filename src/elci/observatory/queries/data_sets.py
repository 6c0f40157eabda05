"""Which data set of the world's ties is the current one."""

import json
import zlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from elci.domain.geography.changes import Tables
from elci.domain.geography.world import World, shipped_world
from elci.observatory.models import DataSet

SHIPPED_ON: Final = date(2017, 5, 31)
"""The last day of the package's own data set: world of September 2016, Union of May 2017."""
_ENCODING: Final = "utf-8"


@dataclass(frozen=True, eq=False, slots=True)
class DatedWorld:
    """A data set with its day."""

    world: World
    stated_on: date
    is_shipped: bool


def current_world() -> DatedWorld:
    """Return the data set taken in last, or the package's own; one query."""
    newest = DataSet.objects.order_by("-taken_at", "-pk").values_list("pk", "stated_on").first()
    if newest is None:
        return DatedWorld(shipped_world(), SHIPPED_ON, is_shipped=True)
    return DatedWorld(_world_of(newest[0]), newest[1], is_shipped=False)


def data_sets() -> list[DataSet]:
    """Return all data sets that were taken in, the newest first, without what is in them."""
    return list(DataSet.objects.defer("content").order_by("-taken_at", "-pk"))


@lru_cache(maxsize=2)
def _world_of(number: int) -> World:
    content = DataSet.objects.values_list("content", flat=True).get(pk=number)
    return unpacked(bytes(content)).world()


def packed(tables: Tables) -> bytes:
    """Return two tables as a data set keeps them."""
    return zlib.compress(json.dumps([tables.cities, tables.links]).encode(_ENCODING), 9)


def unpacked(content: bytes) -> Tables:
    """Return the tables that a data set keeps."""
    return Tables(*json.loads(zlib.decompress(content)))
