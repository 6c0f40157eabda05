"""What is planned with the partner: the text, its languages, day and place, the delegation."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from elci.reports.document import Block, Line, Listing, Style, Table, fill, line
from elci.reports.papers.facts import said
from elci.reports.papers.form import paragraph

_CURRENCIES: Final = MappingProxyType(
    {"TRY": "TL", "EUR": "avro", "USD": "ABD doları", "GBP": "İngiliz sterlini"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is planned, as far as it is known."""

    is_text: bool = False
    """Whether a text is to be signed."""
    is_journey: bool = False
    subject: str | None = None
    fields: tuple[str, ...] = ()
    duration: str | None = None
    languages: tuple[str, ...] = ()
    """By their Turkish names."""
    place: str | None = None
    day: date | None = None
    travellers: tuple[str, ...] = ()
    travel_since: date | None = None
    travel_until: date | None = None

    @property
    def rows(self) -> tuple[tuple[str, Line], ...]:
        """What is planned by name; what a text must say and nobody said yet is left blank."""
        known = (
            ("Konusu", "subject", self.subject, False),
            ("İş birliği alanları", "fields", ", ".join(self.fields) or None, self.is_text),
            ("Süresi", "duration", self.duration, self.is_text),
            ("Metnin dilleri", "languages", ", ".join(self.languages) or None, self.is_text),
        )
        told = tuple(
            (label, fill(f"{{{name}}}", **{name: value}))
            for label, name, value, is_needed in known
            if value is not None or is_needed
        )
        return (*told, *self._when_and_where)

    @property
    def _when_and_where(self) -> tuple[tuple[str, Line], ...]:
        if self.place is None and not self.is_text and not self.is_journey:
            return () if self.day is None else (("Öngörülen tarih", line(said(self.day) or "")),)
        both = fill("{place}, {planned_day}", place=self.place, planned_day=said(self.day))
        return (("Öngörülen yer ve tarih", both),)


NOTHING_PLANNED: Final = Plan()


def plan_table(plan: Plan) -> Table | None:
    """Return what is planned as a table; nothing where there is nothing to say."""
    if plan.rows == ():
        return None
    return Table(
        title="Öngörülen işlem",
        head=("Bilgi", "Açıklama"),
        rows=tuple((line(label), value) for label, value in plan.rows),
        widths=(4.5, 11.5),
    )


def plan_lines(plan: Plan) -> tuple[Block, ...]:
    """Return what is planned as paragraphs of a letter."""
    return tuple(paragraph((*line(f"{label}: "), *value)) for label, value in plan.rows)


def delegation(plan: Plan, style: Style = Style.BODY) -> tuple[Block, ...]:
    """Return who travels from when to when; nothing where nobody does."""
    if plan.travellers == () and not plan.is_journey:
        return ()
    lead = Style.LEAD if style is Style.BODY else Style.PLAIN_LEAD
    days = fill(
        "Heyet, {travel_since} – {travel_until} tarihleri arasında görevlendirilecek olup "
        "aşağıdaki kişilerden oluşmaktadır:",
        travel_since=said(plan.travel_since), travel_until=said(plan.travel_until),
    )  # fmt: skip
    people = tuple(line(each) for each in plan.travellers)
    return (paragraph(days, lead), Listing(people or (fill("{travellers}", travellers=None),)))


def money(amount: Decimal, currency: str) -> str:
    """Return an amount as Turkish letters write it.

    >>> money(Decimal("400000"), "TRY"), money(Decimal("1250.5"), "EUR")
    ('400.000 TL', '1.250,50 avro')
    """
    whole, _point, cents = f"{amount:,.2f}".partition(".")
    figures = whole.replace(",", ".") + ("" if cents == "00" else f",{cents}")
    return f"{figures} {_CURRENCIES.get(currency, currency)}"
