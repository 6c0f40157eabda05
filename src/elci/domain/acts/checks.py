"""What may be recorded after what: errors that stop an entry, and findings that only tell of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise

from elci.domain.acts.act import Act
from elci.domain.acts.kinds import BINDING, CLOSING, NEEDS_LIFE, ActKind
from elci.domain.acts.order import in_order
from elci.domain.acts.refusals import ActRefusedError, Refusal
from elci.domain.acts.spells import Sequel
from elci.domain.dates import PartialDate

__all__ = [
    "ActRefusedError",
    "Finding",
    "FindingKind",
    "Refusal",
    "check_act",
    "findings",
]


class FindingKind(StrEnum):
    """Contradictions that are shown and left standing until somebody settles them."""

    BEFORE_PARTY_FOUNDED = "before_party_founded"
    ENDED_BEFORE_OPENED = "ended_before_opened"
    NEVER_OPENED = "never_opened"
    """It needs an opening, and none is on record: it was withdrawn, or the list had none."""
    WENT_ON_AFTER_THE_END = "went_on_after_the_end"
    SIGNED_TWICE = "signed_twice"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the record that cannot be so, or that a reader should know before citing it."""

    kind: FindingKind
    params: Mapping[str, object] = field(default_factory=dict)


def check_act(new: Act, on_record: Sequence[Act], *, today: date) -> None:
    """Raise ``ActRefusedError`` where the new act cannot stand beside the acts on record.

    Only what is certain is refused; a doubtful order of partial dates is allowed and stays
    doubtful. To correct an act, leave the old one out of those on record.
    """
    _refuse_future(new, today)
    _refuse_bad_term(new)
    _refuse_repetition(new, on_record)
    if new.kind in NEEDS_LIFE:
        _refuse_without_opening(new, on_record)
        _refuse_out_of_turn(new, on_record)
    if new.kind in CLOSING:
        _refuse_continuation(new, on_record)
    if new.opens:
        _refuse_late_opening(new, on_record)


def findings(acts: Sequence[Act], *, party_founded: PartialDate | None = None) -> list[Finding]:
    """Return what the acts contradict: each other, or the founding date of the other party.

    Dates first, then acts that nothing carries, then what concerns the signings as a whole.
    """
    found: list[Finding] = []
    opening = min((act for act in acts if act.opens), key=lambda act: act.earliest, default=None)
    for act in acts:
        if act.binds and party_founded is not None and _before(act, party_founded):
            params = {"happened": act.happened, "founded": party_founded}
            found.append(Finding(FindingKind.BEFORE_PARTY_FOUNDED, params))
        if act.kind in CLOSING and opening is not None and act.latest < opening.earliest:
            params = {"happened": act.happened, "opened": opening.happened}
            found.append(Finding(FindingKind.ENDED_BEFORE_OPENED, params))
    found.extend(_acts_on_nothing(acts))
    found.extend(_repeated_signings(acts))
    return found


def _before(act: Act, founded: PartialDate) -> bool:
    return founded.earliest is not None and act.latest < founded.earliest


def _acts_on_nothing(acts: Sequence[Act]) -> Iterator[Finding]:
    """Yield what was done to a relation that nothing had opened, or that had ended."""
    opened = any(act.opens for act in acts)
    for act in acts:
        if act.kind not in NEEDS_LIFE:
            continue
        params = {"kind": act.kind, "happened": act.happened}
        if not opened:
            yield Finding(FindingKind.NEVER_OPENED, params)
            continue
        before = _kinds_last_before(act, [other for other in acts if other is not act])
        if before != set() and _finds_it_ended(act, before):
            yield Finding(FindingKind.WENT_ON_AFTER_THE_END, params)


def _repeated_signings(acts: Sequence[Act]) -> Iterator[Finding]:
    """Yield one finding for signings of which the later ones follow no end."""
    signings = sorted(
        (act for act in acts if act.kind is ActKind.SIGNED), key=lambda act: act.happened.sort_key
    )
    ends = [act for act in acts if act.kind in CLOSING]
    again = [
        later
        for earlier, later in pairwise(signings)
        if not any(end.latest >= earlier.earliest and end.earliest <= later.latest for end in ends)
    ]
    if again:
        dates = tuple(act.happened for act in signings)
        yield Finding(FindingKind.SIGNED_TWICE, {"dates": dates})


def _refuse_future(new: Act, today: date) -> None:
    if new.earliest > min(today, new.known_from):
        raise ActRefusedError(Refusal.NOT_YET_HAPPENED, happened=new.happened)


def _refuse_bad_term(new: Act) -> None:
    if new.valid_until is None or new.valid_until.latest is None:
        return
    if new.valid_until.latest < new.earliest:
        raise ActRefusedError(
            Refusal.TERM_ENDS_BEFORE_IT_BEGINS, until=new.valid_until, happened=new.happened
        )


def _refuse_repetition(new: Act, on_record: Sequence[Act]) -> None:
    if any(act.kind is new.kind and act.happened == new.happened for act in on_record):
        raise ActRefusedError(Refusal.SAME_ACT_TWICE, kind=new.kind, happened=new.happened)


def _refuse_without_opening(new: Act, on_record: Sequence[Act]) -> None:
    openings = [act for act in on_record if act.opens]
    if not openings:
        raise ActRefusedError(Refusal.NEVER_OPENED, kind=new.kind)
    first = min(openings, key=lambda act: act.earliest)
    if new.latest < first.earliest:
        raise ActRefusedError(
            Refusal.BEFORE_THE_OPENING, happened=new.happened, opened=first.happened
        )


def _refuse_out_of_turn(new: Act, on_record: Sequence[Act]) -> None:
    before = _kinds_last_before(new, on_record)
    if _finds_it_ended(new, before):
        raise ActRefusedError(Refusal.ALREADY_ENDED, kind=new.kind, happened=new.happened)
    if new.kind is ActKind.SUSPENDED and before == {ActKind.SUSPENDED}:
        raise ActRefusedError(Refusal.ALREADY_SUSPENDED, happened=new.happened)
    if new.kind is ActKind.RESUMED and ActKind.SUSPENDED not in before:
        suspended = any(
            act.kind is ActKind.SUSPENDED and act.earliest <= new.latest for act in on_record
        )
        code = Refusal.NOT_SUSPENDED if suspended else Refusal.NEVER_SUSPENDED
        raise ActRefusedError(code, happened=new.happened)


def _refuse_continuation(new: Act, on_record: Sequence[Act]) -> None:
    """Refuse an end after which the record goes on as if there had been none."""
    for act in on_record:
        if act.kind not in NEEDS_LIFE or act.earliest <= new.latest:
            continue
        others = [other for other in on_record if other is not act]
        if _finds_it_ended(act, _kinds_last_before(act, [*others, new])):
            raise ActRefusedError(
                Refusal.CONTINUED_AFTERWARDS, kind=act.kind, happened=act.happened
            )


def _refuse_late_opening(new: Act, on_record: Sequence[Act]) -> None:
    """Refuse to put the only opening after what rests on it, as a wrong correction would."""
    if any(act.opens for act in on_record):
        return
    for act in on_record:
        if act.kind in NEEDS_LIFE and act.latest < new.earliest:
            raise ActRefusedError(
                Refusal.BEFORE_THE_OPENING, happened=act.happened, opened=new.happened
            )


def _finds_it_ended(act: Act, before: set[ActKind]) -> bool:
    if act.kind is ActKind.COUNCIL_DECISION_TO_END:
        # A council often decides on what a letter has ended already.
        return False
    if act.kind is ActKind.RENEWED and ActKind.EXPIRED in before:
        return False
    return before <= CLOSING


def _kinds_last_before(act: Act, others: Sequence[Act]) -> set[ActKind]:
    """Return the kinds of the binding acts that may be the last before this one."""
    binding = Sequel.of(in_order([other for other in others if other.kind in BINDING]))
    return {
        spell.act.kind
        for spell in binding.spells
        if spell.may_be_last_before(act.earliest, act.latest)
    }
