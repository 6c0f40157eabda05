"""The queue of an office that decides, and the file as it sees it."""

import pytest
from django.test import Client

from tests.builders import make_account, make_partner, make_user
from tests.desk.cases import ago, made_case, made_office, sent_case


@pytest.fixture
def office(db):
    return made_office()


@pytest.fixture
def ministry(office):
    """A browser of somebody who decides."""
    client = Client()
    client.force_login(make_user(office.workspace, name="Bakanlık Uzmanı"))
    return client


@pytest.fixture
def case(workspace, office):
    return sent_case(workspace, office)


@pytest.fixture
def address(case):
    return f"/tr/desk/ministry/{case.uuid}/"


def told_day(days: int) -> str:
    return f"{ago(days):%d.%m.%Y}"


def test_queue_shows_what_lies_there_since_when_and_who_sent_it(ministry, case):
    page = ministry.get("/tr/desk/ministry/").content.decode()

    assert case.title in page
    assert "İstanbul" in page
    assert "5 gün" in page


def test_queue_is_for_those_who_decide(desk, case):
    assert desk.get("/tr/desk/ministry/").status_code == 403


def test_queue_takes_as_many_queries_for_three_files_as_for_one(
    ministry, workspace, office, case, counted_queries
):
    one = counted_queries(lambda: ministry.get("/tr/desk/ministry/"))
    for name, country in (("Köln", "Almanya"), ("Üsküp", "Makedonya")):
        sent_case(workspace, office, partner=make_partner(name, country))
    three = counted_queries(lambda: ministry.get("/tr/desk/ministry/"))

    assert one == three


def test_nothing_else_of_the_sender_is_reachable(ministry, workspace, case, account):
    other = made_case(workspace, title="Gönderilmeyen")
    private = make_account(workspace, instrument="memorandum")

    answers = [
        ministry.get(path).status_code
        for path in (
            f"/tr/desk/cases/{case.uuid}/",
            f"/tr/desk/cases/{case.uuid}/close/",
            f"/tr/desk/ministry/{other.uuid}/",
            f"/tr/desk/ministry/{other.uuid}/permit/",
            f"/tr/desk/ministry/{case.uuid}/close/",
            f"/tr/desk/ministry/{case.uuid}/papers/{other.uuid}/",
            f"/tr/desk/relations/{account.uuid}/",
            f"/tr/desk/relations/{private.uuid}/",
        )
    ]
    page = ministry.get("/tr/desk/ministry/").content.decode()

    assert answers == [404] * 8
    assert "Gönderilmeyen" not in page


def test_missing_paper_is_asked_and_supplied(ministry, desk, case, address, pdf):
    ministry.post(f"{address}ask-paper/", {"on": told_day(2), "paper": "Taslak protokol"})
    queue = ministry.get("/tr/desk/ministry/").content.decode()
    own = desk.get(f"/tr/desk/cases/{case.uuid}/").content.decode()
    desk.post(
        f"/tr/desk/cases/{case.uuid}/supply/",
        {"on": told_day(1), "paper": "Taslak protokol", "file": pdf},
    )
    page = ministry.get(address).content.decode()
    paper = case.papers.get()

    assert "Taslak protokol" in queue
    assert "Taslak protokol" in own
    assert "şu makamda: Ankara" in own
    assert "protokol.pdf" in page
    handed = ministry.get(f"{address}papers/{paper.uuid}/")
    assert b"".join(handed.streaming_content).startswith(b"%PDF")


def test_opinion_is_asked_and_recorded(ministry, case, address):
    ministry.post(f"{address}ask-opinion/", {"on": told_day(2), "body": "Dışişleri Bakanlığı"})
    ministry.post(
        f"{address}give-opinion/",
        {"on": told_day(1), "body": "Dışişleri Bakanlığı", "opinion": "Uygundur."},
    )

    assert "Uygundur." in ministry.get(address).content.decode()


def test_permit_is_given_with_number_and_paper(ministry, desk, case, address, pdf):
    nameless = ministry.post(f"{address}permit/", {"on": told_day(0), "number": ""})
    ministry.post(f"{address}permit/", {"on": told_day(0), "number": "E-77", "file": pdf})
    page = desk.get(f"/tr/desk/cases/{case.uuid}/").content.decode()
    after = ministry.get(address)

    assert 'href="#id_number"' in nameless.content.decode()
    assert "E-77" in page
    assert after.status_code == 200
    assert "/permit/" not in after.content.decode()
    assert ministry.get(f"{address}permit/").status_code == 404
    assert case.title in ministry.get("/tr/desk/ministry/").content.decode()


def test_refusal_needs_its_reasons(ministry, desk, case, address):
    empty = ministry.post(f"{address}refuse/", {"on": told_day(0), "reasons": ""})
    ministry.post(f"{address}refuse/", {"on": told_day(0), "reasons": "Metin eksik."})

    assert 'href="#id_reasons"' in empty.content.decode()
    assert "Metin eksik." in desk.get(f"/tr/desk/cases/{case.uuid}/").content.decode()


def test_file_that_never_came_here_is_not_shown(ministry, workspace):
    other = made_office("icisleri")
    case = sent_case(workspace, other)

    assert ministry.get(f"/tr/desk/ministry/{case.uuid}/").status_code == 404
