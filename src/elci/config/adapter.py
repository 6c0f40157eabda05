from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from elci.desk.sign_in import SIGN_IN_ERRORS


class ClosedAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Sign-in only: people are added by an administrator of the installation."""

    error_messages = {**DefaultAccountAdapter.error_messages, **SIGN_IN_ERRORS}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody opens an account for themselves."""
        return False
