"""Labels and printed definitions of the field's words."""

from typing import Final

from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from elci.domain.acts.checks import FindingKind
from elci.domain.acts.kinds import ActKind, Standing
from elci.domain.vocabularies import (
    CooperationField,
    CooperationForm,
    Dimension,
    Instrument,
    Purpose,
)


class InstrumentChoice(models.TextChoices):
    """Instruments with their labels."""

    SISTER_CITY = Instrument.SISTER_CITY.value, _("sister city agreement")
    COOPERATION_PROTOCOL = Instrument.COOPERATION_PROTOCOL.value, _("cooperation protocol")
    MEMORANDUM = Instrument.MEMORANDUM.value, _("memorandum of understanding")
    GOODWILL_LETTER = Instrument.GOODWILL_LETTER.value, _("letter of goodwill")
    PRELIMINARY_PROTOCOL = Instrument.PRELIMINARY_PROTOCOL.value, _("preliminary protocol")
    PROJECT_AGREEMENT = Instrument.PROJECT_AGREEMENT.value, _("project agreement")
    MEMBERSHIP = Instrument.MEMBERSHIP.value, _("membership of an international organisation")


INSTRUMENT_DEFINITIONS: Final = {
    Instrument.SISTER_CITY: _(
        "A general, open-ended tie between two or more local governments, decided by the council."
    ),
    Instrument.COOPERATION_PROTOCOL: _(
        "Named fields of cooperation, often limited in time or tied to a project. The parties need "
        "not be of the same level. It is often chosen for a second city of a country that already "
        "holds a sister city, or to revive a tie that has fallen asleep."
    ),
    Instrument.MEMORANDUM: _(
        "A memorandum of understanding: a first stage, mostly symbolic, that may grow into a "
        "protocol or a sister city agreement."
    ),
    Instrument.GOODWILL_LETTER: _(
        "A declaration of good will, at the same stage as a memorandum of understanding."
    ),
    Instrument.PRELIMINARY_PROTOCOL: _("A step before the instrument itself."),
    Instrument.PROJECT_AGREEMENT: _("One project, one budget, one end date."),
    Instrument.MEMBERSHIP: _(
        "A seat in an international organisation or a network of cities, with a grade and the "
        "units that are responsible for it."
    ),
}


class StandingChoice(models.TextChoices):
    """Standings with their labels."""

    PROPOSED = Standing.PROPOSED.value, _("proposed")
    PERMITTED = Standing.PERMITTED.value, _("permitted")
    REFUSED = Standing.REFUSED.value, _("permit refused")
    IN_FORCE = Standing.IN_FORCE.value, _("in force")
    POSSIBLY_IN_FORCE = Standing.POSSIBLY_IN_FORCE.value, _("possibly in force")
    SUSPENDED = Standing.SUSPENDED.value, _("suspended")
    ENDED = Standing.ENDED.value, _("ended")
    EXPIRED = Standing.EXPIRED.value, _("expired")
    SUPERSEDED = Standing.SUPERSEDED.value, _("superseded")
    UNKNOWN = Standing.UNKNOWN.value, _("unknown")


STANDING_DEFINITIONS: Final = {
    Standing.PROPOSED: _("Steps towards it are on record, but no permit and no signature."),
    Standing.PERMITTED: _("The permit is on record, the signature is not."),
    Standing.REFUSED: _("The permit was refused, and nothing was signed."),
    Standing.IN_FORCE: _(
        "It was signed or entered into force, and no later act on record suspends or ends it."
    ),
    Standing.POSSIBLY_IN_FORCE: _(
        "The dates are not known well enough: on this day it may have been in force or not. "
        "It is counted apart."
    ),
    Standing.SUSPENDED: _("It was suspended and has not been resumed."),
    Standing.ENDED: _("One of the parties ended it."),
    Standing.EXPIRED: _("Its term is over, and no renewal is on record."),
    Standing.SUPERSEDED: _("Another instrument has taken its place."),
    Standing.UNKNOWN: _("The acts on record do not say how it stands on this day."),
}


class ActKindChoice(models.TextChoices):
    """Kinds of acts with their labels."""

    PROPOSED = ActKind.PROPOSED.value, pgettext_lazy("act", "proposed")
    COUNCIL_DECISION = ActKind.COUNCIL_DECISION.value, _("council decision")
    SENT_TO_CIVIL_ADMINISTRATOR = (
        ActKind.SENT_TO_CIVIL_ADMINISTRATOR.value,
        _("sent to the civil administrator"),
    )
    ANNOUNCED = ActKind.ANNOUNCED.value, _("announced")
    PERMIT_ASKED = ActKind.PERMIT_ASKED.value, _("permit asked for")
    PERMIT_GRANTED = ActKind.PERMIT_GRANTED.value, _("permit granted")
    PERMIT_REFUSED = ActKind.PERMIT_REFUSED.value, pgettext_lazy("act", "permit refused")
    PRELIMINARY_PROTOCOL = (
        ActKind.PRELIMINARY_PROTOCOL.value,
        pgettext_lazy("act", "preliminary protocol signed"),
    )
    SIGNED = ActKind.SIGNED.value, _("signed")
    ENTERED_INTO_FORCE = ActKind.ENTERED_INTO_FORCE.value, _("entered into force")
    RENEWED = ActKind.RENEWED.value, _("renewed")
    VARIED = ActKind.VARIED.value, _("varied")
    SUSPENDED = ActKind.SUSPENDED.value, pgettext_lazy("act", "suspended")
    RESUMED = ActKind.RESUMED.value, _("resumed")
    COUNCIL_DECISION_TO_END = ActKind.COUNCIL_DECISION_TO_END.value, _("council decision to end")
    TERMINATED = ActKind.TERMINATED.value, _("terminated")
    EXPIRED = ActKind.EXPIRED.value, pgettext_lazy("act", "expired")
    SUPERSEDED = ActKind.SUPERSEDED.value, pgettext_lazy("act", "superseded")
    PARTY_SUCCEEDED = ActKind.PARTY_SUCCEEDED.value, _("a party was succeeded")


class FindingChoice(models.TextChoices):
    """Contradictions with their labels."""

    BEFORE_PARTY_FOUNDED = (
        FindingKind.BEFORE_PARTY_FOUNDED.value,
        _("older than the organisation itself"),
    )
    ENDED_BEFORE_OPENED = FindingKind.ENDED_BEFORE_OPENED.value, _("ended before it was signed")
    NEVER_OPENED = FindingKind.NEVER_OPENED.value, _("continued, but no signing is on record")
    WENT_ON_AFTER_THE_END = (
        FindingKind.WENT_ON_AFTER_THE_END.value,
        _("continued after it had ended"),
    )
    SIGNED_TWICE = FindingKind.SIGNED_TWICE.value, _("signed more than once")


class UnknownChoice(models.TextChoices):
    """What a record does not say, in words."""

    EXACT_DATE = "exact_date", _("the exact date of every act")
    PLACE_OF_SIGNATURE = "place_of_signature", _("the place of signature")
    COUNCIL_DECISION = "council_decision", _("the date and number of the council decision")
    PERMIT = "permit", _("whether and when a permit was given")
    DOCUMENT = "document", _("the text itself: no document has been seen")
    SCOPE = "scope", _("the fields of cooperation that were agreed")
    END_REASON = "end_reason", _("why it was ended, and by which organ")


def act_label(kind: str, instrument: str) -> str:
    """Return an act's label; what begins a membership is no entry into force."""
    if instrument == Instrument.MEMBERSHIP and kind == ActKind.ENTERED_INTO_FORCE:
        return gettext("membership began")
    return str(ActKindChoice(kind).label)


class DimensionChoice(models.TextChoices):
    """Dimensions with their labels."""

    SECURITY = Dimension.SECURITY.value, _("security")
    DEVELOPMENT = Dimension.DEVELOPMENT.value, _("development")
    ECONOMY = Dimension.ECONOMY.value, _("economy")
    CULTURE = Dimension.CULTURE.value, _("culture")
    NETWORKS = Dimension.NETWORKS.value, _("networks")
    REPRESENTATION = Dimension.REPRESENTATION.value, _("representation")


class PurposeChoice(models.TextChoices):
    """Purposes with their labels."""

    ECONOMIC = Purpose.ECONOMIC.value, _("economy and infrastructure")
    CULTURAL = Purpose.CULTURAL.value, pgettext_lazy("purpose", "culture")
    PEACE = Purpose.PEACE.value, _("peace")
    FOREIGN_POLICY = Purpose.FOREIGN_POLICY.value, _("completing national foreign policy")
    HUMANITARIAN = Purpose.HUMANITARIAN.value, _("humanitarian aid")
    REPRESENTATION = Purpose.REPRESENTATION.value, pgettext_lazy("purpose", "representation")
    BRANDING = Purpose.BRANDING.value, _("branding")


class FieldChoice(models.TextChoices):
    """Fields of cooperation with their labels."""

    URBAN_SERVICES = CooperationField.URBAN_SERVICES.value, _("urban services")
    TRADE = CooperationField.TRADE.value, _("trade")
    INVESTMENT_AND_FINANCE = (
        CooperationField.INVESTMENT_AND_FINANCE.value,
        _("investment and finance"),
    )
    SCIENCE_AND_TECHNOLOGY = (
        CooperationField.SCIENCE_AND_TECHNOLOGY.value,
        _("science, technology and information"),
    )
    TOURISM = CooperationField.TOURISM.value, _("tourism")
    MUNICIPAL_PLANNING = CooperationField.MUNICIPAL_PLANNING.value, _("municipal planning")
    VOCATIONAL_TRAINING = CooperationField.VOCATIONAL_TRAINING.value, _("vocational training")
    CULTURE_AND_SPORT = CooperationField.CULTURE_AND_SPORT.value, _("culture and sport")
    HERITAGE = CooperationField.HERITAGE.value, _("historical and cultural heritage")
    PUBLIC_SAFETY = CooperationField.PUBLIC_SAFETY.value, _("public safety")
    ENVIRONMENT = CooperationField.ENVIRONMENT.value, _("environment")


class FormChoice(models.TextChoices):
    """Forms of cooperation with their labels."""

    PROMOTION = CooperationForm.PROMOTION.value, _("promotion")
    DELEGATIONS = CooperationForm.DELEGATIONS.value, _("official and trade delegations")
    EXCHANGE_OF_EXPERIENCE = (
        CooperationForm.EXCHANGE_OF_EXPERIENCE.value,
        _("exchange of information and experience"),
    )
    EVENTS = CooperationForm.EVENTS.value, _("congresses, fairs and seminars")
    JOINT_STUDIES = CooperationForm.JOINT_STUDIES.value, _("joint studies")
    TECHNICAL_EXPERTISE = CooperationForm.TECHNICAL_EXPERTISE.value, _("technical expertise")
    STAFF_TRAINING = CooperationForm.STAFF_TRAINING.value, _("staff training")
    CULTURAL_EXCHANGE = (
        CooperationForm.CULTURAL_EXCHANGE.value,
        _("exchanges in culture, sport and art"),
    )
    OTHER = CooperationForm.OTHER.value, _("anything else the parties agree on")
