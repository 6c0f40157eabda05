"""Tags that every page shares: dates in words, names as the reader reads, links that filter."""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import quote_plus, urlencode

from django import template
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import get_language

from elci.domain.dates import PartialDate, Style, say_date
from elci.domain.register import RegisterFilter

register = template.Library()


def reader_language() -> str:
    """Return ``tr`` or ``en``, whichever the page is in."""
    return "en" if (get_language() or "tr").startswith("en") else "tr"


@register.filter
def said(value: PartialDate | date | None, style: Style = "long") -> str:
    """Say a date, partial or full, in the reader's language; a moment is said as its local day."""
    if value is None:
        value = PartialDate.unknown()
    if isinstance(value, datetime):
        value = timezone.localdate(value)
    if isinstance(value, date):
        value = PartialDate.on(value)
    return say_date(value, reader_language(), style=style)


@register.filter
def said_text(text: str | None, style: Style = "long") -> str:
    """Say a date that the history keeps as canonical text."""
    return said(PartialDate.parse(text) if text else None, style)


@register.filter
def named(thing: Any, kind: str = "name") -> str:
    """Return ``name_tr`` or ``name_en``, whichever the reader reads."""
    return str(getattr(thing, f"{kind}_{reader_language()}"))


@register.filter
def counted(number: int) -> str:
    """Write a number with the reader's separators."""
    return _counted(number, reader_language())


@lru_cache(maxsize=4096)
def _counted(number: int, _language: str) -> str:
    return number_format(number, use_l10n=True, force_grouping=True)


@register.filter
def looked_up(mapping: Any, key: Any) -> Any:
    """Return what a mapping holds under a key, or nothing."""
    return mapping.get(key)


@register.simple_tag
def filter_link(wanted: RegisterFilter, **changes: Any) -> str:
    """Return the query of the same filter with parts changed; ``None`` or "" takes a part out."""
    cleaned = {name: None if value == "" else value for name, value in changes.items()}
    if "text" in cleaned and cleaned["text"] is None:
        cleaned["text"] = ""
    query = urlencode(wanted.with_part(**cleaned).as_query())
    return f"?{query}" if query else "?"


def links_by(wanted: RegisterFilter, *parts: str) -> Callable[..., str]:
    """Return what makes the links of many choices of the same parts: `filter_link`, written once.

    What it returns takes a value for each part, in order; none of them may be left out.
    """
    marks = [f"\x00{number}\x00" for number in range(len(parts))]
    written = filter_link(wanted, **dict(zip(parts, marks, strict=True)))
    quoted = [quote_plus(mark) for mark in marks]

    def link(*values: Any) -> str:
        found = written
        for mark, value in zip(quoted, values, strict=True):
            found = found.replace(mark, quote_plus(str(value)))
        return found

    return link


@register.simple_tag
def page_link(wanted: RegisterFilter, number: int) -> str:
    """Return the query of another page of the same list."""
    return "?" + urlencode({**wanted.as_query(), "page": number})
