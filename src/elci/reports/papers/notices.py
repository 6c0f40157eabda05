"""Telling others: of a change of law that touches a tie, and of a tie that has ended."""

from dataclasses import dataclass
from datetime import date

from elci.reports.document import Block, Document, Line, Listing, Style, fill, line
from elci.reports.papers.facts import (
    UNNUMBERED,
    Annex,
    Day,
    Ground,
    Numbering,
    Reference,
    Sender,
    said,
)
from elci.reports.papers.form import OfficialLetter, grounded, paragraph, paragraphs
from elci.reports.papers.offices import Ask, OfficeKind, Recipient
from elci.reports.papers.permits import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNoticeFacts:
    """What a notice of a change of law is made of."""

    sender: Sender
    to: Recipient
    tie: str
    """The tie by its name: "İstanbul – Tiflis kardeş şehir ilişkisi"."""
    change: str | None
    """The rule that changes, with its citation."""
    made_on: date
    in_force_from: Day | None = None
    is_draft: bool = False
    effect: str | None = None
    """Why and how it touches the tie."""
    to_do: tuple[str, ...] = ()
    by_when: Day | None = None
    grounds: tuple[Ground, ...] = ()
    numbering: Numbering = UNNUMBERED


def change_notice(facts: ChangeNoticeFacts) -> Document:
    """Return the letter that tells a partner or a unit of a change of law."""
    return OfficialLetter(
        sender=facts.sender,
        subject=line("Mevzuat değişikliği"),
        recipients=(facts.to,),
        body=(*_change(facts), *_to_do(facts)),
        made_on=facts.made_on,
        ask=Ask.ACTION if facts.to_do else Ask.INFORMATION,
        numbering=facts.numbering,
    ).document


def _change(facts: ChangeNoticeFacts) -> tuple[Block, ...]:
    in_force = "{change}, {in_force_day} tarihinden itibaren geçerlidir ve {tie} konusunu etkiler."
    draft = "{change} henüz taslaktır; kabul edilmesi hâlinde {tie} konusunu etkileyecektir."
    told = fill(
        draft if facts.is_draft else in_force,
        change=facts.change, tie=facts.tie, in_force_day=said(facts.in_force_from),
    )  # fmt: skip
    effect = fill("Değişikliğin etkisi: {effect}", effect=facts.effect)
    cited = grounded(facts.grounds, as_of=facts.made_on) if facts.grounds else ()
    return (paragraph(told), paragraph(effect), *cited)


def _to_do(facts: ChangeNoticeFacts) -> tuple[Block, ...]:
    if facts.to_do == ():
        return ()
    due = fill(
        "Aşağıdaki işlemlerin en geç {by_when} tarihine kadar yapılması gerekmektedir:",
        by_when=said(facts.by_when),
    )
    return (paragraph(due, Style.LEAD), Listing(tuple(line(each) for each in facts.to_do)))


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingNoticeFacts:
    """What the notice that a tie has ended is made of."""

    sender: Sender
    tie: str
    made_on: date
    decision: Decision
    permit_authority: str | None = None
    """The ministry that once permitted the tie; ``None`` where it is not known."""
    signed_on: Day | None = None
    permit_day: Day | None = None
    permit_number: str | None = None
    notice_clause: str | None = None
    """What the agreement itself says of notice."""
    reasons: str | None = None
    informed: tuple[Recipient, ...] = (
        Recipient(name="Dışişleri Bakanlığı", kind=OfficeKind.MINISTRY),
    )
    numbering: Numbering = UNNUMBERED
    references: tuple[Reference, ...] = ()


def ending_notice(facts: EndingNoticeFacts) -> Document:
    """Return the letter that tells the permitting ministry and the Foreign Ministry of an end."""
    to = Recipient(name=facts.permit_authority, kind=OfficeKind.MINISTRY)
    return OfficialLetter(
        sender=facts.sender,
        subject=fill("İlişkinin sona erdirilmesi ({tie})", tie=facts.tie),
        recipients=(to,),
        informed=facts.informed,
        body=_ending(facts),
        made_on=facts.made_on,
        ask=Ask.INFORMATION,
        numbering=facts.numbering,
        references=facts.references,
        annexes=(Annex(name=f"{facts.decision.organ} kararı", pages=facts.decision.pages),),
    ).document


def _ending(facts: EndingNoticeFacts) -> tuple[Block, ...]:
    began = fill(
        "{signed_day} tarihinde imzalanan ve {permit_day} tarihli ve {permit_number} sayılı "
        "yazıyla izin verilen {tie} sona erdirilmiştir.",
        signed_day=said(facts.signed_on), permit_day=said(facts.permit_day),
        permit_number=facts.permit_number, tie=facts.tie,
    )  # fmt: skip
    decided = fill("Bu hususta alınan karar: {decision}.", decision=facts.decision.line)
    reasons = () if facts.reasons is None else paragraphs(f"Gerekçe: {facts.reasons}")
    clause: Line = fill("Fesih bildirimine ilişkin hüküm: {clause}", clause=facts.notice_clause)
    return (paragraph(began), paragraph(decided), *reasons, paragraph(clause))
