"""Needs in words, in both languages: what is understood is said, and so is what is not."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.matching.candidates import SMALLEST
from elci.domain.matching.criteria import Criterion
from elci.domain.matching.filtering import Level, PlaceFilter
from elci.domain.matching.needs import read_need, regions
from elci.domain.places.countries import all_countries
from elci.domain.vocabularies import CooperationField


@pytest.mark.parametrize(
    "text",
    [
        "flood control, port city, Balkans, no partner in the country yet",
        "sel, liman kenti, Balkanlar, ülkede ortağımız yok",
        "SEL; LİMAN KENTİ; BALKANLAR; ÜLKEDE ORTAĞIMIZ YOK",
    ],
)
def test_the_same_need_is_read_alike_in_both_languages(text):
    need = read_need(text)

    assert need.filter.coast is True
    assert need.filter.new_country is True
    assert {"BG", "RO", "AL"} <= need.filter.countries
    assert need.fields == (CooperationField.ENVIRONMENT,)
    assert need.not_understood == ()
    assert [bool(each.source) for each in need.understood].count(True) == 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", PlaceFilter()),
        (
            "Almanya'da en az 100.000 nüfuslu",
            PlaceFilter(countries=frozenset({"DE"}), smallest=100_000),
        ),
        (
            "Orta Asya’da başkent",
            PlaceFilter(countries=frozenset({"KG", "KZ", "TJ", "TM", "UZ"}), level=Level.CAPITAL),
        ),
        ("at most 50,000 people", PlaceFilter(largest=50_000)),
        ("en çok 10.000 nüfus", PlaceFilter(smallest=SMALLEST, largest=10_000)),
        ("at most 100 people", PlaceFilter(smallest=SMALLEST, largest=SMALLEST)),
        ("inland metropolis", PlaceFilter(coast=False, smallest=1_000_000)),
        ("South Korea or Japan", PlaceFilter(countries=frozenset({"KR", "JP"}))),
        ("Karadeniz", PlaceFilter(countries=frozenset({"BG", "GE", "RO", "RU", "TR", "UA"}))),
    ],
)  # fmt: skip
def test_filters_are_read_from_words(text, wanted):
    assert read_need(text).filter == wanted


@pytest.mark.parametrize(
    ("text", "criterion"),
    [
        ("benzer büyüklükte bir kent", Criterion.SIZE),
        ("near to us", Criterion.DISTANCE),
        ("ortak tarih", Criterion.HISTORY),
        ("hemşehrilerimizin yaşadığı", Criterion.MIGRANTS),
        ("few partners", Criterion.CAPACITY),
    ],
)
def test_wishes_raise_weights(text, criterion):
    assert dict(read_need(text).weights) == {criterion: 5}


def test_words_that_mean_nothing_to_us_are_said_once():
    need = read_need("zubidu, zubidu ve 1.000 kikiriki; ilçe")

    assert need.not_understood == ("zubidu", "1.000", "kikiriki")
    assert need.filter == PlaceFilter()
    assert "not" in need.understood[0].told.en or "no" in need.understood[0].told.en


@given(st.text(alphabet=string.printable + "ğışçöüİ’", max_size=400))
def test_any_text_is_read_without_a_fault(text):
    need = read_need(text)

    assert len(need.understood) + len(need.not_understood) <= 301


def test_regions_are_lists_of_countries_with_a_source():
    for region in regions():
        assert set(region.countries) <= set(all_countries())
        assert region.source.tr
        assert region.source.en
        assert read_need(region.name.tr).filter.countries == set(region.countries), region.key
        assert read_need(region.name.en).filter.countries == set(region.countries), region.key


def test_sizes_that_contradict_each_other_are_refused():
    with pytest.raises(ValueError, match="below the smallest"):
        PlaceFilter(smallest=50_000, largest=20_000)
