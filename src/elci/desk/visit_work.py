"""A visit or a promise that somebody works on, and the form that knows it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elci.desk.fields import DeskForm
from elci.desk.forms import NOTE
from elci.documents.actions import ACCEPTED
from elci.domain.visiting.money import (
    AmountNotUnderstoodError,
    currencies,
    currency_name,
    read_amount,
)
from elci.foundation.eyes import Eyes
from elci.foundation.templatetags.elci import reader_language

if TYPE_CHECKING:
    from elci.accounts.models import User
    from elci.visits.models import Promise, Visit

_COMMON = ("TRY", "EUR", "USD", "GBP", "CHF", "JPY", "CNY")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Who works on which day on a visit, perhaps on one row of it, or on a promise."""

    user: "User"
    eyes: Eyes
    today: date
    visit: "Visit | None" = None
    row: Any = None
    promise: "Promise | None" = None

    @property
    def on_visit(self) -> "Visit":
        """The visit that is worked on."""
        if self.visit is None:
            raise LookupError("no visit is worked on")
        return self.visit

    @property
    def on_promise(self) -> "Promise":
        """The promise that is worked on."""
        if self.promise is None:
            raise LookupError("no promise is worked on")
        return self.promise


class WorkForm(DeskForm):
    """A form about a visit or a promise."""

    def __init__(self, *args: Any, work: Work, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.work = work
        self.prepare()

    def prepare(self) -> None:
        """Make or leave out the fields that depend on what is worked on."""


class ReasonWorkForm(WorkForm):
    """Why something is taken back or ended."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy("It stays in the history, for those who come after you."),
    )


class ConfirmForm(WorkForm):
    """A form that asks nothing: its button says it all."""


class RowForm(WorkForm):
    """An entry of a visit; where one is corrected, the reason is asked for."""

    reason = forms.CharField(
        label=gettext_lazy("Reason of the correction"),
        max_length=2000,
        widget=forms.Textarea(attrs=NOTE),
        help_text=gettext_lazy("What was wrong, and how you know. It stays in the history."),
    )

    def prepare(self) -> None:
        """Ask for the reason of a correction only."""
        if self.work.row is None:
            del self.fields["reason"]
        else:
            self.order_fields([*(name for name in self.fields if name != "reason"), "reason"])


class AmountField(forms.CharField):
    """An amount as people write it, in Turkish or English."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"class": "input--date", "inputmode": "decimal"})
        super().__init__(max_length=40, widget=widget, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Write an amount so that it is read back as the same one."""
        return value if value is None or isinstance(value, str) else f"{value:.2f}"

    def clean(self, value: Any) -> Any:
        """Read the amount; an empty text is none."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_amount(text)
        except AmountNotUnderstoodError as error:
            raise forms.ValidationError(_told(error), code="no_amount") from error


def _told(error: AmountNotUnderstoodError) -> str:
    if error.is_ambiguous:
        message = _(
            "“%(text)s” can be read in two ways. Write it without the sign between the digits, "
            "as in 1250, or with decimals, as in 1250,00."
        )
    else:
        message = _("“%(text)s” is not an amount. Write digits, as in 1250 or 1250,50.")
    return message % {"text": error.text}


class TimeOfDayField(forms.TimeField):
    """A time of day, as in 09:30 or 9.30."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TimeInput(
            attrs={"class": "input--date", "autocomplete": "off"}, format="%H:%M"
        )
        errors = {"invalid": gettext_lazy("This is not a time of day. Write it as in 09:30.")}
        super().__init__(
            widget=widget, input_formats=["%H:%M", "%H.%M"], error_messages=errors, **kwargs
        )


def currency_choices() -> list[tuple[str, str]]:
    """Return the currencies in use, the common ones first."""
    language = reader_language()
    others = [code for code in currencies() if code not in _COMMON]
    named = [(code, f"{code} · {currency_name(code, language)}") for code in (*_COMMON, *others)]
    return [("", _("Choose the currency")), *named]


def file_field(*, required: bool, label: Any) -> forms.FileField:
    """Return a field for a document of the kinds that are kept."""
    field = forms.FileField(label=label, required=required, allow_empty_file=True)
    field.widget.attrs["accept"] = ",".join(ACCEPTED)
    field.help_text = _(
        "PDF, DOCX or an image; at most %(limit)s MB. It is kept as it is, with its SHA-256."
    ) % {"limit": settings.MAX_UPLOAD_BYTES // 1024**2}
    return field
