import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from elci.accounts.models import Workspace
from elci.foundation.fields import PartialDateField, SortKeyField
from elci.organisations.choices import OrganisationKind, SuccessionChoice
from elci.places.models import Place


class Organisation(models.Model):
    """A body that can be a party: a local authority, a regional one, a network.

    Rows are shared by all workspaces and never deleted, because other registers cite their uuid.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=40, choices=OrganisationKind.choices)
    name_tr = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    acronym = models.CharField(max_length=60, blank=True)
    sort_tr = SortKeyField(max_length=600)
    sort_en = SortKeyField(max_length=600)
    search_text = models.TextField()
    """Every name it may be looked for by, folded: its own, its place's and its country's."""
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="organisations"
    )
    """The place that it governs or where it has its seat; empty where that is not known."""
    workspace = models.OneToOneField(
        Workspace, null=True, blank=True, on_delete=models.PROTECT, related_name="organisation"
    )
    """The workspace in which this body keeps its own register, if it has one here."""
    founded = PartialDateField(null=True, blank=True)
    founded_source = models.CharField(max_length=300, blank=True)
    site = models.URLField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "place", "name_tr"), name="organisation_is_unique"
            ),
        )

    def __str__(self) -> str:
        return self.name_tr


class Succession(models.Model):
    """That one body took the place of another, from a date on: a public fact, with its source.

    One that was recorded by mistake is withdrawn with a reason, never deleted.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="predecessions"
    )
    since = PartialDateField()
    """First day of the successor in the place of the body."""
    kind = models.CharField(max_length=40, choices=SuccessionChoice.choices)
    source_tr = models.CharField(max_length=300)
    """The law or decision that made it, cited so that somebody can open it."""
    source_en = models.CharField(max_length=300)
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """Nobody where it came with the product's own table of successions."""
    workspace = models.ForeignKey(
        Workspace, null=True, on_delete=models.PROTECT, related_name="successions"
    )
    """Whose officer recorded it, and may withdraw it."""
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawal_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("body", "successor"),
                condition=Q(withdrawn_at=None),
                name="succession_is_recorded_once",
            ),
            models.CheckConstraint(
                name="succession_is_to_another", condition=~Q(body=F("successor"))
            ),
            models.CheckConstraint(
                name="succession_has_a_source", condition=~Q(source_tr="") & ~Q(source_en="")
            ),
            models.CheckConstraint(
                name="succession_withdrawal_has_a_reason",
                condition=Q(withdrawn_at=None) | ~Q(withdrawal_reason=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.body_id} → {self.successor_id} {self.since}"
