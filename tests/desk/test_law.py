"""Asking the law from the desk: the public pages in the desk's frame."""

import pytest

from tests.portal.pages import get

ADDRESSES = ["", "?act=sister_city", "table/", "table.csv", "abroad/", "packs/fr/"]


@pytest.mark.parametrize("address", [*ADDRESSES, "packs/fr/wordings/"])
def test_law_at_the_desk_is_for_those_who_sit_there(client, desk, address):
    answer = client.get(f"/tr/desk/law/{address}")

    assert (answer.status_code, answer.url.partition("?")[0]) == (302, "/tr/desk/sign-in/")
    assert desk.get(f"/tr/desk/law/{address}").status_code == 200


def test_law_at_the_desk_keeps_to_the_desk(desk):
    page = get(desk, "/en/desk/law/?act=sister_city&date=2018-10-02")

    pages = [each.attributes.get("href", "") for each in page.all("a")]
    assert any(each.startswith("/en/desk/law/packs/") for each in pages)
    assert [each for each in pages if each.startswith("/en/law/")] == []
    assert page.all("body")[0].attributes["class"] == "desk"


def test_law_in_public_never_leads_to_the_desk_s_law(client, db):
    page = get(client, "/en/law/?act=sister_city&date=2018-10-02")

    pages = [each.attributes.get("href", "") for each in page.all("a")]
    assert [each for each in pages if each.startswith("/en/desk/law/")] == []
