"""How an authority stands at the head and at the foot of its letters, and who signs them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, Self


class Signs(StrEnum):
    """Which papers somebody signs."""

    AUTHORITY = "authority"
    """Letters of the authority, by its head or on the head's behalf."""
    UNIT = "unit"
    """Papers with which the unit asks the head for an approval."""


class Fault(StrEnum):
    """Why a value cannot stand on a letter."""

    NOT_DETSIS = "not_detsis"
    NOT_FILE_CODE = "not_file_code"
    NOT_EMAIL = "not_email"
    NOT_KEP = "not_kep"
    NOT_WEBSITE = "not_website"
    NOT_ADMINISTRATOR = "not_administrator"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    NAMELESS = "nameless"


class LetterheadError(ValueError):
    """A letterhead that cannot be; ``faults`` says which of its parts, and why."""

    def __init__(self, faults: Mapping[str, Fault]) -> None:
        super().__init__(", ".join(f"{name}: {fault}" for name, fault in faults.items()))
        self.faults = dict(faults)


_ADDRESS: Final = r"[^@\s]+@[^@\s]+\.[^@\s.]+"
_PATTERNS: Final = MappingProxyType(
    {
        "detsis": (re.compile(r"[0-9]{8}"), Fault.NOT_DETSIS),
        "file_code": (
            re.compile(r"[0-9]{2,3}(\.[0-9]{2}){0,3}(\[[^\[\]]{1,40}\])?"),
            Fault.NOT_FILE_CODE,
        ),
        "email": (re.compile(_ADDRESS), Fault.NOT_EMAIL),
        "kep": (re.compile(r"[^@\s]+@([a-z0-9-]+\.)*kep\.tr", re.IGNORECASE), Fault.NOT_KEP),
        "website": (
            re.compile(r"(https?://)?([\w-]+\.)+\w{2,}(/\S*)?", re.IGNORECASE),
            Fault.NOT_WEBSITE,
        ),
        "administrator": (re.compile(r"\S.*\s(Valiliği|Kaymakamlığı)"), Fault.NOT_ADMINISTRATOR),
    }
)


def faults_in(values: Mapping[str, Any]) -> dict[str, Fault]:
    """Return which of these texts cannot stand on a letter; empty ones are not known and may.

    >>> faults_in({"detsis": "1234", "email": "", "kep": "ornek@hs01.kep.tr"})
    {'detsis': <Fault.NOT_DETSIS: 'not_detsis'>}
    """
    return {
        name: fault
        for name, (pattern, fault) in _PATTERNS.items()
        if values.get(name) and pattern.fullmatch(values[name]) is None
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Somebody who signs, in office from one day to another; an open end is not known."""

    name: str
    title: str = ""
    signs: Signs = Signs.AUTHORITY
    on_behalf: str = ""
    """In whose name it is signed, as in "Başkan a."."""
    since: date | None = None
    until: date | None = None
    """The last day."""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise LetterheadError({"name": Fault.NAMELESS})
        if self.since is not None and self.until is not None and self.until < self.since:
            raise LetterheadError({"until": Fault.ENDS_BEFORE_IT_BEGINS})

    def is_in_office_on(self, day: date) -> bool:
        """Whether nothing says that it was before the first day or after the last."""
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """What stands on the letters of an authority; an empty text is not known."""

    authority: str = ""
    """The name under which it writes, where it is another than its name in the register."""
    unit: str = ""
    detsis: str = ""
    """Number of the unit in the state's directory of organisations."""
    file_code: str = ""
    """Code of the standard file plan under which these letters are filed."""
    address: str = ""
    telephone: str = ""
    email: str = ""
    kep: str = ""
    """Registered electronic mail address."""
    website: str = ""
    contact_name: str = ""
    contact_title: str = ""
    contact_telephone: str = ""
    administrator: str = ""
    """The highest civil administrator of the place: a governorship or a district's."""
    signatories: tuple[Signatory, ...] = ()

    def __post_init__(self) -> None:
        faults = faults_in({name: getattr(self, name) for name in TEXTS})
        if faults:
            raise LetterheadError(faults)

    def signatory(self, signs: Signs, day: date) -> Signatory | None:
        """Return the first of those who sign such papers that is in office on a day."""
        able = (each for each in self.signatories if each.signs is signs)
        return next((each for each in able if each.is_in_office_on(day)), None)

    def head(self, day: date) -> Signatory | None:
        """Return who signs letters of the authority in nobody's name on a day; else who signs."""
        heads = (each for each in self.signatories if each.signs is Signs.AUTHORITY)
        own = (each for each in heads if each.on_behalf == "" and each.is_in_office_on(day))
        return next(own, self.signatory(Signs.AUTHORITY, day))

    def written(self) -> dict[str, Any]:
        """Return it as values of JSON."""
        texts = {name: getattr(self, name) for name in TEXTS}
        return {**texts, "signatories": [_written(each) for each in self.signatories]}

    @classmethod
    def read(cls, facts: Mapping[str, Any]) -> Self:
        """Return what was written."""
        people = tuple(_signatory(each) for each in facts.get("signatories", ()))
        return cls(**{name: facts.get(name, "") for name in TEXTS}, signatories=people)


TEXTS: Final = tuple(each.name for each in fields(Letterhead) if each.name != "signatories")
"""The parts of a letterhead that are one text."""

UNKNOWN: Final = Letterhead()


def changed_parts(before: Letterhead, after: Letterhead) -> tuple[str, ...]:
    """Return the names of the parts that differ, in the order of the letterhead."""
    return tuple(_differing(before, after, (*TEXTS, "signatories")))


def _differing(before: Letterhead, after: Letterhead, names: Sequence[str]) -> Iterator[str]:
    yield from (name for name in names if getattr(before, name) != getattr(after, name))


def _written(signatory: Signatory) -> dict[str, Any]:
    said = {each.name: getattr(signatory, each.name) for each in fields(Signatory)}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in said.items()
    }


def _signatory(facts: Mapping[str, Any]) -> Signatory:
    return Signatory(
        **{
            **facts,
            "signs": Signs(facts["signs"]),
            "since": _day(facts["since"]),
            "until": _day(facts["until"]),
        }
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
