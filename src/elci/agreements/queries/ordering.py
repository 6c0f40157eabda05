"""Lists of periods in the orders that a reader may ask for."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
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
    """What of a period decides where it stands on the map; before it, what sorts it in a list."""

    entry_id: int
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
    order: Order
    language: str
    is_early: bool = False
    """Whether hardly anything in the whole register had begun by the day that is asked for."""

    @cached_property
    def few(self) -> Sequence[LightRow] | None:
        """All of them, in order, where they are few; ``None`` where they are many."""
        if self.counts.total == 0:
            return []
        if self.counts.total > FEW:
            return None
        found = self.matching
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
        names = [name.removeprefix("-") for name in self._columns[:-1]]
        rows = sorted(
            found.values_list(*names, *LightRow._fields), key=itemgetter(*range(len(names) + 1))
        )
        light = [LightRow(*row[len(names) :]) for row in rows]
        return light[::-1] if self.order is Order.NEWEST else light

    def stretch(self, *, start: int, size: int) -> list[StandingPeriod]:
        """Return some of the rows, sorted, each with its entry and its partner's place."""
        if self.few is None:
            entries = self._walked(start, size)
        else:
            entries = [row.entry_id for row in self.few[start : start + size]]
        if not entries:
            return []
        found = self.matching.filter(entry_id__in=entries).select_related(*_SHOWN)
        rows = {row.entry_id: row for row in found}
        return [rows[each] for each in entries if each in rows]

    @property
    def _columns(self) -> tuple[str, ...]:
        return _columns(self.order, self.language)

    def _walked(self, start: int, size: int) -> list[int]:
        """Return the entries of a stretch by an index, from the nearer end of the list."""
        total, end = self.counts.total, min(start + size, self.counts.total)
        ordered = self.matching.order_by(*self._columns).values_list("entry_id", flat=True)
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
    return matching.order_by(*_columns(order, language)).select_related(*_SHOWN)


def _columns(order: Order, language: str) -> tuple[str, ...]:
    name = "sort_tr" if language == "tr" else "sort_en"
    return tuple(name if column == "sort" else column for column in _ORDERS[order])
