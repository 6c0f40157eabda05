import datetime as dt
import io

import docx
import pytest
from odfdo import Document, Paragraph, Table

from elci.importers.readers import SourceKind, read_source
from tests.importers.readers.reading import cells_of, notes_of
from tests.importers.readers.samples import ROWS, docx_file, ods


def saved(document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def table_with(document, rows: int, columns: int):
    table = document.add_table(rows, columns)
    for row in range(rows):
        for column in range(columns):
            table.cell(row, column).text = f"{row}{column}"
    return table


def test_table_of_a_word_document_is_named_by_what_stands_above():
    source = read_source(docx_file(), name="list.docx")

    assert (source.kind, source.tables[0].name) == (SourceKind.DOCX, "Kardeş Şehirler")
    assert cells_of(source) == [list(ROWS)]


def test_merged_cells_of_a_word_document_are_repeated():
    document = docx.Document()
    table = table_with(document, 4, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Asya"
    table.cell(1, 1).merge(table.cell(2, 1)).text = "Japonya"
    table.cell(3, 0).merge(table.cell(3, 1)).text = "x"

    assert cells_of(read_source(saved(document), name="list.docx")) == [
        [("Asya",), ("10", "Japonya", "12"), ("20", "Japonya", "22"), ("x", "x", "32")]
    ]


def test_table_in_a_cell_is_a_table_of_its_own():
    document = docx.Document()
    outer = table_with(document, 1, 2)
    inner = outer.cell(0, 1).add_table(1, 1)
    inner.cell(0, 0).text = "iç"

    assert cells_of(read_source(saved(document), name="list.docx")) == [[("00", "01")], [("iç",)]]


def test_hidden_and_broken_text_of_a_word_document():
    document = docx.Document()
    paragraph = document.add_table(1, 1).cell(0, 0).paragraphs[0]
    paragraph.add_run("Köln").add_break()
    paragraph.add_run("gizli").font.hidden = True
    paragraph.add_run("Bonn\tx")

    assert cells_of(read_source(saved(document), name="list.docx")) == [[("Köln\nBonn x",)]]


def test_word_document_without_tables_is_read_as_lines():
    document = docx.Document()
    document.add_paragraph("Köln")
    document.add_paragraph("")
    document.add_paragraph("Bonn")

    source = read_source(saved(document), name="list.docx")

    assert (cells_of(source), notes_of(source)) == ([[("Köln",), ("Bonn",)]], ["no_table_found"])


def test_sheet_of_an_open_document_is_read():
    rows = [["Şehir", "Tarih"], ["Köln", dt.date(1997, 3, 15)], [1997, 0.5]]

    source = read_source(ods(rows), name="list.ods")

    assert (source.kind, source.tables[0].name) == (SourceKind.ODS, "Liste")
    assert cells_of(source) == [[("Şehir", "Tarih"), ("Köln", "1997-03-15"), ("1997", "0.5")]]


def test_merged_cells_of_an_open_document_are_repeated():
    document = Document("spreadsheet")
    document.body.clear()
    table = Table("Liste")
    table.set_values([["Asya", ""], ["Japonya", "a"], ["", "b"]])
    table.set_span("A1:B1")
    table.set_span("A2:A3")
    document.body.append(table)

    assert cells_of(read_source(saved(document), name="list.ods")) == [
        [("Asya",), ("Japonya", "a"), ("Japonya", "b")]
    ]


def test_table_of_an_open_text_is_named_by_what_stands_above():
    document = Document("text")
    document.body.clear()
    document.body.append(Paragraph("Kardeş Şehirler"))
    table = Table("Tablo1")
    table.set_values([["Köln", "1997"]])
    document.body.append(table)

    source = read_source(saved(document), name="list.odt")

    assert (source.kind, source.tables[0].name) == (SourceKind.ODT, "Kardeş Şehirler")
    assert cells_of(source) == [[("Köln", "1997")]]


@pytest.mark.parametrize("name", ["list.doc", "list.xlsx", "list"])
def test_document_is_known_by_its_content(name):
    assert read_source(docx_file(), name=name).kind == SourceKind.DOCX
