"""Places of the gazetteer as rows."""

import pytest
from django.utils import translation

from elci.domain.places.continents import Continent
from elci.domain.places.countries import all_countries
from elci.domain.places.gazetteer import open_gazetteer
from elci.places.actions import adopt_place
from elci.places.models import Place
from elci.places.queries import (
    continent_of,
    country_codes_of,
    country_label,
    country_name,
    is_country,
    region_code,
)
from tests.builders import make_place


@pytest.mark.django_db
def test_adopted_place_has_its_names_in_both_languages_and_its_own():
    place = make_place("Filibe", "Bulgaristan")

    assert (place.name_tr, place.name_en, place.country) == ("Filibe", "Plovdiv", "BG")
    assert (place.kind, place.continent, place.borrows_coordinates) == ("city", "europe", False)
    assert place.latitude == pytest.approx(42.15, abs=0.05)
    assert place.longitude == pytest.approx(24.75, abs=0.05)
    assert place.population > 300_000
    assert {"filibe", "plovdiv", "bulgaristan", "bulgaria"} <= set(place.search_text.split())


@pytest.mark.django_db
def test_place_adopted_again_is_the_same_row():
    found = open_gazetteer().place(make_place().key)

    assert adopt_place(found) == adopt_place(found)
    assert Place.objects.count() == 1


@pytest.mark.django_db
def test_place_in_a_region_names_it_and_a_region_does_not():
    lahore, punjab = make_place("Lahor", "Pakistan"), make_place("Pencap", "Pakistan")

    assert (lahore.kind, punjab.kind, punjab.region) == ("city", "region", "")
    assert lahore.region == punjab.name_tr
    assert str(lahore) == lahore.name_tr


@pytest.mark.parametrize(
    ("code", "tr", "en"),
    [
        ("MK", "Kuzey Makedonya", "North Macedonia"),
        ("AE", "Birleşik Arap Emirlikleri", "United Arab Emirates"),
        ("ZZ", "birden çok ülke", "several countries"),
        ("XX", "bir ülkeye bağlı değil", "not of one country"),
        ("QQ", "QQ", "QQ"),
    ],
)
def test_country_is_said_in_the_readers_language(code, tr, en):
    with translation.override("en"):
        assert country_label(code, "en") == en
    with translation.override("tr"):
        said = country_label(code, "tr")
    assert said == tr


def test_codes_that_are_no_country():
    assert [is_country(code) for code in ("DE", "ZZ", "", "QQ", "de")] == [
        True, False, False, False, False,
    ]  # fmt: skip
    assert country_name("QQ", "tr") == "QQ"


def test_every_country_is_of_one_continent():
    by_continent = [code for each in Continent for code in country_codes_of(each)]

    assert sorted(by_continent) == sorted(all_countries())
    assert (continent_of("ZZ"), continent_of("")) == (None, None)
    assert continent_of("TR") in Continent


@pytest.mark.parametrize(
    ("key", "code"),
    [("4699066", "US-TX"), ("6077243", "CA-QC"), ("US-TX", "US-TX"), ("US", None), ("none", None)],
)
def test_region_of_a_place_is_told_by_its_code(key, code):
    assert region_code(key) == code
