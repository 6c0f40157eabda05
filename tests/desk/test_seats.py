"""Who is let in, and what they may do there."""

import pytest
from django.test import Client

from elci.accounts.choices import Role
from elci.accounts.models import User
from elci.agreements.models import Account, ActRecord
from tests.builders import PASSWORD, make_account, make_act, make_user, make_workspace

READING = ["", "changes/", "withdrawn/"]
OF_A_RELATION = ["", "description/", "withdraw/", "acts/", "documents/"]
OF_AN_ACT = ["correct/", "withdraw/"]


@pytest.mark.parametrize("page", [*READING, "add/"])
def test_stranger_is_led_to_the_sign_in_page_and_back(client, db, page):
    answer = client.get(f"/tr/desk/{page}")

    assert answer.status_code == 302
    assert answer.url == f"/tr/desk/sign-in/?next=/tr/desk/{page}"


def test_person_without_a_seat_is_told_how_to_get_one(client, db):
    person = User.objects.create_user("biri@example.org", PASSWORD, name="Biri")
    client.force_login(person)

    answer = client.get("/en/desk/")

    assert answer.status_code == 403
    assert "You have no seat at the desk yet" in answer.content.decode()
    assert "biri@example.org" in answer.content.decode()


@pytest.mark.parametrize("page", [*READING, "add/"])
def test_officer_opens_the_page(desk, account, page):
    assert desk.get(f"/tr/desk/{page}").status_code == 200


@pytest.mark.parametrize("page", OF_A_RELATION)
def test_officer_opens_the_page_of_a_relation(desk, account, page):
    assert desk.get(f"/tr/desk/relations/{account.uuid}/{page}").status_code == 200


@pytest.mark.parametrize("page", OF_A_RELATION)
def test_another_workspaces_relation_is_not_there(desk, foreign_account, page):
    assert desk.get(f"/tr/desk/relations/{foreign_account.uuid}/{page}").status_code == 404
    if page:
        address = f"/tr/desk/relations/{foreign_account.uuid}/{page}"
        assert desk.post(address, {"reason": "benim"}).status_code == 404


@pytest.mark.parametrize("page", OF_AN_ACT)
def test_another_workspaces_act_is_not_there(desk, foreign_account, page):
    act = ActRecord.objects.get(account=foreign_account)

    answer = desk.post(f"/tr/desk/acts/{act.uuid}/{page}", {"reason": "benim"})

    assert answer.status_code == 404
    assert ActRecord.objects.get().known_until is None


@pytest.mark.parametrize("page", READING)
def test_reader_reads(reader_desk, account, page):
    assert reader_desk.get(f"/tr/desk/{page}").status_code == 200


def test_reader_is_offered_nothing_to_write(reader_desk, account):
    page = reader_desk.get(f"/en/desk/relations/{account.uuid}/").content.decode()

    assert "Record an act" not in page
    assert "/correct/" not in page
    assert "/withdraw/" not in page


@pytest.mark.parametrize("page", ["description/", "withdraw/", "acts/", "documents/"])
def test_reader_may_not_write(reader_desk, account, page):
    address = f"/en/desk/relations/{account.uuid}/{page}"

    assert reader_desk.get(address).status_code == 403
    assert reader_desk.post(address, {"reason": "because"}).status_code == 403
    assert Account.objects.get().withdrawn_at is None


def test_reader_may_not_add_or_correct(reader_desk, account):
    act = ActRecord.objects.get()

    answers = [
        reader_desk.post("/en/desk/add/"),
        reader_desk.post(f"/en/desk/acts/{act.uuid}/correct/"),
        reader_desk.post(f"/en/desk/acts/{act.uuid}/withdraw/", {"reason": "because"}),
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert ActRecord.objects.get().known_until is None


def test_officer_of_one_workspace_only_reads_in_another(client, workspace, officer):
    other = make_workspace("ankara")
    client.force_login(make_user(other, role=Role.READER, email=officer.email))
    account = make_account(other)

    assert client.get(f"/tr/desk/relations/{account.uuid}/").status_code == 200
    assert client.get(f"/tr/desk/relations/{account.uuid}/acts/").status_code == 404


def test_person_with_two_seats_chooses_the_workspace(client, workspace, officer):
    ankara = make_workspace("ankara")
    client.force_login(make_user(ankara, email=officer.email))
    make_account(ankara)

    first = client.get("/en/desk/").content.decode()
    second = client.get("/en/desk/?host=istanbul").content.decode()

    assert "Relations of Ankara" in first
    assert "Plovdiv" in first
    assert "Relations of İstanbul" in second
    assert "Plovdiv" not in second


def test_pages_of_the_desk_are_kept_by_no_cache(desk):
    assert "no-store" in desk.get("/tr/desk/").headers["Cache-Control"]


def test_forged_form_is_refused_with_an_explanation(officer, account):
    client = Client(enforce_csrf_checks=True)
    client.force_login(officer)

    answer = client.post(
        f"/en/desk/relations/{account.uuid}/withdraw/", {"reason": "somebody else asked"}
    )

    assert answer.status_code == 403
    assert "The form was too old to be saved" in answer.content.decode()
    assert Account.objects.get().withdrawn_at is None


def test_nothing_changes_on_a_visit(desk, account):
    act = make_act(account)

    desk.get(f"/tr/desk/relations/{account.uuid}/withdraw/?reason=x")
    desk.get(f"/tr/desk/acts/{act.uuid}/withdraw/?reason=x")

    assert Account.objects.get().withdrawn_at is None
    assert ActRecord.objects.filter(known_until=None).count() == 2
