"""The relations of a place, a country or an organisation."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from elci.agreements.models import Party, StandingPeriod
from elci.agreements.queries.register import in_order, periods_visible_to
from elci.agreements.queries.relations import accounts_visible_to
from elci.domain.register import SEVERAL_COUNTRIES, Order
from elci.foundation.eyes import Eyes
from elci.organisations.models import Organisation
from elci.organisations.queries import organisations
from elci.places.models import Place


def organisations_visible_to(eyes: Eyes) -> QuerySet[Organisation]:
    """Return the keepers of registers and the parties to relations that these eyes may see.

    That a body is in the register may give away a relation that is still private.
    """
    told = Party.objects.filter(
        organisation=OuterRef("pk"), relation__accounts__in=accounts_visible_to(eyes)
    )
    return organisations().filter(Q(workspace__isnull=False) | Exists(told.order_by()))


def places_visible_to(eyes: Eyes) -> QuerySet[Place]:
    """Return the places of the organisations that these eyes may see."""
    return Place.objects.filter(Exists(organisations_visible_to(eyes).filter(place=OuterRef("pk"))))


def relations_of_place(
    place: Place, eyes: Eyes, *, today: date, language: str
) -> QuerySet[StandingPeriod]:
    """Return the relations with a party that governs a place or has its seat there."""
    parties = Q(entry__account__relation__parties__organisation__place=place)
    return _today(periods_visible_to(eyes).filter(parties).distinct(), today, language)


def relations_of_organisation(
    organisation: Organisation, eyes: Eyes, *, today: date, language: str
) -> QuerySet[StandingPeriod]:
    """Return the relations in which an organisation is a party."""
    parties = Q(entry__account__relation__parties__organisation=organisation)
    return _today(periods_visible_to(eyes).filter(parties).distinct(), today, language)


def relations_of_country(
    country: str, eyes: Eyes, *, today: date, language: str
) -> QuerySet[StandingPeriod]:
    """Return the relations with a partner in a country, those with several countries included."""
    several = Q(country=SEVERAL_COUNTRIES, entry__partner_countries__contains=country)
    found = periods_visible_to(eyes).filter(Q(country=country) | several)
    return _today(found, today, language)


def _today(found: QuerySet[StandingPeriod], today: date, language: str) -> QuerySet[StandingPeriod]:
    return in_order(found.filter(starts__lte=today, ends__gt=today), Order.PARTNER, language)
