"""The facts of a case: stated, and stated otherwise, with everything that was said before kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from elci.consent.actions.recording import By, GivenPaper, add, file_papers, held
from elci.consent.actions.refusals import CaseRefusedError
from elci.consent.models import Case, CaseEvent
from elci.consent.queries.cases import state_of
from elci.domain.casework.events import PaperAdded, Stated
from elci.domain.casework.particulars import Particulars, changed_facts, is_known
from elci.domain.casework.state import CaseState

FACT_PAPERS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "draft": ("draft_protocol", "draft_statutes"),
        "foreign_draft": ("draft_protocol", "draft_statutes"),
        "administrators_letter": (),
    }
)
"""The papers that come with the facts of a case, each with the papers of steps that it is."""


class ReasonMissingError(CaseRefusedError):
    """Something on record was to be changed without saying why."""

    def __init__(self) -> None:
        super().__init__(_("Something that is on record would be changed. Say in a few words why."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Facts that somebody states, with where they are from, and why they are others than before."""

    facts: Particulars
    """All facts of the case as they are by now; those that differ are stated."""
    seen: int = 0
    """How often facts had been stated in what the person saw."""
    source: str = ""
    reason: str = ""
    papers: tuple[GivenPaper, ...] = ()
    """By the names in ``FACT_PAPERS``."""


@transaction.atomic
def state_facts(case: Case, statement: Statement, *, on: date, by: By) -> CaseEvent:
    """State facts of a case; what is on record is only changed with a reason, and stays readable.

    A paper that a step asks for is filed under that step. Raises ``CaseRefusedError`` where nothing
    is new or somebody else was faster, ``ReasonMissingError`` where something on record would
    change without a reason.
    """
    case = held(case)
    state = state_of(case, by.today)
    if state.statements != statement.seen:
        raise CaseRefusedError(
            _(
                "Somebody else recorded facts of this case while you were writing. Open this page "
                "again, look at what stands there now, and make your change once more."
            )
        )
    names = changed_facts(state.particulars, statement.facts)
    if names == () and statement.papers == ():
        raise CaseRefusedError(_("Nothing is new. Change what is wrong, or add what is missing."))
    if any(is_known(state.particulars, name) for name in names) and not statement.reason.strip():
        raise ReasonMissingError
    said = statement.facts.written(names)
    stated = Stated(on=on, said=said, source=statement.source, reason=statement.reason)
    event = add(case, stated, by)
    _file(event, state, statement.papers, on=on, by=by)
    return event


def _file(
    event: CaseEvent, state: CaseState, papers: Sequence[GivenPaper], *, on: date, by: By
) -> None:
    for given in papers:
        step, paper = _asked_for(state, given.paper)
        if step == "":
            file_papers(event, "", [given], by)
        else:
            named = GivenPaper(paper=paper, document=given.document)
            filed = add(event.case, PaperAdded(on=on, key=step, paper=paper), by)
            file_papers(filed, step, [named], by)


def _asked_for(state: CaseState, name: str) -> tuple[str, str]:
    """Return the step that asks for a paper, and how it calls it; nothing where none does."""
    wanted = FACT_PAPERS[name]
    return next(
        (
            (step.key, paper.key)
            for step in state.steps
            for paper in step.step.papers
            if paper.key in wanted
        ),
        ("", name),
    )
