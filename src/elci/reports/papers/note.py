"""The information note (bilgi notu) that goes with a file."""

from dataclasses import dataclass
from datetime import date

from elci.reports.document import (
    Block,
    Document,
    Line,
    Listing,
    Paragraph,
    Style,
    Table,
    fill,
    line,
    text_of,
)
from elci.reports.papers.facts import (
    Day,
    Ground,
    Sender,
    said,
)
from elci.reports.papers.form import foot_of, grounded, letterhead, paragraph, paragraphs, signed
from elci.reports.papers.matters import Matter
from elci.reports.papers.plans import NOTHING_PLANNED, Plan, delegation, plan_table


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerFacts:
    """What is known of the partner."""

    name: str | None = None
    country: str | None = None
    region: str | None = None
    population: int | None = None
    population_as_of: Day | None = None
    population_source: str | None = None
    local_authority: str | None = None
    """Its level and its organs, in a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastAct:
    """An act on record between the two sides."""

    what: str
    day: Day | None = None
    number: str | None = None
    organ: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """A step of the procedure as it stands."""

    name: str
    basis: str | None = None
    authority: str | None = None
    day: Day | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFacts:
    """What an information note is made of."""

    sender: Sender
    matter: Matter
    made_on: date
    as_of: date
    partner: PartnerFacts = PartnerFacts()
    record: tuple[PastAct, ...] = ()
    others: tuple[str, ...] = ()
    """Ties of other municipalities with the partner; shown only where they are given."""
    purpose: str | None = None
    benefit: str | None = None
    budget: str | None = None
    risks: str | None = None
    plan: Plan = NOTHING_PLANNED
    steps: tuple[StepRow, ...] = ()
    grounds: tuple[Ground, ...] = ()


def information_note(facts: NoteFacts) -> Document:
    """Return the note that tells a reader of the file what it is about."""
    sections = (
        ("Konu", (paragraph(_subject(facts), Style.PLAIN),)),
        ("Karşı taraf", (_partner(facts.partner),)),
        ("Aramızdaki ilişkinin kayıtları", _record(facts.record)),
        *((("Diğer belediyelerin ilişkileri", _others(facts.others)),) if facts.others else ()),
        ("Amaç", _text("purpose", facts.purpose)),
        ("Beklenen fayda", _text("benefit", facts.benefit)),
        *_planned(facts.plan),
        ("Mali dayanak", _text("budget", facts.budget)),
        ("Riskler", _text("risks", facts.risks)),
        ("Hukuki dayanak ve işlemler", _law(facts)),
    )
    blocks: list[Block] = []
    for number, (title, content) in enumerate(sections, start=1):
        blocks += [Paragraph(Style.HEADING, (line(f"{number}. {title}"),)), *content]
    return Document(
        title=f"Bilgi notu: {text_of(facts.matter.subject)}",
        author=facts.sender.authority or "",
        made_on=facts.made_on,
        blocks=(
            Paragraph(Style.LETTERHEAD, letterhead(facts.sender)),
            Paragraph(Style.TITLE, (line("BİLGİ NOTU"),)),
            *blocks,
            paragraph("Bilgilerinize sunulur.", Style.PLAIN_LEAD),
            Paragraph(Style.SIGNATURE, (line(said(facts.made_on) or ""), *_by(facts.sender))),
        ),
        foot=foot_of(facts.sender),
    )


def _planned(plan: Plan) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    table, people = plan_table(plan), delegation(plan, Style.PLAIN)
    planned = () if table is None else (("Öngörülen işlem", (table,)),)
    return (*planned, *((("Heyet", people),) if people else ()))


def _subject(facts: NoteFacts) -> Line:
    return fill(
        "{authority} tarafından öngörülen {matter} hakkında bilgi sunulmaktadır.",
        authority=facts.sender.authority, matter=facts.matter.line,
    )  # fmt: skip


def _by(sender: Sender) -> tuple[Line, ...]:
    return signed(sender.contact)


def _partner(partner: PartnerFacts) -> Table:
    rows = (
        ("Adı", fill("{partner}", partner=partner.name)),
        ("Ülkesi", fill("{country}", country=partner.country)),
        ("Bölgesi", fill("{region}", region=partner.region)),
        ("Nüfusu", _population(partner)),
        ("Yerel yönetimi", fill("{local_authority}", local_authority=partner.local_authority)),
    )
    return Table(
        title="Karşı taraf",
        head=("Bilgi", "Açıklama"),
        rows=tuple((line(label), value) for label, value in rows),
        widths=(4.5, 11.5),
    )


def _population(partner: PartnerFacts) -> Line:
    if partner.population is None:
        return fill("{population}", population=None)
    number = f"{partner.population:,}".replace(",", ".")
    known = (said(partner.population_as_of), partner.population_source)
    given = ", ".join(each for each in known if each is not None)
    return line(f"{number} ({given})" if given != "" else number)


def _record(record: tuple[PastAct, ...]) -> tuple[Block, ...]:
    if record == ():
        return (paragraph("Kayıtlarımızda önceki bir işlem bulunmamaktadır.", Style.PLAIN),)
    rows = tuple(_past(act) for act in record)
    return (
        Table(
            title="Kayıtlı işlemler", head=("Gün", "İşlem", "Makam", "Sayı"), rows=rows,
            widths=(3.0, 6.0, 4.5, 2.5),
        ),
    )  # fmt: skip


def _past(act: PastAct) -> tuple[Line, ...]:
    return (
        line(said(act.day) or "bilinmiyor"),
        line(act.what),
        line(act.organ or "–"),
        line(act.number or "–"),
    )


def _others(others: tuple[str, ...]) -> tuple[Block, ...]:
    return (Listing(tuple(line(each) for each in others), numbered=False),)


def _text(name: str, text: str | None) -> tuple[Block, ...]:
    if text is None or text.strip() == "":
        return (paragraph(fill(f"{{{name}}}", **{name: None}), Style.PLAIN),)
    return paragraphs(text, Style.PLAIN)


def _law(facts: NoteFacts) -> tuple[Block, ...]:
    grounds = grounded(facts.grounds, as_of=facts.as_of, style=Style.PLAIN)
    if facts.steps == ():
        return grounds
    table = Table(
        title="Yapılacak ve yapılan işlemler",
        head=("İşlem", "Dayanak", "Makam", "Gün", "Durum"),
        rows=tuple(_step(step) for step in facts.steps),
        widths=(4.0, 3.4, 3.8, 2.3, 2.5),
    )
    return (*grounds, table)


def _step(step: StepRow) -> tuple[Line, ...]:
    return (
        line(step.name),
        line(step.basis or "–"),
        fill("{step_authority}", step_authority=step.authority),
        line(said(step.day) or "–"),
        fill("{step_status}", step_status=step.status),
    )
