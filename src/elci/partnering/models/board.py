import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from elci.accounts.models import Workspace
from elci.foundation.grades import Grade
from elci.partnering.choices import BoardKindChoice

GRADES = [(grade.value, grade.value) for grade in Grade]


class BoardEntry(models.Model):
    """A need or an offer of a local authority, until a day.

    One whose day is past stays, and says so. A changed one keeps in the history what it said
    before; one that should not be there is withdrawn with a reason.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="board_entries")
    kind = models.CharField(max_length=20, choices=BoardKindChoice.choices)
    grade = models.CharField(max_length=20, choices=GRADES, default=Grade.PRIVATE.value)
    fields = models.JSONField(default=list)
    """Fields of cooperation, by their keys."""
    forms = models.JSONField(default=list, blank=True)
    titles = models.JSONField(default=dict)
    """By language."""
    texts = models.JSONField(default=dict)
    """By language; the languages are those of the titles."""
    countries = models.JSONField(default=list, blank=True)
    """Codes of the countries in which a partner is sought; empty for any."""
    contact = models.CharField(max_length=300, blank=True)
    """The office to write to, not a person's own address."""
    source = models.CharField(max_length=300, blank=True)
    """On what it rests: a decision, a plan, a page."""
    opens_on = models.DateField()
    expires_on = models.DateField()
    """The last day on which it stands."""
    is_sample = models.BooleanField(default=False)
    """Made up to show how the board works; said wherever it is shown."""
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawal_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("expires_on", "id")
        constraints = (
            models.CheckConstraint(
                name="board_entry_ends_after_it_begins",
                condition=Q(expires_on__gte=F("opens_on")),
            ),
            models.CheckConstraint(
                name="board_entry_withdrawal_has_a_reason",
                condition=Q(withdrawn_at=None) | ~Q(withdrawal_reason=""),
            ),
        )
        indexes = (models.Index(fields=("grade", "expires_on"), name="board_by_last_day"),)

    def __str__(self) -> str:
        return next(iter(self.titles.values()), str(self.uuid))
