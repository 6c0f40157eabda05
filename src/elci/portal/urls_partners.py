"""Addresses of the pages that find partners, for the public window and for the desk."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import URLPattern, path

from elci.portal import views_partners

View = Callable[..., HttpResponseBase]
NAMESPACE = "partners"


def partner_pages(shown: Callable[[View], View]) -> tuple[list[URLPattern], str]:
    """Return the addresses with their namespace; ``shown`` decides who sees the pages, and how."""
    return [
        path("", shown(views_partners.find), name="find"),
        path("method/", shown(views_partners.method), name="method"),
        path("board/", shown(views_partners.board), name="board"),
    ], NAMESPACE
