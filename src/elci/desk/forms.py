"""What people fill in about acts and documents, and to look at lists."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.desk.choices import act_choices, grade_choices
from elci.desk.fields import (
    DateInWordsField,
    DayField,
    DayOrYearField,
    DeskForm,
    LinesField,
    Part,
    choice_field,
    number_field,
    organ_field,
    rows_field,
)
from elci.documents.actions import ACCEPTED
from elci.foundation.grades import Grade

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from elci.documents.models import Source

NOTE = {"rows": 3}
_DATE_HINT = gettext_lazy(
    "As precisely as you know it: 18.04.2016, Haziran 2009, June 2009, 1965, "
    "before 1990, about 1990 or unknown."
)


class ReasonForm(DeskForm):
    """Why something is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs=NOTE),
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
    organ = organ_field()
    number = number_field()
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
        widget=forms.Textarea(attrs=NOTE),
    )

    def __init__(
        self, *args: Any, sources: "QuerySet[Source]", instrument: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "kind").choices = act_choices(instrument)
        rows_field(self, "source").queryset = sources

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


HAPPENED = ("kind", "happened", "valid_until", "organ", "number", "places", "note")
SOURCE = Part(
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
        choice_field(self, "document_grade").choices = grade_choices()
        self.fields["document"].help_text = _(
            "PDF, DOCX or an image; at most %(limit)s MB. It is kept as it is, with its SHA-256."
        ) % {"limit": settings.MAX_UPLOAD_BYTES // 1024**2}
        self.fields["document"].widget.attrs["accept"] = ",".join(ACCEPTED)


class DocumentGradeForm(DeskForm):
    """Who may see a document from now on, and why."""

    document_grade = forms.ChoiceField(
        label=gettext_lazy("Who may see the document"), widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason of the change"),
        max_length=2000,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy("It stays in the history, beside what was changed."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "document_grade").choices = grade_choices()


class DocumentForm(DocumentFields):
    """A document of a relation or of one of its acts."""

    act = forms.ChoiceField(label=gettext_lazy("What it proves"), required=False)

    field_order = ("document", "title", "act", "document_grade")

    def __init__(self, *args: Any, acts: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "act").choices = [("", _("the relation as a whole")), *acts]


class RecordActForm(ActForm, DocumentFields):
    """An act that is new to the record, with the document that proves it."""

    layout = (
        Part(gettext_lazy("What happened"), HAPPENED),
        SOURCE,
        Part(gettext_lazy("The document that proves it"), ("document", "title", "document_grade")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].required = False


class CorrectActForm(ActForm):
    """What an act should have said, and why it is corrected."""

    layout = (
        Part(gettext_lazy("What happened"), HAPPENED),
        SOURCE,
        Part(gettext_lazy("Why it is corrected"), ("reason",)),
    )

    reason = forms.CharField(
        label=gettext_lazy("Reason of the correction"),
        max_length=2000,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy("What was wrong, and how you know. The old act stays readable."),
    )


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
