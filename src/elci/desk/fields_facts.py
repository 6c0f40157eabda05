"""Form fields of the facts of a case: languages and amounts of money."""

import re
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _

from elci.desk.fields import LinesField
from elci.domain.languages import language_code, language_name
from elci.foundation.templatetags.elci import reader_language

_AMOUNT: Final = re.compile(
    r"(?P<whole>[0-9]{1,13}|[0-9]{1,3}(\.[0-9]{3}){1,4}|[0-9]{1,3}(,[0-9]{3}){1,4})"
    r"([.,](?P<cents>[0-9]{1,2}))?"
)


class LanguagesField(LinesField):
    """Languages by their names in Turkish or English, one on each line or with commas."""

    def prepare_value(self, value: Any) -> Any:
        """Write languages as the reader calls them."""
        if isinstance(value, tuple):
            return "\n".join(language_name(code, reader_language()) for code in value)
        return value

    def clean(self, value: Any) -> Any:
        """Return the codes of the languages."""
        lines = super().clean((value or "").replace(",", "\n"))
        return tuple(dict.fromkeys(_code(line) for line in lines))


class LanguageField(forms.CharField):
    """One language by its name in Turkish or English."""

    def prepare_value(self, value: Any) -> Any:
        """Write the language as the reader calls it."""
        return language_name(value, reader_language()) if value else value

    def clean(self, value: Any) -> Any:
        """Return the code of the language."""
        text = super().clean(value)
        return _code(text) if text else ""


class AmountField(forms.CharField):
    """An amount of money as people write it, with dots or commas between thousands or before cents.

    Three digits behind a single dot or comma are thousands: nobody writes thousandths of money.
    """

    def prepare_value(self, value: Any) -> Any:
        """Write the amount with the reader's sign before the cents."""
        if isinstance(value, Decimal):
            text = f"{value:f}"
            return text.replace(".", ",") if reader_language() == "tr" else text
        return value

    def clean(self, value: Any) -> Any:
        """Return the amount; an empty text is none."""
        text = super().clean(value).replace(" ", "").replace("\xa0", "")
        found = _AMOUNT.fullmatch(text)
        if found is None and text:
            message = _("“%(text)s” is no amount of money. Write it like 400000 or 1250,50.")
            raise forms.ValidationError(message % {"text": text}, code="no_amount")
        if found is None:
            return None
        return Decimal(f"{re.sub('[.,]', '', found['whole'])}.{found['cents'] or '0'}")


def _code(text: str) -> str:
    code = language_code(text) or (text if language_name(text, "en") != text else None)
    if code is None:
        message = _(
            "“%(text)s” is no language that is known here. Write its name in Turkish or English, "
            "as in Gürcüce or Georgian."
        )
        raise forms.ValidationError(message % {"text": text[:40]}, code="no_language")
    return code
