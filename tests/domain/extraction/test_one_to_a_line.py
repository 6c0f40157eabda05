"""Lists with one partner to a line, as people write them: no numbers, commas as they come."""

import pytest

from elci.domain.extraction.besides import Beside, parted_at_dates
from elci.domain.extraction.streams import is_page_number

GERMAN = """Partnerstädte der Stadt Köln
Liverpool (Großbritannien) seit 1952
Lille, Frankreich, 1958
Lüttich, Belgien (1958)
Rotterdam, Niederlande, 1958
Turin, Italien, 1958
Neukölln (Berlin), 1967
Klausenburg (Cluj-Napoca), Rumänien, 1976
Barcelona, Spanien, 1984
Kattowitz, Polen, 1991
"""


def told(row):
    place = row.party.resolution.place
    when = [str(act.date) for act in row.acts]
    return (None if place is None else place.name_in("en"), row.party.country_as_read, *when)


def codes(row):
    return [one.code.value for one in row.problems]


def test_list_with_a_varying_number_of_commas_is_read_line_by_line(rows_of):
    heading, *rows = rows_of(GERMAN)

    assert heading.skipped
    assert [told(row) for row in rows] == [
        ("Liverpool", "Großbritannien", "1952"),
        ("Lille", "Frankreich", "1958"),
        ("Liège", "Belgien", "1958"),
        ("Rotterdam", "Niederlande", "1958"),
        ("Turin", "Italien", "1958"),
        ("Neukölln", "", "1967"),
        ("Cluj-Napoca", "Rumänien", "1976"),
        ("Barcelona", "Spanien", "1984"),
        ("Katowice", "Polen", "1991"),
    ]
    assert {row.instrument.value for row in rows} == {"sister_city"}
    assert [row.auto for row in rows] == [True] * len(rows)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Üsküp - Makedonya (2003)", ("Skopje", "Makedonya", "2003")),
        ("Krefeld/Almanya 1974", ("Krefeld", "Almanya", "1974")),
        ("Krefeld (Almanya), 1974'ten beri", ("Krefeld", "Almanya", "1974")),
        ("Gênes (Italie) depuis 1963", ("Genoa", "Italie", "1963")),
        ("Stuttgart (Allemagne), depuis 1954", ("Stuttgart", "Allemagne", "1954")),
        ("Francoforte sul Meno (Germania) dal 1970", ("Frankfurt am Main", "Germania", "1970")),
        ("Birmingham, Regno Unito (1974)", ("Birmingham", "Regno Unito", "1974")),
        ("Nantes (Francia) desde 1990", ("Nantes", "Francia", "1990")),
        ("Турку (Финляндия) с 1953", ("Turku", "Финляндия", "1953")),
        ("Siegen, Germany since 1966", ("Siegen", "Germany", "1966")),
        ("Brno, Czech Republic", ("Brno", "Czech Republic")),
    ],
)
def test_partner_country_and_date_are_read_from_one_line(line, expected, rows_of):
    _first, row, _last = rows_of(f"Twin towns\nLyon (France)\n{line}\nLinz (Austria)")

    assert (told(row), codes(row)) == (expected, [])


def test_date_in_the_cell_of_the_country_is_read(rows_of):
    rows = rows_of(
        [
            ["Kardeş şehirler", "", ""],
            ["Liverpool (İngiltere) 1952", "", ""],
            ["Lille", "Fransa", "1958"],
            ["Liège", "Belçika (1958)", ""],
            ["Torino", "İtalya", "1958"],
            ["Neukölln (Berlin)", "1967", ""],
            ["Rotterdam", "Hollanda", "1958"],
        ]
    )

    assert [told(row) for row in rows] == [
        ("Liverpool", "İngiltere", "1952"),
        ("Lille", "Fransa", "1958"),
        ("Liège", "Belçika", "1958"),
        ("Turin", "İtalya", "1958"),
        ("Neukölln", "", "1967"),
        ("Rotterdam", "Hollanda", "1958"),
    ]


@pytest.mark.parametrize(
    ("cells", "problems"),
    [
        (["Krefeld", "Almanya (1958)", "1958", "", "", ""], []),
        (["Krefeld", "Almanya (1959)", "1958", "", "", ""], ["date_text_left"]),
        (["Krefeld", "Almanya", "", "Krefeld 1958", "", ""], ["date_text_left"]),
        (["Krefeld", "Almanya", "1958", "", "aktif (1958)", ""], []),
        (["Krefeld", "Almanya", "1958", "", "", "1999'da ziyaret"], []),
        (["Krefeld", "Almanya", "", "", "", "1999'da imza"], ["date_text_left"]),
    ],
)
def test_date_out_of_place_is_asked_about(cells, problems, rows_of):
    header = ["Şehir", "Ülke", "Tarih", "İmza Yeri", "Durum", "Not"]

    (row,) = rows_of([header, cells], name="Kardeş Şehirler")

    assert (codes(row), row.auto) == (problems, problems == [])


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("Twin towns of Leeds\nLyon\nLinz", 1),
        ("Liste des villes jumelées\nLyon\nLinz", 1),
        ("Partnerstadt Krefeld\nLyon\nLinz", 0),
        ("Lyon\nTwin towns of Leeds\nLinz", 0),
        ("Singapur (1990)\nLyon\nLinz", 0),
        ("Fransa (3)\nLyon\nLille", 1),
    ],
)
def test_only_what_names_no_partner_is_a_heading(text, headings, rows_of):
    assert sum(row.skipped for row in rows_of(text)) == headings


@pytest.mark.parametrize(
    ("line", "bare", "dates"),
    [
        ("Liverpool (Großbritannien) seit 1952", "Liverpool (Großbritannien)", "seit 1952"),
        ("Siegen, Germany since 1966", "Siegen, Germany", "since 1966"),
        ("Turin, jumelée depuis le 3 mai 1958", "Turin", "jumelée depuis le 3 mai 1958"),
        ("Lüttich, Belgien (1958)", "Lüttich, Belgien", "(1958)"),
        ("L'Ile 1958", "L'Ile", "1958"),
        ("1967", "", "1967"),
        ("1967 Berlin", "Berlin", "1967"),
        ("Berlin", "Berlin", ""),
    ],
)
def test_dates_are_parted_from_the_text_beside_them(line, bare, dates):
    assert parted_at_dates(line) == Beside(bare, dates)


@pytest.mark.parametrize("text", ["05/1990", "– 1990", "- 1990 -"])
def test_date_alone_on_its_line_is_no_page_number(text):
    assert not is_page_number(text)


@pytest.mark.parametrize(
    ("line", "problems"),
    [
        ("Corinto / El Realejo, Nicaragua, 1988", ["several_parties"]),
        ("Filibe / Plovdiv, Bulgaristan, 1988", []),
        ("Xyzzyq / Plovdiv, Bulgaristan, 1988", ["place_doubtful"]),
    ],
)
def test_two_cities_beside_a_stroke_are_asked_about(line, problems, rows_of):
    _first, row, _last = rows_of(f"Twin towns\nLyon (France)\n{line}\nLinz (Austria)")

    assert codes(row) == problems
