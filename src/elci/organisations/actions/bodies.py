from typing import Final

from django.db import transaction
from django.utils import timezone

from elci.accounts.models import Workspace
from elci.domain.dates import PartialDate
from elci.domain.extraction.bodies import wide_kind_of
from elci.domain.places.folding import fold, sort_key
from elci.domain.places.gazetteer import UnknownPlaceError, open_gazetteer
from elci.domain.places.kinds import PlaceKind
from elci.domain.successions import (
    KnownBody,
    KnownSuccession,
    successions_into,
    successions_of,
)
from elci.organisations.actions.names import findable_text, make_findable
from elci.organisations.actions.successions import (
    SuccessionFacts,
    SuccessionRefusedError,
    record_succession,
)
from elci.organisations.choices import OrganisationKind
from elci.organisations.models import Organisation
from elci.organisations.queries import organisations
from elci.places.actions import adopt_place
from elci.places.models import Place

_OF_PROVINCES: Final = {"TR"}
"""Countries whose first-level regions are provinces."""
_BODIES: Final = {
    PlaceKind.DISTRICT: OrganisationKind.DISTRICT,
    PlaceKind.COUNTRY: OrganisationKind.OTHER,
}


def kind_of_body_at(place: Place) -> OrganisationKind:
    """Return what kind of body stands for a place where a list names the place only.

    Of a region its name tells: "Pest County" has a county, "Bavaria" is a state or region.
    """
    if place.kind != PlaceKind.REGION:
        return _BODIES.get(PlaceKind(place.kind), OrganisationKind.LOCAL_AUTHORITY)
    if place.country in _OF_PROVINCES:
        return OrganisationKind.PROVINCE
    return OrganisationKind(wide_kind_of(place.name_en).value)


@transaction.atomic
def record_organisation(
    *,
    kind: OrganisationKind,
    name_tr: str,
    name_en: str = "",
    place: Place | None = None,
    acronym: str = "",
    founded: PartialDate | None = None,
    founded_source: str = "",
    also_known_as: str = "",
    workspace: Workspace | None = None,
) -> Organisation:
    """Return the body of this kind, name and place, making it on first use.

    ``also_known_as`` is another spelling to find it by; a new one is added to an existing body.
    What the law has made of a new body is recorded with it; see `adopt_known_successions`.
    """
    body, is_new = Organisation.objects.get_or_create(
        kind=kind,
        place=place,
        name_tr=name_tr,
        defaults={
            "name_en": name_en or name_tr,
            "acronym": acronym,
            "sort_tr": sort_key(name_tr, "tr"),
            "sort_en": sort_key(name_en or name_tr, "en"),
            "founded": founded,
            "founded_source": founded_source,
            "workspace": workspace,
        },
    )
    make_findable(body, also_known_as)
    if is_new:
        adopt_known_successions(body)
    return body


def record_body_of(place: Place, *, also_known_as: str = "") -> Organisation:
    """Return the body that stands for a place where a list names the place only."""
    return record_organisation(
        kind=kind_of_body_at(place),
        name_tr=place.name_tr,
        name_en=place.name_en,
        place=place,
        also_known_as=also_known_as,
    )


def record_host(workspace: Workspace, *, name_tr: str, name_en: str, place: Place) -> Organisation:
    """Enter the local authority that keeps a workspace; one that is entered is left as it is."""
    known = Organisation.objects.filter(workspace=workspace).first()
    if known is not None:
        return known
    return record_organisation(
        kind=OrganisationKind.MUNICIPALITY,
        name_tr=name_tr,
        name_en=name_en,
        place=place,
        workspace=workspace,
    )


def new_body(
    *,
    kind: OrganisationKind,
    name_tr: str,
    name_en: str,
    place: Place,
    also_known_as: str,
) -> Organisation:
    """Return a body that is still to be saved, findable as if `record_organisation` had made it.

    It is for many that are saved together, of which the table of successions says nothing.
    """
    body = Organisation(
        kind=kind,
        name_tr=name_tr,
        name_en=name_en,
        place=place,
        sort_tr=sort_key(name_tr, "tr"),
        sort_en=sort_key(name_en, "en"),
    )
    body.search_text = findable_text(body, also_known_as)
    return body


def has_known_successions(name: str, country: str) -> bool:
    """Whether the table of successions says anything of a body of this name."""
    return bool(successions_of(name, country) or successions_into(name, country))


def adopt_known_successions(body: Organisation) -> None:
    """Record what the table of successions says of a body, with the other bodies that it names.

    Idempotent. What people recorded otherwise stays as they recorded it.
    """
    country = None if body.place is None else body.place.country
    for known in successions_of(body.name_tr, country):
        _adopt(known, body, adopt_body(known.successor))
    for known in successions_into(body.name_tr, country):
        _adopt(known, adopt_body(known.body), body)


def adopt_body(known: KnownBody) -> Organisation:
    """Return the body that the table of successions names: one on record, or a new one."""
    place = _place_of(known)
    bodies = organisations().filter(place=place).order_by("pk")
    named = (body for body in bodies if fold(body.name_tr) in known.names)
    return next(named, None) or record_organisation(
        kind=OrganisationKind(known.kind),
        name_tr=known.name_tr,
        name_en=known.name_en,
        place=place,
    )


def _place_of(known: KnownBody) -> Place | None:
    try:
        return adopt_place(open_gazetteer().place(known.place))
    except UnknownPlaceError:
        return None


def _adopt(known: KnownSuccession, body: Organisation, successor: Organisation) -> None:
    facts = SuccessionFacts(
        since=known.since,
        kind=known.kind,
        source_tr=known.source_tr,
        source_en=known.source_en,
    )
    try:
        record_succession(body, successor, facts, today=timezone.localdate())
    except SuccessionRefusedError:
        return
