"""Addresses of the law's pages, for the public window and, in its frame, for the desk."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import URLPattern, path

from elci.portal import views_law

View = Callable[..., HttpResponseBase]
NAMESPACE = "law"


def law_pages(shown: Callable[[View], View]) -> tuple[list[URLPattern], str]:
    """Return the addresses with their namespace; ``shown`` decides who sees the pages, and how."""
    return [
        path("", shown(views_law.ask), name="ask"),
        path("table/", shown(views_law.table), name="table"),
        path("table.csv", shown(views_law.table_as_csv), name="table_csv"),
        path("abroad/", shown(views_law.abroad), name="abroad"),
        path("packs/<str:key>/", shown(views_law.pack), name="pack"),
        path("packs/<str:key>/wordings/", shown(views_law.wordings), name="wordings"),
    ], NAMESPACE
