from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from elci.agreements.models import ActRecord
from elci.documents.models import Document
from elci.foundation.fields import PartialDateField
from elci.visits.choices import GiftChoice, OutcomeChoice
from elci.visits.models.kept import HAS_A_REASON, Kept
from elci.visits.models.visits import Visit


class BudgetLine(Kept):
    """What a visit is expected to cost, line by line: an amount is never without its currency."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="budget")
    what = models.CharField(max_length=200)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    currency = models.CharField(max_length=3)

    class Meta:
        ordering = ("id",)
        constraints = (
            HAS_A_REASON,
            models.CheckConstraint(
                name="budget_line_is_an_amount", condition=Q(amount__gte=0) & ~Q(currency="")
            ),
        )

    def __str__(self) -> str:
        return f"{self.what} {self.amount} {self.currency}"


class ProgrammeItem(Kept):
    """An hour of the programme."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="programme")
    day = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField(null=True)
    what = models.CharField(max_length=300)
    place = models.CharField(max_length=200, blank=True)
    host = models.CharField(max_length=200, blank=True)
    """Who receives them there."""
    notes = models.TextField(blank=True)

    class Meta:
        ordering = ("day", "starts", "id")
        constraints = (
            HAS_A_REASON,
            models.CheckConstraint(
                name="programme_item_ends_after_it_starts",
                condition=Q(ends=None) | Q(ends__gt=F("starts")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.day} {self.starts} {self.what}"


class Gift(Kept):
    """A gift in the register of gifts."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="gifts")
    direction = models.CharField(max_length=20, choices=GiftChoice.choices)
    what = models.CharField(max_length=300)
    person = models.CharField(max_length=200, blank=True)
    """To whom or from whom, by office or name."""
    given_on = PartialDateField(null=True)
    value = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    """As somebody estimated it; nothing where nobody did."""
    currency = models.CharField(max_length=3, blank=True)
    kept_at = models.CharField(max_length=200, blank=True)
    """Where it is kept: a depot, a museum, a room."""
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            HAS_A_REASON,
            models.CheckConstraint(
                name="gift_value_has_a_currency",
                condition=Q(value=None, currency="") | (Q(value__gte=0) & ~Q(currency="")),
            ),
        )

    def __str__(self) -> str:
        return self.what


class Minutes(models.Model):
    """What was said at a visit; the last stand, earlier ones stay readable. Rows are only added."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="minutes")
    number = models.PositiveIntegerField()
    text = models.TextField()
    document = models.ForeignKey(
        Document, null=True, on_delete=models.PROTECT, related_name="minutes"
    )
    reason = models.TextField(blank=True)
    """Why these take the place of earlier ones."""
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("visit", "number"), name="minutes_are_numbered"),
        )

    def __str__(self) -> str:
        return f"{self.number} of {self.visit_id}"


class Outcome(Kept):
    """What came of a visit: a result, an act of the register, or why none was to be expected."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="outcomes")
    kind = models.CharField(max_length=20, choices=OutcomeChoice.choices)
    text = models.TextField()
    happened = PartialDateField(null=True)
    act = models.ForeignKey(
        ActRecord, null=True, on_delete=models.PROTECT, related_name="visit_outcomes"
    )
    document = models.ForeignKey(
        Document, null=True, on_delete=models.PROTECT, related_name="visit_outcomes"
    )

    class Meta:
        ordering = ("id",)
        constraints = (
            HAS_A_REASON,
            models.CheckConstraint(name="outcome_says_something", condition=~Q(text="")),
        )

    def __str__(self) -> str:
        return self.text[:80]


class VisitPaper(Kept):
    """A document of a visit."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="papers")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="visit_papers")

    class Meta:
        ordering = ("id",)
        constraints = (
            HAS_A_REASON,
            models.UniqueConstraint(
                fields=("visit", "document"),
                condition=Q(withdrawn_at=None),
                name="visit_paper_is_unique",
            ),
        )

    def __str__(self) -> str:
        return f"{self.document_id} of {self.visit_id}"
