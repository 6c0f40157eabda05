from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class NetworkSource(TextChoices):
    """Whose ties a network is made of."""

    WORLD = "world", _("the world (Wikidata)")
    REGISTER = "register", _("this register")
    BOTH = "both", _("both together")


class ResultKind(TextChoices):
    """What is kept of a network once it was computed."""

    SUMMARY = "summary", _("numbers of the whole network")
    CITIES = "cities", _("numbers of each city")
    COUNTRIES = "countries", _("pairs of countries beside what chance would give")
    CLAIMS = "claims", _("published claims, tested again")
