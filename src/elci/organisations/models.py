import uuid

from django.db import models

from elci.accounts.models import Workspace
from elci.foundation.fields import PartialDateField, SortKeyField
from elci.organisations.choices import OrganisationKind
from elci.places.models import Place


class Organisation(models.Model):
    """A body that can be a party: a local authority, a regional one, a network.

    Rows are shared by all workspaces and never deleted, because other registers cite their uuid.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=40, choices=OrganisationKind.choices)
    name_tr = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    acronym = models.CharField(max_length=60, blank=True)
    sort_tr = SortKeyField(max_length=600)
    sort_en = SortKeyField(max_length=600)
    search_text = models.TextField()
    """Every name it may be looked for by, folded: its own, its place's and its country's."""
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="organisations"
    )
    """The place that it governs or where it has its seat; empty where that is not known."""
    workspace = models.OneToOneField(
        Workspace, null=True, blank=True, on_delete=models.PROTECT, related_name="organisation"
    )
    """The workspace in which this body keeps its own register, if it has one here."""
    founded = PartialDateField(null=True, blank=True)
    founded_source = models.CharField(max_length=300, blank=True)
    site = models.URLField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "place", "name_tr"), name="organisation_is_unique"
            ),
        )

    def __str__(self) -> str:
        return self.name_tr
