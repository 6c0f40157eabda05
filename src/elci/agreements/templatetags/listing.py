"""The register's list as any page shows it: its columns and its pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from django.utils.translation import gettext as _

from elci.agreements.queries.counts import Counts
from elci.agreements.queries.register import RegisterPage
from elci.domain.register import Order, RegisterFilter
from elci.foundation.templatetags.elci import counted, filter_link, page_link

_NEAR: Final = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, and the link that sorts by it where there is one."""

    label: str
    sort_url: str | None = None
    sort: str = ""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Links to the other pages of a list."""

    previous_url: str | None
    next_url: str | None
    numbers: tuple[tuple[str, str | None, bool], ...]


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Which page of how many."""

    number: int
    pages: int


def page_of(wanted: RegisterFilter, counts: Counts, *, size: int) -> PageNumber:
    """Return the page asked for, or the last where there are fewer."""
    pages = max(1, -(-counts.total // size))
    return PageNumber(min(wanted.page, pages), pages)


def columns(wanted: RegisterFilter) -> tuple[Column, ...]:
    """Return the list's columns; those with an index can be sorted by."""
    by_name = wanted.order is Order.PARTNER
    by_date = {Order.OLDEST: "ascending", Order.NEWEST: "descending"}.get(wanted.order, "")
    other = Order.NEWEST if wanted.order is Order.OLDEST else Order.OLDEST
    return (
        Column(
            _("Partner"),
            filter_link(wanted, order=Order.PARTNER),
            "ascending" if by_name else "",
        ),
        Column(_("Country")),
        Column(_("Instrument")),
        Column(_("Since"), filter_link(wanted, order=other), by_date),
        Column(_("Status")),
        Column(_("Last act on record")),
    )


def page_links(wanted: RegisterFilter, page: RegisterPage | PageNumber) -> PageLinks | None:
    """Return the links to the other pages, or nothing where there is one page."""
    return linked_pages(page.number, page.pages, partial(page_link, wanted))


def linked_pages(current: int, last: int, link: Callable[[int], str]) -> PageLinks | None:
    """Return links to the pages of any list, or nothing where there is one page."""
    if last <= 1:
        return None
    numbers: list[tuple[str, str | None, bool]] = []
    for number in _shown_numbers(current, last):
        if number is None:
            numbers.append(("…", None, False))
        else:
            numbers.append((counted(number), link(number), number == current))
    return PageLinks(
        previous_url=link(current - 1) if current > 1 else None,
        next_url=link(current + 1) if current < last else None,
        numbers=tuple(numbers),
    )


def _shown_numbers(current: int, last: int) -> Sequence[int | None]:
    """Return the first, the last and the near pages, with ``None`` for each gap."""
    near = {1, last, *range(max(1, current - _NEAR), min(last, current + _NEAR) + 1)}
    shown: list[int | None] = []
    for number in sorted(near):
        before = shown[-1] if shown else None
        if before is not None and number > before + 1:
            shown.append(None)
        shown.append(number)
    return shown
