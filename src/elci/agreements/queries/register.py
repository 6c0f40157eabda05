"""The register as a list and as counts, on any day, through given eyes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q, QuerySet, Subquery

from elci.accounts.models import Workspace
from elci.agreements.models import RegisterEntry, StandingPeriod
from elci.agreements.queries.asking import Asked, periods_visible_to
from elci.agreements.queries.counts import Counts
from elci.agreements.queries.ordering import FEW, Found, in_order
from elci.agreements.queries.sheets import Tally
from elci.domain.register import RegisterFilter
from elci.foundation.eyes import Eyes
from elci.foundation.grades import Grade

__all__ = [
    "PAGE_SIZE",
    "RegisterPage",
    "count_register",
    "found_in_register",
    "in_order",
    "periods_matching",
    "periods_visible_to",
    "register_page",
    "tally_register",
    "years_on_record",
]

PAGE_SIZE: Final = 50


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """One page of a list, with what it is a page of."""

    rows: Sequence[StandingPeriod]
    counts: Counts
    """Of the relations that match."""
    choices: Counts
    """Of those that would match without the instrument, the standing and the country asked for."""
    number: int
    pages: int
    found: Found
    """All that matches, for a map of it."""


def register_page(
    wanted: RegisterFilter, eyes: Eyes, *, today: date, language: str, size: int = PAGE_SIZE
) -> RegisterPage:
    """Return a page of the relations that match, and counts over all of them.

    A page beyond the last gives the last. The number of queries does not depend on the rows.
    """
    asked = Asked.of(wanted, eyes, today)
    choices = asked.choices()
    counts = asked.chosen_from(choices)
    found = _found_for(asked, choices, counts, language)
    pages = max(1, -(-counts.total // size))
    number = min(wanted.page, pages)
    rows = found.stretch(start=(number - 1) * size, size=size)
    return RegisterPage(rows, counts, choices, number, pages, found)


def found_in_register(wanted: RegisterFilter, eyes: Eyes, *, today: date, language: str) -> Found:
    """Return what matches, with its counts."""
    asked = Asked.of(wanted, eyes, today)
    choices = asked.choices()
    return _found_for(asked, choices, asked.chosen_from(choices), language)


def _found_for(asked: Asked, choices: Counts, counts: Counts, language: str) -> Found:
    wanted = asked.wanted
    narrowed = (wanted.decade, wanted.first_from, wanted.first_until, asked.names)
    is_early = choices.total <= FEW and all(part is None for part in narrowed)
    matching = asked.matching(many=counts.total > FEW)
    return Found(matching, asked.entries(), counts, wanted.order, language, is_early)


def count_register(wanted: RegisterFilter, eyes: Eyes, *, today: date) -> Counts:
    """Return the counts of the relations that match, by instrument, standing and country."""
    asked = Asked.of(wanted, eyes, today)
    return asked.chosen_from(asked.choices())


def tally_register(wanted: RegisterFilter, eyes: Eyes, *, today: date) -> Tally:
    """Return the numbers of the relations of all instruments, standings, countries and decades.

    The filter's day, host, text and days of first signing count; what is chosen from the numbers
    does not.
    """
    return Asked.of(wanted, eyes, today).tally()


def periods_matching(
    wanted: RegisterFilter, eyes: Eyes, *, today: date
) -> QuerySet[StandingPeriod]:
    """Return one standing period for each visible relation that matches, unordered."""
    return Asked.of(wanted, eyes, today).matching()


def years_on_record(eyes: Eyes) -> tuple[int, int] | None:
    """Return the first and the last year of signing on record, or nothing where there is none."""
    parts = [Q(grade=Grade.FULL), *(Q(workspace=each) for each in sorted(eyes.reads))]
    ends = {}
    for number, part in enumerate(parts):
        days = RegisterEntry.objects.filter(part, signed_day__lt=date.max).values("signed_day")
        ends[f"first_{number}"] = Subquery(days.order_by("signed_day")[:1])
        ends[f"last_{number}"] = Subquery(days.order_by("-signed_day")[:1])
    # One row, whichever, to hang all questions on: entries need a workspace.
    row = Workspace.objects.order_by("pk").annotate(**ends).values_list(*ends).first()
    found: list[date] = [day for day in row or () if day is not None]
    return (min(found).year, max(found).year) if found else None
