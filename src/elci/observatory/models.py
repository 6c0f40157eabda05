"""Data sets of the world's ties that came after the package's own, and results that are kept."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from elci.observatory.choices import ResultKind


class DataSet(models.Model):
    """An export of the world's ties as it was taken in. The newest is current; none is deleted."""

    stated_on = models.DateField()
    """The day of the export."""
    taken_at = models.DateTimeField(default=timezone.now)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    file_name = models.CharField(max_length=200)
    file_digest = models.CharField(max_length=64)
    """SHA-256 of the file."""
    rows_digest = models.CharField(max_length=64, unique=True)
    """Digest of its cities and ties, by which results know what they were made from."""
    cities = models.PositiveIntegerField()
    links = models.PositiveIntegerField()
    counts = models.JSONField(default=dict)
    """Rows read and left out, and what changed from the data set before."""
    content = models.BinaryField()
    """Its two tables, as compressed text."""

    class Meta:
        ordering = ("taken_at", "id")

    def __str__(self) -> str:
        return f"{self.stated_on} ({self.links})"


class KeptResult(models.Model):
    """A result of a long computation, with what it was made from; made anew when that changes."""

    kind = models.CharField(max_length=20, choices=ResultKind.choices)
    rows_digest = models.CharField(max_length=64)
    version = models.PositiveSmallIntegerField()
    """Of the way in which it is computed and written."""
    made_at = models.DateTimeField(default=timezone.now)
    content = models.JSONField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "rows_digest", "version"), name="result_is_kept_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.rows_digest[:12]}"
