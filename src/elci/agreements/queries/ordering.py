"""Lists of periods in the orders that a reader may ask for."""

from typing import Final

from django.db.models import QuerySet

from elci.agreements.models import StandingPeriod
from elci.agreements.queries.counts import Counts
from elci.domain.register import Order

FEW: Final = 3000
"""So many rows are sorted here faster than the database walks its index to find them."""

_SHOWN: Final = ("entry__place", "entry__account", "workspace")
_ORDERS: Final = {
    Order.PARTNER: ("sort", "entry"),
    Order.OLDEST: ("since_day", "sort_tr", "entry"),
    Order.NEWEST: ("-since_day", "-sort_tr", "-entry"),
}


def in_order(
    matching: QuerySet[StandingPeriod], order: Order, language: str
) -> QuerySet[StandingPeriod]:
    """Return the rows sorted, each with its entry and its partner's place.

    A relation of unknown age stands after the oldest and before the newest: the newest first is
    the oldest first read backwards, so that one index serves both.
    """
    return _sorted(matching, order, language).select_related(*_SHOWN)


def rows_in_order(
    matching: QuerySet[StandingPeriod],
    order: Order,
    language: str,
    *,
    counts: Counts,
    start: int,
    size: int,
) -> list[StandingPeriod]:
    """Return a stretch of the rows that match, sorted, each with its entry and partner's place.

    ``counts`` are those of all rows that match: few are found by what they are and sorted here; of
    many, an index gives the stretch, read from its nearer end.
    """
    if counts.total == 0:
        return []
    if counts.total <= FEW:
        entries = _few_in_order(matching, order, language, counts)[start : start + size]
    else:
        entries = _stretch(_sorted(matching, order, language), counts.total, start, size)
    found = matching.filter(entry_id__in=entries).select_related(*_SHOWN)
    by_entry = {row.entry_id: row for row in found}
    return [by_entry[each] for each in entries if each in by_entry]


def _few_in_order(
    matching: QuerySet[StandingPeriod], order: Order, language: str, counts: Counts
) -> list[int]:
    names = (name.removeprefix("-") for name in _ORDERS[order])
    columns = [_sort_column(language) if name == "sort" else name for name in names]
    # Naming every instrument and standing there is lets an index go straight to the country.
    found = matching.filter(
        instrument__in={cell.instrument for cell in counts.cells},
        standing__in={cell.standing for cell in counts.cells},
    )
    rows = sorted(found.order_by().values_list(*columns, "entry_id"))
    if order is Order.NEWEST:
        rows.reverse()
    return [row[-1] for row in rows]


def _stretch(ordered: QuerySet[StandingPeriod], total: int, start: int, size: int) -> list[int]:
    entries = ordered.values_list("entry_id", flat=True)
    end = min(start + size, total)
    if start <= total // 2:
        return list(entries[start:end])
    return list(entries.reverse()[total - end : total - start])[::-1]


def _sorted(
    matching: QuerySet[StandingPeriod], order: Order, language: str
) -> QuerySet[StandingPeriod]:
    columns = (_sort_column(language) if name == "sort" else name for name in _ORDERS[order])
    return matching.order_by(*columns)


def _sort_column(language: str) -> str:
    return "sort_tr" if language == "tr" else "sort_en"
