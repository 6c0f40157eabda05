from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

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

    Units are added: who was in charge stays on record, and ends by `end_responsibility`.
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
    _responsibility, is_new = Responsibility.objects.get_or_create(
        account=account, unit=unit, until=None
    )
    return is_new


class ResponsibilityRefusedError(ValueError):
    """A responsibility that cannot end so; the text says why and what to do."""


@transaction.atomic
def end_responsibility(
    responsibility: Responsibility,
    *,
    until: PartialDate,
    today: date,
    user: User | None,
    reason: str,
) -> None:
    """Record that a unit is no longer in charge; that it was stays on record.

    ``until`` is the first day without it. Raises ``ResponsibilityRefusedError`` for a day to come,
    and where somebody ended it meanwhile.
    """
    current = Responsibility.objects.select_for_update().get(pk=responsibility.pk)
    _refuse_ending(current, until, today)
    current.until = until
    current.ended_at = timezone.now()
    current.save(update_fields=["until", "ended_at"])
    record_change(
        workspace=current.account.workspace,
        user=user,
        verb="ended",
        subject_kind="responsibility",
        subject_uuid=current.account.uuid,
        account_uuid=current.account.uuid,
        before={"units": [current.unit.name]},
        after={"units": [], "until": str(until)},
        reason=reason,
    )


def _refuse_ending(responsibility: Responsibility, until: PartialDate, today: date) -> None:
    if responsibility.until is not None:
        raise ResponsibilityRefusedError(
            _("Somebody else has ended this responsibility meanwhile. Open the relation again.")
        )
    if not until.possibly_by(today):
        raise ResponsibilityRefusedError(
            _(
                "This day has not come yet. Correct it, or record the end once the unit is no "
                "longer in charge."
            )
        )


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
