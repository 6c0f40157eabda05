"""Tables of counts, each checked against a count made another way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from elci.agreements.models import PublishedFigure, RegisterFinding
from elci.agreements.queries.counts import Counts
from elci.agreements.queries.register import count_cells, periods_matching, periods_visible_to
from elci.domain.register import RegisterFilter
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade

_MOST_FINDINGS = 100


@dataclass(frozen=True, slots=True)
class Statistics:
    """The counts of a part of the register, and the total that they must add up to."""

    counts: Counts
    by_decade: Mapping[tuple[Instrument, int | None], int]
    total: int
    """Counted on its own, not added up."""


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """A published number beside what the register counts for the same words."""

    figure: PublishedFigure
    counted: int

    @property
    def difference(self) -> int:
        """How many the register counts beyond the published number."""
        return self.counted - self.figure.value


def count_statistics(wanted: RegisterFilter, eyes: Eyes, *, today: date) -> Statistics:
    """Return the counts of the relations that match, in three queries."""
    matching = periods_matching(wanted, eyes, today=today)
    decades = matching.order_by().values_list("instrument", "decade").annotate(number=Count("pk"))
    return Statistics(
        counts=count_cells(matching),
        by_decade={
            (Instrument(instrument), decade): number for instrument, decade, number in decades
        },
        total=matching.count(),
    )


def compared_figures(eyes: Eyes, *, today: date) -> list[ComparedFigure]:
    """Return the published figures, each with the register's own count of first signings.

    A relation counts by its first signing or entry into force, whether or not it ended since.
    """
    figures = PublishedFigure.objects.select_related("source", "workspace")
    return [ComparedFigure(figure, _count_for(figure, eyes, today)) for figure in figures]


def findings_visible_to(eyes: Eyes) -> QuerySet[RegisterFinding]:
    """Return the contradictions that these eyes may see, with what they are about."""
    visible = Q(grade=Grade.FULL) | Q(workspace_id__in=eyes.reads)
    return RegisterFinding.objects.filter(visible).select_related("entry__account")


def first_findings(eyes: Eyes) -> Sequence[RegisterFinding]:
    """Return the first contradictions, graver kinds first."""
    return list(findings_visible_to(eyes).order_by("kind", "pk")[:_MOST_FINDINGS])


def _count_for(figure: PublishedFigure, eyes: Eyes, today: date) -> int:
    same = periods_visible_to(eyes).filter(
        workspace=figure.workspace,
        instrument=figure.instrument,
        since_day__gte=figure.first_signed_from,
        since_day__lt=figure.first_signed_until,
        starts__lte=today,
        ends__gt=today,
    )
    return same.count()
