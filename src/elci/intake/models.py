import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from elci.accounts.models import Workspace
from elci.agreements.choices import InstrumentChoice
from elci.agreements.models import Account, ActRecord
from elci.documents.models import Source
from elci.foundation.grades import Grade
from elci.intake.choices import BatchState, Decision, Match


class ImportBatch(models.Model):
    """One list that somebody handed in: read as a whole, entered as a whole, undone as a whole."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="batches")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(
        max_length=20, choices=BatchState.choices, default=BatchState.WAITING.value
    )
    file_name = models.CharField(max_length=255)
    """Empty for a text that was pasted."""
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    """In bytes."""
    kind = models.CharField(max_length=40, blank=True)
    """What the content turned out to be."""
    encoding = models.CharField(max_length=40, blank=True)
    instrument = models.CharField(max_length=40, choices=InstrumentChoice.choices, blank=True)
    """Given by a person for rows that do not name theirs."""
    stated_on = models.DateField(null=True)
    """The day whose state the list describes; from then on its facts were known."""
    notes = models.JSONField(default=list)
    """What a reader must know of how it was read, as sentences by language."""
    tables = models.JSONField(default=list)
    """For each table its name, headings, and the roles of its columns."""
    chosen_roles = models.JSONField(null=True)
    """What a person said that the columns are, by the number of the table."""
    grade = models.CharField(max_length=20, db_default=Grade.PRIVATE.value)
    """Who may see what is entered from it."""
    started_at = models.DateTimeField(null=True)
    """When a process of its own was last started for it."""
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    refusal_tr = models.TextField(blank=True)
    refusal_en = models.TextField(blank=True)
    refused_row = models.PositiveIntegerField(null=True)
    """The row, by its order, for which nothing of the list was entered."""
    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="batches")
    closed_at = models.DateTimeField(null=True)
    """When it was entered, discarded or undone last."""
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return self.file_name or str(self.uuid)


class ImportedRow(models.Model):
    """A row as it was read, what it was understood to be, and what became of it."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows")
    order = models.PositiveIntegerField()
    table = models.PositiveSmallIntegerField(default=0)
    number = models.PositiveIntegerField()
    """Which row of its table, as a person counts."""
    page = models.PositiveIntegerField(null=True)
    cells = models.JSONField(default=list)
    """The cells as they were read."""
    skipped = models.BooleanField(db_default=False)
    """It tells of no relation: a heading, a total, a note."""
    reading = models.JSONField(default=dict)
    """What they were understood to be, with reasons and problems."""
    correction = models.JSONField(default=dict)
    """What a person put in the place of what was read."""
    decision = models.CharField(
        max_length=10, choices=Decision.choices, default=Decision.OPEN.value
    )
    match = models.CharField(max_length=20, choices=Match.choices, default=Match.NONE.value)
    matched = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    """The relation in the register that it was compared with."""
    account = models.ForeignKey(
        Account, null=True, on_delete=models.PROTECT, related_name="imported_rows"
    )
    """The relation that it was entered in."""
    opened_account = models.BooleanField(default=False)
    acts = models.ManyToManyField(ActRecord, related_name="imported_rows")
    """The acts that came from it."""

    class Meta:
        ordering = ("order",)
        constraints = (
            models.UniqueConstraint(fields=("batch", "order"), name="imported_row_is_unique"),
        )
        indexes = (
            # Counts and filters read this instead of the rows, each of which is long.
            models.Index(
                fields=("batch", "skipped", "decision", "match", "order"),
                name="imported_row_by_decision",
            ),
        )

    def __str__(self) -> str:
        return f"{self.batch_id}:{self.order}"


class ColumnMemory(models.Model):
    """What a person said that a column holds, for the next list of the same layout."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    headings = models.CharField(max_length=64)
    """Hash of the list's layout: its headings, or its source and the looks of its columns."""
    heading = models.CharField(max_length=200)
    """The folded heading, or the place of a column that has none, such as #3."""
    role = models.CharField(max_length=40)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("workspace", "headings", "heading"), name="column_memory_is_unique"
            ),
        )

    def __str__(self) -> str:
        return f"{self.heading}: {self.role}"
