"""What all letters are made of: who writes and signs, numbers, references, annexes, grounds.

A value that is ``None`` is not known; it is printed as a blank to be filled in.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from elci.domain.dates import PartialDate, say_date
from elci.reports.document import Line, fill
from elci.reports.papers.offices import OfficeKind, genitive

Day = date | PartialDate


def said(day: Day | None) -> str | None:
    """Return a day as letters write it (25.11.2026), or as far as it is known.

    >>> said(date(2026, 11, 25)), said(PartialDate("2016-04-18")), said(PartialDate("1965"))
    ('25.11.2026', '18.04.2016', '1965')
    """
    if day is None:
        return None
    if isinstance(day, PartialDate):
        whole = day.earliest if day.earliest == day.latest else None
        return say_date(day, "tr") if whole is None else said(whole)
    return f"{day:%d.%m.%Y}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who signs or is to be asked."""

    name: str | None = None
    title: str | None = None
    telephone: str | None = None
    on_behalf: str | None = None
    """In whose name it is signed, as in "Belediye Başkanı a."."""


NOBODY: Final = Person()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """The authority that writes, as it stands at the head and at the foot of its letters."""

    authority: str | None
    """The name of the authority as it signs: "İstanbul Büyükşehir Belediye Başkanlığı"."""
    kind: OfficeKind = OfficeKind.LOCAL_AUTHORITY
    unit: str | None = None
    detsis: str | None = None
    """The number of the unit in the state's directory of organisations."""
    address: str | None = None
    telephone: str | None = None
    email: str | None = None
    website: str | None = None
    kep: str | None = None
    """The registered electronic mail address."""
    contact: Person = NOBODY
    signatory: Person = NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """What the registry of the authority gives a letter."""

    file_code: str | None = None
    """The code of the standard file plan."""
    number: str | None = None
    day: date | None = None


UNNUMBERED: Final = Numbering()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An earlier paper that a letter refers to (ilgi)."""

    what: str
    """What kind of paper it is: *yazı*, or *yazısı* where somebody is named who wrote it."""
    day: Day | None = None
    number: str | None = None
    by: str | None = None

    @property
    def line(self) -> Line:
        """The reference as it stands beside *İlgi*."""
        by = "" if self.by is None else f"{genitive(self.by)} "
        return fill(
            "{by}{reference_day} tarihli ve {reference_number} sayılı {what}",
            by=by, reference_day=said(self.day), reference_number=self.number, what=self.what,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """A paper that goes with a letter."""

    name: str
    pages: int | None = None

    @property
    def line(self) -> Line:
        """The annex with the number of its pages."""
        pages = None if self.pages is None else str(self.pages)
        return fill("{name} ({annex_pages} sayfa)", name=self.name, annex_pages=pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A provision on which something rests, in its wording on the day that counts."""

    label: str
    wording: str = ""
    note: str = ""
    """What must be said with it: that it is contested, or is to be looked up."""
