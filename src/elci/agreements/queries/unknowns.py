from collections.abc import Sequence

from elci.agreements.choices import UnknownChoice
from elci.agreements.models import Account, ActRecord
from elci.domain.acts.kinds import CLOSING, ActKind
from elci.domain.dates import Precision
from elci.domain.vocabularies import Instrument


def unknowns_of(account: Account) -> list[UnknownChoice]:
    """Return what the record does not say and a reader would look for, in a fixed order.

    Expects the acts and the attachments to be loaded already.
    """
    acts = [act for act in account.acts.all() if act.known_until is None]
    kinds = {act.kind for act in acts}
    is_membership = account.instrument == Instrument.MEMBERSHIP
    asked = {
        UnknownChoice.EXACT_DATE: any(act.happened.precision is not Precision.DAY for act in acts),
        UnknownChoice.PLACE_OF_SIGNATURE: not is_membership and _lacks_place(acts),
        UnknownChoice.COUNCIL_DECISION: ActKind.COUNCIL_DECISION not in kinds,
        UnknownChoice.PERMIT: kinds.isdisjoint({ActKind.PERMIT_GRANTED, ActKind.PERMIT_REFUSED}),
        UnknownChoice.SCOPE: not is_membership and not account.fields,
        UnknownChoice.END_REASON: any(
            act.kind in CLOSING and not (act.organ and act.note) for act in acts
        ),
        UnknownChoice.DOCUMENT: not account.attachments.all(),
    }
    return [choice for choice, is_unknown in asked.items() if is_unknown]


def _lacks_place(acts: Sequence[ActRecord]) -> bool:
    signings = [act for act in acts if act.kind == ActKind.SIGNED]
    return not signings or any(not act.places for act in signings)
