import pytest

from elci.domain.places.kinds import NameKind, PlaceKind
from tools.gazetteer.districts import odd_districts
from tools.gazetteer.drafts import Draft


def make_city(place_id, name, *, admin1="TR.34", point=(41.0, 29.0), population=0):
    city = Draft(str(place_id), PlaceKind.CITY, "TR", name, *point, geonameid=place_id)
    city.admin1, city.population = admin1, population
    city.add_key(name, NameKind.OWN)
    return city


def make_row(district, geonameid="", *, province="İstanbul", admin1="TR.34", people="100000"):
    return {
        "province": province,
        "district": district,
        "population_2022": people,
        "geonameid": geonameid,
        "admin1": admin1,
    }


def make_note(district, note="", *, point=("", "")):
    latitude, longitude = point
    return {
        "province": "İstanbul",
        "district": district,
        "latitude": latitude,
        "longitude": longitude,
        "note": note,
    }


CITIES = {
    1: make_city(1, "Üsküdar", population=520_000),
    2: make_city(2, "Kadıköy", point=(41.14, 28.36), population=1_454),
    3: make_city(3, "Şile", point=(41.18, 29.61)),
    4: make_city(4, "Şile", point=(41.2, 29.6)),
    5: make_city(5, "Maltepe", admin1="TR.06"),
    6: make_city(6, "Istanbul"),
    7: make_city(7, "Silivri", point=(41.07, 27.0)),
}
USKUDAR = make_row("Üsküdar", "1")


@pytest.mark.parametrize(
    ("row", "odd"),
    [
        (make_row("Kadıköy", "2"), "2 has 1454 people, the district 100000"),
        (make_row("Şile", "3"), "4 has its name too"),
        (make_row("Maltepe", "5"), "5 is filed under TR.06"),
        (make_row("Fatih", "6"), "6 is called Istanbul"),
        (make_row("Silivri", "7"), "the next district of the province is 168 km away"),
        (make_row("Adalar", "8"), "cities500 has no 8"),
        (make_row("Kadıköy"), "2 has its name"),
        (make_row("Kadıköy"), "it has neither a GeoNames id nor a point"),
    ],
)
def test_odd_district_is_found_until_it_is_noted(row, odd):
    rows = [USKUDAR, row]

    assert f"{row['district']} / İstanbul: {odd}" in odd_districts(rows, [], CITIES)
    noted = [make_note(row["district"], "Looked at.")]
    assert [what for what in odd_districts(rows, noted, CITIES) if row["district"] in what] == []


def test_point_without_a_note_does_not_excuse_a_district():
    noted = [make_note("Kadıköy", point=("40.99", "29.03"))]

    assert odd_districts([USKUDAR, make_row("Kadıköy")], noted, CITIES) == [
        "Kadıköy / İstanbul: 2 has its name"
    ]


def test_id_that_stands_twice_is_found():
    assert odd_districts([USKUDAR, USKUDAR], [], CITIES) == ["1 stands 2 times"]


def test_central_district_is_the_city():
    assert odd_districts([make_row("Merkez", "6", people="0")], [], CITIES) == []
