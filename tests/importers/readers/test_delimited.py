import pytest

from elci.importers.readers import SourceKind, read_source
from tests.importers.readers.reading import cells_of, notes_of, read_cells

TABLE = [[("Şehir", "Yıl"), ("Köln", "1997"), ("Üsküp", "2003")]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1254"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_table_is_read_in_every_coding_separator_and_line_end(encoding, separator, end):
    text = end.join(separator.join(row) for row in TABLE[0])

    assert read_cells(text.encode(encoding), "list.csv") == TABLE


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("sep=;\na;b,c\n1,5;2", [[("a", "b,c"), ("1,5", "2")]]),
        ('"sep=|"\r\na|b', [[("a", "b")]]),
        ("Şehir;Pay\nKöln;1,5\nBern;2,5", [[("Şehir", "Pay"), ("Köln", "1,5"), ("Bern", "2,5")]]),
        ('a,b\n"x\ny",2\n', [[("a", "b"), ("x\ny", "2")]]),
        ('a,b\n"x ""y"" z",2\n', [[("a", "b"), ('x "y" z', "2")]]),
        ('a;b\n"c;d\ne;f\n', [[("a", "b"), ('"c', "d"), ("e", "f")]]),
        ('a;b\n"c";d\n"e;f\n"g";h\n', [[("a", "b"), ('"c"', "d"), ('"e', "f"), ('"g"', "h")]]),
        ("a;b\n\n\nc;d", [[("a", "b"), ("c", "d")]]),
        ("a;b;;;\nc;;d;;", [[("a", "b"), ("c", "", "d")]]),
        ("Köln\nÜsküp\n", [[("Köln",), ("Üsküp",)]]),
        ("a;b\n=SUM(1);@x\n", [[("a", "b"), ("=SUM(1)", "@x")]]),
    ],
)  # fmt: skip
def test_cells_are_read_as_they_stand(text, cells):
    assert read_cells(text.encode(), "list.csv") == cells


def test_blank_rows_keep_their_numbers():
    (table,) = read_source(b"a;b\n\n;\nc;d", name="list.csv").tables

    assert [row.number for row in table.rows] == [1, 4]


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("list.csv", "a;b\nc;d", SourceKind.CSV),
        ("list.tsv", "a\tb\nc\td", SourceKind.TSV),
        ("list.txt", "a\tb\nc\td", SourceKind.TSV),
        ("list.txt", "a;b\nc;d", SourceKind.CSV),
        ("list.txt", "Krefeld, Germany (1974)\nLyon, France (1980)", SourceKind.TEXT),
        ("list.txt", "No Şehir Ülke\n1 Köln Almanya", SourceKind.TEXT),
        ("list", "Kardeş şehirler", SourceKind.TEXT),
    ],
)
def test_kind_follows_from_the_content(name, text, kind):
    assert read_source(text.encode(), name=name).kind == kind


def test_lines_of_a_text_are_rows_of_one_cell():
    source = read_source("KARDEŞ\n\n 1 Köln \n".encode(), name="list.txt")

    assert cells_of(source) == [[("KARDEŞ",), ("1 Köln",)]]
    assert [row.number for row in source.tables[0].rows] == [1, 3]


@pytest.mark.parametrize(
    ("cell", "clean"),
    [
        ("K\u202eö\u202cln", "Köln"), ("Kö\u200bln", "Köln"), ("Kö\x07ln", "Köln"),
        ("Kö\xadln", "Köln"), ("Köln\xa0am Rhein", "Köln am Rhein"), ("\u200fKöln\u200e", "Köln"),
        ("Ko\u0308ln", "Ko\u0308ln"), ("می\u200cخواهم", "می\u200cخواهم"), ("ġehir", "ġehir"),
    ],
)  # fmt: skip
def test_only_what_is_invisible_is_left_out_of_a_cell(cell, clean):
    source = read_source(f"Şehir;Ülke ve kıta\n{cell};Almanya\n".encode(), name="list.csv")

    assert cells_of(source)[0][1][0] == clean


def test_cut_cells_and_what_deceives_are_remarked_on():
    text = f"Şehir;Not\nK\u202eöln;{'x' * 20_001}\n"

    source = read_source(text.encode(), name="list.csv")

    assert len(source.tables[0].rows[1].cells[1]) == 20_000
    assert notes_of(source) == ["cells_cut", "control_characters"]


def test_results_of_wikidata_keep_days_and_take_new_year_as_its_year():
    text = (
        "item,itemLabel,date\n"
        "http://www.wikidata.org/entity/Q365,Köln,1997-03-15T00:00:00Z\n"
        "http://www.wikidata.org/entity/Q64,Berlin,1989-01-01T00:00:00Z\n"
    )

    source = read_source(text.encode(), name="query.csv")

    assert source.kind == SourceKind.WIKIDATA_CSV
    assert [row[2] for row in cells_of(source)[0]] == ["date", "1997-03-15", "1989"]
    assert notes_of(source) == ["new_year_dates"]
