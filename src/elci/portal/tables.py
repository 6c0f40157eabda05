"""Tables of statistics in which every number is a link, and no sum stands that does not add up."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from elci.agreements.choices import InstrumentChoice, StandingChoice
from elci.agreements.queries.counts import Cell, reconciles
from elci.agreements.queries.statistics import Statistics
from elci.domain.places.continents import Continent
from elci.domain.places.folding import sort_key
from elci.domain.register import NO_COUNTRY, NO_DECADE, SEVERAL_COUNTRIES, RegisterFilter
from elci.foundation.templatetags.elci import counted, links_by, reader_language
from elci.places.choices import CONTINENT_LABELS
from elci.places.queries import continent_of, country_label

_OF_NO_CONTINENT: Final = (SEVERAL_COUNTRIES, NO_COUNTRY)
"""Countries that stand for none or for several; a table of continents names them apart."""


@dataclass(frozen=True, slots=True)
class Number:
    """A count and the list where each of its relations stands; zero needs no link."""

    text: str
    url: str | None

    def __str__(self) -> str:
        """Write it as a page shows it; a page of statistics has more than a thousand of them."""
        if self.url is None:
            return self.text
        return format_html('<a href="{}">{}</a>', self.url, self.text)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of counts with its sum."""

    label: str
    cells: tuple[Number, ...]
    total: Number


@dataclass(frozen=True, slots=True)
class Table:
    """Counts by two parts of the filter."""

    key: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    sums: tuple[Number, ...]
    total: Number | None
    """Hidden where the parts do not add up to what was counted on its own."""


@dataclass(frozen=True, slots=True)
class _Axis:
    """What the rows or the columns of a table are."""

    part: str
    keys: tuple[Any, ...]
    label: Callable[[Any], str]

    def part_of(self, key: Any) -> str:
        """Return the part of a filter that asks for a key."""
        return "country" if key in _OF_NO_CONTINENT else self.part


def statistics_tables(wanted: RegisterFilter, found: Statistics) -> list[Table]:
    """Return the tables by standing, continent, country and decade of signing."""
    instruments = _instrument_axis(found)
    cells = found.counts.cells
    standings = tuple(found.counts.by_standing)
    continents = _sums(cells, lambda cell: continent_of(cell.country) or cell.country)
    countries = _sums(cells, lambda cell: cell.country)
    decades = {
        (instrument, decade or NO_DECADE): number
        for (instrument, decade), number in found.by_decade.items()
    }
    return [
        _table(
            "standing",
            _("By instrument and status"),
            _Axis("standing", standings, lambda key: str(StandingChoice(key).label)),
            instruments,
            _sums(cells, lambda cell: cell.standing),
            wanted,
            found.total,
        ),
        _table(
            "continent",
            _("By instrument and continent"),
            _Axis("continent", _continent_keys(continents), _continent_label),
            instruments,
            continents,
            wanted,
            found.total,
        ),
        _table(
            "period",
            _("By instrument and decade of first signing"),
            _Axis("decade", _decade_keys(decades), _decade_label),
            instruments,
            decades,
            wanted,
            found.total,
        ),
        _table(
            "country",
            _("By instrument and country"),
            _Axis("country", _country_keys(countries), _country_label),
            instruments,
            countries,
            wanted,
            found.total,
        ),
    ]


def _table(
    key: str,
    caption: str,
    rows: _Axis,
    columns: _Axis,
    numbers: Mapping[tuple[Any, Any], int],
    wanted: RegisterFilter,
    total: int,
) -> Table:
    both = _linked(wanted, columns, rows)
    by_row, by_column = _linked(wanted, rows), _linked(wanted, columns)
    row_sums: Counter[Any] = Counter()
    column_sums: Counter[Any] = Counter()
    for (column, row), number in numbers.items():
        row_sums[row] += number
        column_sums[column] += number
    body = tuple(
        Row(
            rows.label(row),
            tuple(both(numbers.get((column, row), 0), column, row) for column in columns.keys),
            by_row(row_sums[row], row),
        )
        for row in rows.keys
    )
    sums = tuple(by_column(column_sums[column], column) for column in columns.keys)
    shown = _linked(wanted)(total) if reconciles(numbers, total) else None
    return Table(key, caption, tuple(map(columns.label, columns.keys)), body, sums, shown)


def _linked(wanted: RegisterFilter, *axes: _Axis) -> Callable[..., Number]:
    """Return what makes counts with links; only nothing has no link."""
    home = reverse("portal:home")
    links: dict[tuple[str, ...], Callable[..., str]] = {}

    def number(count: int, *values: Any) -> Number:
        if count == 0:
            return Number(counted(count), None)
        parts = tuple(axis.part_of(value) for axis, value in zip(axes, values, strict=True))
        if parts not in links:
            links[parts] = links_by(wanted, *parts)
        return Number(counted(count), home + links[parts](*values))

    return number


def _sums(cells: Iterable[Cell], key: Callable[[Cell], Any]) -> Counter[tuple[Any, Any]]:
    sums: Counter[tuple[Any, Any]] = Counter()
    for cell in cells:
        sums[cell.instrument, key(cell)] += cell.number
    return sums


def _instrument_axis(found: Statistics) -> _Axis:
    keys = tuple(found.counts.by_instrument)
    return _Axis("instrument", keys, lambda key: str(InstrumentChoice(key).label))


def _continent_keys(sums: Mapping[tuple[Any, Any], int]) -> tuple[Any, ...]:
    found = {key for _instrument, key in sums}
    return tuple(each for each in (*Continent, *_OF_NO_CONTINENT) if each in found)


def _continent_label(key: Any) -> str:
    return _country_label(key) if key in _OF_NO_CONTINENT else str(CONTINENT_LABELS[key])


def _decade_keys(sums: Mapping[tuple[Any, Any], int]) -> tuple[Any, ...]:
    """Return the decades in order, the unknown one last."""
    found = {key for _instrument, key in sums}
    return tuple(sorted(found, key=lambda key: (key == NO_DECADE, key)))


def _decade_label(key: Any) -> str:
    return _("not known") if key == NO_DECADE else f"{key}–{key + 9}"


def _country_keys(sums: Mapping[tuple[Any, Any], int]) -> tuple[Any, ...]:
    found = {key for _instrument, key in sums}
    return tuple(sorted(found, key=lambda key: sort_key(_country_label(key), reader_language())))


def _country_label(key: Any) -> str:
    return country_label(key, reader_language())
