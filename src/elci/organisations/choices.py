from django.db import models
from django.utils.translation import gettext_lazy as _

from elci.domain.successions import SuccessionKind


class OrganisationKind(models.TextChoices):
    """What kind of body a party is; a body is not a place."""

    LOCAL_AUTHORITY = "local_authority", _("local authority")
    MUNICIPALITY = "municipality", _("municipality")
    METROPOLITAN_MUNICIPALITY = "metropolitan_municipality", _("metropolitan municipality")
    DISTRICT = "district", _("district municipality or borough")
    PROVINCE = "province", _("provincial administration")
    COUNTY = "county", _("county")
    REGION = "region", _("state or region")
    NETWORK = "network", _("international organisation or network")
    OTHER = "other", _("other body")


class SuccessionChoice(models.TextChoices):
    """How one body took the place of another."""

    RENAMED = SuccessionKind.RENAMED.value, _("it was given another name")
    STATUS_CHANGED = SuccessionKind.STATUS_CHANGED.value, _("it was given another rank")
    MERGED = SuccessionKind.MERGED.value, _("it was merged into another")
    SPLIT = SuccessionKind.SPLIT.value, _("it was divided among others")
    ABOLISHED_WITH_TRANSFER = (
        SuccessionKind.ABOLISHED_WITH_TRANSFER.value,
        _("it was abolished, and its tasks were handed over"),
    )
