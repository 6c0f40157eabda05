from django.db.models import QuerySet

from elci.agreements.models import Account
from elci.foundation.eyes import Eyes
from elci.memberships.models import GradeTerm, Responsibility


def grade_terms_of(account: Account) -> QuerySet[GradeTerm]:
    """Return the grades that an account's membership has had, as recorded in order."""
    return GradeTerm.objects.filter(account=account)


def responsibilities_of(account: Account) -> QuerySet[Responsibility]:
    """Return the units that are or were responsible for a membership, as recorded in order."""
    return Responsibility.objects.filter(account=account).select_related("unit")


def responsibilities_editable_by(eyes: Eyes) -> QuerySet[Responsibility]:
    """Return the responsibilities that last, of memberships that the reader may change."""
    return Responsibility.objects.filter(
        account__workspace_id__in=eyes.writes, account__withdrawn_at=None, until=None
    ).select_related("unit", "account__workspace", "account__relation")
