"""Papers filled from how a case stands and from what is on record beside it.

What the case, the law pack and the register do not say stays ``None`` and is printed as a blank.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.casework.events import Permitted, Refused
from elci.domain.casework.state import CaseState, StepState, StepStatus
from elci.domain.languages import language_name
from elci.domain.law.answers import Citation
from elci.domain.law.words import Body, LegalAct, ReadAs, Status, StepKind
from elci.domain.letterheads import UNKNOWN, Letterhead
from elci.reports.bodies import (
    HEADS,
    administrator_of,
    council_of,
    head_of,
    office_kind,
    sender_of,
    signing_name,
    unit_head_of,
)
from elci.reports.papers.facts import Ground, Numbering, Person, Sender
from elci.reports.papers.matters import Matter
from elci.reports.papers.note import PartnerFacts, PastAct, StepRow
from elci.reports.papers.offices import OfficeKind, Recipient
from elci.reports.papers.permits import Decision
from elci.reports.papers.plans import Plan, money

_STATUS_WORDS: Final = MappingProxyType(
    {
        StepStatus.NOT_YET: "Önceki işlem bekleniyor",
        StepStatus.DUE: "Yapılacak",
        StepStatus.WAITING: "Yanıt bekleniyor",
        StepStatus.LATE: "Süresi geçti",
        StepStatus.DONE: "Yapıldı",
        StepStatus.CONSENT_BY_SILENCE: "Süresinde yanıt verilmedi, izin sayılır",
        StepStatus.REFUSED_BY_SILENCE: "Süresinde yanıt verilmedi, ret sayılır",
        StepStatus.REFUSED: "Reddedildi",
        StepStatus.LEFT_OUT: "Yapılmadı",
        StepStatus.NO_LONGER_ASKED: "Artık istenmiyor",
    }
)
_READ_WORDS: Final = MappingProxyType(
    {
        ReadAs.RECONSTRUCTED: "metin, değişiklik notlarından çıkarılmıştır",
        ReadAs.SECONDARY: "ikincil kaynaktan",
    }
)

_ARTICLE: Final = " m. "
_CONTESTED: Final = "İzin vermeye yetkili makam konusunda ayrı görüşler bulunmaktadır."


class Side(StrEnum):
    """Who writes a paper."""

    OWN = "own"
    """The authority whose case it is."""
    OFFICE = "office"
    """The office in whose hands the file is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnRecord:
    """A case, and what the register says beside it."""

    title: str
    body_name: str
    """The local authority whose case it is, by its Turkish name."""
    state: CaseState
    today: date
    site: str | None = None
    letterhead: Letterhead = UNKNOWN
    office_name: str | None = None
    """The office that decides; nothing where the file lies at none."""
    office_letterhead: Letterhead = UNKNOWN
    fields: tuple[str, ...] = ()
    """The fields of cooperation, by their Turkish names."""
    decision_pages: int | None = None
    """Of the decision in the file."""
    note_pages: int | None = None
    """Of the information note, where it was made to count them."""
    partner: PartnerFacts | None = None
    record: tuple[PastAct, ...] = ()
    permitted: PastAct | None = None
    signed: PastAct | None = None

    @property
    def body(self) -> Body:
        """What kind of authority it is."""
        return self.state.question.body

    @property
    def matter(self) -> Matter:
        """What is to be done, with whom."""
        partner = self.partner
        if partner is None or partner.name is None:
            return Matter(act=self.act, partner=None, title=self.title)
        return Matter(act=self.act, partner=partner.name, country=partner.country)

    @property
    def act(self) -> LegalAct:
        """The act that the case was opened for."""
        return self.state.question.act

    @property
    def authority(self) -> str:
        """The name as it signs: of a municipality, its presidency."""
        return self.letterhead.authority or signing_name(self.body, self.body_name)

    @property
    def sender(self) -> Sender:
        """The authority as a sender, as far as it is known."""
        return sender_of(
            self.letterhead,
            day=self.today,
            authority=self.authority,
            title=HEADS.get(self.body),
            site=self.site,
        )

    @property
    def head(self) -> Person:
        """Who approves for the authority, and is authorised to sign what was agreed on."""
        return head_of(self.letterhead, self.today, HEADS.get(self.body))

    @property
    def unit_head(self) -> Person:
        """Who signs the requests of the authority's unit for an approval."""
        return unit_head_of(self.letterhead, self.today)

    @property
    def office(self) -> Sender:
        """The office that decides as a sender."""
        head = self.office_letterhead
        name = head.authority or self.office_name
        kind = office_kind(name or "", OfficeKind.MINISTRY)
        return sender_of(head, day=self.today, authority=name, kind=kind)

    @property
    def numbering(self) -> Numbering:
        """What stands beside *Sayı* before the registry gives the letter its number and day."""
        return Numbering(file_code=self.letterhead.file_code or None)

    @property
    def council(self) -> str:
        """The organ that decides."""
        return council_of(self.body)

    @property
    def administrator(self) -> Recipient:
        """The highest civil administrator of the place, where the authority's name says it."""
        named = self.letterhead.administrator
        if named == "":
            return administrator_of(self.body, self.body_name)
        return Recipient(name=named, kind=office_kind(named, OfficeKind.GOVERNORSHIP))

    @property
    def decision_step(self) -> StepState | None:
        """The step in which an organ of the authority decides."""
        return next((each for each in self.state.steps if _is(each, StepKind.DECISION)), None)

    @property
    def transmission_step(self) -> StepState | None:
        """The step in which the decision goes to the civil administrator."""
        sent = ActKind.SENT_TO_CIVIL_ADMINISTRATOR
        return next((each for each in self.state.steps if each.step.records is sent), None)

    @property
    def permit_step(self) -> StepState | None:
        """The first step in which a permit is given."""
        return next((each for each in self.state.steps if _is(each, StepKind.PERMIT)), None)

    @property
    def decision(self) -> Decision:
        """The decision as it is on record."""
        done = None if self.decision_step is None else self.decision_step.done
        if done is None:
            return Decision(organ=self.council)
        return Decision(
            organ=done.organ or self.council,
            day=done.on,
            number=done.number or None,
            final_on=done.final_on,
            pages=self.state.particulars.pages_of_decision or self.decision_pages,
        )

    @property
    def plan(self) -> Plan:
        """What is planned, as far as somebody said so."""
        known, act = self.state.particulars, self.act
        return Plan(
            is_text=bool(self.matter.instrument),
            is_journey=act is LegalAct.SEND_DELEGATION,
            subject=known.subject or None,
            fields=self.fields,
            duration=known.duration or None,
            languages=tuple(language_name(code, "tr") for code in known.languages),
            place=known.place or None,
            day=self.state.planned_on,
            travellers=known.travellers,
            travel_since=known.travel_since,
            travel_until=known.travel_until,
        )

    @property
    def budget(self) -> str | None:
        """From what it is paid, and how much; that it is free, where somebody said so."""
        known = self.state.particulars
        if known.is_free:
            return "İdareye mali yük getirmemektedir."
        amount = () if known.amount is None else (money(known.amount, known.currency),)
        parts = [each for each in (known.budget_item, *amount) if each]
        return ", ".join(parts) or None

    @property
    def risks(self) -> str | None:
        """The risks that somebody named, a paragraph for each kind."""
        known = self.state.particulars
        named = (("Mali", known.financial_risks), ("Hukuki", known.legal_risks))
        return "\n".join(f"{kind}: {text}" for kind, text in named if text) or None

    @property
    def partner_language(self) -> str | None:
        """The language of the partner's text, by its Turkish name."""
        known = self.state.particulars
        others = (code for code in known.languages if code != "tr")
        code = known.draft_language or next(others, "")
        return language_name(code, "tr") if code else None

    @property
    def pages_of_note(self) -> int | None:
        """How many pages the information note has: as typed, or as counted."""
        return self.state.particulars.pages_of_note or self.note_pages

    @property
    def permit_authority(self) -> str | None:
        """Who permits, by name; nothing where it is not known or contested."""
        asked = None if self.permit_step is None else self.permit_step.asked
        if asked is None or asked.authority_status is not Status.SETTLED:
            return None
        return asked.authority.tr.partition(" (")[0]

    @property
    def authority_note(self) -> str:
        """Why it is not sure who permits; empty where it is."""
        asked = None if self.permit_step is None else self.permit_step.asked
        if asked is None or asked.authority_status is Status.SETTLED:
            return ""
        readings = " ".join(each.text.tr for each in asked.readings)
        return (
            f"İzin vermeye yetkili makam konusunda ayrı görüşler bulunmaktadır. {readings}".strip()
        )

    def grounds(self, step: StepState | None) -> tuple[Ground, ...]:
        """Return the grounds of a step, or of the whole answer where there is no step."""
        if step is not None and step.asked is not None:
            return tuple(_ground(each) for each in step.asked.citations)
        cited = [each for slot in self.state.answer.slots for each in slot.citations]
        return tuple(_ground(each) for each in dict.fromkeys(cited))

    def judged_on(self, step: StepState | None) -> date:
        """Return the day on which the law of a step is cited."""
        return self.today if step is None else step.judged_on

    @property
    def step_rows(self) -> tuple[StepRow, ...]:
        """The steps as a note shows them."""
        return tuple(_row(each, self._who_does(each)) for each in self.state.steps)

    def _who_does(self, step: StepState) -> str | None:
        """Return who takes a step, by name where the authority's own kind says who that is."""
        asked = None if step.asked is None else step.asked.authority.tr
        if step.step.kind is StepKind.DECISION:
            return (step.done.organ if step.done is not None else "") or self.council
        if step.step.kind is StepKind.SIGNATURE:
            return HEADS.get(self.body, asked)
        if step is self.transmission_step:
            return self.administrator.name or asked
        return asked

    @property
    def decision_numbering(self) -> Numbering:
        """The number and day of the office's decision, where it has decided."""
        given, decided = self.office_numbering, self.decided
        if decided is None:
            return given
        return replace(given, number=decided.number or None, day=decided.on)

    @property
    def office_numbering(self) -> Numbering:
        """What stands beside *Sayı* on a letter of the office that has no number yet."""
        return Numbering(file_code=self.office_letterhead.file_code or None)

    @property
    def decided(self) -> Permitted | Refused | None:
        """The last decision of the office on record."""
        record = () if self.permit_step is None else self.permit_step.record
        made = [each for each in record if isinstance(each, Permitted | Refused)]
        return made[-1] if made else None


def _is(step: StepState, kind: StepKind) -> bool:
    return step.step.kind is kind and step.status is not StepStatus.NO_LONGER_ASKED


def _ground(citation: Citation) -> Ground:
    title, label = citation.title, citation.label.tr
    _law, article, place = label.partition(_ARTICLE)
    named = f"{title}, m. {place}" if article != "" and title != "" else label
    wording = citation.wording
    if wording is None or wording.text == "":
        return Ground(label=named)
    return Ground(label=named, wording=wording.text.strip(), note=_READ_WORDS.get(wording.read, ""))


def _row(step: StepState, authority: str | None) -> StepRow:
    cited = () if step.asked is None else step.asked.citations
    labels = [each.label.tr for each in cited]
    happened = step.done or step.refused or step.sent
    return StepRow(
        name=step.step.name.tr,
        basis="; ".join([each for each in labels if _ARTICLE in each] or labels) or None,
        authority=authority,
        day=None if happened is None else happened.on,
        status=_STATUS_WORDS[step.status],
    )
