from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from elci.accounts.actions import record_change
from elci.accounts.models import User
from elci.agreements.actions.entries import refresh_entry
from elci.agreements.models import Account, ActRecord
from elci.agreements.queries.acts import acts_on_record, domain_act
from elci.documents.models import Source
from elci.domain.acts.act import Act
from elci.domain.acts.checks import check_act
from elci.domain.acts.kinds import NEEDS_LIFE, ActKind
from elci.domain.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class ActFacts:
    """What a person or a list says of an act."""

    kind: ActKind
    happened: PartialDate
    valid_until: PartialDate | None = None
    organ: str = ""
    number: str = ""
    places: tuple[str, ...] = field(default=())
    source: Source | None = None
    source_detail: str = ""
    note: str = ""


class AlreadyReplacedError(ValueError):
    """Somebody else corrected or withdrew the act meanwhile; its text says what to do."""


class StillNeededError(ValueError):
    """Other acts rest on the one to be taken away; its text says what to do."""


@transaction.atomic
def record_act(
    account: Account, facts: ActFacts, *, user: User | None, today: date, known_from: date
) -> ActRecord:
    """Record an act that an account did not have.

    Raises ``ActRefusedError`` where it cannot follow from the acts on record.
    """
    _lock(account)
    on_record = [domain_act(record) for record in acts_on_record(account.pk)]
    check_act(act_of(facts, known_from), on_record, today=today)
    record = ActRecord.objects.create(
        account=account,
        position=ActRecord.objects.filter(account=account).count(),
        recorded_by=user,
        known_from=known_from,
        **columns_of_act(facts),
    )
    _tell(record, user, verb="recorded", after=printed_act(record))
    refresh_entry(account)
    return record


@transaction.atomic
def correct_act(
    act: ActRecord, facts: ActFacts, *, user: User | None, today: date, reason: str
) -> ActRecord:
    """Put a corrected act in the place of one that stays readable.

    Raises ``ActRefusedError`` as recording it would, ``AlreadyReplacedError`` where the act is no
    longer the one that stands, and ``StillNeededError`` where others rest on what it was.
    """
    _lock(act.account)
    act = _standing_record(act)
    others = _acts_besides(act)
    new = act_of(facts, today)
    check_act(new, others, today=today)
    _refuse_orphans([*others, new])
    _close(act, today)
    corrected = ActRecord.objects.create(
        account=act.account,
        position=act.position,
        recorded_by=user,
        known_from=today,
        replaces=act,
        reason=reason,
        **columns_of_act(facts),
    )
    _tell(
        corrected,
        user,
        verb="corrected",
        before=printed_act(act),
        after=printed_act(corrected),
        reason=reason,
    )
    refresh_entry(act.account)
    return corrected


@transaction.atomic
def withdraw_act(act: ActRecord, *, user: User | None, today: date, reason: str) -> None:
    """Take back an act that was recorded by mistake; it stays readable, with the reason.

    Raises ``AlreadyReplacedError`` and ``StillNeededError`` as correcting it would.
    """
    _lock(act.account)
    act = _standing_record(act)
    _refuse_orphans(_acts_besides(act))
    _close(act, today, reason)
    _tell(act, user, verb="withdrawn", before=printed_act(act), reason=reason)
    refresh_entry(act.account)


def printed_act(record: ActRecord) -> dict[str, Any]:
    """Return an act as the history keeps it."""
    return {
        "kind": record.kind,
        "happened": str(record.happened),
        "valid_until": None if record.valid_until is None else str(record.valid_until),
        "organ": record.organ,
        "number": record.number,
        "places": list(record.places),
        "source": None if record.source is None else record.source.title_tr,
        "source_detail": record.source_detail,
        "note": record.note,
    }


def act_of(facts: ActFacts, known_from: date) -> Act:
    """Return the value that the domain reckons with."""
    return Act(
        kind=facts.kind,
        happened=facts.happened,
        valid_until=facts.valid_until,
        known_from=known_from,
    )


def columns_of_act(facts: ActFacts) -> dict[str, Any]:
    """Return what is said of an act as the columns of its record."""
    columns = {name: getattr(facts, name) for name in facts.__dataclass_fields__}
    return {**columns, "places": list(facts.places)}


def _lock(account: Account) -> None:
    """Hold the account, so that two people cannot record what contradicts the other's act."""
    Account.objects.select_for_update().get(pk=account.pk)


def _standing_record(act: ActRecord) -> ActRecord:
    current = ActRecord.objects.select_related("account", "source").get(pk=act.pk)
    if current.known_until is not None:
        raise AlreadyReplacedError(
            _(
                "This act was corrected or withdrawn in the meantime. "
                "Open the relation again and correct the act that stands there now."
            )
        )
    return current


def _acts_besides(act: ActRecord) -> list[Act]:
    records = acts_on_record(act.account_id)
    return [domain_act(record) for record in records if record.pk != act.pk]


def _refuse_orphans(acts: Sequence[Act]) -> None:
    """Refuse what would leave a renewal, a suspension or an end of something never signed."""
    if any(act.kind in NEEDS_LIFE for act in acts) and not any(act.opens for act in acts):
        raise StillNeededError(
            _(
                "Later acts rest on this one: without it, they would renew, change or end "
                "something that was never signed. Correct or withdraw those acts first."
            )
        )


def _close(act: ActRecord, today: date, reason: str = "") -> None:
    act.known_until = max(today, act.known_from)
    act.reason = reason or act.reason
    act.save(update_fields=["known_until", "reason"])


def _tell(act: ActRecord, user: User | None, *, verb: str, **facts: Any) -> None:
    record_change(
        workspace=act.account.workspace,
        user=user,
        verb=verb,
        subject_kind="act",
        subject_uuid=act.uuid,
        account_uuid=act.account.uuid,
        **facts,
    )
