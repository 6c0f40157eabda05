import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.places.countries import REVIEWED_TABLES
from elci.domain.places.gazetteer import open_gazetteer
from elci.domain.places.kinds import PlaceKind
from elci.domain.places.reasons import ReasonCode
from elci.domain.places.resolution import resolve


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PARTNERS = rows_of(Path(__file__).with_name("ibb_partners.csv"))
DISTRICTS = rows_of(REVIEWED_TABLES / "districts_tr.csv")


def id_of(resolution):
    return None if resolution.place is None else resolution.place.id


def codes_of(resolution):
    return [reason.code for reason in resolution.reasons]


@pytest.mark.parametrize("partner", PARTNERS, ids=lambda row: f"{row['table']}-{row['name']}")
def test_partners_of_istanbul_resolve_with_their_country(gazetteer, partner):
    resolution = resolve(gazetteer, partner["name"], country_name=partner["country_name"])

    assert id_of(resolution) == partner["place_id"]
    assert resolution.auto


@pytest.mark.parametrize("partner", PARTNERS, ids=lambda row: f"{row['table']}-{row['name']}")
def test_partners_of_istanbul_resolve_without_their_country(gazetteer, partner):
    resolution = resolve(gazetteer, partner["name"])

    assert id_of(resolution) == partner["place_id"]
    assert resolution.auto == (partner["clear_without_country"] == "yes")


def test_turkish_names_of_places_abroad_resolve_and_pass(gazetteer):
    exonyms = rows_of(Path(__file__).with_name("turkish_exonyms.csv"))
    found = [(row, resolve(gazetteer, row["name"], country=row["country"])) for row in exonyms]

    assert len(exonyms) > 699
    assert [row["name"] for row, resolution in found if id_of(resolution) != row["place_id"]] == []
    assert [row["name"] for row, resolution in found if not resolution.auto] == []


def test_all_districts_of_turkiye_resolve(gazetteer):
    wrong = [
        (row["province"], row["district"])
        for row in DISTRICTS
        if id_of(resolve(gazetteer, f"{row['district']} / {row['province']}", country="TR"))
        != (row["geonameid"] or f"TR-district:{row['province']}/{row['district']}")
    ]

    assert len(DISTRICTS) == 973
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "country_name", "place_id"),
    [
        ("Almanya Krefeld", None, "2884509"),
        ("Macaristan VAC Belediyesi", None, "3043293"),
        ("İSTİP", "Makedonya", "785482"),
        ("Filibe (Plovdiv)", "Bulgaristan", "728193"),
        ("BudapeĢte", "Macaristan", "3054643"),
        ("Kişinev", "SSCB", "618426"),
        ("Saraybosna", "Yugoslavya", "3191281"),
        ("Girne", "KKTC", "146412"),
        ("Lefkoşa Türk Belediyesi", "KKTC", "146268"),
        ("Akmescit", "Kırım", "693805"),
        ("Kudüs", "İsrail", "281184"),
        ("Nahçıvan", "Azerbaycan", "147429"),
        ("Nahçıvan Özerk Cumhuriyeti", "Azerbaycan", "AZ-NX"),
        ("Bavyera", "Almanya", "DE-BY"),
        ("Pencap", "Hindistan", "IN-PB"),
        ("Trablus", "Lübnan", "266826"),
        ("Beşiktaş Belediyesi", "Türkiye", "TR-district:İstanbul/Beşiktaş"),
        ("ŞAHİNBEY BELEDİYESİ", "Türkiye", "7619146"),
        ("Kars", "Türkiye", "743952"),
        ("Gönyeli Belediyesi", "KKTC", "CY-town:Gönyeli"),
        ("Değirmenlik", "K.K.T.C.", "CY-town:Değirmenlik"),
        ("Geçitkale", "KKTC", "146391"),
        ("CY-town:Alsancak", None, "CY-town:Alsancak"),
        ("Gölbaşı", "Ankara", "314133"),
        ("Gölbaşı / Adıyaman", "Türkiye", "314136"),
        ("Springfield, Illinois", "ABD", "4250542"),
        ("Komrat", "Gagavuzya", "618405"),
        ("Adana İli Aladağ İlçesi", None, "308998"),
        ("Adıyaman İli Merkez İlçesi", "Türkiye", "325330"),
        ("T.C. Ceyhan Belediyesi", "Türkiye", "318675"),
        ("Singapour", "Singapur", "1880252"),
        ("境港市", "Japonya", "1853174"),
        ("Mannheim", "Almnya", "2873891"),
        ("北京", "中国", "1816670"),
        ("Αθήνα", "Yunanistan", "264371"),
        ("Köln Büyükşehir Belediyesi", "F. Almanya", "2886242"),
        ("KR-47", None, "KR-47"),
        ("728193", "Bulgaristan", "728193"),
    ],
)
def test_hard_names_of_other_lists_resolve_and_pass(gazetteer, name, country_name, place_id):
    resolution = resolve(gazetteer, name, country_name=country_name)

    assert id_of(resolution) == place_id
    assert resolution.auto


@pytest.mark.parametrize(
    ("name", "country_name", "place_id", "code"),
    [
        ("Springfield", "ABD", "4409896", ReasonCode.RIVAL),
        ("Gölbaşı", "Türkiye", "314133", ReasonCode.RIVAL),
        ("Berlin", "Fransa", "2950159", ReasonCode.OTHER_COUNTRY),
        ("Simferopol", "Rusya", "693805", ReasonCode.OTHER_COUNTRY),
        ("Stari Grad, Saraybosna", "Bosna-Hersek", "3191281", ReasonCode.LARGER_PLACE_ONLY),
        ("Türkmenistan", None, "TM", ReasonCode.TURKISH_NAME),
        ("728193", "Almanya", "728193", ReasonCode.IDENTIFIER),
        ("Aken", "Almanya", "3247449", ReasonCode.RIVAL),
        ("Kadıköy, Xyzzy", "Türkiye", "TR-district:İstanbul/Kadıköy", ReasonCode.CONTEXT_NOT_USED),
    ],
)
def test_doubtful_names_wait_for_a_person(gazetteer, name, country_name, place_id, code):
    resolution = resolve(gazetteer, name, country_name=country_name)

    assert id_of(resolution) == place_id
    assert not resolution.auto
    assert codes_of(resolution).count(code) == 1


@pytest.mark.parametrize("name", ["", "  ", "—", "Xyzzyqwerty", "99999999"])
def test_names_of_no_place_are_not_guessed(gazetteer, name):
    resolution = resolve(gazetteer, name)

    assert resolution.place is None
    assert resolution.score == 0
    assert codes_of(resolution) == [ReasonCode.NOT_FOUND]


def test_small_place_in_another_country_is_no_answer(gazetteer):
    assert id_of(resolve(gazetteer, "Dipkarpaz", country="CY")) == "146105"
    assert id_of(resolve(gazetteer, "Dipkarpaz", country="JP")) is None


def test_distant_likeness_is_offered_but_is_no_answer(gazetteer):
    resolution = resolve(gazetteer, "Rheinstetthausen", country="DE")

    assert resolution.place is None
    assert len(resolution.candidates) > 0


def test_reasons_tell_the_whole_way(gazetteer):
    resolution = resolve(gazetteer, "Karaçi BüyükĢehir İdaresi", country_name="Pakistan")

    assert [reason.sentence_in("en") for reason in resolution.reasons] == [
        "“Karaçi” is a reviewed or Turkish name of this place.",
        "It is in the country given: Pakistan.",
        "Words such as municipality or province were left out: “Karaçi”.",
        "Turkish letters that a PDF had broken were put right: “Karaçi Büyükşehir İdaresi”.",
    ]


def test_former_country_is_told(gazetteer):
    resolution = resolve(gazetteer, "Üsküp", country_name="Makedonya")

    assert codes_of(resolution)[:3] == [
        ReasonCode.TURKISH_NAME,
        ReasonCode.IN_COUNTRY,
        ReasonCode.FORMER_COUNTRY,
    ]


def test_unknown_country_is_told_and_does_not_stop_the_search(gazetteer):
    resolution = resolve(gazetteer, "Saraybosna", country_name="Xyzzyland")

    assert id_of(resolution) == "3191281"
    assert codes_of(resolution)[-1] is ReasonCode.COUNTRY_NOT_KNOWN


def test_candidates_begin_with_the_answer_and_fall_in_score(gazetteer):
    resolution = resolve(gazetteer, "Springfield", country="US")
    scores = [candidate.score for candidate in resolution.candidates]

    assert resolution.candidates[0].place == resolution.place
    assert len(scores) == 5
    assert scores == sorted(scores, reverse=True)


def test_region_is_chosen_where_the_words_say_so(gazetteer):
    assert resolve(gazetteer, "Adana", country="TR").place.kind is PlaceKind.CITY
    assert resolve(gazetteer, "Adana Valiliği", country="TR").place.kind is PlaceKind.REGION


@pytest.mark.parametrize(
    ("name", "country", "place_id"),
    [("Québec", "CA", "6325494"), ("Guanajuato", "MX", "4005270"), ("Tunus", "TN", "2464470")],
)
def test_name_of_a_city_and_its_region_or_country_is_read_as_the_city(
    gazetteer, name, country, place_id
):
    assert id_of(resolve(gazetteer, name, country=country)) == place_id


def test_short_form_of_a_region_waits_for_a_person(gazetteer):
    short = resolve(gazetteer, "Rivers", country="NG")
    whole = resolve(gazetteer, "Rivers State", country="NG")

    assert (id_of(short), short.auto) == ("NG-RI", False)
    assert (id_of(whole), whole.auto) == ("NG-RI", True)


def test_larger_of_two_places_that_do_not_agree_is_shown(gazetteer):
    resolution = resolve(gazetteer, "Stari Grad, Saraybosna")

    assert id_of(resolution) == "3191281"
    assert codes_of(resolution)[-1] is ReasonCode.LARGER_PLACE_ONLY


def test_name_in_another_language_than_the_readers_resolves_too(gazetteer):
    turkish = resolve(gazetteer, "Sebzevar", country="IR", language="tr")
    english = resolve(gazetteer, "Sebzevar", country="IR", language="en")

    assert id_of(turkish) == id_of(english) == "118063"
    assert codes_of(turkish)[0] is ReasonCode.TURKISH_NAME


def dressed(text, upper, form):
    if upper:
        text = text.replace("i", "İ").replace("ı", "I").upper()
    return unicodedata.normalize(form, text)


@given(
    st.sampled_from(PARTNERS),
    st.booleans(),
    st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]),
)
def test_case_and_unicode_form_change_nothing(partner, upper, form):
    gazetteer = open_gazetteer()
    plain = resolve(gazetteer, partner["name"], country_name=partner["country_name"])
    other = resolve(
        gazetteer,
        dressed(partner["name"], upper, form),
        country_name=dressed(partner["country_name"], upper, form),
    )

    assert (other.place, other.score, other.auto) == (plain.place, plain.score, plain.auto)


@given(st.text(max_size=40), st.none() | st.text(max_size=20))
def test_any_text_gives_an_answer_in_order(name, country_name):
    resolution = resolve(open_gazetteer(), name, country_name=country_name)

    assert 0 <= resolution.score <= 1
    assert (resolution.place is None) == (resolution.score == 0)
    assert not (resolution.auto and resolution.place is None)
    assert len(resolution.reasons) > 0


def test_diacritics_and_script_tell_apart_what_has_one_key(gazetteer):
    with_dots = resolve(gazetteer, "Rosés", country="ES")
    in_greek = resolve(gazetteer, "Πάτρα", country="GR")

    assert id_of(in_greek) == "255683"
    assert in_greek.auto
    assert id_of(with_dots) == id_of(resolve(gazetteer, "ROSÉS", country="ES"))


def test_district_comes_before_a_village_of_its_name(gazetteer):
    assert id_of(resolve(gazetteer, "Evren", country="TR")) == "318496"


def test_every_district_without_its_province_is_the_answer_or_beside_it(gazetteer):
    own = [row for row in DISTRICTS if row["district"] != "Merkez"]
    resolved = [resolve(gazetteer, row["district"], country="TR") for row in own]
    ids = [row["geonameid"] or f"TR-district:{row['province']}/{row['district']}" for row in own]
    first = [id_of(found) == place_id for found, place_id in zip(resolved, ids, strict=True)]

    assert sum(first) >= 890
    assert all(
        place_id in {candidate.place.id for candidate in found.candidates}
        for found, place_id in zip(resolved, ids, strict=True)
    )


def test_capital_is_what_its_name_means_in_its_country(gazetteer):
    resolution = resolve(gazetteer, "San José", country="CR")

    assert id_of(resolution) == "3621849"
    assert resolution.auto


def test_city_that_geonames_has_twice_at_one_spot_is_no_rival_of_itself(gazetteer):
    resolution = resolve(gazetteer, "Mondoñedo", country="ES")

    assert resolution.auto
    assert ReasonCode.RIVAL not in codes_of(resolution)


def test_turkish_capital_i_is_no_diacritic(gazetteer):
    plain, capitals = resolve(gazetteer, "Bali"), resolve(gazetteer, "BALİ")

    assert (capitals.place, capitals.score, capitals.auto) == (plain.place, plain.score, plain.auto)
