"""What people fill in about promises."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.desk.fields import DateInWordsField, DayField, choice_field
from elci.desk.forms import NOTE
from elci.desk.visit_work import RowForm, WorkForm, file_field
from elci.domain.dates import PartialDate
from elci.visits.choices import PromiserChoice


class PromiseForm(RowForm):
    """Who promised what to whom, and by when; a correction asks for its reason."""

    promiser = forms.ChoiceField(
        label=gettext_lazy("Who promised"),
        choices=PromiserChoice.choices,
        widget=forms.RadioSelect,
        initial=PromiserChoice.US,
    )
    who = forms.CharField(
        label=gettext_lazy("Which office or person of theirs or ours"),
        max_length=200,
        required=False,
    )
    what = forms.CharField(
        label=gettext_lazy("What was promised"),
        max_length=2000,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy("One promise at a time, so that each can be kept or broken."),
    )
    to_whom = forms.CharField(label=gettext_lazy("To whom"), max_length=200, required=False)
    made_on = DateInWordsField(label=gettext_lazy("Date of the promise"))
    due = DateInWordsField(
        label=gettext_lazy("To be done by"),
        required=False,
        help_text=gettext_lazy(
            "As precisely as it was said: 18.04.2026, Haziran 2026, 2027. Empty where nobody "
            "named a date."
        ),
    )
    unit = forms.ChoiceField(
        label=gettext_lazy("Unit of ours in charge"),
        required=False,
        help_text=gettext_lazy("It sees to it, or follows it up."),
    )
    unit_name = forms.CharField(
        label=gettext_lazy("Name of a unit that is not in the list"), max_length=200, required=False
    )
    letter = forms.CharField(
        label=gettext_lazy("Letter with which it was made"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Its date and number."),
    )

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "unit").choices = [("", _("no unit yet")), *units]

    def prepare(self) -> None:
        """Offer the first day of the visit; a promise made there needs no letter."""
        super().prepare()
        visit, today = self.work.visit, self.work.today
        if visit is None:
            self.fields["made_on"].initial = PartialDate.on(today)
            return
        del self.fields["letter"]
        began = visit.starts.possibly_by(today)
        self.fields["made_on"].initial = visit.starts if began else PartialDate.on(today)


class FateForm(WorkForm):
    """What became of a promise."""

    happened = DayField(label=gettext_lazy("Date"))
    text = forms.CharField(
        label=gettext_lazy("What came of it"),
        max_length=5000,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy("How you know, and what is there now."),
    )

    def prepare(self) -> None:
        """Offer today, and ask for the evidence."""
        self.fields["happened"].initial = self.work.today
        self.fields["document"] = file_field(required=False, label=_("Evidence"))


class WhyForm(WorkForm):
    """Why a promise was broken, dropped or opened again."""

    happened = DayField(label=gettext_lazy("Date"))
    text = forms.CharField(
        label=gettext_lazy("Why"), max_length=5000, widget=forms.Textarea(attrs=NOTE)
    )

    def prepare(self) -> None:
        """Offer today."""
        self.fields["happened"].initial = self.work.today


class PostponeForm(WhyForm):
    """Until when a promise is put off."""

    due = DateInWordsField(
        label=gettext_lazy("By when now"),
        required=False,
        help_text=gettext_lazy("Empty where nobody named a new date. The old one stays on record."),
    )

    field_order = ("due", "happened", "text")
