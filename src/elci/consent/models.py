"""Consent cases with their events and papers, and drafts of law that a workspace looks into."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from elci.accounts.models import Workspace
from elci.agreements.choices import InstrumentChoice
from elci.agreements.models import Account, ActRecord
from elci.consent.choices import BodyChoice, CounterpartChoice, EventChoice, LegalActChoice
from elci.documents.models import Document
from elci.foundation.grades import Grade
from elci.organisations.models import Organisation

GRADES = [(grade.value, grade.value) for grade in Grade]


class DecidingOffice(models.Model):
    """A workspace that decides for an authority: a ministry, a governorship."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    workspace = models.OneToOneField(
        Workspace, on_delete=models.PROTECT, related_name="deciding_office"
    )
    decides_for = models.JSONField(default=list)
    """Names of authorities, in Turkish as the packs write them or a part that tells them apart."""

    class Meta:
        ordering = ("workspace__key",)

    def __str__(self) -> str:
        return str(self.workspace)


class Case(models.Model):
    """A consent case: what it was opened for. How it stands is what its events say.

    ``office``, ``office_step``, ``act_on`` and ``is_open`` repeat what the events say, so that
    lists need not replay every case; the actions write both in one transaction.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="cases")
    title = models.CharField(max_length=300)
    pack = models.CharField(max_length=300)
    """Id or alias of the law pack by which it is judged."""
    act = models.CharField(max_length=40, choices=LegalActChoice.choices)
    body = models.CharField(max_length=40, choices=BodyChoice.choices)
    counterpart = models.CharField(max_length=40, choices=CounterpartChoice.choices)
    planned_on = models.DateField()
    """The day planned for the act when the case was opened."""
    partner = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="cases"
    )
    account = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="cases")
    """The relation that it continues, or that its signature opened."""
    instrument = models.CharField(max_length=40, choices=InstrumentChoice.choices, blank=True)
    """What a signature opens in the register; empty where it opens nothing."""
    grade = models.CharField(max_length=20, choices=GRADES, default=Grade.PRIVATE.value)
    """Who may see the relation that a signature opens."""
    opened_on = models.DateField()
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    office = models.ForeignKey(
        DecidingOffice, null=True, on_delete=models.PROTECT, related_name="cases_in_hand"
    )
    """The office in whose hands the file is."""
    office_step = models.CharField(max_length=100, blank=True)
    """The step for which it lies there."""
    act_on = models.DateField(null=True)
    """The day on which what it was opened for happened."""
    is_open = models.BooleanField(default=True)

    class Meta:
        ordering = ("-made_at", "-id")
        indexes = (
            models.Index(fields=("workspace", "is_open"), name="case_by_workspace"),
            models.Index(fields=("office", "is_open"), name="case_by_office"),
        )

    def __str__(self) -> str:
        return self.title


class CaseEvent(models.Model):
    """Something that happened in a case; rows are only ever added, and the database sees to it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    """Its place in the case, from 1."""
    kind = models.CharField(max_length=40, choices=EventChoice.choices)
    on = models.DateField()
    facts = models.JSONField(default=dict)
    """What it says besides, as ``elci.domain.casework.writing`` writes it."""
    corrects = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    """The event that was recorded wrongly; it stays readable."""
    office = models.ForeignKey(
        DecidingOffice, null=True, on_delete=models.PROTECT, related_name="case_events"
    )
    """The office to which the file went, or that did this."""
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("case", "number"), name="case_event_is_numbered"),
        )
        indexes = (models.Index(fields=("office", "case"), name="case_event_by_office"),)

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.on}"


class CasePaper(models.Model):
    """A document in the file of a case, under the step that it proves."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="papers")
    event = models.ForeignKey(CaseEvent, on_delete=models.PROTECT, related_name="papers")
    """With what it came into the file."""
    step = models.CharField(max_length=100, blank=True)
    """Key of the step that it proves; empty for one that was asked for besides."""
    paper = models.CharField(max_length=200)
    """Its key in the step, or a name that somebody gave it."""
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="case_papers")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.paper} in {self.case_id}"


class CaseAct(models.Model):
    """The act of the register that a step of a case became."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="acts")
    step = models.CharField(max_length=100)
    act = models.OneToOneField(ActRecord, on_delete=models.PROTECT, related_name="case_act")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.step} of {self.case_id}"


class LawDraft(models.Model):
    """A new or draft law pack that a workspace holds against the law in force.

    It is never law: no case, no finding and no answer rests on it, and it may be removed.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="law_drafts")
    against = models.CharField(max_length=100)
    """Id of the installed pack with which it is compared."""
    title = models.CharField(max_length=300, blank=True)
    """What changes, as letters name it."""
    is_adopted = models.BooleanField(default=False)
    """Whether the law is adopted; else it is told as a draft that may never be."""
    file_name = models.CharField(max_length=200)
    text = models.TextField()
    """The pack as it was handed over."""
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("-made_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("workspace", "against", "sha256"), name="law_draft_is_kept_once"
            ),
        )

    def __str__(self) -> str:
        return self.title or self.file_name
