"""An officer takes a list in: pastes it, fixes one row, enters it, sees it in public, undoes it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import wcag_violations
from tests.browser.layout import invisible_words, too_wide
from tests.browser.product import Served

FIXTURES = Path(__file__).parents[1] / "fixtures" / "ibb"
PROTOCOLS = (FIXTURES / "cooperation_protocols.raw.txt").read_text(encoding="utf-8")
READ = 60_000
"""Milliseconds within which a process has started and read a short list."""


def untitled(*more: str) -> str:
    """The protocols without the line that says what they are, with rows of one's own."""
    return "\n\n".join([PROTOCOLS.partition("\n")[2].rstrip(), *more])


def hand_over(page: Page, text: str, *, language: str = "en", instrument: str = "") -> None:
    """Paste a list and wait until it is read."""
    page.goto(f"/{language}/desk/imports/")
    page.locator("textarea[name=text]").fill(text)
    if instrument:
        page.locator("select[name=instrument]").select_option(instrument)
    page.locator("main form[method=post] button[type=submit]").first.click()
    expect(page.locator("#rows")).to_be_visible(timeout=READ)


def test_pasted_table_is_read_one_row_fixed_entered_seen_in_public_and_undone(
    desk_page: Page, page: Page
) -> None:
    hand_over(desk_page, untitled("21 Venedik Fransa 08.06.2011 Venedik"), instrument="memorandum")
    expect(desk_page.locator("main")).to_contain_text("21 relations were found.")
    expect(desk_page.locator("main")).to_contain_text("Waiting for you: 1.")

    desk_page.get_by_role("link", name="Decide on the doubtful rows").first.click()
    desk_page.get_by_label("Search for another place").fill("Venezia")
    desk_page.locator("#places").get_by_role("radio", name="Venice").first.check()
    desk_page.get_by_role("button", name="Enter this row").click()
    desk_page.get_by_role("radio", name="everybody").check()
    desk_page.get_by_role("button", name="Enter 21 rows").click()

    expect(desk_page.get_by_role("status").first).to_contain_text("entered in the register")
    page.goto("/en/?q=venice&instrument=memorandum")
    expect(page.locator("#register tbody tr")).to_contain_text(["Jun 2011"])
    page.locator("#register tbody a").first.click()
    expect(page.locator("main")).to_contain_text("08.06.2011")
    relation = page.url

    desk_page.get_by_role("link", name="Venice").click()
    expect(desk_page.get_by_role("region", name="Where it was imported from")).to_contain_text(
        "pasted text"
    )
    desk_page.get_by_role("link", name="pasted text").click()
    desk_page.get_by_role("navigation", name="Where you are").get_by_role(
        "link", name="pasted text"
    ).click()
    desk_page.get_by_role("link", name="Undo the whole import").click()
    desk_page.get_by_label("Reason").fill("It was only a rehearsal.")
    desk_page.get_by_role("button", name="Undo the whole import").click()

    expect(desk_page.get_by_role("status").first).to_contain_text("Relations withdrawn: 21")
    answer = page.goto(relation)
    assert answer is not None
    assert answer.status == 410
    expect(page.locator("main")).to_contain_text("It was only a rehearsal.")


def test_list_is_decided_on_with_the_keyboard_alone(desk_page: Page) -> None:
    desk_page.goto("/en/desk/imports/")
    desk_page.locator("textarea[name=text]").focus()
    desk_page.keyboard.insert_text(untitled("21 Venedik Fransa 08.06.2012 Venedik"))
    desk_page.keyboard.press("Tab")
    desk_page.keyboard.press("p")
    desk_page.keyboard.press("r")
    desk_page.locator("input[name=stated_on]").focus()
    desk_page.keyboard.press("Enter")
    expect(desk_page.locator("#rows")).to_be_visible(timeout=READ)
    desk_page.goto(f"{desk_page.url}?rows=open")

    desk_page.keyboard.press("j")
    desk_page.keyboard.press("Enter")
    desk_page.get_by_label("Search for another place").focus()
    desk_page.keyboard.type("Venezia")
    expect(desk_page.locator("#places")).to_contain_text("Veneto")
    desk_page.locator("#places input[type=radio]").first.focus()
    for _step in range(10):
        if desk_page.locator("label", has_text="Veneto").locator("input").first.is_checked():
            break
        desk_page.keyboard.press("ArrowDown")
    desk_page.get_by_label("Act 1: Date").focus()
    desk_page.keyboard.press("Enter")

    expect(desk_page.get_by_role("status").first).to_contain_text("will be entered")
    expect(desk_page.locator("main")).to_contain_text("Nothing waits for you any more.")


@pytest.fixture
def plain_desk(browser: Browser, served: Served, desk_session: Path) -> Iterator[Page]:
    """A page of the desk officer, whose browser runs no scripts."""
    context = browser.new_context(
        base_url=served.address, java_script_enabled=False, storage_state=desk_session
    )
    yield context.new_page()
    context.close()


def test_list_is_read_decided_on_and_entered_without_script(plain_desk: Page) -> None:
    page = plain_desk
    page.goto("/en/desk/imports/")
    page.locator("textarea[name=text]").fill(
        "No Şehir Ülke Tarih\n1 Basra Irak 2013\n2 Venedik Fransa 2013\n"
    )
    page.locator("select[name=instrument]").select_option("goodwill_letter")
    page.get_by_role("button", name="Read the list").click()
    for _look in range(60):
        if page.locator("#rows").count():
            break
        page.wait_for_timeout(500)
        page.get_by_role("link", name="Look again").click()

    page.get_by_role("link", name="Decide on the doubtful rows").first.click()
    page.get_by_label("Search for another place").fill("Venezia")
    page.get_by_role("button", name="Search for the place").click()
    page.get_by_role("radio", name="Venice").first.check()
    page.get_by_role("button", name="Enter this row").click()
    page.get_by_role("button", name="Enter 2 rows").click()

    expect(page.locator("main")).to_contain_text("2 rows were entered in the register")


def addresses(page: Page, language: str) -> dict[str, str]:
    """Every page of the wizard, where a list waits for a person."""
    hand_over(
        page,
        "No Şehir Ülke Tarih\n1 Basra Irak 2011\n2 Venedik Fransa 2012\n",
        language=language,
        instrument="project_agreement",
    )
    batch = page.url.partition("#")[0]
    row = page.locator("#register tbody a").last.get_attribute("href") or ""
    return {
        "lists": f"/{language}/desk/imports/",
        "dry run": batch,
        "row": row,
        "search": f"{row}?name=Paris",
        "columns": f"{batch}tables/0/",
    }


def entered(page: Page, language: str) -> dict[str, str]:
    """The pages of a list that was entered."""
    cities = {"tr": ("Linz", "Graz"), "en": ("Salzburg", "Innsbruck")}[language]
    rows = "\n".join(f"{n} {city} Avusturya 2017" for n, city in enumerate(cities, start=1))
    text = f"No Şehir Ülke Tarih\n{rows}\n"
    hand_over(page, text, language=language, instrument="project_agreement")
    page.locator("form[action$='/enter/'] button").click()
    result = page.url.partition("#")[0]
    return {"result": result, "undo": f"{result}undo/"}


def refused(page: Page, language: str) -> dict[str, str]:
    """The page of a file that cannot be read."""
    page.goto(f"/{language}/desk/imports/")
    page.locator("input[type=file]").set_input_files(
        {"name": "liste.xlsx", "mimeType": "application/zip", "buffer": b"PK\x03\x04 broken"}
    )
    page.locator("main form[method=post] button[type=submit]").first.click()
    expect(page.locator("main [role=alert]")).to_be_visible(timeout=READ)
    return {"refused": page.url}


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("pages", [addresses, entered, refused])
def test_every_page_meets_wcag_and_fits_narrow_screens(
    desk_page: Page, language: str, pages: Callable[[Page, str], dict[str, str]]
) -> None:
    found = {}
    for name, address in pages(desk_page, language).items():
        desk_page.goto(address)
        for scheme in ("light", "dark"):
            desk_page.emulate_media(color_scheme=scheme)
            found[name, scheme] = wcag_violations(desk_page) + invisible_words(desk_page)
        found[name, "width"] = [str(each) for each in too_wide(desk_page).items()]

    assert {where: what for where, what in found.items() if what} == {}
