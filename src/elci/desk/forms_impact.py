"""What people fill in to hold a new or draft law against the one in force."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.consent.actions import DraftFacts
from elci.consent.queries.drafts import installed_packs
from elci.desk.fields import DeskForm, choice_field
from elci.desk.templatetags.casework import in_words
from elci.domain.law.loading import MOST_BYTES

DRAFT, ADOPTED = "draft", "adopted"


class DraftForm(DeskForm):
    """A law pack that changes an installed one."""

    against = forms.ChoiceField(label=gettext_lazy("Which law would change"))
    file = forms.FileField(
        label=gettext_lazy("The law pack as it would be"),
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": ".toml"}),
    )
    title = forms.CharField(
        label=gettext_lazy("What changes, as letters name it"),
        required=False,
        max_length=300,
        help_text=gettext_lazy(
            "For example: bill to amend Law 5393, art. 4. Without it, letters leave a blank."
        ),
    )
    standing = forms.ChoiceField(
        label=gettext_lazy("How it stands"),
        widget=forms.RadioSelect,
        initial=DRAFT,
        choices=[
            (DRAFT, gettext_lazy("a draft that may never be law")),
            (ADOPTED, gettext_lazy("adopted")),
        ],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "against").choices = [
            (pack.id, in_words(pack.name)) for pack in installed_packs()
        ]
        self.fields["file"].help_text = _(
            "A TOML file of at most %(limit)s MB: take the installed pack and change what would "
            "change. It is kept as a draft of your workspace and never becomes law here."
        ) % {"limit": MOST_BYTES // 1_000_000}

    def clean_file(self) -> Any:
        """Refuse a file in which nothing is."""
        file = self.cleaned_data["file"]
        if not file.size:
            raise forms.ValidationError(_("The file is empty. Choose the file again."))
        return file

    @property
    def facts(self) -> DraftFacts:
        """What is said of the draft besides its text."""
        said = self.cleaned_data
        return DraftFacts(
            against=said["against"],
            title=said["title"],
            is_adopted=said["standing"] == ADOPTED,
        )
