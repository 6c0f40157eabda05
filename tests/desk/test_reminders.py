"""What is due, on the first page of the desk."""

import re

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


def attention(page, address):
    """What stands behind a link of the navigation, for eyes and for ears."""
    link = page.split(f'href="{address}"')[1].split("</a>")[0]
    return re.sub(r"\s*<[^>]*>\s*", "|", link.partition(">")[2])


def test_navigation_says_how_many_steps_are_due_and_overdue(desk, workspace):
    case = made_case(workspace)
    before = desk.get("/en/desk/changes/").content.decode()
    done(case, "council", 40, final_on=ago(30))

    page = desk.get("/en/desk/changes/").content.decode()

    assert attention(before, "/en/desk/cases/") == "Consent cases"
    assert attention(page, "/en/desk/cases/").startswith("Consent cases|2|")
    assert "(2 steps due within a week, 2 overdue)" in page


def test_navigation_says_how_many_files_wait_for_a_decision(workspace):
    office = made_office()
    sent_case(workspace, office)
    ministry = Client()
    ministry.force_login(make_user(office.workspace))

    page = ministry.get("/en/desk/changes/").content.decode()

    assert "(1 file waiting)" in attention(page, "/en/desk/ministry/")


def test_attention_in_the_navigation_costs_no_query_more(desk, workspace, counted_queries):
    bare = counted_queries(lambda: desk.get("/en/desk/changes/"))
    made_case(workspace)
    desk.get("/en/desk/changes/")
    one = counted_queries(lambda: desk.get("/en/desk/changes/"))
    made_case(workspace, partner=make_partner("Köln", "Almanya"))
    desk.get("/en/desk/changes/")
    two = counted_queries(lambda: desk.get("/en/desk/changes/"))

    assert (one, two) == (bare - 1, bare - 1)


def test_attention_of_others_is_not_told(desk, workspace):
    case = made_case(make_workspace("ankara"))
    done(case, "council", 40, final_on=ago(30))

    assert attention(desk.get("/en/desk/").content.decode(), "/en/desk/cases/") == "Consent cases"
