"""What people fill in about a relation as a whole."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.agreements.choices import (
    DimensionChoice,
    FieldChoice,
    FormChoice,
    InstrumentChoice,
    PurposeChoice,
)
from elci.desk.choices import grade_choices
from elci.desk.fields import DateInWordsField, DeskForm, LinesField, Part, Section, choice_field
from elci.desk.forms import HAPPENED, NOTE, SOURCE, ActForm
from elci.domain.vocabularies import Instrument
from elci.foundation.grades import Grade
from elci.memberships.choices import GradeChoice

if TYPE_CHECKING:
    from elci.agreements.actions import DuplicateRelationError


class AccountForm(DeskForm):
    """What a workspace says of a relation, apart from its acts."""

    instrument = forms.ChoiceField(
        label=gettext_lazy("Instrument"), choices=InstrumentChoice.choices
    )
    local_name = forms.CharField(
        label=gettext_lazy("What the parties call it"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("In their own words, where they differ from the instrument."),
    )
    partner_as_printed = forms.CharField(
        label=gettext_lazy("The partner’s name as the source prints it"),
        max_length=300,
        required=False,
    )
    grade = forms.ChoiceField(
        label=gettext_lazy("Who may see the relation"),
        widget=forms.RadioSelect,
        initial=Grade.PRIVATE,
    )
    dimensions = forms.MultipleChoiceField(
        label=gettext_lazy("Dimensions"),
        choices=DimensionChoice.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    purposes = forms.MultipleChoiceField(
        label=gettext_lazy("Purposes"),
        choices=PurposeChoice.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    fields_of_work = forms.MultipleChoiceField(
        label=gettext_lazy("Fields of cooperation"),
        choices=FieldChoice.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    forms_of_work = forms.MultipleChoiceField(
        label=gettext_lazy("Forms of cooperation"),
        choices=FormChoice.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    account_note = forms.CharField(
        label=gettext_lazy("Note on the relation"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs=NOTE),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "grade").choices = grade_choices()


class ChangeAccountForm(AccountForm):
    """A changed description, and why it is changed."""

    reason = forms.CharField(
        label=gettext_lazy("Reason of the change"),
        max_length=2000,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy("It stays in the history, beside what was changed."),
    )


class MembershipFields(DeskForm):
    """The seat that a membership gives, and the units in charge of it."""

    membership_grade = forms.ChoiceField(
        label=gettext_lazy("Grade of the membership"), required=False
    )
    units = LinesField(
        label=gettext_lazy("Units in charge"),
        longest=200,
        required=False,
        help_text=gettext_lazy("One unit on each line."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "membership_grade").choices = [
            ("", _("Not a membership, or not known")),
            *GradeChoice.choices,
        ]


class RecordGradeForm(MembershipFields):
    """A grade that a membership has from a date on."""

    since = DateInWordsField(
        label=gettext_lazy("Since when"),
        required=False,
        help_text=gettext_lazy("Leave it empty where nobody knows."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason of the change"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs=NOTE),
    )

    field_order = ("membership_grade", "since", "units", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grade = choice_field(self, "membership_grade")
        grade.choices = GradeChoice.choices
        grade.required = True


class AddRelationForm(AccountForm, ActForm, MembershipFields):
    """A relation that is new to the register, with its first act."""

    separate = forms.BooleanField(
        label=gettext_lazy("This is a separate instrument, not the one already on record"),
        required=False,
    )

    duplicate: "DuplicateRelationError | None" = None
    """The relation that was in the register already, where that was the reason of a refusal."""

    layout = (
        Part(
            gettext_lazy("The relation"),
            ("instrument", "grade"),
            gettext_lazy("Its own name, and the seat that a membership gives"),
            ("local_name", "membership_grade", "units"),
        ),
        Part(gettext_lazy("Its first act"), HAPPENED),
        SOURCE,
    )

    def __init__(self, *args: Any, instrument: str = "", **kwargs: Any) -> None:
        super().__init__(*args, instrument=instrument, **kwargs)
        if instrument == Instrument.MEMBERSHIP:
            first = Part(
                gettext_lazy("The membership"),
                ("instrument", "membership_grade", "units", "grade"),
                gettext_lazy("Its own name"),
                ("local_name",),
            )
            self.layout = (first, *self.layout[1:])

    @property
    def sections(self) -> list[Section]:
        """Ask whether it is a separate instrument once the register has one like it."""
        found = super().sections
        if self.data.get("separate") or (self.duplicate and self.duplicate.may_be_separate):
            found.insert(0, Section("", [self["separate"]]))
        return found

    def clean(self) -> dict[str, Any]:
        """Refuse the grade of a membership on what is none."""
        cleaned = super().clean()
        is_membership = cleaned.get("instrument") == Instrument.MEMBERSHIP
        if not is_membership and (cleaned.get("membership_grade") or cleaned.get("units")):
            self.add_error(
                "membership_grade",
                _(
                    "Only a membership has a grade and units in charge. Choose the membership as "
                    "the instrument, or leave both empty."
                ),
            )
        return cleaned
