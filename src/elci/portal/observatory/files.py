"""What is left of the network by a filter, as files to take away."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from django.utils.translation import gettext as _

from elci.domain.geography.ties import TYPES
from elci.domain.networks.exporting.geojson import geojson_lines
from elci.domain.networks.exporting.markup import gexf_lines, graphml_lines
from elci.domain.networks.exporting.parquet import parquet_of
from elci.domain.networks.exporting.published import Citation, Column, Kind, Published
from elci.domain.networks.exporting.tables import csv_lines
from elci.foundation.templatetags.elci import reader_language
from elci.observatory.choices import NetworkSource
from elci.observatory.queries.asking import Selection
from elci.observatory.queries.networks import CityNetwork
from elci.portal.observatory.pictures import png, svg


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file."""

    name: str
    media_type: str
    write: Callable[[Published], Iterable[str | bytes]]


def published(selection: Selection) -> Published:
    """Return the ties of two that are left, with their cities."""
    whole, world = selection.whole, selection.whole.world
    names = whole.names_in(reader_language())
    ends = whole.network.pairs[selection.ties]
    cities = np.unique(ends)
    rows = whole.rows[selection.ties].tolist()
    lengths = whole.types.distances_km[selection.ties].tolist()
    types = [TYPES[kind].value for kind in whole.types.types[selection.ties].tolist()]
    at = cities.tolist()
    return Published(
        citation=citation(whole),
        ids=[str(city) for city in world.ids[cities].tolist()],
        names=[names[place] for place in at],
        places=[
            None if np.isnan(place).any() else (float(place[0]), float(place[1]))
            for place in world.coordinates[cities]
        ],
        nodes=[
            Column("country", Kind.TEXT, [world.countries[place] for place in at]),
            Column(
                "population",
                Kind.WHOLE,
                [None if np.isnan(each) else int(each) for each in world.population[cities]],
            ),
            Column("ties", Kind.WHOLE, whole.network.degrees[cities].tolist()),
        ],
        pairs=np.searchsorted(cities, ends).reshape(-1, 2),
        links=[
            Column("type", Kind.TEXT, types),
            Column(
                "distance_km",
                Kind.NUMBER,
                [None if np.isnan(length) else round(length, 1) for length in lengths],
            ),
            Column(
                "since",
                Kind.WHOLE,
                [year if year >= 0 else None for year in world.since[rows].tolist()],
            ),
            Column("stated_by", Kind.TEXT, [world.sources[row] for row in rows]),
        ],
    )


def citation(whole: CityNetwork) -> Citation:
    """Return how to cite a network: whose data, of which day, with the digest of its rows."""
    licences = {
        NetworkSource.WORLD: _("Wikidata (CC0), GeoNames (CC BY 4.0)"),
        NetworkSource.REGISTER: _("this register, GeoNames (CC BY 4.0)"),
        NetworkSource.BOTH: _("this register, Wikidata (CC0), GeoNames (CC BY 4.0)"),
    }
    return Citation(
        title=_("Ties of cities"),
        publisher=_("Elçi, observatory"),
        data_date=whole.stated_on,
        sha256=whole.digest,
        licence=licences[whole.source],
    )


def _ties_as_csv(given: Published) -> Iterator[str]:
    return csv_lines(given.link_columns(), given.citation)


def _cities_as_csv(given: Published) -> Iterator[str]:
    return csv_lines(given.node_columns(), given.citation)


def _parquet(given: Published) -> Iterator[bytes]:
    yield parquet_of(given.link_columns(), given.citation)


FORMATS: Final = {
    form.name: form
    for form in (
        Format("elci-ties.csv", "text/csv; charset=utf-8", _ties_as_csv),
        Format("elci-cities.csv", "text/csv; charset=utf-8", _cities_as_csv),
        Format("elci-ties.parquet", "application/vnd.apache.parquet", _parquet),
        Format("elci-network.gexf", "application/gexf+xml; charset=utf-8", gexf_lines),
        Format("elci-network.graphml", "application/graphml+xml; charset=utf-8", graphml_lines),
        Format("elci-network.geojson", "application/geo+json; charset=utf-8", geojson_lines),
        Format("elci-network.svg", "image/svg+xml; charset=utf-8", svg),
        Format("elci-network.png", "image/png", png),
    )
}
