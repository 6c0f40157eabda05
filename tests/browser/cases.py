"""What people do with consent cases, for tests that need it done."""

import re
from datetime import date, timedelta

from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import wcag_violations
from tests.browser.layout import invisible_words, too_wide

QUESTION = "/en/law/?pack=tr&body=metropolitan&act=sister_city&counterpart=foreign_local_authority"
SAMPLE = "Örnek Bakanlık"


def told_day(days: int) -> str:
    """So many days ago, as people write a day."""
    return f"{date.today() - timedelta(days=days):%d.%m.%Y}"  # noqa: DTZ011 -- the product's own day


def open_case(page: Page, *, title: str, partner: str, everybody: bool = True) -> str:
    """Open a case at the desk from the public question, and return its address."""
    page.goto(f"{QUESTION}&date={date.today().isoformat()}")  # noqa: DTZ011 -- as above
    page.get_by_role("link", name="Open a case at the desk").click()
    page.get_by_role("searchbox", name="Name of a city, region or organisation").fill(partner)
    page.get_by_role("button", name="Search for the party").click()
    page.locator("#candidates tbody").get_by_role("link").first.click()
    page.get_by_label("Title of the case").fill(title)
    page.get_by_role("radio", name="everybody" if everybody else "only your workspace").check()
    page.get_by_role("button", name="Open the case").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return page.url


def step(page: Page, name: str) -> Locator:
    """A step on the open page of a case."""
    return page.locator("li.step").filter(has=page.get_by_role("heading", name=name, exact=True))


def record(page: Page, name: str, action: str, days: int, **fields: str) -> None:
    """Record something of a step so many days ago."""
    step(page, name).get_by_role("link", name=re.compile(f"^{action}")).click()
    page.get_by_label("Date", exact=True).fill(told_day(days))
    for label, value in fields.items():
        page.get_by_label(label.replace("_", " ")).fill(value)
    page.locator("main form[method=post] button[type=submit]").click()
    expect(page.get_by_role("status").first).to_be_visible()


def send_to_the_ministry(page: Page) -> None:
    """Send the file of the open case to the sample ministry for the permit."""
    permit = page.locator("li.step h3").all_inner_texts()[3]
    step(page, permit).get_by_role("link", name=re.compile("^Send the file")).click()
    expect(page.get_by_role("radio", name=SAMPLE)).to_be_checked()
    page.get_by_role("button", name="Record that it was sent").click()


def checked(page: Page) -> None:
    """Look at the open page in both languages, light and dark, and on narrow screens."""
    address = page.url
    for language in ("tr", "en"):
        page.goto(re.sub(r"/(tr|en)/", f"/{language}/", address, count=1))
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert wcag_violations(page) + invisible_words(page) == []
        assert too_wide(page) == {}
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address)
