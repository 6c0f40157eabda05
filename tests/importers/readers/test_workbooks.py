import datetime as dt
import io

import pytest
import xlsxwriter

from elci.importers.limits import Limits
from elci.importers.readers import SourceKind, read_source
from tests.importers.readers.reading import answer_of, cells_of, notes_of, read_cells
from tests.importers.readers.samples import ROWS, xlsx
from tools.nasty_files.tiny_xls import xls_of

A_DAY = dt.date(1998, 5, 12)


def book_of(fill) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        fill(book)
    return target.getvalue()


def test_sheets_are_tables_by_their_names():
    source = read_source(xlsx(), name="list.xlsx")

    assert (source.kind, source.tables[0].name) == (SourceKind.XLSX, "Liste")
    assert cells_of(source) == [list(ROWS)]


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        (1997, None, "1997"), (0.5, None, "0.5"), (True, None, "TRUE"), ("  Köln ", None, "Köln"),
        (dt.date(1998, 5, 12), "dd.mm.yyyy", "1998-05-12"),
        (dt.datetime.combine(A_DAY, dt.time(10, 30)), "dd.mm.yyyy hh:mm", "1998-05-12"),
        (dt.date(2009, 6, 1), "mmmm yyyy", "2009-06"),
        (dt.date(2009, 6, 1), "mmm-yy", "2009-06"),
        (dt.date(1965, 1, 1), "yyyy", "1965"),
        (dt.date(1965, 1, 1), '"yıl" yyyy', "1965"),
        (dt.date(1965, 1, 1), "d mmmm yyyy", "1965-01-01"),
    ],
)  # fmt: skip
def test_value_is_read_as_precisely_as_it_is_shown(value, style, text):
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write(2, 3, value, None if style is None else book.add_format({"num_format": style}))

    assert read_cells(book_of(fill), "list.xlsx") == [[(text,)]]


def test_row_numbers_are_those_of_the_sheet():
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write(4, 2, "Köln")
        sheet.write(8, 2, "Üsküp")

    (table,) = read_source(book_of(fill), name="list.xlsx").tables

    assert [row.number for row in table.rows] == [5, 9]


def test_merged_cells_are_repeated_and_headings_given_once():
    def fill(book):
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 2, "KARDEŞ ŞEHİRLER")
        sheet.write_row(1, 0, ["Şehir", "Ülke", "Yıl"])
        sheet.write_row(2, 0, ["Köln", "", "1997"])
        sheet.write_row(3, 0, ["Berlin", "", "1989"])
        sheet.merge_range(2, 1, 3, 1, "Almanya")

    assert read_cells(book_of(fill), "list.xlsx") == [
        [
            ("KARDEŞ ŞEHİRLER",), ("Şehir", "Ülke", "Yıl"),
            ("Köln", "Almanya", "1997"), ("Berlin", "Almanya", "1989"),
        ]
    ]  # fmt: skip


def test_hidden_sheets_are_named_and_left_out():
    def fill(book):
        book.add_worksheet("Liste").write(0, 0, "Köln")
        hidden = book.add_worksheet("Taslak")
        hidden.write(0, 0, "Gizli")
        hidden.hide()
        book.add_chartsheet("Çizim")

    source = read_source(book_of(fill), name="list.xlsx")

    assert cells_of(source) == [[("Köln",)]]
    assert [note.params for note in source.notes] == [{"names": "Taslak"}]


def test_formulas_are_read_as_their_stored_values():
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write_formula(0, 0, '="Kö"&"ln"', value="Köln")
        sheet.write_formula(0, 1, "=1996+1", value=1997)

    source = read_source(book_of(fill), name="list.xlsx")

    assert cells_of(source) == [[("Köln", "1997")]]
    assert [(note.code.value, note.params) for note in source.notes] == [("formulas", {"count": 2})]


def test_old_workbook_is_read():
    content = xls_of([["Şehir", "Yıl"], ["Köln", 1997.0], ["İğdır", 0.5]])

    source = read_source(content, name="list.xls")

    assert source.kind == SourceKind.XLS
    assert cells_of(source) == [[("Şehir", "Yıl"), ("Köln", "1997"), ("İğdır", "0.5")]]


def test_wrong_ending_is_remarked_on():
    source = read_source(xlsx(), name="list.csv")

    assert cells_of(source) == [list(ROWS)]
    assert notes_of(source) == ["wrong_ending"]
    assert source.notes[0].en == (
        "The name ends in “.csv”, but the content is XLSX; it was read as that."
    )


@pytest.mark.parametrize(("rows", "answer"), [(20, "read"), (21, "too_many_rows")])
def test_rows_are_read_up_to_the_limit(rows, answer):
    content = xlsx([[f"Köln {at}"] for at in range(rows)])

    assert answer_of(content, "list.xlsx", Limits(rows=20)) == answer


@pytest.mark.parametrize(("columns", "answer"), [(20, "read"), (21, "too_many_columns")])
def test_columns_are_read_up_to_the_limit(columns, answer):
    content = xlsx([[f"Köln {at}" for at in range(columns)]])

    assert answer_of(content, "list.xlsx", Limits(columns=20)) == answer
