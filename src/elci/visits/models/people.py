from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from elci.visits.choices import DetailChoice, RankChoice, RoleChoice, SideChoice
from elci.visits.models.kept import HAS_A_REASON, Kept
from elci.visits.models.visits import Visit


class Delegate(Kept):
    """A person of a delegation: who, of what rank, in which part.

    The name can be erased at the person's request; the rank and the side stay, because they are
    counted. No name goes into the history.
    """

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="delegates")
    side = models.CharField(max_length=10, choices=SideChoice.choices)
    name = models.CharField(max_length=200, blank=True)
    """Empty where it was erased."""
    title = models.CharField(max_length=300, blank=True)
    rank = models.CharField(max_length=40, choices=RankChoice.choices)
    role = models.CharField(max_length=20, choices=RoleChoice.choices)
    place_by_hand = models.PositiveSmallIntegerField(null=True)
    """The place in the order of precedence that protocol gives, where the rule does not."""
    address_form = models.CharField(max_length=200, blank=True)
    """How the person is addressed: "Sayın Başkan", "Your Excellency"."""
    languages = models.CharField(max_length=200, blank=True)
    """What the person speaks, or interprets."""
    needs_visa_letter = models.BooleanField(default=False)
    needs_badge = models.BooleanField(default=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            HAS_A_REASON,
            models.CheckConstraint(
                name="delegate_has_a_name_or_is_erased",
                condition=~Q(name="") | Q(erased_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.name or "–"


class PersonDetail(models.Model):
    """What is kept of a person for one purpose, until a day; then its value goes, and it says so.

    The value never goes into the history.
    """

    delegate = models.ForeignKey(Delegate, on_delete=models.PROTECT, related_name="details")
    kind = models.CharField(max_length=20, choices=DetailChoice.choices)
    value = models.TextField(blank=True)
    purpose = models.CharField(max_length=200)
    purge_on = models.DateField()
    purged_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("delegate", "kind"),
                condition=Q(purged_at=None),
                name="person_detail_is_kept_once",
            ),
            models.CheckConstraint(
                name="person_detail_is_kept_or_purged",
                condition=Q(purged_at=None) & ~Q(value="") | Q(purged_at__isnull=False, value=""),
            ),
            models.CheckConstraint(name="person_detail_has_a_purpose", condition=~Q(purpose="")),
        )
        indexes = (models.Index(fields=("purged_at", "purge_on"), name="detail_by_purge"),)

    def __str__(self) -> str:
        return f"{self.kind} of {self.delegate_id}"


class Purge(models.Model):
    """The proof of a purge: what kind, how many, when and by whom. Rows are only ever added."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="purges")
    counts = models.JSONField()
    """By kind of detail, how many values went; ``name`` counts names that were erased."""
    reason = models.CharField(max_length=300)
    purged_at = models.DateTimeField(default=timezone.now)
    purged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """Nobody where a command of the installation did it."""

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.counts} of {self.visit_id}"
