"""The network of cities: seen, moved, followed and read, with and without a mouse or a script."""

import re

from playwright.sync_api import Locator, Page, expect

from elci.domain import maps
from tests.browser.axe import wcag_violations

DRAWN = "performance.getEntriesByName('network-drawn').map(entry => entry.startTime)"
INK = """
canvas => {
  const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let inked = 0;
  for (let place = 3; place < data.length; place += 4) inked += data[place] > 0;
  return inked;
}
"""


def _canvas(page: Page) -> Locator:
    canvas = page.locator(".network__canvas")
    expect(canvas).to_have_count(1)
    return canvas


def test_all_ties_are_drawn_and_the_servers_sums_make_room(page: Page) -> None:
    page.goto("/en/observatory/")
    canvas = _canvas(page)

    expect(page.locator(".arc").first).to_be_hidden()
    expect(page.locator("[data-network-sums]")).to_be_hidden()
    assert canvas.evaluate(INK) > 10_000
    assert canvas.get_attribute("aria-hidden") == "true"


def test_network_is_shown_as_a_graph_and_as_a_map_again(page: Page) -> None:
    page.goto("/en/observatory/")
    canvas = _canvas(page)
    before = canvas.evaluate(INK)

    page.get_by_role("button", name="as a graph").click()
    expect(page.get_by_role("button", name="as a graph")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".map__land")).to_be_hidden()
    assert wcag_violations(page) == []
    page.get_by_role("button", name="as a map").press("Enter")

    expect(page.locator(".map__land")).to_be_visible()
    assert canvas.evaluate(INK) > before / 2


def test_city_under_the_pointer_is_named_and_followed(page: Page) -> None:
    page.goto("/en/observatory/")
    canvas = _canvas(page)
    box = canvas.bounding_box()
    assert box is not None
    reykjavik = maps.project(64.1355, -21.8954)
    x = reykjavik.x / maps.WIDTH * box["width"]
    y = reykjavik.y / maps.HEIGHT * box["height"]

    page.mouse.move(box["x"] + x, box["y"] + y)
    told = page.locator(".network__told")
    expect(told).not_to_contain_text("Point at a city")
    name = told.inner_text().partition(",")[0]
    page.mouse.click(box["x"] + x, box["y"] + y)

    expect(page).to_have_url(re.compile(r"/en/observatory/cities/[0-9]+/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_picture_follows_when_the_map_comes_closer_by_keyboard(page: Page) -> None:
    page.goto("/en/observatory/")
    canvas = _canvas(page)
    before = canvas.evaluate(INK)
    page.get_by_role("button", name="Closer").focus()

    for _ in range(4):
        page.keyboard.press("+")

    expect(page.locator(".map__drawing")).not_to_have_attribute("viewBox", re.compile("^0 0 1000 "))
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert canvas.evaluate(INK) != before


def test_without_a_script_sums_and_lists_are_there(plain_page: Page) -> None:
    plain_page.goto("/tr/observatory/")

    expect(plain_page.locator(".arc").first).to_be_visible()
    expect(plain_page.locator(".network__canvas")).to_have_count(0)
    plain_page.get_by_role("link", name="Bağlar", exact=True).first.click()
    expect(plain_page.locator("table tbody tr")).to_have_count(50)


def test_city_is_searched_for_and_its_place_read(page: Page) -> None:
    page.goto("/tr/observatory/")
    page.get_by_label("Ağda bir şehir arayın").fill("köln")
    page.get_by_role("button", name="Bul", exact=True).click()
    page.get_by_role("link", name="Köln", exact=True).click()

    expect(page.get_by_role("heading", name="Ağdaki yeri")).to_be_visible()
    details = page.locator(".measures details").first
    details.locator("summary").press("Enter")
    expect(details).to_contain_text("Kaynakça")
    expect(page.locator("table tbody tr")).to_have_count(24)


def test_register_is_looked_at_in_another_year(page: Page) -> None:
    page.goto("/en/observatory/?source=register")
    slider = page.get_by_role("slider", name="As it stood at the end of")
    slider.focus()

    slider.press("Home")

    expect(page).to_have_url(re.compile(r"as_of=1965"))
    expect(page.locator("#as-of")).to_contain_text("31 December 1965")
    expect(page.locator("#register caption")).to_have_text("2 rows")


def test_neighbourhood_of_a_city_is_pulled_as_a_picture_and_drawn_where_it_is_let_go(
    page: Page,
) -> None:
    page.goto("/en/observatory/cities/745044/")
    for _ in range(3):
        page.get_by_role("button", name="Closer").click()
    drawing = page.locator(".map__drawing")
    drawing.scroll_into_view_if_needed()
    before = drawing.get_attribute("viewBox")
    box = drawing.bounding_box()
    assert box is not None

    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 340, box["y"] + 220)
    expect(drawing).to_have_css("transform", "matrix(1, 0, 0, 1, 40, 20)")
    assert drawing.get_attribute("viewBox") == before
    page.mouse.up()

    expect(drawing).to_have_css("transform", "none")
    assert drawing.get_attribute("viewBox") != before
