"""The whole of a pack's law on one day: every act and every body, with a word for each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from elci.domain.law.index import index_of
from elci.domain.law.outcomes import outcome_of
from elci.domain.law.pack import Pack
from elci.domain.law.words import (
    ACT,
    BODY,
    COUNTERPART,
    WEIGHT,
    Body,
    Counterpart,
    GapKind,
    LegalAct,
    Slot,
    Verdict,
)

_OTHER_THAN_A_LOCAL_AUTHORITY: Final[Mapping[LegalAct, Counterpart]] = MappingProxyType(
    {
        LegalAct.JOIN_IO: Counterpart.INTERNATIONAL_BODY,
        LegalAct.FOUND_IO: Counterpart.INTERNATIONAL_BODY,
        LegalAct.LEAVE_IO: Counterpart.INTERNATIONAL_BODY,
        LegalAct.CONTACT_MISSION: Counterpart.FOREIGN_MISSION,
        LegalAct.ACCEPT_CONDITIONAL_GRANT: Counterpart.INTERNATIONAL_BODY,
        LegalAct.NAME_PLACE: Counterpart.NONE,
        LegalAct.HONORARY_CITIZEN: Counterpart.NONE,
    }
)
NOTHING_STATED: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What the law says to one body about one act with one counterpart."""

    act: LegalAct
    body: Body
    counterpart: Counterpart
    verdict: Verdict
    slot: Slot | None = None
    """Whose matter it is: the slot of the rule that weighs most; nothing where no rule won."""
    contested: bool = False
    impossible: bool = False
    """Whether the case cannot be, which is not the same as not being known."""


@dataclass(frozen=True, slots=True)
class Row:
    """An act with a cell for each body that was asked about, in their order."""

    act: LegalAct
    cells: tuple[Cell, ...]


def natural_counterpart(act: LegalAct) -> Counterpart:
    """Return with whom an act is usually done."""
    return _OTHER_THAN_A_LOCAL_AUTHORITY.get(act, Counterpart.FOREIGN_LOCAL_AUTHORITY)


def overview(
    pack: Pack,
    *,
    on: date,
    bodies: Iterable[Body] = tuple(Body),
    counterpart: Counterpart | None = None,
    context: Mapping[str, str] = NOTHING_STATED,
) -> tuple[Row, ...]:
    """Return every act for some bodies on a day, each with its natural counterpart by default."""
    columns = tuple(bodies)
    return tuple(
        Row(
            act,
            tuple(
                cell_of(pack, act=act, body=body, on=on, counterpart=counterpart, context=context)
                for body in columns
            ),
        )
        for act in LegalAct
    )


def cell_of(
    pack: Pack,
    *,
    act: LegalAct,
    body: Body,
    on: date,
    counterpart: Counterpart | None = None,
    context: Mapping[str, str] = NOTHING_STATED,
) -> Cell:
    """Return the word for one case; before the pack's horizon it is *not modelled*."""
    whom = natural_counterpart(act) if counterpart is None else counterpart
    if on < pack.horizon_from:
        return Cell(act=act, body=body, counterpart=whom, verdict=Verdict.NOT_MODELLED)
    index = index_of(pack)
    segment = index.segment_at(on)
    case = index.case({ACT: act, BODY: body, COUNTERPART: whom}, context)
    outcome = outcome_of(index, segment, segment.bits_of(case))
    return Cell(
        act=act,
        body=body,
        counterpart=whom,
        verdict=outcome.verdict,
        slot=next((won.slot for won in outcome.winners if won.verdict is outcome.verdict), None),
        contested=outcome.contested,
        impossible=outcome.gap is not None and outcome.gap.kind is GapKind.IMPOSSIBLE,
    )


def by_verdict(cells: Iterable[Cell]) -> dict[Verdict, tuple[Cell, ...]]:
    """Return cells by what they say, the verdict that weighs most first."""
    found: dict[Verdict, list[Cell]] = {}
    for cell in sorted(cells, key=lambda each: WEIGHT[each.verdict]):
        found.setdefault(cell.verdict, []).append(cell)
    return {verdict: tuple(each) for verdict, each in found.items()}
