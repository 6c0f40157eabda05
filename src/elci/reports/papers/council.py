"""What the council is asked to decide."""

from dataclasses import dataclass
from datetime import date

from elci.domain.turkish import turkish_suffix
from elci.reports.document import Block, Document, Line, Style, fill, line
from elci.reports.papers.facts import (
    NOBODY,
    UNNUMBERED,
    Annex,
    Ground,
    Numbering,
    Person,
    Reference,
    Sender,
)
from elci.reports.papers.form import OfficialLetter, grounded, paragraph, paragraphs
from elci.reports.papers.matters import Matter
from elci.reports.papers.offices import Ask, OfficeKind, Recipient, genitive
from elci.reports.papers.plans import NOTHING_PLANNED, Plan, delegation, plan_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilFacts:
    """What a memorandum to the council is made of."""

    sender: Sender
    matter: Matter
    made_on: date
    as_of: date
    """The day on which the law is cited."""
    council: str = "Belediye Meclisi"
    grounds: tuple[Ground, ...] = ()
    asks_permit: bool = True
    """Whether the law asks for a permit before the signature."""
    permit_authority: str | None = None
    purpose: str | None = None
    benefit: str | None = None
    budget: str | None = None
    head: Person = NOBODY
    """Who approves for the authority (olur)."""
    head_title: str | None = None
    """The title of who is authorised to sign what was agreed on."""
    proposal: str | None = None
    """The decision proposed, where the authority words it itself."""
    plan: Plan = NOTHING_PLANNED
    draft_pages: int | None = None
    note_pages: int | None = None
    numbering: Numbering = UNNUMBERED
    references: tuple[Reference, ...] = ()


def council_memorandum(facts: CouncilFacts) -> Document:
    """Return the letter that puts a matter before the council."""
    council = Recipient(name=f"{facts.council} Başkanlığı", kind=OfficeKind.COUNCIL)
    return _letter(facts, council, asked=_ASKED, ask=Ask.ACTION).document


def council_referral(facts: CouncilFacts, *, unit_head: Person) -> Document:
    """Return the unit's letter that asks for approval (olur) to put a matter before the council.

    The head of the unit signs; the head of the authority writes the approval.
    """
    asking = Sender(
        authority=facts.sender.authority, unit=facts.sender.unit, kind=OfficeKind.UNIT,
        detsis=facts.sender.detsis, address=facts.sender.address, kep=facts.sender.kep,
        telephone=facts.sender.telephone, email=facts.sender.email, website=facts.sender.website,
        contact=facts.sender.contact, signatory=unit_head,
    )  # fmt: skip
    to = Recipient(name="Başkanlık Makamı", kind=OfficeKind.LOCAL_AUTHORITY)
    return _letter(
        facts, to, sender=asking, asked=_REFERRED, ask=Ask.APPROVAL,
        approved_by=facts.head,
    ).document  # fmt: skip


_ASKED = "Aşağıdaki hususun {council} tarafından görüşülerek karara bağlanması gerekmektedir:"
_REFERRED = "Aşağıdaki hususun görüşülmek üzere {council} gündemine alınması gerekmektedir:"


def _letter(
    facts: CouncilFacts,
    to: Recipient,
    *,
    asked: str,
    ask: Ask,
    sender: Sender | None = None,
    approved_by: Person | None = None,
) -> OfficialLetter:
    return OfficialLetter(
        sender=facts.sender if sender is None else sender,
        subject=facts.matter.subject,
        recipients=(to,),
        body=_body(facts, asked),
        made_on=facts.made_on,
        ask=ask,
        numbering=facts.numbering,
        references=facts.references,
        annexes=(
            *(
                Annex(name=draft.name, pages=facts.draft_pages)
                for draft in facts.matter.drafts()
                if draft.is_turkish
            ),
            Annex(name="Bilgi notu", pages=facts.note_pages),
        ),
        approved_by=approved_by,
    )


_DRAFTED = "İdaremizce {matter} öngörülmekte olup hazırlanan {instrument} taslağı ekte sunulmuştur."
_PLANNED = "İdaremizce {matter} öngörülmektedir."


def _body(facts: CouncilFacts, asked: str) -> tuple[Block, ...]:
    planned = fill(
        _PLANNED if facts.matter.instrument is None else _DRAFTED,
        matter=facts.matter.line,
        instrument=facts.matter.instrument,
    )
    return (
        paragraph(planned),
        paragraph(fill("Çalışmanın amacı: {purpose}", purpose=facts.purpose)),
        paragraph(fill("Beklenen fayda: {benefit}", benefit=facts.benefit)),
        *plan_lines(facts.plan),
        *delegation(facts.plan),
        paragraph(fill("Mali dayanak: {budget}", budget=facts.budget)),
        *grounded(facts.grounds, as_of=facts.as_of),
        paragraph(asked.format(council=facts.council), Style.LEAD),
        *_proposal(facts),
    )


def _proposal(facts: CouncilFacts) -> tuple[Block, ...]:
    if facts.proposal is not None:
        return paragraphs(facts.proposal, Style.QUOTED)
    if facts.matter.instrument is None:
        return (paragraph((*facts.matter.line, *line(".")), Style.QUOTED),)
    title = facts.head_title
    mayor = (
        None if title is None else turkish_suffix(title, "genitive", proper=False, possessed=True)
    )
    proposed = fill(
        "{matter} ve {instrument} metninin {after_permit}imzalanması için {signatory_title} "
        "yetkili kılınması.",
        matter=facts.matter.line, instrument=facts.matter.instrument,
        after_permit=_after_permit(facts), signatory_title=mayor,
    )  # fmt: skip
    return (paragraph(proposed, Style.QUOTED),)


def _after_permit(facts: CouncilFacts) -> Line:
    if not facts.asks_permit:
        return ()
    if facts.permit_authority is None:
        return fill("{permit_authority} izni alındıktan sonra ", permit_authority=None)
    return line(f"{genitive(facts.permit_authority)} izni alındıktan sonra ")
