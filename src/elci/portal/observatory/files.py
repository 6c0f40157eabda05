"""What is left of the network by a filter, as files to take away."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from django.utils.translation import gettext as _

from elci.domain.exchange.markup import geojson, gexf, graphml
from elci.domain.exchange.parquet import Column, parquet
from elci.domain.exchange.records import CityRecord, Exchange, TieRecord, columns_of, values_of
from elci.domain.geography.ties import TYPES
from elci.foundation.serving import safe_cells
from elci.foundation.templatetags.elci import reader_language, said
from elci.observatory.choices import NetworkSource
from elci.observatory.queries.asking import Selection
from elci.observatory.queries.networks import CityNetwork
from elci.portal.observatory.pictures import png, svg


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file."""

    name: str
    media_type: str
    write: Callable[[Exchange], Iterable[str | bytes]]


def exchange_of(selection: Selection, *, day: str) -> Exchange:
    """Return the ties of two that are left, with their cities; the day is that of the data."""
    whole, world = selection.whole, selection.whole.world
    names = whole.names_in(reader_language())
    pairs = whole.network.pairs[selection.ties]
    rows = whole.rows[selection.ties].tolist()
    cities = np.unique(pairs).tolist()
    types = [TYPES[kind].value for kind in whole.types.types[selection.ties].tolist()]
    lengths = whole.types.distances_km[selection.ties].tolist()
    return Exchange(
        title=_("Ties of cities"),
        citation=citation(whole),
        stated_on=day,
        cities=[
            CityRecord(
                id=int(world.ids[place]),
                name=names[place],
                country=world.countries[place],
                latitude=_known(world.coordinates[place, 0]),
                longitude=_known(world.coordinates[place, 1]),
                population=_whole(world.population[place]),
                ties=int(whole.network.degrees[place]),
            )
            for place in cities
        ],
        ties=[
            TieRecord(
                a_id=int(world.ids[one]),
                b_id=int(world.ids[other]),
                a_name=names[one],
                b_name=names[other],
                a_country=world.countries[one],
                b_country=world.countries[other],
                type=kind,
                distance_km=None if np.isnan(length) else round(length, 1),
                since=int(world.since[row]) if world.since[row] >= 0 else None,
                source=world.sources[row],
            )
            for (one, other), row, kind, length in zip(
                pairs.tolist(), rows, types, lengths, strict=True
            )
        ],
    )


def citation(whole: CityNetwork) -> str:
    """Return how to cite a network: whose data, of which day, with the digest of its rows."""
    sources = {
        NetworkSource.WORLD: _("Wikidata (CC0), GeoNames (CC BY 4.0)"),
        NetworkSource.REGISTER: _("this register, GeoNames (CC BY 4.0)"),
        NetworkSource.BOTH: _("this register, Wikidata (CC0), GeoNames (CC BY 4.0)"),
    }
    return _(
        "Elçi, observatory: ties of cities. Data: %(source)s, as of %(day)s. "
        "Rows: SHA-256 %(digest)s"
    ) % {
        "source": sources[whole.source],
        "day": said(whole.stated_on),
        "digest": whole.digest,
    }


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _whole(value: float) -> int | None:
    return None if np.isnan(value) else int(value)


def _csv(records: Iterable[CityRecord | TieRecord], record: type) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line)
    yield "\ufeff"
    writer.writerow(columns_of(record))
    for each in records:
        cells = ["" if value is None else str(value) for value in values_of(each)]
        # A number below zero is no formula.
        writer.writerow(
            cell if _is_number(value) else next(safe_cells([cell]))
            for cell, value in zip(cells, values_of(each), strict=True)
        )
        if line.tell() > 1 << 16:
            yield line.getvalue()
            line.seek(0)
            line.truncate()
    yield line.getvalue()


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float)


def _ties_as_csv(given: Exchange) -> Iterator[str]:
    return _csv(given.ties, TieRecord)


def _cities_as_csv(given: Exchange) -> Iterator[str]:
    return _csv(given.cities, CityRecord)


_INTEGERS: Final = frozenset({"a_id", "b_id", "since"})


def _parquet(given: Exchange) -> Iterator[bytes]:
    columns = [
        Column(name, _type_of(name), [getattr(tie, name) for tie in given.ties])
        for name in columns_of(TieRecord)
    ]
    yield parquet(columns, about={"title": given.title, "citation": given.citation})


def _type_of(name: str) -> type[int] | type[float] | type[str]:
    if name in _INTEGERS:
        return int
    return float if name == "distance_km" else str


FORMATS: Final = {
    form.name: form
    for form in (
        Format("elci-ties.csv", "text/csv; charset=utf-8", _ties_as_csv),
        Format("elci-cities.csv", "text/csv; charset=utf-8", _cities_as_csv),
        Format("elci-ties.parquet", "application/vnd.apache.parquet", _parquet),
        Format("elci-network.gexf", "application/gexf+xml; charset=utf-8", gexf),
        Format("elci-network.graphml", "application/graphml+xml; charset=utf-8", graphml),
        Format("elci-network.geojson", "application/geo+json; charset=utf-8", geojson),
        Format("elci-network.svg", "image/svg+xml; charset=utf-8", svg),
        Format("elci-network.png", "image/png", png),
    )
}
