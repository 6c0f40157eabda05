"""A newer data set beside the one before: what is new in it, what is gone, what has changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from elci.domain.geography.exports import Export, ExportedTie
from elci.domain.geography.world import World, read_world

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tables:
    """A data set as the text of its two tables."""

    cities: str
    links: str

    def world(self) -> World:
        """Return the data set as arrays."""
        return read_world(self.cities, self.links)


@dataclass(frozen=True, slots=True)
class Changes:
    """Ties by the ids of their cities."""

    new: tuple[Pair, ...]
    gone: tuple[Pair, ...]
    changed: tuple[Pair, ...]
    """Ties whose years are not those known before."""


def tables_of(export: Export, before: World, *, source: str) -> Tables:
    """Return an export as tables; which ties belong to a club is taken from before."""
    clubs = {
        pair
        for pair, club in zip(_pairs(before), before.multilateral.tolist(), strict=True)
        if club == 1
    }
    cities = ["id,name,country,lat,lon,population,qid"]
    for number in sorted(export.places):
        place = export.places[number]
        name = place.name.replace(",", " ").replace('"', "")
        cities.append(
            f"{number},{name},{place.country},{place.latitude:.5f},{place.longitude:.5f},"
            f"{place.population or ''},{export.qids[number]}"
        )
    links = ["a_id,b_id,year,until,source,multilateral"]
    for pair in sorted(export.ties):
        tie = export.ties[pair]
        years = f"{_said(tie.since)},{_said(tie.until)}"
        links.append(f"{tie.one},{tie.other},{years},{source},{int(pair in clubs)}")
    return Tables("\n".join(cities) + "\n", "\n".join(links) + "\n")


def changes_between(before: World, export: Export) -> Changes:
    """Return what an export would change; a year that it does not state changes nothing."""
    known = dict(zip(_pairs(before), _years(before), strict=True))
    new = tuple(sorted({*export.ties} - {*known}))
    gone = tuple(sorted({*known} - {*export.ties}))
    both = sorted({*export.ties} & {*known})
    changed = tuple(pair for pair in both if _differs(export.ties, pair, known[pair]))
    return Changes(new, gone, changed)


def _differs(ties: Mapping[Pair, ExportedTie], pair: Pair, years: Pair) -> bool:
    stated = ties[pair].since, ties[pair].until
    return any(
        year is not None and year != known for year, known in zip(stated, years, strict=True)
    )


def _pairs(world: World) -> list[Pair]:
    return [(one, other) for one, other in world.ids[world.pairs].tolist()]


def _years(world: World) -> list[Pair]:
    return list(zip(world.since.tolist(), world.until.tolist(), strict=True))


def _said(year: int | None) -> str:
    return "" if year is None else str(year)
