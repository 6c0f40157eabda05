"""Tables of statistics in which every number is a link, and no sum stands that does not add up."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from elci.agreements.choices import InstrumentChoice, StandingChoice
from elci.agreements.queries.counts import Cell, reconciles
from elci.agreements.queries.statistics import Statistics
from elci.domain.acts.kinds import Standing
from elci.domain.places.continents import Continent
from elci.domain.places.folding import sort_key
from elci.domain.register import RegisterFilter
from elci.domain.vocabularies import Instrument
from elci.foundation.templatetags.elci import counted, links_by, reader_language
from elci.places.choices import CONTINENT_LABELS
from elci.places.queries import continent_of, country_label


@dataclass(frozen=True, slots=True)
class Number:
    """A count and the list where each of its relations stands; zero needs no link."""

    text: str
    url: str | None


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


def statistics_tables(wanted: RegisterFilter, found: Statistics) -> list[Table]:
    """Return the tables by standing, continent, country and decade of signing."""
    instruments = _instrument_axis(found)
    cells = found.counts.cells
    standings = tuple(each for each in Standing if each in found.counts.by_standing)
    continents = _sums(cells, lambda cell: continent_of(cell.country))
    countries = _sums(cells, lambda cell: cell.country)
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
            _Axis("decade", _decade_keys(found.by_decade), _decade_label),
            instruments,
            found.by_decade,
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
    both = _linked(wanted, columns.part, rows.part)
    by_row, by_column = _linked(wanted, rows.part), _linked(wanted, columns.part)
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


def _linked(wanted: RegisterFilter, *parts: str) -> Callable[..., Number]:
    """Return what makes counts with links; what no filter can ask for has none."""
    home, link = reverse("portal:home"), links_by(wanted, *parts)

    def number(count: int, *values: Any) -> Number:
        is_asked_for = count != 0 and not any(value in {None, ""} for value in values)
        return Number(counted(count), home + link(*values) if is_asked_for else None)

    return number


def _sums(cells: Iterable[Cell], key: Callable[[Cell], Any]) -> Counter[tuple[Any, Any]]:
    sums: Counter[tuple[Any, Any]] = Counter()
    for cell in cells:
        sums[cell.instrument, key(cell)] += cell.number
    return sums


def _instrument_axis(found: Statistics) -> _Axis:
    keys = tuple(each for each in Instrument if each in found.counts.by_instrument)
    return _Axis("instrument", keys, lambda key: str(InstrumentChoice(key).label))


def _continent_keys(sums: Mapping[tuple[Any, Any], int]) -> tuple[Any, ...]:
    found = {key for _instrument, key in sums}
    return (*(each for each in Continent if each in found), *({None} & found))


def _continent_label(key: Any) -> str:
    return _("not of one continent") if key is None else str(CONTINENT_LABELS[key])


def _decade_keys(sums: Mapping[tuple[Any, Any], int]) -> tuple[Any, ...]:
    found = {key for _instrument, key in sums}
    return (*sorted(key for key in found if key is not None), *({None} & found))


def _decade_label(key: Any) -> str:
    return _("not known") if key is None else f"{key}–{key + 9}"


def _country_keys(sums: Mapping[tuple[Any, Any], int]) -> tuple[Any, ...]:
    found = {key for _instrument, key in sums}
    return tuple(sorted(found, key=lambda key: sort_key(_country_label(key), reader_language())))


def _country_label(key: Any) -> str:
    return country_label(key, reader_language())
