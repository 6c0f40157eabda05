"""The register's page: filters by link, days, search, order, pages."""

import re
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from django.utils import timezone

from elci.agreements.models import Account
from elci.agreements.queries.register import count_register
from elci.domain.register import read_filter
from elci.foundation.eyes import PUBLIC
from tests.portal.pages import get, listed


def rows(page) -> list[str]:
    return [" ".join(each.text.split()) for each in page.all("th", scope="row")]


def total(page) -> int:
    found = re.search(r"\d+", page.texts("caption")[0])
    return 0 if found is None else int(found.group())


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("", 101),
        ("?instrument=sister_city", 41),
        ("?instrument=sister_city&standing=in_force", 40),
        ("?standing=ended", 1),
        ("?instrument=cooperation_protocol", 20),
        ("?instrument=memorandum", 26),
        ("?instrument=membership", 14),
        ("?country=DE", 4),
        ("?continent=africa&instrument=sister_city", 7),
        ("?decade=1990&instrument=sister_city", 13),
        ("?first_from=2004-04-01&first_until=2017-10-01&instrument=sister_city", 15),
        ("?host=istanbul", 101),
        ("?as_of=1965", 1),
        ("?as_of=1994-03-27", 22),
        ("?as_of=1994-03-27&instrument=sister_city", 11),
        ("?q=plovdiv", 1),
        ("?q=%C5%9Eam+Suriye", 1),
    ],
)
def test_filter_in_the_address_leaves_that_many(istanbul, client, query, number):
    assert total(get(client, f"/tr/{query}")) == number


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?as_of=1994", "31 Aralık 1994"),
        ("?as_of=1994-03-27", "27 Mart 1994"),
        ("?as_of=0001-01-01", None),
    ],
)
def test_day_is_said_as_it_was_understood(istanbul, client, query, said):
    page = get(client, f"/tr/{query}")

    assert said is None or said in page.text


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("?as_of=yesterday", "as_of=yesterday"),
        ("?as_of=2019-02-30", "as_of=2019-02-30"),
        ("?instrument=treaty&country=germany", "instrument=treaty"),
        ("?page=0", "page=0"),
        ("?q=%00", "q="),
    ],
)
def test_part_that_is_not_understood_is_told_and_left_out(istanbul, client, query, told):
    page = get(client, f"/en/{query}")

    assert "A part of the address could not be understood and was left out:" in page.text
    assert told in page.text
    assert total(page) == 101


def test_nothing_found_says_so_and_what_to_do(istanbul, client):
    page = get(client, "/en/?q=atlantis")

    assert "Nothing in the register matches on this day." in page.text
    assert page.links()["Show the whole register of today"] == "/en/"


def test_slider_carries_the_other_filters_and_not_the_day(istanbul, client):
    page = get(client, "/tr/?instrument=sister_city&q=fas&as_of=1994&page=1")

    (slider,) = page.all("input", type="range")
    assert (slider.attributes["value"], slider.attributes["min"]) == ("1994", "1965")
    hidden = page.all("input", type="hidden")
    assert {each.attributes["name"]: each.attributes["value"] for each in hidden} == {
        "instrument": "sister_city",
        "q": "fas",
    }


def test_every_choice_of_a_filter_leads_to_as_many_as_it_says(istanbul, client):
    page = get(client, "/en/?instrument=sister_city")
    choices = [
        (after.text, link.attributes["href"])
        for link, after in zip(page.elements, page.elements[1:], strict=False)
        if link.tag == "a" and after.attributes.get("class") == "filters__count"
    ]

    assert len(choices) > 40
    for number, address in choices:
        wanted = read_filter(dict(parse_qsl(urlsplit(address).query))).filter
        left = count_register(wanted, PUBLIC, today=timezone.localdate()).total
        assert left == int(number), address
    for number, address in choices[::8]:
        assert total(get(client, f"/en/{address}")) == int(number), address


def test_counters_lead_to_as_many_as_they_say(istanbul, client):
    page = get(client, "/en/")
    counters = page.texts("span", **{"class": "counters__number"})

    assert counters == ["41", "20", "26", "14"]
    links = [link for link in page.all("a") if link.text.strip().startswith(tuple(counters))]
    for counter, link in zip(counters, links, strict=False):
        assert total(get(client, f"/en/{link.attributes['href']}")) == int(counter)


def test_pages_show_every_relation_once(istanbul, client):
    first = get(client, "/tr/")
    address, seen = "", []
    while address is not None:
        page = get(client, f"/tr/{address}")
        seen += listed(page)
        following = page.all("a", rel="next")
        address = following[0].attributes["href"] if following else None

    assert len(listed(first)) == 50
    assert len(seen) == len(set(seen)) == 101


def test_link_to_a_page_keeps_the_filter(istanbul, client):
    page = get(client, "/tr/?q=istanbul&order=oldest&as_of=2018")

    (following,) = page.all("a", rel="next")
    assert parse_qs(urlsplit(following.attributes["href"]).query) == {
        "q": ["istanbul"], "order": ["oldest"], "as_of": ["2018-12-31"], "page": ["2"],
    }  # fmt: skip


def test_heading_of_the_date_column_sorts_both_ways(istanbul, client):
    page = get(client, "/en/?instrument=sister_city")
    newest = get(client, "/en/" + page.links()["Since"])
    turned = get(client, "/en/" + newest.links()["Since"])

    assert {rows(newest)[0].split()[0], rows(turned)[0].split()[0]} == {"Tbilisi", "Rio"}


def test_partner_is_named_in_the_readers_language(istanbul, client):
    assert rows(get(client, "/tr/?q=plovdiv"))[0].startswith("Filibe")
    assert rows(get(client, "/en/?q=filibe"))[0].startswith("Plovdiv")


def test_possibly_in_force_is_counted_apart(istanbul, client):
    page = get(client, "/en/?as_of=2017-06-01&instrument=sister_city")

    (detail,) = page.texts("span", **{"class": "counters__detail"})
    assert detail.endswith("· 40 in force, 1 possibly in force")


def test_map_draws_an_arc_to_every_place_on_the_list(istanbul, client):
    page = get(client, "/en/?instrument=sister_city")

    arcs = [each.attributes["data-partner"] for each in page.all("g") if
            each.attributes.get("class", "").startswith("arc ")]  # fmt: skip
    listed_places = {each.attributes["data-partner"] for each in page.all("tr") if
                     "data-partner" in each.attributes}  # fmt: skip
    assert (len(arcs), set(arcs)) == (41, listed_places)


def test_relations_of_the_list_have_a_page_each(istanbul, client):
    addresses = [f"/tr/relations/{account.uuid}/" for account in Account.objects.all()]

    assert set(listed(get(client, "/tr/"))) < set(addresses)
    for address in addresses[::8]:
        get(client, address)


def test_list_as_a_file_is_offered_with_the_same_filter(istanbul, client):
    page = get(client, "/en/?country=DE")

    assert page.links()["Download the list (CSV)"] == "/en/relations.csv?country=DE"
