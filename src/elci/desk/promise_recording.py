"""What the forms of promises record."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from elci.desk.visit_recording import Cleaned, kept_document
from elci.desk.visit_work import Work
from elci.domain.visiting.words import PromiseEventKind, Promiser
from elci.visits.actions import (
    Fate,
    PromiseFacts,
    correct_promise,
    make_promise,
    record_fate,
    unit_named,
    withdraw_promise,
)
from elci.visits.queries.promises import units_of

if TYPE_CHECKING:
    from elci.accounts.models import Unit, Workspace
    from elci.organisations.models import Organisation
    from elci.visits.models import Promise


def unit_choices(workspace: "Workspace", work: Work) -> list[tuple[str, str]]:
    """Return the units of a workspace."""
    return [(str(unit.uuid), unit.name) for unit in units_of(workspace, work.eyes)]


def enter_promise(
    work: Work, cleaned: Cleaned, *, workspace: "Workspace", partner: "Organisation"
) -> "Promise":
    """Enter a promise that was made at the visit that is worked on, or otherwise."""
    return make_promise(
        workspace,
        _facts(work, cleaned, workspace),
        partner=partner,
        visit=work.visit,
        today=work.today,
        user=work.user,
    )


def correct(work: Work, cleaned: Cleaned) -> None:
    """Correct what a promise says."""
    promise = work.on_promise
    facts = _facts(work, cleaned, promise.workspace)
    correct_promise(promise, facts, reason=cleaned["reason"], today=work.today, user=work.user)


def settle(kind: PromiseEventKind) -> Callable[[Work, Cleaned], None]:
    """Return what records that a promise was kept, broken, dropped, postponed or opened again."""

    def record(work: Work, cleaned: Cleaned) -> None:
        fate = Fate(
            kind=kind,
            happened=cleaned["happened"],
            text=cleaned["text"],
            due=cleaned.get("due"),
            document=kept_document(work, cleaned),
        )
        record_fate(work.on_promise, fate, today=work.today, user=work.user)

    return record


def take_out_promise(work: Work, cleaned: Cleaned) -> None:
    """Withdraw a promise that was never made."""
    withdraw_promise(work.on_promise, reason=cleaned["reason"], user=work.user)


def _facts(work: Work, cleaned: Cleaned, workspace: "Workspace") -> PromiseFacts:
    promise = work.promise
    return PromiseFacts(
        promiser=Promiser(cleaned["promiser"]),
        what=cleaned["what"],
        made_on=cleaned["made_on"],
        due=cleaned["due"],
        who=cleaned["who"],
        to_whom=cleaned["to_whom"],
        unit=_unit(work, cleaned, workspace),
        letter=cleaned.get("letter", "" if promise is None else promise.letter),
        act=None if promise is None else promise.act,
    )


def _unit(work: Work, cleaned: Cleaned, workspace: "Workspace") -> "Unit | None":
    if cleaned["unit_name"]:
        return unit_named(workspace, cleaned["unit_name"])
    chosen = cleaned["unit"]
    return units_of(workspace, work.eyes).get(uuid=UUID(chosen)) if chosen else None
