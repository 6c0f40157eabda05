"""What the steps of a case become in the register."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from elci.agreements.actions import (
    AccountFacts,
    ActFacts,
    attach_document,
    correct_act,
    entries_refreshed_once,
    open_account,
    record_act,
    withdraw_act,
)
from elci.agreements.models import Account, ActRecord
from elci.agreements.queries.acts import acts_on_record
from elci.consent.actions.recording import By
from elci.consent.models import Case, CaseAct, CasePaper
from elci.documents.actions import cite_source
from elci.documents.models import Source
from elci.domain.acts.kinds import ActKind
from elci.domain.casework.chapters import concluding_kind, shown_by
from elci.domain.casework.events import SignedWithout, StepDone
from elci.domain.casework.ledger import Signature
from elci.domain.casework.procedure import OF_THE_ACT
from elci.domain.casework.state import CaseState, StepState
from elci.domain.dates import PartialDate
from elci.domain.law.words import LegalAct
from elci.domain.vocabularies import Instrument, MembershipGrade
from elci.foundation.grades import Grade
from elci.memberships.actions import record_grade

_JOININGS: Final = frozenset({LegalAct.JOIN_IO, LegalAct.FOUND_IO})

THE_ACT: Final = "act"
"""Key under which the act itself is kept where the law has no step for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the register is told besides the steps."""

    separate: bool = False
    """Whether it is another relation than one of the same kind with the same partner."""
    local_name: str = ""
    valid_until: PartialDate | None = None
    membership: MembershipGrade = MembershipGrade.MEMBER
    units: tuple[str, ...] = field(default=())
    """Units in charge of a membership."""


def enter_in_register(case: Case, state: CaseState, entry: Entry, *, by: By) -> Account | None:
    """Record the steps of a case, and the act itself, as acts of its relation.

    Opens the relation, or continues the one that the case names. Acts that are on record there
    already are left as they are. Returns nothing for what is no relation, as a journey.
    """
    signature = state.signature
    if signature is None or (case.account is None and not case.instrument):
        return None
    facts = list(_acts_of(case, state, signature, entry))
    with entries_refreshed_once():
        account = case.account or _opened(case, [each for _key, each in facts], entry, by)
        for key, each in facts:
            act = _on_record(account, each) or record_act(
                account, each, user=by.user, today=by.today, known_from=by.today
            )
            CaseAct.objects.get_or_create(act=act, defaults={"case": case, "step": key})
            _attach(case, key, account, act, by)
        if case.act in _JOININGS:
            _tell_of_membership(account, signature.on, entry, by)
    return account


def correct_in_register(
    case: Case, key: str, said: StepDone, *, by: By, reason: str
) -> ActRecord | None:
    """Correct the act that a step became in the register; nothing where it became none."""
    became = _standing_act(case, key)
    if became is None:
        return None
    facts = ActFacts(
        kind=ActKind(became.kind),
        happened=PartialDate.on(said.on),
        organ=said.organ or became.organ,
        number=said.number,
        source=became.source,
        source_detail=became.source_detail,
        note=said.note,
    )
    act = correct_act(became, facts, user=by.user, today=by.today, reason=reason)
    CaseAct.objects.create(case=case, step=key, act=act)
    _attach(case, key, act.account, act, by)
    return act


def withdraw_from_register(case: Case, key: str, *, by: By, reason: str) -> None:
    """Withdraw the act that a step became in the register, if it became one."""
    became = _standing_act(case, key)
    if became is not None:
        withdraw_act(became, user=by.user, today=by.today, reason=reason)


def _acts_of(
    case: Case, state: CaseState, signature: Signature, entry: Entry
) -> Iterator[tuple[str, ActFacts]]:
    """Yield the acts that a case becomes, each with the key under which it is kept."""
    legal_act = LegalAct(case.act)
    has_the_act = False
    for step in state.steps:
        shown = shown_by(step.step, legal_act)
        if step.step.kind in OF_THE_ACT:
            has_the_act = True
        elif shown is not None:
            yield from _acts_of_step(case, step, shown)
    key = THE_ACT
    if has_the_act:
        key = next(each.key for each in state.steps if each.step.kind in OF_THE_ACT)
    yield (
        key,
        ActFacts(
            kind=concluding_kind(legal_act),
            happened=PartialDate.on(signature.on),
            organ=signature.organ,
            number=signature.number,
            places=signature.places,
            valid_until=entry.valid_until,
            source=_source_of(case, key),
            note=signature.reason if isinstance(signature, SignedWithout) else "",
        ),
    )


def _acts_of_step(case: Case, step: StepState, shown: ActKind) -> Iterator[tuple[str, ActFacts]]:
    if shown is ActKind.PERMIT_GRANTED and step.sent is not None:
        yield (
            f"{step.key}/sent",
            ActFacts(
                kind=ActKind.PERMIT_ASKED,
                happened=PartialDate.on(step.sent.on),
                organ=step.sent.to,
                number=step.sent.number,
            ),
        )
    if shown is ActKind.PERMIT_GRANTED and step.refused is not None:
        yield (
            f"{step.key}/refused",
            ActFacts(
                kind=ActKind.PERMIT_REFUSED,
                happened=PartialDate.on(step.refused.on),
                organ=step.refused.by,
                number=step.refused.number,
                note=step.refused.reasons,
                source=_source_of(case, step.key),
            ),
        )
    if step.done is not None:
        authority = "" if step.asked is None else step.asked.authority.tr
        yield (
            step.key,
            ActFacts(
                kind=shown,
                happened=PartialDate.on(step.done.on),
                organ=step.done.organ or authority,
                number=step.done.number,
                note=step.done.note,
                source=_source_of(case, step.key),
                source_detail=step.step.name.tr,
            ),
        )


def _source_of(case: Case, key: str) -> Source | None:
    """Return the file of a case as a source, where it holds a paper of the step."""
    if not CasePaper.objects.filter(case=case, step=key).exists():
        return None
    opened = case.opened_on
    return cite_source(
        workspace=case.workspace,
        title_tr=f"İzin dosyası, {opened:%d.%m.%Y}: {case.title}"[:300],
        title_en=f"Consent case of {opened.isoformat()}: {case.title}"[:300],
    )


def _opened(case: Case, facts: Sequence[ActFacts], entry: Entry, by: By) -> Account:
    return open_account(
        workspace=case.workspace,
        partners=[] if case.partner is None else [case.partner],
        facts=AccountFacts(
            instrument=Instrument(case.instrument),
            grade=Grade(case.grade),
            local_name=entry.local_name,
        ),
        first_acts=facts,
        user=by.user,
        today=by.today,
        known_from=by.today,
        separate=entry.separate,
    )


def _on_record(account: Account, facts: ActFacts) -> ActRecord | None:
    return next(
        (
            each
            for each in acts_on_record(account.pk)
            if each.kind == facts.kind and each.happened == facts.happened
        ),
        None,
    )


def _attach(case: Case, key: str, account: Account, act: ActRecord, by: By) -> None:
    for paper in CasePaper.objects.filter(case=case, step=key).select_related("document"):
        attach_document(account, paper.document, act=act, user=by.user)


def _tell_of_membership(account: Account, since: date, entry: Entry, by: By) -> None:
    record_grade(
        account,
        grade=entry.membership,
        as_printed="",
        since=PartialDate.on(since),
        units=entry.units,
        user=by.user,
    )


def _standing_act(case: Case, key: str) -> ActRecord | None:
    """Return the act that a step became, or what took its place in the register since."""
    became = CaseAct.objects.filter(case=case, step=key).select_related("act").last()
    act: ActRecord | None = None if became is None else became.act
    while act is not None and act.known_until is not None:
        act = getattr(act, "replaced_by", None)
    return act
