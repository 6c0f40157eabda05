"""The desk's lists: relations, saved views, changes, withdrawn relations."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from elci.agreements.actions import save_view, withdraw_account
from elci.agreements.models import SavedView
from elci.foundation.grades import Grade
from tests.builders import make_account, make_act, make_partner, make_user, make_workspace

PLACES = [("Filibe", "Bulgaristan"), ("Köln", "Almanya"), ("Lahor", "Pakistan")]


def page_of(client, address="/tr/desk/"):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def queries_of(client, address):
    with CaptureQueriesContext(connection) as asked:
        page_of(client, address)
    return len(asked)


def test_list_shows_public_and_private_relations_of_the_own_workspace_only(desk, workspace):
    make_account(workspace, partner=make_partner(*PLACES[0]), grade=Grade.FULL)
    make_account(workspace, partner=make_partner(*PLACES[1]), grade=Grade.PRIVATE)
    make_account(make_workspace("ankara"), partner=make_partner(*PLACES[2]), grade=Grade.FULL)

    page = page_of(desk)

    assert ["Filibe" in page, "Köln" in page, "Lahor" in page] == [True, True, False]


@pytest.mark.parametrize("address", ["/tr/desk/", "/tr/desk/changes/", "/tr/desk/withdrawn/"])
def test_list_asks_as_often_for_three_rows_as_for_one(desk, workspace, officer, address):
    def add(place):
        make_account(workspace, partner=make_partner(*place), user=officer)
        gone = make_account(
            workspace, partner=make_partner(*place), instrument="memorandum", user=officer
        )
        withdraw_account(gone, user=officer, reason="Yanlışlıkla açıldı.")

    add(PLACES[0])
    one = queries_of(desk, address)
    for place in PLACES[1:]:
        add(place)
    three = queries_of(desk, address)

    assert (three, one <= 14) == (one, True)


def test_page_of_a_relation_asks_as_often_for_three_acts_as_for_one(desk, workspace, officer):
    account = make_account(workspace, user=officer)
    address = f"/tr/desk/relations/{account.uuid}/"
    queries_of(desk, address)  # fetches what a process then keeps
    one = queries_of(desk, address)
    make_act(account, "renewed", "2004-05-01", user=officer)
    make_act(account, "renewed", "2014-05-01", user=officer)

    three = queries_of(desk, address)

    assert (three, one <= 18) == (one, True)


@pytest.mark.parametrize("text", ["koln", "KÖLN", "Köln", "cologne", "almanya"])
def test_search_finds_without_regard_to_case_and_diacritics(desk, workspace, text):
    make_account(workspace, partner=make_partner(*PLACES[0]))
    make_account(workspace, partner=make_partner(*PLACES[1]))

    page = page_of(desk, f"/tr/desk/?q={text}")

    assert ("Köln</a>" in page, "Filibe</a>" in page) == (True, False)


@pytest.mark.parametrize(
    ("as_of", "is_there"),
    [("1994-03-26", False), ("1994-03-27", True), ("27 Mart 1994", True), ("1993", False)],
)
def test_list_stands_as_it_stood_on_a_day(desk, account, as_of, is_there):
    page = page_of(desk, f"/tr/desk/?as_of={as_of}")

    assert ("yürürlükte" in page and "Filibe</a>" in page) is is_there


def test_day_that_is_none_is_reported_and_left_out(desk, account):
    page = page_of(desk, "/tr/desk/?as_of=d%C3%BCn")

    assert "<code>as_of=dün</code>" in page
    assert "Filibe</a>" in page


def test_list_without_a_match_says_so_and_leads_back(desk, account):
    page = page_of(desk, "/en/desk/?q=zzzz")

    assert "Nothing in your register matches on this day." in page
    assert 'href="/en/desk/">Show all relations of today' in page


def test_empty_register_offers_to_add_the_first_relation(desk):
    assert "Add the first relation" in page_of(desk, "/en/desk/")


def test_list_can_be_walked_by_keys_and_sorted(desk, account):
    page = page_of(desk)

    assert "data-rows" in page
    assert 'aria-sort="ascending"' in page
    assert "order=oldest" in page


def test_view_is_saved_opened_and_forgotten(desk, officer, account):
    saved = desk.post(
        "/en/desk/views/", {"name": "Kardeşler", "query": "instrument=sister_city&page=3&bad=1"}
    )
    view = SavedView.objects.get()

    assert saved.url == "/en/desk/?instrument=sister_city"
    assert (view.user, view.query) == (officer, "instrument=sister_city")
    assert "Kardeşler" in page_of(desk, "/en/desk/")

    desk.post(f"/en/desk/views/{view.uuid}/forget/")

    assert SavedView.objects.count() == 0


def test_view_without_a_name_is_not_saved(desk):
    answer = desk.post("/en/desk/views/", {"name": " ", "query": ""}, follow=True)

    assert "The view was not saved: give it a name" in answer.content.decode()
    assert SavedView.objects.count() == 0


def test_somebody_elses_view_is_not_there(desk, workspace):
    other = make_user(workspace, email="other@example.org")
    view = save_view(user=other, workspace=workspace, name="benim", query="q=x")

    assert desk.post(f"/tr/desk/views/{view.uuid}/forget/").status_code == 404
    assert "benim" not in page_of(desk)
    assert SavedView.objects.count() == 1


def test_reader_keeps_views_too(reader_desk):
    reader_desk.post("/tr/desk/views/", {"name": "hepsi", "query": ""})

    assert SavedView.objects.get().name == "hepsi"


def test_changes_of_another_workspace_are_not_shown(desk, workspace, foreign_account):
    assert str(foreign_account.uuid) not in page_of(desk, "/tr/desk/changes/")


def test_changes_are_shown_newest_first_and_by_pages(desk, account, officer):
    for year in range(1995, 2025):
        make_act(account, "renewed", f"{year}-05-01", user=officer)
        make_act(account, "varied", f"{year}-05-02", user=officer)

    first, second = page_of(desk, "/en/desk/changes/"), page_of(desk, "/en/desk/changes/?page=2")

    assert first.index("2 May 2024") < first.index("1 May 2024") < first.index("2 May 2023")
    assert ("Older changes" in first, "Newer changes" in first) == (True, False)
    assert ("Older changes" in second, "Newer changes" in second) == (False, True)
    assert "entered the relation in the register" in second


def test_withdrawn_relations_are_listed_with_their_reason(desk, workspace, officer, account):
    withdraw_account(account, user=officer, reason="İki kez kaydedilmiş.")

    page = page_of(desk, "/tr/desk/withdrawn/")

    assert "Filibe" in page
    assert "İki kez kaydedilmiş." in page
    assert "Filibe</a>" not in page_of(desk)
