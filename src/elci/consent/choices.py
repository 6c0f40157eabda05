"""Labels of what a case consists of, how it stands, and what the finder finds."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from elci.domain.casework.events import EventKind
from elci.domain.casework.gaps import GapKind
from elci.domain.casework.impact import How, NotTouched
from elci.domain.casework.law_changes import Touch
from elci.domain.casework.state import CaseStatus, StepFlag, StepStatus
from elci.domain.law.words import Body, Counterpart, LegalAct


class LegalActChoice(models.TextChoices):
    """What a case can be opened for; ``elci.domain.law.labels`` says it in a sentence."""

    SISTER_CITY = LegalAct.SISTER_CITY.value, _("sister city tie")
    COOPERATION_AGREEMENT = LegalAct.COOPERATION_AGREEMENT.value, _("cooperation agreement")
    MOU = LegalAct.MOU.value, _("memorandum or letter of goodwill")
    JOINT_PROJECT = LegalAct.JOINT_PROJECT.value, _("joint project")
    JOIN_IO = LegalAct.JOIN_IO.value, _("joining an international organisation")
    FOUND_IO = LegalAct.FOUND_IO.value, _("founding an international organisation")
    LEAVE_IO = LegalAct.LEAVE_IO.value, _("leaving an international organisation")
    TERMINATE_AGREEMENT = LegalAct.TERMINATE_AGREEMENT.value, _("ending an agreement")
    RENEW_AGREEMENT = LegalAct.RENEW_AGREEMENT.value, _("renewing an agreement")
    HOST_FOREIGN_LOCAL = LegalAct.HOST_FOREIGN_LOCAL.value, _("hosting a delegation")
    SEND_DELEGATION = LegalAct.SEND_DELEGATION.value, _("sending a delegation")
    CONTACT_MISSION = LegalAct.CONTACT_MISSION.value, _("contact with a foreign mission")
    AID_ABROAD = LegalAct.AID_ABROAD.value, _("aid abroad")
    CROSS_BORDER_COOP = LegalAct.CROSS_BORDER_COOP.value, _("cooperation across the border")
    ACCEPT_CONDITIONAL_GRANT = (
        LegalAct.ACCEPT_CONDITIONAL_GRANT.value,
        _("conditional donation or grant"),
    )
    NAME_PLACE = LegalAct.NAME_PLACE.value, _("naming a street or a park")
    HONORARY_CITIZEN = LegalAct.HONORARY_CITIZEN.value, _("honorary citizenship")


class BodyChoice(models.TextChoices):
    """Who asks for consent."""

    MUNICIPALITY = Body.MUNICIPALITY.value, pgettext_lazy("body", "municipality")
    METROPOLITAN = Body.METROPOLITAN.value, pgettext_lazy("body", "metropolitan municipality")
    METROPOLITAN_DISTRICT = (
        Body.METROPOLITAN_DISTRICT.value,
        pgettext_lazy("body", "district municipality of a metropolis"),
    )
    SPECIAL_PROVINCIAL_ADMIN = (
        Body.SPECIAL_PROVINCIAL_ADMIN.value,
        pgettext_lazy("body", "special provincial administration"),
    )
    UNION_WITH_MUNICIPAL_MEMBERS = (
        Body.UNION_WITH_MUNICIPAL_MEMBERS.value,
        pgettext_lazy("body", "union with municipal members"),
    )
    UNION_PROVINCIAL_ONLY = (
        Body.UNION_PROVINCIAL_ONLY.value,
        pgettext_lazy("body", "union of provincial administrations only"),
    )
    VILLAGE = Body.VILLAGE.value, pgettext_lazy("body", "village")
    AFFILIATED_ENTITY = (
        Body.AFFILIATED_ENTITY.value,
        pgettext_lazy("body", "affiliated entity or company of a municipality"),
    )


class CounterpartChoice(models.TextChoices):
    """With whom."""

    FOREIGN_LOCAL_AUTHORITY = (
        Counterpart.FOREIGN_LOCAL_AUTHORITY.value,
        _("foreign local authority"),
    )
    FOREIGN_REGION_OR_FEDERATED_STATE = (
        Counterpart.FOREIGN_REGION_OR_FEDERATED_STATE.value,
        _("foreign region or federated state"),
    )
    FOREIGN_STATE_ORGAN = Counterpart.FOREIGN_STATE_ORGAN.value, _("organ of a foreign state")
    FOREIGN_MISSION = Counterpart.FOREIGN_MISSION.value, _("foreign mission")
    IO_REPRESENTATION = (
        Counterpart.IO_REPRESENTATION.value,
        _("representation of an international organisation"),
    )
    INTERNATIONAL_BODY = Counterpart.INTERNATIONAL_BODY.value, _("international organisation")
    NONE = Counterpart.NONE.value, pgettext_lazy("counterpart", "nobody")


class EventChoice(models.TextChoices):
    """Events with their labels."""

    OPENED = EventKind.OPENED.value, _("case opened")
    STATED = EventKind.STATED.value, _("facts of the case recorded")
    STEP_DONE = EventKind.STEP_DONE.value, _("step recorded")
    STEP_UNDONE = EventKind.STEP_UNDONE.value, _("step taken back")
    PAPER_ADDED = EventKind.PAPER_ADDED.value, _("paper added")
    PAPER_ASKED = EventKind.PAPER_ASKED.value, _("paper asked for")
    PAPER_SUPPLIED = EventKind.PAPER_SUPPLIED.value, _("paper handed in")
    OPINION_ASKED = EventKind.OPINION_ASKED.value, _("opinion asked for")
    OPINION_GIVEN = EventKind.OPINION_GIVEN.value, _("opinion given")
    CLOCK_SUSPENDED = EventKind.CLOCK_SUSPENDED.value, _("period suspended")
    CLOCK_RESUMED = EventKind.CLOCK_RESUMED.value, _("period resumed")
    SENT = EventKind.SENT.value, _("file sent")
    PERMITTED = EventKind.PERMITTED.value, pgettext_lazy("event", "permit granted")
    REFUSED = EventKind.REFUSED.value, pgettext_lazy("event", "permit refused")
    SIGNED = EventKind.SIGNED.value, pgettext_lazy("event", "carried out")
    SIGNED_WITHOUT = EventKind.SIGNED_WITHOUT.value, _("carried out without a required step")
    CLOSED = EventKind.CLOSED.value, _("case closed")


class ParticularChoice(models.TextChoices):
    """The facts of a case, by their names in ``Particulars``."""

    PURPOSE = "purpose", _("Purpose")
    BENEFIT = "benefit", _("Expected benefit")
    SUBJECT = "subject", _("What is agreed on")
    FIELDS = "fields", _("Fields of cooperation")
    DURATION = "duration", _("Duration")
    IS_FREE = "is_free", _("It costs the authority nothing")
    AMOUNT = "amount", _("Amount")
    CURRENCY = "currency", _("Currency")
    BUDGET_ITEM = "budget_item", _("Budget item")
    FINANCIAL_RISKS = "financial_risks", _("Financial risks")
    LEGAL_RISKS = "legal_risks", _("Legal risks")
    LANGUAGES = "languages", _("Languages of the text")
    DRAFT_LANGUAGE = "draft_language", _("Language of the counterpart’s draft")
    PAGES_OF_DECISION = "pages_of_decision", _("Pages of the council’s decision")
    PAGES_OF_DRAFT = "pages_of_draft", _("Pages of the draft in Turkish")
    PAGES_OF_FOREIGN_DRAFT = "pages_of_foreign_draft", _("Pages of the counterpart’s draft")
    PAGES_OF_LETTER = "pages_of_letter", _("Pages of the civil administrator’s letter")
    PAGES_OF_NOTE = "pages_of_note", _("Pages of the information note")
    HAS_LETTER = "has_letter", _("A letter of the civil administrator goes with the file")
    PLANNED_ON = "planned_on", _("Planned day")
    PLACE = "place", _("Planned place")
    TRAVELLERS = "travellers", _("Who travels")
    TRAVEL_SINCE = "travel_since", _("First day of the journey")
    TRAVEL_UNTIL = "travel_until", _("Last day of the journey")
    PROPOSAL = "proposal", _("Decision that the council is asked for")
    PARTNER_AUTHORITY = "partner_authority", _("Level and organs of the partner")
    PARTNER_REGION = "partner_region", _("Region of the partner")
    PARTNER_POPULATION = "partner_population", _("Population of the partner")
    REASONS = "reasons", _("Why the relation is ended")
    NOTICE_CLAUSE = "notice_clause", _("What the agreement says of notice")


class FactPaperChoice(models.TextChoices):
    """The papers that come with the facts of a case."""

    DRAFT = "draft", _("Draft in Turkish")
    FOREIGN_DRAFT = "foreign_draft", _("The counterpart’s draft")
    ADMINISTRATORS_LETTER = "administrators_letter", _("Letter of the civil administrator")


class StepStatusChoice(models.TextChoices):
    """Statuses of a step with their labels."""

    NOT_YET = StepStatus.NOT_YET.value, _("another step comes first")
    DUE = StepStatus.DUE.value, _("to be done")
    WAITING = StepStatus.WAITING.value, _("an answer is awaited")
    LATE = StepStatus.LATE.value, _("overdue")
    DONE = StepStatus.DONE.value, pgettext_lazy("step", "done")
    CONSENT_BY_SILENCE = StepStatus.CONSENT_BY_SILENCE.value, _("deemed consented to by silence")
    REFUSED_BY_SILENCE = StepStatus.REFUSED_BY_SILENCE.value, _("deemed refused by silence")
    REFUSED = StepStatus.REFUSED.value, pgettext_lazy("step", "refused")
    LEFT_OUT = StepStatus.LEFT_OUT.value, pgettext_lazy("step", "left out")
    NO_LONGER_ASKED = StepStatus.NO_LONGER_ASKED.value, _("no longer asked for by law")


class StepFlagChoice(models.TextChoices):
    """Flags of a step with their labels."""

    DONE_LATE = StepFlag.DONE_LATE.value, _("done after its period was over")
    OUT_OF_ORDER = StepFlag.OUT_OF_ORDER.value, _("done before a step that comes first")
    AFTER_THE_ACT = StepFlag.AFTER_THE_ACT.value, _("done only after the signature")
    NOT_ASKED = StepFlag.NOT_ASKED.value, _("not asked for by the law of its day")
    AUTHORITY_CONTESTED = (
        StepFlag.AUTHORITY_CONTESTED.value,
        _("which authority is competent is contested"),
    )
    AUTHORITY_CHANGED = (
        StepFlag.AUTHORITY_CHANGED.value,
        _("another authority is competent than when the case was opened"),
    )
    START_ASSUMED = (
        StepFlag.START_ASSUMED.value,
        _("counted from the day of the decision, because the day of finality is not on record"),
    )
    ASKED_FROM_LATER = StepFlag.ASKED_FROM_LATER.value, _("asked for only from a later day")


class CaseStatusChoice(models.TextChoices):
    """Statuses of a case with their labels."""

    NOT_MODELLED = CaseStatus.NOT_MODELLED.value, pgettext_lazy("case", "law not modelled")
    PREPARING = CaseStatus.PREPARING.value, pgettext_lazy("case", "in preparation")
    WITH_AUTHORITY = CaseStatus.WITH_AUTHORITY.value, pgettext_lazy("case", "with an authority")
    REFUSED = CaseStatus.REFUSED.value, pgettext_lazy("case", "refused")
    READY = CaseStatus.READY.value, pgettext_lazy("case", "ready to be carried out")
    SIGNED = CaseStatus.SIGNED.value, pgettext_lazy("case", "carried out")
    SIGNED_WITHOUT = (
        CaseStatus.SIGNED_WITHOUT.value,
        pgettext_lazy("case", "carried out without a required step"),
    )
    CLOSED = CaseStatus.CLOSED.value, pgettext_lazy("case", "closed")


class GapChoice(models.TextChoices):
    """What the finder finds, with labels."""

    NOT_MODELLED = GapKind.NOT_MODELLED.value, _("the law of that day is not modelled")
    NOT_ALLOWED = GapKind.NOT_ALLOWED.value, _("the law gives no power for it")
    NOT_ON_RECORD = GapKind.NOT_ON_RECORD.value, _("a required step is not on record")
    NO_PAPER = GapKind.NO_PAPER.value, _("a step is on record without document or source")
    LATE = GapKind.LATE.value, _("a step came too late")
    REFUSED = GapKind.REFUSED.value, _("it was done although the permit was refused")
    CONTESTED = GapKind.CONTESTED.value, _("which authority is competent is contested")


class TouchChoice(models.TextChoices):
    """How another law touches a relation, with labels."""

    ON_RECORD = Touch.ON_RECORD.value, _("an act on record would have been judged otherwise")
    TO_COME = Touch.TO_COME.value, _("what may still come is judged otherwise")


class NotTouchedChoice(models.TextChoices):
    """Why another law does not touch a relation, with labels."""

    OTHER_CASES = (
        NotTouched.OTHER_CASES.value,
        _("what changed is meant for other acts, bodies or partners"),
    )
    OVER = NotTouched.OVER.value, _("it is over, and nothing of what changes can still come")
    SAME_ANSWER = NotTouched.SAME_ANSWER.value, _("the answer stays the same")
    NOT_ABROAD = NotTouched.NOT_ABROAD.value, _("it is no tie abroad")


class HowChoice(models.TextChoices):
    """What became of a part of a law pack, with labels."""

    ADDED = How.ADDED.value, pgettext_lazy("part of a law pack", "new")
    GONE = How.GONE.value, pgettext_lazy("part of a law pack", "taken out")
    OTHERWISE = How.OTHERWISE.value, pgettext_lazy("part of a law pack", "changed")


class ChangedPartChoice(models.TextChoices):
    """Parts of a law pack, by the names that the pack gives its collections, with labels."""

    RULES = "rules", pgettext_lazy("part of a law pack", "rule")
    STEPS = "steps", pgettext_lazy("part of a law pack", "step")
    PARAMETERS = "parameters", pgettext_lazy("part of a law pack", "authority or list by date")
    FLAGS = "flags", pgettext_lazy("part of a law pack", "remark")
    GAPS = "gaps", pgettext_lazy("part of a law pack", "declared gap")
    PROVISIONS = "provisions", pgettext_lazy("part of a law pack", "provision")
    SOURCES = "sources", pgettext_lazy("part of a law pack", "source")
