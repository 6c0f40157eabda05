from django.db import models
from django.db.models import Q
from django.utils import timezone

from elci.accounts.models import Unit
from elci.agreements.models import Account
from elci.foundation.fields import PartialDateField
from elci.memberships.choices import GradeChoice


class GradeTerm(models.Model):
    """The grade that a local government holds in an organisation from a date on."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="grade_terms")
    grade = models.CharField(max_length=20, choices=GradeChoice.choices)
    as_printed = models.CharField(max_length=100, blank=True)
    since = PartialDateField(null=True)
    """Empty where the source states a grade but not since when."""
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.grade} {self.since}"


class Responsibility(models.Model):
    """A unit that is responsible for a membership, until it no longer is.

    A unit that takes it over again later gets another row.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="responsibilities")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="responsibilities")
    until = PartialDateField(null=True)
    """First day on which it was no longer in charge; empty while it is."""
    ended_at = models.DateTimeField(null=True)
    """When that was recorded."""

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("account", "unit"),
                condition=Q(until=None),
                name="responsibility_is_unique",
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit_id} for {self.account_id}"
