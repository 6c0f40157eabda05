"""The register as a list and as counts, on any day, through given eyes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from django.db.models import Count, Q, QuerySet, Subquery

from elci.accounts.models import Workspace
from elci.agreements.models import RegisterPartner, StandingPeriod
from elci.agreements.queries.counts import Cell, Counts
from elci.agreements.queries.sheets import Tally, add_cells, counted_cells, scopes_of, tally_on
from elci.domain.acts.kinds import Standing
from elci.domain.places.folding import fold
from elci.domain.register import Order, RegisterFilter
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade
from elci.organisations.models import Organisation
from elci.places.queries import continent_of, country_codes_of

PAGE_SIZE: Final = 50
FEW: Final = 3000
"""So many rows are sorted here faster than the database walks its index to find them."""
_FEW_NAMED: Final = 500


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
    matching: QuerySet[StandingPeriod]
    """One period for each relation that matches, not yet read."""


def register_page(
    wanted: RegisterFilter, eyes: Eyes, *, today: date, language: str, size: int = PAGE_SIZE
) -> RegisterPage:
    """Return a page of the relations that match, and counts over all of them.

    A page beyond the last gives the last. The number of queries does not depend on the rows.
    """
    before = _before_choosing(wanted, eyes, today, host_id := _host_id(wanted))
    choices = _choices(wanted, eyes, before, wanted.day(today), host_id)
    counts = _wanted_of(choices, wanted)
    pages = max(1, -(-counts.total // size))
    number = min(wanted.page, pages)
    matching = _chosen(before, wanted)
    rows = rows_in_order(
        matching, wanted.order, language, counts=counts, start=(number - 1) * size, size=size
    )
    return RegisterPage(rows, counts, choices, number, pages, matching)


def count_register(wanted: RegisterFilter, eyes: Eyes, *, today: date) -> Counts:
    """Return the counts of the relations that match, by instrument, standing and country."""
    before = _before_choosing(wanted, eyes, today, host_id := _host_id(wanted))
    choices = _choices(wanted, eyes, before, wanted.day(today), host_id)
    return _wanted_of(choices, wanted)


def tally_register(wanted: RegisterFilter, eyes: Eyes, *, today: date) -> Tally:
    """Return the numbers of the relations of all instruments, standings, countries and decades.

    The filter's day, host, text and days of first signing count; what is chosen from the numbers
    does not.
    """
    host_id = _host_id(wanted)
    before = _before_choosing(replace(wanted, decade=None), eyes, today, host_id)
    return _tally(wanted, eyes, before, wanted.day(today), host_id)


def rows_in_order(
    matching: QuerySet[StandingPeriod],
    order: Order,
    language: str,
    *,
    counts: Counts,
    start: int,
    size: int,
) -> list[StandingPeriod]:
    """Return a stretch of the rows that match, sorted, each with its entry and partner's place.

    ``counts`` are those of all rows that match: few are found by what they are and sorted here; of
    many, an index gives the stretch, read from its nearer end.
    """
    if counts.total == 0:
        return []
    if counts.total <= FEW:
        ids = _few_in_order(matching, order, language, counts)[start : start + size]
    else:
        ids = _stretch(_sorted(matching, order, language), counts.total, start, size)
    found = matching.filter(entry_id__in=ids).select_related(*_SHOWN)
    by_entry = {row.entry_id: row for row in found.order_by()}
    return [by_entry[each] for each in ids if each in by_entry]


def _few_in_order(
    matching: QuerySet[StandingPeriod], order: Order, language: str, counts: Counts
) -> list[int]:
    names = [name.removeprefix("-") for name in _ORDERS[order]]
    columns = [_sort_column(language) if name == "sort" else name for name in names]
    # Naming every instrument and standing there is lets an index go straight to the country.
    found = matching.filter(
        instrument__in={cell.instrument for cell in counts.cells},
        standing__in={cell.standing for cell in counts.cells},
    )
    rows = sorted(found.order_by().values_list(*columns, "entry_id"))
    if order is Order.NEWEST:
        rows.reverse()
    return [row[-1] for row in rows]


def _stretch(ordered: QuerySet[StandingPeriod], total: int, start: int, size: int) -> list[int]:
    entries = ordered.values_list("entry_id", flat=True)
    end = min(start + size, total)
    if start <= total // 2:
        return list(entries[start:end])
    return list(entries.reverse()[total - end : total - start])[::-1]


def periods_matching(
    wanted: RegisterFilter, eyes: Eyes, *, today: date
) -> QuerySet[StandingPeriod]:
    """Return one standing period for each visible relation that matches, unordered."""
    return _chosen(_before_choosing(wanted, eyes, today, _host_id(wanted)), wanted)


def _chosen(found: QuerySet[StandingPeriod], wanted: RegisterFilter) -> QuerySet[StandingPeriod]:
    if wanted.instrument is not None:
        found = found.filter(instrument=wanted.instrument)
    if wanted.standing is not None:
        found = found.filter(standing=wanted.standing)
    if wanted.country is not None:
        found = found.filter(country=wanted.country)
    if wanted.continent is not None:
        found = found.filter(country__in=country_codes_of(wanted.continent))
    return found


def _wanted_of(choices: Counts, wanted: RegisterFilter) -> Counts:
    chosen = (wanted.instrument, wanted.standing, wanted.country, wanted.continent)
    if all(each is None for each in chosen):
        return choices
    return choices.only(lambda cell: _is_wanted(cell, wanted))


def _is_wanted(cell: Cell, wanted: RegisterFilter) -> bool:
    return (
        wanted.instrument in (None, cell.instrument)
        and wanted.standing in (None, cell.standing)
        and wanted.country in (None, cell.country)
        and (wanted.continent is None or wanted.continent == continent_of(cell.country))
    )


def _host_id(wanted: RegisterFilter) -> int | None:
    if wanted.host is None:
        return None
    return Workspace.objects.filter(key=wanted.host).values_list("pk", flat=True).first()


def _kept_by(host_id: int | None, eyes: Eyes) -> QuerySet[StandingPeriod]:
    kept = StandingPeriod.objects.filter(workspace=host_id)
    return kept if host_id in eyes.reads else kept.filter(grade=Grade.FULL)


def _before_choosing(
    wanted: RegisterFilter, eyes: Eyes, today: date, host_id: int | None
) -> QuerySet[StandingPeriod]:
    """Return the periods before instrument, standing and country are chosen from their counts."""
    day = wanted.day(today)
    found = _kept_by(host_id, eyes) if wanted.host is not None else periods_visible_to(eyes)
    found = found.filter(starts__lte=day, ends__gt=day)
    if wanted.decade is not None:
        found = found.filter(decade=wanted.decade)
    if wanted.first_from is not None:
        found = found.filter(since_day__gte=wanted.first_from, since_day__lt=date.max)
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
            Cell(_INSTRUMENTS[instrument], _STANDINGS[standing], country, number)
            for instrument, standing, country, number in groups
        )
    )


def _choices(
    wanted: RegisterFilter,
    eyes: Eyes,
    before: QuerySet[StandingPeriod],
    day: date,
    host_id: int | None,
) -> Counts:
    if _is_counted_anew(wanted):
        return count_cells(before)
    return counts_of_tally(_tally(wanted, eyes, before, day, host_id), wanted.decade)


def _tally(
    wanted: RegisterFilter,
    eyes: Eyes,
    before: QuerySet[StandingPeriod],
    day: date,
    host_id: int | None,
) -> Tally:
    tally: Tally = {}
    if _is_counted_anew(wanted):
        add_cells(tally, counted_cells(before))
    elif wanted.host is None or host_id is not None:
        tally = tally_on(day, scopes_of(eyes, host_id))
    return tally


def _is_counted_anew(wanted: RegisterFilter) -> bool:
    """Whether no sheet can know the numbers, because the filter asks for more than a scope."""
    return wanted.text != "" or wanted.first_from is not None or wanted.first_until is not None


def counts_of_tally(tally: Tally, decade: int | None = None) -> Counts:
    """Return the numbers of all decades together, or of one."""
    key = str(decade)
    cells = (
        Cell(
            _INSTRUMENTS[instrument],
            _STANDINGS[standing],
            country,
            sum(decades.values()) if decade is None else decades.get(key, 0),
        )
        for instrument, standings in tally.items()
        for standing, countries in standings.items()
        for country, decades in countries.items()
    )
    return Counts(tuple(cell for cell in cells if cell.number))


def in_order(
    matching: QuerySet[StandingPeriod], order: Order, language: str
) -> QuerySet[StandingPeriod]:
    """Return the rows sorted, each with its entry and its partner's place.

    A relation of unknown age stands after the oldest and before the newest: the newest first is
    the oldest first read backwards, so that one index serves both.
    """
    return _sorted(matching, order, language).select_related(*_SHOWN)


_SHOWN: Final = ("entry__place", "entry__account", "workspace")
_ORDERS: Final = {
    Order.PARTNER: ("sort", "entry"),
    Order.OLDEST: ("since_day", "sort_tr", "entry"),
    Order.NEWEST: ("-since_day", "-sort_tr", "-entry"),
}
_INSTRUMENTS: Final = {kind.value: kind for kind in Instrument}
_STANDINGS: Final = {standing.value: standing for standing in Standing}


def _sorted(
    matching: QuerySet[StandingPeriod], order: Order, language: str
) -> QuerySet[StandingPeriod]:
    columns = (_sort_column(language) if name == "sort" else name for name in _ORDERS[order])
    return matching.order_by(*columns)


def _sort_column(language: str) -> str:
    return "sort_tr" if language == "tr" else "sort_en"


def years_on_record(eyes: Eyes) -> tuple[int, int] | None:
    """Return the first and the last year of signing on record, or nothing where there is none."""
    parts = [Q(grade=Grade.FULL), *(Q(workspace=each) for each in sorted(eyes.reads))]
    ends = {}
    for number, part in enumerate(parts):
        days = StandingPeriod.objects.filter(part, since_day__lt=date.max).values("since_day")
        ends[f"first_{number}"] = Subquery(days.order_by("since_day")[:1])
        ends[f"last_{number}"] = Subquery(days.order_by("-since_day")[:1])
    # One row, whichever, to hang all questions on: periods need a workspace.
    row = Workspace.objects.order_by("pk").annotate(**ends).values_list(*ends).first()
    found: list[date] = [day for day in row or () if day is not None]
    return (min(found).year, max(found).year) if found else None


def _named(found: QuerySet[StandingPeriod], text: str) -> QuerySet[StandingPeriod]:
    """Keep the relations with a party of that name; a text without a letter or a digit names none.

    The bodies are looked up first, because they are fewer than their relations. A keeper is a party
    to all its accounts, so those are found by their workspace.
    """
    if text == "":
        return found
    words = fold(text).split()
    if not words:
        return found.none()
    bodies = Organisation.objects.order_by()
    for word in words:
        bodies = bodies.filter(search_text__contains=word)
    named = list(bodies.values_list("pk", "workspace_id"))
    partners = RegisterPartner.objects.order_by().values("entry_id")
    if len(named) <= _FEW_NAMED:
        partners = partners.filter(organisation__in=[pk for pk, _workspace in named])
    else:
        partners = partners.filter(organisation__in=bodies)
    hosts = [workspace for _pk, workspace in named if workspace is not None]
    of_partners = Q(entry_id__in=partners)
    return found.filter(of_partners | Q(workspace__in=hosts) if hosts else of_partners)
