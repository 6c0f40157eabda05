import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from elci.accounts.models import Workspace
from elci.foundation.grades import Grade


class Source(models.Model):
    """Where a fact was read: a publication, a decision, a letter, a person's word."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="sources")
    title_tr = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    publisher = models.CharField(max_length=200, blank=True)
    stated_on = models.DateField(null=True)
    """The day whose state it describes."""
    address = models.URLField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "title_tr"), name="source_is_unique"),
        )

    def __str__(self) -> str:
        return self.title_tr


class Document(models.Model):
    """A file as it was handed in, kept under the hash of its content and never changed."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="documents")
    grade = models.CharField(
        max_length=20,
        choices=[(grade.value, grade.value) for grade in Grade],
        default=Grade.PRIVATE.value,
    )
    title = models.CharField(max_length=300)
    file_name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    """In bytes."""
    pages = models.PositiveIntegerField(null=True)
    """How many pages a PDF has; nothing where nobody counted, or it cannot be told."""
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT)
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "sha256"), name="document_is_unique"),
        )

    def __str__(self) -> str:
        return self.title
