import pytest

from elci.domain.places.blocks import blocks_near
from elci.domain.places.countries import all_countries
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import (
    Gazetteer,
    GazetteerMissingError,
    UnknownPlaceError,
    open_gazetteer,
)
from elci.domain.places.kinds import NameKind, PlaceKind


def places_named(gazetteer, name):
    return {gazetteer.place_at(index).id for index, _kind in gazetteer.named(fold(name))}


def test_city_has_its_attributes(gazetteer):
    plovdiv = gazetteer.place("728193")

    assert plovdiv.geonameid == 728193
    assert plovdiv.kind is PlaceKind.CITY
    assert plovdiv.country == "BG"
    assert plovdiv.region == "BG-16"
    assert (round(plovdiv.latitude), round(plovdiv.longitude)) == (42, 25)
    assert not plovdiv.has_borrowed_coordinates
    assert plovdiv.population > 300_000


@pytest.mark.parametrize(
    ("language", "name"),
    [("tr", "Filibe"), ("en", "Plovdiv"), ("local", "Пловдив"), ("xx", "Plovdiv")],
)
def test_name_in_a_language_falls_back_to_the_own_name(gazetteer, language, name):
    assert gazetteer.place("728193").name_in(language) == name


def test_region_stands_at_its_largest_place(gazetteer):
    region = gazetteer.place("KR-47")

    assert region.kind is PlaceKind.REGION
    assert region.geonameid is None
    assert region.region is None
    assert region.has_borrowed_coordinates
    assert region.name_in("local") == "경상북도"
    assert gazetteer.place("KR.14") == region


def test_country_is_a_place_too(gazetteer):
    kosovo = gazetteer.place("XK")

    assert kosovo.kind is PlaceKind.COUNTRY
    assert kosovo.name_in("tr") == "Kosova"
    assert gazetteer.countries == all_countries()


def test_district_without_a_geonames_id_has_its_own_point(gazetteer):
    besiktas = gazetteer.place("TR-district:İstanbul/Beşiktaş")

    assert besiktas.kind is PlaceKind.DISTRICT
    assert besiktas.geonameid is None
    assert besiktas.region == "TR-34"
    assert (besiktas.latitude, besiktas.longitude) == (41.04, 29.01)
    assert not besiktas.has_borrowed_coordinates
    assert besiktas.population == 178_938


def test_district_without_a_seat_borrows_the_point_of_its_province(gazetteer):
    assert gazetteer.place("TR-district:Tekirdağ/Ergene").has_borrowed_coordinates


def test_town_that_geonames_lacks_is_there_under_each_of_its_names(gazetteer):
    gonyeli = gazetteer.place("CY-town:Gönyeli")

    assert (gonyeli.kind, gonyeli.country, gonyeli.region) == (PlaceKind.CITY, "CY", "CY-01")
    assert gonyeli.geonameid is None
    assert places_named(gazetteer, "Kioneli") == {gonyeli.id}
    assert gazetteer.place("CY-town:Değirmenlik").name_in("local") == "Κυθρέα"
    assert gazetteer.place("CY-town:Paşaköy").has_borrowed_coordinates


def test_district_is_called_as_it_is_today(gazetteer):
    kazan = gazetteer.place("743615")

    assert (kazan.name, kazan.region) == ("Kahramankazan", "TR-06")
    assert gazetteer.place("322391").region == "TR-80"  # Bahçe, which GeoNames files under Adana


def test_district_with_a_geonames_id_is_found_by_either_id(gazetteer):
    ceyhan = gazetteer.place("318675")

    assert ceyhan.kind is PlaceKind.DISTRICT
    assert gazetteer.place("TR-district:Adana/Ceyhan") == ceyhan


@pytest.mark.parametrize(
    ("code", "turkish", "english"),
    [
        ("CY.north", "Kuzey Kıbrıs", "Northern Cyprus"),
        ("SO.somaliland", "Somaliland", "Somaliland"),
        ("GE-AB", "Abhazya", "Abkhazia"),
        ("UA-43", "Kırım", "Crimea"),
    ],
)
def test_disputed_regions_have_neutral_names(gazetteer, code, turkish, english):
    region = gazetteer.place(code)

    assert region.name_in("tr") == turkish
    assert region.name_in("en") == english


def test_unknown_id_is_refused_with_advice(gazetteer):
    with pytest.raises(UnknownPlaceError, match="give a GeoNames id"):
        gazetteer.place("0")


def test_all_provinces_and_districts_of_turkiye_are_there(gazetteer):
    turkish = [
        gazetteer.place_at(index)
        for index in set(gazetteer.names_in_country("TR")[1])
        if gazetteer.kind_at(index) in {PlaceKind.REGION, PlaceKind.DISTRICT}
    ]

    provinces = [place for place in turkish if place.kind is PlaceKind.REGION]
    districts = [place for place in turkish if place.kind is PlaceKind.DISTRICT]
    assert len(provinces) == 81
    assert len(districts) == 973 - 51  # 51 provinces have a "Merkez", which is the city itself
    assert {place.region for place in districts} == {place.id for place in provinces}


@pytest.mark.parametrize(
    ("exonym", "place_id"),
    [
        ("İskeçe", "733840"),
        ("Gözleve", "688105"),
        ("Semerkand", "1216265"),
        ("Beytüllahim", "284315"),
        ("Marakeş", "2542997"),
        ("İpek", "787157"),
        ("Yakova", "791646"),
        ("Tırnova", "725993"),
        ("Mangalya", "673921"),
        ("Mahaçkale", "532096"),
        ("İstanköy", "259245"),
    ],
)
def test_turkish_exonyms_that_geonames_lacks_are_there(gazetteer, exonym, place_id):
    assert place_id in places_named(gazetteer, exonym)


def test_airport_codes_are_no_names(gazetteer):
    assert "785842" not in places_named(gazetteer, "SKP")


def test_names_say_how_they_belong_to_their_place(gazetteer):
    plovdiv = gazetteer.index_of("728193")

    kinds = {
        name: dict(gazetteer.named(fold(name)))[plovdiv]
        for name in ("Plovdiv", "Filibe", "Philippopel", "=728193")
        if name[0] != "="
    }
    assert kinds == {
        "Plovdiv": NameKind.OWN,
        "Filibe": NameKind.REVIEWED,
        "Philippopel": NameKind.UNTAGGED,
    }
    assert gazetteer.has_name("filibe")
    assert not gazetteer.has_name("filibee")


def test_names_in_an_unknown_country_are_none(gazetteer):
    assert gazetteer.names_in_country("ZZ") == ([], [])


def test_gazetteer_is_opened_once(gazetteer):
    assert open_gazetteer() is gazetteer
    assert len(gazetteer) > 230_000


@pytest.mark.parametrize("content", [None, b"", b"short", b"x" * 500])
def test_missing_or_foreign_file_says_what_to_run(tmp_path, content):
    path = tmp_path / "places.gaz"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(GazetteerMissingError, match="run `make install`"):
        Gazetteer(path)


def test_names_sharing_a_block_are_those_of_the_country_asked(gazetteer):
    in_country = gazetteer.names_sharing(set(blocks_near("krefelt")), "DE")
    anywhere = gazetteer.names_sharing(set(blocks_near("krefelt")), None)

    assert in_country.count("krefeld") == 1
    assert gazetteer.names_sharing(set(blocks_near("krefelt")), "FR").count("krefeld") == 0
    assert set(in_country) < set(anywhere)
    assert gazetteer.names_sharing(set(blocks_near("krefelt")), "ZZ") == []
