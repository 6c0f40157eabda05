"""Every public page, in both languages: WCAG 2.2 AA in light and dark, and narrow screens."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import wcag_violations
from tests.browser.layout import invisible_words, too_wide
from tests.browser.product import Served

CONTESTED = "body=metropolitan_district&act=sister_city&date=2018-10-02&pack=tr"
FIXED = {
    "home": "",
    "home in 1994": "?as_of=1994",
    "search": "?q=filibe",
    "nothing found": "?q=nowhere-at-all",
    "not understood": "?as_of=1994-02-30&instrument=treaty",
    "timeline": "timeline/",
    "statistics": "statistics/",
    "glossary": "glossary/",
    "about": "about/",
    "country": "countries/GE/",
    "observatory": "observatory/",
    "observatory, found": "observatory/?q=istanbul&country=TR&source=both&table=ties",
    "observatory, clubs": "observatory/?table=groups",
    "observatory, city": "observatory/cities/2886242/",
    "observatory, countries": "observatory/countries/",
    "observatory, country": "observatory/countries/GE/",
    "observatory, science": "observatory/science/",
    "may we": "law/",
    "answer of the law": f"law/?{CONTESTED}",
    "answer on several days": f"law/?{CONTESTED}&step.sign=2018-12-15",
    "question with a slip": "law/?act=twinning&date=2019-02-30",
    "whole law": "law/table/",
    "law abroad": "law/abroad/",
    "law pack": "law/packs/fr/",
    "wordings": "law/packs/fr/wordings/",
    "no such page": "no-such-page/",
    "sign in": "desk/sign-in/",
}
FOUND = {
    "relation": "relations/",
    "membership": "relations/",
    "place": "places/",
    "organisation": "organisations/",
}
EVERY_PAGE = pytest.mark.parametrize("name", [*FIXED, *FOUND])
BOTH_LANGUAGES = pytest.mark.parametrize("language", ["tr", "en"])


@pytest.fixture(scope="module")
def addresses(browser: Browser, served: Served) -> dict[str, str]:
    """Where each page stands, without the language."""
    context = browser.new_context(base_url=served.address)
    page = context.new_page()

    def linked(kind: str) -> str:
        links = page.locator(f"main a[href*='/en/{kind}']")
        return (links.last.get_attribute("href") or "").removeprefix("/en/")

    page.goto("/en/?q=UCLG")
    found = {"membership": linked("relations/")}
    page.goto("/en/?q=Tbilisi&instrument=sister_city")
    found["relation"] = linked("relations/")
    page.goto(f"/en/{found['relation']}")
    found |= {"place": linked("places/"), "organisation": linked("organisations/")}
    context.close()
    assert all(re.match(FOUND[name], address) for name, address in found.items())
    return FIXED | found


@BOTH_LANGUAGES
@EVERY_PAGE
def test_page_meets_wcag_in_light_and_in_dark(
    page: Page, addresses: dict[str, str], name: str, language: str
) -> None:
    page.goto(f"/{language}/{addresses[name]}")

    violations = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        violations[scheme] = wcag_violations(page) + invisible_words(page)

    assert violations == {"light": [], "dark": []}


@BOTH_LANGUAGES
@EVERY_PAGE
def test_page_never_scrolls_sideways(
    page: Page, addresses: dict[str, str], name: str, language: str
) -> None:
    page.goto(f"/{language}/{addresses[name]}")

    assert too_wide(page) == {}


@pytest.mark.parametrize("name", ["home", "relation", "statistics", "whole law"])
def test_page_meets_wcag_where_its_tables_are_stacked(
    page: Page, addresses: dict[str, str], name: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"/tr/{addresses[name]}")

    assert wcag_violations(page) == []


def test_page_names_its_language_and_the_other_one(page: Page) -> None:
    page.goto("/tr/")

    assert page.locator("html").get_attribute("lang") == "tr"
    assert page.get_by_role("link", name="en", exact=True).get_attribute("hreflang") == "en"
