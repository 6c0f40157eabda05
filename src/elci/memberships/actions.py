from collections.abc import Sequence

from django.db import transaction

from elci.accounts.actions import record_change
from elci.accounts.models import Unit, User
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
    user: User | None = None,
    reason: str = "",
) -> GradeTerm:
    """Record the grade of a membership and the units in charge; the same again changes nothing.

    Units are added, never taken away: who was in charge stays on record.
    """
    term, is_new = GradeTerm.objects.get_or_create(
        account=account, grade=grade, since=since, defaults={"as_printed": as_printed}
    )
    added = [name for name in units if _put_in_charge(account, name)]
    if is_new or added:
        _tell(account, term, user, units=added, reason=reason)
    return term


def _put_in_charge(account: Account, name: str) -> bool:
    unit, _added = Unit.objects.get_or_create(workspace=account.workspace, name=name)
    _responsibility, is_new = Responsibility.objects.get_or_create(account=account, unit=unit)
    return is_new


def _tell(
    account: Account, term: GradeTerm, user: User | None, *, units: Sequence[str], reason: str
) -> None:
    record_change(
        workspace=account.workspace,
        user=user,
        verb="recorded",
        subject_kind="membership",
        subject_uuid=account.uuid,
        account_uuid=account.uuid,
        after={
            "membership_grade": term.grade,
            "since": None if term.since is None else str(term.since),
            "units": list(units),
        },
        reason=reason,
    )
