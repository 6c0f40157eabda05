"""What people can record in a visit as a whole: each task with its form and its words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.utils.translation import gettext_lazy

from elci.desk import visit_recording as recording
from elci.desk.forms_visit_rows import (
    BudgetForm,
    GiftForm,
    HourForm,
    OutcomeForm,
    PasteForm,
    PersonForm,
)
from elci.desk.forms_visits import (
    InvitationForm,
    MinutesForm,
    ProtocolForm,
    PurposeForm,
    VisitCaseForm,
    VisitForm,
    VisitPaperForm,
)
from elci.desk.visit_task import Task
from elci.desk.visit_work import ConfirmForm, ReasonWorkForm

_VISIT: Final = ("direction", "title", "purpose", "starts", "ends", "places", "grade",
                 "stated_people", "stated_rank")  # fmt: skip
_PLAN: Final = {
    "describe": Task(
        gettext_lazy("Change the visit"),
        gettext_lazy("Save the change"),
        VisitForm,
        recording.describe,
        shown=_VISIT,
    ),
    "invitation": Task(
        gettext_lazy("Record the invitation"),
        gettext_lazy("Save the invitation"),
        InvitationForm,
        recording.invite,
        shown=("invited_by", "invited_on", "invitation_number"),
        after="plan",
    ),
    "purpose": Task(
        gettext_lazy("Say what the visit is for"),
        gettext_lazy("Save the purpose"),
        PurposeForm,
        recording.state_purpose,
        lead=gettext_lazy(
            "Answered before anybody travels, so that the visit can be judged by it afterwards."
        ),
        shown=("aim", "why_travel", "cost_bearer"),
        after="plan",
    ),
    "case": Task(
        gettext_lazy("Name the consent case"),
        gettext_lazy("Save the consent case"),
        VisitCaseForm,
        recording.name_case,
        shown=("case",),
        after="plan",
    ),
    "protocol": Task(
        gettext_lazy("Flags and protocol"),
        gettext_lazy("Save flags and notes"),
        ProtocolForm,
        recording.note_protocol,
        shown=("flags", "protocol"),
        after="protocol",
    ),
    "budget": Task(
        gettext_lazy("Add a cost"),
        gettext_lazy("Save the cost"),
        BudgetForm,
        recording.budget,
        after="budget",
    ),
    "hour": Task(
        gettext_lazy("Add an hour to the programme"),
        gettext_lazy("Save the hour"),
        HourForm,
        recording.hour,
        after="programme",
    ),
    "person": Task(
        gettext_lazy("Add a person to a delegation"),
        gettext_lazy("Save the person"),
        PersonForm,
        recording.person,
        after="people",
    ),
    "paste": Task(
        gettext_lazy("Paste a delegation list"),
        gettext_lazy("Add these people"),
        PasteForm,
        recording.paste,
        told=gettext_lazy("The people are on the list. Check the ranks that were guessed."),
        after="people",
    ),
}
_AFTER: Final = {
    "hold": Task(
        gettext_lazy("Record that the visit was held"),
        gettext_lazy("It was held"),
        ConfirmForm,
        recording.hold,
        told=gettext_lazy("The visit is on record as held. Now write the minutes."),
    ),
    "cancel": Task(
        gettext_lazy("Record that the visit does not take place"),
        gettext_lazy("Cancel the visit"),
        ReasonWorkForm,
        recording.cancel,
    ),
    "replan": Task(
        gettext_lazy("Take back that it was held or cancelled"),
        gettext_lazy("Take it back"),
        ReasonWorkForm,
        recording.replan,
    ),
    "withdraw": Task(
        gettext_lazy("Withdraw the visit"),
        gettext_lazy("Withdraw the visit"),
        ReasonWorkForm,
        recording.take_out,
        lead=gettext_lazy("For a visit that was entered by mistake. It stays readable."),
    ),
    "minutes": Task(
        gettext_lazy("Write the minutes"),
        gettext_lazy("Save the minutes"),
        MinutesForm,
        recording.write_down,
        told=gettext_lazy("The minutes are on record. Now record what was promised."),
        after="minutes",
    ),
    "outcome": Task(
        gettext_lazy("Record what came of the visit"),
        gettext_lazy("Save the outcome"),
        OutcomeForm,
        recording.outcome,
        after="outcomes",
    ),
    "gift": Task(
        gettext_lazy("Enter a gift"),
        gettext_lazy("Save the gift"),
        GiftForm,
        recording.gift,
        after="gifts",
    ),
    "paper": Task(
        gettext_lazy("Attach a document"),
        gettext_lazy("Attach the document"),
        VisitPaperForm,
        recording.file_paper,
        after="papers",
    ),
    "purge": Task(
        gettext_lazy("Purge what is kept of people now"),
        gettext_lazy("Purge it now"),
        ReasonWorkForm,
        recording.purge,
        told=gettext_lazy("It is gone; what kind, how many and when stands on the page."),
        after="people",
    ),
}
VISIT_TASKS: Final[Mapping[str, Task]] = MappingProxyType({**_PLAN, **_AFTER})
