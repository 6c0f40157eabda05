import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from elci.accounts.models import Workspace
from elci.consent.models import Case
from elci.places.models import Place


class Shortlist(models.Model):
    """Places that a workspace may want to approach, for one purpose; it alone sees them."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="shortlists")
    title = models.CharField(max_length=300)
    asked = models.JSONField(default=dict)
    """The question of the page on which it was begun, as its address carries it."""
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    closing_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("-made_at", "-id")
        constraints = (
            models.CheckConstraint(
                name="shortlist_closing_has_a_reason",
                condition=Q(closed_at=None) | ~Q(closing_reason=""),
            ),
        )

    def __str__(self) -> str:
        return self.title


class ShortlistEntry(models.Model):
    """A place on a shortlist, with what spoke for and against it on the day it was put there."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    shortlist = models.ForeignKey(Shortlist, on_delete=models.PROTECT, related_name="entries")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="shortlisted")
    seen_on = models.DateField()
    """The day whose reasons are kept."""
    ranking = models.CharField(max_length=40, blank=True)
    """What ranked it: the criteria, or a learned ranking with its version."""
    rank = models.PositiveIntegerField(null=True)
    score = models.FloatField(null=True)
    grounds = models.JSONField(default=dict)
    """Reasons, counter-evidence and law as they were shown, values with source and year."""
    case = models.ForeignKey(
        Case, null=True, on_delete=models.PROTECT, related_name="shortlist_entries"
    )
    """The consent case that was opened for it."""
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawal_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("shortlist", "place"),
                condition=Q(withdrawn_at=None),
                name="shortlist_entry_is_unique",
            ),
            models.CheckConstraint(
                name="shortlist_entry_withdrawal_has_a_reason",
                condition=Q(withdrawn_at=None) | ~Q(withdrawal_reason=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.place_id} on {self.shortlist_id}"


class EntryNote(models.Model):
    """What somebody wrote beside an entry; rows are only ever added."""

    entry = models.ForeignKey(ShortlistEntry, on_delete=models.PROTECT, related_name="notes")
    text = models.TextField()
    written_at = models.DateTimeField(default=timezone.now)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.text[:60]
