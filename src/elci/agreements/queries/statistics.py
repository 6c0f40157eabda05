"""Tables of counts, each checked against a count made another way."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from elci.agreements.models import PublishedFigure, RegisterEntry, RegisterFinding
from elci.agreements.queries.counts import Counts
from elci.agreements.queries.register import periods_matching, tally_register
from elci.agreements.queries.sheets import Tally, counts_of_tally
from elci.domain.register import RegisterFilter
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade
from elci.places.queries import continent_of, country_codes_of

_MOST_FINDINGS = 50


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
    """Return the counts of the relations that match, and their number counted another way."""
    tally = tally_register(wanted, eyes, today=today)
    chosen = _chosen_from(tally, wanted)
    return Statistics(
        counts=counts_of_tally(chosen),
        by_decade=_by_decade(chosen),
        total=_counted_on_its_own(wanted, eyes, today=today),
    )


def _by_decade(tally: Tally) -> dict[tuple[Instrument, int | None], int]:
    sums: dict[tuple[Instrument, int | None], int] = {}
    for instrument, standings in tally.items():
        numbers: Counter[str] = Counter()
        for countries in standings.values():
            for decades in countries.values():
                for decade, number in decades.items():
                    numbers[decade] += number
        for decade, number in numbers.items():
            sums[Instrument(instrument), int(decade) if decade else None] = number
    return sums


def _chosen_from(tally: Tally, wanted: RegisterFilter) -> Tally:
    """Return the part of a tally that a filter chooses."""
    return {
        instrument: {
            standing: {
                country: decades
                if wanted.decade is None
                else {
                    key: number
                    for key, number in decades.items()
                    if key == str(wanted.decade or "")
                }
                for country, decades in countries.items()
                if wanted.country in {None, country}
                and (wanted.continent is None or continent_of(country) == wanted.continent)
            }
            for standing, countries in standings.items()
            if wanted.standing in {None, standing}
        }
        for instrument, standings in tally.items()
        if wanted.instrument in {None, instrument}
    }


def _counted_on_its_own(wanted: RegisterFilter, eyes: Eyes, *, today: date) -> int:
    """Return how many relations match, without a look at what the tables add up.

    The lines of the list are counted where they can be asked: a relation that has begun always
    stands somehow. Where the filter asks how, or for a name, its periods are.
    """
    if wanted.standing is not None or wanted.text != "":
        return periods_matching(wanted, eyes, today=today).count()
    entries = RegisterEntry.objects.filter(begins__lte=wanted.day(today))
    visible = Q(grade=Grade.FULL)
    entries = entries.filter(visible | Q(workspace_id__in=eyes.reads) if eyes.reads else visible)
    asked = {
        "workspace__key": wanted.host,
        "instrument": wanted.instrument,
        "country": wanted.country,
        "country__in": None if wanted.continent is None else country_codes_of(wanted.continent),
        "since_day__gte": wanted.first_from,
        "since_day__lt": wanted.first_until,
    }
    entries = entries.filter(**{name: value for name, value in asked.items() if value is not None})
    if wanted.decade is not None:
        entries = entries.filter(decade=wanted.decade or None)
    return entries.count()


def compared_figures(eyes: Eyes, *, today: date) -> list[ComparedFigure]:
    """Return the published figures, each with the register's own count of first signings.

    A relation counts by its first signing or entry into force, whether or not it ended since.
    """
    visible = Q(grade=Grade.FULL) | Q(workspace_id__in=eyes.reads)
    same = RegisterEntry.objects.filter(
        visible,
        workspace=OuterRef("workspace"),
        instrument=OuterRef("instrument"),
        since_day__gte=OuterRef("first_signed_from"),
        since_day__lt=OuterRef("first_signed_until"),
        begins__lte=today,
    )
    counted = same.order_by().values("workspace").annotate(number=Count("pk")).values("number")
    figures = PublishedFigure.objects.select_related("source", "workspace")
    return [
        ComparedFigure(figure, figure.counted)
        for figure in figures.annotate(counted=Coalesce(Subquery(counted), 0))
    ]


def findings_visible_to(eyes: Eyes) -> QuerySet[RegisterFinding]:
    """Return the contradictions that these eyes may see, with what they are about."""
    visible = Q(grade=Grade.FULL) | Q(workspace_id__in=eyes.reads)
    return RegisterFinding.objects.filter(visible).select_related("entry__account")


def first_findings(eyes: Eyes) -> Sequence[RegisterFinding]:
    """Return the first contradictions, graver kinds first."""
    return list(findings_visible_to(eyes).order_by("kind", "pk")[:_MOST_FINDINGS])
