"""Writing rows of a visit: each change leaves a line in the history with what stood before."""

from collections.abc import Iterable, Mapping
from datetime import time
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from elci.accounts.actions import record_change
from elci.accounts.models import User
from elci.visits.actions.refusals import VisitRefusedError, refuse_empty
from elci.visits.models import Visit
from elci.visits.models.kept import Kept

Row = TypeVar("Row", bound=Kept)


def columns_of(facts: Any) -> dict[str, Any]:
    """Return the fields of facts as columns; tuples become lists, texts lose outer space."""
    columns = {name: getattr(facts, name) for name in facts.__dataclass_fields__}
    return {name: _column(value) for name, value in columns.items()}


def _column(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value.strip() if type(value) is str else value


def printed(row: Model, names: Iterable[str]) -> dict[str, Any]:
    """Return columns of a row as the history keeps them."""
    return {name: _printed(getattr(row, name)) for name in names}


def _printed(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Model):
        return str(getattr(value, "uuid", value.pk))
    return value if isinstance(value, list | bool | int) else str(value)


def held(visit: Visit) -> Visit:
    """Hold a visit, so that two people cannot record what contradicts the other's entry.

    Raises ``VisitRefusedError`` for one that was withdrawn.
    """
    current = Visit.objects.select_for_update().get(pk=visit.pk)
    if current.withdrawn_at is not None:
        raise VisitRefusedError(
            _("This visit was withdrawn, so nothing more can be recorded in it. Plan a new one.")
        )
    return current


def held_row(row: Row) -> Row:
    """Hold a row that stands; one that was withdrawn is refused."""
    current = type(row)._default_manager.select_for_update().get(pk=row.pk)  # noqa: SLF001 -- Django's own way to reach it
    if current.withdrawn_at is not None:
        raise VisitRefusedError(
            _("This entry was withdrawn. Write a new one where it still holds.")
        )
    return current


def changed(row: Row, columns: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Set columns of a row and save it; return what they said before and what they say now.

    Only those that differ stand in the answer; nothing is saved where none does.
    """
    before = printed(row, columns)
    for name, value in columns.items():
        setattr(row, name, value)
    after = printed(row, columns)
    differing = [name for name in columns if before[name] != after[name]]
    if differing:
        row.save(update_fields=differing)
    return {name: before[name] for name in differing}, {name: after[name] for name in differing}


def withdraw(row: Kept, *, reason: str, user: User | None) -> None:
    """Mark a row that is held as withdrawn.

    Raises ``VisitRefusedError`` without a reason.
    """
    row.withdrawal_reason = refuse_empty(
        reason, "reason", _("Say in a few words why it is withdrawn.")
    )
    row.withdrawn_at = timezone.now()
    row.withdrawn_by = user
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])


def tell(visit: Visit, user: User | None, verb: str, *, kind: str = "visit", **facts: Any) -> None:
    """Add a line to the history of a visit; ``kind`` says what of it was changed."""
    record_change(
        workspace=visit.workspace,
        user=user,
        verb=verb,
        subject_kind=kind,
        subject_uuid=visit.uuid,
        **facts,
    )
