"""Signing in and changing a password, in the desk's words and with its parts."""

from typing import Any, Final

from allauth.account.forms import ChangePasswordForm, LoginForm
from allauth.account.views import LoginView
from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.utils.translation import gettext_lazy as _

from elci.desk.fields import InputBoundField

SIGN_IN_ERRORS: Final = {
    # The same words whether the address is known or not: nobody learns here who has an account.
    "email_password_mismatch": _(
        "You are not signed in: the e-mail address and the password do not belong together. "
        "Check both and try again. If you have forgotten the password, ask the person who looks "
        "after this installation for a new one."
    ),
    "too_many_login_attempts": _(
        "You are not signed in: there were too many attempts in a short time. "
        "Wait for five minutes and try again."
    ),
    "enter_current_password": _("This is not your present password. Type it again."),
}


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth ships no types
    """An e-mail address and a password."""

    bound_field_class = InputBoundField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress(self, "login", _("E-mail address"))
        _dress(self, "password", _("Password"))
        self.fields["password"].help_text = ""


class SignInView(LoginView):  # type: ignore[misc]  # as above
    """The page of that form, in the same frame as every other page."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Leave allauth's ``site`` out: it would stand in the place of the frame's own."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context.pop("site", None)
        return context


class PasswordForm(ChangePasswordForm):  # type: ignore[misc]  # as above
    """The present password, and the new one twice."""

    bound_field_class = InputBoundField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress(self, "oldpassword", _("Present password"))
        _dress(self, "password1", _("New password"))
        _dress(self, "password2", _("New password, once more"))
        self.fields["oldpassword"].help_text = ""
        self.fields["password1"].help_text = " ".join(map(str, password_validators_help_texts()))

    def clean(self) -> dict[str, Any]:
        """Refuse two new passwords that differ."""
        cleaned: dict[str, Any] = forms.Form.clean(self) or {}
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two new passwords differ. Type the same one twice."))
        return cleaned


def _dress(form: forms.Form, name: str, label: Any) -> None:
    """Give a field its label; what stands in an empty field is no label."""
    field = form.fields[name]
    field.label = label
    field.widget.attrs.pop("placeholder", None)
