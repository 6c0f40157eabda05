"""Counts on any day: from the nearest day counted beforehand, and what changed in between."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, OuterRef, QuerySet, Subquery

from elci.agreements.models import CountSheet, StandingPeriod
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade

Tally = dict[str, dict[str, dict[str, dict[str, int]]]]
"""Numbers by instrument, standing, country and decade; an empty decade is "not known"."""

_CELL: Final = ("instrument", "standing", "country", "decade")
_SUMMER: Final = 7


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


def tally_on(day: date, scopes: Sequence[Scope]) -> Tally:
    """Return the numbers on a day, in two queries, of rows as few as change in half a year."""
    sheets = _nearest_sheets(day, scopes)
    tally: Tally = {}
    parts: list[QuerySet[StandingPeriod, tuple[str, str, str, int | None, int]]] = []
    for scope in scopes:
        sheet = sheets.get(scope.key)
        if sheet is None:
            parts.append(_counted(scope.periods().filter(starts__lte=day, ends__gt=day), 1))
        else:
            tally = json.loads(sheet.cells) if not tally else _added(tally, json.loads(sheet.cells))
            parts.extend(_between(scope, sheet.day, day))
    if not parts:
        return tally
    first, *others = parts
    add_cells(tally, first.union(*others, all=True) if others else first)
    return tally


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
