import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from elci.accounts.models import Workspace
from elci.agreements.choices import (
    ActKindChoice,
    FindingChoice,
    InstrumentChoice,
    StandingChoice,
)
from elci.documents.models import Document, Source
from elci.domain.dates import CANONICAL_PATTERN
from elci.foundation.fields import PartialDateField, SortKeyField
from elci.foundation.grades import Grade
from elci.organisations.models import Organisation
from elci.places.models import Place

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
    """A body that takes part in a relation."""

    relation = models.ForeignKey(Relation, on_delete=models.PROTECT, related_name="parties")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="parts")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("order", "id")
        constraints = (
            models.UniqueConstraint(fields=("relation", "organisation"), name="party_is_unique"),
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


class RegisterEntry(models.Model):
    """What a list shows of an account, made from it and remade with every change; never edited.

    It exists so that a list of a hundred thousand relations is read in one query.
    """

    account = models.OneToOneField(
        Account, primary_key=True, on_delete=models.CASCADE, related_name="entry"
    )
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="+")
    grade = models.CharField(max_length=20, choices=GRADES)
    instrument = models.CharField(max_length=40, choices=InstrumentChoice.choices)
    partner_tr = models.CharField(max_length=600)
    partner_en = models.CharField(max_length=600)
    place = models.ForeignKey(Place, null=True, on_delete=models.PROTECT, related_name="entries")
    """The place of the first partner."""
    country = models.CharField(max_length=2, blank=True)
    """Country of the partners; ``ZZ`` where they are of several, empty where it is not known."""
    partner_countries = models.CharField(max_length=200, blank=True)
    since = PartialDateField(null=True)
    """Date of the first signing or entry into force."""
    since_day = models.DateField(null=True)
    """Its earliest possible day."""
    last_act_day = models.DateField(null=True)
    decade = models.SmallIntegerField(null=True)
    """First year of the decade of the first signing; empty where that is not known."""
    begins = models.DateField(null=True)
    """First day on which it stands in the register at all; from then on it always does."""

    class Meta:
        indexes = (
            models.Index(fields=("country",), name="entry_by_country"),
            models.Index(
                fields=(
                    "grade",
                    "begins",
                    "instrument",
                    "country",
                    "workspace",
                    "since_day",
                    "decade",
                ),
                name="entry_totals",
            ),
            models.Index(
                fields=("workspace", "instrument", "since_day", "grade", "begins"),
                name="entry_signings",
            ),
        )

    def __str__(self) -> str:
        return self.partner_tr


class RegisterPartner(models.Model):
    """A partner of an account, made from its parties and remade with every change.

    So the relations with a body or a place are found without the keeper's own part in all of its.
    """

    entry = models.ForeignKey(RegisterEntry, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(Place, null=True, on_delete=models.PROTECT, related_name="+")
    country = models.CharField(max_length=2, blank=True)

    class Meta:
        indexes = (models.Index(fields=("country", "entry"), name="partner_by_country"),)

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.entry_id}"


_COUNTED = ("instrument", "standing", "country", "decade")
_HELD = ("starts", "ends")
PERIOD_INDEXES = {
    "period_public_counts": ("grade", *_COUNTED, *_HELD),
    "period_own_counts": ("workspace", "grade", *_COUNTED, *_HELD),
    "period_public_starts": ("grade", "starts", *_COUNTED),
    "period_public_ends": ("grade", "ends", *_COUNTED),
    "period_own_starts": ("workspace", "grade", "starts", *_COUNTED),
    "period_own_ends": ("workspace", "grade", "ends", *_COUNTED),
    "period_public_tr": ("grade", "sort_tr", "entry", *_COUNTED, *_HELD),
    "period_public_en": ("grade", "sort_en", "entry", *_COUNTED, *_HELD),
    "period_public_since": ("grade", "since_day", "sort_tr", "entry", *_COUNTED, *_HELD),
    "period_own_tr": ("workspace", "sort_tr", "entry", "grade", *_COUNTED, *_HELD),
    "period_own_en": ("workspace", "sort_en", "entry", "grade", *_COUNTED, *_HELD),
    "period_own_since": (
        "workspace",
        "since_day",
        "sort_tr",
        "entry",
        "grade",
        *_COUNTED,
        *_HELD,
    ),
    "period_own_map": (
        "workspace",
        "grade",
        "place_rank",
        "place",
        "standing",
        "instrument",
        "country",
        "decade",
        *_HELD,
    ),
    "period_by_entry": ("entry", *_HELD, "grade", *_COUNTED),
    "period_public_map": (
        "grade",
        "place_rank",
        "place",
        "workspace",
        "standing",
        "instrument",
        "country",
        "decade",
        *_HELD,
    ),
}


class StandingPeriod(models.Model):
    """Days on which an account says one thing, made from its acts and remade with every change.

    So "as it stood on a date" is one range condition, whatever the number of acts.
    """

    entry = models.ForeignKey(
        RegisterEntry, on_delete=models.CASCADE, related_name="periods", db_index=False
    )
    workspace = models.ForeignKey(
        Workspace, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    grade = models.CharField(max_length=20, choices=GRADES)
    instrument = models.CharField(max_length=40, choices=InstrumentChoice.choices)
    standing = models.CharField(max_length=20, choices=StandingChoice.choices)
    country = models.CharField(max_length=2, blank=True)
    decade = models.SmallIntegerField(null=True)
    """First year of the decade of the first signing; empty where that is not known."""
    since_day = models.DateField()
    """Earliest possible day of the first signing; ``date.max`` where that is not known."""
    sort_tr = SortKeyField(max_length=600)
    sort_en = SortKeyField(max_length=600)
    place = models.ForeignKey(
        Place, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    """The first partner's place, where it can be drawn on a map."""
    place_rank = models.IntegerField(default=0)
    """Minus that place's population, so that the most populous places come first."""
    starts = models.DateField()
    ends = models.DateField()
    """First day on which it is no longer so; ``date.max`` where it is open."""

    class Meta:
        # Each index answers from itself alone, in its own order: a count or the first page of a
        # list touches no row of the table that it does not show.
        indexes = tuple(
            models.Index(fields=fields, name=name) for name, fields in PERIOD_INDEXES.items()
        )

    def __str__(self) -> str:
        return f"{self.standing} {self.starts}–{self.ends}"


class CountSheet(models.Model):
    """How many periods hold on a day, counted beforehand in a large register.

    A count on any other day is the nearest sheet and what begins or ends in between, so it costs
    the same however large the register grows. Without a sheet the periods themselves are counted.
    """

    scope = models.CharField(max_length=40)
    """Whose: a grade, or a grade and the workspace that keeps the accounts."""
    day = models.DateField()
    cells = models.TextField()
    """Numbers by instrument, standing, country and decade of the first signing, as JSON."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("scope", "day"), name="sheet_is_one_per_day"),
        )

    def __str__(self) -> str:
        return f"{self.scope} {self.day}"


class RegisterFinding(models.Model):
    """A contradiction that an account shows, made from it and remade with every change."""

    entry = models.ForeignKey(RegisterEntry, on_delete=models.CASCADE, related_name="findings")
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="+")
    grade = models.CharField(max_length=20, choices=GRADES)
    kind = models.CharField(max_length=40, choices=FindingChoice.choices)
    params = models.JSONField(default=dict)
    """What contradicts what: dates as canonical texts."""

    class Meta:
        indexes = (models.Index(fields=("grade", "kind"), name="finding_public"),)

    def __str__(self) -> str:
        return self.kind


class PublishedFigure(models.Model):
    """A number that somebody published about the register, to be set beside what it counts."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="figures")
    statement_tr = models.CharField(max_length=300)
    statement_en = models.CharField(max_length=300)
    value = models.PositiveIntegerField()
    instrument = models.CharField(max_length=40, choices=InstrumentChoice.choices)
    first_signed_from = models.DateField()
    first_signed_until = models.DateField()
    """First day that is no longer counted."""
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="figures")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.statement_tr


class SavedView(models.Model):
    """A filter of the desk's list that a person keeps under a name."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_views"
    )
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    query = models.CharField(max_length=500)
    """The filter as the list's address carries it."""

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=("user", "workspace", "name"), name="saved_view_is_unique"
            ),
        )

    def __str__(self) -> str:
        return self.name
