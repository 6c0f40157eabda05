"""Everything is reached by keyboard, and small choices of a reader are kept."""

import re

from playwright.sync_api import Page, expect

ROWS = "#register table[data-rows] tbody tr"


def _background(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


def test_the_first_stop_of_the_tab_key_skips_to_the_content(page: Page) -> None:
    page.goto("/en/")

    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


def test_slash_goes_to_the_search_box_and_is_a_letter_in_it(page: Page) -> None:
    page.goto("/en/")
    box = page.get_by_role("searchbox")

    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.keyboard.type("a/j?")

    expect(box).to_have_value("a/j?")
    expect(page.locator("dialog")).to_be_hidden()


def test_j_and_k_move_through_the_rows_and_enter_opens_one(page: Page) -> None:
    page.goto("/en/?as_of=1994")
    links = page.locator(f"{ROWS} th a")

    page.keyboard.press("j")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(links.nth(2)).to_be_focused()
    page.keyboard.press("k")
    expect(links.nth(1)).to_be_focused()
    expect(links.nth(1)).to_have_text("Budapest")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Istanbul – Budapest")


def test_question_mark_shows_the_keys_and_escape_puts_them_away(page: Page) -> None:
    page.goto("/tr/")
    keys = page.get_by_role("dialog", name="Tuşlar")

    page.keyboard.press("?")
    expect(keys).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator(f"{ROWS} a:focus")).to_have_count(0)
    page.keyboard.press("Escape")

    expect(keys).to_be_hidden()


def test_every_stop_of_the_tab_key_can_be_seen(page: Page) -> None:
    """Walks through the first stops of the home page: each has an outline and is on the screen."""
    page.goto("/en/?as_of=1965")
    seen = set()

    for _stop in range(40):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if focused.count() == 0:
            break
        expect(focused).to_be_in_viewport()
        seen.add(focused.evaluate("e => getComputedStyle(e).outlineStyle !== 'none'"))

    assert seen == {True}


def test_the_colours_chosen_are_kept_on_the_next_page(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.goto("/en/")
    light = _background(page)
    switch = page.get_by_role("button", name=re.compile("^Colours:"))

    switch.click()
    expect(switch).to_have_text("Colours: light")
    switch.click()
    expect(switch).to_have_text("Colours: dark")
    dark = _background(page)
    page.goto("/en/statistics/")

    assert dark != light
    assert _background(page) == dark
    expect(switch).to_have_text("Colours: dark")
    switch.click()
    assert _background(page) == light


def test_the_system_asks_for_dark_colours_and_gets_them(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.goto("/en/")
    light = _background(page)

    page.emulate_media(color_scheme="dark")

    assert _background(page) != light


def test_roomy_rows_are_kept_on_the_next_page(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("/en/?as_of=1994")
    row = page.locator(ROWS).first
    dense = row.bounding_box()

    page.get_by_role("button", name="Roomy rows").click()
    roomy = row.bounding_box()
    page.reload()

    assert dense is not None
    assert roomy is not None
    assert roomy["height"] > dense["height"]
    assert row.bounding_box() == roomy
    expect(page.get_by_role("button", name="Dense rows")).to_be_visible()


def test_a_row_and_its_line_on_the_map_light_up_together(page: Page) -> None:
    page.goto("/en/?as_of=1994")
    row = page.locator(ROWS).filter(has_text="Houston")
    key = row.get_attribute("data-partner")
    line = page.locator(f"#arc-{key}")

    row.hover()
    expect(line).to_have_class(re.compile("is-lit"))
    page.locator("h1").hover()
    expect(line).not_to_have_class(re.compile("is-lit"))
    row.get_by_role("link", name="Houston").focus()

    expect(line).to_have_class(re.compile("is-lit"))
    expect(page.locator(".arc.is-lit")).to_have_count(1)


def test_the_map_comes_closer_by_buttons_and_by_keys(page: Page) -> None:
    page.goto("/en/")
    drawing = page.locator("svg.map__drawing")
    whole = drawing.get_attribute("viewBox")
    assert whole is not None
    further = page.get_by_role("button", name="Further")
    expect(further).to_be_disabled()

    page.get_by_role("button", name="Closer").click()
    expect(drawing).not_to_have_attribute("viewBox", whole)
    expect(further).to_be_enabled()
    closer = drawing.get_attribute("viewBox")
    assert closer is not None
    page.keyboard.press("ArrowRight")
    expect(drawing).not_to_have_attribute("viewBox", closer)
    page.get_by_role("button", name="Whole world").click()
    expect(drawing).to_have_attribute("viewBox", whole)
    page.get_by_role("button", name="Closer").press("+")
    expect(drawing).not_to_have_attribute("viewBox", whole)
    page.keyboard.press("0")

    expect(drawing).to_have_attribute("viewBox", whole)


def test_a_place_on_the_map_leads_to_its_page(page: Page) -> None:
    page.goto("/en/?as_of=1994")

    page.locator('.place a[aria-label="Rio de Janeiro"] circle').click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Rio de Janeiro")
