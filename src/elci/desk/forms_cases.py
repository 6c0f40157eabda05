"""What people fill in about a case; every form knows the case, its state and the step."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.desk.fields import (
    DateInWordsField,
    DayField,
    DeskForm,
    InputBoundField,
    LinesField,
    choice_field,
    number_field,
    organ_field,
)
from elci.desk.forms import NOTE
from elci.desk.templatetags.casework import in_words
from elci.documents.actions import ACCEPTED
from elci.domain.casework.asking import INSTRUMENTS
from elci.domain.casework.procedure import OF_THE_ACT
from elci.domain.casework.state import CaseState, StepState
from elci.domain.law.pack import Paper
from elci.domain.law.words import ClockStart, LegalAct, StepKind

if TYPE_CHECKING:
    from elci.consent.actions import By
    from elci.consent.models import Case

PAPER: Final = "paper_"
"""Begins the names of fields for files; the key of the paper follows."""
OTHER_PAPER: Final = "another"
_DAY_HINT = gettext_lazy("A single day, as in 18.04.2016: periods are counted from it.")


@dataclass(frozen=True, slots=True)
class Work:
    """A case, perhaps one step of it, and who works on it on which day."""

    case: "Case"
    state: CaseState
    by: "By"
    step: StepState | None = None


class WorkForm(DeskForm):
    """A form about a case."""

    bound_field_class = InputBoundField

    def __init__(self, *args: Any, work: Work, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.work = work
        self.prepare()

    def prepare(self) -> None:
        """Make the fields that depend on the case."""

    def ask_for_files(self, papers: "list[Paper] | tuple[Paper, ...]") -> None:
        """Ask for a file of each of these papers."""
        for paper in papers:
            self.fields[PAPER + paper.key] = file_field(in_words(paper.name))

    def clean(self) -> dict[str, Any]:
        """Refuse a day that has not come yet, where the person wrote it."""
        cleaned = super().clean() or {}
        for name in ("on", "final_on"):
            day = cleaned.get(name)
            if isinstance(day, date) and day > self.work.by.today:
                self.add_error(
                    name,
                    _(
                        "This day has not come yet. Correct the date, or record it once it has "
                        "happened."
                    ),
                )
        return cleaned


def file_field(label: Any, *, required: bool = False) -> forms.FileField:
    """Return a field for a document of the kinds that are kept."""
    field = forms.FileField(label=label, required=required, allow_empty_file=True)
    field.widget.attrs["accept"] = ",".join(ACCEPTED)
    field.help_text = _(
        "PDF, DOCX or an image; at most %(limit)s MB. It is kept as it is, with its SHA-256."
    ) % {"limit": settings.MAX_UPLOAD_BYTES // 1024**2}
    return field


class DatedForm(WorkForm):
    """Something that happened on a day; the day is today unless somebody says otherwise."""

    on = DayField(label=gettext_lazy("Date"))

    def prepare(self) -> None:
        """Offer today."""
        self.fields["on"].initial = self.work.by.today


class StepForm(WorkForm):
    """That a step was done: the law needs its day, not only its year."""

    on = DayField(label=gettext_lazy("Date"), help_text=_DAY_HINT)
    number = number_field()
    organ = organ_field(
        gettext_lazy("Who decided or signed, where it was not the authority above.")
    )
    final_on = DayField(
        label=gettext_lazy("Final on"),
        required=False,
        help_text=gettext_lazy(
            "The day on which the decision became final (kesinleşme). Without it, periods are "
            "counted from the decision itself, and the case says so."
        ),
    )
    note = forms.CharField(
        label=gettext_lazy("Note"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs=NOTE),
    )

    def prepare(self) -> None:
        """Ask for the papers of the step, and for finality where something counts from it."""
        step = self.work.step
        if step is None:
            return
        if not self._starts_a_period(step):
            del self.fields["final_on"]
        self.ask_for_files(papers_of_step(step))

    def _starts_a_period(self, step: StepState) -> bool:
        deadlines = (each.step.deadline for each in self.work.state.steps)
        counted = any(each and each.starts_at is ClockStart.FINALITY for each in deadlines)
        return counted and step.step.kind is StepKind.DECISION


class CorrectStepForm(StepForm):
    """What a step should have said, and why it is corrected."""

    reason = forms.CharField(
        label=gettext_lazy("Reason of the correction"),
        max_length=2000,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy("What was wrong, and how you know. The old entry stays readable."),
    )

    def prepare(self) -> None:
        """Show what is on record."""
        super().prepare()
        done = None if self.work.step is None else self.work.step.done
        if done is not None:
            self.initial = {
                "on": done.on,
                "number": done.number,
                "organ": done.organ,
                "final_on": done.final_on,
                "note": done.note,
            }
        self.order_fields(["on", "number", "organ", "final_on", "note", "reason"])


class CaseReasonForm(WorkForm):
    """Why something is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy("It stays in the history, for those who come after you."),
    )


class DatedReasonForm(DatedForm, CaseReasonForm):
    """On which day, and why."""

    field_order = ("on", "reason")


class AddPaperForm(WorkForm):
    """A paper for the file of a step."""

    paper = forms.ChoiceField(label=gettext_lazy("Which paper"))
    name = forms.CharField(
        label=gettext_lazy("Name of another paper"), max_length=200, required=False
    )

    def prepare(self) -> None:
        """Offer the papers that the step asks for."""
        step = self.work.step
        papers = () if step is None else papers_of_step(step)
        choice_field(self, "paper").choices = [
            *((paper.key, in_words(paper.name)) for paper in papers),
            (OTHER_PAPER, _("another paper, named below")),
        ]
        self.fields["file"] = file_field(_("File"), required=True)

    def clean(self) -> dict[str, Any]:
        """Ask for the name of another paper."""
        cleaned = super().clean()
        if cleaned.get("paper") == OTHER_PAPER and not cleaned.get("name"):
            self.add_error("name", _("Name the paper, or choose one from the list."))
        return cleaned


class SignForm(WorkForm):
    """The act itself, and what the register is told of it."""

    on = DayField(label=gettext_lazy("Date"), help_text=_DAY_HINT)
    number = number_field()
    organ = organ_field()
    places = LinesField(
        label=gettext_lazy("Places"),
        longest=200,
        most=10,
        required=False,
        help_text=gettext_lazy("Where it was signed or decided; one place on each line."),
    )
    valid_until = DateInWordsField(
        label=gettext_lazy("Valid until"),
        required=False,
        help_text=gettext_lazy("The last day of the term, where the text sets one."),
    )
    local_name = forms.CharField(
        label=gettext_lazy("What the parties call it"), max_length=300, required=False
    )
    separate = forms.BooleanField(
        label=gettext_lazy("This is a separate instrument, not the one already on record"),
        required=False,
    )
    misses_steps = False
    """Whether it was refused because of what is missing, so that a reason may be given instead."""

    def prepare(self) -> None:
        """Leave out what the act does not tell the register; ask for the text that was signed."""
        if LegalAct(self.work.case.act) not in INSTRUMENTS:
            for name in ("valid_until", "local_name", "separate"):
                del self.fields[name]
        self.ask_for_files(papers_of_the_act(self.work.state))
        if not papers_of_the_act(self.work.state):
            self.fields["file"] = file_field(_("The document that proves it"))


class SignWithoutForm(SignForm):
    """The act itself, and why it happened without what the law puts before it."""

    reason = forms.CharField(
        label=gettext_lazy("Why it happened without the missing steps"),
        max_length=2000,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy(
            "It is shown on the case and on the relation at the desk, with your name."
        ),
    )


def papers_of_step(step: StepState) -> tuple[Paper, ...]:
    """Return the papers that a step asks for by the law of its day."""
    return step.step.papers if step.asked is None else step.asked.papers


def papers_of_the_act(state: CaseState) -> tuple[Paper, ...]:
    """Return the papers that the act itself asks for."""
    return next((papers_of_step(s) for s in state.steps if s.step.kind in OF_THE_ACT), ())
