from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person may do in a workspace."""

    READER = "reader", _("reader")
    OFFICER = "officer", _("desk officer")
