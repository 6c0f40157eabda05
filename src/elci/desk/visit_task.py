"""Something that a person can record in a visit or of a promise: its form, its words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from elci.desk import promise_recording as promising
from elci.desk import visit_recording as recording
from elci.desk.forms_promises import PromiseForm
from elci.desk.forms_visit_rows import OutcomeForm
from elci.desk.forms_visits import VisitCaseForm
from elci.desk.visit_work import Work, WorkForm
from elci.documents.actions import DocumentRefusedError
from elci.visits.actions import VisitRefusedError

_SAVED: Final = gettext_lazy("It is on record.")


@dataclass(frozen=True, slots=True)
class Task:
    """Something that a person can record."""

    heading: Promise
    button: Promise
    form: type[WorkForm]
    record: Callable[[Work, recording.Cleaned], object]
    told: Promise = _SAVED
    """What is said once it is recorded."""
    lead: Promise | str = ""
    shown: tuple[str, ...] = ()
    """Fields that begin with what is on record."""
    after: str = ""
    """The part of the page to which it leads back."""

    def blank(self, work: Work, *sent: Any) -> WorkForm:
        """Return the form of the task, with what was sent if anything was."""
        return self.form(*sent, work=work, initial=self._initial(work), **_choices(self.form, work))

    def _initial(self, work: Work) -> dict[str, Any]:
        record = work.row or work.promise or work.visit
        found = {name: getattr(record, name) for name in self.shown}
        found |= {
            name: str(found[name].uuid) for name in ("case", "act", "unit") if found.get(name)
        }
        return {name: value for name, value in found.items() if value is not None and value != ""}


def _choices(form: type[WorkForm], work: Work) -> dict[str, Any]:
    if issubclass(form, VisitCaseForm):
        return {"cases": recording.case_choices(work)}
    if issubclass(form, OutcomeForm):
        return {"acts": recording.act_choices(work)}
    if issubclass(form, PromiseForm):
        workspace = (work.promise or work.on_visit).workspace
        return {"units": promising.unit_choices(workspace, work)}
    return {}


def entered(task: Task, form: WorkForm) -> bool:
    """Record what a valid form says, all or nothing; where it is refused, the form says why."""
    return tried(form, lambda: task.record(form.work, form.cleaned_data))


def tried(form: WorkForm, record: Callable[[], object]) -> bool:
    """Record something in one transaction; where it is refused, the form says why."""
    try:
        with transaction.atomic():
            record()
    except VisitRefusedError as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
    except DocumentRefusedError as refusal:
        form.add_error("document", str(refusal))
    else:
        return True
    return False
