"""What people fill in about bodies, their successors, and units in charge."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.desk.fields import DateInWordsField, DeskForm, choice_field
from elci.desk.forms import ReasonForm
from elci.organisations.choices import SuccessionChoice


class SuccessorForm(DeskForm):
    """From when on, how and by what text a body was succeeded."""

    since = DateInWordsField(
        label=gettext_lazy("Since when"),
        help_text=gettext_lazy(
            "First day of the successor in its place, as precisely as you know it: 30.03.2014, "
            "March 2014, 2014."
        ),
    )
    succession_kind = forms.ChoiceField(label=gettext_lazy("What happened to the body?"))
    source = forms.CharField(
        label=gettext_lazy("Law or decision"),
        max_length=300,
        help_text=gettext_lazy(
            "Cited so that somebody can open it: number, date and where it was published."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "succession_kind").choices = [
            ("", _("Choose what happened")),
            *SuccessionChoice.choices,
        ]


class EndUnitForm(ReasonForm):
    """Since when a unit is no longer in charge, and why."""

    until = DateInWordsField(
        label=gettext_lazy("No longer since"),
        help_text=gettext_lazy("First day on which the unit was no longer in charge."),
    )

    field_order = ("until", "reason")
