"""Lists of periods in the orders that a reader may ask for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from django.db.models import QuerySet

from elci.agreements.models import StandingPeriod
from elci.agreements.queries.counts import Counts
from elci.domain.register import Order

FEW: Final = 6000
"""So many rows are sorted here faster than the database walks its index to find them."""

_SHOWN: Final = ("entry__place", "entry__account", "workspace")
_ORDERS: Final = {
    Order.PARTNER: ("sort", "entry_id"),
    Order.OLDEST: ("since_day", "sort_tr", "entry_id"),
    Order.NEWEST: ("-since_day", "-sort_tr", "-entry_id"),
}


class LightRow(NamedTuple):
    """What of a period decides where it stands in a list and on the map."""

    entry_id: int
    sort_tr: str
    sort_en: str
    since_day: date
    place_rank: int
    place_id: int | None
    workspace_id: int
    standing: str


@dataclass(frozen=True)
class Found:
    """The periods that match a filter, with how they are read best: few at once, many by index."""

    matching: QuerySet[StandingPeriod]
    counts: Counts
    """Of all that match."""
    is_early: bool = False
    """Whether hardly anything in the whole register had begun by the day that is asked for."""

    @cached_property
    def few(self) -> Sequence[LightRow] | None:
        """All of them, unordered, where they are few; ``None`` where they are many."""
        if self.counts.total == 0:
            return []
        if self.counts.total > FEW:
            return None
        found = self.matching.order_by()
        if self.is_early:
            # The order lets the database begin at the first day there is.
            found = found.order_by("starts")
        else:
            # Naming all that there is lets an index go straight to, say, one country.
            found = found.filter(
                instrument__in={cell.instrument for cell in self.counts.cells},
                standing__in={cell.standing for cell in self.counts.cells},
                country__in={cell.country for cell in self.counts.cells},
            )
        return [LightRow(*row) for row in found.values_list(*LightRow._fields)]

    def stretch(
        self, order: Order, language: str, *, start: int, size: int
    ) -> list[StandingPeriod]:
        """Return some of the rows, sorted, each with its entry and its partner's place."""
        if self.few is None:
            entries = self._walked(order, language, start, size)
        else:
            entries = _sorted_here(self.few, order, language)[start : start + size]
        if not entries:
            return []
        found = self.matching.filter(entry_id__in=entries).select_related(*_SHOWN)
        rows = {row.entry_id: row for row in found}
        return [rows[each] for each in entries if each in rows]

    def _walked(self, order: Order, language: str, start: int, size: int) -> list[int]:
        """Return the entries of a stretch by an index, from the nearer end of the list."""
        total, end = self.counts.total, min(start + size, self.counts.total)
        ordered = _sorted(self.matching, order, language).values_list("entry_id", flat=True)
        if start <= total // 2:
            return list(ordered[start:end])
        return list(ordered.reverse()[total - end : total - start])[::-1]


def in_order(
    matching: QuerySet[StandingPeriod], order: Order, language: str
) -> QuerySet[StandingPeriod]:
    """Return the rows sorted, each with its entry and its partner's place.

    A relation of unknown age stands after the oldest and before the newest: the newest first is
    the oldest first read backwards, so that one index serves both.
    """
    return _sorted(matching, order, language).select_related(*_SHOWN)


def _sorted_here(rows: Sequence[LightRow], order: Order, language: str) -> list[int]:
    if order is not Order.PARTNER:
        by_age = sorted((row.since_day, row.sort_tr, row.entry_id) for row in rows)
        entries = [entry for _day, _name, entry in by_age]
        return entries[::-1] if order is Order.NEWEST else entries
    if language == "tr":
        return [entry for _name, entry in sorted((row.sort_tr, row.entry_id) for row in rows)]
    return [entry for _name, entry in sorted((row.sort_en, row.entry_id) for row in rows)]


def _sorted(
    matching: QuerySet[StandingPeriod], order: Order, language: str
) -> QuerySet[StandingPeriod]:
    columns = (_sort_column(language) if name == "sort" else name for name in _ORDERS[order])
    return matching.order_by(*columns)


def _sort_column(language: str) -> str:
    return "sort_tr" if language == "tr" else "sort_en"
