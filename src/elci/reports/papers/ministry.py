"""What the authority that decides writes: it asks, permits, or refuses with reasons."""

from dataclasses import dataclass
from datetime import date

from elci.reports.document import Block, Document, Line, Listing, Style, fill, line
from elci.reports.papers.facts import (
    UNNUMBERED,
    Day,
    Ground,
    Numbering,
    Reference,
    Sender,
    said,
)
from elci.reports.papers.form import OfficialLetter, grounded, paragraph
from elci.reports.papers.matters import Matter
from elci.reports.papers.offices import Recipient


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationFacts:
    """What every letter on an application is made of."""

    sender: Sender
    to: Recipient
    """The governor through whom it came, or the authority that applied."""
    matter: Matter
    made_on: date
    as_of: date
    applicant: str | None = None
    informed: tuple[Recipient, ...] = ()
    grounds: tuple[Ground, ...] = ()
    numbering: Numbering = UNNUMBERED
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPaper:
    """A paper that the file lacks."""

    name: str
    why: str | None = None


def missing_papers_letter(
    facts: ApplicationFacts, papers: tuple[MissingPaper, ...], *, by_when: Day | None = None
) -> Document:
    """Return the letter that asks for what the file lacks."""
    asked = fill(
        "{application} incelenmiş olup dosyada aşağıdaki belgelerin bulunmadığı görülmüştür:",
        application=_application(facts),
    )
    listed = tuple(_paper(each) for each in papers) or (fill("{papers}", papers=None),)
    due = fill(
        "Eksik belgelerin {by_when} tarihine kadar gönderilmesi gerekmektedir.",
        by_when=said(by_when),
    )
    body = (paragraph(asked, Style.LEAD), Listing(listed), paragraph(due))
    return _letter(facts, "Eksik belgeler", body)


def _paper(paper: MissingPaper) -> Line:
    return line(paper.name if paper.why is None else f"{paper.name}: {paper.why}")


def opinion_request(facts: ApplicationFacts, *, question: str | None = None) -> Document:
    """Return the letter that asks another body for its opinion."""
    asked = fill(
        "{application} incelenmektedir. Konu hakkındaki görüşünüze ihtiyaç duyulmaktadır.",
        application=_application(facts),
    )
    wanted = fill("Görüş istenen husus: {question}", question=question)
    return _letter(facts, "Görüş talebi", (paragraph(asked), paragraph(wanted)))


def permit_letter(facts: ApplicationFacts, *, conditions: tuple[str, ...] = ()) -> Document:
    """Return the letter that grants a permit."""
    granted = fill("{application} uygun görülmüş ve izin verilmiştir.",
                   application=_application(facts))  # fmt: skip
    bound: tuple[Block, ...] = ()
    if conditions != ():
        intro = paragraph("İzin aşağıdaki şartlara bağlıdır:", Style.LEAD)
        bound = (intro, Listing(tuple(line(each) for each in conditions)))
    body = (paragraph(granted), *grounded(facts.grounds, as_of=facts.as_of), *bound)
    return _letter(facts, "İzin verilmesi", body)


def refusal_letter(facts: ApplicationFacts, *, reasons: tuple[str, ...]) -> Document:
    """Return the letter that refuses a permit and says why."""
    refused = fill("{application} aşağıdaki gerekçelerle uygun görülmemiştir:",
                   application=_application(facts))  # fmt: skip
    listed = tuple(line(each) for each in reasons) or (fill("{reasons}", reasons=None),)
    body = (
        paragraph(refused, Style.LEAD),
        Listing(listed),
        *grounded(facts.grounds, as_of=facts.as_of),
    )
    return _letter(facts, "Talebin uygun görülmemesi", body)


def _application(facts: ApplicationFacts) -> Line:
    return fill(
        "{applicant} tarafından yapılan, {matter} için izin verilmesine ilişkin başvuru",
        applicant=facts.applicant, matter=facts.matter.line,
    )  # fmt: skip


def _letter(facts: ApplicationFacts, about: str, body: tuple[Block, ...]) -> Document:
    return OfficialLetter(
        sender=facts.sender,
        subject=fill("{about} ({matter})", matter=facts.matter.subject, about=about),
        recipients=(facts.to,),
        informed=facts.informed,
        body=body,
        made_on=facts.made_on,
        numbering=facts.numbering,
        references=facts.references,
    ).document
