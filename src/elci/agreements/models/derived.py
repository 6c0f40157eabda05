"""What lists, counts and maps read: made from the records, and made anew with every change."""

from django.db import models

from elci.accounts.models import Workspace
from elci.agreements.choices import FindingChoice, InstrumentChoice, StandingChoice
from elci.agreements.models.records import GRADES, Account
from elci.foundation.fields import PartialDateField, SortKeyField
from elci.organisations.models import Organisation
from elci.places.models import Place

_CHOSEN = ("account", "begins", "instrument", "country", "decade")
ENTRY_ORDERS = {
    "public_tr": ("grade", "sort_tr", *_CHOSEN, "signed_day"),
    "public_en": ("grade", "sort_en", *_CHOSEN, "signed_day"),
    "public_since": ("grade", "signed_day", "sort_tr", *_CHOSEN),
    "own_tr": ("workspace", "sort_tr", *_CHOSEN, "signed_day", "grade"),
    "own_en": ("workspace", "sort_en", *_CHOSEN, "signed_day", "grade"),
    "own_since": ("workspace", "signed_day", "sort_tr", *_CHOSEN, "grade"),
}


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
    sort_tr = SortKeyField(max_length=600)
    sort_en = SortKeyField(max_length=600)
    signed_day = models.DateField()
    """As ``since_day``, but ``date.max`` where that is not known: it sorts alike everywhere."""

    class Meta:
        indexes = (
            # A list walks one of these in its order, and looks at no row that it does not show.
            *(
                models.Index(fields=fields, name=f"entry_{name}")
                for name, fields in ENTRY_ORDERS.items()
            ),
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
        # Each index answers from itself alone: a count or a map touches no row of the table.
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
