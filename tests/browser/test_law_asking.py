"""Asking the law as the public does: no account, both languages, with and without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import wcag_violations
from tests.browser.layout import too_wide

CONTESTED = "body=metropolitan_district&act=sister_city&date=2018-10-02&pack=tr"
WORDS = {
    "tr": {
        "nav": "Yapabilir miyiz?",
        "ask": "Hukuka sor",
        "act": "İşlem",
        "day": "Tarih",
        "permit": "izin gerekir",
        "contested": "tartışmalı",
        "steps": "Sırasıyla ne yapılır?",
        "days": "Adımlar ayrı günlere düşüyor",
        "judge": "Her adımı kendi gününde değerlendir",
        "between": "Arada hukuk değişiyor:",
        "since": "bu metin",
    },
    "en": {
        "nav": "May we?",
        "ask": "Ask the law",
        "act": "Act",
        "day": "Day",
        "permit": "permit needed",
        "contested": "contested",
        "steps": "What is to be done, in order",
        "days": "The steps fall on different days",
        "judge": "Judge each step on its day",
        "between": "The law changes in between:",
        "since": "this wording since",
    },
}
BOTH_LANGUAGES = pytest.mark.parametrize("language", ["tr", "en"])


def ask_with_the_form(page: Page, language: str) -> None:
    said = WORDS[language]
    page.goto(f"/{language}/")
    page.get_by_role("navigation").get_by_role("link", name=said["nav"]).click()
    form = page.locator("form.ask")
    form.get_by_label(said["act"], exact=True).select_option("sister_city")
    form.get_by_label(said["day"], exact=True).fill("2018-10-02")
    form.get_by_role("button", name=said["ask"]).click()


@BOTH_LANGUAGES
def test_the_public_asks_reads_the_ground_and_moves_the_signature(
    page: Page, language: str
) -> None:
    said = WORDS[language]
    ask_with_the_form(page, language)
    answer = page.get_by_role("heading", level=2).first
    expect(answer).to_contain_text(said["permit"])
    expect(answer).to_contain_text(said["contested"])
    steps = page.get_by_role("region", name=said["steps"])
    expect(steps.locator("ol.steps > li").first).to_be_visible()

    ground = steps.locator("details.citation").first
    ground.locator("summary").click()
    expect(ground.locator("blockquote")).to_have_attribute("lang", "tr")
    expect(ground).to_contain_text(said["since"])

    page.get_by_text(said["days"]).click()
    page.locator("input[name='step.sign']").fill("2018-12-15")
    page.get_by_role("button", name=said["judge"]).click()

    expect(page).to_have_url(re.compile(r"step\.sign=2018-12-15"))
    expect(page.get_by_text(said["between"])).to_be_visible()
    assert wcag_violations(page) == []


@BOTH_LANGUAGES
def test_asking_needs_no_script(plain_page: Page, language: str) -> None:
    ask_with_the_form(plain_page, language)

    expect(plain_page.get_by_role("heading", level=2).first).to_contain_text(
        WORDS[language]["permit"]
    )
    plain_page.locator("details.citation summary").first.click()
    expect(plain_page.locator("details.citation blockquote").first).to_be_visible()


def test_an_answer_leads_to_the_wording_that_another_replaced(page: Page) -> None:
    page.goto(f"/en/law/?{CONTESTED}")
    ground = page.locator("details.citation", has_text="74(3)").first
    ground.locator("summary").click()

    ground.get_by_role("link", name="all wordings").click()

    expect(page).to_have_url(re.compile(r"/law/packs/tr/wordings/#provision-"))
    article = page.locator("article:target")
    expect(article.locator("del").first).to_contain_text("İçişleri")
    expect(article.locator("ins").first).to_contain_text("Çevre")


def test_a_word_of_the_table_leads_to_its_full_answer(page: Page) -> None:
    page.goto("/en/law/")
    page.get_by_role("link", name="May a municipality act abroad").click()
    cell = page.locator("table tbody tr").first.locator("td").first
    word = cell.locator(".verdict").first.inner_text()

    cell.get_by_role("link").click()

    expect(page.get_by_role("heading", level=2).first).to_contain_text(word)


@BOTH_LANGUAGES
def test_a_slip_in_the_address_is_said_with_the_known_words(page: Page, language: str) -> None:
    answer = page.goto(f"/{language}/law/?act=twinning&date=2019-02-30")

    assert answer is not None
    assert answer.status == 400
    expect(page.get_by_role("alert")).to_contain_text("sister_city")
    expect(page.get_by_role("alert")).to_contain_text("2018-12-10")


def test_long_answer_with_its_grounds_open_never_scrolls_sideways(page: Page) -> None:
    page.goto(f"/tr/law/?{CONTESTED}&step.sign=2018-12-15")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")

    assert too_wide(page) == {}
    assert wcag_violations(page) == []


def test_the_desk_asks_in_its_own_frame(desk_page: Page) -> None:
    desk_page.goto("/en/desk/")
    desk_page.get_by_role("navigation").get_by_role("link", name="May we?").click()
    desk_page.get_by_role("button", name="Ask the law").click()

    expect(desk_page).to_have_url(re.compile(r"/en/desk/law/\?"))
    expect(desk_page.get_by_role("link", name="All acts of this body")).to_have_attribute(
        "href", re.compile(r"^/en/desk/law/table/")
    )
    assert wcag_violations(desk_page) == []
