from datetime import date

import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from elci.agreements.models import Account
from elci.foundation.eyes import PUBLIC
from elci.foundation.grades import Grade
from elci.observatory.choices import NetworkSource
from elci.observatory.queries.asking import NetworkFilter, Table, read_network_filter, selected
from elci.observatory.queries.listing import found_cities, listed
from elci.observatory.queries.neighbourhood import neighbourhood_of
from elci.observatory.queries.networks import network_of
from elci.observatory.queries.results import numbers_of
from tests.istanbul import istanbul, loaded_istanbul

__all__ = ["istanbul", "loaded_istanbul"]
TODAY = date(2024, 6, 1)
ISTANBUL, COLOGNE = 745044, 2886242


def network(source, day=TODAY):
    return network_of(source, PUBLIC, day=day)


def names_of(page):
    return [row.name for row in page.rows]


def test_register_is_a_network_of_its_keepers_and_partners(istanbul):
    found = network(NetworkSource.REGISTER)

    place = found.world.numbers[ISTANBUL]
    assert found.network.degrees[place] == found.network.m > 60
    assert set(found.world.sources) == {"register"}


def test_register_is_as_it_stood_on_the_day(istanbul):
    found = network(NetworkSource.REGISTER, date(1970, 1, 1))

    assert found.network.m == 1
    assert sorted(found.names_in("en")) == ["Istanbul", "Rio de Janeiro"]


def test_what_is_private_is_no_tie_of_the_public_network(istanbul):
    before = network(NetworkSource.REGISTER).network.m
    account = Account.objects.get(partner_as_printed="Köln")
    account.entry.periods.update(grade=Grade.PRIVATE)

    assert network(NetworkSource.REGISTER).network.m == before - 1


def test_both_sources_are_joined(istanbul):
    world, both = network(NetworkSource.WORLD), network(NetworkSource.BOTH)
    register = network(NetworkSource.REGISTER)

    assert world.network.m < both.network.m < world.network.m + register.network.m
    assert {"register"} < {each for text in both.world.sources for each in text.split(";")}
    assert network(NetworkSource.BOTH) is both


def test_what_has_not_changed_is_not_read_again(istanbul):
    day = date(2001, 2, 3)
    for source, queries in (
        (NetworkSource.WORLD, 1),
        (NetworkSource.REGISTER, 4),
        (NetworkSource.REGISTER, 1),
        (NetworkSource.BOTH, 2),
    ):
        with CaptureQueriesContext(connection) as captured:
            network(source, day)
        assert len(captured) == queries


@pytest.mark.django_db
def test_clubs_are_left_out_of_the_network():
    found = network(NetworkSource.WORLD)

    assert found.network.m == 17893 - 259
    assert found.club_network.m == 259
    page = listed(selected(found, NetworkFilter()), NetworkFilter(table=Table.GROUPS), "en")
    assert [(len(row.members), row.ties) for row in page.rows] == [(24, 255), (5, 4)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("order", "first"),
    [("-ties", "Saint Petersburg"), ("-population", "Shanghai"), ("name", "'s-Hertogenbosch")],
)
def test_cities_are_listed_in_the_order_asked_for(order, first):
    wanted = NetworkFilter(order=order)
    page = listed(selected(network(NetworkSource.WORLD), wanted), wanted, "en")

    assert len(page.rows) == 50
    if order != "name":
        assert names_of(page)[0] == first


@pytest.mark.django_db
def test_country_narrows_every_list():
    whole = network(NetworkSource.WORLD)
    wanted = NetworkFilter(country="TR")
    selection = selected(whole, wanted)

    cities = listed(selection, wanted, "tr")
    assert {row.country for row in cities.rows} == {"TR"}
    ties = listed(selection, wanted.with_part(table=Table.TIES, order="-distance"), "tr")
    assert ties.total == len(selection.ties) < 448 + 1
    lengths = [row.distance_km for row in ties.rows]
    assert lengths == sorted(lengths, reverse=True)
    assert all("TR" in {row.one.country, row.other.country} for row in ties.rows)
    countries = listed(selection, wanted.with_part(table=Table.COUNTRIES), "tr")
    assert [row.code for row in countries.rows] == ["TR"]
    assert countries.rows[0].ties == ties.total


@pytest.mark.django_db
def test_region_is_that_of_the_united_nations():
    whole = network(NetworkSource.WORLD)
    selection = selected(whole, NetworkFilter(region="Oceania"))

    codes = {whole.world.countries[place] for place in selection.cities.tolist()}
    assert {"AU", "NZ"} <= codes
    assert "TR" not in codes


@pytest.mark.django_db
def test_numbers_of_a_part_are_those_of_its_ties():
    selection = selected(network(NetworkSource.WORLD), NetworkFilter(country="TR"))

    numbers = numbers_of(selection)

    assert numbers["m"] == len(selection.ties)
    assert numbers["n"] == len(np.unique(selection.whole.network.pairs[selection.ties]))


@pytest.mark.django_db
def test_numbers_of_nothing_are_none():
    selection = selected(network(NetworkSource.WORLD), NetworkFilter(country="AQ"))

    assert numbers_of(selection) is None


@pytest.mark.django_db
@pytest.mark.parametrize(("text", "language"), [("istan", "en"), ("İSTANBUL", "tr")])
def test_city_is_found_by_its_name(text, language):
    found = found_cities(network(NetworkSource.WORLD), text, language)

    assert found[0].id == ISTANBUL


@pytest.mark.django_db
def test_nothing_looked_for_finds_nothing():
    assert found_cities(network(NetworkSource.WORLD), " ", "en") == []


@pytest.mark.django_db
def test_neighbourhood_has_the_partners_and_the_ties_among_them():
    whole = network(NetworkSource.WORLD)

    found = neighbourhood_of(whole, COLOGNE, "en")

    assert found.city.name == "Cologne"
    assert len(found.ties) == len(found.partners) == found.city.ties
    assert ISTANBUL in {partner.id for partner in found.partners}
    triangles = {
        (found.partners[one].name, found.partners[other].name) for one, other in found.among
    }
    assert triangles
    assert neighbourhood_of(whole, 1, "en") is None


@pytest.mark.parametrize(
    ("query", "wanted", "faults"),
    [
        ({}, NetworkFilter(), {}),
        (
            {"source": "both", "region": "Asia", "country": "TR", "q": " x ", "page": "3"},
            NetworkFilter(source=NetworkSource.BOTH, region="Asia", country="TR", text="x", page=3),
            {},
        ),
        (
            {"table": "ties", "order": "-since", "as_of": "2019"},
            NetworkFilter(table=Table.TIES, order="-since", as_of=date(2019, 12, 31)),
            {},
        ),
        (
            {"source": "moon", "order": "colour", "page": "-1", "as_of": "2019-02-30"},
            NetworkFilter(),
            {"source": "moon", "order": "colour", "as_of": "2019-02-30"},
        ),
    ],
)
def test_address_says_what_is_asked_for(query, wanted, faults):
    assert read_network_filter(query) == (wanted, faults)
    assert read_network_filter(wanted.as_query()) == (wanted, {})
