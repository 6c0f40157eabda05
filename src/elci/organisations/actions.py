from typing import Final

from django.db import transaction

from elci.accounts.models import Workspace
from elci.domain.dates import PartialDate
from elci.domain.places.folding import fold, sort_key
from elci.domain.places.kinds import PlaceKind
from elci.organisations.choices import OrganisationKind
from elci.organisations.models import Organisation
from elci.places.models import Place

_BODIES: Final = {
    PlaceKind.REGION: OrganisationKind.REGIONAL_AUTHORITY,
    PlaceKind.COUNTRY: OrganisationKind.OTHER,
}


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
    """
    body, _created = Organisation.objects.get_or_create(
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
    _make_findable(body, also_known_as)
    return body


def record_body_of(place: Place, *, also_known_as: str = "") -> Organisation:
    """Return the body that stands for a place where a list names the place only."""
    return record_organisation(
        kind=_BODIES.get(PlaceKind(place.kind), OrganisationKind.LOCAL_AUTHORITY),
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


def _make_findable(body: Organisation, also_known_as: str) -> None:
    names = {body.name_tr, body.name_en, body.acronym, also_known_as}
    folded = {fold(name) for name in names if name}
    if body.place is not None:
        folded.add(body.place.search_text)
    missing = sorted(name for name in folded if name not in body.search_text)
    if missing:
        body.search_text = " ".join([body.search_text, *missing]).strip()
        body.save(update_fields=["search_text"])
