"""Filters as words: each choice is a link that can be shared, with what it would leave."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from elci.agreements.choices import InstrumentChoice, StandingChoice
from elci.agreements.queries.counts import Cell, Counts
from elci.domain.acts.kinds import Standing
from elci.domain.places.continents import Continent
from elci.domain.places.folding import sort_key
from elci.domain.register import RegisterFilter
from elci.domain.turkish import turkish_plural
from elci.domain.vocabularies import Instrument
from elci.foundation.templatetags.elci import filter_link, links_by, reader_language
from elci.places.choices import CONTINENT_LABELS
from elci.places.queries import continent_of, country_label

_CHOICES_SHOWN: Final = 6


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter."""

    label: str
    url: str
    count: int | None
    is_current: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A filter with its choices; the less common ones are behind "more"."""

    name: str
    options: tuple[Option, ...]
    more: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class _Facet:
    """A part of the filter that is chosen from counts."""

    part: str
    name: str
    key: Callable[[Cell], Any]
    label: Callable[[Any], str]
    order: Sequence[Any] = ()
    """The choices in their order; without it, the most frequent ones come first."""


def filter_groups(
    wanted: RegisterFilter, choices: Counts, decades: tuple[int, ...]
) -> tuple[Group, ...]:
    """Return the filters, each with the counts that its choices would give."""
    groups = [_group(wanted, choices, facet) for facet in _facets()]
    if len(decades) > 1:
        groups.append(_decade_group(wanted, decades))
    return tuple(group for group in groups if len(group.options) + len(group.more) > 1)


def decades_of(years: tuple[int, int] | None) -> tuple[int, ...]:
    """Return the first year of each decade between two years, both included."""
    return () if years is None else tuple(range(years[0] // 10 * 10, years[1] + 1, 10))


def _facets() -> tuple[_Facet, ...]:
    return (
        _Facet(
            "instrument",
            _("Instrument"),
            lambda cell: cell.instrument,
            _instrument_label,
            tuple(Instrument),
        ),
        _Facet(
            "standing", _("Status"), lambda cell: cell.standing, _standing_label, tuple(Standing)
        ),
        _Facet("continent", _("Continent"), _continent_key, _continent_label, tuple(Continent)),
        _Facet("country", _("Country"), lambda cell: cell.country, _country_label),
    )


def _group(wanted: RegisterFilter, choices: Counts, facet: _Facet) -> Group:
    sums = _counts_for(wanted, choices, facet)
    chosen = getattr(wanted, facet.part)
    keys = [key for key in facet.order or _frequent_first(sums, chosen) if key in sums]
    link = links_by(wanted, facet.part)
    options = [Option(facet.label(key), link(key), sums[key], chosen == key) for key in keys]
    everything = Option(
        _("all"), filter_link(wanted, **{facet.part: None}), sum(sums.values()), chosen is None
    )
    if facet.order:
        return Group(facet.name, (everything, *options))
    rest = sorted(
        options[_CHOICES_SHOWN:], key=lambda each: sort_key(each.label, reader_language())
    )
    return Group(facet.name, (everything, *options[:_CHOICES_SHOWN]), tuple(rest))


def _frequent_first(sums: Mapping[Any, int], chosen: Any) -> list[Any]:
    """Return the choices by number; the chosen one first, one that no filter can ask for never."""
    keys = [key for key in sums if key]
    return sorted(keys, key=lambda key: (key != chosen, -sums[key], str(key)))


def _counts_for(wanted: RegisterFilter, choices: Counts, facet: _Facet) -> Mapping[Any, int]:
    """Return what each choice would leave if only the other choices stood."""
    cells: Sequence[Cell] = choices.cells
    for other in _facets():
        chosen = getattr(wanted, other.part)
        if other.part != facet.part and chosen is not None:
            cells = [cell for cell in cells if other.key(cell) == chosen]
    sums: Counter[Any] = Counter()
    for cell in cells:
        sums[facet.key(cell)] += cell.number
    return sums


def _decade_group(wanted: RegisterFilter, decades: tuple[int, ...]) -> Group:
    options = [
        Option(
            _decade_word(decade),
            filter_link(wanted, decade=decade),
            None,
            wanted.decade == decade,
        )
        for decade in decades
    ]
    everything = Option(_("all"), filter_link(wanted, decade=None), None, wanted.decade is None)
    return Group(_("First signed in the"), (everything, *options))


def _continent_key(cell: Cell) -> Any:
    return continent_of(cell.country)


def _instrument_label(key: Any) -> str:
    return str(InstrumentChoice(key).label)


def _standing_label(key: Any) -> str:
    return str(StandingChoice(key).label)


def _country_label(key: Any) -> str:
    return country_label(key, reader_language())


def _decade_word(decade: int) -> str:
    if reader_language() == "tr":
        return turkish_plural(str(decade))
    return f"{decade}s"


def _continent_label(key: Any) -> str:
    return str(CONTINENT_LABELS[key])
