import json

import pytest
from django.utils.http import urlencode

from tests.portal.pages import get

FRONT = "/en/observatory/"


def front(client, **query):
    return get(client, f"{FRONT}?{urlencode(query)}")


def test_front_lists_the_most_linked_cities_first(istanbul, client):
    page = front(client)

    assert "12,046 rows" in page.text
    assert page.links()["Saint Petersburg"].startswith("/en/observatory/cities/498817/")


@pytest.mark.parametrize("table", ["cities", "countries", "ties", "groups"])
@pytest.mark.parametrize("source", ["world", "register", "both"])
def test_every_list_of_every_source_is_shown(istanbul, client, table, source):
    page = front(client, table=table, source=source)

    current = [each.text for each in page.all("a") if each.attributes.get("aria-current") == "true"]
    assert len(current) == 3


def test_lists_are_sorted_by_links(istanbul, client):
    page = front(client, country="TR")
    ascending = page.links()["Ties"]

    assert "order=ties" in ascending
    turned = get(client, FRONT + ascending)
    assert [
        each.attributes["aria-sort"] for each in turned.all("th") if "aria-sort" in each.attributes
    ] == ["ascending"]


def test_country_is_drawn_tie_by_tie_where_they_are_few(istanbul, client):
    page = front(client, country="GE")

    assert any(each.attributes.get("id", "").startswith("place-611717") for each in page.all("g"))
    assert "In numbers" in page.text


def test_part_without_a_tie_says_so(istanbul, client):
    page = front(client, country="AQ")

    assert "There is no tie in this part of the network." in page.text


def test_search_leads_to_the_city(istanbul, client):
    page = front(client, q="köln")

    assert page.links()["Cologne"] == "/en/observatory/cities/2886242/"
    assert "No city of this network has such a name." in front(client, q="qqqqq").text


def test_what_is_not_understood_is_said(istanbul, client):
    assert "moon" in front(client, source="moon").text


def test_city_shows_its_partners_and_leads_to_the_register(istanbul, client):
    page = get(client, "/en/observatory/cities/745044/")

    links = page.links()
    assert links["Istanbul in the register"] == "/en/places/745044/"
    assert links["Cologne"] == "/en/observatory/cities/2886242/"
    assert "this register" in page.text
    assert len(client.get("/tr/observatory/cities/745044/").content) <= 150_000


def test_city_of_a_club_names_the_club(istanbul, client):
    page = get(client, "/en/observatory/cities/2521804/")

    assert "A club of 24 cities:" in page.text


def test_city_that_is_not_in_the_network_is_not_found(istanbul, client):
    assert client.get("/en/observatory/cities/1/").status_code == 404


def test_network_is_sent_whole_and_small(istanbul, client):
    page = front(client)
    (room,) = (each for each in page.all("div") if "data-network" in each.attributes)

    answer = client.get(room.attributes["data-network"], headers={"Accept-Encoding": "gzip"})

    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert len(answer.content) <= 300_000
    told = json.loads(client.get(room.attributes["data-network"]).content)
    assert sum(told["ids"][:1]) == 53654
    assert len(told["x"]) == len(told["names"]) == len(told["counts"]) == 12048
    assert sum(told["counts"]) == len(told["others"]) == 17634
    assert told["register"] == []
