from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, Self

from django.utils.translation import gettext as _

from elci.domain.places.gazetteer import Gazetteer
from elci.domain.places.gazetteer import Place as GazetteerPlace
from elci.domain.places.kinds import PlaceKind
from elci.domain.successions import successions_of
from elci.intake.queries.facts import RowFacts
from elci.organisations.actions import (
    adopt_body,
    has_known_successions,
    kind_of_body_at,
    new_body,
    record_organisation,
)
from elci.organisations.choices import OrganisationKind
from elci.organisations.models import Organisation
from elci.organisations.queries import organisations, succession_links
from elci.places.actions import adopt_place, adopt_places
from elci.places.models import Place

_KINDS: Final = {
    "municipality": OrganisationKind.MUNICIPALITY,
    "metropolitan_municipality": OrganisationKind.METROPOLITAN_MUNICIPALITY,
    "district": OrganisationKind.DISTRICT,
    "province": OrganisationKind.PROVINCE,
    "county": OrganisationKind.COUNTY,
    "region": OrganisationKind.REGION,
    "union": OrganisationKind.NETWORK,
    "organisation": OrganisationKind.NETWORK,
}
_SAME_BODY: Final = frozenset(
    {
        OrganisationKind.LOCAL_AUTHORITY,
        OrganisationKind.MUNICIPALITY,
        OrganisationKind.METROPOLITAN_MUNICIPALITY,
        OrganisationKind.DISTRICT,
    }
)
"""A town has one of these: lists call the same body by the one or the other word."""
_SAME_WIDE_BODY: Final = frozenset(
    {OrganisationKind.PROVINCE, OrganisationKind.COUNTY, OrganisationKind.REGION}
)
"""And a region one of these."""
_AT_ONCE: Final = 500
"""Places of which one query brings the bodies."""


@dataclass(slots=True)
class Partners:
    """The bodies that the rows of a list name, looked up together."""

    gazetteer: Gazetteer
    places: dict[str, Place] = field(default_factory=dict)
    """By their keys."""
    by_place: dict[int, list[Organisation]] = field(default_factory=dict)
    """The bodies of each of these places, by their Turkish names, new ones last."""
    gone: set[int] = field(default_factory=set)
    """The bodies that others have succeeded."""

    @classmethod
    def at(cls, place_ids: Iterable[str], gazetteer: Gazetteer) -> Self:
        """Look up what the register has for these places of the gazetteer, and adopt the places.

        What the gazetteer does not have any more is left out.
        """
        found = (_place_or_none(each, gazetteer) for each in dict.fromkeys(place_ids))
        places = adopt_places(place for place in found if place is not None)
        partners = cls(gazetteer, places)
        partners._look_up(places.values())
        return partners

    @property
    def on_record(self) -> list[Organisation]:
        """The bodies that were on record when they were looked up."""
        return [body for bodies in self.by_place.values() for body in bodies]

    def partner_of(self, facts: RowFacts) -> Organisation:
        """Return the body that a row names: the one of the register, or one still to be saved.

        Raises ``ValueError`` for a place that the gazetteer does not have any more.
        """
        if facts.place_id is None:
            return record_organisation(
                kind=OrganisationKind.NETWORK,
                name_tr=facts.name,
                acronym=facts.acronym,
            )
        found = _place_or_none(facts.place_id, self.gazetteer)
        if found is None:
            raise ValueError(
                _("The gazetteer does not have the place of this row. Choose another.")
            )
        for known in successions_of(facts.succeeded, found.country):
            return self._with_its_kin(adopt_body(known.body))
        return self._body_of(facts, found)

    def _body_of(self, facts: RowFacts, found: GazetteerPlace) -> Organisation:
        place = self.places.get(found.id) or adopt_place(found)
        self.places[found.id] = place
        kind = _KINDS.get(facts.body_kind, OrganisationKind.LOCAL_AUTHORITY)
        if found.kind is PlaceKind.REGION and kind not in _SAME_WIDE_BODY:
            kind = kind_of_body_at(place)
        return self._known_body(place, kind) or self._new(place, kind, facts.name_as_read)

    def _known_body(self, place: Place, kind: OrganisationKind) -> Organisation | None:
        """Return the body that the register has for a place, of this kind before one like it."""
        bodies = [body for body in self.by_place.get(place.pk, ()) if body.pk not in self.gone]
        kinds = next((each for each in (_SAME_BODY, _SAME_WIDE_BODY) if kind in each), None)
        if kinds is None:
            named = (body for body in bodies if body.name_tr == place.name_tr)
            return next((body for body in named if body.kind == kind), None)
        alike = [body for body in bodies if body.kind in kinds]
        if kinds is _SAME_WIDE_BODY:
            alike = [body for body in alike if body.name_tr == place.name_tr]
        same = [body for body in alike if body.kind == kind]
        return next(iter(same or alike), None)

    def _new(self, place: Place, kind: OrganisationKind, also_known_as: str) -> Organisation:
        is_told_of = has_known_successions(place.name_tr, place.country)
        make: Callable[..., Organisation] = record_organisation if is_told_of else new_body
        body = make(
            kind=kind,
            name_tr=place.name_tr,
            name_en=place.name_en,
            place=place,
            also_known_as=also_known_as,
        )
        if is_told_of:
            return self._with_its_kin(body)
        self.by_place.setdefault(place.pk, []).append(body)
        return body

    def _with_its_kin(self, body: Organisation) -> Organisation:
        """Look up anew: with the body, others may have been recorded, of these places or others."""
        self._look_up(self.places.values())
        return body

    def _look_up(self, places: Iterable[Place]) -> None:
        pending = [body for body in self.on_record if body.pk is None]
        self.by_place.clear()
        rest = iter([place.pk for place in places])
        while part := list(islice(rest, _AT_ONCE)):
            for body in organisations().filter(place__in=part).order_by("sort_tr", "pk"):
                self.by_place.setdefault(body.place_id or 0, []).append(body)
        for body in pending:
            self.by_place.setdefault(body.place_id or 0, []).append(body)
        self.gone = {link.body for link in succession_links()}


def _place_or_none(key: str, gazetteer: Gazetteer) -> GazetteerPlace | None:
    try:
        return gazetteer.place(key)
    except LookupError:
        return None
