from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Sign-in only: people are added by an administrator of the installation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody opens an account for themselves."""
        return False
