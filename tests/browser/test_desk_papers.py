"""The letterhead and the facts of a case are filled in, and every paper of the case is had."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.cases import checked, open_case, record, step, told_day
from tests.foundation.test_pdf_pages import pdf

LETTERHEAD = {
    "Unit": "Dış İlişkiler Dairesi Başkanlığı",
    "DETSİS number": "12345678",
    "Code of the standard file plan": "724.01.03",
    "Address": "Kemalpaşa Mahallesi, Şehzadebaşı Caddesi No: 25 Fatih/İSTANBUL",
    "Telephone": "(0212) 000 00 00",
    "E-mail address": "disiliskiler@example.org",
    "Registered e-mail address (KEP)": "ornek@hs01.kep.tr",
    "Web address": "www.example.org",
    "Telephone of this person": "(0212) 000 00 01",
}
PEOPLE = {
    "id_contact_name": "Çiğdem Öz",
    "id_contact_title": "Uzman",
    "id_signatory_0_name": "Ayşe Işık",
    "id_signatory_0_title": "Belediye Başkanı",
    "id_signatory_0_since": "01.04.2024",
}
FACTS = {
    "Purpose": "Afet yönetimi ve kültür alanlarında deneyim paylaşmak.",
    "Expected benefit": "Ortak eğitimler, iki yılda bir kültür haftası.",
    "Duration": "beş yıl",
    "Amount": "400.000",
    "Budget item": "2027 yılı bütçesinin temsil ve ağırlama giderleri tertibi",
    "Financial risks": "Ulaşım giderlerindeki artış.",
    "Legal risks": "Taslağın 7. maddesindeki tahkim şartı.",
    "Planned place": "Espoo",
    "Languages of the text": "Türkçe, Fince",
    "Level and organs of the partner": "Seçilmiş meclisi bulunan yerel yönetim",
    "Where this is from": "Karşı tarafın yazısı",
}


def fill_in_the_letterhead(page: Page, host: str) -> None:
    """Fill in the letterhead of a workspace with two people who sign."""
    page.goto(f"/en/desk/letterhead/?host={host}")
    for label, text in LETTERHEAD.items():
        page.get_by_label(re.compile(rf"^{re.escape(label)}( \(optional\))?$")).fill(text)
    page.get_by_text("Add a person who signs").click()
    for field, text in PEOPLE.items():
        page.locator(f"#{field}").fill(text)
    page.get_by_role("button", name="Save the letterhead").click()
    page.get_by_text("Add a person who signs").click()
    page.locator("#id_signatory_1_name").fill("Ömer Şahin")
    page.locator("#id_signatory_1_title").fill("Dış İlişkiler Daire Başkanı")
    page.locator("#id_signatory_1_signs").select_option("unit")
    page.get_by_role("button", name="Save the letterhead").click()
    expect(page.get_by_role("status").first).to_contain_text("The letterhead is saved")


def record_the_facts(page: Page) -> None:
    """Record the facts of the open case, with both drafts."""
    page.get_by_role("link", name="Record the facts of the case").click()
    for label, text in FACTS.items():
        page.get_by_label(re.compile(rf"^{re.escape(label)}( \(optional\))?$")).fill(text)
    page.get_by_role("checkbox", name="tourism").check()
    for field, pages in (("draft", 3), ("foreign_draft", 4)):
        file = {"name": f"{field}.pdf", "mimeType": "application/pdf", "buffer": pdf(pages)}
        page.locator(f"#id_{field}").set_input_files(file)
    page.get_by_role("button", name="Record the facts").click()
    expect(page.get_by_role("status").first).to_contain_text("The facts are on record")


def papers(page: Page) -> Locator:
    """The rows of the open page of papers."""
    return page.get_by_role("region", name="Official papers").locator("tbody tr")


def download_all(page: Page) -> dict[str, bytes]:
    """Take every file of the open page of papers."""
    files = {}
    for link in papers(page).get_by_role("link", name=re.compile("^(DOCX|ODT|PDF)")).all():
        with page.expect_download() as started:
            link.click()
        files[started.value.suggested_filename] = Path(started.value.path()).read_bytes()
    return files


def test_papers_miss_nothing_once_letterhead_facts_and_steps_are_on_record(
    desk_page: Page,
) -> None:
    case = open_case(desk_page, title="Sister city with Espoo", partner="Espoo")
    fill_in_the_letterhead(desk_page, "istanbul")
    checked(desk_page)
    desk_page.goto(case)
    record_the_facts(desk_page)
    expect(desk_page.locator("main")).to_contain_text("400,000")
    checked(desk_page)
    council, transmit = desk_page.locator("li.step h3").all_inner_texts()[:2]
    numbered = {"Number_of_the_decision": "2026/112", "Final_on": told_day(10)}
    record(desk_page, council, "Record the step", 15, **numbered)
    record(desk_page, transmit, "Record the step", 9)

    step(desk_page, council).get_by_role("link", name=re.compile("^Add a paper")).click()
    desk_page.get_by_label("File").set_input_files(
        {"name": "karar.pdf", "mimeType": "application/pdf", "buffer": pdf(2)}
    )
    desk_page.get_by_role("button", name="Add the paper").click()
    desk_page.get_by_role("link", name=re.compile("^Make an official paper")).click()

    told = papers(desk_page).locator("td:nth-of-type(1)").all_inner_texts()
    assert [each.split("\n")[0].strip() for each in told] == ["nothing"] * 5
    checked(desk_page)
    files = download_all(desk_page)
    assert len(files) == 15
    assert all(content[:2] in {b"PK", b"%P"} for content in files.values())


def test_missing_values_lead_to_the_form_that_fills_them(desk_page: Page) -> None:
    open_case(desk_page, title="Sister city with Vantaa", partner="Vantaa")
    desk_page.get_by_role("link", name=re.compile("^Make an official paper")).click()
    checked(desk_page)

    papers(desk_page).first.locator("summary").click()
    papers(desk_page).first.get_by_role("link", name="The facts of the case").click()

    expect(desk_page.get_by_role("heading", level=1)).to_have_text("The facts of the case")
    checked(desk_page)


def test_fact_is_corrected_with_a_reason_and_the_old_one_stays(desk_page: Page) -> None:
    open_case(desk_page, title="Sister city with Lahti", partner="Lahti")
    record_the_facts(desk_page)
    desk_page.get_by_role("link", name="Complete or correct the facts").click()
    desk_page.get_by_label("Duration").fill("üç yıl")
    desk_page.get_by_role("button", name="Record the facts").click()
    desk_page.locator("[data-error-summary]").wait_for()
    checked_form = desk_page.get_by_label("Why what was on record changes")
    checked_form.fill("Görüşmede değişti")
    desk_page.get_by_role("button", name="Record the facts").click()

    history = desk_page.get_by_role("region", name="Everything that was recorded")
    expect(history).to_contain_text("Duration: beş yıl")
    expect(history).to_contain_text("Duration: üç yıl")
    expect(history).to_contain_text("Görüşmede değişti")


def test_ministry_has_its_letters_on_its_own_paper(desk_page: Page, ministry_page: Page) -> None:
    open_case(desk_page, title="Sister city with Kuopio", partner="Kuopio")
    permit = desk_page.locator("li.step h3").all_inner_texts()[3]
    step(desk_page, permit).get_by_role("link", name=re.compile("^Send the file")).click()
    desk_page.get_by_label("Number of the letter").fill("E-9")
    desk_page.get_by_role("button", name="Record that it was sent").click()
    fill_in_the_letterhead(ministry_page, "ornek-bakanlik")

    ministry_page.goto("/en/desk/ministry/")
    ministry_page.get_by_role("link", name="Sister city with Kuopio").click()
    ministry_page.get_by_role("link", name="Ask for a missing paper").click()
    ministry_page.get_by_label("Which paper is missing").fill("Fince taslak")
    ministry_page.get_by_label("Awaited by").fill("31.12.2030")
    ministry_page.get_by_role("button", name="Ask for the paper").click()
    ministry_page.get_by_role("link", name=re.compile("^Make a letter")).click()

    first = papers(ministry_page).first
    expect(first).to_contain_text("nothing")
    checked(ministry_page)
    with ministry_page.expect_download() as started:
        first.get_by_role("link", name=re.compile("^PDF")).click()
    assert Path(started.value.path()).read_bytes().startswith(b"%PDF")
