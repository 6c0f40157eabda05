"""Who may come to the desk, and how they leave it."""

import re

from playwright.sync_api import Page, expect

from tests.browser.product import Served


def _sign_in(page: Page, email: str, password: str) -> None:
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_the_desk_asks_who_comes_and_leads_where_they_wanted_to_go(
    page: Page, served: Served
) -> None:
    page.goto("/en/desk/changes/")
    expect(page).to_have_url(re.compile(r"/en/desk/sign-in/\?next=/en/desk/changes/$"))

    _sign_in(page, served.email, served.password)

    expect(page).to_have_url(re.compile(r"/en/desk/changes/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Recent changes")


def test_a_wrong_password_is_told_without_saying_who_exists(page: Page) -> None:
    page.goto("/en/desk/sign-in/")

    _sign_in(page, "stranger@example.org", "not the password")

    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("heading")).to_have_text("Signing in did not work")
    expect(summary).to_contain_text("the e-mail address and the password do not belong together")
    expect(page.get_by_label("Password")).to_have_value("")


def test_who_signs_out_is_asked_again(page: Page, served: Served) -> None:
    page.goto("/en/desk/sign-in/")
    _sign_in(page, served.email, served.password)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Relations of Istanbul")

    page.get_by_role("button", name="Sign out").click()
    confirm = page.locator("main").get_by_role("button", name="Sign out")
    if confirm.count() > 0:
        confirm.click()
    page.goto("/en/desk/")

    expect(page).to_have_url(re.compile(r"/en/desk/sign-in/"))
