import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from elci.accounts.models import Workspace
from elci.agreements.choices import InstrumentChoice
from elci.consent.models import Case
from elci.documents.models import Document
from elci.foundation.fields import PartialDateField
from elci.partnering.choices import AnswerChoice, CriterionChoice, FindingChoice
from elci.places.models import Place


class TwinningRequest(models.Model):
    """A request for a tie that came from abroad. How it stands is what was found and decided."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    workspace = models.ForeignKey(
        Workspace, on_delete=models.PROTECT, related_name="twinning_requests"
    )
    place = models.ForeignKey(
        Place, null=True, on_delete=models.PROTECT, related_name="twinning_requests"
    )
    """Where the body that asks is; empty where the gazetteer has no such place."""
    asker = models.CharField(max_length=300)
    """The body that asks, as its letter names it."""
    signed_by = models.CharField(max_length=200, blank=True)
    """The office of who signed, as in "the Mayor"."""
    instrument = models.CharField(max_length=40, choices=InstrumentChoice.choices)
    purpose = models.TextField(blank=True)
    """What the letter says is to be done together."""
    fields = models.JSONField(default=list, blank=True)
    letter_on = PartialDateField(null=True)
    letter_number = models.CharField(max_length=100, blank=True)
    letter = models.ForeignKey(
        Document, null=True, on_delete=models.PROTECT, related_name="twinning_requests"
    )
    arrived_by = models.CharField(max_length=200, blank=True)
    """The way by which it came: post, e-mail, an embassy, a visit."""
    received_on = models.DateField()
    is_sample = models.BooleanField(default=False)
    """Made up to show how requests are handled; said wherever it is shown."""
    case = models.ForeignKey(
        Case, null=True, on_delete=models.PROTECT, related_name="twinning_requests"
    )
    """The consent case that was opened for it."""
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawal_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("-received_on", "-id")
        constraints = (
            models.CheckConstraint(
                name="request_withdrawal_has_a_reason",
                condition=Q(withdrawn_at=None) | ~Q(withdrawal_reason=""),
            ),
        )

    def __str__(self) -> str:
        return self.asker


class RequestCheck(models.Model):
    """What was found of one criterion; the latest stands, and earlier ones stay readable."""

    request = models.ForeignKey(TwinningRequest, on_delete=models.PROTECT, related_name="checks")
    criterion = models.CharField(max_length=40, choices=CriterionChoice.choices)
    finding = models.CharField(max_length=20, choices=FindingChoice.choices)
    ground = models.TextField()
    """On what the finding rests."""
    source = models.CharField(max_length=300, blank=True)
    found_on = models.DateField()
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(name="request_check_has_a_ground", condition=~Q(ground="")),
        )

    def __str__(self) -> str:
        return f"{self.criterion} {self.finding}"


class RequestDecision(models.Model):
    """What was decided on a request, by whom and why; the latest stands."""

    request = models.ForeignKey(TwinningRequest, on_delete=models.PROTECT, related_name="decisions")
    answer = models.CharField(max_length=20, choices=AnswerChoice.choices)
    instrument = models.CharField(max_length=40, choices=InstrumentChoice.choices, blank=True)
    """The lighter instrument that is offered instead."""
    decided_on = models.DateField()
    organ = models.CharField(max_length=200, blank=True)
    reason = models.TextField()
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(name="request_decision_has_a_reason", condition=~Q(reason="")),
        )

    def __str__(self) -> str:
        return f"{self.answer} {self.decided_on}"


class RequestAnswer(models.Model):
    """The letter that answered a request."""

    request = models.ForeignKey(TwinningRequest, on_delete=models.PROTECT, related_name="answers")
    decision = models.ForeignKey(RequestDecision, on_delete=models.PROTECT, related_name="answers")
    """The decision of which it told."""
    sent_on = models.DateField()
    number = models.CharField(max_length=100, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.number} {self.sent_on}"
