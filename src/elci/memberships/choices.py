from django.db import models
from django.utils.translation import gettext_lazy as _

from elci.domain.vocabularies import MembershipGrade


class GradeChoice(models.TextChoices):
    """Grades of membership with their labels."""

    MEMBER = MembershipGrade.MEMBER.value, _("member")
    ASSOCIATE = MembershipGrade.ASSOCIATE.value, _("associate member")
    BOARD = MembershipGrade.BOARD.value, _("member of the board")
    PARTNER = MembershipGrade.PARTNER.value, _("project partner")
