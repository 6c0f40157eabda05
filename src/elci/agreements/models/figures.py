"""What people set beside the register: published numbers, and filters that they keep."""

import uuid

from django.conf import settings
from django.db import models

from elci.accounts.models import Workspace
from elci.agreements.choices import InstrumentChoice
from elci.documents.models import Source


class PublishedFigure(models.Model):
    """A number that somebody published about the register, to be set beside what it counts."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="figures")
    statement_tr = models.CharField(max_length=300)
    statement_en = models.CharField(max_length=300)
    value = models.PositiveIntegerField()
    instrument = models.CharField(max_length=40, choices=InstrumentChoice.choices)
    first_signed_from = models.DateField()
    first_signed_until = models.DateField()
    """First day that is no longer counted."""
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="figures")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.statement_tr


class SavedView(models.Model):
    """A filter of the desk's list that a person keeps under a name."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_views"
    )
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    query = models.CharField(max_length=500)
    """The filter as the list's address carries it."""

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=("user", "workspace", "name"), name="saved_view_is_unique"
            ),
        )

    def __str__(self) -> str:
        return self.name
