"""An officer adds a relation, records its acts, corrects them and takes them back."""

import re

from playwright.sync_api import Page, expect

from tests.browser.desk import acts, enter_relation, history, record_act


def _public_address(page: Page) -> str:
    return page.url.replace("/desk/", "/")


def test_a_relation_is_added_with_a_partner_found_by_typing(desk_page: Page, page: Page) -> None:
    desk_page.goto("/tr/desk/add/")

    desk_page.get_by_role(
        "searchbox", name="Şehrin, bölgenin ya da kuruluşun adı"
    ).press_sequentially("Lisboa")
    desk_page.locator("#candidates").get_by_role("link", name="Lizbon").first.click()
    desk_page.get_by_label("Belge türü").select_option("kardeş şehir anlaşması")
    desk_page.get_by_role("radio", name="herkes").check()
    desk_page.get_by_label("Tarih", exact=True).fill("Haziran 2021")
    desk_page.get_by_role("button", name="İlişkiyi kaydet").click()

    expect(desk_page.get_by_role("heading", level=1)).to_have_text("İstanbul – Lizbon")
    page.goto(_public_address(desk_page))
    expect(page.locator(".record-head")).to_contain_text("yürürlükte")
    page.goto("/en/?q=lisbon")
    expect(page.locator("#register tbody tr")).to_contain_text(["Jun 2021"])


def test_the_same_relation_twice_is_refused_and_leads_to_the_first(desk_page: Page) -> None:
    desk_page.goto("/en/desk/add/?name=Filibe")
    desk_page.locator("#candidates").get_by_role("link", name="Plovdiv").first.click()
    desk_page.get_by_label("Instrument").select_option("sister city agreement")
    desk_page.get_by_label("Date", exact=True).fill("23.01.2001")
    desk_page.get_by_role("button", name="Save the relation").click()

    expect(desk_page.locator("[data-error-summary]")).to_be_focused()
    desk_page.get_by_role("link", name="Open the relation that is in the register already").click()

    expect(desk_page.get_by_role("heading", level=1)).to_have_text("Istanbul – Plovdiv")


def test_an_act_with_a_date_in_words_stands_on_the_public_page(desk_page: Page, page: Page) -> None:
    relation = enter_relation(desk_page, partner="Helsinki", signed="2020")

    record_act(desk_page, relation, kind="renewed", happened="Mart 2022")

    expect(desk_page).to_have_url(relation)
    expect(desk_page.get_by_role("status").first).to_contain_text("Recorded: renewed")
    expect(acts(desk_page)).to_contain_text(["2020", "March 2022"])
    page.goto(_public_address(desk_page))
    expect(acts(page)).to_contain_text(["2020", "March 2022"])


def test_a_corrected_act_gives_way_in_public_and_stays_readable_at_the_desk(
    desk_page: Page, page: Page
) -> None:
    enter_relation(desk_page, partner="Zagreb", signed="14.05.2021")

    desk_page.get_by_role("link", name=re.compile("^Correct .*signed")).click()
    desk_page.get_by_label("Date", exact=True).fill("15.05.2021")
    desk_page.get_by_label("Reason of the correction").fill("The minutes say the fifteenth.")
    desk_page.get_by_role("button", name="Save the correction").click()

    expect(acts(desk_page)).to_have_count(2)
    expect(acts(desk_page).filter(has_text="Corrected")).to_contain_text("14 May 2021")
    line = history(desk_page).filter(has_text="The minutes say the fifteenth.")
    expect(line).to_contain_text("Deneme Uzmanı")
    expect(line).to_contain_text("15 May 2021")
    page.goto(_public_address(desk_page))
    expect(acts(page)).to_have_count(1)
    expect(acts(page)).to_contain_text("15 May 2021")
    expect(page.locator("main")).not_to_contain_text("14 May 2021")


def test_an_impossible_act_is_refused_beside_its_field_and_nothing_is_lost(desk_page: Page) -> None:
    relation = enter_relation(desk_page, partner="Tallinn", signed="01.03.2021")

    record_act(desk_page, relation, kind="terminated", happened="31.02.2022")

    expect(desk_page.locator("[data-error-summary]")).to_be_focused()
    date = desk_page.get_by_label("Date", exact=True)
    expect(date).to_have_attribute("aria-invalid", "true")
    expect(date).to_have_value("31.02.2022")
    desk_page.locator("[data-error-summary]").get_by_role("link").first.click()
    expect(date).to_be_focused()
    date.fill("before 2020")
    desk_page.get_by_role("button", name="Record the act").click()

    expect(desk_page.locator("[data-error-summary]")).to_be_visible()
    desk_page.on("dialog", lambda dialog: dialog.accept())
    desk_page.goto(relation)
    expect(acts(desk_page)).to_have_count(1)


def test_a_withdrawn_relation_says_so_in_public(desk_page: Page, page: Page) -> None:
    relation = enter_relation(desk_page, partner="Riga", signed="2021")

    desk_page.get_by_role("link", name="Withdraw the relation").click()
    desk_page.get_by_label("Reason").fill("Entered by mistake: the letter was from Rijeka.")
    desk_page.get_by_role("button", name="Withdraw the relation").click()

    expect(desk_page.get_by_role("status").first).to_contain_text("withdrawn")
    answer = page.goto(relation.replace("/desk/", "/"))
    assert answer is not None
    assert answer.status == 410
    expect(page.locator("main")).to_contain_text("Entered by mistake: the letter was from Rijeka.")
    page.goto("/en/?q=Riga")
    expect(page.locator("#register tbody tr")).to_have_count(0)
    desk_page.goto("/en/desk/withdrawn/")
    expect(desk_page.locator("main")).to_contain_text("Riga")


def test_a_private_relation_is_not_public(desk_page: Page, page: Page) -> None:
    relation = enter_relation(desk_page, partner="Bergen", signed="2021", for_everybody=False)

    answer = page.goto(relation.replace("/desk/", "/"))

    assert answer is not None
    assert answer.status == 404
    page.goto("/en/?q=Bergen")
    expect(page.locator("#register tbody tr")).to_have_count(0)


def test_a_script_in_a_title_is_shown_as_written(desk_page: Page, page: Page) -> None:
    enter_relation(desk_page, partner="Bilbao", signed="2021")
    script = "<script>alert(1)</script>"

    desk_page.get_by_role("link", name="Change the description").click()
    desk_page.get_by_label("What the parties call it").fill(script)
    desk_page.get_by_label("Reason of the change").fill(script)
    desk_page.get_by_role("button", name="Save the description").click()

    expect(desk_page.get_by_role("region", name="Parties")).to_contain_text(script)
    page.goto(_public_address(desk_page))
    expect(page.locator("main")).to_contain_text(script)
