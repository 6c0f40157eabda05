"""Cases as the desk shows them: who is waited for, what is on record, what to do next."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.consent.queries.cases import (
    cases_visible_to,
    domain_event,
    events_of,
    papers_of,
    state_of,
    states_of,
)
from elci.consent.queries.ministry import cases_sent_to_offices_of, ministry_queue
from elci.consent.queries.reminders import Reminder, ReminderKind, reminders_for
from elci.desk.case_facts import ToldFact, told_facts
from elci.desk.case_words import (
    OVER,
    details_of,
    next_step,
    what_to_do,
    where_it_stands,
    words_of,
)
from elci.desk.forms_cases import papers_of_step
from elci.desk.templatetags.casework import in_words
from elci.domain.casework.events import EventKind, SignedWithout
from elci.domain.casework.procedure import OF_THE_ACT
from elci.domain.casework.state import CaseState, CaseStatus, StepFlag, StepState, StepStatus
from elci.domain.law.authorities import BY_OTHERS
from elci.foundation.eyes import Eyes
from elci.foundation.templatetags.elci import named, reader_language

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from elci.agreements.models import Account
    from elci.consent.models import Case, CaseEvent, CasePaper

_LAW_CHANGED: Final = frozenset({StepFlag.AUTHORITY_CHANGED, StepFlag.ASKED_FROM_LATER})
_REMINDERS: Final = {
    ReminderKind.STEP: gettext_lazy("to be done"),
    ReminderKind.AWAITED: gettext_lazy("an answer is awaited"),
    ReminderKind.PAPER: gettext_lazy("paper asked for"),
    ReminderKind.OPINION: gettext_lazy("opinion asked for"),
    ReminderKind.DECISION: gettext_lazy("to be decided"),
}
LATE: Final = "late"
ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in a list: who has to act, on what, since when, and what is due next."""

    case: "Case"
    state: CaseState
    whom: str
    since: date
    next_step: StepState | None
    what: str = ""
    """On what they have to act."""
    lies_with: str = ""
    """The authority with which the file lies while somebody else has to act."""

    @property
    def is_late(self) -> bool:
        """Whether a step is overdue."""
        return any(step.status is StepStatus.LATE for step in self.state.steps)

    @property
    def is_over(self) -> bool:
        """Whether nothing is waited for any more."""
        return self.state.status in OVER and not self.state.open_steps

    @property
    def due(self) -> date | None:
        """The first day by which something is due."""
        return None if self.state.status is CaseStatus.CLOSED else self.state.next_due


@dataclass(frozen=True, slots=True)
class FiledPaper:
    """A paper of a step: its name, and what is in the file of it."""

    key: str
    name: str
    filed: "Sequence[CasePaper]"


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """Something that happened in a case, in words."""

    event: "CaseEvent"
    words: str
    details: Sequence[str]
    stands: bool


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A step as the page of a case shows it."""

    number: int
    state: StepState
    papers: Sequence[FiledPaper]
    is_the_act: bool
    is_decided_by_others: bool

    @property
    def is_settled(self) -> bool:
        """Whether it is done or nothing of it is asked any more."""
        return self.state.done is not None or self.state.status is StepStatus.NO_LONGER_ASKED

    @property
    def with_authority(self) -> bool:
        """Whether the file lies with an authority that has not answered."""
        return self.state.sent is not None and not self.is_settled and self.state.refused is None


@dataclass(frozen=True, slots=True)
class ToldReminder:
    """What is to be done, in words."""

    reminder: Reminder
    what: str
    word: Any

    @property
    def is_decision(self) -> bool:
        """Whether an office of the reader is to decide."""
        return self.reminder.kind is ReminderKind.DECISION


@dataclass(frozen=True, slots=True)
class ToldCase:
    """Everything that the page of a case says."""

    case: "Case"
    state: CaseState
    stands: str
    to_do: str
    steps: Sequence[ToldStep]
    loose_papers: "Sequence[CasePaper]"
    events: Sequence[ToldEvent]
    law_changed: bool
    signed_without: ToldEvent | None
    suspended: bool
    facts: Sequence[ToldFact]


def case_lines(eyes: Eyes, today: date) -> list[CaseLine]:
    """Return the cases of the reader's workspaces: late ones first, then by what is due next."""
    own = own_cases(eyes)
    return _in_order(case_line(case, state) for case, state in states_of(own, today))


def own_cases(eyes: Eyes) -> "QuerySet[Case]":
    """Return the cases of the reader's workspaces."""
    return cases_visible_to(eyes).filter(workspace_id__in=eyes.reads)


def queue_lines(eyes: Eyes, today: date) -> list[CaseLine]:
    """Return what lies at the reader's offices: late ones first, then what has lain longest."""
    found = [office_line(case, state) for case, state in states_of(ministry_queue(eyes), today)]
    return sorted(found, key=lambda line: (not line.is_late, line.since, line.case.pk))


def answered_cases(eyes: Eyes, most: int) -> "list[Case]":
    """Return the latest cases that were sent to the reader's offices and lie there no more."""
    lying = ministry_queue(eyes).values("pk").order_by()
    return list(cases_sent_to_offices_of(eyes).exclude(pk__in=lying)[:most])


def wanted_lines(lines: Iterable[CaseLine], wanted: str) -> list[CaseLine]:
    """Return the cases of a status; those that are late, all, or those that are not over."""
    if wanted == ALL:
        return list(lines)
    if wanted == LATE:
        return [line for line in lines if line.is_late]
    if wanted:
        return [line for line in lines if line.state.status == wanted]
    return [line for line in lines if not line.is_over]


def counts_of(lines: Sequence[CaseLine]) -> Counter[str]:
    """Return how many cases there are of each status, and how many are late, open and in all."""
    counts: Counter[str] = Counter(str(line.state.status) for line in lines)
    counts[LATE] = sum(line.is_late for line in lines)
    counts[ALL] = len(lines)
    counts[""] = sum(not line.is_over for line in lines)
    return counts


def case_line(case: "Case", state: CaseState) -> CaseLine:
    """Return a case with who has to act, on what, since when, and where its file lies meanwhile."""
    step = next_step(state)
    sent = next((each for each in state.open_steps if each.sent is not None), None)
    lies_with = "" if sent is None or sent.sent is None else sent.sent.to
    if state.papers_asked:
        asked = state.papers_asked[0]
        papers = ", ".join(each.paper for each in state.papers_asked)
        what = _("to hand in: %(papers)s") % {"papers": papers}
        return CaseLine(case, state, asked.from_whom, asked.on, step, what, lies_with)
    if sent is not None and sent.sent is not None:
        what = _("to decide: %(step)s") % {"step": in_words(sent.step.name)}
        return CaseLine(case, state, lies_with, sent.sent.on, step, what)
    if state.opinions_asked:
        opinion = state.opinions_asked[0]
        return CaseLine(case, state, opinion.body, opinion.on, step, _("to give its opinion"))
    done = [each.done.on for each in state.steps if each.done is not None]
    what = "" if step is None else _("to do: %(step)s") % {"step": in_words(step.step.name)}
    return CaseLine(case, state, named(case.workspace), max([state.opened_on, *done]), step, what)


def office_line(case: "Case", state: CaseState) -> CaseLine:
    """Return a case as its office sees it in the queue."""
    step = state.step(case.office_step)
    sent = None if step is None else step.sent
    since = state.opened_on if sent is None else sent.on
    return CaseLine(case, state, named(case.workspace), since, step)


def told_case(case: "Case", today: date) -> ToldCase:
    """Return everything that the page of a case says."""
    state = state_of(case, today)
    sent = next((each.sent for each in state.open_steps if each.sent is not None), None)
    papers = list(papers_of(case))
    events = told_events(case, state)
    steps = told_steps(state, papers)
    shown = {paper.pk for step in steps for each in step.papers for paper in each.filed}
    return ToldCase(
        case=case,
        state=state,
        stands=where_it_stands(state, sent),
        to_do=what_to_do(state),
        steps=steps,
        loose_papers=[each for each in papers if each.pk not in shown],
        events=events,
        law_changed=any(map(_changed, state.steps)),
        signed_without=next(
            (each for each in events if each.event.kind == EventKind.SIGNED_WITHOUT), None
        ),
        suspended=any(pause.until is None for pause in state.pauses),
        facts=told_facts(state),
    )


def told_events(case: "Case", state: CaseState) -> list[ToldEvent]:
    """Return everything that was recorded in a case; what was corrected does not stand."""
    events = list(events_of(case))
    wrong = {each.corrects_id for each in events}
    return [
        ToldEvent(
            event=event,
            words=words_of(domain_event(event), state),
            details=details_of(domain_event(event), state),
            stands=event.pk not in wrong,
        )
        for event in events
    ]


def told_steps(state: CaseState, papers: "Sequence[CasePaper]") -> list[ToldStep]:
    """Return the steps with the papers that are in the file and those that are missing."""
    return [
        ToldStep(
            number=number,
            state=step,
            papers=_papers_of_step(step, papers),
            is_the_act=step.step.kind in OF_THE_ACT,
            is_decided_by_others=step.step.kind in BY_OTHERS,
        )
        for number, step in enumerate(state.steps, start=1)
    ]


def _papers_of_step(step: StepState, papers: "Sequence[CasePaper]") -> list[FiledPaper]:
    own = [each for each in papers if each.step == step.key]
    wanted = {paper.key: in_words(paper.name) for paper in papers_of_step(step)}
    names = {**wanted, **{each.paper: each.paper for each in own if each.paper not in wanted}}
    return [
        FiledPaper(key, name, [each for each in own if each.paper == key])
        for key, name in names.items()
    ]


def signed_without_of(account: "Account", eyes: Eyes) -> "list[tuple[Case, CaseEvent, str]]":
    """Return the cases in which a relation was signed without a required step, who said why."""
    found = []
    for case in own_cases(eyes).filter(account_id=account.pk):
        for event in events_of(case).filter(kind=EventKind.SIGNED_WITHOUT):
            said_so = domain_event(event)
            reason = said_so.reason if isinstance(said_so, SignedWithout) else ""
            found.append((case, event, reason))
    return found


def told_reminders(eyes: Eyes, today: date) -> list[ToldReminder]:
    """Return what is due in the reader's own cases and offices, what is late or due first first."""
    return [
        ToldReminder(
            reminder=each,
            what=each.what_en if reader_language() == "en" else each.what_tr,
            word=_REMINDERS[each.kind],
        )
        for each in reminders_for(eyes, today)
    ]


def _in_order(lines: Iterable[CaseLine]) -> list[CaseLine]:
    return sorted(
        lines,
        key=lambda line: (
            line.is_over,
            not line.is_late,
            line.due or date.max,
            line.since,
            line.case.pk,
        ),
    )


def _changed(step: StepState) -> bool:
    return step.status is StepStatus.NO_LONGER_ASKED or bool(step.flags & _LAW_CHANGED)
