"""Every page of the desk, in both languages: WCAG 2.2 AA in light and dark, and narrow screens."""

import pytest
from playwright.sync_api import Browser, Page, expect

from elci.domain.law.library import SHIPPED
from tests.browser.axe import wcag_violations
from tests.browser.cases import (
    open_case,
    record,
    send_to_the_ministry,
    told_day,
)
from tests.browser.desk import enter_relation
from tests.browser.layout import invisible_words, too_wide
from tests.browser.product import Served

CASE_TASKS = (
    "facts",
    "ask-paper",
    "ask-opinion",
    "give-opinion",
    "supply",
    "suspend",
    "resume",
    "sign",
    "sign-without",
    "close",
)
STEP_TASKS = {
    "done": "announce",
    "correct": "council",
    "undo": "council",
    "paper": "council",
    "send": "permit_municipal",
    "refused": "permit_municipal",
}
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
    "letterhead": "letterhead/",
    "cases": "cases/",
    "open a case": "cases/open/",
    "a case": "cases/{case}/",
    **{f"case, {name}": f"cases/{{case}}/{name}/" for name in CASE_TASKS},
    **{f"step, {name}": f"cases/{{case}}/steps/{key}/{name}/" for name, key in STEP_TASKS.items()},
    "papers of a case": "cases/{case}/papers/",
    "gaps in the record": "compliance/",
    "gaps, part by part": "compliance/?after=0",
    "drafts of law": "law/impact/",
    "what a draft touches": "law/impact/{draft}/",
    "what a draft does not touch": "law/impact/{draft}/?show=other_cases",
    "the law at the desk": "law/",
    "password": "password/",
    "no such page": "no-such-page/",
}
MINISTRY_PAGES = {
    "files that lie here": "ministry/",
    "a file": "ministry/{case}/",
    **{
        f"file, {name}": f"ministry/{{case}}/{name}/"
        for name in ("ask-paper", "ask-opinion", "give-opinion", "suspend", "permit", "refuse")
    },
    "papers of the office": "cases/{case}/papers/",
}
FORMS = [
    "a new relation",
    "record an act",
    "attach a document",
    "correct an act",
    "password",
    "drafts of law",
]
DRAFT = (
    (SHIPPED / "tr.toml")
    .read_text(encoding="utf-8")
    .replace('verdict = "permit"', 'verdict = "prohibited"')
)
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
    known = {
        "case": case_with_everything(page).rstrip("/").split("/")[-1],
        "draft": draft_handed_over(page).rstrip("/").split("/")[-1],
        "relation": relation,
        "correct": correct.removeprefix("/en/desk/"),
        "new": f"add/{choice}",
        "body": body,
        "successor": choice,
    }
    context.close()
    every = {**PAGES, **MINISTRY_PAGES}
    return {name: address.format_map(known) for name, address in every.items()}


def case_with_everything(page: Page) -> str:
    """Open a case of which a step is done, that lies at the ministry, and that waits for things."""
    case = open_case(page, title="Sister city with Vantaa", partner="Vantaa")
    council = page.locator("li.step h3").all_inner_texts()[0]
    record(page, council, "Record the step", 20, Final_on=told_day(15))
    send_to_the_ministry(page)
    page.get_by_role("link", name="Ask another body for its opinion").click()
    page.get_by_label("Which body is asked").fill("Foreign Ministry")
    page.get_by_role("button", name="Ask for the opinion").click()
    page.get_by_role("link", name="Ask for a missing paper").click()
    page.get_by_label("Which paper is missing").fill("Draft protocol")
    page.get_by_role("button", name="Ask for the paper").click()
    return case


def draft_handed_over(page: Page) -> str:
    """Hand over a draft that lets no metropolitan municipality twin, and return its address."""
    page.goto("/en/desk/law/impact/")
    page.get_by_label("The law pack as it would be").set_input_files(
        {"name": "draft.toml", "mimeType": "application/toml", "buffer": DRAFT.encode()}
    )
    page.get_by_label("What changes, as letters name it").fill("Bill to amend Law 5393, art. 4")
    page.get_by_role("button", name="See what it would change").click()
    expect(page.locator(".lead")).to_contain_text("It touches")
    return page.url


def violations_on(page: Page) -> dict[str, list[str]]:
    """What is wrong with the open page in light and in dark; nothing where all is well."""
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found[scheme] = wcag_violations(page) + invisible_words(page)
    return {scheme: wrong for scheme, wrong in found.items() if wrong}


@BOTH_LANGUAGES
@pytest.mark.parametrize("name", PAGES)
def test_desk_page_meets_wcag_in_light_and_in_dark(
    desk_page: Page, addresses: dict[str, str], name: str, language: str
) -> None:
    answer = desk_page.goto(f"/{language}/desk/{addresses[name]}")

    assert answer is not None
    assert answer.status == (404 if name == "no such page" else 200)
    assert violations_on(desk_page) == {}


@BOTH_LANGUAGES
@pytest.mark.parametrize("name", MINISTRY_PAGES)
def test_page_of_an_office_meets_wcag_in_light_and_in_dark_and_fits(
    ministry_page: Page, addresses: dict[str, str], name: str, language: str
) -> None:
    answer = ministry_page.goto(f"/{language}/desk/{addresses[name]}")

    assert answer is not None
    assert answer.status == 200
    assert violations_on(ministry_page) == {}
    assert too_wide(ministry_page) == {}


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
