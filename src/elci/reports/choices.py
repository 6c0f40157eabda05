"""Labels of the papers and of what is missing in them, in the reader's language."""

from types import MappingProxyType
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from elci.reports.offering import PaperName

PAPER_LABELS: Final[MappingProxyType[PaperName, str | Promise]] = MappingProxyType(
    {
        PaperName.COUNCIL_MEMORANDUM: _("Memorandum to the council"),
        PaperName.COUNCIL_REFERRAL: _("Request for approval to put it before the council"),
        PaperName.INFORMATION_NOTE: _("Information note"),
        PaperName.TRANSMISSION_LETTER: _("Letter with the decision to the civil administrator"),
        PaperName.PERMIT_REQUEST: _("Request for the permit"),
        PaperName.ENDING_NOTICE: _("Notice that the relation has ended"),
        PaperName.MISSING_PAPERS: _("Letter asking for missing papers"),
        PaperName.OPINION_REQUEST: _("Request for an opinion"),
        PaperName.PERMIT: _("Permit"),
        PaperName.REFUSAL: _("Refusal with reasons"),
    }
)

MISSING_LABELS: Final[MappingProxyType[str, str | Promise]] = MappingProxyType(
    {
        "address": _("address"),
        "annex_pages": _("number of pages of an annex"),
        "approval_day": _("day of the approval"),
        "applicant": _("who applied"),
        "approver": _("who approves"),
        "approver_title": _("title of who approves"),
        "authority": _("name of the authority"),
        "benefit": _("expected benefit"),
        "budget": _("budget it is paid from"),
        "by_when": _("last day"),
        "change": _("change of law"),
        "clause": _("what the agreement says of notice"),
        "contact": _("whom to ask"),
        "contact_telephone": _("telephone of whom to ask"),
        "contact_title": _("title of whom to ask"),
        "country": _("country of the partner"),
        "days": _("days within which it is to be sent"),
        "decision_day": _("day of the decision"),
        "decision_number": _("number of the decision"),
        "detsis": _("DETSİS number of the unit"),
        "duration": _("duration"),
        "effect": _("effect of the change"),
        "email": _("e-mail address"),
        "fields": _("fields of cooperation"),
        "file_code": _("code of the standard file plan"),
        "final_day": _("day on which the decision became final"),
        "grounds": _("legal grounds"),
        "in_force_day": _("day from which it is in force"),
        "kep": _("registered e-mail address (KEP)"),
        "languages": _("languages of the text"),
        "last_day": _("last day in time"),
        "letter_day": _("day of the letter"),
        "letter_number": _("number of the letter"),
        "local_authority": _("local authority of the partner"),
        "papers": _("missing papers"),
        "partner": _("name of the partner"),
        "permit_authority": _("authority that permits"),
        "permit_day": _("day of the permit"),
        "permit_number": _("number of the permit"),
        "place": _("planned place"),
        "planned_day": _("planned day"),
        "population": _("population of the partner"),
        "purpose": _("purpose"),
        "question": _("question on which an opinion is asked"),
        "reasons": _("reasons"),
        "recipient": _("to whom it goes"),
        "reference_day": _("day of an earlier letter"),
        "reference_number": _("number of an earlier letter"),
        "region": _("region of the partner"),
        "risks": _("risks"),
        "sent_day": _("day on which the decision was sent"),
        "signatory": _("name of who signs"),
        "signatory_title": _("title of who signs"),
        "signed_day": _("day of the signature"),
        "step_authority": _("authority of a step"),
        "step_status": _("status of a step"),
        "telephone": _("telephone"),
        "travel_since": _("first day of the journey"),
        "travel_until": _("last day of the journey"),
        "travellers": _("who travels"),
        "website": _("web address"),
    }
)
"""What a blank stands for, by its name in the papers."""
