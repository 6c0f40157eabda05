"""A small list in every format, written by the libraries that write such files elsewhere."""

import io
import json
from collections.abc import Sequence

import docx
import xlsxwriter
from odfdo import Document, Table

from tools.nasty_files.tiny_pdf import TinyPage, pdf_of
from tools.nasty_files.tiny_xls import xls_of

HEADER = ("No", "Şehir", "Ülke", "Yıl")
ROWS = (HEADER, ("1", "Köln", "Almanya", "1997"), ("2", "Üsküp", "Makedonya", "2003"))


def xlsx(rows: Sequence[Sequence[object]] = ROWS) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Liste")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return target.getvalue()


def ods(rows: Sequence[Sequence[object]] = ROWS) -> bytes:
    document = Document("spreadsheet")
    document.body.clear()
    table = Table("Liste")
    table.set_values([list(row) for row in rows])
    document.body.append(table)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def docx_file(rows: Sequence[Sequence[str]] = ROWS, *, heading: str = "Kardeş Şehirler") -> bytes:
    document = docx.Document()
    document.add_heading(heading)
    table = document.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def html(rows: Sequence[Sequence[str]] = ROWS) -> bytes:
    lines = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in rows)
    return f"<meta charset=utf-8><h2>Kardeş Şehirler</h2><table>{lines}</table>".encode()


def wiki(rows: Sequence[Sequence[str]] = ROWS) -> bytes:
    lines = "\n|-\n".join("| " + " || ".join(row) for row in rows)
    return f"== Kardeş Şehirler ==\n{{|\n{lines}\n|}}\n".encode()


def wikidata() -> bytes:
    names = ["item", "itemLabel"]
    row = {
        "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q365"},
        "itemLabel": {"type": "literal", "value": "Köln"},
    }
    return json.dumps({"head": {"vars": names}, "results": {"bindings": [row]}}).encode()


def pdf(rows: Sequence[Sequence[str]] = ROWS, *, ruled: bool = True) -> bytes:
    page = TinyPage()
    page.write(200, 40, "Kardeş Şehirler")
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            page.write(54 + column * 120, 76 + at * 20, text)
            if ruled:
                left, top = 50 + column * 120, 70 + at * 20
                page.frame(left, top, left + 120, top + 20)
    return pdf_of([page])


SAMPLES = {
    "list.xlsx": xlsx(), "list.ods": ods(), "list.docx": docx_file(), "list.html": html(),
    "list.wiki": wiki(), "list.json": wikidata(), "list.pdf": pdf(), "bare.pdf": pdf(ruled=False),
    "list.xls": xls_of([[*row] for row in ROWS]),
    "list.csv": "\n".join(";".join(row) for row in ROWS).encode("cp1254"),
}  # fmt: skip
