"""Dates inside a longer text, in the ways and languages in which lists print them."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from elci.domain.dates import DateNotUnderstoodError, PartialDate
from elci.domain.extraction.words import as_mapping

_PIVOT: Final = 30
"""A year of two digits below this is of this century; either way a person is asked."""

_FIRST_YEAR: Final = 1800
"""What looks like an earlier year is one of another calendar ("H. 1420"), or a number."""

_ROMAN: Final = "xii|xi|x|ix|viii|vii|vi|v|iv|iii|ii"
"""Months as Polish and Hungarian papers write them: "9 X 1999"; "i" is "and" too."""
_ROMAN_MONTHS: Final = {
    name: number for number, name in enumerate(reversed(_ROMAN.split("|")), start=2)
} | {"i": 1}
_NUMBERED_AFTER: Final = re.compile(r"(?:/[0-9]{1,4})?\s*(?:sayil|numarali|nolu|no'lu)")
_NEAR: Final = 12
_NUMBERED_BEFORE: Final = re.compile(r"(?:\bsayi(?:si)?|\bno|\bnr|№)\s*[:.]?\s*\Z")


class _PlainTable(dict[int, str]):
    """One plain lower-case character for each character, so that places in the text stay."""

    def __missing__(self, codepoint: int) -> str:
        sign = chr(codepoint)
        digit = unicodedata.digit(sign, None)
        base = unicodedata.normalize("NFD", sign.lower())[:1] or sign
        plain = str(digit) if digit is not None else _PLAIN.get(base, base)
        self[codepoint] = plain
        return plain


_PLAIN: Final = {
    "ı": "i",
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("’‘ʼ´`", "'"),
    **dict.fromkeys("年月", "-"),
    "日": " ",
    "．": ".",
    "／": "/",
}
_plain_table: Final = _PlainTable()


def plain(text: str) -> str:
    """Return the text in plain lower case, character by character, digits as 0 to 9.

    >>> plain("8 EYLÜL ٢٠٠٤")
    '8 eylul 2004'
    """
    return text.translate(_plain_table)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in a text: ``start <= place < end``."""

    start: int
    end: int
    date: PartialDate | None
    """None where the text is a date but no day of the calendar, or has no year."""
    lacks_year: bool = False
    two_digit_year: bool = False
    is_year: bool = False
    must_be_month_first: bool = False
    must_be_day_first: bool = False


@cache
def _months() -> Mapping[str, int]:
    return {plain(name): int(number) for name, number in as_mapping("months").items()}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    month = rf"(?<![^\W\d_])(?:{names})(?![^\W\d_])"
    nth = r"(?:st|nd|rd|th|er|eme|-?го|-?ое|[.º°ªo])?"
    of = r"[\s.\-/]*(?:de\s+|of\s+|d'\s*|del\s+)?"
    clock = r"[t ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?z?"
    part = r"\s?[-./]\s?"
    nn, year = "[0-9]{1,2}", "[0-9]{4}(?![0-9])"
    shapes = (
        rf"(?P<ya>[0-9]{{4}}){part}(?P<ma>{nn}){part}(?P<da>{nn})(?![0-9])(?:{clock})?",
        (
            rf"(?P<db>{nn})\s?(?P<sep>[./-])\s?(?P<mb>{nn})\s?(?P=sep)\s?"
            rf"(?P<yb>{year}|[0-9]{{2}}(?![0-9]))(?:{clock})?"
        ),
        rf"(?P<dc>{nn}){nth}{of}(?P<nc>{month})\.?,?{of}(?P<yc>{year}|'[0-9]{{2}}(?![0-9]))",
        rf"(?P<dl>{nn}){part}(?P<nl>{_ROMAN}|i){part}(?P<yl>{year})",
        rf"(?P<dm>{nn})\s(?P<nm>{_ROMAN})\s(?P<ym>{year})",
        rf"(?P<nd>{month})\.?\s+(?P<dd>{nn})(?:st|nd|rd|th)?,?\s+(?P<yd>{year})",
        rf"(?P<ye>[0-9]{{4}})\.?\s+(?P<ne>{month})\.?\s+(?P<de>{nn})(?![0-9])\.?",
        rf"(?P<nf>{month})\.?,?{of}(?:ayi\s+)?(?P<yf>{year})",
        rf"(?P<mg>0?[1-9]|1[0-2]){part}(?P<yg>[12][0-9]{{3}})(?![0-9])",
        r"(?P<yh>[12][0-9]{3})[-/.](?P<mh>0[1-9]|1[0-2])(?![0-9./-])",
        rf"(?P<yi>[0-9]{{4}})\.?\s+(?:yili\s+)?(?P<ni>{month})",
        rf"(?P<dj>{nn}){nth}{of}(?P<nj>{month})(?!\s*[0-9])",
        r"(?P<yk>1[0-9]{3}|20[0-9]{2})(?![0-9])",
    )
    return re.compile(rf"(?<![0-9])(?<![0-9][.])(?:{'|'.join(shapes)})")


@lru_cache(maxsize=4096)
def find_dates(text: str, *, month_first: bool = False) -> tuple[DateSpan, ...]:
    """Return the dates in a text from left to right; a text without digits has none."""
    simple = plain(text)
    if not any(sign.isdigit() for sign in simple):
        return ()
    return tuple(
        _span(found, month_first=month_first)
        for found in _pattern().finditer(simple)
        if not _is_number(simple, found)
    )


def _is_number(text: str, found: re.Match[str]) -> bool:
    """Whether what looks like a year is the number of a decision: "2005/12 sayılı", "No: 1990"."""
    if found["yk"] is None and found["yh"] is None:
        return False
    return (
        _NUMBERED_AFTER.match(text, found.end()) is not None
        or _NUMBERED_BEFORE.search(text[max(0, found.start() - _NEAR) : found.start()]) is not None
    )


def _span(found: re.Match[str], *, month_first: bool) -> DateSpan:
    parts = {name[0]: value for name, value in found.groupdict().items() if value and name != "sep"}
    month = _month(parts["n"]) if "n" in parts else int(parts["m"]) if "m" in parts else None
    day = int(parts["d"]) if "d" in parts else None
    numeric = found["db"] is not None
    if numeric and month_first:
        month, day = day, month
    year = parts.get("y", "").lstrip("'")
    return DateSpan(
        found.start(),
        found.end(),
        _date(year, month, day),
        lacks_year=year == "",
        two_digit_year=len(year) == 2,
        is_year=month is None,
        must_be_month_first=numeric and int(found["mb"]) > 12 >= int(found["db"]),
        must_be_day_first=numeric and int(found["db"]) > 12 >= int(found["mb"]),
    )


def _month(name: str) -> int:
    return _ROMAN_MONTHS.get(name) or _months()[name]


def _date(year: str, month: int | None, day: int | None) -> PartialDate | None:
    if year == "":
        return None
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < _PIVOT else 1900
    if number < _FIRST_YEAR:
        return None
    try:
        return PartialDate.of(number, month, day)
    except DateNotUnderstoodError:
        return None
