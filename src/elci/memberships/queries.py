from django.db.models import QuerySet

from elci.agreements.models import Account
from elci.memberships.models import GradeTerm, Responsibility


def grade_terms_of(account: Account) -> QuerySet[GradeTerm]:
    """Return the grades that an account's membership has had, as recorded in order."""
    return GradeTerm.objects.filter(account=account)


def responsibilities_of(account: Account) -> QuerySet[Responsibility]:
    """Return the units responsible for a membership."""
    return Responsibility.objects.filter(account=account).select_related("unit")
