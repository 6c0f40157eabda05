"""What is due, on the first page of the desk."""

import pytest
from django.test import Client

from tests.builders import make_partner, make_user, make_workspace
from tests.desk.cases import ago, done, made_case, made_office, sent_case


def test_what_is_due_stands_on_the_first_page_with_case_day_and_who(desk, workspace):
    case = made_case(workspace)
    done(case, "council", 40, final_on=ago(30))

    page = desk.get("/tr/desk/").content.decode()

    assert f"/tr/desk/cases/{case.uuid}/" in page
    assert "süresi geçti" in page
    assert "Kararın mülki idare amirine gönderilmesi" in page


def test_only_what_is_ours_is_due(desk, workspace):
    foreign = made_case(make_workspace("ankara"), title="Ankara dosyası")

    page = desk.get("/tr/desk/").content.decode()

    assert str(foreign.uuid) not in page


def test_decision_is_due_at_the_office(workspace):
    office = made_office()
    case = sent_case(workspace, office)
    ministry = Client()
    ministry.force_login(make_user(office.workspace))

    page = ministry.get("/tr/desk/").content.decode()

    assert f"/tr/desk/ministry/{case.uuid}/" in page


def test_first_page_takes_as_many_queries_for_three_cases_as_for_one(
    desk, workspace, counted_queries
):
    made_case(workspace)
    one = counted_queries(lambda: desk.get("/tr/desk/"))
    for name, country in (("Köln", "Almanya"), ("Üsküp", "Makedonya")):
        made_case(workspace, partner=make_partner(name, country))
    three = counted_queries(lambda: desk.get("/tr/desk/"))

    assert one == three


@pytest.mark.parametrize("language", ["tr", "en"])
def test_nothing_is_said_where_nothing_is_due(desk, workspace, language):
    assert 'id="due"' not in desk.get(f"/{language}/desk/").content.decode()
