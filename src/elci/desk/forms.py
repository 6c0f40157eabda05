"""What people fill in at the desk."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.agreements.choices import (
    DimensionChoice,
    FieldChoice,
    FormChoice,
    InstrumentChoice,
    PurposeChoice,
)
from elci.desk.choices import act_choices, grade_choices
from elci.desk.fields import (
    DateInWordsField,
    DayField,
    DayOrYearField,
    DeskForm,
    LinesField,
    Part,
    Section,
)
from elci.documents.actions import ACCEPTED
from elci.domain.vocabularies import Instrument
from elci.foundation.grades import Grade
from elci.memberships.choices import GradeChoice

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from elci.agreements.actions import DuplicateRelationError
    from elci.documents.models import Source

_NOTE = {"rows": 3}
_DATE_HINT = gettext_lazy(
    "As precisely as you know it: 18.04.2016, Haziran 2009, June 2009, 1965, "
    "before 1990, about 1990 or unknown."
)


class ReasonForm(DeskForm):
    """Why something is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs=_NOTE),
        help_text=gettext_lazy("It stays in the history, for those who come after you."),
    )


class ActForm(DeskForm):
    """An act, with where it was read."""

    kind = forms.ChoiceField(label=gettext_lazy("Act"))
    happened = DateInWordsField(label=gettext_lazy("Date"), help_text=_DATE_HINT)
    valid_until = DateInWordsField(
        label=gettext_lazy("Valid until"),
        required=False,
        help_text=gettext_lazy("The last day of the term, where the text sets one."),
    )
    organ = forms.CharField(
        label=gettext_lazy("Organ"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Who decided or signed: the council, the mayor, a ministry."),
    )
    number = forms.CharField(
        label=gettext_lazy("Number of the decision or letter"), max_length=100, required=False
    )
    places = LinesField(
        label=gettext_lazy("Places"),
        longest=200,
        most=10,
        required=False,
        help_text=gettext_lazy("Where it was signed or decided; one place on each line."),
    )
    source: "forms.ModelChoiceField[Source]" = forms.ModelChoiceField(
        label=gettext_lazy("Source"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("No source, or a new one below"),
        to_field_name="uuid",
        help_text=gettext_lazy("Where you read it."),
    )
    source_title = forms.CharField(
        label=gettext_lazy("Title of the new source"), max_length=300, required=False
    )
    source_publisher = forms.CharField(
        label=gettext_lazy("Publisher"), max_length=200, required=False
    )
    source_stated_on = DayField(label=gettext_lazy("Day whose state it describes"), required=False)
    source_address = forms.URLField(
        label=gettext_lazy("Web address"), max_length=200, required=False, assume_scheme="https"
    )
    source_detail = forms.CharField(
        label=gettext_lazy("Where in the source"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("A page, a row, an article."),
    )
    note = forms.CharField(
        label=gettext_lazy("Note"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs=_NOTE),
    )

    def __init__(
        self, *args: Any, sources: "QuerySet[Source]", instrument: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _choice(self, "kind").choices = act_choices(instrument)
        _rows(self, "source").queryset = sources

    def clean(self) -> dict[str, Any]:
        """Refuse two sources at once, and a description of a source without its title."""
        cleaned = super().clean() or {}
        title = cleaned.get("source_title")
        if title and cleaned.get("source"):
            self.add_error(
                "source_title",
                _("Choose a source from the list or describe a new one, but not both."),
            )
        described = ("source_publisher", "source_stated_on", "source_address")
        if not title and any(cleaned.get(name) for name in described):
            self.add_error(
                "source_title", _("Give the new source a title, or leave its parts empty.")
            )
        return cleaned


_HAPPENED = ("kind", "happened", "valid_until", "organ", "number", "places", "note")
_SOURCE = Part(
    gettext_lazy("Where you read it"),
    ("source", "source_detail"),
    gettext_lazy("Describe a new source"),
    ("source_title", "source_publisher", "source_stated_on", "source_address"),
)


class DocumentFields(DeskForm):
    """A file, with who may see it."""

    document = forms.FileField(label=gettext_lazy("File"), allow_empty_file=True)
    title = forms.CharField(
        label=gettext_lazy("Title of the document"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Without a title, the name of the file stands in its place."),
    )
    document_grade = forms.ChoiceField(
        label=gettext_lazy("Who may see the document"),
        widget=forms.RadioSelect,
        initial=Grade.PRIVATE,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choice(self, "document_grade").choices = grade_choices()
        self.fields["document"].help_text = _(
            "PDF, DOCX or an image; at most %(limit)s MB. It is kept as it is, with its SHA-256."
        ) % {"limit": settings.MAX_UPLOAD_BYTES // 1024**2}
        self.fields["document"].widget.attrs["accept"] = ",".join(ACCEPTED)


class DocumentForm(DocumentFields):
    """A document of a relation or of one of its acts."""

    act = forms.ChoiceField(label=gettext_lazy("What it proves"), required=False)

    field_order = ("document", "title", "act", "document_grade")

    def __init__(self, *args: Any, acts: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choice(self, "act").choices = [("", _("the relation as a whole")), *acts]


class RecordActForm(ActForm, DocumentFields):
    """An act that is new to the record, with the document that proves it."""

    layout = (
        Part(gettext_lazy("What happened"), _HAPPENED),
        _SOURCE,
        Part(gettext_lazy("The document that proves it"), ("document", "title", "document_grade")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].required = False


class CorrectActForm(ActForm):
    """What an act should have said, and why it is corrected."""

    layout = (
        Part(gettext_lazy("What happened"), _HAPPENED),
        _SOURCE,
        Part(gettext_lazy("Why it is corrected"), ("reason",)),
    )

    reason = forms.CharField(
        label=gettext_lazy("Reason of the correction"),
        max_length=2000,
        widget=forms.Textarea(attrs=_NOTE),
        help_text=gettext_lazy("What was wrong, and how you know. The old act stays readable."),
    )


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
        widget=forms.Textarea(attrs=_NOTE),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choice(self, "grade").choices = grade_choices()


class ChangeAccountForm(AccountForm):
    """A changed description, and why it is changed."""

    reason = forms.CharField(
        label=gettext_lazy("Reason of the change"),
        max_length=2000,
        widget=forms.Textarea(attrs=_NOTE),
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
        _choice(self, "membership_grade").choices = [
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
        widget=forms.Textarea(attrs=_NOTE),
    )

    field_order = ("membership_grade", "since", "units", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grade = _choice(self, "membership_grade")
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
        Part(gettext_lazy("Its first act"), _HAPPENED),
        _SOURCE,
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


class SaveViewForm(DeskForm):
    """A name for the filter on the screen."""

    name = forms.CharField(label=gettext_lazy("Name of the view"), max_length=100)
    query = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)


class DaysForm(DeskForm):
    """On which day, and as known on which day, a relation is looked at."""

    as_of = DayOrYearField(label=gettext_lazy("Status on"), required=False)
    known_on = DayOrYearField(label=gettext_lazy("As known on"), required=False)


class AsOfForm(DeskForm):
    """On which day the list is looked at."""

    as_of = DayOrYearField(label=gettext_lazy("As it stood on"), required=False)


def _choice(form: forms.Form, name: str) -> forms.ChoiceField:
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(name)
    return field


def _rows(form: forms.Form, name: str) -> "forms.ModelChoiceField[Any]":
    field = form.fields[name]
    if not isinstance(field, forms.ModelChoiceField):
        raise TypeError(name)
    return field
