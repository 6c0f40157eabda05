"""What is said of a case: how it stands, what to do next, what happened in it."""

from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from elci.consent.choices import EventChoice
from elci.desk.case_facts import stated_lines
from elci.desk.forms_cases import papers_of_step
from elci.desk.templatetags.casework import in_words
from elci.domain.casework.events import Event, Sent, Stated
from elci.domain.casework.procedure import OF_THE_ACT
from elci.domain.casework.state import CaseState, CaseStatus, StepState, StepStatus
from elci.domain.law.authorities import BY_OTHERS
from elci.foundation.templatetags.elci import said

OVER: Final = frozenset({CaseStatus.SIGNED, CaseStatus.SIGNED_WITHOUT, CaseStatus.CLOSED})
_DOABLE: Final = (StepStatus.LATE, StepStatus.DUE, StepStatus.WAITING, StepStatus.REFUSED)


def next_step(state: CaseState) -> StepState | None:
    """Return the step to look at first: one that is late, else one to be done, else an awaited."""
    found = [(_DOABLE.index(each.status), each) for each in state.steps if each.status in _DOABLE]
    return min(found, key=lambda each: each[0])[1] if found else None


def where_it_stands(state: CaseState, sent: Sent | None) -> str:
    """Return in one sentence how a case stands."""
    done = sum(step.done is not None for step in state.steps)
    sentences = {
        CaseStatus.NOT_MODELLED: _("The law pack says nothing of this act on its day."),
        CaseStatus.PREPARING: _("In preparation: %(done)s of %(all)s steps are on record."),
        CaseStatus.WITH_AUTHORITY: _("The file is with this authority since %(day)s: %(whom)s."),
        CaseStatus.REFUSED: _("The consent was refused."),
        CaseStatus.READY: _("Everything that the law puts before the act is on record."),
        CaseStatus.SIGNED: _("It was carried out on %(act)s."),
        CaseStatus.SIGNED_WITHOUT: _(
            "It was carried out on %(act)s without what the law puts before it."
        ),
        CaseStatus.CLOSED: _("The case was closed on %(closed)s; everything stays readable."),
    }
    return sentences[state.status] % {
        "done": done,
        "all": len(state.steps),
        "day": "" if sent is None else said(sent.on),
        "whom": "" if sent is None else sent.to,
        "act": "" if state.signature is None else said(state.signature.on),
        "closed": "" if state.closed_on is None else said(state.closed_on),
    }


def what_to_do(state: CaseState) -> str:
    """Return in one sentence what to do next; empty where nothing is left to do."""
    if state.status is CaseStatus.CLOSED:
        return ""
    if state.papers_asked:
        return _("Next: hand in the paper that was asked for: %(paper)s.") % {
            "paper": state.papers_asked[0].paper
        }
    step = next_step(state)
    if state.status is CaseStatus.READY and (step is None or step.step.kind in OF_THE_ACT):
        return _("Next: record the act itself once it has happened.")
    if step is None:
        return _("Next: close the case.") if state.status in OVER else ""
    return _next_sentence(step) % {
        "step": in_words(step.step.name),
        "authority": "" if step.asked is None else in_words(step.asked.authority),
    }


def _next_sentence(step: StepState) -> str:
    if step.status is StepStatus.REFUSED:
        return _("Next: answer the reasons and send the file again, or close the case.")
    if step.status is StepStatus.WAITING:
        return _("Next: wait for the answer, or record it: %(step)s.")
    if step.step.kind in BY_OTHERS and step.sent is None:
        return _("Next: send the file (%(step)s) to: %(authority)s.")
    return _("Next: %(step)s.")


def words_of(event: Event, state: CaseState) -> str:
    """Return what happened, and to which step."""
    word = str(EventChoice(event.kind).label)
    step = state.step(getattr(event, "key", "") or "")
    return word if step is None else f"{word}: {in_words(step.step.name)}"


def details_of(event: Event, state: CaseState) -> list[str]:
    """Return what an event says besides, as *name: text*."""
    names = {
        "number": _("Number"),
        "organ": _("Organ"),
        "to": _("Sent to"),
        "by": _("By"),
        "final_on": _("Final on"),
        "paper": _("Paper"),
        "from_whom": _("Asked from"),
        "body": _("Body asked"),
        "opinion": _("Opinion"),
        "missing": _("Missing"),
        "reason": _("Reason"),
        "reasons": _("Reasons"),
        "note": _("Note"),
        "by_when": _("Awaited by"),
        "about": _("On what it is asked"),
        "conditions": _("Conditions"),
        "source": _("Where this is from"),
    }
    told = stated_lines(event) if isinstance(event, Stated) else []
    for name, label in names.items():
        value = getattr(event, name, None)
        if value:
            told.append(f"{label}: {_told_value(name, value, event, state)}")
    return told


def _told_value(name: str, value: object, event: Event, state: CaseState) -> str:
    if isinstance(value, date):
        return said(value)
    if name == "missing" and isinstance(value, tuple):
        return ", ".join(_step_name(key, state) for key in value)
    if isinstance(value, tuple):
        return "; ".join(value)
    if name == "paper":
        return paper_name(state, getattr(event, "key", ""), str(value))
    return str(value)


def _step_name(key: str, state: CaseState) -> str:
    step = state.step(key)
    return key if step is None else in_words(step.step.name)


def paper_name(state: CaseState, step_key: str, paper: str) -> str:
    """Return a paper by its name in the law, or as somebody called it."""
    step = state.step(step_key)
    names = {} if step is None else {each.key: in_words(each.name) for each in papers_of_step(step)}
    return names.get(paper, paper)
