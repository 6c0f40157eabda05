"""Every page of the desk, in both languages: WCAG 2.2 AA in light and dark, and narrow screens."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import wcag_violations
from tests.browser.desk import enter_relation
from tests.browser.layout import invisible_words, too_wide
from tests.browser.product import Served

PAGES = {
    "list": "",
    "list in 1994": "?as_of=1994",
    "add a relation": "add/",
    "candidates": "add/?name=Filibe",
    "a new relation": "{new}",
    "relation": "relations/{relation}/",
    "record an act": "relations/{relation}/acts/",
    "attach a document": "relations/{relation}/documents/",
    "change the description": "relations/{relation}/description/",
    "change the parties": "relations/{relation}/parties/",
    "a body": "organisations/{body}/",
    "candidates for a successor": "organisations/{body}/successor/?name=Maribor",
    "a successor": "organisations/{body}/successor/{successor}",
    "withdraw the relation": "relations/{relation}/withdraw/",
    "correct an act": "{correct}",
    "withdrawn relations": "withdrawn/",
    "recent changes": "changes/",
    "password": "password/",
    "no such page": "no-such-page/",
}
FORMS = ["a new relation", "record an act", "attach a document", "correct an act", "password"]
BOTH_LANGUAGES = pytest.mark.parametrize("language", ["tr", "en"])


@pytest.fixture(scope="module")
def addresses(browser: Browser, served: Served, desk_session: str) -> dict[str, str]:
    """Where each page stands, without the language and ``desk/``."""
    context = browser.new_context(base_url=served.address, storage_state=desk_session)
    page = context.new_page()
    relation = enter_relation(page, partner="Ljubljana", signed="2021").rstrip("/").split("/")[-1]
    correct = page.get_by_role("link", name="Correct").get_attribute("href") or ""
    parties = page.locator("a[href*='/desk/organisations/']")
    body = (parties.last.get_attribute("href") or "").rstrip("/").split("/")[-1]
    page.goto("/en/desk/add/?name=Maribor")
    choice = page.locator("#candidates tbody a").first.get_attribute("href") or ""
    context.close()
    known = {
        "relation": relation,
        "correct": correct.removeprefix("/en/desk/"),
        "new": f"add/{choice}",
        "body": body,
        "successor": choice,
    }
    return {name: address.format_map(known) for name, address in PAGES.items()}


@BOTH_LANGUAGES
@pytest.mark.parametrize("name", PAGES)
def test_desk_page_meets_wcag_in_light_and_in_dark(
    desk_page: Page, addresses: dict[str, str], name: str, language: str
) -> None:
    desk_page.goto(f"/{language}/desk/{addresses[name]}")

    violations = {}
    for scheme in ("light", "dark"):
        desk_page.emulate_media(color_scheme=scheme)
        violations[scheme] = wcag_violations(desk_page) + invisible_words(desk_page)

    assert violations == {"light": [], "dark": []}


@BOTH_LANGUAGES
@pytest.mark.parametrize("name", PAGES)
def test_desk_page_never_scrolls_sideways(
    desk_page: Page, addresses: dict[str, str], name: str, language: str
) -> None:
    desk_page.goto(f"/{language}/desk/{addresses[name]}")

    assert too_wide(desk_page) == {}


@pytest.mark.parametrize("name", FORMS)
def test_refused_form_meets_wcag_and_fits(
    desk_page: Page, addresses: dict[str, str], name: str
) -> None:
    desk_page.goto(f"/tr/desk/{addresses[name]}")
    for required in desk_page.locator("main form[method=post] input:not([type=hidden])").all():
        if required.get_attribute("type") in {"text", "password", None}:
            required.evaluate("e => { e.value = '' }")

    desk_page.locator("main form[method=post] button[type=submit]").last.click()

    desk_page.locator("[data-error-summary]").wait_for()
    assert wcag_violations(desk_page) == []
    assert too_wide(desk_page) == {}
