"""Labels of the words with which partners are sought, asked and answered."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from elci.domain.vocabularies import (
    BoardKind,
    BoardStanding,
    RequestAnswerKind,
    RequestCriterion,
    RequestFinding,
)


class BoardKindChoice(models.TextChoices):
    """Needs and offers with their labels."""

    NEED = BoardKind.NEED.value, pgettext_lazy("board", "need")
    OFFER = BoardKind.OFFER.value, pgettext_lazy("board", "offer")


class BoardStandingChoice(models.TextChoices):
    """How an entry of the board stands, with labels."""

    OPEN = BoardStanding.OPEN.value, pgettext_lazy("board", "open")
    EXPIRED = BoardStanding.EXPIRED.value, pgettext_lazy("board", "past its last day")
    WITHDRAWN = BoardStanding.WITHDRAWN.value, pgettext_lazy("board", "withdrawn")


class CriterionChoice(models.TextChoices):
    """What is asked of an incoming request, with labels."""

    PURPOSE = RequestCriterion.PURPOSE.value, _("a stated purpose")
    LEVEL = RequestCriterion.LEVEL.value, _("the same level of government")
    COMPETENCE = RequestCriterion.COMPETENCE.value, _("both are competent for the subject")
    LAW = RequestCriterion.LAW.value, _("the law of both sides permits it")
    FOREIGN_POLICY = RequestCriterion.FOREIGN_POLICY.value, _("in line with foreign policy")
    EARLIER_TIE = (
        RequestCriterion.EARLIER_TIE.value,
        _("no tie with this city that sleeps or ended"),
    )
    SAME_COUNTRY = RequestCriterion.SAME_COUNTRY.value, _("no tie of this kind in the country yet")
    NEIGHBOURS = RequestCriterion.NEIGHBOURS.value, _("no neighbour already works with this city")
    CAPACITY = RequestCriterion.CAPACITY.value, _("staff and time to keep it alive")
    CONTACT = RequestCriterion.CONTACT.value, _("a named contact on the other side")
    FUNDING = RequestCriterion.FUNDING.value, _("the costs are covered")
    BENEFIT = RequestCriterion.BENEFIT.value, _("a benefit for the people of both cities")


CRITERION_QUESTIONS: Final = {
    RequestCriterion.PURPOSE: _("Does the letter say what is to be done together, and by when?"),
    RequestCriterion.LEVEL: _(
        "Is it a local government of the same level: a metropolis for a metropolis, a district "
        "for a district?"
    ),
    RequestCriterion.COMPETENCE: _("Are both allowed to do what the letter proposes?"),
    RequestCriterion.LAW: _("Whose consent does the law ask for, here and there?"),
    RequestCriterion.FOREIGN_POLICY: _(
        "Are there diplomatic relations, and does the Ministry of Foreign Affairs see no obstacle?"
    ),
    RequestCriterion.EARLIER_TIE: _(
        "Is a tie with this city on record already? One that sleeps is woken first."
    ),
    RequestCriterion.SAME_COUNTRY: _("Is there a tie of this kind with another city there?"),
    RequestCriterion.NEIGHBOURS: _(
        "Does the metropolis, a district of it or a neighbouring district work with this city?"
    ),
    RequestCriterion.CAPACITY: _("Who will do the work, and how many ties does the unit keep?"),
    RequestCriterion.CONTACT: _("Is there a person with an office and an address to write to?"),
    RequestCriterion.FUNDING: _("Who pays for what, and from which budget?"),
    RequestCriterion.BENEFIT: _("What will people in the city notice of it?"),
}


class FindingChoice(models.TextChoices):
    """What was found of a criterion, with labels."""

    MET = RequestFinding.MET.value, pgettext_lazy("criterion", "met")
    NOT_MET = RequestFinding.NOT_MET.value, pgettext_lazy("criterion", "not met")
    UNCLEAR = RequestFinding.UNCLEAR.value, pgettext_lazy("criterion", "unclear")
    NOT_APPLICABLE = (
        RequestFinding.NOT_APPLICABLE.value,
        pgettext_lazy("criterion", "does not apply"),
    )


class AnswerChoice(models.TextChoices):
    """Decisions on a request, with labels."""

    ACCEPTED = RequestAnswerKind.ACCEPTED.value, _("taken up")
    OTHER_INSTRUMENT = (
        RequestAnswerKind.OTHER_INSTRUMENT.value,
        _("taken up with a lighter instrument"),
    )
    DEFERRED = RequestAnswerKind.DEFERRED.value, _("put off")
    DECLINED = RequestAnswerKind.DECLINED.value, _("not taken up")
