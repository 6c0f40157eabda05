import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from elci.accounts.models import Unit, Workspace
from elci.agreements.models import ActRecord
from elci.documents.models import Document
from elci.foundation.fields import PartialDateField
from elci.organisations.models import Organisation
from elci.visits.choices import PromiseEventChoice, PromiserChoice, PromiseStateChoice
from elci.visits.models.kept import HAS_A_REASON, Kept
from elci.visits.models.visits import Visit


class Promise(Kept):
    """What somebody promised. How it stands on a day is what its events say.

    ``due`` and ``settled`` repeat what the events say, so that lists need not replay every one;
    the actions write both in one transaction.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="promises")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="promises")
    visit = models.ForeignKey(Visit, null=True, on_delete=models.PROTECT, related_name="promises")
    """The visit at which it was made; empty where it was made otherwise."""
    act = models.ForeignKey(ActRecord, null=True, on_delete=models.PROTECT, related_name="promises")
    """The act of the register with which it was made."""
    letter = models.CharField(max_length=300, blank=True)
    """The letter with which it was made: its date and number."""
    promiser = models.CharField(max_length=10, choices=PromiserChoice.choices)
    who = models.CharField(max_length=200, blank=True)
    """The office or person on that side."""
    to_whom = models.CharField(max_length=200, blank=True)
    what = models.TextField()
    made_on = PartialDateField()
    due = PartialDateField(null=True)
    settled = models.CharField(max_length=10, choices=PromiseStateChoice.choices, blank=True)
    """Empty while it is open."""
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="promises")
    """The unit of our own that sees to it, or follows it up."""
    is_sample = models.BooleanField(default=False)

    class Meta:
        ordering = ("id",)
        constraints = (
            HAS_A_REASON,
            models.CheckConstraint(name="promise_says_something", condition=~Q(what="")),
        )
        indexes = (models.Index(fields=("workspace", "settled"), name="promise_by_workspace"),)

    def __str__(self) -> str:
        return self.what[:80]


class PromiseEvent(models.Model):
    """Something that happened to a promise; rows are only ever added."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=PromiseEventChoice.choices)
    happened = models.DateField()
    due = PartialDateField(null=True)
    """By when it is to be done from now on, where the event sets that."""
    text = models.TextField(blank=True)
    """The outcome, or the reason."""
    document = models.ForeignKey(
        Document, null=True, on_delete=models.PROTECT, related_name="promise_events"
    )
    """The evidence."""
    before = models.JSONField(null=True)
    """What a corrected promise said before."""
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("promise", "number"), name="promise_event_is_numbered"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.happened}"
