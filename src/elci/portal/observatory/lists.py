"""Filters, columns and pages of the observatory's lists, as links."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.agreements.templatetags.facets import Group, Option
from elci.agreements.templatetags.listing import Column, PageLinks, linked_pages
from elci.domain.geography.denominators import Denominator, denominators
from elci.domain.geography.ties import RULES, TieType
from elci.domain.places.folding import sort_key
from elci.foundation.templatetags.elci import reader_language
from elci.observatory.choices import NetworkSource
from elci.observatory.queries.asking import ORDERS, REGIONS, NetworkFilter, Table
from elci.observatory.queries.listing import Page
from elci.observatory.queries.networks import CityNetwork, country_names
from elci.observatory.queries.standing import ties_of_country

REGION_LABELS: Final = {
    "Africa": gettext_lazy("Africa"),
    "Americas": gettext_lazy("the Americas"),
    "Asia": gettext_lazy("Asia"),
    "Europe": gettext_lazy("Europe"),
    "Oceania": gettext_lazy("Oceania"),
}
SUBREGION_LABELS: Final = {
    "Australia and New Zealand": gettext_lazy("Australia and New Zealand"),
    "Central Asia": gettext_lazy("Central Asia"),
    "Eastern Asia": gettext_lazy("Eastern Asia"),
    "Eastern Europe": gettext_lazy("Eastern Europe"),
    "Latin America and the Caribbean": gettext_lazy("Latin America and the Caribbean"),
    "Melanesia": gettext_lazy("Melanesia"),
    "Micronesia": gettext_lazy("Micronesia"),
    "Northern Africa": gettext_lazy("Northern Africa"),
    "Northern America": gettext_lazy("Northern America"),
    "Northern Europe": gettext_lazy("Northern Europe"),
    "Polynesia": gettext_lazy("Polynesia"),
    "South-eastern Asia": gettext_lazy("South-eastern Asia"),
    "Southern Asia": gettext_lazy("Southern Asia"),
    "Southern Europe": gettext_lazy("Southern Europe"),
    "Sub-Saharan Africa": gettext_lazy("Sub-Saharan Africa"),
    "Western Asia": gettext_lazy("Western Asia"),
    "Western Europe": gettext_lazy("Western Europe"),
}
"""Sub-regions of the United Nations (M49)."""
TABLE_LABELS: Final = {
    Table.CITIES: gettext_lazy("Cities"),
    Table.COUNTRIES: gettext_lazy("Countries"),
    Table.TIES: gettext_lazy("Ties"),
    Table.GROUPS: gettext_lazy("Clubs of cities"),
}
TYPE_LABELS: Final = {
    TieType.DOMESTIC: gettext_lazy("within a country"),
    TieType.CROSS_BORDER: gettext_lazy("cross-border"),
    TieType.REGIONAL: gettext_lazy("regional"),
    TieType.TRANS_REGIONAL: gettext_lazy("trans-regional"),
    TieType.GLOBAL: gettext_lazy("global"),
    TieType.UNKNOWN: gettext_lazy("not known"),
}


def link(wanted: NetworkFilter, **changes: Any) -> str:
    """Return the query of the same filter with parts changed."""
    query = urlencode(wanted.with_part(**changes).as_query())
    return f"?{query}" if query else "?"


def filter_groups(wanted: NetworkFilter) -> tuple[Group, ...]:
    """Return source, region and list as words, each a link."""
    sources = tuple(
        Option(str(each.label), link(wanted, source=each), None, wanted.source is each)
        for each in NetworkSource
    )
    regions = (
        Option(_("all"), link(wanted, region=None, country=None), None, not wanted.narrows),
        *(
            Option(
                str(REGION_LABELS[name]),
                link(wanted, region=name, country=None),
                None,
                wanted.region == name,
            )
            for name in REGIONS
        ),
    )
    return (Group(_("Ties of"), sources), Group(_("Region"), regions))


def tables_to_choose(wanted: NetworkFilter) -> tuple[Option, ...]:
    """Return the lists that a reader may choose from."""
    return tuple(
        Option(str(TABLE_LABELS[each]), link(wanted, table=each), None, wanted.table is each)
        for each in Table
    )


def countries_to_choose(whole: CityNetwork) -> list[tuple[str, str]]:
    """Return the countries in which the network has a city: code and name, in the alphabet."""
    language = reader_language()
    names = country_names(whole.world, language)
    return sorted(names.items(), key=lambda pair: sort_key(pair[1], language))


_FILES: Final = (
    ("elci-ties.csv", gettext_lazy("ties (CSV)")),
    ("elci-cities.csv", gettext_lazy("cities (CSV)")),
    ("elci-ties.parquet", gettext_lazy("ties (Parquet)")),
    ("elci-network.gexf", gettext_lazy("network (GEXF)")),
    ("elci-network.graphml", gettext_lazy("network (GraphML)")),
    ("elci-network.geojson", gettext_lazy("map (GeoJSON)")),
    ("elci-network.svg", gettext_lazy("picture (SVG)")),
    ("elci-network.png", gettext_lazy("picture (PNG)")),
)


def file_links(wanted: NetworkFilter) -> list[tuple[str, str]]:
    """Return the files that hold what a filter leaves: words and addresses."""
    query = urlencode(
        {
            name: value
            for name, value in wanted.as_query().items()
            if name in {"source", "region", "country", "as_of"}
        }
    )
    return [
        (str(label), f"{reverse('portal:observatory_file', args=[name])}{query and '?'}{query}")
        for name, label in _FILES
    ]


def pages_of(wanted: NetworkFilter, page: Page) -> PageLinks | None:
    """Return the links to the other pages of a list."""
    return linked_pages(page.number, page.pages, lambda number: link(wanted, page=number))


def columns(wanted: NetworkFilter) -> tuple[Column, ...]:
    """Return the columns of a list; those with an order are links that sort."""
    headings: dict[Table, tuple[tuple[str, str, bool], ...]] = {
        Table.CITIES: (
            (_("City"), "name", False),
            (_("Country"), "country", False),
            (_("Ties"), "-ties", True),
            (_("Population"), "-population", True),
        ),
        Table.COUNTRIES: (
            (_("Country"), "name", False),
            (_("Cities with a tie"), "-cities", True),
            (_("Ties"), "-ties", True),
            (_("of them within the country"), "", True),
            (_("Partner countries"), "-partners", True),
            (_("Most ties with"), "", False),
        ),
        Table.TIES: (
            (_("City"), "name", False),
            (_("City"), "", False),
            (_("Type"), "type", False),
            (_("Kilometres"), "-distance", True),
            (_("Since"), "-since", False),
            (_("Stated by"), "", False),
        ),
        Table.GROUPS: (),
    }
    return tuple(
        _column(wanted, label, order, is_number=is_number)
        for label, order, is_number in headings[wanted.table]
    )


def _column(wanted: NetworkFilter, label: str, order: str, *, is_number: bool) -> Column:
    if order == "":
        return Column(label, is_number=is_number)
    field = order.removeprefix("-")
    sort = ""
    if wanted.order.removeprefix("-") == field:
        sort = "descending" if wanted.order.startswith("-") else "ascending"
        turned = field if wanted.order.startswith("-") else f"-{field}"
        order = turned if turned in ORDERS[wanted.table] else wanted.order
    return Column(label, link(wanted, order=order), sort, is_number)


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A part of the ties with its words."""

    label: str
    rule: str
    number: int
    share: float


def type_rows(counts: Mapping[TieType, int]) -> tuple[ShareRow, ...]:
    """Return the types of local diplomacy with their rules; one that has no tie is shown as well.

    The keys may be plain texts, as they are kept.
    """
    total = sum(counts.values())
    return tuple(
        ShareRow(
            str(TYPE_LABELS[each]),
            RULES[each].in_language(reader_language()),
            counts.get(each, 0),
            counts.get(each, 0) / max(total, 1),
        )
        for each in TieType
        if each is not TieType.UNKNOWN or counts.get(each, 0)
    )


def region_rows(counts: Iterable[tuple[str, int]]) -> tuple[ShareRow, ...]:
    """Return the shares of the regions in the ends of ties."""
    listed = list(counts)
    total = sum(number for _name, number in listed)
    return tuple(
        ShareRow(str(REGION_LABELS[name]), "", number, number / max(total, 1))
        for name, number in listed
    )


@dataclass(frozen=True, slots=True)
class DenominatorRow:
    """An official count beside what the data holds."""

    name: str
    official: Denominator
    held: int

    @property
    def share(self) -> float:
        """Of the official ties, how many the data holds; more than 1 where it counts otherwise."""
        return self.held / self.official.ties


def denominator_rows(whole: CityNetwork) -> list[DenominatorRow]:
    """Return the official counts of countries and cities."""
    names = country_names(whole.world, reader_language())
    rows = []
    for scope, official in denominators().items():
        if scope in names:
            rows.append(DenominatorRow(names[scope], official, ties_of_country(whole, scope)))
        elif scope.isdecimal() and (place := whole.world.numbers.get(int(scope))) is not None:
            name = whole.names_in(reader_language())[place]
            rows.append(DenominatorRow(name, official, int(whole.network.degrees[place])))
    return rows
