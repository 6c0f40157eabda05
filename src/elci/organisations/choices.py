from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    """What kind of body a party is; a body is not a place."""

    LOCAL_AUTHORITY = "local_authority", _("local authority")
    MUNICIPALITY = "municipality", _("municipality")
    METROPOLITAN_MUNICIPALITY = "metropolitan_municipality", _("metropolitan municipality")
    REGIONAL_AUTHORITY = "regional_authority", _("regional authority")
    NETWORK = "network", _("international organisation or network")
    OTHER = "other", _("other body")
