"""The facts of a case in words: what is known, since when, and who or what says so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from elci.agreements.choices import FieldChoice
from elci.consent.choices import ParticularChoice
from elci.domain.casework.events import Stated
from elci.domain.casework.particulars import NAMES, is_known
from elci.domain.casework.state import CaseState
from elci.domain.languages import language_name
from elci.foundation.templatetags.elci import counted, reader_language, said


@dataclass(frozen=True, slots=True)
class ToldFact:
    """A fact of a case as its page shows it."""

    label: str
    words: str
    stated: Stated


def told_facts(state: CaseState) -> list[ToldFact]:
    """Return the facts of a case that are known, in the order in which people read them."""
    return [
        ToldFact(label_of(name), said_fact(name, stated.said[name]), stated)
        for name in NAMES
        if (stated := state.stated.get(name)) is not None and is_known(state.particulars, name)
    ]


def stated_lines(event: Stated) -> list[str]:
    """Return what a statement says, as *name: text*; what it takes back is said to be unknown."""
    return [
        f"{label_of(name)}: {said_fact(name, event.said[name]) or _('not known')}"
        for name in NAMES
        if name in event.said
    ]


def label_of(name: str) -> str:
    """Return what a fact is called."""
    return str(ParticularChoice(name).label)


def said_fact(name: str, value: Any) -> str:
    """Return what a statement holds of a fact, in words; empty where it is not known."""
    if value is None or value in ("", []):
        return ""
    return _WORDS.get(name, str)(value)


def _yes_or_no(value: bool) -> str:  # noqa: FBT001 -- it is the value that is said
    return _("yes") if value else _("no")


def _day(value: str) -> str:
    return said(date.fromisoformat(value))


def _language(value: str) -> str:
    return language_name(value, reader_language())


def _lines(value: list[str]) -> str:
    return "\n".join(value)


def _amount(value: str) -> str:
    whole, _sign, cents = value.partition(".")
    sign = "," if reader_language() == "tr" else "."
    return counted(int(whole)) + (f"{sign}{cents:0<2}" if cents else "")


_WORDS: Final[Mapping[str, Callable[[Any], str]]] = {
    "is_free": _yes_or_no,
    "has_letter": _yes_or_no,
    "planned_on": _day,
    "travel_since": _day,
    "travel_until": _day,
    "fields": lambda keys: ", ".join(str(FieldChoice(key).label) for key in keys),
    "languages": lambda codes: ", ".join(map(_language, codes)),
    "draft_language": _language,
    "travellers": _lines,
    "amount": _amount,
    "partner_population": counted,
}
