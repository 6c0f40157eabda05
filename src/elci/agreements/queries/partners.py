"""The relations of a place, a country or an organisation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from elci.agreements.models import Party, RegisterEntry, RegisterPartner, StandingPeriod
from elci.agreements.queries.asking import periods_visible_to
from elci.agreements.queries.ordering import FEW, in_order
from elci.domain.register import SEVERAL_COUNTRIES, Order
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade
from elci.organisations.models import Organisation
from elci.organisations.queries import organisations, succeeded_or_succeeding
from elci.places.models import Place


def organisations_visible_to(eyes: Eyes) -> QuerySet[Organisation]:
    """Return the keepers of registers and the parties to relations that these eyes may see.

    That a body is in the register may give away a relation that is still private. Of what body took
    the place of which, nothing is private, so those are seen too.
    """
    visible = Q(relation__accounts__grade=Grade.FULL)
    if eyes.reads:
        visible |= Q(relation__accounts__workspace_id__in=eyes.reads)
    told = Party.objects.filter(visible, organisation=OuterRef("pk"), replaced_at=None)
    return organisations().filter(
        Q(workspace__isnull=False) | Exists(told.order_by()) | succeeded_or_succeeding()
    )


def places_visible_to(eyes: Eyes) -> QuerySet[Place]:
    """Return the places of the organisations that these eyes may see."""
    return Place.objects.filter(Exists(organisations_visible_to(eyes).filter(place=OuterRef("pk"))))


def relations_of_place(
    place: Place, eyes: Eyes, *, today: date, language: str, most: int | None = None
) -> list[StandingPeriod]:
    """Return the relations with a party that governs a place or has its seat there.

    The first ``most`` of them, by partner; all where it is left out.
    """
    hosts = Organisation.objects.filter(place=place, workspace__isnull=False)
    workspaces = list(hosts.values_list("workspace_id", flat=True))
    return _first(workspaces, Q(place=place), eyes, _Asked(today, language, most))


def relations_of_organisation(
    organisation: Organisation, eyes: Eyes, *, today: date, language: str, most: int | None = None
) -> list[StandingPeriod]:
    """Return the relations in which an organisation is a party; see `relations_of_place`."""
    own = [] if organisation.workspace_id is None else [organisation.workspace_id]
    return _first(own, Q(organisation=organisation), eyes, _Asked(today, language, most))


def relations_of_country(
    country: str, eyes: Eyes, *, today: date, language: str, most: int | None = None
) -> list[StandingPeriod]:
    """Return the relations with a partner in a country; see `relations_of_place`."""
    asked = _Asked(today, language, most)
    if RegisterPartner.objects.filter(country=country).count() <= FEW:
        return _first([], Q(country=country), eyes, asked)
    several = Q(country=SEVERAL_COUNTRIES, partners__country=country)
    found = _begun(eyes, asked).filter(Q(country=country) | several).distinct()
    return _rows(_ids(found, asked), eyes, asked)


@dataclass(frozen=True, slots=True)
class _Asked:
    today: date
    language: str
    most: int | None

    @property
    def sort(self) -> str:
        return "sort_tr" if self.language == "tr" else "sort_en"


def _first(keepers: Sequence[int], partner: Q, eyes: Eyes, asked: _Asked) -> list[StandingPeriod]:
    """Return the first relations that these workspaces keep or that have such a partner."""
    kept = _ids(_begun(eyes, asked).filter(workspace__in=keepers), asked) if keepers else []
    with_partner = RegisterPartner.objects.filter(partner).values("entry_id")
    named = _begun(eyes, asked).filter(pk__in=with_partner).values_list(asked.sort, "pk")
    return _rows(sorted({*kept, *named})[: asked.most], eyes, asked)


def _begun(eyes: Eyes, asked: _Asked) -> QuerySet[RegisterEntry]:
    visible = Q(grade=Grade.FULL)
    if eyes.reads:
        visible |= Q(workspace_id__in=eyes.reads)
    return RegisterEntry.objects.filter(visible, begins__lte=asked.today)


def _ids(found: QuerySet[RegisterEntry], asked: _Asked) -> list[tuple[str, int]]:
    return list(found.order_by(asked.sort, "pk").values_list(asked.sort, "pk")[: asked.most])


def _rows(ids: Sequence[tuple[str, int]], eyes: Eyes, asked: _Asked) -> list[StandingPeriod]:
    wanted = periods_visible_to(eyes).filter(entry_id__in=[entry for _sort, entry in ids])
    return list(in_order(_on(asked.today, wanted), Order.PARTNER, asked.language))


def _on(day: date, found: QuerySet[StandingPeriod]) -> QuerySet[StandingPeriod]:
    return found.filter(starts__lte=day, ends__gt=day)
