"""A reader moves to another year: map, counters and list follow, and the page stays."""

import re

from playwright.sync_api import Locator, Page, expect

ROWS = "#register table[data-rows] tbody tr"
ROWS_IN_1994 = 23


def _slider(page: Page) -> Locator:
    return page.get_by_role("slider", name="As it stood at the end of")


def _shows_1994(page: Page) -> None:
    expect(page.locator("output")).to_have_text("1994")
    expect(page.locator(".lead")).to_contain_text("31 December 1994")
    expect(page.locator(ROWS)).to_have_count(ROWS_IN_1994)
    expect(page.locator("#register caption")).to_contain_text("31 December 1994")
    expect(page.locator(".counters__number")).to_have_text(["12", "9", "2"])
    # Two of the 23 are seats in organisations, and Lahore has one dot for its two ties or one.
    drawn = page.locator(".arc")
    expect(drawn.filter(has=page.locator("path"))).not_to_have_count(0)
    expect(page.locator(".place--host")).to_have_count(1)
    expect(page.locator('.place a[aria-label="Plovdiv"]')).to_have_count(0)
    expect(page.locator('.place a[aria-label="Rio de Janeiro"]')).to_have_count(1)


def test_the_slider_shows_1994_by_keyboard_without_loading_the_page(page: Page) -> None:
    page.goto("/en/?as_of=1996")
    page.evaluate("window.kept = true")
    slider = _slider(page)
    slider.focus()

    slider.press("ArrowLeft")
    slider.press("ArrowLeft")

    expect(page).to_have_url(re.compile(r"[?&]as_of=1994\b"))
    _shows_1994(page)
    expect(
        page.get_by_role("status").filter(has_text="23 relations on 31 December 1994")
    ).to_have_count(1)
    expect(slider).to_be_focused()
    assert page.evaluate("window.kept") is True, "the page was loaded anew"


def test_the_slider_shows_another_year_where_the_mouse_points(page: Page) -> None:
    page.goto("/en/")
    page.evaluate("window.kept = true")
    slider = _slider(page)
    box = slider.bounding_box()
    assert box is not None

    slider.click(position={"x": box["width"] / 2, "y": box["height"] / 2})

    year = int(page.locator("output").inner_text())
    assert 1990 <= year <= 2000
    expect(page).to_have_url(re.compile(rf"[?&]as_of={year}\b"))
    expect(page.locator("#register caption")).to_contain_text(f"31 December {year}")
    assert page.evaluate("window.kept") is True, "the page was loaded anew"


def test_a_filter_chosen_before_the_year_stays(page: Page) -> None:
    page.goto("/en/?as_of=1995")
    filters = page.get_by_role("list", name="Filters")
    filters.get_by_role("link", name="sister city agreement").click()
    page.wait_for_url("**/*instrument=sister_city*")

    _slider(page).press("ArrowLeft")

    expect(page).to_have_url(re.compile(r"[?&]as_of=1994\b"))
    assert "instrument=sister_city" in page.url
    expect(page.locator(ROWS)).to_have_count(12)


def test_the_back_button_shows_the_year_before(page: Page) -> None:
    page.goto("/en/?as_of=1995")
    expect(page.locator("output")).to_have_text("1995")
    _slider(page).press("ArrowLeft")
    expect(page).to_have_url(re.compile(r"[?&]as_of=1994\b"))
    _shows_1994(page)

    page.go_back()

    expect(page.locator("#register caption")).to_contain_text("31 December 1995")
    expect(_slider(page)).to_have_value("1995")


def test_the_year_changes_without_scripts_by_a_form(plain_page: Page) -> None:
    plain_page.goto("/en/?as_of=1995")
    _slider(plain_page).press("ArrowLeft")

    plain_page.get_by_role("button", name="Show this year").click()

    expect(plain_page).to_have_url(re.compile(r"[?&]as_of=1994\b"))
    _shows_1994(plain_page)


def test_search_and_filters_work_without_scripts(plain_page: Page) -> None:
    plain_page.goto("/en/")
    plain_page.get_by_role("searchbox").fill("Filibe")
    plain_page.get_by_role("button", name="Search").click()
    expect(plain_page.locator(ROWS)).to_have_count(1)

    plain_page.goto("/en/?as_of=1994")
    plain_page.get_by_role("list", name="Filters").get_by_role("link", name="Africa").click()
    expect(plain_page.locator(ROWS)).to_have_count(2)


def test_an_impossible_day_is_explained_and_today_is_shown(page: Page) -> None:
    page.goto("/en/?as_of=1994-02-30")

    expect(page.locator(".notice")).to_contain_text("1994-02-30")
    expect(page.locator(ROWS).first).to_be_visible()
