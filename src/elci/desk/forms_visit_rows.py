"""What people fill in about the hours, the people, the money and the outcomes of a visit."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.desk.fields import DateInWordsField, DayField, choice_field
from elci.desk.forms import NOTE
from elci.desk.visit_work import (
    AmountField,
    RowForm,
    TimeOfDayField,
    WorkForm,
    currency_choices,
    file_field,
)
from elci.domain.visiting.delegations import MOST_PEOPLE
from elci.visits.choices import (
    DetailChoice,
    GiftChoice,
    OutcomeChoice,
    RankChoice,
    RoleChoice,
    SideChoice,
)


class BudgetForm(RowForm):
    """What is to be paid."""

    what = forms.CharField(label=gettext_lazy("What is to be paid"), max_length=200)
    amount = AmountField(label=gettext_lazy("Amount"))
    currency = forms.ChoiceField(label=gettext_lazy("Currency"))

    def prepare(self) -> None:
        """Offer the currencies in use."""
        choice_field(self, "currency").choices = currency_choices()
        super().prepare()


class HourForm(RowForm):
    """What happens when."""

    day = DayField(label=gettext_lazy("Day"), help_text=gettext_lazy("As in 18.04.2026."))
    starts = TimeOfDayField(label=gettext_lazy("From"), help_text=gettext_lazy("As in 09:30."))
    ends = TimeOfDayField(label=gettext_lazy("Until"), required=False)
    what = forms.CharField(label=gettext_lazy("What happens"), max_length=300)
    place = forms.CharField(label=gettext_lazy("Where"), max_length=200, required=False)
    host = forms.CharField(label=gettext_lazy("Who receives them"), max_length=200, required=False)
    notes = forms.CharField(
        label=gettext_lazy("Note"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs=NOTE),
    )


class PersonForm(WorkForm):
    """Who somebody is, for the list of a delegation."""

    side = forms.ChoiceField(
        label=gettext_lazy("Whose delegation"),
        choices=SideChoice.choices,
        widget=forms.RadioSelect,
        initial=SideChoice.THEIRS,
    )
    name = forms.CharField(label=gettext_lazy("First and last name"), max_length=200)
    title = forms.CharField(
        label=gettext_lazy("Title, as it is printed"), max_length=300, required=False
    )
    rank = forms.ChoiceField(
        label=gettext_lazy("Rank"),
        choices=[("", gettext_lazy("as the title says")), *RankChoice.choices],
        required=False,
        help_text=gettext_lazy("It gives the place in the order of precedence."),
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Part in the delegation"),
        choices=RoleChoice.choices,
        initial=RoleChoice.MEMBER,
    )
    place_by_hand = forms.IntegerField(
        label=gettext_lazy("Place in the order, by hand"),
        min_value=1,
        max_value=MOST_PEOPLE,
        required=False,
        help_text=gettext_lazy("Only where protocol gives another place than the rule."),
    )
    address_form = forms.CharField(
        label=gettext_lazy("How the person is addressed"), max_length=200, required=False
    )
    languages = forms.CharField(
        label=gettext_lazy("Languages"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("What the person speaks or interprets: Turkish, Bulgarian."),
    )
    needs_visa_letter = forms.BooleanField(
        label=gettext_lazy("Needs a visa support letter"), required=False
    )
    needs_badge = forms.BooleanField(
        label=gettext_lazy("Gets a badge"), required=False, initial=True
    )


class PasteForm(WorkForm):
    """A whole list at once."""

    side = forms.ChoiceField(
        label=gettext_lazy("Whose delegation"),
        choices=SideChoice.choices,
        widget=forms.RadioSelect,
        initial=SideChoice.THEIRS,
    )
    pasted = forms.CharField(
        label=gettext_lazy("The list"), strip=False, widget=forms.Textarea(attrs={"rows": 12})
    )

    def prepare(self) -> None:
        """Say how it is written, and how long it may be."""
        self.fields["pasted"].help_text = _(
            "A person on each line: the name, a comma, the title. The first one heads the "
            "delegation. At most %(most)s people."
        ) % {"most": MOST_PEOPLE}


class DetailForm(WorkForm):
    """What is kept of a person for a time."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What is kept"), choices=DetailChoice.choices, widget=forms.RadioSelect
    )
    value = forms.CharField(
        label=gettext_lazy("What the person told us"),
        max_length=2000,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy("Only what is needed. It goes by itself after the visit."),
    )
    purpose = forms.CharField(
        label=gettext_lazy("Purpose, where it is another than the usual one"),
        max_length=200,
        required=False,
    )


class GiftForm(RowForm):
    """A gift."""

    direction = forms.ChoiceField(
        label=gettext_lazy("Given or received"),
        choices=GiftChoice.choices,
        widget=forms.RadioSelect,
    )
    what = forms.CharField(label=gettext_lazy("What it is"), max_length=300)
    person = forms.CharField(
        label=gettext_lazy("To whom or from whom"), max_length=200, required=False
    )
    given_on = DateInWordsField(label=gettext_lazy("Date"), required=False)
    value = AmountField(label=gettext_lazy("Estimated value"), required=False)
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), required=False)
    kept_at = forms.CharField(
        label=gettext_lazy("Where it is kept"), max_length=200, required=False
    )
    note = forms.CharField(
        label=gettext_lazy("Note"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs=NOTE),
    )

    def prepare(self) -> None:
        """Offer the currencies in use."""
        choice_field(self, "currency").choices = currency_choices()
        super().prepare()


class OutcomeForm(RowForm):
    """What came of the visit."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What came of it"),
        choices=OutcomeChoice.choices,
        widget=forms.RadioSelect,
        initial=OutcomeChoice.RESULT,
    )
    text = forms.CharField(
        label=gettext_lazy("In a sentence or two"),
        max_length=5000,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy("Where none was to be expected, say why."),
    )
    happened = DateInWordsField(label=gettext_lazy("Date"), required=False)
    act = forms.ChoiceField(label=gettext_lazy("Act of the register"), required=False)

    def __init__(self, *args: Any, acts: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "act").choices = [("", _("none")), *acts]

    def prepare(self) -> None:
        """Ask for the evidence."""
        super().prepare()
        if self.work.row is None:
            self.fields["document"] = file_field(required=False, label=_("Evidence"))
