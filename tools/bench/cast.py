"""Who takes part in the made-up register: real places, their local authorities, networks."""

import random
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import transaction

from elci.accounts.actions import give_seat, open_workspace
from elci.accounts.choices import Role
from elci.accounts.models import User, Workspace
from elci.documents.models import Source
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Place as GazetteerPlace
from elci.domain.places.gazetteer import open_gazetteer
from elci.domain.places.kinds import PlaceKind
from elci.organisations.actions import record_organisation
from elci.organisations.choices import OrganisationKind
from elci.organisations.models import Organisation
from elci.places.actions import adopt_place
from tools.bench.stories import partial

OFFICER: Final = "bench@example.org"
HOME_COUNTRY: Final = "TR"
_NETWORKS_PER_PLACE: Final = 80
_POPULAR: Final = 5
"""The larger, the more evenly relations are spread over partners."""


@dataclass(frozen=True, slots=True)
class Host:
    """A local authority that keeps a register here."""

    workspace: Workspace
    body: Organisation
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """Hosts, the largest first, and the bodies that relations are with, most popular first."""

    hosts: tuple[Host, ...]
    partners: tuple[Organisation, ...]
    networks: tuple[Organisation, ...]
    officer: User


@transaction.atomic
def gather_cast(dice: random.Random, *, hosts: int, partners: int) -> Cast:
    """Record the hosts and their possible partners, through the product's own actions."""
    home, abroad = _places(hosts, partners)
    bodies = [
        record_organisation(
            kind=OrganisationKind.MUNICIPALITY,
            name_tr=each.name_tr,
            name_en=each.name_en,
            place=each,
        )
        for each in map(adopt_place, abroad)
    ]
    networks = [
        _network(number, body, dice) for number, body in enumerate(bodies[::_NETWORKS_PER_PLACE])
    ]
    found = tuple(_host(place, number) for number, place in enumerate(home))
    officer = give_seat(
        email=OFFICER,
        name="Benchmark",
        password=f"{dice.getrandbits(128):x}",
        workspace=found[0].workspace,
        role=Role.OFFICER,
    )
    dice.shuffle(bodies)
    return Cast(found, tuple(bodies), tuple(networks), officer)


def partner_weights(number: int) -> list[float]:
    """Return how often each of so many partners is chosen: few very often, most now and then."""
    return [1 / (rank + _POPULAR) for rank in range(number)]


def _places(hosts: int, partners: int) -> tuple[list[GazetteerPlace], list[GazetteerPlace]]:
    """Return the most populous cities at home and abroad."""
    gazetteer = open_gazetteer()
    rows = ((index, gazetteer.row(index)) for index in range(len(gazetteer)))
    city = tuple(PlaceKind).index(PlaceKind.CITY)
    cities = sorted(
        (-row.population, index, row.country) for index, row in rows if row.kind == city
    )
    code = HOME_COUNTRY.encode()
    home = [index for _population, index, country in cities if country == code][:hosts]
    abroad = [index for _population, index, country in cities if country != code][:partners]
    return list(map(gazetteer.place_at, home)), list(map(gazetteer.place_at, abroad))


def _host(found: GazetteerPlace, number: int) -> Host:
    place = adopt_place(found)
    key = fold(place.name_en).replace(" ", "-") + (f"-{found.id}" if number else "")
    workspace = open_workspace(key=key[:50], name_tr=place.name_tr, name_en=place.name_en)
    body = record_organisation(
        kind=OrganisationKind.METROPOLITAN_MUNICIPALITY,
        name_tr=f"{place.name_tr} Belediyesi",
        name_en=f"Municipality of {place.name_en}",
        place=place,
        workspace=workspace,
    )
    sources = Source.objects.bulk_create(
        Source(
            workspace=workspace,
            title_tr=f"{place.name_tr} Belediyesi, kardeş şehirler listesi {year}",
            title_en=f"Municipality of {place.name_en}, list of sister cities {year}",
            stated_on=date(year, 5, 10),
        )
        for year in ((2019, 2022, 2025) if number == 0 else (2019,))
    )
    return Host(workspace, body, tuple(sources))


def _network(number: int, seat: Organisation, dice: random.Random) -> Organisation:
    return record_organisation(
        kind=OrganisationKind.NETWORK,
        name_tr=f"{seat.name_tr} Kentler Ağı {number + 1}",
        name_en=f"{seat.name_en} Network of Cities {number + 1}",
        place=seat.place,
        acronym=f"NC{number + 1}",
        founded=partial(str(dice.randint(1913, 2015))),
    )
