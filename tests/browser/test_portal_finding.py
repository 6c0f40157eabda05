"""A reader finds a relation, narrows the list, takes it along and prints it."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

ROWS = "#register table[data-rows] tbody tr"


def _caption_number(page: Page) -> int:
    return int(page.locator("#register caption").inner_text().split()[0])


def _search(page: Page, text: str) -> Locator:
    box = page.get_by_role("search").get_by_role("searchbox")
    box.fill(text)
    box.press("Enter")
    page.wait_for_url(re.compile(r"\?q="))
    return page.locator(ROWS)


@pytest.mark.parametrize("written", ["Filibe", "FİLİBE", "filibe", "plovdiv", "PLOVDIV", "Пловдив"])
def test_search_finds_filibe_under_each_of_its_names(page: Page, written: str) -> None:
    page.goto("/tr/")

    rows = _search(page, written)

    expect(rows).to_have_count(1)
    rows.get_by_role("link", name="Filibe").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("İstanbul – Filibe")
    expect(page.locator(".record-head")).to_contain_text("kardeş şehir anlaşması")


@pytest.mark.parametrize("written", ["istanbul", "ISTANBUL", "İSTANBUL", "İstanbul"])
def test_search_takes_no_notice_of_case_or_dots(page: Page, written: str) -> None:
    page.goto("/en/?q=istanbul&as_of=1994")
    expected = page.locator(ROWS).all_inner_texts()

    page.goto("/en/?as_of=1994")
    _search(page, written)
    page.goto(f"{page.url}&as_of=1994")

    assert page.locator(ROWS).all_inner_texts() == expected


def test_a_search_without_an_answer_leads_back_to_the_whole_register(page: Page) -> None:
    page.goto("/en/?q=nowhere-at-all")

    expect(page.locator(ROWS)).to_have_count(0)
    page.get_by_role("link", name="Show the whole register of today").click()

    expect(page.locator(ROWS).first).to_be_visible()


def test_filters_are_links_that_the_back_button_undoes(page: Page) -> None:
    page.goto("/en/?as_of=1994")
    page.evaluate("window.kept = true")
    filters = page.get_by_role("list", name="Filters")

    filters.get_by_role("link", name="cooperation protocol").click()
    page.wait_for_url("**/*instrument=cooperation_protocol*")
    expect(page.locator(ROWS)).to_have_count(9)
    filters.get_by_role("link", name="Europe").click()
    page.wait_for_url("**/*continent=*")
    expect(page.locator(ROWS)).to_have_count(6)
    assert page.evaluate("window.kept") is True, "the page was loaded anew"

    page.go_back()
    expect(page.locator(ROWS)).to_have_count(9)
    expect(page.locator("#register caption")).to_contain_text("31 December 1994")


def test_a_filtered_address_opens_the_same_list_for_somebody_else(
    page: Page, plain_page: Page
) -> None:
    page.goto("/en/?as_of=1994")
    page.get_by_role("list", name="Filters").get_by_role("link", name="Asia").click()
    page.wait_for_url("**/*continent=*")
    expect(page.locator(ROWS)).to_have_count(7)

    plain_page.goto(page.url)

    assert plain_page.locator(ROWS).all_inner_texts() == page.locator(ROWS).all_inner_texts()


def test_the_other_language_opens_the_same_page_with_the_same_filter(page: Page) -> None:
    page.goto("/tr/?as_of=1994")
    page.get_by_role("list", name="Süzgeçler").get_by_role("link", name="Avrupa").click()
    page.wait_for_url("**/*continent=*")

    page.get_by_role("link", name="en", exact=True).click()

    expect(page).to_have_url(re.compile(r"/en/\?.*continent="))
    assert "as_of=1994" in page.url
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(ROWS)).to_have_count(8)


def test_the_downloaded_list_has_the_rows_of_the_filter(page: Page) -> None:
    page.goto("/en/?as_of=1994&instrument=sister_city")
    shown = _caption_number(page)

    with page.expect_download() as started:
        page.get_by_role("link", name="Download the list (CSV)").click()

    text = Path(started.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == shown == 12


def test_the_list_is_sorted_by_its_column_heads(page: Page) -> None:
    page.goto("/tr/?as_of=1994")

    page.get_by_role("columnheader", name="Başlangıç").get_by_role("link").click()

    expect(page.locator("th[aria-sort]")).to_contain_text("Başlangıç")
    expect(page.locator(ROWS).first).to_contain_text("1965")


def test_the_print_view_holds_the_whole_list_and_nothing_to_press(page: Page) -> None:
    page.goto("/en/?as_of=1994")
    page.emulate_media(media="print")

    for pressed in (page.get_by_role("search"), page.get_by_role("navigation")):
        expect(pressed).to_be_hidden()
    for button in page.get_by_role("button").all():
        expect(button).to_be_hidden()
    expect(page.locator("#register caption")).to_have_text(re.compile(r"^23 relations"))
    expect(page.locator(ROWS).filter(visible=True)).to_have_count(23)
    assert page.pdf().startswith(b"%PDF")


def test_a_list_of_several_pages_can_be_had_on_one_to_print(page: Page) -> None:
    page.goto("/en/")
    page.emulate_media(media="print")
    expect(page.get_by_text(re.compile(r"^This is page 1 of \d+ of the list\.$"))).to_be_visible()
    page.emulate_media(media="screen")

    page.get_by_role("link", name="Show all rows on one page, to print").click()
    page.wait_for_url("**/*rows=all*")
    page.emulate_media(media="print")

    expect(page.locator(ROWS).filter(visible=True)).to_have_count(_caption_number(page))
    expect(page.get_by_text("This is page")).to_have_count(0)
