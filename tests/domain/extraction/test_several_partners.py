"""Several partners in one cell: split where nothing else can be meant, asked about in doubt."""

import pytest

from elci.domain.acts.kinds import ActKind
from elci.domain.extraction.remarks import RemarkCode

HEADER = ["Kardeş Şehir", "Ülke", "Tarih"]


def codes(row):
    return [problem.code.value for problem in row.problems]


def read(cell, country, rows_of):
    rows = rows_of([HEADER, [cell, country, "1997"], ["Krefeld", "Almanya", "1974"]])
    return rows[:-1]


@pytest.mark.parametrize(
    ("cell", "country", "places"),
    [
        ("Lefkoşa / Girne", "KKTC", ["Nicosia", "Kyrenia"]),
        ("Lefkoşa/Girne/Gazimağusa", "KKTC", ["Nicosia", "Kyrenia", "Famagusta"]),
        ("Saraybosna-Mostar", "Bosna Hersek", ["Sarajevo", "Mostar"]),
        ("Toruń – Bydgoszcz", "Polonya", ["Torun", "Bydgoszcz"]),
        ("Viyana ve Graz", "Avusturya", ["Vienna", "Graz"]),
        ("Lyon & Marsilya", "Fransa", ["Lyon", "Marseille"]),
    ],
)
def test_cities_far_from_each_other_are_rows_of_their_own(cell, country, places, rows_of):
    rows = read(cell, country, rows_of)

    assert [row.party.resolution.place.name_in("en") for row in rows] == places
    assert [(row.row, row.auto, codes(row)) for row in rows] == [(2, True, [])] * len(places)
    assert all(RemarkCode.SEVERAL_PARTIES in {one.code for one in row.reasons} for row in rows)
    assert [str(row.acts[0].date) for row in rows] == ["1997"] * len(places)


@pytest.mark.parametrize(
    ("cell", "country"),
    [
        ("Biel/Bienne", "İsviçre"),  # one city, two names
        ("Filibe / Plovdiv", "Bulgaristan"),
        ("Bozen/Bolzano", "İtalya"),
        ("Villach / Beljak", "Avusturya"),
        ("Tataristan / Kazan", "Rusya"),  # a region and its city
        ("Frankfurt / Main", "Almanya"),  # a city and its river
        ("Bielsko-Biała", "Polonya"),  # one name
        ("Garmisch-Partenkirchen", "Almanya"),
    ],
)
def test_one_city_with_a_stroke_in_it_stays_one(cell, country, rows_of):
    (row,) = read(cell, country, rows_of)

    assert "several_parties" not in codes(row)


@pytest.mark.parametrize(
    ("cell", "country"),
    [
        ("Corinto/El Realejo", "Nikaragua"),  # neighbours
        ("Londra / Hillingdon", "İngiltere"),  # a suburb
        ("Saraybosna / Novi Grad", "Bosna Hersek"),  # a district with the name of a town
        ("Kırcaali / Cebel", "Bulgaristan"),  # a province and a town in it
        ("Moskova – Zelenograd", "Rusya"),
    ],
)
def test_what_may_be_one_place_or_two_is_for_a_person(cell, country, rows_of):
    rows = read(cell, country, rows_of)

    assert {tuple(codes(row)) for row in rows} == {("several_parties",)}


def test_cities_of_two_countries_are_not_split_by_guess(rows_of):
    rows = rows_of([["Kardeş Şehir", "Tarih"], ["Rabat-İstanbul", "1997"], ["Köln", "1997"]])

    assert len(rows) == 2
    assert not rows[0].auto


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("ABD: Tampa (1993), Chicago (2004)", [("Tampa", "1993"), ("Chicago", "2004")]),
        ("Австрия – Вена (2001 г.), Грац (2001 г.)", [("Vienna", "2001"), ("Graz", "2001")]),
        ("Sırbistan: Subotica ve Niş", [("Subotica", ""), ("Niš", "")]),
        ("Viyana (2001); Graz (2004)", [("Vienna", "2001"), ("Graz", "2004")]),
        ("Lefke (KKTC), Bonn (Almanya)", [("Léfka", ""), ("Bonn", "")]),
    ],
)
def test_list_of_cities_in_one_line_gives_each_its_own_row(line, told, rows_of):
    rows = rows_of(f"Kardeş Şehirler\nKrefeld (Almanya) 1974\n{line}\nLyon (Fransa) 1980")[1:-1]

    places = [row.party.resolution.place.name_in("en") for row in rows]
    dates = ["; ".join(str(act.date) for act in row.acts) for row in rows]
    assert list(zip(places, dates, strict=True)) == told
    assert all(row.auto for row in rows)


def test_date_with_the_last_of_several_is_asked_about(rows_of):
    rows = rows_of("Kardeş Şehirler\nBulgaristan: Filibe, Varna (2009)\nLyon (Fransa) 1980")[:2]

    assert [codes(row) for row in rows] == [["date_kind_unclear"]] * 2
    assert [[str(act.date) for act in row.acts] for row in rows] == [[], ["2009"]]


@pytest.mark.parametrize(
    "line", ["Perth, Western Australia", "Madison, Wisconsin (1988)", "Berlin, 12 Mayıs, 1996"]
)
def test_comma_of_a_place_or_a_date_parts_no_partners(line, rows_of):
    rows = rows_of(f"Kardeş Şehirler\nKrefeld (Almanya) 1974\n{line}\nLyon (Fransa) 1980")

    assert len(rows) == 3


@pytest.mark.parametrize(
    ("cell", "acts"),
    [
        ("21.10.2015 (Feshedildi)", ["signed 2015-10-21", "terminated XXXX"]),
        ("8 dicembre 1958 - sciolto", ["signed 1958-12-08", "terminated XXXX"]),
        ("1998, yenileme 2008 (iptal)", ["signed 1998", "renewed 2008", "terminated XXXX"]),
        ("1995 (gekündigt 2010)", ["signed 1995", "terminated 2010"]),
        ("1995 (Freundschaft seit 1986)", ["signed 1995", "preliminary_protocol 1986"]),
    ],
)
def test_date_beside_an_end_is_that_of_the_signing(cell, acts, rows_of):
    row, _other = rows_of([HEADER, ["Köln", "Almanya", cell], ["Lyon", "Fransa", "1980"]])

    assert [f"{act.kind.value} {act.date}" for act in row.acts] == acts
    assert ("end_date_not_given" in codes(row)) == ("XXXX" in acts[-1])


@pytest.mark.parametrize("mark", ["Kardeş Şehir (iptal)", "İptal"])
def test_end_in_the_cell_for_the_kind_of_tie_is_read(mark, rows_of):
    cells = [
        ["Kardeş Şehir", "Tarih", "Tür"],
        ["Köln", "1997", mark],
        ["Lyon", "1980", "Kardeş Şehir"],
    ]

    row, _other = rows_of(cells)

    assert ActKind.TERMINATED in {act.kind for act in row.acts}


@pytest.mark.parametrize(
    ("line", "name", "instrument"),
    [
        ("Suwon – İyi Niyet Mektubu, 2013", "Suwon-si", "goodwill_letter"),
        ("Ханчжоу, КНР — протокол о намерениях, 2006", "Hangzhou", "preliminary_protocol"),
        ("Straßburg (Freundschaftsvertrag 1990)", "Strasbourg", "cooperation_protocol"),
        ("Udine (Italia), 1997, gemellaggio", "Udine", "sister_city"),
        ("Lefke, protokol 1998", "Léfka", "sister_city"),
        ("Krefeld 1974 (Freundschaft seit 1970)", "Krefeld", "sister_city"),
    ],
)
def test_kind_of_tie_beside_a_name_is_that_of_its_row(line, name, instrument, rows_of):
    rows = rows_of(f"Kardeş Şehirler\nKöln (Almanya) 1997\n{line}\nLyon (Fransa) 1980")

    assert rows[1].party.resolution.place.name_in("en") == name
    assert [row.instrument.value for row in rows] == ["sister_city", instrument, "sister_city"]


@pytest.mark.parametrize(
    ("note", "kinds", "problems"),
    [
        ("askıda", ["signed", "suspended"], ["end_date_not_given"]),
        ("2015 yılında feshedildi", ["signed", "terminated"], []),
        ("sospeso nel 2022", ["signed", "suspended"], []),
        ("Bakanlıkça uygun görülmedi", ["signed"], ["status_not_understood"]),
        ("list intencyjny", ["signed"], ["instrument_differs"]),
        ("kültür ve spor", ["signed"], []),
        ("ehemalige Hansestadt", ["signed"], []),
    ],
)
def test_note_that_tells_of_the_standing_is_not_passed_over(note, kinds, problems, rows_of):
    cells = [
        [*HEADER, "Açıklama"],
        ["Köln", "Almanya", "1997", note],
        ["Lyon", "Fransa", "1980", ""],
    ]

    row, _other = rows_of(cells)

    assert [act.kind.value for act in row.acts] == kinds
    assert codes(row) == problems


def test_cells_under_no_header_tell_of_an_end_too(rows_of):
    cells = [HEADER, ["Köln", "Almanya", "1997", "feshedildi"], ["Lyon", "Fransa", "1980"]]

    row, _other = rows_of(cells)

    assert row.status == "terminated"


def test_question_mark_behind_a_name_is_a_doubt(rows_of):
    row, _other = rows_of([HEADER, ["Köln?", "Almanya", "1997"], ["Lyon", "Fransa", "1980"]])

    assert codes(row) == ["place_doubtful"]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Bernkastel-Wittlich", "Almanya"),
        ("Landkreis Trier-Saarburg", "Almanya"),
        ("Frankfurt-Höchst", "Almanya"),
        ("Forlì-Cesena", "İtalya"),
        ("Győr-Moson-Sopron megye", "Macaristan"),
        ("Emilia-Romagna", "İtalya"),
        ("Bielsko-Biała", "Polonya"),
    ],
)
def test_hyphen_of_a_county_or_a_quarter_parts_no_cities(name, country, rows_of):
    assert len(rows_of([["Kardeş Şehir", "Ülke"], [name, country]])) == 1


def test_two_turkish_names_at_a_hyphen_are_two_cities_even_if_near(rows_of):
    rows = rows_of([["Kardeş Şehir", "Ülke"], ["Girne-Lefkoşa", "KKTC"]])

    assert [(row.party.resolution.place.name_in("tr"), row.auto) for row in rows] == [
        ("Girne", True),
        ("Lefkoşa", True),
    ]
