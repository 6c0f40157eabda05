"""What people can record of one entry of a visit, of a person in it, or of a promise."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from elci.desk import promise_recording as promising
from elci.desk import visit_recording as recording
from elci.desk.forms_promises import FateForm, PostponeForm, PromiseForm, WhyForm
from elci.desk.forms_visit_rows import DetailForm
from elci.desk.visit_task import Task
from elci.desk.visit_tasks import VISIT_TASKS
from elci.desk.visit_work import ReasonWorkForm
from elci.domain.visiting.words import PromiseEventKind


def _correction(heading: Promise, task: Task, shown: tuple[str, ...]) -> Task:
    return Task(
        heading,
        gettext_lazy("Save the correction"),
        task.form,
        task.record,
        shown=shown,
        after=task.after,
    )


def _withdrawal(after: str) -> Task:
    return Task(
        gettext_lazy("Take the entry out of the list"),
        gettext_lazy("Take it out"),
        ReasonWorkForm,
        recording.withdraw_entry,
        lead=gettext_lazy("It stays on record with the reason; nothing is deleted."),
        after=after,
    )


_PERSON: Final = ("side", "name", "title", "rank", "role", "place_by_hand", "address_form",
                  "languages", "needs_visa_letter", "needs_badge")  # fmt: skip
ROW_TASKS: Final[Mapping[str, Mapping[str, Task]]] = MappingProxyType(
    {
        "budget": {
            "change": _correction(
                gettext_lazy("Correct the cost"),
                VISIT_TASKS["budget"],
                ("what", "amount", "currency"),
            ),
            "withdraw": _withdrawal("budget"),
        },
        "hour": {
            "change": _correction(
                gettext_lazy("Correct the hour"),
                VISIT_TASKS["hour"],
                ("day", "starts", "ends", "what", "place", "host", "notes"),
            ),
            "withdraw": _withdrawal("programme"),
        },
        "gift": {
            "change": _correction(
                gettext_lazy("Correct the gift"),
                VISIT_TASKS["gift"],
                ("direction", "what", "person", "given_on", "value", "currency", "kept_at", "note"),
            ),
            "withdraw": _withdrawal("gifts"),
        },
        "outcome": {
            "change": _correction(
                gettext_lazy("Correct the outcome"),
                VISIT_TASKS["outcome"],
                ("kind", "text", "happened", "act"),
            ),
            "withdraw": _withdrawal("outcomes"),
        },
        "paper": {"withdraw": _withdrawal("papers")},
        "person": {
            "change": _correction(
                gettext_lazy("Correct the person"), VISIT_TASKS["person"], _PERSON
            ),
            "detail": Task(
                gettext_lazy("Keep something of this person for a time"),
                gettext_lazy("Keep it until its day"),
                DetailForm,
                recording.detail,
                lead=gettext_lazy(
                    "Seen by your workspace only, never in the history, and purged by itself "
                    "after the visit."
                ),
                after="people",
            ),
            "withdraw": Task(
                gettext_lazy("Take the person off the list"),
                gettext_lazy("Take the person off"),
                ReasonWorkForm,
                recording.take_off,
                lead=gettext_lazy("What is kept of the person for a time goes at once."),
                after="people",
            ),
            "erase": Task(
                gettext_lazy("Erase who the person was"),
                gettext_lazy("Erase the name"),
                ReasonWorkForm,
                recording.erase,
                lead=gettext_lazy(
                    "At the person’s request. Name, title and languages go and cannot be brought "
                    "back; the rank stays, because it is counted."
                ),
                after="people",
            ),
        },
    }
)

_FATE: Final = gettext_lazy("What became of it is on record.")
PROMISE_TASKS: Final[Mapping[str, Task]] = MappingProxyType(
    {
        "kept": Task(
            gettext_lazy("Record that the promise was kept"),
            gettext_lazy("It was kept"),
            FateForm,
            promising.settle(PromiseEventKind.KEPT),
            _FATE,
        ),
        "broken": Task(
            gettext_lazy("Record that the promise was not kept"),
            gettext_lazy("It was not kept"),
            WhyForm,
            promising.settle(PromiseEventKind.BROKEN),
            _FATE,
        ),
        "dropped": Task(
            gettext_lazy("Record that both sides dropped the promise"),
            gettext_lazy("It was dropped"),
            WhyForm,
            promising.settle(PromiseEventKind.DROPPED),
            _FATE,
        ),
        "postponed": Task(
            gettext_lazy("Postpone the promise"),
            gettext_lazy("Postpone it"),
            PostponeForm,
            promising.settle(PromiseEventKind.POSTPONED),
            gettext_lazy("The new date is on record, beside the old one."),
        ),
        "reopened": Task(
            gettext_lazy("Open the promise again"),
            gettext_lazy("Open it again"),
            WhyForm,
            promising.settle(PromiseEventKind.REOPENED),
        ),
        "correct": Task(
            gettext_lazy("Correct the promise"),
            gettext_lazy("Save the correction"),
            PromiseForm,
            promising.correct,
            shown=("promiser", "who", "what", "to_whom", "made_on", "due", "unit", "letter"),
        ),
        "withdraw": Task(
            gettext_lazy("Withdraw the promise"),
            gettext_lazy("Withdraw the promise"),
            ReasonWorkForm,
            promising.take_out_promise,
            lead=gettext_lazy("For a promise that was never made. It stays readable."),
        ),
    }
)
