"""Tags of the pages of visits and promises: days, money and states in words."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import template
from django.utils.translation import gettext as _

from elci.domain.visiting.money import Amount
from elci.foundation.templatetags.elci import reader_language, said
from elci.visits.choices import DetailChoice, LackChoice, PromiseStateChoice, RankChoice

register = template.Library()


@register.filter
def span(visit: Any, style: Any = "long") -> str:
    """Return the first and the last day of a visit, as precisely as they are known."""
    starts = said(visit.starts, style)
    if visit.ends is None or visit.ends == visit.starts:
        return starts
    return _("%(starts)s to %(ends)s") % {"starts": starts, "ends": said(visit.ends, style)}


@register.filter
def money(value: Decimal, currency: str) -> str:
    """Return an amount with its currency."""
    return Amount(value, currency).said_in(reader_language())


@register.filter
def amount(total: Amount) -> str:
    """Return an amount as the reader writes it."""
    return total.said_in(reader_language())


@register.filter
def lack_word(lack: str) -> str:
    """Return what a visit lacks, in words."""
    return str(LackChoice(lack).label)


@register.filter
def rank_word(rank: str) -> str:
    """Return a rank in words."""
    return str(RankChoice(rank).label)


@register.filter
def promise_state(state: str) -> str:
    """Return how a promise stands, in words."""
    return str(PromiseStateChoice(state).label)


@register.filter
def purged_words(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return what was purged: what kind, and how many."""
    names = dict(DetailChoice.choices)
    return [(str(names.get(kind, _("names"))), number) for kind, number in sorted(counts.items())]
