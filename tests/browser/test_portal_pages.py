"""The pages behind the list: what they say, and where they lead."""

import re

import pytest
from playwright.sync_api import Page, expect

ROWS = "#register table[data-rows] tbody tr"


def test_tiflis_leads_from_the_sister_city_to_the_memorandum_before_it(page: Page) -> None:
    page.goto("/tr/?q=Tiflis&instrument=sister_city")
    page.locator(ROWS).get_by_role("link", name="Tiflis").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("İstanbul – Tiflis")
    expect(page.get_by_role("region", name="Ne oldu?").locator("tbody tr")).to_contain_text(
        ["18 Nisan 2016"]
    )

    page.get_by_role("region", name="Aynı ortakla öteki ilişkiler").get_by_role(
        "link", name="mutabakat zaptı"
    ).click()

    expect(page.locator(".record-head")).to_contain_text("mutabakat zaptı")
    expect(page.get_by_role("region", name="Ne oldu?").locator("tbody tr").first).to_contain_text(
        "1 Haziran 2006"
    )
    expect(page.get_by_role("heading", name="Neyi bilmiyoruz?")).to_be_visible()


def test_a_relation_leads_to_its_city_its_country_and_its_bodies(page: Page) -> None:
    page.goto("/en/?q=Tbilisi&instrument=sister_city")
    page.locator(ROWS).get_by_role("link", name="Tbilisi").click()
    relation = page.url

    page.get_by_role("region", name="Parties").get_by_role("link", name="Tbilisi").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tbilisi")
    expect(page.locator("table[data-rows] tbody tr")).to_have_count(2)
    page.get_by_role("navigation", name="Where you are").get_by_role("link", name="Georgia").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Georgia")
    page.goto(relation)
    page.get_by_role("region", name="Parties").get_by_role(
        "link", name="Istanbul Metropolitan Municipality"
    ).click()

    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "Istanbul Metropolitan Municipality"
    )


def test_uclg_is_older_as_a_tie_than_as_an_organisation_and_the_page_says_so(page: Page) -> None:
    page.goto("/en/statistics/")
    finding = (
        page.get_by_role("region", name="What contradicts itself")
        .get_by_role("listitem")
        .filter(has_text="2004")
    )
    expect(finding).to_contain_text("1987")

    finding.get_by_role("link").click()

    expect(page.get_by_role("region", name="What contradicts itself")).to_contain_text("2004")
    expect(page.get_by_role("region", name="Grade and units in charge")).to_be_visible()


@pytest.mark.parametrize("number", ["in force:sister city agreement", "Asia:cooperation protocol"])
def test_a_number_of_the_statistics_leads_to_that_many_relations(page: Page, number: str) -> None:
    row_name, column_name = number.split(":")
    page.goto("/en/statistics/?as_of=1994")
    table = page.get_by_role("table").filter(has=page.get_by_role("rowheader", name=row_name))
    columns = table.get_by_role("columnheader").all_inner_texts()
    row = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name=row_name))
    link = row.get_by_role("cell").nth(columns.index(column_name)).get_by_role("link")
    expected = int(link.inner_text())

    link.click()

    expect(page.locator(ROWS)).to_have_count(expected)
    expect(page.locator("#register caption")).to_have_text(re.compile(f"^{expected} "))


def test_a_published_figure_stands_beside_the_counted_one(page: Page) -> None:
    page.goto("/en/statistics/")
    published = page.get_by_role("region", name="Published figures beside ours").first

    expect(published.locator("tbody tr").first.get_by_role("cell")).to_contain_text(
        ["12", "11", "1"]
    )
    published.get_by_role("link", name="11", exact=True).click()

    expect(page.locator(ROWS)).to_have_count(11)


def test_a_word_of_a_relation_is_explained_in_the_glossary(page: Page) -> None:
    page.goto("/tr/?q=Filibe")
    page.locator(ROWS).get_by_role("link", name="Filibe").click()

    page.get_by_role("region", name="Sözcüklerin buradaki anlamı").get_by_role("link").click()

    expect(page).to_have_url(re.compile(r"/tr/glossary/#sister_city$"))
    expect(page.locator("#sister_city")).to_be_in_viewport()
    expect(page.locator("main")).to_contain_text("Städtepartnerschaft")


def test_the_about_page_names_its_source_and_how_it_counts(page: Page) -> None:
    page.goto("/en/")
    page.get_by_role("link", name="How we count").click()

    expect(page).to_have_url(re.compile(r"/en/about/#status$"))
    expect(page.locator("#status")).to_be_in_viewport()
    expect(page.locator("main")).to_contain_text("Istanbul Metropolitan Municipality")


def test_the_timeline_draws_what_its_table_says(page: Page) -> None:
    page.goto("/en/?as_of=1994&instrument=sister_city")
    page.get_by_role("link", name="Show as a timeline").click()

    rows = page.locator("table[data-rows] tbody tr")
    expect(rows).to_have_count(12)
    expect(page.locator("svg.timeline .act")).to_have_count(
        sum(text.count(":") for text in rows.locator("td:last-child").all_inner_texts())
    )


@pytest.mark.parametrize(
    "address",
    [
        "relations/00000000-0000-4000-8000-000000000000/",
        "places/no-such-place/",
        "countries/QQ/",
        "no-such-page/",
    ],
)
def test_a_page_that_is_not_there_says_what_to_do(page: Page, address: str) -> None:
    answer = page.goto(f"/en/{address}")

    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.locator("main").get_by_role("link").first.click()
    expect(page.locator(ROWS).first).to_be_visible()
