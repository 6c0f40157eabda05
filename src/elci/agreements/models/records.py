"""What the parties say: kept for ever, corrected by adding."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from elci.accounts.models import Workspace
from elci.agreements.choices import ActKindChoice, InstrumentChoice
from elci.documents.models import Document, Source
from elci.domain.dates import CANONICAL_PATTERN
from elci.foundation.fields import PartialDateField
from elci.foundation.grades import Grade
from elci.organisations.models import Organisation

GRADES = [(grade.value, grade.value) for grade in Grade]


class Relation(models.Model):
    """A tie between parties: the thing itself, of which each party may keep its own account.

    It says nothing but who the parties are; what, since when and how it stands is in the accounts.
    Rows are never deleted, because other registers cite their ``uuid``.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.uuid)


class Party(models.Model):
    """A body that takes part in a relation.

    Where somebody had entered the wrong body, the row stays, with what it was replaced for.
    """

    relation = models.ForeignKey(Relation, on_delete=models.PROTECT, related_name="parties")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="parts")
    order = models.PositiveSmallIntegerField(default=0)
    replaced_at = models.DateTimeField(null=True)
    """When it turned out to be no party; empty where it is one."""
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    replacement_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("order", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("relation", "organisation"),
                condition=Q(replaced_at=None),
                name="party_is_unique",
            ),
            models.CheckConstraint(
                name="party_replacement_has_a_reason",
                condition=Q(replaced_at=None) | ~Q(replacement_reason=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.relation_id}"


class Account(models.Model):
    """One party's account of a relation: its name for it, its acts, and who may see them.

    An account that was opened by mistake is withdrawn with a reason, never deleted.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    relation = models.ForeignKey(Relation, on_delete=models.PROTECT, related_name="accounts")
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="accounts")
    grade = models.CharField(max_length=20, choices=GRADES, default=Grade.PRIVATE.value)
    instrument = models.CharField(max_length=40, choices=InstrumentChoice.choices)
    local_name = models.CharField(max_length=300, blank=True)
    """What the parties themselves call it, in their words."""
    partner_as_printed = models.CharField(max_length=300, blank=True)
    """The partner's name as the source prints it, faults included."""
    dimensions = models.JSONField(default=list, blank=True)
    purposes = models.JSONField(default=list, blank=True)
    fields = models.JSONField(default=list, blank=True)
    forms = models.JSONField(default=list, blank=True)
    note = models.TextField(blank=True)
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
        constraints = (
            models.UniqueConstraint(
                fields=("relation", "workspace"), name="account_is_one_per_workspace"
            ),
            models.CheckConstraint(
                name="account_withdrawal_has_a_reason",
                condition=Q(withdrawn_at=None) | ~Q(withdrawal_reason=""),
            ),
        )
        indexes = (models.Index(fields=("workspace", "withdrawn_at"), name="account_withdrawn"),)

    def __str__(self) -> str:
        return str(self.uuid)


class ActRecord(models.Model):
    """A dated act in an account, on two time axes: when it happened, and when we learned it.

    A correction is a new row that points to what it replaces; the old row gets ``known_until`` and
    stays. Nothing is deleted, and the database refuses to.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="acts")
    position = models.PositiveIntegerField(default=0)
    """Its place in the order recorded, which decides between acts of one day; a correction takes
    the place of what it corrects."""
    kind = models.CharField(max_length=40, choices=ActKindChoice.choices)
    happened = PartialDateField()
    valid_until = PartialDateField(null=True, blank=True)
    organ = models.CharField(max_length=200, blank=True)
    number = models.CharField(max_length=100, blank=True)
    places = models.JSONField(default=list, blank=True)
    """Names of the places of signature, as the source prints them."""
    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="acts")
    source_detail = models.CharField(max_length=300, blank=True)
    """Where in the source: a row, a page, the text of the cell."""
    note = models.TextField(blank=True)
    known_from = models.DateField()
    known_until = models.DateField(null=True)
    replaces = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    reason = models.TextField(blank=True)
    """Why this row replaces another, or why it was withdrawn."""
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("position", "id")
        constraints = (
            models.CheckConstraint(
                name="act_is_known_before_it_is_replaced",
                condition=Q(known_until=None) | Q(known_until__gte=F("known_from")),
            ),
            models.CheckConstraint(
                name="act_date_is_canonical", condition=Q(happened__regex=CANONICAL_PATTERN)
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.happened}"


class Attachment(models.Model):
    """A document that proves or explains an account or one of its acts."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="attachments")
    act = models.ForeignKey(
        ActRecord, null=True, blank=True, on_delete=models.PROTECT, related_name="attachments"
    )
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="attachments")
    attached_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("account", "document"), name="attachment_is_unique"),
        )

    def __str__(self) -> str:
        return f"{self.document_id} to {self.account_id}"
