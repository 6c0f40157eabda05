import csv

import pytest

from elci.domain.acts.kinds import ActKind
from elci.domain.extraction.bodies import BodyKind
from elci.domain.extraction.cleaning import clean, one_line, without_bullet
from elci.domain.extraction.countries import country_heading, country_in_name, is_country
from elci.domain.extraction.datespans import find_dates, plain
from elci.domain.extraction.instruments import first_named, instruments_in, names_only_ties
from elci.domain.extraction.roles import Role
from elci.domain.extraction.standings import read_marker
from elci.domain.extraction.words import REVIEWED_PHRASES, Phrasebook, phrasebook, phrases_of
from elci.domain.places.countries import all_countries
from elci.domain.vocabularies import Instrument, MembershipGrade

MEANINGS = {
    "headers": {role.value for role in Role},
    "instruments": {instrument.value for instrument in Instrument},
    "acts": {kind.value for kind in ActKind},
    "grades": {grade.value for grade in MembershipGrade},
    "bodies": {kind.value for kind in BodyKind},
    "countries": set(all_countries()),
    "months": set(map(str, range(1, 13))),
    "statuses": {"active", "inactive"},
    "furniture": {"total", "footer", "page"},
    "date_words": {"before", "after", "about", "filler"},
    "words": {"tr", "en"},
    "country_codes": set(all_countries()),
    "variables": {instrument.value for instrument in Instrument},
}


@pytest.mark.parametrize("table", MEANINGS)
def test_reviewed_phrases_mean_something_known(table):
    meanings = {meaning for meaning, _phrase in phrases_of(table)}

    assert meanings <= MEANINGS[table]
    assert all(phrase == phrase.strip() and phrase for _meaning, phrase in phrases_of(table))


def test_every_reviewed_table_is_checked():
    assert {path.stem for path in REVIEWED_PHRASES.glob("*.csv")} == set(MEANINGS)


def test_every_month_is_known_in_every_language():
    with (REVIEWED_PHRASES / "months.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    languages = {row["language"] for row in rows}
    assert {len([row for row in rows if row["language"] == one]) for one in languages} == {12}


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Städtepartnerschaft", "sister_city"),
        ("STÄDTEPARTNERSCHAFTEN", "sister_city"),
        ("Jumelage", "sister_city"),
        ("gemellaggio", "sister_city"),
        ("hermanamiento", "sister_city"),
        ("Города-побратимы", "sister_city"),
        ("miasta partnerskie", "sister_city"),
        ("pobratena mesta", "sister_city"),
        ("testvérvárosok", "sister_city"),
        ("اتفاقية توأمة", "sister_city"),
        ("İyi Niyet Mektubu", "goodwill_letter"),
        ("Memorandum of Understanding", "memorandum"),
        ("مذكرة تفاهم", "memorandum"),
        ("Protocollo d'intesa", "memorandum"),
        ("list intencyjny", "preliminary_protocol"),
        ("Coopération décentralisée", "cooperation_protocol"),
        ("соглашение о сотрудничестве", "cooperation_protocol"),
        ("우호협력", "cooperation_protocol"),
        ("mor", None),
    ],
)
def test_kinds_of_tie_are_known_in_many_languages(text, meaning):
    assert phrasebook("instruments").meaning_of(text) == meaning


def test_longest_phrase_wins_and_short_ones_count_only_alone():
    book = Phrasebook([("city", "kardeş"), ("sister", "kardeş şehir"), ("no", "no"), ("x", "abc*")])

    found = book.find("bir kardes sehir no abcdef")

    assert [(one.meaning, one.first, one.end) for one in found] == [("sister", 1, 3), ("x", 4, 5)]
    assert (book.meaning_of("NO"), book.meaning_of("ABCXYZ")) == ("no", "x")
    assert book.words() == {"kardes", "sehir", "no"}


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("  Berlin  ", "Berlin"),
        ("Berlin[1]", "Berlin"),
        ("Berlin¹", "Berlin"),
        ("I\u0307stanbul", "İstanbul"),
        ("S\u0327am", "Şam"),
        ("VarĢova", "Varşova"),
        ("KÃ¶ln", "Köln"),
        ("ÄŸ Ãœlke", "ğ Ülke"),
        ("Ãœ€\u0081", "Ãœ€"),
        ("Ýstanbul Büyükþehir", "İstanbul Büyükşehir"),
        ("Hafnarfjörður", "Hafnarfjörður"),
        ("a\u00a0\tb", "a b"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u00adb\u200bc\ud800d", "abcd"),
    ],
)
def test_text_is_cleaned_of_what_is_not_to_be_read(read, text):
    assert clean(read).text == text


def test_cleaning_says_what_it_did():
    assert clean("VarĢova").is_repaired
    assert clean("a\u202eb").had_overrides
    assert clean("x" * 2001).is_cut
    assert not clean("x" * 2000).is_cut


def test_lines_are_joined_as_words_were_broken():
    assert one_line("Saraybosna-\nİstanbul") == "Saraybosna-İstanbul"
    assert without_bullet("• Krefeld") == without_bullet("* Krefeld") == "Krefeld"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Almanya", True),
        ("A.B.D.", True),
        ("DE", True),
        ("de", False),
        ("Niemcy", True),
        ("Großbritannien", True),
        ("Tataristan / Rusya Federasyonu", True),
        ("Kongo (Demokratik Cumhuriyeti)", True),
        ("Çek Cumhuriyeti", True),
        ("Berlin", False),
        ("Berlin / Almanya", False),
        ("x" * 200, False),
        ("Makedonya Devleti", False),
    ],
)
def test_countries_are_known_as_lists_write_them(text, expected, gazetteer):
    assert is_country(text, gazetteer) is expected


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("ALMANYA (5)", "ALMANYA"),
        ("Germany: 3", "Germany"),
        ("Fransa", "Fransa"),
        ("Berlin", None),
        ("", None),
    ],
)
def test_heading_of_a_country_goes_without_its_count(text, country, gazetteer):
    assert country_heading(text, gazetteer) == country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Krefeld, Germany", ("Krefeld", "Germany")),
        ("Krefeld/Almanya", ("Krefeld", "Almanya")),
        ("Almanya Krefeld", ("Krefeld", "Almanya")),
        ("Vác (Macaristan)", ("Vác", "Macaristan")),
        ("Macaristan (Vác)", ("Vác", "Macaristan")),
        ("Stari Grad, Saraybosna, Bosna Hersek", ("Stari Grad, Saraybosna", "Bosna Hersek")),
        ("Kuveyt Belediyesi", None),
        ("Berlin", None),
    ],
)
def test_country_inside_a_name_is_found(text, expected, gazetteer):
    found = country_in_name(text, gazetteer)

    assert (None if found is None else (found.name, found.country)) == expected


@pytest.mark.parametrize("text", ["", "yirmi", "99999", "12345678", "32.13.2010 x"])
def test_text_without_a_day_has_no_date(text):
    assert all(span.date is None for span in find_dates(text))


def test_plain_text_keeps_every_place():
    text = "8 EYLÜL ٢٠٠٤ ﬁ ß İ 年"

    assert len(plain(text)) == len(text)


def test_first_text_that_names_a_tie_counts():
    assert first_named(["2019", "Jumelages", "memorandum"]) == (
        "Jumelages",
        (Instrument.SISTER_CITY,),
    )
    assert first_named(["2019"]) == ("", ())
    assert instruments_in("Rehber") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twin towns and sister cities", True),
        ("Kardeş şehirlerimiz", True),
        ("Berlin", False),
        ("Berlin kardeş şehir", False),
    ],
)
def test_heading_names_ties_and_nothing_else(text, expected):
    assert names_only_ties(text) is expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("İptal", ActKind.TERMINATED),
        ("iptal edildi", ActKind.TERMINATED),
        ("gekündigt", ActKind.TERMINATED),
        ("расторгнут", ActKind.TERMINATED),
        ("askıda", ActKind.SUSPENDED),
        ("until 2017", None),
        ("aktif", None),
    ],
)
def test_marks_of_standing_are_known(text, kind):
    marker = read_marker(text)

    assert (None if marker is None else marker.kind) == kind
