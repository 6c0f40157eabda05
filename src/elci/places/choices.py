from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from elci.domain.places.continents import Continent
from elci.domain.places.kinds import PlaceKind


class ContinentChoice(models.TextChoices):
    """Continents with their labels."""

    AFRICA = Continent.AFRICA.value, _("Africa")
    ANTARCTICA = Continent.ANTARCTICA.value, _("Antarctica")
    ASIA = Continent.ASIA.value, _("Asia")
    EUROPE = Continent.EUROPE.value, _("Europe")
    NORTH_AMERICA = Continent.NORTH_AMERICA.value, _("North America")
    OCEANIA = Continent.OCEANIA.value, _("Oceania")
    SOUTH_AMERICA = Continent.SOUTH_AMERICA.value, _("South America")


class PlaceKindChoice(models.TextChoices):
    """Kinds of places with their labels."""

    CITY = PlaceKind.CITY.value, _("city")
    DISTRICT = PlaceKind.DISTRICT.value, _("district")
    REGION = PlaceKind.REGION.value, _("region")
    COUNTRY = PlaceKind.COUNTRY.value, _("country")


CONTINENT_LABELS: Final = dict(ContinentChoice.choices)
