import pytest

from elci.importers.readers import SourceKind, read_source
from tests.importers.readers.reading import cells_of, notes_of, read_cells


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("[[Krefeld]]", "Krefeld"),
        ("[[Krefeld|Krefeld şehri]]", "Krefeld şehri"),
        ("{{flagicon|DE}} [[Krefeld]]", "Krefeld"),
        ("{{flag|Germany}}", "Germany"),
        ("{{bayrak|Almanya}}", "Almanya"),
        ("{{DEU}} [[Krefeld]]", "Krefeld"),
        ("{{GER}}", "DE"),
        ("{{flagicon|SUI}}", "CH"),
        ("{{flag|ENG}}", "GB"),
        ("{{Allemagne}}", "Allemagne"),
        ("{{Date-|15 octobre 1960}}", "15 octobre 1960"),
        ("'''Krefeld''' ''(şehir)''", "Krefeld (şehir)"),
        ("Krefeld<ref>Kaynak</ref><ref name=x />", "Krefeld"),
        ("Krefeld{{efn|not}}{{citation needed}}", "Krefeld"),
        ("{{nowrap|Rio de Janeiro}}", "Rio de Janeiro"),
        ("{{dts|1997|3|15}}", "1997-03-15"),
        ("{{lang|de|Köln}}", "Köln"),
        ("{{sortname|Rio|Branco}}", "Rio Branco"),
        ("Köln<br />Bonn", "Köln\nBonn"),
        ("A&amp;B&nbsp;C", "A&B C"),
        ("[https://example.org Köln]", "Köln"),
        ("[[File:x.png|20px]] Köln", "Köln"),
        ("<!-- gizli -->Köln", "Köln"),
        ("{{nowrap|{{flagicon|DE}} [[Krefeld]]}}", "Krefeld"),
    ],
)
def test_cell_is_read_as_the_wiki_shows_it(cell, text):
    content = f"{{|\n|-\n| {cell}\n|}}".encode()

    assert read_cells(content, "list.wiki") == [[(text,)]]


def test_table_is_read_with_its_caption_and_spans():
    content = """
== Kardeş şehirler ==
{| class="wikitable"
|+ Liste
! Şehir !! Ülke !! Yıl
|-
| Krefeld || rowspan="2" | Almanya || 1974
|-
| Köln
| 1997
|-
| colspan=3 | Asya
|}
""".encode()

    (table,) = read_source(content, name="list.txt").tables

    assert table.name == "Liste"
    assert [row.cells for row in table.rows] == [
        ("Şehir", "Ülke", "Yıl"), ("Krefeld", "Almanya", "1974"), ("Köln", "Almanya", "1997"),
        ("Asya",),
    ]  # fmt: skip


def test_items_of_a_list_carry_the_country_of_their_flag():
    content = b"""
==Sister cities==
* {{flagicon|DE}} [[Krefeld]], Germany (1974)<ref>x</ref>
* {{TUR}} [[Kayseri]]
* [[Paris]]

Text after.
== Others ==
{{columns-list|colwidth=20em|
* {{flagicon|FR}} [[Lyon]]
}}
"""

    source = read_source(content, name="list.txt")

    assert source.kind == SourceKind.WIKI
    assert cells_of(source) == [
        [("Krefeld, Germany (1974)", "DE"), ("Kayseri", "TUR"), ("Paris",)],
        [("Lyon", "FR")],
    ]
    assert [table.name for table in source.tables] == ["Sister cities", "Others"]


def test_flags_with_codes_of_sports_name_the_country_by_its_iso_code():
    content = (
        "==Kardeş şehirler==\n* {{GER}} [[Krefeld]]\n* {{bayrak|Almanya}} [[Köln]]\n"
        "* {{flagicon|CRO}} [[Split]]\n* {{Ukraine}} [[Lwiw]]"
    )

    source = read_source(content.encode(), name="list.txt")

    assert cells_of(source) == [
        [
            ("Krefeld", "DE"),
            ("Almanya Köln", "Almanya"),
            ("Split", "HR"),
            ("Ukraine Lwiw", "Ukraine"),
        ]
    ]


def test_templates_that_are_not_known_are_named():
    source = read_source(b"{|\n|-\n| {{Mystery|a}} K\xc3\xb6ln\n|}", name="list.wiki")

    assert cells_of(source) == [[("Köln",)]]
    assert [note.params for note in source.notes] == [{"names": "Mystery"}]


@pytest.mark.parametrize("text", ["* Köln\n* Bonn", "Köln [1997]", "a | b\nc | d", "{ x }\n[[a]]"])
def test_other_text_is_not_taken_for_wiki_markup(text):
    assert read_source(text.encode(), name="list.txt").kind != SourceKind.WIKI


def test_results_of_wikidata_are_rows_under_their_variables():
    content = (
        b'{"head":{"vars":["item","itemLabel","date"]},"results":{"bindings":['
        b'{"item":{"type":"uri","value":"http://www.wikidata.org/entity/Q365"},'
        b'"date":{"type":"literal","value":"1997-03-15T00:00:00Z"}}]}}'
    )

    source = read_source(content, name="query.json")

    assert source.kind == SourceKind.WIKIDATA_JSON
    assert cells_of(source) == [
        [
            ("item", "itemLabel", "date"),
            ("http://www.wikidata.org/entity/Q365", "", "1997-03-15"),
        ]
    ]
    assert notes_of(source) == []


def test_simple_results_of_wikidata_are_rows_too():
    content = b'[{"a":"x","n":7},{"b":"1989-01-01T00:00:00Z","a":null}]'

    source = read_source(content, name="query.json")

    assert cells_of(source) == [[("a", "n", "b"), ("x", "7"), ("", "", "1989")]]
    assert notes_of(source) == ["new_year_dates"]


def test_literals_of_wikidata_are_read_without_their_signs():
    content = (
        '?twin\t?twinLabel\t?start\n<http://www.wikidata.org/entity/Q2>\t"Köln"@tr\t'
        '"1995-11-02T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>\n'
    )

    source = read_source(content.encode(), name="query.tsv")

    assert source.kind == SourceKind.WIKIDATA_CSV
    assert cells_of(source)[0][1] == ("http://www.wikidata.org/entity/Q2", "Köln", "1995-11-02")
    assert notes_of(source) == []
