from collections.abc import Sequence

from django.db import transaction

from elci.accounts.models import Unit
from elci.agreements.models import Account
from elci.domain.dates import PartialDate
from elci.domain.vocabularies import MembershipGrade
from elci.memberships.models import GradeTerm, Responsibility


@transaction.atomic
def record_grade(
    account: Account,
    *,
    grade: MembershipGrade,
    as_printed: str,
    since: PartialDate | None,
    units: Sequence[str],
) -> GradeTerm:
    """Record the grade of a membership and the units in charge; the same again changes nothing."""
    term, _created = GradeTerm.objects.get_or_create(
        account=account, grade=grade, since=since, defaults={"as_printed": as_printed}
    )
    for name in units:
        unit, _added = Unit.objects.get_or_create(workspace=account.workspace, name=name)
        Responsibility.objects.get_or_create(account=account, unit=unit)
    return term
