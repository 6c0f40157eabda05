import pytest

from elci.domain.places.searching import search


def first_ids(gazetteer, prefix, **options):
    return [place.id for place in search(gazetteer, prefix, **options)]


@pytest.mark.parametrize(
    ("prefix", "place_id"),
    [
        ("filib", "728193"),
        ("Plovd", "728193"),
        ("İST", "745044"),
        ("ist", "745044"),
        ("üsk", "785842"),
        ("BudapeĢ", "3054643"),
        ("Londr", "2643743"),
        ("Москва", "524901"),
        ("gyeongsangbuk", "KR-47"),
    ],
)
def test_search_puts_the_most_important_place_first(gazetteer, prefix, place_id):
    assert first_ids(gazetteer, prefix)[0] == place_id


def test_search_finds_the_same_in_any_case(gazetteer):
    assert first_ids(gazetteer, "istanbul") == first_ids(gazetteer, "ISTANBUL")
    assert first_ids(gazetteer, "istanbul") == first_ids(gazetteer, "İSTANBUL")


def test_search_keeps_to_the_country_and_the_limit(gazetteer):
    found = search(gazetteer, "san", country="us", limit=3)

    assert [place.country for place in found] == ["US", "US", "US"]


def test_search_prefers_a_name_typed_to_its_end(gazetteer):
    assert first_ids(gazetteer, "oş", country="KG")[0] == "1527534"


def test_search_without_a_language_of_its_own_works_too(gazetteer):
    assert first_ids(gazetteer, "plovdiv", language="de")[0] == "728193"


@pytest.mark.parametrize("prefix", ["", "  ", "?!", "xqzxqz"])
def test_search_without_a_match_finds_nothing(gazetteer, prefix):
    assert search(gazetteer, prefix) == ()
