"""The acts of a relation in chapters: each ends with a signing, a renewal or an end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from elci.domain.acts.kinds import CLOSING, OPENING, ActKind
from elci.domain.casework.asking import ENDINGS, Asker, Demand, Parties, act_of
from elci.domain.dates import PartialDate
from elci.domain.law.pack import Step
from elci.domain.law.words import LegalAct, StepKind
from elci.domain.vocabularies import Instrument

EVIDENCE: Final = frozenset(
    {
        ActKind.COUNCIL_DECISION,
        ActKind.COUNCIL_DECISION_TO_END,
        ActKind.SENT_TO_CIVIL_ADMINISTRATOR,
        ActKind.ANNOUNCED,
        ActKind.PERMIT_GRANTED,
        ActKind.PERMIT_REFUSED,
    }
)
"""Acts that show that a step was done."""

PROVES: Final = MappingProxyType({ActKind.PERMIT_REFUSED: ActKind.PERMIT_GRANTED})
"""Acts that concern the step which another kind of act shows to be done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActOnRecord:
    """An act of the register, with what the finder must know of it."""

    kind: ActKind
    happened: PartialDate
    earliest: date
    latest: date
    is_proven: bool
    """Whether a document or a source stands beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation as one account has it."""

    instrument: Instrument
    parties: Parties
    acts: tuple[ActOnRecord, ...]
    has_papers: bool = False
    """Whether the account has documents that are of no act in particular."""


@dataclass(slots=True, kw_only=True)
class Chapter:
    """What the law asked for one signing, renewal or end, and the acts that answer to it."""

    act: LegalAct
    concluded: ActOnRecord
    demands: tuple[Demand, ...]
    evidence: list[ActOnRecord] = field(default_factory=list)

    def asks_for(self, kind: ActKind) -> bool:
        """Whether a step may be asked for that this kind of act shows to be done."""
        return any(
            shown_by(step.step, self.act) is kind
            for demand in self.demands
            for step in demand.steps.values()
        )


def shown_by(step: Step, act: LegalAct) -> ActKind | None:
    """Return the kind of act that shows in the register that a step was done for an act.

    The packs name it for a signing; a renewal and an end have kinds of their own.
    """
    if step.kind is StepKind.SIGNATURE or step.records is ActKind.SIGNED:
        return concluding_kind(act)
    if step.records is ActKind.COUNCIL_DECISION and act in ENDINGS:
        return ActKind.COUNCIL_DECISION_TO_END
    return step.records


def concluding_kind(act: LegalAct) -> ActKind:
    """Return the kind of act in the register with which a legal act is done."""
    if act in ENDINGS:
        return ActKind.TERMINATED
    if act is LegalAct.RENEW_AGREEMENT:
        return ActKind.RENEWED
    return ActKind.ENTERED_INTO_FORCE if act in _JOININGS else ActKind.SIGNED


_JOININGS: Final = frozenset({LegalAct.JOIN_IO, LegalAct.FOUND_IO})


def chapters_of(relation: Relation, asker: Asker) -> list[Chapter]:
    """Return the chapters of a relation, oldest first, each with the acts that belong to it."""
    chapters = [_chapter(relation, concluded, asker) for concluded in conclusions(relation.acts)]
    for act in relation.acts:
        if act.kind in EVIDENCE:
            owner = _owner(act, chapters)
            if owner is not None:
                owner.evidence.append(act)
    return chapters


def conclusions(acts: Iterable[ActOnRecord]) -> list[ActOnRecord]:
    """Return the acts for which the law asked consent: first openings, renewals and ends.

    A second signing of a relation that had not ended, in another place or by another party, and an
    entry into force after a signing conclude nothing anew.
    """
    found: list[ActOnRecord] = []
    is_open = False
    for act in sorted(acts, key=lambda each: (each.earliest, each.latest)):
        if act.kind in OPENING:
            if not is_open:
                found.append(act)
            is_open = True
        elif act.kind in {ActKind.RENEWED, ActKind.TERMINATED}:
            found.append(act)
        is_open = is_open and act.kind not in CLOSING
    return found


def _chapter(relation: Relation, concluded: ActOnRecord, asker: Asker) -> Chapter:
    act = act_of(relation.instrument, concluded.kind)
    demands = asker.demands(act, relation.parties, first=concluded.earliest, last=concluded.latest)
    return Chapter(act=act, concluded=concluded, demands=demands)


def _owner(act: ActOnRecord, chapters: Sequence[Chapter]) -> Chapter | None:
    """Return the first chapter that asks for such an act and ends with it or after it.

    What comes after all of those belongs to the last of them, as too late.
    """
    kind = PROVES.get(act.kind, act.kind)
    asking = [chapter for chapter in chapters if chapter.asks_for(kind)]
    ahead = [chapter for chapter in asking if act.earliest <= chapter.concluded.latest]
    return next(iter(ahead or asking[-1:]), None)
