"""Asking for a permit, and telling the civil administrator of a decision."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from elci.reports.document import Block, Document, Line, fill, line
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
from elci.reports.papers.form import OfficialLetter, grounded, paragraph
from elci.reports.papers.matters import Matter
from elci.reports.papers.offices import Recipient, genitive, to_office


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision of an organ."""

    organ: str = "Belediye Meclisi"
    day: Day | None = None
    number: str | None = None
    final_on: Day | None = None
    pages: int | None = None

    @property
    def line(self) -> Line:
        """The decision with its day and number."""
        return fill(
            "{organ} {decision_day} tarihli ve {decision_number} sayılı kararı",
            organ=genitive(self.organ), decision_day=said(self.day), decision_number=self.number,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitRequestFacts:
    """What a request for a permit is made of."""

    sender: Sender
    matter: Matter
    made_on: date
    as_of: date
    to: Recipient
    """The governor or the district governor through whom the file goes."""
    decision: Decision = Decision()
    sent_on: Day | None = None
    """When the decision was sent to the civil administrator."""
    permit_authority: str | None = None
    authority_note: str = ""
    """Why it is not sure which authority decides; empty where it is."""
    grounds: tuple[Ground, ...] = ()
    partner_language: str | None = None
    """The language of the partner's text of the draft."""
    wants_administrators_letter: bool = False
    draft_pages: int | None = None
    """Of the text in Turkish."""
    foreign_draft_pages: int | None = None
    letter_pages: int | None = None
    note_pages: int | None = None
    numbering: Numbering = UNNUMBERED
    references: tuple[Reference, ...] = ()


def permit_request(facts: PermitRequestFacts) -> Document:
    """Return the letter that asks for a permit, sent through the civil administrator."""
    return OfficialLetter(
        sender=facts.sender,
        subject=fill("{matter} için izin talebi", matter=facts.matter.subject),
        recipients=(facts.to,),
        body=_request(facts),
        made_on=facts.made_on,
        numbering=facts.numbering,
        references=facts.references,
        annexes=permit_annexes(facts),
    ).document


def permit_annexes(facts: PermitRequestFacts) -> tuple[Annex, ...]:
    """Return the papers of the file, in the order in which they go with the letter."""
    pages = {True: facts.draft_pages, False: facts.foreign_draft_pages}
    letter = Annex(name="Mülki idare amirinin yazısı", pages=facts.letter_pages)
    return (
        Annex(name=f"{facts.decision.organ} kararı", pages=facts.decision.pages),
        *(
            Annex(name=draft.name, pages=pages[draft.is_turkish])
            for draft in facts.matter.drafts(facts.partner_language)
        ),
        *((letter,) if facts.wants_administrators_letter else ()),
        Annex(name="Bilgi notu", pages=facts.note_pages),
    )


def _request(facts: PermitRequestFacts) -> tuple[Block, ...]:
    decided = fill(
        "İdaremizce {matter} öngörülmekte olup bu husus {decision} ile uygun görülmüştür.",
        matter=facts.matter.line, decision=facts.decision.line,
    )  # fmt: skip
    sent = fill(
        "Karar {final_day} tarihinde kesinleşmiş, {sent_day} tarihinde mülki idare amirine "
        "gönderilmiştir.",
        final_day=said(facts.decision.final_on), sent_day=said(facts.sent_on),
    )  # fmt: skip
    authority = facts.permit_authority
    asked = fill(
        "{to_authority} iletilmek üzere hazırlanan dosya ekte sunulmuş olup {matter} için "
        "{of_authority} izninin alınması gerekmektedir.",
        to_authority=_bent(authority, "dative"), of_authority=_bent(authority, "genitive"),
        matter=facts.matter.subject,
    )  # fmt: skip
    noted = (paragraph(facts.authority_note),) if facts.authority_note != "" else ()
    return (
        paragraph(decided),
        paragraph(sent),
        *grounded(facts.grounds, as_of=facts.as_of),
        *noted,
        paragraph(asked),
    )


def _bent(authority: str | None, case: Literal["dative", "genitive"]) -> Line:
    if authority is None:
        return fill("{permit_authority}", permit_authority=None)
    return line(to_office(authority) if case == "dative" else genitive(authority))


@dataclass(frozen=True, slots=True, kw_only=True)
class TransmissionFacts:
    """What the letter with a decision to the civil administrator is made of."""

    sender: Sender
    matter: Matter
    made_on: date
    as_of: date
    to: Recipient
    decision: Decision
    days: int | None = None
    """Within how many days a decision is to be sent."""
    from_finality: bool = True
    """Whether the days are counted from its finality, and not from the day it was taken."""
    last_day: date | None = None
    grounds: tuple[Ground, ...] = ()
    numbering: Numbering = UNNUMBERED


_FROM_FINALITY = (
    "Karar {final_day} tarihinde kesinleşmiştir. Kararın kesinleşme tarihinden itibaren en geç "
    "{days} gün içinde mülki idare amirine gönderilmesi gerekmekte olup bu sürenin son günü "
    "{last_day} tarihidir."
)
_FROM_DECISION = (
    "Kararın alındığı tarihten itibaren en geç {days} gün içinde mülki idare amirine gönderilmesi "
    "gerekmekte olup bu sürenin son günü {last_day} tarihidir."
)


def transmission_letter(facts: TransmissionFacts) -> Document:
    """Return the letter that sends a decision to the highest civil administrator of the place."""
    return OfficialLetter(
        sender=facts.sender,
        subject=fill("{organ} kararının gönderilmesi", organ=facts.decision.organ),
        recipients=(facts.to,),
        body=_transmission(facts),
        made_on=facts.made_on,
        numbering=facts.numbering,
        annexes=(Annex(name=f"{facts.decision.organ} kararı", pages=facts.decision.pages),),
    ).document


def _transmission(facts: TransmissionFacts) -> tuple[Block, ...]:
    sent = fill(
        "{matter} hakkındaki {decision} ekte gönderilmektedir.",
        matter=facts.matter.line, decision=facts.decision.line,
    )  # fmt: skip
    due = fill(
        _FROM_FINALITY if facts.from_finality else _FROM_DECISION,
        final_day=said(facts.decision.final_on),
        last_day=said(facts.last_day),
        days=None if facts.days is None else str(facts.days),
    )
    return (paragraph(sent), paragraph(due), *grounded(facts.grounds, as_of=facts.as_of))
