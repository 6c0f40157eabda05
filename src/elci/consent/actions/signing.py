"""What a case was opened for has happened: signed, joined, renewed, ended, travelled."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from elci.agreements.models import Account
from elci.consent.actions.recording import By, GivenPaper, add, file_papers, held
from elci.consent.actions.refusals import CaseRefusedError, MissingStepsError, NotAllowedError
from elci.consent.actions.register import THE_ACT, Entry, enter_in_register
from elci.consent.models import Case
from elci.consent.queries.cases import state_of
from elci.domain.casework.events import Signed, SignedWithout
from elci.domain.casework.ledger import Signature
from elci.domain.casework.procedure import OF_THE_ACT
from elci.domain.casework.state import CaseState
from elci.domain.law.words import Verdict

_BARRED = frozenset({Verdict.PROHIBITED, Verdict.NO_POWER})
_NOTHING = Entry()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActDone:
    """What a person says of the act itself."""

    on: date
    number: str = ""
    organ: str = ""
    places: tuple[str, ...] = ()
    papers: tuple[GivenPaper, ...] = ()


@transaction.atomic
def sign(case: Case, act: ActDone, *, by: By, entry: Entry = _NOTHING) -> Account | None:
    """Record that it was signed or carried out, and enter it in the register, all or nothing.

    Returns the relation, or nothing for what is none. Raises ``MissingStepsError`` where steps are
    missing that the law puts before it, ``NotAllowedError`` where the law gives no power for it,
    ``CaseRefusedError`` where it is on record already, and what the register raises:
    ``DuplicateRelationError``, ``ActRefusedError``.
    """
    case = held(case)
    signed = Signed(on=act.on, number=act.number, organ=act.organ, places=act.places)
    state = _state_with(case, signed, by)
    if state.missing:
        names = [step.step.name for step in state.steps if step.key in state.missing]
        raise MissingStepsError(names, get_language() or "")
    if _is_barred(state):
        raise NotAllowedError
    return _conclude(case, state, signed, act, (by, entry))


@transaction.atomic
def sign_without(
    case: Case, act: ActDone, *, reason: str, by: By, entry: Entry = _NOTHING
) -> Account | None:
    """Record that it happened without what the law puts before it, with the reason that is told.

    The case is flagged from then on, with who said why. Raises ``CaseRefusedError`` without a
    reason, or where nothing is missing.
    """
    case = held(case)
    if not reason.strip():
        raise CaseRefusedError(_("Say in a few words why it happened without the missing steps."))
    plain = Signed(on=act.on)
    before = _state_with(case, plain, by)
    if not before.missing and not _is_barred(before):
        raise CaseRefusedError(
            _("Nothing is missing that the law puts before this act. Record it without a reason.")
        )
    signed = SignedWithout(
        on=act.on,
        missing=before.missing,
        reason=reason,
        number=act.number,
        organ=act.organ,
        places=act.places,
    )
    return _conclude(case, _state_with(case, signed, by), signed, act, (by, entry))


def _state_with(case: Case, signed: Signature, by: By) -> CaseState:
    if case.act_on is not None:
        raise CaseRefusedError(
            _("This act is on record already. Correct it in the register if it is wrong.")
        )
    return state_of(case, by.today, besides=[signed])


def _is_barred(state: CaseState) -> bool:
    """Whether the law of the day of the act gives no power for it."""
    return state.verdict_of_the_act in _BARRED


def _conclude(
    case: Case, state: CaseState, signed: Signature, act: ActDone, by_and_entry: tuple[By, Entry]
) -> Account | None:
    by, entry = by_and_entry
    event = add(case, signed, by)
    of_the_act = (step.key for step in state.steps if step.step.kind in OF_THE_ACT)
    file_papers(event, next(of_the_act, THE_ACT), act.papers, by)
    case.act_on = act.on
    case.account = enter_in_register(case, state, entry, by=by)
    case.save(update_fields=["act_on", "account"])
    return case.account
