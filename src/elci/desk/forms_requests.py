"""What people fill in when a file goes to an authority, and what is asked and answered there."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.desk.fields import DayField, LinesField, choice_field, number_field
from elci.desk.forms import NOTE
from elci.desk.forms_cases import DatedForm, file_field
from elci.desk.templatetags.casework import in_words


class SendForm(DatedForm):
    """To whom the file was sent."""

    office = forms.ChoiceField(label=gettext_lazy("To whom"), widget=forms.RadioSelect)
    to = forms.CharField(
        label=gettext_lazy("Name of the authority"), max_length=200, required=False
    )
    number = forms.CharField(
        label=gettext_lazy("Number of the letter"), max_length=100, required=False
    )

    def __init__(self, *args: Any, offices: list[tuple[str, str]], **kwargs: Any) -> None:
        self.offices = offices
        super().__init__(*args, **kwargs)

    field_order = ("office", "to", "on", "number")

    def prepare(self) -> None:
        """Offer the offices of this installation that decide for the authority, and a letter."""
        super().prepare()
        choices = [*self.offices, ("", _("by letter, outside of this installation"))]
        choice_field(self, "office").choices = choices
        self.fields["office"].required = False
        self.fields["office"].initial = choices[0][0]
        step = self.work.step
        if step is not None and step.asked is not None:
            self.fields["to"].help_text = _("Left empty: %(authority)s") % {
                "authority": in_words(step.asked.authority)
            }


class PermitForm(DatedForm):
    """A permit that an office gives, with its number, perhaps under conditions."""

    number = number_field(required=True)

    conditions = LinesField(
        label=gettext_lazy("Conditions"),
        longest=500,
        rows=3,
        required=False,
        help_text=gettext_lazy("To which the permit is bound; one on each line, in Turkish."),
    )

    def prepare(self) -> None:
        """Ask for the letter of the decision."""
        super().prepare()
        self.fields["file"] = file_field(_("The letter of the decision"))


class RefusalForm(DatedForm):
    """A refusal, with its reasons."""

    number = number_field()
    reasons = forms.CharField(
        label=gettext_lazy("Reasons"), max_length=5000, widget=forms.Textarea(attrs=NOTE)
    )


class AskPaperForm(DatedForm):
    """Which paper is missing."""

    paper = forms.CharField(
        label=gettext_lazy("Which paper is missing"),
        max_length=200,
        widget=forms.TextInput(attrs={"list": "missing-papers"}),
    )
    from_whom = forms.CharField(
        label=gettext_lazy("Who is to hand it in"), max_length=200, required=False
    )
    reason = forms.CharField(
        label=gettext_lazy("What it is needed for"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs=NOTE),
    )

    by_when = DayField(label=gettext_lazy("Awaited by"), required=False)

    field_order = ("paper", "from_whom", "reason", "by_when", "on")

    def prepare(self) -> None:
        """The keeper of the case is asked unless somebody else is named."""
        super().prepare()
        self.fields["from_whom"].help_text = _("Left empty: %(authority)s") % {
            "authority": str(self.work.case.workspace)
        }


class SupplyPaperForm(DatedForm):
    """A paper that was asked for."""

    paper = forms.ChoiceField(label=gettext_lazy("Which paper"))

    field_order = ("paper", "file", "on")

    def prepare(self) -> None:
        """Offer the papers that were asked for."""
        super().prepare()
        asked = dict.fromkeys(each.paper for each in self.work.state.papers_asked)
        choice_field(self, "paper").choices = [(paper, paper) for paper in asked]
        self.fields["file"] = file_field(_("File"), required=True)
        self.order_fields(self.field_order)


class AskOpinionForm(DatedForm):
    """Whose opinion is asked."""

    body = forms.CharField(label=gettext_lazy("Which body is asked"), max_length=200)
    about = forms.CharField(
        label=gettext_lazy("On what it is asked"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs=NOTE),
    )

    field_order = ("body", "about", "on")


class GiveOpinionForm(DatedForm):
    """What a body answered."""

    body = forms.ChoiceField(label=gettext_lazy("Which body answered"))
    opinion = forms.CharField(
        label=gettext_lazy("Its opinion"), max_length=5000, widget=forms.Textarea(attrs=NOTE)
    )

    field_order = ("body", "opinion", "on", "file")

    def prepare(self) -> None:
        """Offer the bodies that were asked."""
        super().prepare()
        asked = dict.fromkeys(each.body for each in self.work.state.opinions_asked)
        choice_field(self, "body").choices = [(body, body) for body in asked]
        self.fields["file"] = file_field(_("The letter with the opinion"))
