"""An officer's day: the list, its views, papers, and the keyboard."""

import io
import re
import zipfile

from playwright.sync_api import Dialog, Locator, Page, expect

from tests.browser.desk import acts, enter_relation, record_act

ROWS = "#register table[data-rows] tbody tr"
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>"
    b"endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("note.txt", "no PDF")
    return packed.getvalue()


def _choose_file(page: Page, name: str, content: bytes) -> None:
    page.get_by_label("File").set_input_files(
        {"name": name, "mimeType": "application/pdf", "buffer": content}
    )


def test_a_paper_is_attached_and_can_be_read_by_everybody(desk_page: Page, page: Page) -> None:
    relation = enter_relation(desk_page, partner="Oslo", signed="2021")
    desk_page.get_by_role("link", name="Attach a document").click()
    _choose_file(desk_page, "oslo.pdf", PDF)
    desk_page.get_by_label("Title of the document").fill("The signed text, Oslo")
    desk_page.get_by_role("radio", name="everybody").check()
    desk_page.get_by_role("button", name="Attach the document").click()

    papers = desk_page.get_by_role("region", name="Papers")
    expect(papers.get_by_role("listitem")).to_contain_text("SHA-256")
    page.goto(relation.replace("/desk/", "/"))
    with page.expect_download() as started:
        page.get_by_role("region", name="Papers").get_by_role(
            "link", name="The signed text, Oslo"
        ).click()

    assert started.value.path().read_bytes() == PDF


def test_a_zip_that_calls_itself_a_pdf_is_refused(desk_page: Page) -> None:
    relation = enter_relation(desk_page, partner="Utrecht", signed="2021")
    desk_page.get_by_role("link", name="Attach a document").click()
    _choose_file(desk_page, "utrecht.pdf", _zip())
    desk_page.get_by_role("button", name="Attach the document").click()

    expect(desk_page.locator("[data-error-summary]")).to_be_focused()
    expect(desk_page.get_by_label("File")).to_have_attribute("aria-invalid", "true")
    desk_page.on("dialog", lambda dialog: dialog.accept())
    desk_page.goto(relation)
    expect(desk_page.get_by_role("region", name="Papers")).to_contain_text(
        "No document is attached."
    )


def test_a_filter_is_kept_as_a_view_and_forgotten(desk_page: Page) -> None:
    desk_page.goto("/en/desk/?as_of=1994")
    desk_page.get_by_role("list", name="Filters").get_by_role("link", name="Europe").click()
    desk_page.wait_for_url("**/*continent=*")
    expect(desk_page.locator(ROWS)).to_have_count(8)

    desk_page.get_by_label("Name of the view").fill("Europe in 1994")
    desk_page.get_by_role("button", name="Save this view").click()
    desk_page.goto("/en/desk/")
    desk_page.get_by_role("list", name="Saved views").get_by_role(
        "link", name="Europe in 1994"
    ).click()

    expect(desk_page.locator(ROWS)).to_have_count(8)
    desk_page.get_by_role("button", name=re.compile("^Forget this view.*Europe in 1994$")).click()
    expect(desk_page.get_by_role("link", name="Europe in 1994")).to_have_count(0)


def test_the_desk_searches_its_own_list(desk_page: Page) -> None:
    desk_page.goto("/en/desk/")

    desk_page.keyboard.press("/")
    desk_page.keyboard.type("filibe")
    desk_page.keyboard.press("Enter")

    expect(desk_page).to_have_url(re.compile(r"/en/desk/\?q=filibe"))
    expect(desk_page.locator(ROWS)).to_contain_text(["Plovdiv"])


def test_an_act_is_recorded_by_keyboard_alone(desk_page: Page) -> None:
    enter_relation(desk_page, partner="Vilnius", signed="05.06.2021")
    desk_page.goto("/en/desk/?q=Vilnius")
    keys = desk_page.keyboard

    keys.press("j")
    expect(desk_page.locator(f"{ROWS} a").first).to_be_focused()
    keys.press("Enter")
    expect(desk_page.get_by_role("heading", level=1)).to_have_text("Istanbul – Vilnius")
    _tab_to(desk_page, desk_page.get_by_role("link", name="Record an act"))
    keys.press("Enter")
    _tab_to(desk_page, desk_page.get_by_label("Act", exact=True))
    keys.type("suspended")
    _tab_to(desk_page, desk_page.get_by_label("Date", exact=True))
    keys.type("31 February 2023")
    keys.press("Enter")
    expect(desk_page.locator("[data-error-summary]")).to_be_focused()
    keys.press("Tab")
    keys.press("Enter")
    expect(desk_page.get_by_label("Date", exact=True)).to_be_focused()
    keys.press("Control+a")
    keys.type("October 2023")
    keys.press("Enter")

    expect(acts(desk_page)).to_contain_text(["5 June 2021", "October 2023"])
    expect(desk_page.locator(".record-head")).to_contain_text("suspended")


def test_changes_that_are_not_saved_are_not_left_by_accident(desk_page: Page) -> None:
    enter_relation(desk_page, partner="Ghent", signed="2021")
    desk_page.get_by_role("link", name="Record an act").click()
    desk_page.get_by_label("Date", exact=True).fill("2022")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    desk_page.once("dialog", stay)

    desk_page.get_by_role("link", name="Leave without saving").click(no_wait_after=True)

    expect(desk_page.get_by_label("Date", exact=True)).to_have_value("2022")
    assert asked == ["beforeunload"]


def test_recent_changes_tell_who_did_what(desk_page: Page) -> None:
    relation = enter_relation(desk_page, partner="Porto", signed="2021")
    record_act(desk_page, relation, kind="renewed", happened="2023")
    expect(desk_page).to_have_url(relation)

    desk_page.goto("/en/desk/changes/")

    line = desk_page.locator("ol.acts > li").filter(has_text="Porto").first
    expect(line).to_contain_text("Deneme Uzmanı")
    expect(line).to_contain_text("renewed")


def _tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until this has the focus, as somebody without a mouse does."""
    expect(wanted).to_be_visible()
    for _stop in range(60):
        if wanted.evaluate("e => e === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("The Tab key does not reach it.")
