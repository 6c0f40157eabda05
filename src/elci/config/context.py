"""What the frame of every page needs."""

from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language, gettext, gettext_noop

from elci.consent.queries.ministry import offices_of
from elci.foundation.templatetags.elci import named
from elci.organisations.queries import sole_host

_PUBLIC_PAGES = (
    ("portal:home", gettext_noop("Register")),
    ("portal:timeline", gettext_noop("Timeline")),
    ("portal:statistics", gettext_noop("Statistics")),
    ("portal:observatory", gettext_noop("Observatory")),
    ("law:ask", gettext_noop("May we?")),
    ("portal:glossary", gettext_noop("Glossary")),
    ("portal:about", gettext_noop("About")),
)
_LONGEST_ADDRESS: Final = 2000
"""What is longer was not made by our forms; it is not said again on the page."""


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the frame: name, languages, search and navigation, for the page's language."""
    language = get_language() or settings.LANGUAGE_CODE
    is_desk = request.resolver_match is not None and request.resolver_match.namespace in {
        "desk",
        "desk-law",
    }
    visit = getattr(request, "visit", None)
    workspace = sole_host() if visit is None else visit.workspace
    return {
        "is_desk": is_desk,
        "site": {
            "name": "" if workspace is None else named(workspace),
            "home_url": reverse("portal:home"),
            "desk_url": reverse("desk:relations"),
            "search_url": reverse("desk:relations" if is_desk else "portal:home"),
            "language_links": _language_links(request, language),
            "nav": _navigation(request, is_desk=is_desk),
        },
    }


def _language_links(request: HttpRequest, current: str) -> list[tuple[str, str, str, bool]]:
    address = request.get_full_path()
    if len(address) > _LONGEST_ADDRESS:
        address = request.path
    return [
        (code, code, _in_language(address, code, current), code == current)
        for code, _label in settings.LANGUAGES
    ]


def _in_language(address: str, code: str, current: str) -> str:
    """Return the same page in a language; the register where the address is of no page."""
    translated = translate_url(address, code)
    if translated == address and code != current:
        return translate_url(reverse("portal:home"), code)
    return translated


def _navigation(request: HttpRequest, *, is_desk: bool) -> list[tuple[str, str, bool]]:
    pages = _desk_pages(request) if is_desk else _PUBLIC_PAGES
    current = "" if request.resolver_match is None else request.resolver_match.view_name
    return [(gettext(label), reverse(name), name == current) for name, label in pages]


def _desk_pages(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    if not request.user.is_authenticated:
        return ()
    return (
        ("desk:relations", gettext_noop("Relations")),
        ("desk:add_relation", gettext_noop("Add a relation")),
        ("desk:cases", gettext_noop("Consent cases")),
        *_pages_of_offices(request),
        ("desk:compliance", gettext_noop("Gaps in the record")),
        ("desk:imports", gettext_noop("Imports")),
        ("desk-law:ask", gettext_noop("May we?")),
        ("desk:changes", gettext_noop("Recent changes")),
        ("desk:withdrawn", gettext_noop("Withdrawn relations")),
    )


def _pages_of_offices(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    """Return the queue for those who have a seat in an office that decides."""
    visit = getattr(request, "visit", None)
    if visit is None or not offices_of(visit.eyes).exists():
        return ()
    return (("desk:ministry", gettext_noop("To be decided")),)
