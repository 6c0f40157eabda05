"""The timeline as geometry: one row per relation, its standings as spans and its acts as marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from elci.domain.acts.act import Act
from elci.domain.acts.kinds import ActKind, Standing
from elci.domain.acts.standing import Period

WIDTH: Final = 960.0
ROW_HEIGHT: Final = 28.0
AXIS_HEIGHT: Final = 24.0
_TICK_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 1000)
_MOST_TICKS: Final = 16
_TICK_MARGIN: Final = 16.0


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """What is drawn of one relation."""

    key: str
    acts: Sequence[Act]
    periods: Sequence[Period]


@dataclass(frozen=True, slots=True)
class Span:
    """A standing over some days, in view-box units."""

    standing: Standing
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Mark:
    """An act, from the first to the last day on which it may have happened: doubt has a width."""

    kind: ActKind
    x: float
    earliest: float
    latest: float
    order: int
    """Which of the row's acts it is."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis."""

    x: float
    year: int


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row with its spans under its marks."""

    key: str
    y: float
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing from the first of January of one year to the last day of another."""

    first: date
    last: date
    rows: tuple[DrawnRow, ...]
    ticks: tuple[Tick, ...]
    height: float
    today: float
    """Where the day up to which it was drawn lies."""
    width: float = WIDTH


def draw_timeline(
    rows: Sequence[TimelineRow], *, until: date, names_width: float = 0.0
) -> Timeline:
    """Return the geometry of these rows, in their order, up to the end of the year of ``until``.

    The axis starts with the year of the earliest dated act, right of ``names_width``. An act whose
    date is open on the left is drawn from the edge of the axis.
    """
    axis = _axis_for(rows, until, names_width)
    drawn = tuple(_draw_row(row, axis, order) for order, row in enumerate(rows))
    height = AXIS_HEIGHT + ROW_HEIGHT * len(rows)
    return Timeline(axis.first, axis.last, drawn, axis.ticks(), height, axis.x(until))


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days to view-box units."""

    first: date
    last: date
    left: float

    def x(self, day: date) -> float:
        clipped = min(max(day, self.first), self.last)
        share = (clipped - self.first).days / ((self.last - self.first).days + 1)
        return round(self.left + share * (WIDTH - self.left), 1)

    def ticks(self) -> tuple[Tick, ...]:
        years = self.last.year - self.first.year + 1
        step = next(step for step in _TICK_STEPS if years / step <= _MOST_TICKS)
        start = -(-self.first.year // step) * step
        marked = range(start, self.last.year + 1, step)
        ticks = (Tick(self.x(date(year, 1, 1)), year) for year in marked)
        # The words of a year stand around its line, and would be cut off at the very edge.
        return tuple(tick for tick in ticks if tick.x >= _TICK_MARGIN)


def _axis_for(rows: Sequence[TimelineRow], until: date, left: float) -> _Axis:
    dated = [act.earliest for row in rows for act in row.acts if act.earliest > date.min]
    first_year = min((day.year for day in dated), default=until.year)
    return _Axis(date(min(first_year, until.year), 1, 1), date(until.year, 12, 31), left)


def _draw_row(row: TimelineRow, axis: _Axis, order: int) -> DrawnRow:
    spans = tuple(_span(each, axis) for each in row.periods if each.starts <= axis.last)
    marks = tuple(
        _mark(act, axis, number) for number, act in enumerate(row.acts) if act.earliest <= axis.last
    )
    return DrawnRow(row.key, AXIS_HEIGHT + ROW_HEIGHT * (order + 0.5), spans, marks)


def _span(period: Period, axis: _Axis) -> Span:
    is_open = period.ends is None or period.ends > axis.last
    end = WIDTH if is_open or period.ends is None else axis.x(period.ends)
    return Span(period.standing, axis.x(period.starts), end)


def _mark(act: Act, axis: _Axis, order: int) -> Mark:
    earliest, latest = axis.x(act.earliest), axis.x(act.latest)
    return Mark(act.kind, round((earliest + latest) / 2, 1), earliest, latest, order)
