"""The register as a list and as counts, on any day, through given eyes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, F, Q, QuerySet
from django.db.models.expressions import OrderBy

from elci.agreements.models import Party, StandingPeriod
from elci.agreements.queries.counts import Cell, Counts
from elci.domain.acts.kinds import Standing
from elci.domain.places.folding import fold
from elci.domain.register import Order, RegisterFilter
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade
from elci.organisations.models import Organisation
from elci.places.queries import continent_of, country_codes_of

PAGE_SIZE: Final = 50
_FEW: Final = 500


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """One page of a list, with what it is a page of."""

    rows: Sequence[StandingPeriod]
    counts: Counts
    """Of the relations that match."""
    choices: Counts
    """Of those that would match without the instrument, the standing and the country asked for."""
    number: int
    pages: int


def register_page(
    wanted: RegisterFilter, eyes: Eyes, *, today: date, language: str, size: int = PAGE_SIZE
) -> RegisterPage:
    """Return a page of the relations that match, and counts over all of them.

    A page beyond the last gives the last. The number of queries does not depend on the rows.
    """
    choices = count_cells(_before_choosing(wanted, eyes, today))
    counts = choices.only(lambda cell: _is_wanted(cell, wanted))
    pages = max(1, -(-counts.total // size))
    number = min(wanted.page, pages)
    matching = periods_matching(wanted, eyes, today=today)
    start = (number - 1) * size
    rows = in_order(matching, wanted.order, language)[start : start + size]
    return RegisterPage(list(rows) if counts.total else [], counts, choices, number, pages)


def count_register(wanted: RegisterFilter, eyes: Eyes, *, today: date) -> Counts:
    """Return the counts of the relations that match, by instrument, standing and country."""
    choices = count_cells(_before_choosing(wanted, eyes, today))
    return choices.only(lambda cell: _is_wanted(cell, wanted))


def periods_matching(
    wanted: RegisterFilter, eyes: Eyes, *, today: date
) -> QuerySet[StandingPeriod]:
    """Return one standing period for each visible relation that matches, unordered."""
    found = _before_choosing(wanted, eyes, today)
    if wanted.instrument is not None:
        found = found.filter(instrument=wanted.instrument)
    if wanted.standing is not None:
        found = found.filter(standing=wanted.standing)
    if wanted.country is not None:
        found = found.filter(country=wanted.country)
    if wanted.continent is not None:
        found = found.filter(country__in=country_codes_of(wanted.continent))
    return found


def _is_wanted(cell: Cell, wanted: RegisterFilter) -> bool:
    return (
        wanted.instrument in (None, cell.instrument)
        and wanted.standing in (None, cell.standing)
        and wanted.country in (None, cell.country)
        and (wanted.continent is None or wanted.continent == continent_of(cell.country))
    )


def _before_choosing(wanted: RegisterFilter, eyes: Eyes, today: date) -> QuerySet[StandingPeriod]:
    """Return the periods before instrument, standing and country are chosen from their counts."""
    day = wanted.day(today)
    found = periods_visible_to(eyes).filter(starts__lte=day, ends__gt=day)
    if wanted.host is not None:
        found = found.filter(workspace__key=wanted.host)
    if wanted.decade is not None:
        found = found.filter(decade=wanted.decade)
    if wanted.first_from is not None:
        found = found.filter(since_day__gte=wanted.first_from)
    if wanted.first_until is not None:
        found = found.filter(since_day__lt=wanted.first_until)
    return _named(found, wanted.text)


def periods_visible_to(eyes: Eyes) -> QuerySet[StandingPeriod]:
    """Return the periods of the reader's own workspaces and those that are public."""
    if not eyes.reads:
        return StandingPeriod.objects.filter(grade=Grade.FULL)
    return StandingPeriod.objects.filter(Q(workspace_id__in=eyes.reads) | Q(grade=Grade.FULL))


def count_cells(matching: QuerySet[StandingPeriod]) -> Counts:
    """Return how many relations match, by instrument, standing and country, in one query."""
    groups = (
        matching.order_by()
        .values_list("instrument", "standing", "country")
        .annotate(number=Count("pk"))
    )
    return Counts(
        tuple(
            Cell(Instrument(instrument), Standing(standing), country, number)
            for instrument, standing, country, number in groups
        )
    )


def in_order(
    matching: QuerySet[StandingPeriod], order: Order, language: str
) -> QuerySet[StandingPeriod]:
    """Return the rows sorted, each with its entry and its partner's place.

    A relation of unknown age stands after the oldest and before the newest, on every database: the
    newest first is the oldest first read backwards, so that one index serves both.
    """
    name = "sort_tr" if language == "tr" else "sort_en"
    since = F("since_day")
    columns: dict[Order, tuple[str | OrderBy, ...]] = {
        Order.PARTNER: (name, "entry"),
        Order.OLDEST: (since.asc(nulls_last=True), "sort_tr", "entry"),
        Order.NEWEST: (since.desc(nulls_first=True), "-sort_tr", "-entry"),
    }
    return matching.order_by(*columns[order]).select_related(
        "entry__place", "entry__account", "workspace"
    )


def years_on_record(eyes: Eyes) -> tuple[int, int] | None:
    """Return the first and the last year of signing on record, or nothing where there is none."""
    days = (
        periods_visible_to(eyes).filter(since_day__isnull=False).values_list("since_day", flat=True)
    )
    first = days.order_by("since_day", "sort_tr").first()
    last = days.order_by("-since_day", "-sort_tr").first()
    return None if first is None or last is None else (first.year, last.year)


def _named(found: QuerySet[StandingPeriod], text: str) -> QuerySet[StandingPeriod]:
    """Keep the relations with a party of that name; a text without a letter or a digit names none.

    The parties are looked up first, because they are fewer than their relations; where they are
    still many, the database joins instead of taking a long list of ids.
    """
    if text == "":
        return found
    words = fold(text).split()
    if not words:
        return found.none()
    bodies = Organisation.objects.all()
    for word in words:
        bodies = bodies.filter(search_text__contains=word)
    accounts = Party.objects.filter(
        organisation__in=bodies.order_by(), relation__accounts__isnull=False
    ).values_list("relation__accounts", flat=True)
    few = list(accounts.distinct()[: _FEW + 1])
    return found.filter(entry_id__in=few if len(few) <= _FEW else accounts)
