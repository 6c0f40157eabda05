"""What people fill in on shortlists, the board of needs and offers, and requests from abroad."""

from typing import Any, Final

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.agreements.choices import FieldChoice, FormChoice, InstrumentChoice
from elci.desk.choices import grade_choices
from elci.desk.fields import DateInWordsField, DayField, DeskForm, Part, choice_field
from elci.desk.forms import NOTE
from elci.documents.actions import ACCEPTED
from elci.domain.places.countries import all_countries
from elci.domain.places.folding import sort_key
from elci.foundation.grades import Grade
from elci.foundation.templatetags.elci import reader_language
from elci.partnering.choices import AnswerChoice, BoardKindChoice, FindingChoice

NEW: Final = "new"


class ShortlistForm(DeskForm):
    """On which shortlist a place is put, and what is noted beside it."""

    shortlist = forms.ChoiceField(label=gettext_lazy("Shortlist"))
    title = forms.CharField(
        label=gettext_lazy("Title of a new shortlist"), max_length=300, required=False
    )
    note = forms.CharField(
        label=gettext_lazy("Note"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs=NOTE),
    )

    def __init__(self, *args: Any, shortlists: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        new = (NEW, _("a new shortlist"))
        choice_field(self, "shortlist").choices = [*shortlists, new]

    def clean(self) -> dict[str, Any]:
        """Ask for the title of a new shortlist."""
        cleaned = super().clean() or {}
        if cleaned.get("shortlist") == NEW and not cleaned.get("title", "").strip():
            self.add_error("title", _("Give the shortlist a title, so that you find it again."))
        return cleaned


class NoteForm(DeskForm):
    """A note beside a place."""

    text = forms.CharField(
        label=gettext_lazy("Note"), max_length=5000, widget=forms.Textarea(attrs=NOTE)
    )


class ReasonForm(DeskForm):
    """Why something is taken away or closed."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy("It stays on record."),
    )


class BoardForm(DeskForm):
    """A need or an offer."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=BoardKindChoice.choices, widget=forms.RadioSelect
    )
    title_tr = forms.CharField(
        label=gettext_lazy("Title in Turkish"), max_length=200, required=False
    )
    text_tr = forms.CharField(
        label=gettext_lazy("Text in Turkish"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs=NOTE),
    )
    title_en = forms.CharField(
        label=gettext_lazy("Title in English"), max_length=200, required=False
    )
    text_en = forms.CharField(
        label=gettext_lazy("Text in English"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs=NOTE),
    )
    fields_of_work = forms.MultipleChoiceField(
        label=gettext_lazy("Fields of cooperation"),
        choices=FieldChoice.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    forms_of_work = forms.MultipleChoiceField(
        label=gettext_lazy("Forms of cooperation"),
        choices=FormChoice.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    countries = forms.MultipleChoiceField(
        label=gettext_lazy("Countries in which a partner is sought"),
        required=False,
        help_text=gettext_lazy("None chosen means any country."),
    )
    contact = forms.CharField(
        label=gettext_lazy("Office to write to"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("The office and its own address, not a person’s."),
    )
    source = forms.CharField(
        label=gettext_lazy("On what it rests"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("A decision, a plan, a page."),
    )
    expires_on = DayField(label=gettext_lazy("Last day on the board"))
    grade = forms.ChoiceField(
        label=gettext_lazy("Who may see the entry"),
        widget=forms.RadioSelect,
        initial=Grade.PRIVATE,
    )

    layout: tuple[Part, ...] = (
        Part(
            gettext_lazy("What is sought or offered"),
            ("kind", "title_tr", "text_tr", "title_en", "text_en", "fields_of_work"),
            gettext_lazy("Forms of cooperation and countries"),
            ("forms_of_work", "countries"),
        ),
        Part(
            gettext_lazy("Until when, and for whom"),
            ("expires_on", "grade", "contact", "source"),
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = reader_language()
        names = [(code, each.name_in(language)) for code, each in all_countries().items()]
        countries = sorted(names, key=lambda pair: sort_key(pair[1], language))
        field = self.fields["countries"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = countries
        choice_field(self, "grade").choices = grade_choices()


class ChangeBoardForm(BoardForm):
    """A changed entry, and why."""

    reason = forms.CharField(
        label=gettext_lazy("Reason of the change"),
        max_length=2000,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy("It stays in the history, beside what was changed."),
    )

    layout = (*BoardForm.layout, Part("", ("reason",)))


class TwinningRequestForm(DeskForm):
    """A request that came from abroad."""

    asker = forms.CharField(
        label=gettext_lazy("Body that asks"),
        max_length=300,
        help_text=gettext_lazy("As its letter names it."),
    )
    signed_by = forms.CharField(
        label=gettext_lazy("Office of who signed"), max_length=200, required=False
    )
    instrument = forms.ChoiceField(
        label=gettext_lazy("What it asks for"), choices=InstrumentChoice.choices
    )
    purpose = forms.CharField(
        label=gettext_lazy("What is to be done together"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs=NOTE),
    )
    fields_of_work = forms.MultipleChoiceField(
        label=gettext_lazy("Fields of cooperation"),
        choices=FieldChoice.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    received_on = DayField(label=gettext_lazy("Day on which it came"))
    arrived_by = forms.CharField(
        label=gettext_lazy("How it came"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("By post, by e-mail, through an embassy, on a visit."),
    )
    letter_on = DateInWordsField(label=gettext_lazy("Date of the letter"), required=False)
    letter_number = forms.CharField(
        label=gettext_lazy("Number of the letter"), max_length=100, required=False
    )
    letter = forms.FileField(
        label=gettext_lazy("The letter as a file"), required=False, allow_empty_file=True
    )

    layout = (
        Part(
            gettext_lazy("Who asks for what"),
            ("asker", "signed_by", "instrument", "purpose", "fields_of_work"),
        ),
        Part(
            gettext_lazy("By which letter"),
            ("received_on", "arrived_by", "letter_on", "letter_number", "letter"),
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["letter"].help_text = _(
            "PDF, DOCX or an image; at most %(limit)s MB. It is kept as it is, with its SHA-256."
        ) % {"limit": settings.MAX_UPLOAD_BYTES // 1024**2}
        self.fields["letter"].widget.attrs["accept"] = ",".join(ACCEPTED)


class CheckForm(DeskForm):
    """What was found of a criterion."""

    finding = forms.ChoiceField(
        label=gettext_lazy("What was found"),
        choices=FindingChoice.choices,
        widget=forms.RadioSelect,
    )
    ground = forms.CharField(
        label=gettext_lazy("On what it rests"),
        max_length=2000,
        widget=forms.Textarea(attrs=NOTE),
    )
    source = forms.CharField(label=gettext_lazy("Source"), max_length=300, required=False)


class DecisionForm(DeskForm):
    """What was decided on a request."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Decision"), choices=AnswerChoice.choices, widget=forms.RadioSelect
    )
    instrument = forms.ChoiceField(
        label=gettext_lazy("Lighter instrument"),
        required=False,
        help_text=gettext_lazy("Only where one is offered instead."),
    )
    decided_on = DayField(label=gettext_lazy("Day of the decision"))
    organ = forms.CharField(label=gettext_lazy("Who decided"), max_length=200, required=False)
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=5000, widget=forms.Textarea(attrs=NOTE)
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "instrument").choices = [
            ("", _("none")),
            *InstrumentChoice.choices,
        ]


class AnswerSentForm(DeskForm):
    """The letter that answered a request."""

    sent_on = DayField(label=gettext_lazy("Day on which it was sent"))
    number = forms.CharField(
        label=gettext_lazy("Number of the letter"), max_length=100, required=False
    )
