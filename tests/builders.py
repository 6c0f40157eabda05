"""Rows made through the product's own actions, with everything that a test does not care about."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from elci.accounts.actions import give_seat, open_workspace
from elci.accounts.choices import Role
from elci.accounts.models import User, Workspace
from elci.agreements.actions import AccountFacts, ActFacts, open_account, record_act
from elci.agreements.models import Account, ActRecord
from elci.domain.acts.kinds import ActKind
from elci.domain.dates import PartialDate
from elci.domain.places.gazetteer import open_gazetteer
from elci.domain.places.resolution import resolve
from elci.domain.vocabularies import Instrument
from elci.foundation.grades import Grade
from elci.organisations.actions import record_organisation
from elci.organisations.choices import OrganisationKind
from elci.organisations.models import Organisation
from elci.places.actions import adopt_place
from elci.places.models import Place

TODAY: Final = date(2024, 6, 1)
"""The day on which the tests record: after every act in them, before the day they run on."""
PASSWORD: Final = "kestane-şekeri-17"

_HOSTS: Final = {"istanbul": "İstanbul", "ankara": "Ankara", "izmir": "İzmir", "bursa": "Bursa"}


def make_workspace(
    key: str = "istanbul", *, name: str = "", place: Place | None = None
) -> Workspace:
    """A workspace and the body that keeps its register there; the same key gives the same one."""
    name = name or _HOSTS.get(key, key.capitalize())
    workspace = open_workspace(key=key, name_tr=name, name_en=name)
    record_organisation(
        kind=OrganisationKind.METROPOLITAN_MUNICIPALITY,
        name_tr=f"{name} Büyükşehir Belediyesi",
        name_en=f"{name} Metropolitan Municipality",
        place=make_place(name, "Türkiye") if place is None else place,
        workspace=workspace,
    )
    return workspace


def make_user(
    workspace: Workspace, *, role: Role = Role.OFFICER, email: str = "", name: str = "Deniz Uzman"
) -> User:
    """Somebody who signs in with ``PASSWORD`` and has a seat in the workspace."""
    return give_seat(
        email=email or f"{role}@{workspace.key}.example.org",
        name=name,
        password=PASSWORD,
        workspace=workspace,
        role=role,
    )


def make_place(name: str = "Filibe", country: str = "Bulgaristan") -> Place:
    """A place of the gazetteer, by its Turkish name."""
    found = resolve(open_gazetteer(), name, country_name=country, language="tr").place
    if found is None:
        raise LookupError(f"the gazetteer does not know {name!r} in {country!r}")
    return adopt_place(found)


def make_organisation(
    name: str = "",
    *,
    place: Place | None = None,
    kind: OrganisationKind = OrganisationKind.LOCAL_AUTHORITY,
    **columns: Any,
) -> Organisation:
    """A body: the local authority of a place, or one with a name and no place."""
    if not name and place is None:
        place = make_place()
    if place is not None:
        columns = {"name_en": name or place.name_en, **columns}
    name = name or ("" if place is None else place.name_tr)
    return record_organisation(kind=kind, name_tr=name, place=place, **columns)


def make_partner(name: str = "Filibe", country: str = "Bulgaristan") -> Organisation:
    """The local authority of a place, by its Turkish name."""
    return make_organisation(place=make_place(name, country))


def act_facts(kind: str = "signed", happened: str = "1994-03-27", **facts: Any) -> ActFacts:
    """What is said of an act, with its date in canonical form."""
    until = facts.pop("valid_until", None)
    return ActFacts(
        kind=ActKind(kind),
        happened=PartialDate.parse(happened),
        valid_until=None if until is None else PartialDate.parse(until),
        **facts,
    )


def make_account(
    workspace: Workspace,
    *,
    partner: Organisation | Sequence[Organisation] | None = None,
    instrument: str = "sister_city",
    acts: Iterable[tuple[str, str] | ActFacts] = (("signed", "1994-03-27"),),
    grade: Grade = Grade.FULL,
    user: User | None = None,
    separate: bool = True,
    known_from: date = TODAY,
    **facts: Any,
) -> Account:
    """An account with its parties and acts; by default one relation may be made again and again."""
    partner = make_partner() if partner is None else partner
    return open_account(
        workspace=workspace,
        partners=[partner] if isinstance(partner, Organisation) else partner,
        facts=AccountFacts(instrument=Instrument(instrument), grade=grade, **facts),
        first_acts=[each if isinstance(each, ActFacts) else act_facts(*each) for each in acts],
        user=user,
        today=TODAY,
        known_from=known_from,
        separate=separate,
    )


def make_act(
    account: Account,
    kind: str = "renewed",
    happened: str = "2016-04-18",
    *,
    user: User | None = None,
    known_from: date = TODAY,
    **facts: Any,
) -> ActRecord:
    """An act that is recorded in an account."""
    return record_act(
        account, act_facts(kind, happened, **facts), user=user, today=TODAY, known_from=known_from
    )
