"""The ties that a register holds, as the search for partners reckons with them."""

from datetime import date
from typing import Any, Final

from django.db.models import Q, QuerySet

from elci.accounts.models import Workspace
from elci.agreements.models import RegisterPartner
from elci.domain.acts.kinds import Standing
from elci.domain.casework.asking import BODIES
from elci.domain.law.words import Body
from elci.domain.matching.own import OwnTie
from elci.domain.places.gazetteer import Place as GazetteerPlace
from elci.domain.places.kinds import PlaceKind
from elci.domain.texts import Text
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade
from elci.organisations.models import Organisation

_SOURCE: Final = Text("Kayıt", "The register")
_COLUMNS: Final = (
    "place__key",
    "country",
    "organisation__name_tr",
    "organisation__name_en",
    "place__name_tr",
    "place__name_en",
    "entry__instrument",
    "entry__last_act_day",
    "entry__periods__standing",
)


def own_ties(workspace: Workspace, eyes: Eyes, *, today: date) -> list[OwnTie]:
    """Return the ties of a workspace that these eyes may see, as they stand today; one query.

    A tie with several partners comes once for each of them; memberships are left out.
    """
    rows = _visible(workspace, eyes).filter(
        entry__periods__starts__lte=today, entry__periods__ends__gt=today
    )
    found = rows.exclude(entry__instrument=Instrument.MEMBERSHIP).order_by("pk")
    return [_tie(row) for row in found.values(*_COLUMNS)]


def host_at(place_key: str) -> Workspace | None:
    """Return the workspace whose local authority governs a place, where there is one here."""
    found = Organisation.objects.filter(place__key=place_key, workspace__isnull=False)
    body = found.select_related("workspace").order_by("pk").first()
    return None if body is None else body.workspace


def legal_body(host: Workspace | None, place: GazetteerPlace) -> Body:
    """Return what a city is in law: by its own body where it keeps a register here, else a guess.

    A district of the gazetteer is one of a Turkish metropolis; other cities are municipalities.
    """
    if host is not None:
        found = Organisation.objects.filter(workspace=host).values_list("kind", flat=True).first()
        return BODIES.get(found or "", (Body.MUNICIPALITY,))[0]
    is_district = place.kind is PlaceKind.DISTRICT
    return Body.METROPOLITAN_DISTRICT if is_district else Body.MUNICIPALITY


def place_key_of(workspace: Workspace) -> str | None:
    """Return the key of the place that a workspace's local authority governs."""
    found = Organisation.objects.filter(workspace=workspace, place__isnull=False)
    return found.values_list("place__key", flat=True).first()


def _visible(workspace: Workspace, eyes: Eyes) -> QuerySet[RegisterPartner]:
    found = RegisterPartner.objects.filter(entry__workspace=workspace)
    if workspace.pk in eyes.reads:
        return found
    return found.filter(Q(entry__grade=Grade.FULL))


def _tie(row: dict[str, Any]) -> OwnTie:
    key = row["place__key"] or ""
    last = row["entry__last_act_day"]
    named = "organisation" if not row["place__name_tr"] else "place"
    return OwnTie(
        geonameid=int(key) if key.isdigit() else None,
        name=Text(row[f"{named}__name_tr"], row[f"{named}__name_en"]),
        country=row["country"],
        instrument=Instrument(row["entry__instrument"]),
        standing=Standing(row["entry__periods__standing"]),
        last_year=None if last is None else last.year,
        source=_SOURCE,
    )
