"""Files that mean harm or come broken, each with what a reader must answer."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tools.nasty_files.tiny_pdf import TinyPage, empty_pdf, pdf_of
from tools.nasty_files.tiny_xls import container, xls_of
from tools.nasty_files.tiny_zips import ods, row_of, workbook, zip_of

READ: Final = "read"
_MEGABYTE: Final = 1024 * 1024
_LAUGHS: Final = "".join(
    f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' if at else '<!ENTITY l0 "ha">' for at in range(10)
)


@dataclass(frozen=True, slots=True)
class NastyFile:
    """A file, and the code of the refusal that it must get, or ``read``."""

    name: str
    content: bytes
    answer: str
    note: str = ""
    """Code of a remark that must be made where the file is read."""


def nasty_files() -> Iterator[NastyFile]:
    """Yield the whole corpus; each is made anew, always of the same bytes."""
    for make in (_empty, _binary, _archives, _workbooks, _documents, _texts, _pages, _pictures):
        yield from make()


def _empty() -> Iterator[NastyFile]:
    yield NastyFile("empty.csv", b"", "empty")
    yield NastyFile("blanks.txt", b" \r\n\t\n" * 100, "empty")
    yield NastyFile("only-a-mark.csv", b"\xef\xbb\xbf", "empty")
    yield NastyFile("no-cells.csv", b";;;\n;;;\n", "nothing_in_it")
    yield NastyFile("no-text.html", b"<html><body><script>x()</script></body>", "nothing_in_it")


def _binary() -> Iterator[NastyFile]:
    noise = random.Random(1)  # noqa: S311 the same noise every time
    yield NastyFile("noise.csv", bytes(noise.randrange(256) for _ in range(5000)), "not_known")
    yield NastyFile("program.xlsx", b"\x7fELF\x02\x01\x01" + bytes(3000), "not_known")
    yield NastyFile("noise.xlsx", b"PK\x03\x04" + noise.randbytes(3000), "damaged")
    yield NastyFile("noise.pdf", b"%PDF-1.7\n" + noise.randbytes(3000), "damaged")
    yield NastyFile("noise.png", b"\x89PNG\r\n\x1a\n" + noise.randbytes(3000), "damaged")
    yield NastyFile("noise.xls", container({"Workbook": noise.randbytes(5000)}), "damaged")
    yield NastyFile("list.csv.gz", zlib.compress(b"x", wbits=31), "archive")
    yield NastyFile("letter.rtf", rb"{\rtf1\ansi K\'f6ln}", "another_format")
    yield NastyFile("letter.doc", container({"WordDocument": b"x"}), "another_format")
    old = b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'
    yield NastyFile("old-sheet.xml", old, "another_format")


def _archives() -> Iterator[NastyFile]:
    yield NastyFile("bomb.xlsx", workbook(b" " * (120 * _MEGABYTE)), "zip_bomb")
    yield NastyFile("swelling.xlsx", workbook(b"<c/>" * (8 * _MEGABYTE)), "zip_bomb")
    yield NastyFile(
        "many-parts.xlsx", zip_of({f"p{at}.xml": b"" for at in range(6000)}), "zip_bomb"
    )
    yield NastyFile("nested.zip", zip_of({"list.xlsx": workbook(b"")}), "archive")
    yield NastyFile("understated.xlsx", _understated(), "damaged")
    yield NastyFile("cut.xlsx", workbook(b"<row/>")[:-40], "damaged")
    yield NastyFile("locked.zip", _flagged(zip_of({"list.csv": b"a;b"})), "password")
    locked = container({"EncryptionInfo": b"x", "EncryptedPackage": b"y" * 5000})
    yield NastyFile("locked.xlsx", locked, "password")
    yield NastyFile("locked.docx", locked, "password")
    yield NastyFile("locked.xls", xls_of([["a"]], locked=True), "password")


def _workbooks() -> Iterator[NastyFile]:
    laughs = f"<!DOCTYPE x [{_LAUGHS}]>".encode()
    yield NastyFile("laughs.xlsx", workbook(row_of("&l9;"), before=laughs), "xml_trap")
    outside = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    yield NastyFile("outside.xlsx", workbook(row_of("&e;"), before=outside), "xml_trap")
    wide = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>'
    yield NastyFile("far-apart.xlsx", workbook(wide.encode()), "too_many_columns")
    tall = wide.replace("XFD1", "DA1048576")
    yield NastyFile("far-below.xlsx", workbook(tall.encode()), "too_many_rows")
    formula = '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>2</f><v>2</v></c></row>'
    yield NastyFile("formulas.xlsx", workbook(formula.encode()), READ, "formulas_without_value")
    macros = workbook(row_of("Köln"), others={"xl/vbaProject.bin": b"\0" * 500})
    yield NastyFile("macros.xlsm", macros, READ, "macros")
    yield NastyFile("really-a-workbook.csv", workbook(row_of("Köln")), READ, "wrong_ending")
    merged = (
        row_of("Köln") + b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    )
    yield NastyFile("merged-to-the-end.xlsx", workbook(merged + b"<sheetData>"), READ)


def _documents() -> Iterator[NastyFile]:
    trap = b'<!DOCTYPE x [<!ENTITY e SYSTEM "http://localhost/">]>'
    yield NastyFile("outside.docx", zip_of({"word/document.xml": trap + b"<d>&e;</d>"}), "xml_trap")
    yield NastyFile("outside.ods", zip_of({"content.xml": trap + b"<d>&e;</d>"}), "xml_trap")
    yield NastyFile("no-body.docx", zip_of({"word/document.xml": b"<d/>"}), "damaged")
    wide = zip_of({"content.xml": f"{trap.decode()}<d/>".encode("utf-16")})
    yield NastyFile("outside-wide.ods", wide, "xml_trap")
    manifest = b"<m><encryption-data/></m>"
    locked = {"content.xml": b"\x01\x02", "META-INF/manifest.xml": manifest}
    yield NastyFile("locked.ods", zip_of(locked), "password")
    yield NastyFile("repeated.ods", ods(1_000_000, 1), "too_many_rows")
    yield NastyFile("repeated-wide.ods", ods(1, 1_000_000), "too_many_columns")
    nested = b"<w:tbl>" * 300
    head = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    yield NastyFile("deep.docx", zip_of({"word/document.xml": head + nested}), "damaged")


def _texts() -> Iterator[NastyFile]:
    yield NastyFile("million.csv", b"K\xc3\xb6ln;1997\n" * 1_000_000, "too_many_rows")
    yield NastyFile("wide.csv", b"a;" * 5000 + b"a\n" + b"b;" * 5000, "too_many_columns")
    yield NastyFile("too-large.csv", b"a;b\n" * (6 * _MEGABYTE), "too_large")
    long = f"Şehir;Not\nKöln;{'x' * _MEGABYTE}\n".encode()
    yield NastyFile("cell-of-a-megabyte.csv", long, READ, "cells_cut")
    turned = "Şehir;Ülke\nKöln;\u202eaynamlA\u202c\x00\x07\n".encode()
    yield NastyFile("turned-around.csv", turned.replace(b"\0", b""), READ, "control_characters")
    yield NastyFile("unclosed.csv", b'a;b\n"c;d\ne;f\n', READ, "quotes_unbalanced")
    yield NastyFile("formulas.csv", b"a;b\n=1+cmd|' /C calc'!A0;@SUM(1)\n", READ)
    yield NastyFile("deep.json", b"[" * 500_000 + b"1", "damaged")
    yield NastyFile("number.json", b'[{"a":' + b"9" * 10_000 + b"}]", "damaged")
    yield NastyFile("another.json", b'{"a": 1}', "another_format")
    yield NastyFile("half.json", b'{"head":{"vars":["a"]},"results":', "damaged")
    deep = ("{|\n|-\n| " + "{{a|" * 1000 + "[[" * 1000 + "\n|}").encode()
    yield NastyFile("deep.wiki", deep, READ)
    yield NastyFile("half-utf-16.txt", "Köln\n".encode("utf-16")[:-1], READ)


def _pages() -> Iterator[NastyFile]:
    yield NastyFile("spans.html", _table("<td rowspan=65534 colspan=1000000>x"), READ)
    yield NastyFile("tall.html", _table("<td rowspan=65534>x" + "<tr>" * 70_000), READ)
    yield NastyFile("deep.html", b"<div>" * 100_000 + b"<table><tr><td>x</table>", "nothing_in_it")
    yield NastyFile("many-tables.html", b"<table><tr><td>x</table>" * 2000, "too_many_tables")
    laughs = f"<!DOCTYPE html [{_LAUGHS}]>".encode() + _table("<td>&l9;Köln")
    yield NastyFile("laughs.html", laughs, READ)
    hidden = _table("<td>Köln<script>x()</script><tr style='display:none'><td>x")
    yield NastyFile("hidden.html", hidden, READ, "hidden_text")
    yield NastyFile("ten-thousand-pages.pdf", empty_pdf(10_000), "too_many_pages")
    page = TinyPage()
    page.write(50, 50, "Köln")
    yield NastyFile("locked.pdf", pdf_of([page], password="gizli"), "password")  # noqa: S106 a test
    yield NastyFile("cut.pdf", pdf_of([page])[:300], "damaged")
    circle = pdf_of([page]).replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]")
    yield NastyFile("circle.pdf", circle, READ)


def _pictures() -> Iterator[NastyFile]:
    yield NastyFile("huge.png", _png(50_000, 50_000), "picture_too_large")
    yield NastyFile("cut.png", _png(100, 100)[:40], "damaged")


def heavy_pdf(megabytes: int) -> bytes:
    """Return a small PDF whose page swells to so many megabytes when it is unpacked."""
    packer = zlib.compressobj(9)
    blank = b" " * _MEGABYTE
    packed = b"".join(packer.compress(blank) for _ in range(megabytes)) + packer.flush()
    page = TinyPage()
    page.write(50, 50, "Köln")
    plain = page.content()
    whole = pdf_of([page])
    head = b"<<  /Length %d >>" % len(plain)
    swelling = b"<< /Filter /FlateDecode /Length %d >>" % len(packed)
    return whole.replace(head, swelling).replace(plain, packed)


def _table(rows: str) -> bytes:
    return f"<meta charset=utf-8><table><tr>{rows}</table>".encode()


def _understated() -> bytes:
    """Return an archive whose index says that its part is small."""
    whole = workbook(row_of("x" * 3 * _MEGABYTE))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        size = struct.pack("<I", archive.getinfo("xl/worksheets/sheet1.xml").file_size)
    return whole.replace(size, struct.pack("<I", 1000))


def _flagged(archive: bytes) -> bytes:
    """Return the archive with every part marked as locked by a password."""
    found = bytearray(archive)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = found.find(mark)
        while at >= 0:
            found[at + place] |= 1
            at = found.find(mark, at + 4)
    return bytes(found)


def _png(width: int, height: int) -> bytes:
    """Return a picture that says how large it is, and has almost nothing in it."""
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
              (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]  # fmt: skip
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))
        for kind, held in chunks
    )
