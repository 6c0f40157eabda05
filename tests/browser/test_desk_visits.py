"""A visit from plan to follow-up without a mouse, its pages for everybody, and on a phone."""

import re
from datetime import date, timedelta

from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import wcag_violations
from tests.browser.layout import invisible_words, too_wide


def told_day(days: int) -> str:
    """A day so many days from today, as people write it."""
    return f"{date.today() + timedelta(days=days):%d.%m.%Y}"  # noqa: DTZ011 -- the product's own day


def reach(page: Page, target: Locator) -> None:
    """Go to something on the page with the tabulator key, as somebody without a mouse does."""
    expect(target).to_be_visible()
    for _press in range(200):
        if target.evaluate("e => e === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the tabulator key does not lead there")


def follow(page: Page, name: str) -> None:
    """Follow a link of the page's main part with the keyboard."""
    reach(page, page.locator("main").get_by_role("link", name=name).first)
    page.keyboard.press("Enter")


def write(page: Page, label: str, text: str) -> None:
    """Write into a field of a form with the keyboard."""
    reach(page, page.get_by_label(re.compile(f"^{re.escape(label)}")).first)
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(text)


def send(page: Page, name: str) -> None:
    """Press a button of a form with the keyboard, and wait for what is said."""
    reach(page, page.get_by_role("button", name=name))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_be_visible()


def checked(page: Page) -> None:
    """Look at the open page in both languages, light and dark, and on narrow screens."""
    address = page.url.partition("#")[0]
    for language in ("tr", "en"):
        page.goto(re.sub(r"/(tr|en)/", f"/{language}/", address, count=1))
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert wcag_violations(page) + invisible_words(page) == []
        assert too_wide(page) == {}
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address)


def plan(page: Page) -> None:
    """Plan a visit of Kuopio with its delegation."""
    page.goto("/en/desk/visits/")
    follow(page, "Plan a visit")
    write(page, "Name of a city, region or organisation", "Kuopio")
    page.keyboard.press("Enter")
    reach(page, page.locator("#candidates tbody").get_by_role("link").first)
    page.keyboard.press("Enter")
    write(page, "Title of the visit", "Visit of Kuopio")
    write(page, "First day", told_day(-3))
    write(page, "Last day", told_day(-2))
    send(page, "Plan the visit")
    expect(page.get_by_role("heading", level=1)).to_have_text("Visit of Kuopio")
    follow(page, "Paste a delegation list")
    write(page, "The list", "Aino Example, Mayor")
    send(page, "Add these people")
    expect(page.locator("main")).to_contain_text("Aino Example")


def hold(page: Page) -> None:
    """Record that it was held, with minutes and a promise whose day is past."""
    follow(page, "Record that the visit was held")
    send(page, "It was held")
    follow(page, "Write the minutes")
    write(page, "Minutes", "Both spoke about lakes.")
    send(page, "Save the minutes")
    follow(page, "Record a promise")
    write(page, "What was promised", "Send the study of the lake")
    write(page, "To be done by", told_day(-1))
    send(page, "Save the promise")
    expect(page.locator("main")).to_contain_text("overdue")


def test_visit_is_planned_held_minuted_and_followed_up_by_keyboard(desk_page: Page) -> None:
    plan(desk_page)
    hold(desk_page)

    follow(desk_page, "Send the study of the lake")
    follow(desk_page, "It was kept")
    write(desk_page, "What came of it", "The study was sent.")
    send(desk_page, "It was kept")
    expect(desk_page.locator(".record-head")).to_contain_text("kept")
    checked(desk_page)
    follow(desk_page, "Visit of Kuopio")
    follow(desk_page, "Record what came of the visit")
    write(desk_page, "In a sentence or two", "A joint study began.")
    send(desk_page, "Save the outcome")
    expect(desk_page.locator("main")).to_contain_text("A joint study began.")
    checked(desk_page)


def test_pages_of_visits_meet_wcag_and_fit_a_phone(desk_page: Page) -> None:
    desk_page.goto("/en/desk/visits/")
    checked(desk_page)
    sample = desk_page.locator("tbody th a").last.get_attribute("href") or ""
    for address in (
        sample,
        f"{sample}papers/",
        f"{sample}describe/",
        f"{sample}person/",
        "/en/desk/visits/month/",
        "/en/desk/promises/?show=all",
    ):
        desk_page.goto(address)
        checked(desk_page)


def test_refused_list_of_thousands_says_the_limit_and_keeps_what_was_written(
    desk_page: Page,
) -> None:
    desk_page.goto("/en/desk/visits/")
    sample = desk_page.locator("tbody th a").last.get_attribute("href") or ""
    desk_page.goto(f"{sample}paste/")
    desk_page.get_by_label("The list").evaluate("e => { e.value = 'Name, Title\\n'.repeat(10000) }")
    desk_page.get_by_role("button", name="Add these people").click()

    summary = desk_page.locator("[data-error-summary]")
    expect(summary).to_contain_text("10000 people; a delegation list holds at most 200")
    assert desk_page.get_by_label("The list").input_value().count("\n") >= 9_999
    assert wcag_violations(desk_page) == []
