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
