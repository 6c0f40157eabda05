"""Finding a partner: a need, a weight, two places, a shortlist, a case, the board, a request."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import wcag_violations
from tests.browser.layout import invisible_words, too_wide

NEED = "flood control, port city, Balkans, no partner in the country yet"
PUBLIC = {
    "find": "partners/",
    "find with a need": f"partners/?need={NEED}",
    "side by side": "partners/?with=2643743&with=1850147",
    "names": "partners/?name=Konya",
    "no such city": "partners/?city=nowhere",
    "weights": "partners/?w_size=0",
    "method": "partners/method/",
    "board": "partners/board/",
}
DESK = {
    "find": "",
    "shortlists": "shortlists/",
    "add to a shortlist": "shortlists/add/?place=2643743&city=745044",
    "board": "board/",
    "add to the board": "board/add/",
    "requests": "requests/",
    "add a request": "requests/add/?name=Sofya",
}
BOTH_LANGUAGES = pytest.mark.parametrize("language", ["tr", "en"])


def found_first(page: Page) -> str:
    return page.locator("ol.places h3").first.inner_text()


@BOTH_LANGUAGES
@pytest.mark.parametrize("name", PUBLIC)
def test_public_page_meets_wcag_and_fits(page: Page, name: str, language: str) -> None:
    page.goto(f"/{language}/{PUBLIC[name]}")

    violations = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        violations[scheme] = wcag_violations(page) + invisible_words(page)

    assert violations == {"light": [], "dark": []}
    assert too_wide(page) == {}


@BOTH_LANGUAGES
@pytest.mark.parametrize("name", DESK)
def test_desk_page_meets_wcag_and_fits(desk_page: Page, name: str, language: str) -> None:
    desk_page.goto(f"/{language}/desk/partners/{DESK[name]}")

    violations = {}
    for scheme in ("light", "dark"):
        desk_page.emulate_media(color_scheme=scheme)
        violations[scheme] = wcag_violations(desk_page) + invisible_words(desk_page)

    assert violations == {"light": [], "dark": []}
    assert too_wide(desk_page) == {}


def test_need_is_understood_and_the_list_follows_a_weight(page: Page) -> None:
    page.goto("/en/partners/")
    page.get_by_label("What is needed, in your words").fill(NEED)
    page.get_by_role("button", name="Find partners").click()
    expect(page.get_by_role("heading", name="As understood")).to_be_visible()
    expect(page.get_by_text("a city at the coast")).to_be_visible()

    page.goto("/en/partners/?city=2950159")
    before = page.locator("ol.places").inner_text()
    page.get_by_text("What counts, and how much").click()
    weight = page.get_by_label("Likeness of size")
    weight.focus()
    for _press in range(5):
        weight.press("ArrowLeft")
    expect(page.locator("output[for=w-size]")).to_have_text("0")
    expect(page).to_have_url(re.compile("w_size=0"))
    assert page.locator("ol.places").inner_text() != before


def test_list_follows_the_form_without_javascript(plain_page: Page) -> None:
    plain_page.goto("/en/partners/?city=2950159&w_size=0")
    first = found_first(plain_page)

    plain_page.get_by_label("Country", exact=True).select_option("JP")
    plain_page.get_by_role("button", name="Find partners").click()

    assert found_first(plain_page) != first
    assert "Japan" in found_first(plain_page)


def test_two_places_are_compared(page: Page) -> None:
    page.goto("/en/partners/?country=JP")
    page.get_by_role("link", name="All criteria, side by side").first.click()
    page.get_by_role("link", name="All criteria, side by side").nth(1).click()

    table = page.get_by_role("region", name="Side by side").locator("table")
    expect(table.locator("thead th")).to_have_count(4)
    expect(table.get_by_role("rowheader", name="Votes in the General Assembly")).to_be_visible()
    page.get_by_role("link", name="Close the comparison").click()
    expect(page.get_by_role("heading", name="Side by side")).to_have_count(0)


def test_place_goes_on_a_shortlist_and_into_a_case(desk_page: Page) -> None:
    desk_page.goto("/en/desk/partners/?country=NO&need=tourism")
    place = desk_page.locator("ol.places > li").first
    place.get_by_role("link", name="Put on a shortlist").click()
    desk_page.get_by_label("Shortlist", exact=True).select_option("a new shortlist")
    desk_page.get_by_label("Title of a new shortlist").fill("Norway, tourism")
    desk_page.get_by_label("Note").fill("Ask the embassy.")
    desk_page.get_by_role("button", name="Put on the shortlist").click()

    expect(desk_page.get_by_role("heading", level=1)).to_have_text("Norway, tourism")
    expect(desk_page.get_by_text("Ask the embassy.")).to_be_visible()
    assert wcag_violations(desk_page) == []
    assert too_wide(desk_page) == {}
    with desk_page.expect_download() as letter:
        desk_page.get_by_role("link", name="English").first.click()
    assert letter.value.suggested_filename.startswith("letter-en")
    desk_page.get_by_role("link", name="Open a case").click()
    desk_page.get_by_label("Title of the case").fill("A Norwegian partner")
    desk_page.get_by_role("button", name="Open the case").click()
    expect(desk_page.get_by_role("heading", level=1)).to_have_text("A Norwegian partner")

    desk_page.goto("/en/desk/partners/shortlists/")
    desk_page.get_by_role("link", name="Norway, tourism").click()
    expect(desk_page.get_by_role("link", name="A Norwegian partner")).to_be_visible()


def test_need_is_put_on_the_board_and_seen_in_public(desk_page: Page, page: Page) -> None:
    desk_page.goto("/en/desk/partners/board/add/")
    desk_page.get_by_label("Title in English").fill("Quiet trams wanted")
    desk_page.get_by_label("urban services").check()
    last = date.today() + timedelta(days=40)  # noqa: DTZ011 -- the product's own day
    desk_page.get_by_label("Last day on the board").fill(f"{last:%d.%m.%Y}")
    desk_page.get_by_role("radio", name="everybody").check()
    desk_page.get_by_role("button", name="Put the entry on the board").click()

    expect(desk_page.get_by_role("heading", name="Quiet trams wanted")).to_be_visible()
    assert wcag_violations(desk_page) == []
    page.goto("/en/partners/board/?field=urban_services")
    expect(page.get_by_role("heading", name="Quiet trams wanted")).to_be_visible()
    expect(page.get_by_role("link", name="Withdraw the entry")).to_have_count(0)


def test_sample_request_is_checked_decided_and_answered(desk_page: Page) -> None:
    desk_page.goto("/en/desk/partners/requests/")
    desk_page.get_by_role("link", name="Sample Municipality").click()
    expect(desk_page.get_by_text("This request is made up")).to_be_visible()
    assert wcag_violations(desk_page) == []
    assert too_wide(desk_page) == {}

    desk_page.get_by_role(
        "link", name=re.compile(r"^Record a finding\s*: a stated purpose")
    ).click()
    desk_page.get_by_role("radio", name="unclear").check()
    desk_page.get_by_label("On what it rests").fill("The letter names no project.")
    desk_page.get_by_role("button", name="Record the finding").click()
    expect(desk_page.get_by_text("The letter names no project.")).to_be_visible()
    desk_page.get_by_role("link", name="Decide on the request").click()
    desk_page.get_by_role("radio", name="not taken up").check()
    desk_page.get_by_label("Reason").fill("There is a partner in the country already.")
    desk_page.get_by_role("button", name="Record the decision").click()
    expect(desk_page.get_by_text("There is a partner in the country already.")).to_be_visible()
    with desk_page.expect_download() as answer:
        desk_page.get_by_role("link", name=re.compile(r"^Turkish,\s*DOCX")).click()
    assert answer.value.suggested_filename.startswith("answer-tr")
    desk_page.get_by_role("link", name="Record that the answer was sent").click()
    desk_page.get_by_label("Number of the letter").fill("E-12")
    desk_page.get_by_role("button", name="Record the answer").click()
    expect(desk_page.get_by_text("(E-12)")).to_be_visible()


def test_list_can_be_printed(page: Page) -> None:
    page.goto("/en/partners/?country=JP")
    page.emulate_media(media="print")

    expect(page.get_by_role("button", name="Find partners")).to_be_hidden()
    expect(page.locator("ol.places h3").first).to_be_visible()
