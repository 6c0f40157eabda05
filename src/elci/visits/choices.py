"""Labels of the words of visits and promises."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from elci.domain.visiting.outcomes import Lack
from elci.domain.visiting.words import (
    CostBearer,
    DelegateRole,
    DetailKind,
    Direction,
    GiftDirection,
    OutcomeKind,
    PromiseEventKind,
    Promiser,
    PromiseState,
    Rank,
    Side,
    Stage,
    VisitPurpose,
)


class DirectionChoice(models.TextChoices):
    """Who travels, with labels."""

    INCOMING = Direction.INCOMING.value, _("they visit us")
    OUTGOING = Direction.OUTGOING.value, _("we visit them")


class StageChoice(models.TextChoices):
    """How far a visit has come, with labels."""

    PLANNED = Stage.PLANNED.value, pgettext_lazy("visit", "planned")
    HELD = Stage.HELD.value, pgettext_lazy("visit", "held")
    CANCELLED = Stage.CANCELLED.value, pgettext_lazy("visit", "cancelled")


class VisitPurposeChoice(models.TextChoices):
    """What a visit is mainly for, with labels."""

    COURTESY = VisitPurpose.COURTESY.value, _("courtesy")
    SIGNING = VisitPurpose.SIGNING.value, _("signing an agreement")
    NEGOTIATION = VisitPurpose.NEGOTIATION.value, _("negotiation")
    PROJECT = VisitPurpose.PROJECT.value, _("work on a project")
    STUDY = VisitPurpose.STUDY.value, _("study of how things are done")
    EVENT = VisitPurpose.EVENT.value, _("congress, fair or festival")
    ECONOMIC = VisitPurpose.ECONOMIC.value, _("trade and investment")
    CULTURE = VisitPurpose.CULTURE.value, _("culture, sport and youth")
    AID = VisitPurpose.AID.value, _("aid")
    OTHER = VisitPurpose.OTHER.value, pgettext_lazy("purpose of a visit", "other")


class SideChoice(models.TextChoices):
    """Whose delegation, with labels."""

    OURS = Side.OURS.value, pgettext_lazy("side", "ours")
    THEIRS = Side.THEIRS.value, pgettext_lazy("side", "theirs")


class RoleChoice(models.TextChoices):
    """What a person does in a delegation, with labels."""

    HEAD = DelegateRole.HEAD.value, _("head of the delegation")
    MEMBER = DelegateRole.MEMBER.value, _("member of the delegation")
    INTERPRETER = DelegateRole.INTERPRETER.value, _("interpreter")
    PRESS = DelegateRole.PRESS.value, pgettext_lazy("delegation", "press")
    SECURITY = DelegateRole.SECURITY.value, pgettext_lazy("delegation", "security")
    ACCOMPANYING = DelegateRole.ACCOMPANYING.value, _("accompanying person")


class RankChoice(models.TextChoices):
    """Ranks in their order of precedence, with labels."""

    HEAD_OF_STATE = Rank.HEAD_OF_STATE.value, _("head of state")
    HEAD_OF_GOVERNMENT = Rank.HEAD_OF_GOVERNMENT.value, _("head of government")
    MINISTER = Rank.MINISTER.value, _("minister")
    MEMBER_OF_PARLIAMENT = Rank.MEMBER_OF_PARLIAMENT.value, _("member of parliament")
    GOVERNOR = Rank.GOVERNOR.value, _("governor")
    AMBASSADOR = Rank.AMBASSADOR.value, _("ambassador")
    MAYOR = Rank.MAYOR.value, _("mayor")
    CONSUL = Rank.CONSUL.value, _("consul")
    DEPUTY_GOVERNOR = Rank.DEPUTY_GOVERNOR.value, _("deputy governor")
    DEPUTY_MAYOR = Rank.DEPUTY_MAYOR.value, _("deputy mayor")
    COUNCIL_MEMBER = Rank.COUNCIL_MEMBER.value, _("council member")
    SECRETARY_GENERAL = Rank.SECRETARY_GENERAL.value, _("secretary general")
    DIRECTOR = Rank.DIRECTOR.value, _("director")
    UNIT_HEAD = Rank.UNIT_HEAD.value, _("head of a unit")
    EXPERT = Rank.EXPERT.value, _("expert")
    OTHER = Rank.OTHER.value, pgettext_lazy("rank", "other")


class DetailChoice(models.TextChoices):
    """What of a person is kept for a time, with labels."""

    DIET = DetailKind.DIET.value, _("diet and allergies")
    VISA = DetailKind.VISA.value, _("passport details for the visa letter")
    ADDRESS = DetailKind.ADDRESS.value, _("postal address")
    CONTACT = DetailKind.CONTACT.value, _("telephone or e-mail")


DETAIL_PURPOSES: Final = {
    DetailKind.DIET: _("meals of the programme"),
    DetailKind.VISA: _("visa support letter"),
    DetailKind.ADDRESS: _("sending invitations and thanks"),
    DetailKind.CONTACT: _("reaching the person during and after the visit"),
}
"""Why each is kept, where nobody says otherwise."""


class GiftChoice(models.TextChoices):
    """Whether a gift was given or received, with labels."""

    GIVEN = GiftDirection.GIVEN.value, pgettext_lazy("gift", "given")
    RECEIVED = GiftDirection.RECEIVED.value, pgettext_lazy("gift", "received")


class CostBearerChoice(models.TextChoices):
    """Who pays, with labels."""

    US = CostBearer.US.value, _("our local authority")
    PARTNER = CostBearer.PARTNER.value, _("the partner")
    SHARED = CostBearer.SHARED.value, _("both, each its own part")
    THIRD = CostBearer.THIRD.value, _("a third party: a programme, a sponsor")


class OutcomeChoice(models.TextChoices):
    """What came of a visit, with labels."""

    RESULT = OutcomeKind.RESULT.value, pgettext_lazy("outcome", "a result")
    ACT = OutcomeKind.ACT.value, pgettext_lazy("outcome", "an act of the register")
    NOT_EXPECTED = (
        OutcomeKind.NOT_EXPECTED.value,
        pgettext_lazy("outcome", "none was to be expected"),
    )


class LackChoice(models.TextChoices):
    """What a visit that is over lacks, with labels."""

    NOT_CLOSED = Lack.NOT_CLOSED.value, _("nobody said whether it was held")
    NO_OUTCOME = Lack.NO_OUTCOME.value, _("no outcome and no promise on record")


class PromiserChoice(models.TextChoices):
    """Who promised, with labels."""

    US = Promiser.US.value, pgettext_lazy("promiser", "we")
    PARTNER = Promiser.PARTNER.value, pgettext_lazy("promiser", "the partner")
    BOTH = Promiser.BOTH.value, pgettext_lazy("promiser", "both")


class PromiseEventChoice(models.TextChoices):
    """What happens to a promise, with labels."""

    MADE = PromiseEventKind.MADE.value, pgettext_lazy("promise event", "made")
    POSTPONED = PromiseEventKind.POSTPONED.value, pgettext_lazy("promise event", "postponed")
    KEPT = PromiseEventKind.KEPT.value, pgettext_lazy("promise event", "kept")
    BROKEN = PromiseEventKind.BROKEN.value, pgettext_lazy("promise event", "broken")
    DROPPED = PromiseEventKind.DROPPED.value, pgettext_lazy("promise event", "dropped")
    REOPENED = PromiseEventKind.REOPENED.value, pgettext_lazy("promise event", "opened again")
    CORRECTED = PromiseEventKind.CORRECTED.value, pgettext_lazy("promise event", "corrected")


class PromiseStateChoice(models.TextChoices):
    """How a promise stands, with labels."""

    OPEN = PromiseState.OPEN.value, pgettext_lazy("promise", "open")
    OVERDUE = PromiseState.OVERDUE.value, pgettext_lazy("promise", "overdue")
    KEPT = PromiseState.KEPT.value, pgettext_lazy("promise", "kept")
    BROKEN = PromiseState.BROKEN.value, pgettext_lazy("promise", "broken")
    DROPPED = PromiseState.DROPPED.value, pgettext_lazy("promise", "dropped")
