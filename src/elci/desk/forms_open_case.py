"""What people fill in to open a case."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.desk.choices import grade_choices
from elci.desk.fields import DeskForm, choice_field
from elci.domain.casework.asking import INSTRUMENTS
from elci.domain.law.words import LegalAct
from elci.domain.vocabularies import Instrument
from elci.foundation.grades import Grade


class OpenCaseForm(DeskForm):
    """What a case is about, besides its question."""

    title = forms.CharField(
        label=gettext_lazy("Title of the case"),
        max_length=300,
        help_text=gettext_lazy("As you would find it again: the partner and what is planned."),
    )
    account = forms.ChoiceField(
        label=gettext_lazy("Which relation of the register"), required=False
    )
    instrument = forms.ChoiceField(label=gettext_lazy("Instrument"), required=False)
    grade = forms.ChoiceField(
        label=gettext_lazy("Who may see the relation"),
        widget=forms.RadioSelect,
        initial=Grade.PRIVATE,
        help_text=gettext_lazy("The case itself is seen by your workspace only."),
    )

    def __init__(
        self,
        *args: Any,
        act: LegalAct,
        accounts: list[tuple[str, str]] | None,
        instruments: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.accounts = accounts
        if accounts is None:
            del self.fields["account"]
        else:
            field = choice_field(self, "account")
            field.choices = [("", _("Choose the relation")), *accounts]
            field.required = True
        opens = INSTRUMENTS.get(act)
        if opens is None:
            del self.fields["instrument"], self.fields["grade"]
        else:
            choice_field(self, "instrument").choices = instruments
            self.fields["instrument"].initial = Instrument(opens).value
            choice_field(self, "grade").choices = grade_choices()
