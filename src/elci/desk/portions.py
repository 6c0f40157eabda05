"""Long lists that are made while they are read: whole where that is quick, else part by part."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from django.http import QueryDict

Row = TypeVar("Row")

WHOLE: Final = 1_000
"""Relations up to which a whole portfolio is looked through for every page."""
READ_AT_ONCE: Final = 200
_MOST_ROWS: Final = 100
_MOST_ACCOUNTS: Final = 5_000


@dataclass(frozen=True, slots=True)
class Portion(Generic[Row]):
    """A part of a list, and after which account the next part begins."""

    rows: list[Row]
    next_after: int | None
    """Nothing where the list ends here."""
    accounts: int
    """How many accounts were looked at."""


def portion_of(
    examined: Iterable[tuple[int | None, list[Row]]], is_wanted: Callable[[Row], bool]
) -> Portion[Row]:
    """Return the first rows that are wanted; no account is torn apart, none looked at in vain."""
    rows: list[Row] = []
    number = 0
    for account_id, found in examined:
        rows += filter(is_wanted, found)
        number += account_id is not None
        is_full = len(rows) >= _MOST_ROWS or number >= _MOST_ACCOUNTS
        if account_id is not None and is_full:
            return Portion(rows, account_id, number)
    return Portion(rows, None, number)


def asked_after(query: QueryDict) -> int:
    """Return after which account an address wants to read on; from the first where it says none."""
    return _number(query.get("after", ""))


def asked_page(query: QueryDict) -> int:
    """Return which page of a list an address wants."""
    return max(1, _number(query.get("page", "")))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0
