"""Visits as the desk shows them: lists, the whole of one visit, and what to do next."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from elci.desk.history import ToldChange, told_changes
from elci.domain.visiting.words import Direction, Side, Stage
from elci.foundation.eyes import Eyes
from elci.visits.queries.people import delegation_of, purges_of
from elci.visits.queries.promises import (
    ToldPromise,
    promises_visible_to,
    promises_with,
    told_promises,
)
from elci.visits.queries.rows import (
    Hour,
    budget_of,
    budget_totals,
    gifts_of,
    outcomes_of,
    papers_of,
    programme_of,
)
from elci.visits.queries.visits import (
    VisitLine,
    accounts_with,
    changes_of_visit,
    minutes_of,
    visit_lines,
    visits_visible_to,
    visits_with,
)

if TYPE_CHECKING:
    from elci.agreements.models import Account
    from elci.domain.visiting.money import Amount
    from elci.organisations.models import Organisation
    from elci.visits.models import (
        BudgetLine,
        Delegate,
        Gift,
        Minutes,
        Outcome,
        Purge,
        Visit,
        VisitPaper,
    )


@dataclass(frozen=True, slots=True)
class VisitPage:
    """Everything that the page of a visit says."""

    visit: "Visit"
    line: VisitLine
    relations: "Sequence[Account]"
    budget: "Sequence[BudgetLine]"
    totals: "Sequence[Amount]"
    programme: Sequence[Hour]
    theirs: "Sequence[Delegate]"
    ours: "Sequence[Delegate]"
    gifts: "Sequence[Gift]"
    minutes: "Minutes | None"
    earlier_minutes: "Sequence[Minutes]"
    outcomes: "Sequence[Outcome]"
    promises: Sequence[ToldPromise]
    papers: "Sequence[VisitPaper]"
    purges: "Sequence[Purge]"
    changes: Sequence[ToldChange]

    @property
    def keeps_details(self) -> bool:
        """Whether anything is kept of people that will be purged."""
        return any(each.kept_details for each in (*self.theirs, *self.ours))  # type: ignore[attr-defined] # the query adds it

    @property
    def next_task(self) -> tuple[str, Promise] | None:
        """What is most likely to be done next, by the name of its task."""
        visit = self.visit
        if visit.stage == Stage.HELD:
            if self.minutes is None:
                return "minutes", gettext_lazy("Write the minutes")
            lacks = self.line.lack is not None
            return ("outcome", gettext_lazy("Record what came of the visit")) if lacks else None
        if visit.stage == Stage.CANCELLED:
            return None
        if self.line.lack is not None:
            return "hold", gettext_lazy("Record that the visit was held")
        return _next_of_plan(self)


def _next_of_plan(page: VisitPage) -> tuple[str, Promise] | None:
    visit = page.visit
    steps: tuple[tuple[object, str, Promise], ...] = (
        (visit.aim, "purpose", gettext_lazy("Say what the visit is for")),
        (visit.invited_by, "invitation", gettext_lazy("Record the invitation")),
        (page.theirs or page.ours, "paste", gettext_lazy("Paste a delegation list")),
        (page.programme, "hour", gettext_lazy("Add an hour to the programme")),
    )
    return next(((name, words) for done, name, words in steps if not done), None)


def visit_page(visit: "Visit", eyes: Eyes, today: date) -> VisitPage:
    """Return everything that the page of a visit says."""
    budget = budget_of(visit)
    minutes = list(minutes_of(visit))
    line = visit_lines(visits_visible_to(eyes).filter(pk=visit.pk), today)[0]
    promises = promises_visible_to(eyes).filter(visit=visit, withdrawn_at=None)
    return VisitPage(
        visit=visit,
        line=line,
        relations=accounts_with(visit.workspace, line.partners, eyes),
        budget=budget,
        totals=budget_totals(budget),
        programme=programme_of(visit),
        theirs=delegation_of(visit, Side.THEIRS),
        ours=delegation_of(visit, Side.OURS),
        gifts=gifts_of(visit),
        minutes=minutes[-1] if minutes else None,
        earlier_minutes=minutes[:-1],
        outcomes=outcomes_of(visit),
        promises=told_promises(promises, today),
        papers=papers_of(visit),
        purges=list(purges_of(visit)),
        changes=told_changes(changes_of_visit(visit, eyes), {}),
    )


_SHOWN: Final[Mapping[str, tuple[Promise, Callable[[VisitLine], bool]]]] = {
    "": (gettext_lazy("all"), lambda _line: True),
    "planned": (gettext_lazy("planned"), lambda line: line.visit.stage == Stage.PLANNED),
    "held": (gettext_lazy("held"), lambda line: line.visit.stage == Stage.HELD),
    "cancelled": (gettext_lazy("cancelled"), lambda line: line.visit.stage == Stage.CANCELLED),
    "incoming": (
        gettext_lazy("they visit us"),
        lambda line: line.visit.direction == Direction.INCOMING,
    ),
    "outgoing": (
        gettext_lazy("we visit them"),
        lambda line: line.visit.direction == Direction.OUTGOING,
    ),
    "without-outcome": (gettext_lazy("without an outcome"), lambda line: line.lack is not None),
}


def shown_lines(
    lines: Sequence[VisitLine], wanted: str
) -> tuple[list[VisitLine], list[tuple[str, Promise, int, bool]]]:
    """Return the visits of a filter, and every filter with its word and its number."""
    wanted = wanted if wanted in _SHOWN else ""
    numbers = Counter(
        key for line in lines for key, (_word, is_of) in _SHOWN.items() if is_of(line)
    )
    filters = [
        (key, word, numbers[key], key == wanted)
        for key, (word, _is_of) in _SHOWN.items()
        if numbers[key] or key in {"", wanted}
    ]
    return [line for line in lines if _SHOWN[wanted][1](line)], filters


_STATES: Final[Mapping[str, tuple[Promise, tuple[str, ...]]]] = {
    "": (gettext_lazy("open and overdue"), ("open", "overdue")),
    "overdue": (gettext_lazy("overdue"), ("overdue",)),
    "kept": (gettext_lazy("kept"), ("kept",)),
    "broken": (gettext_lazy("not kept"), ("broken",)),
    "dropped": (gettext_lazy("dropped"), ("dropped",)),
    "all": (gettext_lazy("all"), ("open", "overdue", "kept", "broken", "dropped")),
}


def shown_promises(
    told: Sequence[ToldPromise], wanted: str
) -> tuple[list[ToldPromise], list[tuple[str, Promise, int, bool]]]:
    """Return the promises of a filter, and every filter with its word and its number."""
    wanted = wanted if wanted in _STATES else ""
    numbers = Counter(each.state.value for each in told)
    filters = [
        (key, word, sum(numbers[state] for state in states), key == wanted)
        for key, (word, states) in _STATES.items()
    ]
    return [each for each in told if each.state in _STATES[wanted][1]], filters


def of_relation(
    account: "Account", bodies: "Iterable[Organisation]", eyes: Eyes, today: date
) -> dict[str, Any]:
    """Return the visits and promises with the partners of a relation, as its page shows them."""
    partners, own = [body.pk for body in bodies], {"workspace": account.workspace_id}
    return {
        "visit_lines": visit_lines(visits_with(partners, eyes).filter(**own), today),
        "told_promises": told_promises(promises_with(partners, eyes).filter(**own), today),
    }
