from datetime import date

import pytest

from elci.domain.places.continents import Continent
from elci.domain.places.countries import (
    CountryMatch,
    CountryNameKind,
    UnknownCountryError,
    all_countries,
    country_by_code,
    country_by_name,
)


def codes_of(text, on=None):
    match = country_by_name(text, on)
    return None if match is None else [country.code for country in match.countries]


def test_all_countries_are_those_of_the_reviewed_table():
    assert len(all_countries()) == 250
    assert {country.continent for country in all_countries().values()} == set(Continent)


def test_country_has_its_attributes():
    turkey = country_by_code("tr")

    assert turkey.code == "TR"
    assert turkey.alpha3 == "TUR"
    assert turkey.name_in("tr") == "Türkiye"
    assert turkey.name_in("fr") == "Turquie"
    assert turkey.name_in("xx") == "Türkiye"
    assert turkey.continent is Continent.ASIA
    assert turkey.un_region == "Asia"
    assert turkey.un_subregion == "Western Asia"
    assert turkey.capital == "Ankara"
    assert turkey.capital_geonameid == 323786


def test_country_without_a_capital_has_none():
    assert country_by_code("AQ").capital_geonameid is None


def test_unknown_code_is_refused_with_advice():
    with pytest.raises(UnknownCountryError, match="two letters of ISO 3166-1"):
        country_by_code("ZZ")


@pytest.mark.parametrize(
    ("code", "turkish", "english"),
    [
        ("XK", "Kosova", "Kosovo"),
        ("TW", "Tayvan", "Taiwan"),
        ("PS", "Filistin", "Palestine"),
        ("EH", "Batı Sahra", "Western Sahara"),
        ("HK", "Hong Kong", "Hong Kong"),
        ("MK", "Kuzey Makedonya", "North Macedonia"),
        ("CY", "Kıbrıs", "Cyprus"),
    ],
)
def test_territories_have_neutral_names(code, turkish, english):
    assert country_by_code(code).name_in("tr") == turkish
    assert country_by_code(code).name_in("en") == english


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Almanya", ["DE"]),
        ("ALMANYA", ["DE"]),
        ("Deutschland", ["DE"]),
        ("Германия", ["DE"]),
        ("A.B.D.", ["US"]),
        ("B.A.E.", ["AE"]),
        ("Rusya Federasyonu", ["RU"]),
        ("Çin Halk Cumhuriyeti", ["CN"]),
        ("Güney Kore", ["KR"]),
        ("İngiltere", ["GB"]),
        ("Çek Cumhuriyeti", ["CZ"]),
        ("DEU", ["DE"]),
        ("Gine", ["GN"]),
        ("Somali", ["SO"]),
        ("Türkiye Cumhuriyeti", ["TR"]),
        ("Çekoslovakya", ["CZ", "SK"]),
        ("Sırbistan-Karadağ", ["RS", "ME", "XK"]),
        ("Zaire", ["CD"]),
        ("Burma", ["MM"]),
        ("Doğu Almanya", ["DE"]),
        ("Kongo", ["CG", "CD"]),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_country_by_name_knows_current_short_and_former_names(text, codes):
    assert codes_of(text) == codes


def test_former_name_says_when_it_was_in_use():
    assert country_by_name("Makedonya") == CountryMatch(
        name="Makedonya",
        kind=CountryNameKind.FORMER,
        countries=(country_by_code("MK"),),
        since=date(1991, 9, 8),
        until=date(2019, 2, 12),
    )


@pytest.mark.parametrize(
    ("on", "in_use"),
    [
        (date(1991, 9, 7), False),
        (date(1991, 9, 8), True),
        (date(2019, 2, 11), True),
        (date(2019, 2, 12), False),
    ],
)
def test_former_name_is_in_use_until_the_day_before_the_change(on, in_use):
    assert country_by_name("Makedonya").was_in_use(on) is in_use


def test_current_name_is_in_use_on_any_day():
    assert country_by_name("Almanya").was_in_use(date(1, 1, 1))


def test_date_picks_what_a_name_stood_for_on_that_day():
    assert codes_of("Yugoslavya Sosyalist Federal Cumhuriyeti", date(1980, 1, 1)) == codes_of(
        "Yugoslavya"
    )
    assert codes_of("Almanya", date(1980, 1, 1)) == ["DE"]
    assert codes_of("Makedonya", date(2020, 1, 1)) == ["MK"]


@pytest.mark.parametrize(
    ("text", "code", "region"),
    [
        ("KKTC", "CY", "CY.north"),
        ("Tataristan", "RU", "RU.73"),
        ("Scotland", "GB", "GB.SCT"),
        ("Kırım", "UA", "UA.11"),
    ],
)
def test_region_written_as_a_country_is_told_apart(text, code, region):
    match = country_by_name(text)

    assert match.kind is CountryNameKind.TERRITORY
    assert [country.code for country in match.countries] == [code]
    assert match.region == region
