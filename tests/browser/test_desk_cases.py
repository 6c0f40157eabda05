"""A consent case from the public question to the signature, the ministry's queue, the finder."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.cases import checked, open_case, record, send_to_the_ministry, step, told_day

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def ask_and_record_an_opinion(page: Page) -> None:
    """Ask the foreign ministry, and record that it has no objection."""
    page.get_by_role("link", name="Ask another body for its opinion").click()
    page.get_by_label("Which body is asked").fill("Foreign Ministry")
    page.get_by_role("button", name="Ask for the opinion").click()
    page.get_by_role("link", name="Record an opinion").click()
    page.get_by_label("Its opinion").fill("No objection.")
    page.get_by_role("button", name="Record the opinion").click()


def hand_in(page: Page, paper: str) -> None:
    """Hand in a paper that the open case is said to wait for."""
    expect(page.locator(".lead")).to_contain_text(paper)
    page.get_by_role("link", name="Hand in a paper that was asked for").click()
    page.get_by_label("File").set_input_files(
        {"name": "draft.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    page.get_by_role("button", name="Hand in the paper").click()


def test_case_goes_from_the_public_question_to_a_tie_on_the_portal(
    desk_page: Page, page: Page
) -> None:
    case = open_case(desk_page, title="Sister city with Turku", partner="Turku")
    checked(desk_page)

    names = desk_page.locator("li.step h3").all_inner_texts()
    council, transmit, announce, permit, sign = names[:5]
    record(desk_page, council, "Record the step", 60, Final_on=told_day(55))
    record(desk_page, transmit, "Record the step", 54)
    record(desk_page, announce, "Record the step", 53)
    record(desk_page, permit, "Record the consent", 20)
    step(desk_page, sign).get_by_role("link", name="Record the act itself").click()
    desk_page.get_by_label("Date", exact=True).fill(told_day(2))
    desk_page.get_by_label("Places").fill("Turku")
    desk_page.get_by_role("button", name="Record the act").click()

    expect(desk_page).to_have_url(case)
    expect(desk_page.locator(".record-head")).to_contain_text("carried out")
    checked(desk_page)
    desk_page.get_by_role("link", name="Open the relation").click()
    relation = desk_page.url.replace("/desk/", "/")
    page.goto(relation)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Turku")
    expect(page.locator(".record-head")).to_contain_text("in force")
    expect(page.get_by_role("region", name="What happened")).to_contain_text("permit")


def test_signature_without_steps_asks_why_and_shows_who_said_so(desk_page: Page) -> None:
    case = open_case(desk_page, title="Sister city with Oulu", partner="Oulu")

    desk_page.get_by_role("link", name="Record the act itself").click()
    desk_page.get_by_label("Date", exact=True).fill(told_day(2))
    desk_page.get_by_role("button", name="Record the act").click()
    checked_link = desk_page.get_by_role("link", name="It happened without them")
    checked_link.click()
    desk_page.get_by_label("Date", exact=True).fill(told_day(2))
    desk_page.get_by_label("Why it happened without the missing steps").fill("Signed on a visit.")
    desk_page.get_by_role("button", name="Record the act with this reason").click()

    expect(desk_page).to_have_url(case)
    expect(desk_page.locator(".note--warning").first).to_contain_text("Signed on a visit.")
    expect(desk_page.locator(".note--warning").first).to_contain_text("Deneme Uzmanı")
    desk_page.get_by_role("link", name="Open the relation").click()
    expect(desk_page.locator("main")).to_contain_text("Signed on a visit.")


def test_ministry_asks_for_a_paper_and_an_opinion_and_gives_the_permit(
    desk_page: Page, ministry_page: Page
) -> None:
    case = open_case(desk_page, title="Sister city with Tampere", partner="Tampere")
    permit = desk_page.locator("li.step h3").all_inner_texts()[3]
    send_to_the_ministry(desk_page)

    ministry_page.goto("/en/desk/ministry/")
    checked(ministry_page)
    ministry_page.get_by_role("link", name="Sister city with Tampere").click()
    checked(ministry_page)
    file = ministry_page.url
    ministry_page.get_by_role("link", name="Ask for a missing paper").click()
    ministry_page.get_by_label("Which paper is missing").fill("Draft protocol")
    ministry_page.get_by_role("button", name="Ask for the paper").click()
    desk_page.goto(case)
    hand_in(desk_page, "Draft protocol")
    ministry_page.goto(file)
    expect(ministry_page.locator("main")).to_contain_text("draft.pdf")
    ask_and_record_an_opinion(ministry_page)
    ministry_page.get_by_role("link", name="Give the permit").click()
    checked(ministry_page)
    ministry_page.get_by_label("Number of the decision or letter").fill("E-77")
    ministry_page.get_by_role("button", name="Give the permit").click()

    desk_page.goto(case)
    expect(step(desk_page, permit)).to_contain_text("E-77")
    expect(desk_page.locator("main")).to_contain_text("No objection.")
    answer = ministry_page.goto(case)
    assert answer is not None
    assert answer.status == 404


def test_gaps_are_listed_filtered_and_downloaded(desk_page: Page, tmp_path: Path) -> None:
    desk_page.goto("/en/desk/compliance/")
    checked(desk_page)

    desk_page.get_by_role("link", name="a required step is not on record").click()
    with desk_page.expect_download() as started:
        desk_page.get_by_role("link", name="Download as CSV").click()
    started.value.save_as(tmp_path / "gaps.csv")
    with desk_page.expect_download() as book:
        desk_page.get_by_role("link", name="Download as XLSX").click()
    book.value.save_as(tmp_path / "gaps.xlsx")

    lines = (tmp_path / "gaps.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) > 100
    assert "SHA-256" in lines[0]
    assert (tmp_path / "gaps.xlsx").read_bytes().startswith(b"PK")


def test_lists_of_cases_meet_wcag_and_fit(desk_page: Page) -> None:
    open_case(desk_page, title="Sister city with Lahti", partner="Lahti")

    for address in ("/en/desk/cases/", "/en/desk/cases/open/", "/en/desk/"):
        desk_page.goto(address)
        checked(desk_page)
