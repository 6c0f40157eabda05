"""Which papers a case can be had as, and each of them composed."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from elci.domain.law.words import ClockStart, LegalAct
from elci.reports.bodies import office_kind
from elci.reports.document import Document
from elci.reports.filling import OnRecord, Side
from elci.reports.papers.council import CouncilFacts, council_memorandum, council_referral
from elci.reports.papers.facts import Reference
from elci.reports.papers.ministry import (
    ApplicationFacts,
    MissingPaper,
    missing_papers_letter,
    opinion_request,
    permit_letter,
    refusal_letter,
)
from elci.reports.papers.note import NoteFacts, PartnerFacts, information_note
from elci.reports.papers.notices import EndingNoticeFacts, ending_notice
from elci.reports.papers.offices import OfficeKind, Recipient
from elci.reports.papers.permits import (
    PermitRequestFacts,
    TransmissionFacts,
    permit_request,
    transmission_letter,
)

_ENDINGS: Final = frozenset({LegalAct.TERMINATE_AGREEMENT, LegalAct.LEAVE_IO})


class PaperName(StrEnum):
    """The papers of a case, as addresses name them."""

    COUNCIL_MEMORANDUM = "council-memorandum"
    COUNCIL_REFERRAL = "council-referral"
    INFORMATION_NOTE = "information-note"
    TRANSMISSION_LETTER = "transmission-letter"
    PERMIT_REQUEST = "permit-request"
    ENDING_NOTICE = "ending-notice"
    MISSING_PAPERS = "missing-papers"
    OPINION_REQUEST = "opinion-request"
    PERMIT = "permit"
    REFUSAL = "refusal"


def papers_offered(on_record: OnRecord, side: Side) -> tuple[PaperName, ...]:
    """Return the papers that make sense for a case, in the order in which they are needed."""
    if side is Side.OFFICE:
        return (
            PaperName.MISSING_PAPERS,
            PaperName.OPINION_REQUEST,
            PaperName.PERMIT,
            PaperName.REFUSAL,
        )
    asked = {
        PaperName.COUNCIL_MEMORANDUM: on_record.decision_step is not None,
        PaperName.COUNCIL_REFERRAL: on_record.decision_step is not None,
        PaperName.INFORMATION_NOTE: True,
        PaperName.TRANSMISSION_LETTER: on_record.transmission_step is not None,
        PaperName.PERMIT_REQUEST: on_record.permit_step is not None,
        PaperName.ENDING_NOTICE: on_record.act in _ENDINGS,
    }
    return tuple(name for name, is_asked in asked.items() if is_asked)


def compose(name: PaperName, on_record: OnRecord) -> Document:
    """Return a paper, filled as far as the case, the law and the register say."""
    return _COMPOSERS[name](on_record)


def _council(of: OnRecord) -> CouncilFacts:
    step = of.decision_step
    return CouncilFacts(
        sender=of.sender,
        matter=of.matter,
        made_on=of.today,
        as_of=of.judged_on(step),
        council=of.council,
        grounds=of.grounds(step),
        numbering=of.numbering,
        asks_permit=of.permit_step is not None,
        permit_authority=of.permit_authority,
    )


def _note(of: OnRecord) -> Document:
    return information_note(
        NoteFacts(
            sender=of.sender,
            matter=of.matter,
            made_on=of.today,
            as_of=of.today,
            partner=of.partner or PartnerFacts(),
            record=of.record,
            steps=of.step_rows,
            grounds=of.grounds(None),
        )
    )


def _transmission(of: OnRecord) -> Document:
    step = of.transmission_step
    deadline = None if step is None or step.asked is None else step.asked.deadline
    clock = None if step is None else step.clock
    return transmission_letter(
        TransmissionFacts(
            sender=of.sender,
            matter=of.matter,
            made_on=of.today,
            as_of=of.judged_on(step),
            numbering=of.numbering,
            to=of.administrator,
            decision=of.decision,
            days=None if deadline is None else deadline.days,
            from_finality=deadline is None or deadline.starts_at is ClockStart.FINALITY,
            last_day=None if clock is None else clock.due,
            grounds=of.grounds(step),
        )
    )


def _permit_request(of: OnRecord) -> Document:
    step, sent = of.permit_step, of.transmission_step
    return permit_request(
        PermitRequestFacts(
            sender=of.sender,
            matter=of.matter,
            made_on=of.today,
            as_of=of.judged_on(step),
            numbering=of.numbering,
            to=of.administrator,
            decision=of.decision,
            sent_on=None if sent is None or sent.done is None else sent.done.on,
            permit_authority=of.permit_authority,
            authority_note=of.authority_note,
            grounds=of.grounds(step),
        )
    )


def _ending(of: OnRecord) -> Document:
    signed, permitted = of.signed, of.permitted
    partner = None if of.partner is None else of.partner.name
    return ending_notice(
        EndingNoticeFacts(
            sender=of.sender,
            tie=of.title if partner is None else f"{of.body_name} – {partner} ilişkisi",
            made_on=of.today,
            decision=of.decision,
            numbering=of.numbering,
            permit_authority=None if permitted is None else permitted.organ,
            signed_on=None if signed is None else signed.day,
            permit_day=None if permitted is None else permitted.day,
            permit_number=None if permitted is None else permitted.number,
        )
    )


def _application(of: OnRecord, to: Recipient | None = None) -> ApplicationFacts:
    step = of.permit_step
    sent = None if step is None else step.sent
    applicant = Recipient(name=of.authority, kind=OfficeKind.LOCAL_AUTHORITY)
    asked = Reference(
        what="yazısı",
        by=of.authority,
        day=None if sent is None else sent.on,
        number=None if sent is None else sent.number or None,
    )
    return ApplicationFacts(
        sender=of.office,
        to=to or of.administrator,
        matter=of.matter,
        made_on=of.today,
        as_of=of.judged_on(step),
        applicant=of.authority,
        informed=() if to is not None else (applicant,),
        grounds=of.grounds(step),
        numbering=of.office_numbering,
        references=(asked,),
    )


def _missing_papers(of: OnRecord) -> Document:
    names = {paper.key: paper.name.tr for step in of.state.steps for paper in step.step.papers}
    wanted = tuple(
        MissingPaper(name=names.get(each.paper, each.paper), why=each.reason or None)
        for each in of.state.papers_asked
    )
    return missing_papers_letter(_application(of), wanted)


def _opinion_request(of: OnRecord) -> Document:
    bodies = [each.body for each in of.state.opinions_asked]
    name = bodies[-1] if bodies else None
    kind = office_kind(name or "", OfficeKind.FOREIGN)
    return opinion_request(_application(of, Recipient(name=name, kind=kind)))


def _permit(of: OnRecord) -> Document:
    return permit_letter(_decided(of))


def _refusal(of: OnRecord) -> Document:
    refused = None if of.permit_step is None else of.permit_step.refused
    reasons = () if refused is None else tuple(refused.reasons.splitlines())
    return refusal_letter(_decided(of), reasons=tuple(each for each in reasons if each.strip()))


def _decided(of: OnRecord) -> ApplicationFacts:
    return replace(_application(of), numbering=of.decision_numbering)


_COMPOSERS: Final[MappingProxyType[PaperName, Callable[[OnRecord], Document]]] = MappingProxyType(
    {
        PaperName.COUNCIL_MEMORANDUM: lambda of: council_memorandum(_council(of)),
        PaperName.COUNCIL_REFERRAL: lambda of: council_referral(_council(of), head=of.unit_head),
        PaperName.INFORMATION_NOTE: _note,
        PaperName.TRANSMISSION_LETTER: _transmission,
        PaperName.PERMIT_REQUEST: _permit_request,
        PaperName.ENDING_NOTICE: _ending,
        PaperName.MISSING_PAPERS: _missing_papers,
        PaperName.OPINION_REQUEST: _opinion_request,
        PaperName.PERMIT: _permit,
        PaperName.REFUSAL: _refusal,
    }
)
