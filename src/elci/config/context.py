"""What the frame of every page needs."""

from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils import timezone
from django.utils.translation import get_language, gettext, gettext_noop, ngettext

from elci.consent.queries.reminders import Attention, attention_of
from elci.foundation.templatetags.elci import named
from elci.organisations.queries import sole_host

_PUBLIC_PAGES = (
    ("portal:home", gettext_noop("Register")),
    ("portal:timeline", gettext_noop("Timeline")),
    ("portal:statistics", gettext_noop("Statistics")),
    ("portal:observatory", gettext_noop("Observatory")),
    ("law:ask", gettext_noop("May we?")),
    ("partners:find", gettext_noop("Find a partner")),
    ("portal:glossary", gettext_noop("Glossary")),
    ("portal:about", gettext_noop("About")),
)
_DESK_PAGES: Final = (
    ("desk:relations", gettext_noop("Relations")),
    ("desk:add_relation", gettext_noop("Add a relation")),
    ("desk:cases", gettext_noop("Consent cases")),
    ("desk:visits", gettext_noop("Visits")),
    ("desk:promises", gettext_noop("Promises")),
    ("desk-partners:find", gettext_noop("Find a partner")),
    ("desk:compliance", gettext_noop("Gaps in the record")),
    ("desk:imports", gettext_noop("Imports")),
    ("desk-law:ask", gettext_noop("May we?")),
    ("desk:changes", gettext_noop("Recent changes")),
    ("desk:withdrawn", gettext_noop("Withdrawn relations")),
)
_CASES: Final = 2
"""The place of the cases; the files that lie at an office of the reader follow."""
_TO_DECIDE: Final = ("desk:ministry", gettext_noop("To be decided"))
_LONGEST_ADDRESS: Final = 2000
"""What is longer was not made by our forms; it is not said again on the page."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the navigation."""

    label: str
    url: str
    is_current: bool
    number: int = 0
    """How much behind it asks for attention."""
    told: str = ""
    """The same in words, for those who do not see the number."""


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the frame: name, languages, search and navigation, for the page's language."""
    language = get_language() or settings.LANGUAGE_CODE
    is_desk = request.resolver_match is not None and request.resolver_match.namespace in {
        "desk",
        "desk-law",
        "desk-partners",
        "reports",
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


def _navigation(request: HttpRequest, *, is_desk: bool) -> list[Link]:
    current = "" if request.resolver_match is None else request.resolver_match.view_name
    if not is_desk:
        return [_link(page, current) for page in _PUBLIC_PAGES]
    if not request.user.is_authenticated:
        return []
    visit = getattr(request, "visit", None)
    found = Attention() if visit is None else attention_of(visit.eyes, timezone.localdate())
    return _desk_links(current, found)


def _link(page: tuple[str, str], current: str, number: int = 0, told: str = "") -> Link:
    name, label = page
    return Link(gettext(label), reverse(name), name == current, number, told)


def _desk_links(current: str, found: Attention) -> list[Link]:
    decided = [_link(_TO_DECIDE, current, found.to_decide, _waiting(found))]
    return [
        *(_link(page, current) for page in _DESK_PAGES[:_CASES]),
        _link(_DESK_PAGES[_CASES], current, found.due, _due(found)),
        *(decided if found.decides else []),
        *(_link(page, current) for page in _DESK_PAGES[_CASES + 1 :]),
    ]


def _due(found: Attention) -> str:
    due = ngettext(
        "%(number)s step due within a week", "%(number)s steps due within a week", found.due
    ) % {"number": found.due}
    if not found.late:
        return due
    late = ngettext("%(number)s overdue", "%(number)s overdue", found.late)
    return f"{due}, {late % {'number': found.late}}"


def _waiting(found: Attention) -> str:
    waiting = ngettext("%(number)s file waiting", "%(number)s files waiting", found.to_decide)
    return waiting % {"number": found.to_decide}
