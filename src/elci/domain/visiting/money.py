"""Amounts with their currencies; an amount without one says nothing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from babel.core import get_global
from babel.numbers import format_currency, get_currency_name

MOST: Final = Decimal(10) ** 12
"""An amount has to be smaller than this."""
_DIGITS: Final = re.compile(r"[0-9]+")
_GROUPED: Final = re.compile(
    r"([0-9]{1,3}(?:([., \u00a0])[0-9]{3})(?:\2[0-9]{3})*)([.,][0-9]{1,2})?"
)
_PLAIN: Final = re.compile(r"([0-9]+)(?:[.,]([0-9]{1,2}))?")
_ONE_GROUP: Final = re.compile(r"[0-9]{1,3}[.,][0-9]{3}")


class AmountNotUnderstoodError(ValueError):
    """A text that is no amount; ``is_ambiguous`` where it can be read in two ways."""

    def __init__(self, text: str, *, is_ambiguous: bool = False) -> None:
        super().__init__(text)
        self.text = text
        self.is_ambiguous = is_ambiguous


@cache
def currencies() -> tuple[str, ...]:
    """Return the ISO 4217 codes of the money in use today, in their order."""
    in_use = {
        code
        for used in get_global("territory_currencies").values()
        for code, _starts, ends, is_tender in used
        if ends is None and is_tender
    }
    return tuple(sorted(in_use))


def currency_name(code: str, language: str) -> str:
    """Return what a currency is called in a language."""
    return str(get_currency_name(code, locale=language))


@dataclass(frozen=True, slots=True)
class Amount:
    """So much of a currency; never less than nothing, and never of no currency."""

    value: Decimal
    currency: str

    def __post_init__(self) -> None:
        if self.currency not in currencies():
            raise ValueError(f"{self.currency!r} is no ISO 4217 code in use")
        if not 0 <= self.value < MOST:
            raise ValueError(f"{self.value} is not between 0 and {MOST}")

    def said_in(self, language: str) -> str:
        """Write the amount as the reader of a language does.

        >>> Amount(Decimal("1250.5"), "EUR").said_in("en")
        '€1,250.50'
        """
        return str(format_currency(self.value, self.currency, locale=language))


def read_amount(text: str) -> Decimal:
    """Read an amount as people write it in Turkish or English.

    Raises ``AmountNotUnderstoodError`` for anything else, and for "1.250" and "1,250", which are a
    thousand and more to the one and little more than one to the other.

    >>> read_amount("1.250,50"), read_amount("1,250,000"), read_amount("300")
    (Decimal('1250.50'), Decimal('1250000'), Decimal('300'))
    """
    bare = text.strip()
    if _ONE_GROUP.fullmatch(bare):
        raise AmountNotUnderstoodError(text, is_ambiguous=True)
    if (plain := _PLAIN.fullmatch(bare)) is not None:
        return _checked(f"{plain[1]}.{plain[2] or '0'}" if plain[2] else plain[1], text)
    grouped = _GROUPED.fullmatch(bare)
    if grouped is None or (grouped[3] or "")[:1] == grouped[2]:
        raise AmountNotUnderstoodError(text)
    whole = "".join(_DIGITS.findall(grouped[1]))
    return _checked(f"{whole}.{grouped[3][1:]}" if grouped[3] else whole, text)


def _checked(digits: str, text: str) -> Decimal:
    value = Decimal(digits)
    if value >= MOST:
        raise AmountNotUnderstoodError(text)
    return value


def totals(amounts: Iterable[Amount]) -> tuple[Amount, ...]:
    """Return the sum for each currency, by code; different money is never added up."""
    sums: dict[str, Decimal] = {}
    for amount in amounts:
        sums[amount.currency] = sums.get(amount.currency, Decimal(0)) + amount.value
    return tuple(Amount(sums[code], code) for code in sorted(sums))
