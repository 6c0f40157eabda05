"""Counts on any day: from the nearest day counted beforehand, and what changed in between."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, OuterRef, QuerySet, Subquery

from elci.agreements.models import CountSheet, StandingPeriod
from elci.agreements.queries.counts import Cell, Counts
from elci.domain.acts.kinds import Standing
from elci.domain.vocabularies import Instrument
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade

Tally = dict[str, dict[str, dict[str, dict[str, int]]]]
"""Numbers by instrument, standing, country and decade; an empty decade is "not known"."""

_CELL: Final = ("instrument", "standing", "country", "decade")
_SUMMER: Final = 7
_INSTRUMENTS: Final = {kind.value: kind for kind in Instrument}
_STANDINGS: Final = {standing.value: standing for standing in Standing}


@dataclass(frozen=True, slots=True)
class Scope:
    """Accounts of one grade, of one workspace or of all; scopes never overlap for one reader."""

    grade: Grade
    workspace_id: int | None = None

    @property
    def key(self) -> str:
        """The name under which its sheets are kept."""
        return self.grade if self.workspace_id is None else f"{self.grade}:{self.workspace_id}"

    def periods(self) -> QuerySet[StandingPeriod]:
        """Return the periods of its accounts."""
        found = StandingPeriod.objects.filter(grade=self.grade)
        return found if self.workspace_id is None else found.filter(workspace=self.workspace_id)


def scopes_of(eyes: Eyes, host_id: int | None) -> list[Scope]:
    """Return what these eyes see, in all workspaces or in one, as scopes that do not overlap."""
    if host_id is None:
        own = (Scope(Grade.PRIVATE, workspace) for workspace in sorted(eyes.reads))
        return [Scope(Grade.FULL), *own]
    if host_id in eyes.reads:
        return [Scope(Grade.FULL, host_id), Scope(Grade.PRIVATE, host_id)]
    return [Scope(Grade.FULL, host_id)]


def tally_on(
    day: date, scopes: Sequence[Scope], *, also: QuerySet[StandingPeriod] | None = None
) -> Tally:
    """Return the numbers on a day, in two queries, of rows as few as change in half a year.

    ``also`` are periods of that day that are none of the scopes'.
    """
    sheets = _nearest_sheets(day, scopes)
    tally: Tally = {}
    for sheet in sheets.values():
        tally = json.loads(sheet.cells) if not tally else _added(tally, json.loads(sheet.cells))
    parts = [] if also is None else [counted_cells(also)]
    for scope in scopes:
        if scope.key in sheets:
            parts.extend(_between(scope, sheets[scope.key].day, day))
    uncounted = _together([scope for scope in scopes if scope.key not in sheets])
    parts.extend(counted_cells(each.filter(starts__lte=day, ends__gt=day)) for each in uncounted)
    if parts:
        first, *others = parts
        add_cells(tally, first.union(*others, all=True) if others else first)
    return tally


def counts_of_tally(tally: Tally, decade: int | None = None) -> Counts:
    """Return the numbers of all decades together, or of one."""
    key = str(decade or "")
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


def _together(scopes: Sequence[Scope]) -> Iterator[QuerySet[StandingPeriod]]:
    """Yield the periods of some scopes in as few questions as there are grades."""
    for grade in sorted({scope.grade for scope in scopes}):
        workspaces = [scope.workspace_id for scope in scopes if scope.grade == grade]
        found = StandingPeriod.objects.filter(grade=grade)
        yield found if None in workspaces else found.filter(workspace__in=workspaces)


def add_cells(tally: Tally, cells: Iterable[tuple[str, str, str, int | None, int]]) -> None:
    """Add numbers to a tally; what comes to nothing leaves it."""
    for instrument, standing, country, decade, number in cells:
        decades = tally.setdefault(instrument, {}).setdefault(standing, {}).setdefault(country, {})
        key = "" if decade is None else str(decade)
        decades[key] = decades.get(key, 0) + number
        if decades[key] == 0:
            del decades[key]


def counted_cells(
    periods: QuerySet[StandingPeriod],
) -> QuerySet[StandingPeriod, tuple[str, str, str, int | None, int]]:
    """Return how many periods there are by instrument, standing, country and decade."""
    return _counted(periods, 1)


def _nearest_sheets(day: date, scopes: Sequence[Scope]) -> dict[str, CountSheet]:
    """Return each scope's sheet of the turn of the year nearest to a day, or the latest before."""
    turn = date(day.year if day.month >= _SUMMER or day.year == 1 else day.year - 1, 12, 31)
    latest = CountSheet.objects.filter(scope=OuterRef("scope"), day__lte=turn).order_by("-day")
    found = CountSheet.objects.filter(
        scope__in=[scope.key for scope in scopes], day=Subquery(latest.values("day")[:1])
    )
    return {sheet.scope: sheet for sheet in found}


def _between(
    scope: Scope, counted: date, day: date
) -> list[QuerySet[StandingPeriod, tuple[str, str, str, int | None, int]]]:
    """Return what has to be added to the numbers of a counted day to have those of another."""
    if counted == day:
        return []
    first, last = sorted((counted, day))
    sign = 1 if counted < day else -1
    begun = scope.periods().filter(starts__gt=first, starts__lte=last)
    ended = scope.periods().filter(ends__gt=first, ends__lte=last)
    return [_counted(begun, sign), _counted(ended, -sign)]


def _counted(
    periods: QuerySet[StandingPeriod], sign: int
) -> QuerySet[StandingPeriod, tuple[str, str, str, int | None, int]]:
    return periods.order_by().values_list(*_CELL).annotate(number=Count("pk") * sign)


def _added(tally: Tally, other: Tally) -> Tally:
    add_cells(
        tally,
        (
            (instrument, standing, country, int(decade) if decade else None, number)
            for instrument, standings in other.items()
            for standing, countries in standings.items()
            for country, decades in countries.items()
            for decade, number in decades.items()
        ),
    )
    return tally
