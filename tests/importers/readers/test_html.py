import pytest

from elci.importers.readers import SourceKind, read_source
from tests.importers.readers.reading import cells_of, notes_of, read_cells


def page(body: str) -> bytes:
    return f"<!doctype html><html><head><meta charset=utf-8></head><body>{body}".encode()


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("<tr><th>Şehir<th>Yıl<tr><td>Köln<td>1997", [("Şehir", "Yıl"), ("Köln", "1997")]),
        ("<tr><td rowspan=2>A<td>Köln<tr><td>Bonn", [("A", "Köln"), ("A", "Bonn")]),
        ("<tr><td>a<td>b<tr><td colspan=2>Asya", [("a", "b"), ("Asya",)]),
        ("<tr><td>a<td>b<td>c<tr><td colspan=2>x<td>y", [("a", "b", "c"), ("x", "x", "y")]),
        ("<tr><td rowspan=0>A<td>1<tr><td>2<tr><td>3", [("A", "1"), ("A", "2"), ("A", "3")]),
        ("<tr><td rowspan=3>A<td>1<tr><td>2", [("A", "1"), ("A", "2")]),
        ("<tr><td rowspan=x colspan=''>A<td>1", [("A", "1")]),
        ("<tr><td>a<td rowspan=2>R<td>c<tr><td>d<td>e", [("a", "R", "c"), ("d", "R", "e")]),
        ("<tr><td>a<td>b<td rowspan=2>R<tr><td>d", [("a", "b", "R"), ("d", "", "R")]),
        ("<tfoot><tr><td>z</tfoot><thead><tr><td>a</thead><tr><td>k", [("a",), ("k",), ("z",)]),
        ("<tr><td>23.04.1991<br>(Ön Protokol)", [("23.04.1991\n(Ön Protokol)",)]),
        ("<tr><td><p>Köln</p><p>Bonn</p>", [("Köln\nBonn",)]),
        ("<tr><td>  Köln \n am   Rhein ", [("Köln am Rhein",)]),
        ("<tr><td>A&amp;B&nbsp;&#304;&#x131;", [("A&B İı",)]),
        ("<tr><td>Köln<script>x</script><span style='display: none'>y</span>", [("Köln",)]),
        ("<tr><td>Köln<span hidden>y</span><!-- z -->", [("Köln",)]),
        ("<tr><td>Köln<tr style='visibility:hidden'><td>x", [("Köln",)]),
    ],
)  # fmt: skip
def test_table_is_read_as_a_browser_shows_it(table, rows):
    assert read_cells(page(f"<table>{table}</table>"), "list.html") == [rows]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("<h2>Kardeş <i>Şehirler</i></h2><p>x</p><table><tr><td>a</table>", "Kardeş Şehirler"),
        ("<h2>x</h2><table><caption>Liste</caption><tr><td>a</table>", "Liste"),
        ("<table><tr><td>a</table><h2>sonra</h2>", ""),
    ],
)
def test_table_is_named_by_caption_or_heading(body, name):
    (table,) = read_source(page(body), name="list.html").tables

    assert table.name == name


def test_nested_tables_are_tables_of_their_own():
    body = "<table><tr><td>dış<table><tr><td>iç</table></table>"

    assert read_cells(page(body), "list.html") == [[("dış",)], [("iç",)]]


def test_page_without_tables_is_read_as_lines():
    source = read_source(page("<ul><li>Köln<li>Bonn</ul>"), name="list.html")

    assert cells_of(source) == [[("Köln",), ("Bonn",)]]
    assert notes_of(source) == ["no_table_found"]


@pytest.mark.parametrize("claimed", ["iso-8859-9", "windows-1254", "iso-8859-1"])
def test_page_in_turkish_coding_is_read(claimed):
    content = f"<meta charset={claimed}><table><tr><td>Şırnak, İğdır</table>".encode("cp1254")

    assert read_cells(content, "list.html") == [[("Şırnak, İğdır",)]]


def test_page_named_as_a_spreadsheet_is_read_as_a_page():
    source = read_source(page("<table><tr><td>Köln</table>"), name="list.xls")

    assert (source.kind, notes_of(source)) == (SourceKind.HTML, ["wrong_ending"])


def test_page_of_mediawiki_gives_tables_without_notes_and_lists_with_flags():
    body = (
        '<div class="mw-parser-output"><h2>Kardeş şehirler<span class="mw-editsection">[değiştir]'
        '</span></h2><table class="wikitable"><tr><td><span class="flagicon"><img alt="Almanya">'
        '</span> <a href="/wiki/K">Krefeld</a><sup class="reference">[1]</sup></table>'
        '<ul><li><span class="flagicon"><a title="Fransa"></a></span> Lyon (1980)</li>'
        '<li>Paris</li></ul><div class="navbox"><ul><li>Gezinti</ul></div></div>'
    )

    source = read_source(page(body), name="page.html")

    assert source.kind == SourceKind.WIKI
    assert cells_of(source) == [[("Krefeld",)], [("Lyon (1980)", "Fransa"), ("Paris",)]]
    assert {table.name for table in source.tables} == {"Kardeş şehirler"}
