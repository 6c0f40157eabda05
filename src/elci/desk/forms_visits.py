"""What people fill in about a visit as a whole."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.desk.choices import grade_choices
from elci.desk.fields import DateInWordsField, LinesField, Part, choice_field
from elci.desk.forms import NOTE
from elci.desk.visit_work import RowForm, WorkForm, file_field
from elci.foundation.grades import Grade
from elci.visits.choices import CostBearerChoice, DirectionChoice, RankChoice, VisitPurposeChoice

_DATE_HINT = gettext_lazy(
    "As precisely as you know it: 18.04.2026, Haziran 2026, June 2026, 2019 or unknown."
)
_TEXT = {"rows": 4}


class VisitForm(RowForm):
    """Who visits whom, why and when; a change asks for its reason."""

    layout: tuple[Part, ...] = (
        Part(
            gettext_lazy("The visit"),
            ("direction", "title", "purpose", "starts", "ends", "places"),
            gettext_lazy("No list of the people will be kept"),
            ("stated_people", "stated_rank"),
        ),
        Part(gettext_lazy("Who may see it"), ("grade",)),
    )

    direction = forms.ChoiceField(
        label=gettext_lazy("Direction of the visit"),
        choices=DirectionChoice.choices,
        widget=forms.RadioSelect,
        initial=DirectionChoice.INCOMING,
    )
    title = forms.CharField(
        label=gettext_lazy("Title of the visit"),
        max_length=300,
        help_text=gettext_lazy("As you would find it again: who comes or goes, and for what."),
    )
    purpose = forms.ChoiceField(
        label=gettext_lazy("Mainly for"), choices=VisitPurposeChoice.choices
    )
    starts = DateInWordsField(label=gettext_lazy("First day"), help_text=_DATE_HINT)
    ends = DateInWordsField(
        label=gettext_lazy("Last day"),
        required=False,
        help_text=gettext_lazy("Empty where it is a single day."),
    )
    places = LinesField(
        label=gettext_lazy("Places"),
        longest=200,
        most=10,
        required=False,
        help_text=gettext_lazy("Where it is held; one place on each line."),
    )
    stated_people = forms.IntegerField(
        label=gettext_lazy("How many travelled"),
        min_value=1,
        max_value=10_000,
        required=False,
        help_text=gettext_lazy("Only where no list of them is kept here."),
    )
    stated_rank = forms.ChoiceField(
        label=gettext_lazy("Rank of the head of those who travelled"),
        choices=[("", gettext_lazy("not known")), *RankChoice.choices],
        required=False,
    )
    grade = forms.ChoiceField(
        label=gettext_lazy("Who may see that it was held"),
        widget=forms.RadioSelect,
        initial=Grade.PRIVATE,
        help_text=gettext_lazy(
            "Everybody then sees when it was, who travelled to whom, how many and of what rank "
            "the head was: never who, and nothing before it was held."
        ),
    )

    def prepare(self) -> None:
        """Offer who may see it, and ask for the reason of a change."""
        choice_field(self, "grade").choices = grade_choices()
        super().prepare()
        if "reason" in self.fields:
            self.layout = (*self.layout, Part(_("Why it is changed"), ("reason",)))


class InvitationForm(WorkForm):
    """Who invited, when, with which letter."""

    invited_by = forms.CharField(
        label=gettext_lazy("Who invited"),
        max_length=300,
        help_text=gettext_lazy("The office or the body, as in “the Mayor of Plovdiv”."),
    )
    invited_on = DateInWordsField(
        label=gettext_lazy("Date of the invitation"), required=False, help_text=_DATE_HINT
    )
    invitation_number = forms.CharField(
        label=gettext_lazy("Number of the letter"), max_length=100, required=False
    )

    def prepare(self) -> None:
        """Ask for the letter itself."""
        self.fields["document"] = file_field(required=False, label=_("The letter"))


class PurposeForm(WorkForm):
    """The test of purpose before anybody travels."""

    aim = forms.CharField(
        label=gettext_lazy("What is to be different after the visit?"),
        max_length=5000,
        widget=forms.Textarea(attrs=_TEXT),
    )
    why_travel = forms.CharField(
        label=gettext_lazy("Why would a letter or a call not do?"),
        max_length=5000,
        widget=forms.Textarea(attrs=_TEXT),
    )
    cost_bearer = forms.ChoiceField(
        label=gettext_lazy("Who pays?"),
        choices=CostBearerChoice.choices,
        widget=forms.RadioSelect,
    )


class VisitCaseForm(WorkForm):
    """Which consent case the journey has."""

    case = forms.ChoiceField(
        label=gettext_lazy("Consent case"),
        required=False,
        help_text=gettext_lazy(
            "Cases about sending or hosting a delegation. Open one first where none is there."
        ),
    )

    def __init__(self, *args: Any, cases: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "case").choices = [("", _("no case")), *cases]


class ProtocolForm(WorkForm):
    """Flags, and what else protocol asks for."""

    flags = forms.CharField(
        label=gettext_lazy("Flags"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy("Which flags stand where, in which order, seen from where."),
    )
    protocol = forms.CharField(
        label=gettext_lazy("Notes on protocol"),
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Anthems, seating, photographs, dress, what to avoid."),
    )


class MinutesForm(WorkForm):
    """What was said."""

    text = forms.CharField(
        label=gettext_lazy("Minutes"),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=gettext_lazy(
            "What was said and agreed. Promises are recorded one by one, after."
        ),
    )
    reason = forms.CharField(
        label=gettext_lazy("Why these take the place of the earlier minutes"),
        max_length=2000,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy("The earlier ones stay readable."),
    )

    def prepare(self) -> None:
        """Begin with what stands, and ask why it is changed."""
        standing = self.work.on_visit.minutes.order_by("number").last()
        self.fields["document"] = file_field(required=False, label=_("Signed minutes"))
        if standing is None:
            del self.fields["reason"]
        else:
            self.initial = {"text": standing.text, **self.initial}
            self.order_fields(["text", "document", "reason"])


class VisitPaperForm(WorkForm):
    """A document for the file of the visit."""

    title = forms.CharField(
        label=gettext_lazy("Title of the document"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Without a title, the name of the file stands in its place."),
    )

    def prepare(self) -> None:
        """Ask for the file first."""
        self.fields["document"] = file_field(required=True, label=_("File"))
        self.order_fields(["document", "title"])
