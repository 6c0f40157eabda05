"""What a case is about: what a person writes once, and what every paper of the case needs."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, Self

from elci.domain.vocabularies import CooperationField

MOST_PAGES: Final = 9999
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}([_-][A-Za-z0-9]+)*")


class Fault(StrEnum):
    """Why something cannot be a fact of a case."""

    NOT_PAGES = "not_pages"
    NEGATIVE = "negative"
    NO_CURRENCY = "no_currency"
    COSTS_AND_FREE = "costs_and_free"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    NOT_A_LANGUAGE = "not_a_language"
    NOT_A_FIELD = "not_a_field"


class ParticularsError(ValueError):
    """Facts that cannot be; ``faults`` says which of them, and why."""

    def __init__(self, faults: Mapping[str, Fault]) -> None:
        super().__init__(", ".join(f"{name}: {fault}" for name, fault in faults.items()))
        self.faults = dict(faults)


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """The facts of a case; what is empty or ``None`` is not known."""

    purpose: str = ""
    benefit: str = ""
    subject: str = ""
    """What is agreed on, in a few words."""
    fields: tuple[str, ...] = ()
    """Fields of cooperation, by their keys."""
    duration: str = ""
    """For how long, in words: "beş yıl"."""
    is_free: bool = False
    """Whether it costs the authority nothing."""
    amount: Decimal | None = None
    currency: str = ""
    """By its code in ISO 4217."""
    budget_item: str = ""
    """The item of the budget that it is paid from (tertip)."""
    financial_risks: str = ""
    legal_risks: str = ""
    languages: tuple[str, ...] = ()
    """In which the text is signed, by their codes."""
    draft_language: str = ""
    """The language of the counterpart's draft."""
    pages_of_decision: int | None = None
    pages_of_draft: int | None = None
    """Of the draft in Turkish."""
    pages_of_foreign_draft: int | None = None
    pages_of_letter: int | None = None
    """Of the civil administrator's letter."""
    pages_of_note: int | None = None
    has_letter: bool = False
    """Whether a letter of the civil administrator goes with the file."""
    planned_on: date | None = None
    """The day planned for the act by now; nothing where it is still the one of the opening."""
    place: str = ""
    """Where it is to be signed, or where the journey goes."""
    travellers: tuple[str, ...] = ()
    """Who travels: name and title."""
    travel_since: date | None = None
    travel_until: date | None = None
    proposal: str = ""
    """The decision that the council is asked for, where the authority words it itself."""
    partner_authority: str = ""
    """The level and the organs of the partner, in a few words."""
    partner_region: str = ""
    partner_population: int | None = None
    reasons: str = ""
    """Why a relation is ended."""
    notice_clause: str = ""
    """What the agreement says of notice."""

    def __post_init__(self) -> None:
        faults = dict(_faults(self))
        if faults:
            raise ParticularsError(faults)

    def written(self, names: Sequence[str]) -> dict[str, Any]:
        """Return some of the facts as values of JSON."""
        return {name: _plain(getattr(self, name)) for name in names}

    @classmethod
    def read(cls, facts: Mapping[str, Any]) -> Self:
        """Return the facts that were written; what cannot have been is an error."""
        return cls(**{name: _READERS.get(name, _same)(said) for name, said in facts.items()})


NAMES: Final = tuple(each.name for each in fields(Particulars))
"""The facts of a case by their names, in the order in which people read them."""
PAGES: Final = tuple(name for name in NAMES if name.startswith("pages_of_"))


def changed_facts(before: Particulars, after: Particulars) -> tuple[str, ...]:
    """Return the names of the facts that differ."""
    return tuple(name for name in NAMES if getattr(before, name) != getattr(after, name))


def is_known(of: Particulars, name: str) -> bool:
    """Whether a fact says anything."""
    return bool(getattr(of, name) != getattr(NOTHING_STATED, name))


def _faults(of: Particulars) -> Iterator[tuple[str, Fault]]:
    for name in PAGES:
        pages = getattr(of, name)
        if pages is not None and not 1 <= pages <= MOST_PAGES:
            yield name, Fault.NOT_PAGES
    if of.partner_population is not None and of.partner_population < 0:
        yield "partner_population", Fault.NEGATIVE
    yield from _faults_of_money(of)
    since, until = of.travel_since, of.travel_until
    if since is not None and until is not None and until < since:
        yield "travel_until", Fault.ENDS_BEFORE_IT_BEGINS
    yield from _faults_of_words(of)


def _faults_of_money(of: Particulars) -> Iterator[tuple[str, Fault]]:
    if of.amount is not None and not (of.amount.is_finite() and of.amount >= 0):
        yield "amount", Fault.NEGATIVE
    if of.amount is not None and _CURRENCY.fullmatch(of.currency) is None:
        yield "currency", Fault.NO_CURRENCY
    if of.is_free and of.amount:
        yield "is_free", Fault.COSTS_AND_FREE


def _faults_of_words(of: Particulars) -> Iterator[tuple[str, Fault]]:
    if any(_LANGUAGE.fullmatch(each) is None for each in of.languages):
        yield "languages", Fault.NOT_A_LANGUAGE
    if of.draft_language and _LANGUAGE.fullmatch(of.draft_language) is None:
        yield "draft_language", Fault.NOT_A_LANGUAGE
    if not set(of.fields) <= set(CooperationField):
        yield "fields", Fault.NOT_A_FIELD


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def _day(said: str | None) -> date | None:
    return None if said is None else date.fromisoformat(said)


def _amount(said: str | None) -> Decimal | None:
    return None if said is None else Decimal(said)


def _words(said: Sequence[str]) -> tuple[str, ...]:
    return tuple(said)


def _same(said: Any) -> Any:
    return said


_READERS: Final[Mapping[str, Callable[[Any], Any]]] = MappingProxyType(
    {
        **dict.fromkeys(("planned_on", "travel_since", "travel_until"), _day),
        **dict.fromkeys(("fields", "languages", "travellers"), _words),
        "amount": _amount,
    }
)

NOTHING_STATED: Final = Particulars()
