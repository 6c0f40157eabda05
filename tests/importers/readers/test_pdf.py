from itertools import product

import pytest

from elci.importers.limits import Limits
from elci.importers.readers import SourceKind, read_source
from elci.importers.readers.page_breaks import goes_on_in
from tests.importers.readers.reading import answer_of, cells_of, notes_of
from tools.nasty_files.tiny_pdf import TinyPage, pdf_of

HEADER = ("No", "Şehir", "Ülke", "Tarih", "İmza Yeri")
ROWS = (
    HEADER,
    ("1", "Rio de Janeiro", "Brezilya", "İlk imza:\n1965\n(Yenilenerek\n18.06.2012)", "Rio"),
    ("2", "Şimonoseki", "Japonya", "16.05.1972", ""),
    ("3", "Köstence", "Romanya", "22.05.2001", "İstanbul"),
    ("10", "Rabat", "Fas", "23.04.1991\n(Ön Protokol) /\n20.09.1991", "Rabat-\nİstanbul"),
    ("11", "Köln", "Almanya", "15.03.1997", "İstanbul-Köln"),
    ("12", "Üsküp", "Kuzey\nMakedonya", "09.05.2003", "Üsküp"),
)
EDGES = (40, 80, 200, 300, 400, 540)
LINE = 12


def draw(
    page: TinyPage, rows, *, edges=EDGES, title="", top=60, ruled=False, centred=False, gap=6
) -> TinyPage:
    """Put a table on a page, its cells of several lines at the top or the middle of their rows."""
    if title:
        page.write(220, top - 24, title)
    for row in rows:
        tallest = max(cell.count("\n") + 1 for cell in row)
        height = tallest * LINE + gap
        for column, cell in enumerate(row):
            lines = cell.split("\n")
            down = (tallest - len(lines)) * LINE / 2 if centred else 0
            for at, line in enumerate(lines):
                if line:
                    page.write(edges[column] + 4, top + gap / 2 + down + at * LINE, line)
            if ruled:
                page.frame(edges[column], top, edges[column + 1], top + height)
        top += height
    return page


def without_blanks(rows):
    return [row if row[-1] else row[:-1] for row in rows]


def unnumbered(rows):
    return [row[1:] for row in rows]


@pytest.mark.parametrize(
    ("ruled", "centred", "gap"), [*product([True], [True, False], [6]),
                                  *product([False], [True, False], [0, 3, 6, 14])]
)  # fmt: skip
def test_table_is_read_however_it_is_set(ruled, centred, gap):
    page = draw(TinyPage(), ROWS, title="KARDEŞ", ruled=ruled, centred=centred, gap=gap)

    source = read_source(pdf_of([page]), name="list.pdf")

    assert source.kind == SourceKind.PDF
    assert cells_of(source) == [without_blanks(ROWS)]
    assert source.tables[0].name == "KARDEŞ"
    assert notes_of(source) == ([] if ruled else ["borderless"])


@pytest.mark.parametrize(("centred", "gap"), [(False, 0), (False, 6), (True, 6)])
def test_table_without_numbers_and_rules_is_read(centred, gap):
    page = draw(TinyPage(), unnumbered(ROWS), edges=EDGES[1:], centred=centred, gap=gap)

    assert cells_of(read_source(pdf_of([page]), name="list.pdf")) == [
        without_blanks(unnumbered(ROWS))
    ]


@pytest.mark.parametrize("ruled", [True, False])
def test_table_goes_on_over_pages_with_its_header_once(ruled):
    more = (HEADER, *((str(at), f"Kent {at}", "Çin", "2003", "Kent") for at in range(13, 20)))
    pages = [draw(TinyPage(), rows, ruled=ruled) for rows in (ROWS, more)]
    for number, page in enumerate(pages, 1):
        page.write(280, 800, f"Sayfa {number} / 2")

    source = read_source(pdf_of(pages), name="list.pdf")

    assert cells_of(source) == [without_blanks([*ROWS, *more[1:]])]
    assert [row.page for row in source.tables[0].rows] == [1] * 7 + [2] * 7
    assert [row.number for row in source.tables[0].rows] == [*range(1, 15)]
    assert "headers_repeated" in notes_of(source)


@pytest.mark.parametrize("ruled", [True, False])
def test_table_under_a_new_title_is_another(ruled):
    pages = [draw(TinyPage(), ROWS, title=title, ruled=ruled) for title in ("Kardeş", "Protokol")]

    source = read_source(pdf_of(pages), name="list.pdf")

    assert cells_of(source) == [without_blanks(ROWS)] * 2
    assert [table.name for table in source.tables] == ["Kardeş", "Protokol"]


def test_merged_cells_of_a_ruled_table_are_repeated():
    page = TinyPage()
    page.frame(50, 50, 350, 70)
    page.write(150, 55, "Asya")
    page.frame(50, 70, 150, 110)
    page.write(60, 85, "Japonya")
    for at, (city, year) in enumerate([("Kobe", "1972"), ("Osaka", "1980")]):
        page.frame(150, 70 + at * 20, 250, 90 + at * 20)
        page.frame(250, 70 + at * 20, 350, 90 + at * 20)
        page.write(160, 75 + at * 20, city)
        page.write(260, 75 + at * 20, year)

    assert cells_of(read_source(pdf_of([page]), name="list.pdf")) == [
        [("Asya",), ("Japonya", "Kobe", "1972"), ("Japonya", "Osaka", "1980")]
    ]


def test_text_without_columns_is_read_as_lines_with_their_pages():
    pages = [TinyPage(), TinyPage()]
    pages[0].write(50, 50, "Kardeş şehirlerimiz")
    pages[0].write(50, 70, "Krefeld, Almanya (1974)")
    pages[1].write(50, 50, "Lyon, Fransa (1980)")

    source = read_source(pdf_of(pages), name="list.pdf")

    assert [(row.page, row.cells) for row in source.tables[0].rows] == [
        (1, ("Kardeş şehirlerimiz",)), (1, ("Krefeld, Almanya (1974)",)),
        (2, ("Lyon, Fransa (1980)",)),
    ]  # fmt: skip
    assert notes_of(source) == ["no_table_found"]


def test_pages_without_text_are_named():
    source = read_source(pdf_of([draw(TinyPage(), ROWS), TinyPage()]), name="list.pdf")

    assert {"pages": "2"} in [note.params for note in source.notes]


@pytest.mark.parametrize(("pages", "answer"), [(3, "read"), (4, "too_many_pages")])
def test_pages_are_read_up_to_the_limit(pages, answer):
    content = pdf_of([draw(TinyPage(), ROWS)] * pages)

    assert answer_of(content, "list.pdf", Limits(pages=3)) == answer


def test_few_long_cells_do_not_hide_where_columns_part():
    rows = [(str(at), "Kent", "Çin", "16.05.1972", "Kent") for at in range(1, 41)]
    rows[20] = ("21", "Frankfurt am Main Bld.", "Çin Halk Cumhuriyeti", "16.05.1972", "Kent")

    source = read_source(pdf_of([draw(TinyPage(), rows)]), name="list.pdf")

    assert cells_of(source) == [rows]


CUT = (
    ("4", "Gyeongsang", "Güney Kore", "12.05.", "Seul"),
    (("", "buk-do", "", "2005", ""), ("5", "Kazan", "Rusya", "2003", "Kazan")),
    ("4", "Gyeongsang\nbuk-do", "Güney Kore", "12.05.\n2005", "Seul"),
)


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("repeats", [True, False])
def test_row_cut_by_the_end_of_a_page_is_put_together(ruled, repeats):
    above, below, whole = CUT
    pages = [
        draw(TinyPage(), (*ROWS, above), ruled=ruled),
        draw(TinyPage(), (HEADER, *below) if repeats else below, ruled=ruled),
    ]

    source = read_source(pdf_of(pages), name="list.pdf")

    assert cells_of(source) == [without_blanks([*ROWS, whole, below[1]])]
    assert [row.page for row in source.tables[0].rows] == [1] * 8 + [2]
    assert "rows_rejoined" in notes_of(source)


def test_last_row_alone_on_its_page_belongs_to_the_table():
    pages = [
        draw(TinyPage(), rows, ruled=True)
        for rows in (ROWS, (("13", "Oş", "Kırgızistan", "2004", "Oş"),))
    ]

    source = read_source(pdf_of(pages), name="list.pdf")

    assert cells_of(source)[0][-1] == ("13", "Oş", "Kırgızistan", "2004", "Oş")


def test_frame_around_one_row_is_no_table():
    page = draw(
        draw(TinyPage(), ROWS, ruled=True), [("a", "b", "c", "d", "e")], top=500, ruled=True
    )

    assert cells_of(read_source(pdf_of([page]), name="list.pdf")) == [without_blanks(ROWS)]


@pytest.mark.parametrize(
    ("last", "first", "goes_on"),
    [
        (("Kore", "Gyeongsang-", "2005"), ("", "buk-do", ""), True),
        (("Kore", "Seul", "12.05."), ("", "", "2005"), True),
        (("Kore", "Gyeongsang", "2005"), ("", "buk-do", ""), True),
        (("Kore", "Seul", "2005"), ("", "Busan", "2006"), False),
        (("Kore", "Seul", "2005"), ("", "Toplam", "3"), False),
        (("Kore", "Seul", "2005"), ("Çin", "şehir", "2006"), False),
    ],
)
def test_row_without_a_number_goes_on_only_in_mid_word(last, first, goes_on):
    assert goes_on_in([("Ülke", "Şehir", "Yıl"), last], first) is goes_on
