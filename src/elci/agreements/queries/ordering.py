"""Lists of periods in the orders that a reader may ask for."""

from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet

from elci.agreements.models import RegisterEntry, StandingPeriod
from elci.agreements.queries.counts import Counts
from elci.domain.register import Order

FEW: Final = 6000
"""So many periods are found by what they are faster than by walking through all there are."""
_FEW_TO_SORT: Final = 1500

_SHOWN: Final = ("entry__place", "entry__account", "workspace")
_ORDERS: Final = {
    Order.PARTNER: ("sort", "entry_id"),
    Order.OLDEST: ("since_day", "sort_tr", "entry_id"),
    Order.NEWEST: ("-since_day", "-sort_tr", "-entry_id"),
}
_ENTRY_COLUMNS: Final = {"since_day": "signed_day", "entry_id": "pk"}


@dataclass(frozen=True, slots=True)
class Found:
    """What matches a filter, with how it is read best: few at once, many by an index."""

    matching: QuerySet[StandingPeriod]
    entries: QuerySet[RegisterEntry]
    """The same as lines of the register."""
    counts: Counts
    """Of all that match."""
    order: Order
    language: str
    is_early: bool = False
    """Whether hardly anything in the whole register had begun by the day that is asked for."""

    def stretch(self, *, start: int, size: int) -> list[StandingPeriod]:
        """Return some of the rows, sorted, each with its entry and its partner's place."""
        if self.counts.total == 0:
            return []
        if self.counts.total <= _FEW_TO_SORT:
            entries = self._sorted_here()[start : start + size]
        else:
            entries = self._walked(start, size)
        found = self.matching.filter(entry_id__in=entries).select_related(*_SHOWN)
        rows = {row.entry_id: row for row in found}
        return [rows[each] for each in entries if each in rows]

    def on_map(self, *, most: int) -> list[tuple[int, int, int, str]]:
        """Return what can be drawn, each once: rank and id of the place, keeper, standing.

        The first so many, of the most populous places.
        """
        columns = ("place_rank", "place_id", "workspace_id", "standing")
        if self.counts.total == 0:
            return []
        if self.counts.total <= FEW:
            drawn = self._narrowed().filter(place__isnull=False)
            return sorted(set(drawn.values_list(*columns)))[:most]
        drawn = self.matching.filter(place__isnull=False).order_by(*columns)
        return list(drawn.values_list(*columns).distinct()[:most])

    def _sorted_here(self) -> list[int]:
        columns = [name.removeprefix("-") for name in _columns(self.order, self.language)]
        rows = sorted(self._narrowed().values_list(*columns))
        entries = [row[-1] for row in rows]
        return entries[::-1] if self.order is Order.NEWEST else entries

    def _narrowed(self) -> QuerySet[StandingPeriod]:
        if self.is_early:
            # The order lets the database begin at the first day there is.
            return self.matching.order_by("starts")
        # Naming all that there is lets an index go straight to, say, one country.
        return self.matching.filter(
            instrument__in={cell.instrument for cell in self.counts.cells},
            standing__in={cell.standing for cell in self.counts.cells},
            country__in={cell.country for cell in self.counts.cells},
        )

    def _walked(self, start: int, size: int) -> list[int]:
        """Return the entries of a stretch by an index, from the nearer end of the list."""
        total, end = self.counts.total, min(start + size, self.counts.total)
        ordered = self.entries.order_by(*_entry_columns(self.order, self.language))
        entries = ordered.values_list("pk", flat=True)
        if start <= total // 2:
            return list(entries[start:end])
        return list(entries.reverse()[total - end : total - start])[::-1]


def in_order(
    matching: QuerySet[StandingPeriod], order: Order, language: str
) -> QuerySet[StandingPeriod]:
    """Return the rows sorted, each with its entry and its partner's place.

    A relation of unknown age stands after the oldest and before the newest: the newest first is
    the oldest first read backwards, so that one index serves both.
    """
    return matching.order_by(*_columns(order, language)).select_related(*_SHOWN)


def _columns(order: Order, language: str) -> tuple[str, ...]:
    name = "sort_tr" if language == "tr" else "sort_en"
    return tuple(name if column == "sort" else column for column in _ORDERS[order])


def _entry_columns(order: Order, language: str) -> tuple[str, ...]:
    columns = _columns(order, language)
    for mine, theirs in _ENTRY_COLUMNS.items():
        columns = tuple(column.replace(mine, theirs) for column in columns)
    return columns
