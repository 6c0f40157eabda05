"""Answers to requests that cannot be served."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from elci.config.adapter import ClosedAdapter
from elci.config.errors import bad_request, forbidden, server_error
from tests.builders import PASSWORD, make_user, make_workspace
from tests.portal.pages import get, read

pytestmark = pytest.mark.django_db


def test_form_that_this_site_did_not_hand_out_is_refused_and_says_why():
    client = Client(enforce_csrf_checks=True)
    make_user(make_workspace(), email="deniz@example.org")

    response = client.post(
        "/en/desk/sign-in/", {"login": "deniz@example.org", "password": PASSWORD}
    )

    assert response.status_code == 403
    assert len(read(response).texts("h1")) == 1
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(("answer", "status"), [(bad_request, 400), (forbidden, 403)])
def test_answer_says_what_to_do(rf, answer, status):
    with translation.override("en"):
        response = answer(rf.get("/"), ValueError())

    assert response.status_code == status
    assert len(read(response).texts("h1")) == 1


def test_failure_of_ours_is_told_without_the_database(rf, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = server_error(rf.get("/"))

    assert response.status_code == 500
    assert len(read(response).texts("h1")) == 1


def test_nobody_opens_an_account_for_themselves(client, rf):
    assert ClosedAdapter().is_open_for_signup(rf.get("/")) is False
    assert client.get("/tr/desk/closed/").headers["Location"] == "/tr/desk/sign-in/"
    for path in ("/tr/accounts/signup/", "/accounts/signup/", "/tr/desk/signup/"):
        assert client.get(path).status_code in {302, 404}


def test_name_of_the_only_workspace_stands_on_every_page(client):
    make_workspace()

    assert get(client, "/tr/about/").texts("title") == ["Hakkında · İstanbul · Elçi"]
    make_workspace("ankara")
    assert get(client, "/tr/about/").texts("title") == ["Hakkında · Elçi"]


def test_current_page_is_marked_in_the_navigation(client):
    page = get(client, "/en/statistics/")

    (current,) = page.all("a", **{"aria-current": "page"})
    assert (current.text, current.attributes["href"]) == ("Statistics", "/en/statistics/")


@pytest.mark.parametrize("name", ["portal:home", "portal:timeline", "portal:statistics",
                                  "portal:glossary", "portal:about"])  # fmt: skip
def test_every_public_page_leads_to_the_others(client, name):
    with translation.override("en"):
        address = reverse(name)

    assert address in get(client, "/en/glossary/").links().values()


def test_language_that_is_chosen_comes_back_to_the_same_page(client):
    response = client.post("/language/", {"language": "en", "next": "/tr/about/"})

    assert (response.status_code, response.headers["Location"]) == (302, "/en/about/")


def test_language_choice_leads_to_no_other_host(client):
    response = client.post("/language/", {"language": "en", "next": "https://evil.example/"})

    assert "evil.example" not in response.headers["Location"]
