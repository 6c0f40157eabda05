"""Counting a large register beforehand, and keeping those counts right with every change."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from django.db.models import Count

from elci.agreements.models import CountSheet, StandingPeriod
from elci.agreements.queries.sheets import Scope, Tally, add_cells, counted_cells
from elci.foundation.grades import Grade

LEAST_PERIODS: Final = 5000
"""Fewer than these are counted as fast as a sheet is read."""


class CountedPeriod(NamedTuple):
    """What of a period decides where and when it is counted."""

    workspace_id: int
    grade: str
    instrument: str
    standing: str
    country: str
    decade: int | None
    starts: date
    ends: date

    @property
    def scopes(self) -> tuple[str, str]:
        """The names of the scopes that it counts in."""
        grade = Grade(self.grade)
        return Scope(grade).key, Scope(grade, self.workspace_id).key


def make_sheets(*, least: int = LEAST_PERIODS) -> None:
    """Count every scope of ``least`` periods or more at the end of each of its years anew."""
    CountSheet.objects.all().delete()
    for scope in _large_scopes(least):
        CountSheet.objects.bulk_create(_sheets_of(scope))


def move_sheets(*, before: Iterable[CountedPeriod], after: Iterable[CountedPeriod]) -> None:
    """Bring the sheets from what some periods were to what they are now.

    Call it inside the transaction that changes the periods. A change that no turn of a year saw
    touches no sheet.
    """
    changed = Counter(after)
    changed.subtract(Counter(before))
    periods = {period: number for period, number in changed.items() if number != 0}
    scopes = {scope for period in periods for scope in period.scopes}
    if not scopes:
        return
    # All who change sheets wait here for each other, so that none waits for two in a circle.
    list(CountSheet.objects.select_for_update().order_by("scope", "day")[:1])
    for pk, scope, day in CountSheet.objects.filter(scope__in=scopes).values_list(
        "pk", "scope", "day"
    ):
        cells = list(_cells_on(day, scope, periods))
        if cells:
            _move_sheet(CountSheet.objects.get(pk=pk), cells)


def _move_sheet(sheet: CountSheet, cells: list[tuple[str, str, str, int | None, int]]) -> None:
    tally = json.loads(sheet.cells)
    add_cells(tally, cells)
    sheet.cells = json.dumps(tally, separators=(",", ":"))
    sheet.save(update_fields=["cells"])


def _cells_on(
    day: date, scope: str, periods: Mapping[CountedPeriod, int]
) -> Iterator[tuple[str, str, str, int | None, int]]:
    numbers: Counter[tuple[str, str, str, int | None]] = Counter()
    for period, number in periods.items():
        if period.starts <= day < period.ends and scope in period.scopes:
            cell = (period.instrument, period.standing, period.country, period.decade)
            numbers[cell] += number
    yield from ((*cell, number) for cell, number in numbers.items() if number != 0)


def _large_scopes(least: int) -> Iterator[Scope]:
    rows = StandingPeriod.objects.order_by().values_list("grade").annotate(number=Count("pk"))
    yield from (Scope(Grade(grade)) for grade, number in rows if number >= least)
    kept = StandingPeriod.objects.order_by().values_list("grade", "workspace_id")
    for grade, workspace_id, number in kept.annotate(number=Count("pk")):
        if number >= least:
            yield Scope(Grade(grade), workspace_id)


def _sheets_of(scope: Scope) -> Iterator[CountSheet]:
    """Yield the scope's sheets, for the end of each year in which something begins or ends."""
    begun = scope.periods().filter(starts__gt=date.min).dates("starts", "year")
    ended = scope.periods().filter(ends__lt=date.max).dates("ends", "year")
    for year in sorted({each.year for each in (*begun, *ended)}):
        day = date(year, 12, 31)
        tally: Tally = {}
        add_cells(tally, counted_cells(scope.periods().filter(starts__lte=day, ends__gt=day)))
        yield CountSheet(scope=scope.key, day=day, cells=json.dumps(tally, separators=(",", ":")))
