import pytest

from elci.domain.extraction.pasted import LONGEST_PASTE, read_pasted
from elci.domain.extraction.streams import is_page_number, lines_of


@pytest.fixture
def read(gazetteer):
    def cells(text):
        return [
            [row.cells for row in table.rows] for table in read_pasted(text, gazetteer=gazetteer)
        ]

    return cells


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Berlin\tAlmanya\nLyon\tFransa", [("Berlin", "Almanya"), ("Lyon", "Fransa")]),
        ("Berlin;Almanya\nLyon;Fransa", [("Berlin", "Almanya"), ("Lyon", "Fransa")]),
        (
            "| Berlin | Almanya |\n|---|:--|\n| Lyon | Fransa |",
            [("Berlin", "Almanya"), ("Lyon", "Fransa")],
        ),
        (
            '1,"Berlin, Doğu",1990\n2,Lyon,1991',
            [("1", "Berlin, Doğu", "1990"), ("2", "Lyon", "1991")],
        ),
        (
            'Berlin\t"17.11.1989\n(Ön Protokol)"\nLyon\t1991',
            [("Berlin", "17.11.1989\n(Ön Protokol)"), ("Lyon", "1991")],
        ),
        ('Berlin\t5" kalın\nLyon\t1991', [("Berlin", '5" kalın'), ("Lyon", "1991")]),
    ],
)
def test_separated_text_is_divided_at_its_separator(text, cells, read):
    assert read(text) == [cells]


def test_quotes_around_more_than_a_cell_may_hold_are_no_quotes(read):
    half = "x" * 90_000

    ((first, _rest, last),) = read(f'Berlin;"{half}\n;{half}"\nLyon;1991')

    assert (first[0], last) == ("Berlin", ("Lyon", "1991"))


def test_one_comma_in_each_line_is_no_table(read):
    assert read("Krefeld, Almanya\nLyon, Fransa") == [[("Krefeld, Almanya",), ("Lyon, Fransa",)]]


def test_columns_below_each_other_are_parted_at_their_gaps(read):
    text = (
        "Kardeş şehirler\n"
        "Şehir           Ülke       Tarih\n"
        "Berlin          Almanya    1989\n"
        "Rio de Janeiro  Brezilya   1965\n"
        "                           (yenilendi 2012)\n"
        "                Fransa     1999\n"
    )

    assert read(text) == [
        [
            ("Şehir", "Ülke", "Tarih"),
            ("Berlin", "Almanya", "1989"),
            ("Rio de Janeiro", "Brezilya", "1965\n(yenilendi 2012)"),
            ("", "Fransa", "1999"),
        ]
    ]


def test_wide_spaces_without_a_common_gap_make_no_columns(read):
    text = "aaaa  bbbbbb\naaaaaaaa  bb\naa  bbbbbbbb\n"

    assert read(text) == [[("aaaa  bbbbbb",), ("aaaaaaaa  bb",), ("aa  bbbbbbbb",)]]


def test_numbers_may_be_missing_and_days_are_no_numbers(read):
    text = "1 Berlin Almanya\n3 Kasım 1989\n2 Lyon Fransa 1991\n4 Bonn Almanya 1992\n"

    assert read(text) == [
        [
            ("1", "Berlin", "Almanya", "3 Kasım 1989"),
            ("2", "Lyon", "Fransa", "1991"),
            ("4", "Bonn", "Almanya", "1992"),
        ]
    ]


def test_number_that_comes_later_is_waited_for(read):
    text = "1 Berlin Almanya 1989\n3 parça\n2 Lyon Fransa 1991\n3 Bonn Almanya 1992\n"

    assert [row[0] for row in read(text)[0]] == ["1", "2", "3"]


def test_row_numbers_may_look_like_years(read):
    text = "No Şehir Ülke Tarih\n" + "".join(
        f"{number} Berlin Almanya 1990\n" for number in range(1, 1203)
    )

    assert len(read(text)[0]) == 1203


def test_single_number_makes_no_numbered_table(read):
    assert read("1 Berlin\nKöln\n") == [[("1 Berlin",), ("Köln",)]]


def test_mark_alone_on_its_line_begins_no_row(read):
    text = "No Şehir Ülke Tarih Durum\n1 Berlin Almanya 1989\nİptal\n2 Lyon Fransa 1991\n"

    assert read(text)[0][1:] == [
        ("1", "Berlin", "Almanya", "1989", "İptal"),
        ("2", "Lyon", "Fransa", "1991", ""),
    ]


def test_totals_and_repeated_headers_between_rows_stay_apart(read):
    text = (
        "No Şehir Ülke Tarih\n1 Berlin Almanya 1989\nSayfa 1 / 2\nNo Şehir Ülke Tarih\n"
        "2 Lyon Fransa 1991\nToplam 2\n"
    )

    assert read(text)[0][1:] == [
        ("1", "Berlin", "Almanya", "1989"),
        ("No Şehir Ülke Tarih",),
        ("2", "Lyon", "Fransa", "1991"),
        ("Toplam 2",),
    ]


def test_form_feeds_part_pages(gazetteer):
    text = "No Şehir Ülke\n1 Berlin Almanya\n\f2 Lyon Fransa\n"

    (table,) = read_pasted(text, gazetteer=gazetteer)

    assert [row.page for row in table.rows] == [1, 1, 2]


def test_row_broken_by_a_page_is_mended_only_where_that_makes_it_whole(read):
    head = "No Kısaltma Kuruluşun Adı Üyelik Tarihi Üyelik Durumu\n"

    mended = read(
        head + "1 UCLG Birleşmiş Kentler\n11 Eylül Üye\nTeşkilatı 1987\n2 ECAD Kentler 1990 Üye\n"
    )
    torn = read(
        head + "1 UCLG Birleşmiş Kentler\n11 Eylül Üye\nTeşkilatı\n2 ECAD Kentler 1990 Üye\n"
    )

    assert mended[0][1] == ("1", "UCLG", "Birleşmiş Kentler\nTeşkilatı", "11 Eylül\n1987", "Üye")
    assert "11 Eylül" in torn[0][1]


def test_row_of_very_many_words_stays_whole(read):
    words = " ".join(["kelime"] * 300)

    ((_header, first, _second),) = read(f"No Şehir Ülke\n1 Berlin Almanya {words}\n2 Lyon Fransa\n")

    assert " ".join(first).split() == ["1", "Berlin", "Almanya", *words.split()]


def test_words_that_fit_no_column_stay_together(read):
    words = " ".join(["kelime"] * 12)

    ((_header, first, second),) = read(f"No Ülke\n1 Almanya {words}\n2 Fransa\n")

    assert first == ("", f"1 Almanya {words}")
    assert second == ("2", "Fransa")


def test_status_is_no_long_story(read):
    words = " ".join(["kelime"] * 14)

    ((_header, first, second),) = read(f"No Şehir Durum\n1 Berlin {words}\n2 Lyon aktif\n")

    assert first[1].startswith("Berlin kelime")
    assert second == ("2", "Lyon", "aktif")


def test_long_lines_are_rows_of_their_own(read):
    words = " ".join(["kelime"] * 30)

    ((_header, *rows),) = read(f"Şehir Ülke Not\nBerlin Almanya {words}\nLyon Fransa {words}\n")

    assert rows == [("Berlin", "Almanya", words), ("Lyon", "Fransa", words)]


def test_cells_alone_on_their_lines_are_found_without_headers(read):
    text = "Berlin\nAlmanya\n1989\nLyon\nFransa\n1991\nBonn\nAlmanya\n1992\n"

    assert read(text) == [
        [
            ("Berlin", "Almanya", "1989"),
            ("Lyon", "Fransa", "1991"),
            ("Bonn", "Almanya", "1992"),
        ]
    ]


def test_long_text_without_numbers_is_read_line_by_line(read):
    text = "Şehir Ülke\n" + "Berlin Almanya\n" * 900

    assert len(read(text)[0]) == 901


def test_headings_part_tables_only_above_headers(read):
    text = (
        "KARDEŞ ŞEHİRLER\nNo Şehir Ülke\n1 Berlin Almanya\n2 Lyon Fransa\n"
        "MUTABAKAT ZABITLARI\nNo Şehir Ülke\n1 Bonn Almanya\n2 Nantes Fransa\n"
    )

    assert [len(table) for table in read(text)] == [3, 3]


def test_name_of_the_table_is_its_heading(gazetteer):
    text = "KARDEŞ ŞEHİRLER\nNo Şehir Ülke\n1 Berlin Almanya\n2 Lyon Fransa\n"

    assert [table.name for table in read_pasted(text, gazetteer=gazetteer)] == ["KARDEŞ ŞEHİRLER"]


@pytest.mark.parametrize("text", ["", "\n\n", "\f", "Sayfa 1\n"])
def test_text_without_cells_gives_no_table(text, read):
    assert read(text) == []


def test_headers_alone_give_a_table_without_rows(read):
    assert read("Şehir Ülke Tarih") == [[("Şehir Ülke Tarih",)]]


def test_end_of_a_very_long_text_is_left_out_and_said(gazetteer):
    whole = "Lyon\tFransa\n" * 10
    long = "\n" * LONGEST_PASTE + whole

    assert [table.is_complete for table in read_pasted(whole, gazetteer=gazetteer)] == [True]
    assert read_pasted(long, gazetteer=gazetteer) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Sayfa 3", True), ("Page 1 of 2", True), ("- 4 -", True), ("4", False), ("Berlin", False)],
)
def test_page_numbers_are_known(text, expected):
    assert is_page_number(text) is expected


def test_lines_remember_blanks_and_pages():
    lines = lines_of("a\n\nb\r\n\fc")

    assert [(line.number, line.text, line.page, line.after_blank) for line in lines] == [
        (1, "a", 1, False),
        (3, "b", 1, True),
        (4, "c", 2, False),
    ]
