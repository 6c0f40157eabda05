"""What a reader asks of the network, as the address of the page has it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from elci.domain.geography.countries import country_facts, country_numbers
from elci.domain.geography.tables import Numbers
from elci.domain.networks.network import Network
from elci.domain.register import read_day
from elci.observatory.choices import NetworkSource
from elci.observatory.queries.networks import CityNetwork

REGIONS: Final = ("Africa", "Americas", "Asia", "Europe", "Oceania")
"""The regions of the United Nations (M49), under their English names."""
_LONGEST_TEXT: Final = 100


class Table(StrEnum):
    """Which list of the network is asked for."""

    CITIES = "cities"
    COUNTRIES = "countries"
    TIES = "ties"
    GROUPS = "groups"


ORDERS: Final[Mapping[Table, tuple[str, ...]]] = {
    Table.CITIES: ("-ties", "ties", "name", "-name", "country", "-population", "population"),
    Table.COUNTRIES: (
        "-ties",
        "ties",
        "name",
        "-name",
        "-cities",
        "cities",
        "-partners",
        "partners",
    ),
    Table.TIES: ("name", "-name", "-distance", "distance", "-since", "since", "type"),
    Table.GROUPS: ("-members",),
}
"""The orders of each list, its own first; a minus sign puts the greatest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFilter:
    """The part of a network that is asked for, and how it is listed."""

    source: NetworkSource = NetworkSource.WORLD
    region: str | None = None
    country: str | None = None
    text: str = ""
    table: Table = Table.CITIES
    order: str = "-ties"
    page: int = 1
    as_of: date | None = None

    def with_part(self, **changes: Any) -> Self:
        """Return the same filter with parts changed, on its first page."""
        if "table" in changes:
            changes.setdefault("order", ORDERS[changes["table"]][0])
        return replace(self, **{"page": 1, **changes})

    def as_query(self) -> dict[str, str]:
        """Return what an address must say; what is usual is left out."""
        told = {
            "source": "" if self.source is NetworkSource.WORLD else self.source.value,
            "region": self.region or "",
            "country": self.country or "",
            "q": self.text,
            "table": "" if self.table is Table.CITIES else self.table.value,
            "order": "" if self.order == ORDERS[self.table][0] else self.order,
            "page": "" if self.page == 1 else str(self.page),
            "as_of": "" if self.as_of is None else self.as_of.isoformat(),
        }
        return {name: value for name, value in told.items() if value}

    @property
    def narrows(self) -> bool:
        """Whether a part of the network is asked for."""
        return self.region is not None or self.country is not None


def read_network_filter(query: Mapping[str, str]) -> tuple[NetworkFilter, dict[str, str]]:
    """Return what an address asks for, and the parts of it that nobody understands."""
    faults: dict[str, str] = {}

    def one_of(name: str, known: Mapping[str, Any], otherwise: Any) -> Any:
        text = query.get(name, "").strip()
        if text and text not in known:
            faults[name] = text[:_LONGEST_TEXT]
        return known.get(text, otherwise)

    table = one_of("table", {each.value: each for each in Table}, Table.CITIES)
    page = query.get("page", "1")
    found = NetworkFilter(
        source=one_of("source", {each.value: each for each in NetworkSource}, NetworkSource.WORLD),
        region=one_of("region", {name: name for name in REGIONS}, None),
        country=one_of("country", {code: code for code in country_facts()}, None),
        text=query.get("q", "").strip()[:_LONGEST_TEXT],
        table=table,
        order=one_of("order", {name: name for name in ORDERS[table]}, ORDERS[table][0]),
        page=int(page) if page.isdecimal() and 0 < int(page) < 10_000 else 1,
        as_of=_day(query.get("as_of", "").strip(), faults),
    )
    return found, faults


def _day(text: str, faults: dict[str, str]) -> date | None:
    if text == "":
        return None
    try:
        return read_day(text)
    except ValueError:
        faults["as_of"] = text[:_LONGEST_TEXT]
        return None


@dataclass(frozen=True, eq=False, slots=True)
class Selection:
    """A part of a network: the ties that touch the countries asked for, and the cities there."""

    whole: CityNetwork
    ties: Numbers
    """Places in ``whole.network.pairs``."""
    cities: Numbers
    """Places in the arrays of cities: those in the countries asked for that have a tie."""

    @property
    def network(self) -> Network:
        """The ties asked for, between all cities of the whole."""
        if len(self.ties) == self.whole.network.m:
            return self.whole.network
        return Network.of(self.whole.network.n, self.whole.network.pairs[self.ties])


def selected(whole: CityNetwork, wanted: NetworkFilter) -> Selection:
    """Return the part of a network that a filter asks for."""
    inside = _countries(wanted)[whole.world.country_numbers]
    touched = inside[whole.network.pairs].any(axis=1)
    linked = (whole.network.degrees > 0) & inside
    return Selection(whole, np.flatnonzero(touched), np.flatnonzero(linked))


def _countries(wanted: NetworkFilter) -> NDArray[np.bool_]:
    """Return for each country whether it is asked for; one more, the last, for an unknown one."""
    facts = country_facts()
    inside = np.zeros(len(facts) + 1, dtype=np.bool_)
    for code, number in country_numbers().items():
        inside[number] = wanted.country in {None, code} and wanted.region in {
            None,
            facts[code].region,
        }
    inside[-1] = not wanted.narrows
    return inside
