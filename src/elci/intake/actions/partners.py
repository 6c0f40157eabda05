from typing import Final

from django.utils.translation import gettext as _

from elci.domain.places.gazetteer import Gazetteer
from elci.domain.places.kinds import PlaceKind
from elci.domain.successions import successions_of
from elci.intake.queries.facts import RowFacts
from elci.organisations.actions import adopt_body, record_organisation
from elci.organisations.choices import OrganisationKind
from elci.organisations.models import Organisation
from elci.organisations.queries import bodies_today_of_place
from elci.places.actions import adopt_place
from elci.places.models import Place

_KINDS: Final = {
    "municipality": OrganisationKind.MUNICIPALITY,
    "metropolitan_municipality": OrganisationKind.METROPOLITAN_MUNICIPALITY,
    "province": OrganisationKind.REGIONAL_AUTHORITY,
    "county": OrganisationKind.REGIONAL_AUTHORITY,
    "region": OrganisationKind.REGIONAL_AUTHORITY,
    "union": OrganisationKind.NETWORK,
    "organisation": OrganisationKind.NETWORK,
}
_SAME_BODY: Final = frozenset(
    {
        OrganisationKind.LOCAL_AUTHORITY,
        OrganisationKind.MUNICIPALITY,
        OrganisationKind.METROPOLITAN_MUNICIPALITY,
    }
)
"""A town has one of these: lists call the same body by the one or the other word."""


def partner_of(facts: RowFacts, gazetteer: Gazetteer) -> Organisation:
    """Return the body that a row names: the one that the register has for the place, or a new one.

    Raises ``ValueError`` for a place that the gazetteer does not have any more.
    """
    if facts.place_id is None:
        return record_organisation(
            kind=OrganisationKind.NETWORK,
            name_tr=facts.name,
            acronym=facts.acronym,
        )
    try:
        found = gazetteer.place(facts.place_id)
    except LookupError as error:
        message = _("The gazetteer does not have the place of this row. Choose another.")
        raise ValueError(message) from error
    place = adopt_place(found)
    for known in successions_of(facts.succeeded, found.country):
        return adopt_body(known.body)
    kind = _KINDS.get(facts.body_kind, OrganisationKind.LOCAL_AUTHORITY)
    if found.kind is PlaceKind.REGION:
        kind = OrganisationKind.REGIONAL_AUTHORITY
    return _known_body(place, kind) or record_organisation(
        kind=kind,
        name_tr=place.name_tr,
        name_en=place.name_en,
        place=place,
        also_known_as=facts.name_as_read,
    )


def _known_body(place: Place, kind: OrganisationKind) -> Organisation | None:
    """Return the body that the register has for a place, of this kind before one like it."""
    if kind not in _SAME_BODY:
        return None
    bodies = [body for body in bodies_today_of_place(place) if body.kind in _SAME_BODY]
    same = [body for body in bodies if body.kind == kind]
    return next(iter(same or bodies), None)
