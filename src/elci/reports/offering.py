"""Which papers a case can be had as, and each of them composed."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from elci.domain.casework.events import Permitted
from elci.domain.law.words import ClockStart, LegalAct
from elci.reports.bodies import HEADS, office_kind
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
    step, known = of.decision_step, of.state.particulars
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
        purpose=known.purpose or None,
        benefit=known.benefit or None,
        budget=of.budget,
        plan=of.plan,
        head=of.head,
        head_title=HEADS.get(of.body) or of.head.title,
        proposal=known.proposal or None,
        draft_pages=known.pages_of_draft,
        note_pages=of.pages_of_note,
    )


def _note(of: OnRecord) -> Document:
    known = of.state.particulars
    return information_note(
        NoteFacts(
            sender=of.sender,
            matter=of.matter,
            made_on=of.today,
            as_of=of.today,
            partner=_partner(of),
            record=of.record,
            purpose=known.purpose or None,
            benefit=known.benefit or None,
            budget=of.budget,
            risks=of.risks,
            plan=of.plan,
            steps=of.step_rows,
            grounds=of.grounds(None),
        )
    )


def _partner(of: OnRecord) -> PartnerFacts:
    """Return the partner as the gazetteer has it, completed by what was said of it in the case."""
    known, partner = of.state.particulars, of.partner or PartnerFacts()
    is_counted = partner.population is not None
    return replace(
        partner,
        region=partner.region or known.partner_region or None,
        population=partner.population if is_counted else known.partner_population,
        local_authority=partner.local_authority or known.partner_authority or None,
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
    known = of.state.particulars
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
            partner_language=of.partner_language,
            wants_administrators_letter=known.has_letter,
            draft_pages=known.pages_of_draft,
            foreign_draft_pages=known.pages_of_foreign_draft,
            letter_pages=known.pages_of_letter,
            note_pages=of.pages_of_note,
            grounds=of.grounds(step),
        )
    )


def _ending(of: OnRecord) -> Document:
    signed, permitted, known = of.signed, of.permitted, of.state.particulars
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
            reasons=known.reasons or None,
            notice_clause=known.notice_clause or None,
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
    days = [each.by_when for each in of.state.papers_asked if each.by_when is not None]
    return missing_papers_letter(_application(of), wanted, by_when=max(days, default=None))


def _opinion_request(of: OnRecord) -> Document:
    asked = of.state.opinions_asked[-1] if of.state.opinions_asked else None
    name = None if asked is None else asked.body
    about = None if asked is None else asked.about or None
    kind = office_kind(name or "", OfficeKind.FOREIGN)
    return opinion_request(_application(of, Recipient(name=name, kind=kind)), question=about)


def _permit(of: OnRecord) -> Document:
    decided = of.decided
    conditions = decided.conditions if isinstance(decided, Permitted) else ()
    return permit_letter(_decided(of), conditions=conditions)


def _refusal(of: OnRecord) -> Document:
    refused = None if of.permit_step is None else of.permit_step.refused
    reasons = () if refused is None else tuple(refused.reasons.splitlines())
    return refusal_letter(_decided(of), reasons=tuple(each for each in reasons if each.strip()))


def _decided(of: OnRecord) -> ApplicationFacts:
    return replace(_application(of), numbering=of.decision_numbering)


_COMPOSERS: Final[MappingProxyType[PaperName, Callable[[OnRecord], Document]]] = MappingProxyType(
    {
        PaperName.COUNCIL_MEMORANDUM: lambda of: council_memorandum(_council(of)),
        PaperName.COUNCIL_REFERRAL: lambda of: council_referral(
            _council(of), unit_head=of.unit_head
        ),
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
