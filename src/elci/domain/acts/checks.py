"""What may be recorded after what: errors that stop an entry, and findings that only tell of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from elci.domain.acts.act import Act
from elci.domain.acts.kinds import BINDING, CLOSING, ActKind
from elci.domain.dates import PartialDate

_NEED_AN_OPENING = frozenset(
    {
        ActKind.RENEWED,
        ActKind.VARIED,
        ActKind.SUSPENDED,
        ActKind.RESUMED,
        ActKind.COUNCIL_DECISION_TO_END,
        *CLOSING,
    }
)


class Refusal(StrEnum):
    """Why an act cannot be recorded as given."""

    NEVER_OPENED = "never_opened"
    BEFORE_THE_OPENING = "before_the_opening"
    NEVER_SUSPENDED = "never_suspended"
    SAME_ACT_TWICE = "same_act_twice"
    NOT_YET_HAPPENED = "not_yet_happened"
    TERM_ENDS_BEFORE_IT_BEGINS = "term_ends_before_it_begins"
    TERM_NOT_ALLOWED = "term_not_allowed"


class ActRefusedError(ValueError):
    """An act that contradicts the acts on record; the code says how, ``params`` with what."""

    def __init__(self, code: Refusal, **params: object) -> None:
        super().__init__(code.value)
        self.code = code
        self.params = params


class FindingKind(StrEnum):
    """Contradictions that are shown and left standing until somebody settles them."""

    BEFORE_PARTY_FOUNDED = "before_party_founded"
    ENDED_BEFORE_OPENED = "ended_before_opened"
    SIGNED_TWICE = "signed_twice"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the record that cannot be so, or that a reader should know before citing it."""

    kind: FindingKind
    params: Mapping[str, object] = field(default_factory=dict)


def check_act(new: Act, on_record: Sequence[Act], *, today: date) -> None:
    """Raise ``ActRefusedError`` where the new act cannot follow from the acts on record.

    Only what is certain is refused; a doubtful order of partial dates is allowed and stays doubtful.
    """
    _refuse_future(new, today)
    _refuse_bad_term(new)
    _refuse_repetition(new, on_record)
    if new.kind in _NEED_AN_OPENING:
        _refuse_without_opening(new, on_record)
    if new.kind is ActKind.RESUMED:
        _refuse_without_suspension(new, on_record)


def findings(acts: Sequence[Act], *, party_founded: PartialDate | None = None) -> list[Finding]:
    """Return what the acts contradict: each other, or the founding date of the other party."""
    found: list[Finding] = []
    openings = sorted((act for act in acts if act.opens), key=lambda act: act.earliest)
    for act in acts:
        if act.kind in BINDING and party_founded is not None and _before(act, party_founded):
            params = {"happened": act.happened, "founded": party_founded}
            found.append(Finding(FindingKind.BEFORE_PARTY_FOUNDED, params))
        if act.kind in CLOSING and openings and act.latest < openings[0].earliest:
            params = {"happened": act.happened, "opened": openings[0].happened}
            found.append(Finding(FindingKind.ENDED_BEFORE_OPENED, params))
    signings = [act for act in openings if act.kind is ActKind.SIGNED]
    if len(signings) > 1:
        dates = tuple(act.happened for act in signings)
        found.append(Finding(FindingKind.SIGNED_TWICE, {"dates": dates}))
    return found


def _before(act: Act, founded: PartialDate) -> bool:
    return founded.earliest is not None and act.latest < founded.earliest


def _refuse_future(new: Act, today: date) -> None:
    if new.earliest > today:
        raise ActRefusedError(Refusal.NOT_YET_HAPPENED, happened=new.happened)


def _refuse_bad_term(new: Act) -> None:
    if new.valid_until is None:
        return
    if new.kind not in BINDING or new.kind in CLOSING or new.kind is ActKind.SUSPENDED:
        raise ActRefusedError(Refusal.TERM_NOT_ALLOWED, kind=new.kind)
    if new.valid_until.latest is not None and new.valid_until.latest < new.earliest:
        raise ActRefusedError(Refusal.TERM_ENDS_BEFORE_IT_BEGINS, until=new.valid_until)


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


def _refuse_without_suspension(new: Act, on_record: Sequence[Act]) -> None:
    if not any(act.kind is ActKind.SUSPENDED and act.earliest <= new.latest for act in on_record):
        raise ActRefusedError(Refusal.NEVER_SUSPENDED, happened=new.happened)
