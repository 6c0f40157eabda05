from django.db import models

from elci.foundation.fields import SortKeyField
from elci.places.choices import ContinentChoice, PlaceKindChoice


class Place(models.Model):
    """A place of the gazetteer that some record speaks of.

    A place governs nothing: the bodies that govern it are organisations. Its names are neutral, and
    whom its state recognises is nowhere on this row.
    """

    key = models.CharField(max_length=80, unique=True)
    """The gazetteer's own stable key: a GeoNames id, or a code where GeoNames has no such place."""
    kind = models.CharField(max_length=20, choices=PlaceKindChoice.choices)
    name_tr = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    name_local = models.CharField(max_length=200)
    sort_tr = SortKeyField(max_length=400)
    sort_en = SortKeyField(max_length=400)
    search_text = models.TextField()
    """Every name it may be looked for by, folded."""
    region = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2)
    continent = models.CharField(max_length=20, choices=ContinentChoice.choices)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    population = models.PositiveIntegerField(null=True)
    borrows_coordinates = models.BooleanField(default=False)
    """Whether the coordinates are those of the province, for lack of its own."""

    class Meta:
        indexes = (models.Index(fields=("country", "sort_tr"), name="place_by_country"),)

    def __str__(self) -> str:
        return self.name_tr
