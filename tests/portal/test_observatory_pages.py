import json

import pytest
from django.utils.http import urlencode

from elci.observatory.queries import results
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


def test_ledger_tells_what_was_published_what_is_here_and_what_chance_gives(istanbul, client):
    page = get(client, "/en/observatory/science/")

    claims = [text for text in page.texts("h3") if text]
    assert len(claims) == 12
    assert page.text.count("null model of degrees") >= 4
    assert "not the same" not in page.text
    assert "1,533" in page.text


def test_pairs_of_countries_are_sorted_and_paged(istanbul, client):
    first = get(client, "/en/observatory/countries/")
    last = get(client, "/en/observatory/countries/?by=-expected&page=2")

    assert "Hungary – Romania" in first.text
    assert first.text != last.text
    assert get(client, "/en/observatory/countries/?by=colour&page=x").text == first.text
    assert len(client.get("/tr/observatory/countries/").content) <= 150_000


def test_country_tells_its_types_with_their_rules_and_its_coverage(istanbul, client):
    page = get(client, "/en/observatory/countries/TR/")

    assert "of 1,533 official ties (2016) the data holds 448" in page.text
    assert "The cities lie in two countries and at most 150 km apart." in page.text
    assert len(client.get("/tr/observatory/countries/TR/").content) <= 150_000


@pytest.mark.parametrize("code", ["ZZ", "nowhere"])
def test_country_that_is_none_is_not_found(istanbul, client, code):
    assert client.get(f"/en/observatory/countries/{code}/").status_code == 404


def test_country_without_a_tie_says_so(istanbul, client):
    assert "There is no tie" in get(client, "/en/observatory/countries/AQ/").text


def test_city_shows_its_place_with_formula_reference_and_doubt(istanbul, client):
    page = get(client, "/en/observatory/cities/745044/")

    for word in ("rank 3", "a bridge", "closed circle", "Missing regions", "Unusual pairs"):
        assert word in page.text
    assert page.texts("dt").count("How sure") == 7
    assert "of 53 official ties (2016)" in page.text


def test_numbers_of_both_sources_are_computed_at_once(istanbul, client):
    assert "ties of two between 12," in front(client, source="both").text


def test_numbers_that_are_not_kept_are_said_to_be_missing(istanbul, client, monkeypatch):
    monkeypatch.setattr(results, "AT_ONCE", 100)

    page = front(client, source="both", region="Europe")

    assert "have not been computed yet" in page.text
