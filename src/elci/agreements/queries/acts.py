from collections.abc import Sequence

from elci.agreements.models import ActRecord
from elci.domain.acts.act import Act
from elci.domain.acts.kinds import ActKind


def domain_act(record: ActRecord) -> Act:
    """Return the value that the domain reckons with."""
    return Act(
        kind=ActKind(record.kind),
        happened=record.happened,
        known_from=record.known_from,
        known_until=record.known_until,
        valid_until=record.valid_until,
    )


def acts_on_record(account_id: int) -> list[ActRecord]:
    """Return an account's acts that are neither corrected nor withdrawn, as recorded in order."""
    return list(ActRecord.objects.filter(account_id=account_id, known_until=None))


def acts_by_account(account_ids: Sequence[int]) -> dict[int, list[Act]]:
    """Return the acts that these accounts hold now, each account's as recorded in order."""
    columns = ("account_id", "kind", "happened", "known_from", "known_until", "valid_until")
    held = ActRecord.objects.filter(account_id__in=account_ids, known_until=None)
    acts: dict[int, list[Act]] = {}
    for account_id, kind, happened, known_from, known_until, valid_until in held.values_list(
        *columns
    ):
        act = Act(
            kind=ActKind(kind),
            happened=happened,
            known_from=known_from,
            known_until=known_until,
            valid_until=valid_until,
        )
        acts.setdefault(account_id, []).append(act)
    return acts
