"""What people can record in a case: each task with its form, its words and what records it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from elci.agreements.actions import DuplicateRelationError
from elci.consent.actions import (
    CaseRefusedError,
    MissingStepsError,
    NotAllowedError,
    ReasonMissingError,
)
from elci.desk.case_recording import (
    Cleaned,
    FileRefusedError,
    end_case,
    file_paper,
    give_permit,
    hand_in,
    office_choices,
    record_act_done,
    record_act_without,
    record_correction,
    record_facts,
    record_opinion,
    record_outside_refusal,
    record_step,
    refuse_permit,
    request_opinion,
    request_paper,
    restart_periods,
    send_file,
    stop_periods,
    take_back,
)
from elci.desk.forms_cases import (
    AddPaperForm,
    CaseReasonForm,
    CorrectStepForm,
    DatedForm,
    DatedReasonForm,
    SignForm,
    SignWithoutForm,
    StepForm,
    Work,
    WorkForm,
)
from elci.desk.forms_facts import FactsForm
from elci.desk.forms_requests import (
    AskOpinionForm,
    AskPaperForm,
    GiveOpinionForm,
    PermitForm,
    RefusalForm,
    SendForm,
    SupplyPaperForm,
)
from elci.desk.refusals import told_refusal
from elci.domain.acts.refusals import ActRefusedError


@dataclass(frozen=True, slots=True)
class Task:
    """Something that a person can record in a case."""

    heading: Promise
    button: Promise
    told: Promise
    """What is said once it is recorded."""
    form: type[WorkForm]
    record: Callable[[Work, Cleaned], object]
    lead: Promise | str = ""

    def blank(self, work: Work, *sent: Any) -> WorkForm:
        """Return the form of the task, with what was sent if anything was."""
        more = {"offices": office_choices(work)} if issubclass(self.form, SendForm) else {}
        return self.form(*sent, work=work, **more)


def entered(task: Task, form: WorkForm) -> bool:
    """Record what a valid form says, all or nothing; where it is refused, the form says why."""
    try:
        with transaction.atomic():
            task.record(form.work, form.cleaned_data)
    except FileRefusedError as refusal:
        form.add_error(refusal.field, str(refusal))
    except ActRefusedError as refusal:
        form.add_error("on", told_refusal(refusal))
    except DuplicateRelationError as refusal:
        form.add_error("separate" if refusal.may_be_separate else None, str(refusal))
    except ReasonMissingError as refusal:
        form.add_error("reason", str(refusal))
    except CaseRefusedError as refusal:
        form.add_error(None, str(refusal))
        if isinstance(form, SignForm):
            form.misses_steps = isinstance(refusal, MissingStepsError | NotAllowedError)
    else:
        return True
    return False


_REQUESTS: Final = {
    "ask-paper": Task(
        gettext_lazy("Ask for a missing paper"),
        gettext_lazy("Ask for the paper"),
        gettext_lazy("The paper is asked for."),
        AskPaperForm,
        request_paper,
    ),
    "ask-opinion": Task(
        gettext_lazy("Ask another body for its opinion"),
        gettext_lazy("Ask for the opinion"),
        gettext_lazy("The opinion is asked for."),
        AskOpinionForm,
        request_opinion,
    ),
    "give-opinion": Task(
        gettext_lazy("Record an opinion"),
        gettext_lazy("Record the opinion"),
        gettext_lazy("The opinion is on record."),
        GiveOpinionForm,
        record_opinion,
    ),
    "suspend": Task(
        gettext_lazy("Suspend the periods"),
        gettext_lazy("Suspend the periods"),
        gettext_lazy("The periods stand still from that day on."),
        DatedReasonForm,
        stop_periods,
        gettext_lazy("From this day on, no period of the case runs, until it is resumed."),
    ),
    "resume": Task(
        gettext_lazy("Resume the periods"),
        gettext_lazy("Resume the periods"),
        gettext_lazy("The periods go on; that day counts again."),
        DatedForm,
        restart_periods,
    ),
}

CASE_TASKS: Final[Mapping[str, Task]] = MappingProxyType(
    {
        **_REQUESTS,
        "facts": Task(
            gettext_lazy("The facts of the case"),
            gettext_lazy("Record the facts"),
            gettext_lazy("The facts are on record. What was there before stays readable."),
            FactsForm,
            record_facts,
            gettext_lazy(
                "Every paper of the case is filled from these. What is not known may stay empty: "
                "it is printed as …… and can be recorded later."
            ),
        ),
        "supply": Task(
            gettext_lazy("Hand in a paper that was asked for"),
            gettext_lazy("Hand in the paper"),
            gettext_lazy("The paper is in the file."),
            SupplyPaperForm,
            hand_in,
        ),
        "sign": Task(
            gettext_lazy("Record the act itself"),
            gettext_lazy("Record the act"),
            gettext_lazy("The act is on record."),
            SignForm,
            record_act_done,
            gettext_lazy("What was done so far enters the register together with the act."),
        ),
        "sign-without": Task(
            gettext_lazy("Record the act without the missing steps"),
            gettext_lazy("Record the act with this reason"),
            gettext_lazy("The act is on record, marked as done without a required step."),
            SignWithoutForm,
            record_act_without,
            gettext_lazy(
                "What happened comes first: the register takes the act, and the case is marked "
                "from now on, with what was missing, your name and your reason."
            ),
        ),
        "close": Task(
            gettext_lazy("Close the case"),
            gettext_lazy("Close the case"),
            gettext_lazy("The case is closed. Everything in it stays readable."),
            DatedReasonForm,
            end_case,
        ),
    }
)
"""What those who keep a case can record in it."""

STEP_TASKS: Final[Mapping[str, Task]] = MappingProxyType(
    {
        "done": Task(
            gettext_lazy("Record the step"),
            gettext_lazy("Record the step"),
            gettext_lazy("The step is on record."),
            StepForm,
            record_step,
        ),
        "correct": Task(
            gettext_lazy("Correct the step"),
            gettext_lazy("Save the correction"),
            gettext_lazy("The step is corrected. The old entry stays readable."),
            CorrectStepForm,
            record_correction,
        ),
        "undo": Task(
            gettext_lazy("Take the step back"),
            gettext_lazy("Take the step back"),
            gettext_lazy("The step is taken back. The old entry stays readable."),
            CaseReasonForm,
            take_back,
            gettext_lazy(
                "Take back a step that never happened. If only a part of it is wrong, correct it "
                "instead."
            ),
        ),
        "paper": Task(
            gettext_lazy("Add a paper"),
            gettext_lazy("Add the paper"),
            gettext_lazy("The paper is in the file."),
            AddPaperForm,
            file_paper,
        ),
        "send": Task(
            gettext_lazy("Send the file"),
            gettext_lazy("Record that it was sent"),
            gettext_lazy("It is on record that the file was sent."),
            SendForm,
            send_file,
            gettext_lazy(
                "An office of this installation sees the case from then on, and nothing else of "
                "your workspace."
            ),
        ),
        "refused": Task(
            gettext_lazy("Record a refusal"),
            gettext_lazy("Record the refusal"),
            gettext_lazy("The refusal is on record."),
            RefusalForm,
            record_outside_refusal,
        ),
    }
)
"""What they can record of one step."""

OFFICE_TASKS: Final[Mapping[str, Task]] = MappingProxyType(
    {
        **_REQUESTS,
        "permit": Task(
            gettext_lazy("Give the permit"),
            gettext_lazy("Give the permit"),
            gettext_lazy("The permit is given. Its sender sees it now."),
            PermitForm,
            give_permit,
        ),
        "refuse": Task(
            gettext_lazy("Refuse the permit"),
            gettext_lazy("Refuse the permit"),
            gettext_lazy("The permit is refused. Its sender sees the reasons now."),
            RefusalForm,
            refuse_permit,
        ),
    }
)
"""What the office can record in whose hands a file is."""
