from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, TypeVar

from django.db.models import QuerySet

from elci.documents.models import Document
from elci.domain.visiting.money import Amount, totals
from elci.domain.visiting.programmes import Slot, overlaps
from elci.foundation.eyes import Eyes
from elci.visits.models import (
    BudgetLine,
    Delegate,
    Gift,
    Outcome,
    ProgrammeItem,
    Visit,
    VisitPaper,
)

Row = TypeVar("Row", BudgetLine, ProgrammeItem, Gift, Outcome, VisitPaper, Delegate)


_NAMED: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "budget": BudgetLine,
        "hour": ProgrammeItem,
        "gift": Gift,
        "outcome": Outcome,
        "paper": VisitPaper,
        "person": Delegate,
    }
)


@dataclass(frozen=True, slots=True)
class Hour:
    """An item of the programme, with what stands at the same time."""

    item: ProgrammeItem
    beside: Sequence[ProgrammeItem]


def rows_of(model: type[Row], visit: Visit) -> QuerySet[Row]:
    """Return the rows of a visit that stand, in their order."""
    return model._default_manager.filter(visit=visit, withdrawn_at=None)  # noqa: SLF001 -- Django's own way to reach it


def rows_editable_by(model: type[Row], eyes: Eyes) -> QuerySet[Row]:
    """Return the rows that stand in visits of workspaces in which the reader may record."""
    return model._default_manager.filter(  # noqa: SLF001 -- as above
        visit__workspace_id__in=eyes.writes, visit__withdrawn_at=None, withdrawn_at=None
    ).select_related("visit__workspace")


def named_rows_editable_by(name: str, eyes: Eyes) -> QuerySet[Any]:
    """Return the rows that stand of a kind, by the name that addresses have for it.

    Raises ``KeyError`` for another name.
    """
    return rows_editable_by(_NAMED[name], eyes)


def budget_of(visit: Visit) -> list[BudgetLine]:
    """Return what a visit is expected to cost, line by line."""
    return list(rows_of(BudgetLine, visit))


def gifts_of(visit: Visit) -> list[Gift]:
    """Return the gifts of a visit."""
    return list(rows_of(Gift, visit))


def outcomes_of(visit: Visit) -> list[Outcome]:
    """Return what came of a visit, with the acts and the evidence."""
    return list(rows_of(Outcome, visit).select_related("act__account", "document"))


def papers_of(visit: Visit) -> list[VisitPaper]:
    """Return the documents in the file of a visit."""
    return list(rows_of(VisitPaper, visit).select_related("document"))


def programme_of(visit: Visit) -> list[Hour]:
    """Return the programme of a visit, each hour with those at the same time."""
    items = list(rows_of(ProgrammeItem, visit))
    beside: dict[int, list[ProgrammeItem]] = {}
    for one, other in overlaps([Slot(each.day, each.starts, each.ends) for each in items]):
        beside.setdefault(one, []).append(items[other])
        beside.setdefault(other, []).append(items[one])
    return [Hour(item, beside.get(place, ())) for place, item in enumerate(items)]


def budget_totals(lines: Sequence[BudgetLine]) -> tuple[Amount, ...]:
    """Return what some lines come to, for each currency apart."""
    return totals(Amount(line.amount, line.currency) for line in lines)


def visit_documents(visit: Visit) -> list[Document]:
    """Return the documents of a visit: invitation, papers, minutes and evidence, each once."""
    found = [each.document for each in rows_of(VisitPaper, visit).select_related("document")]
    found += [each.document for each in visit.minutes.select_related("document") if each.document]
    outcomes = rows_of(Outcome, visit).select_related("document")
    found += [each.document for each in outcomes if each.document]
    if visit.invitation is not None:
        found.append(visit.invitation)
    return list(dict.fromkeys(found))
