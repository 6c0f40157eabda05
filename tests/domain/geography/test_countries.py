from elci.domain.geography.countries import (
    Income,
    country_facts,
    country_numbers,
    income_numbers,
    numbers_of,
    region_numbers,
    subregion_numbers,
)
from elci.domain.places.countries import all_countries


def test_every_country_of_the_places_has_facts():
    assert list(country_facts()) == sorted(all_countries())
    assert list(country_numbers().values()) == list(range(250))


def test_country_is_counted_among_its_groups():
    turkiye = country_facts()["TR"]

    assert (turkiye.region, turkiye.subregion, turkiye.continent) == (
        "Asia",
        "Western Asia",
        "asia",
    )
    assert turkiye.income is Income.UPPER_MIDDLE
    assert (turkiye.in_eu, turkiye.oecd_since, turkiye.in_council_of_europe) == (False, 1961, True)
    assert (turkiye.un_member_since, turkiye.least_developed) == (1945, False)


def test_memberships_are_complete():
    facts = country_facts().values()

    assert sum(each.in_eu for each in facts) == 27
    assert sum(each.oecd_since is not None for each in facts) == 38
    assert sum(each.in_council_of_europe for each in facts) == 46
    assert sum(each.un_member_since is not None for each in facts) == 193


def test_what_no_source_says_stays_unknown():
    facts = country_facts()["AQ"]

    assert (facts.region, facts.subregion, facts.income) == (None, None, None)
    assert (facts.oecd_since, facts.un_member_since) == (None, None)
    number = numbers_of(["AQ"])[0]
    assert region_numbers()[number] == subregion_numbers()[number] == -1
    assert income_numbers()[number] == -1


def test_countries_of_a_group_have_its_number():
    georgia, turkiye, greece, unknown = numbers_of(["GE", "TR", "GR", "ZZ"])

    assert unknown == -1
    assert subregion_numbers()[georgia] == subregion_numbers()[turkiye]
    assert region_numbers()[greece] != region_numbers()[turkiye]
    assert income_numbers()[[greece, turkiye]].tolist() == [0, 1]
