from django.conf import settings
from django.db import models
from django.db.models import Q

from elci.accounts.models import Workspace
from elci.consent.models import Case
from elci.documents.models import Document
from elci.domain.dates import CANONICAL_PATTERN
from elci.domain.visiting.words import Stage
from elci.foundation.fields import PartialDateField
from elci.foundation.grades import Grade
from elci.organisations.models import Organisation
from elci.visits.choices import (
    CostBearerChoice,
    DirectionChoice,
    RankChoice,
    StageChoice,
    VisitPurposeChoice,
)
from elci.visits.models.kept import HAS_A_REASON, Kept

GRADES = [(grade.value, grade.value) for grade in Grade]


class Visit(Kept):
    """A visit to us or by us: why, when, with whom, and whether it was held.

    What was changed stands in the history with what it said before.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="visits")
    direction = models.CharField(max_length=20, choices=DirectionChoice.choices)
    title = models.CharField(max_length=300)
    purpose = models.CharField(max_length=20, choices=VisitPurposeChoice.choices)
    starts = PartialDateField()
    ends = PartialDateField(null=True)
    places = models.JSONField(default=list)
    """Names of the places, as people call them."""
    grade = models.CharField(max_length=20, choices=GRADES, default=Grade.PRIVATE.value)
    """Whether the public sees that it was held, when, how many came and of what rank: never who."""
    stage = models.CharField(
        max_length=20, choices=StageChoice.choices, default=Stage.PLANNED.value
    )
    stage_reason = models.TextField(blank=True)
    """Why it was cancelled."""
    stated_people = models.PositiveIntegerField(null=True)
    """How many travelled, where no list of them is kept."""
    stated_rank = models.CharField(max_length=40, choices=RankChoice.choices, blank=True)
    """The rank of the head of those who travelled, where no list is kept."""
    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="visits")
    """The consent case of the journey."""

    invited_by = models.CharField(max_length=300, blank=True)
    invited_on = PartialDateField(null=True)
    invitation_number = models.CharField(max_length=100, blank=True)
    invitation = models.ForeignKey(
        Document, null=True, on_delete=models.PROTECT, related_name="invitations"
    )

    aim = models.TextField(blank=True)
    """What is to be different afterwards."""
    why_travel = models.TextField(blank=True)
    """Why a letter or a call would not do."""
    cost_bearer = models.CharField(max_length=20, choices=CostBearerChoice.choices, blank=True)
    tested_on = models.DateField(null=True)
    tested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    flags = models.TextField(blank=True)
    """Which flags stand where, in which order."""
    protocol = models.TextField(blank=True)
    is_sample = models.BooleanField(default=False)
    """Made up to show how visits are kept; said wherever it is shown."""

    class Meta:
        ordering = ("-made_at", "-id")
        constraints = (
            HAS_A_REASON,
            models.CheckConstraint(
                name="visit_dates_are_canonical", condition=Q(starts__regex=CANONICAL_PATTERN)
            ),
            models.CheckConstraint(
                name="visit_cancelled_has_a_reason",
                condition=~Q(stage=Stage.CANCELLED.value) | ~Q(stage_reason=""),
            ),
        )
        indexes = (models.Index(fields=("workspace", "stage"), name="visit_by_workspace"),)

    def __str__(self) -> str:
        return self.title


class VisitPartner(models.Model):
    """A body with which a visit is held."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="partners")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="visits")
    order = models.PositiveSmallIntegerField(default=0)
    is_current = models.BooleanField(default=True)
    """Whether it still is a partner of the visit; a wrong one stays, and does not count."""

    class Meta:
        ordering = ("order", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("visit", "organisation"), name="visit_partner_is_unique"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.visit_id}"
