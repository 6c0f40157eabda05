import io
import shutil
import subprocess

import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont

from elci.importers.limits import Limits
from elci.importers.readers import SourceKind, SourceRefusedError, read_source
from tests.importers.readers.reading import cells_of, notes_of
from tools.nasty_files.tiny_pdf import TinyPage, pdf_of, pdf_of_picture

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
TABLE = (
    ("No", "Şehir", "Ülke", "Tarih", "İmza Yeri"),
    ("1", "Rio de Janeiro", "Brezilya", "18.06.2012", "Rio de Janeiro"),
    ("2", "Şimonoseki", "Japonya", "16.05.1972", "Tokyo"),
    ("3", "Köstence", "Romanya", "22.05.2001", "İstanbul"),
    ("4", "Köln", "Almanya", "15.03.1997\n09.05.1997", "İstanbul"),
)
EDGES = (150, 300, 900, 1400, 1850, 2350)


def can_recognise() -> bool:
    if shutil.which("tesseract") is None:
        return False
    command = ["tesseract", "--list-langs"]
    listed = subprocess.run(command, capture_output=True, text=True, check=False)
    return "tur" in listed.stdout.split()


needs_tesseract = pytest.mark.skipif(
    not can_recognise(), reason="needs the Debian packages tesseract-ocr and tesseract-ocr-tur"
)


def scan(*, ruled: bool) -> Image.Image:
    picture = Image.new("L", (2480, 900), 255)
    drawing = ImageDraw.Draw(picture)
    font = ImageFont.truetype(FONT, 42)
    drawing.text((900, 60), "KARDEŞ ŞEHİRLER", font=font, fill=0)
    top = 180
    for row in TABLE:
        height = max(cell.count("\n") + 1 for cell in row) * 55 + 35
        for column, cell in enumerate(row):
            place = (EDGES[column] + 20, top + 15)
            drawing.multiline_text(place, cell, font=font, fill=0, spacing=8)
            if ruled:
                box = (EDGES[column], top, EDGES[column + 1], top + height)
                drawing.rectangle(box, outline=0, width=3)
        top += height
    return picture


def saved(picture: Image.Image, kind: str) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind)
    return target.getvalue()


@needs_tesseract
@pytest.mark.parametrize("ruled", [False, True])
def test_table_in_a_picture_is_recognised(ruled):
    source = read_source(saved(scan(ruled=ruled), "PNG"), name="list.png")

    assert source.kind == SourceKind.IMAGE
    assert cells_of(source) == [list(TABLE)]
    assert "recognised" in notes_of(source)


@needs_tesseract
def test_crooked_scan_in_a_pdf_is_recognised():
    picture = scan(ruled=True).rotate(0.5, fillcolor=255, resample=Image.Resampling.BICUBIC)
    content = pdf_of_picture(picture.width, picture.height, picture.tobytes())

    source = read_source(content, name="list.pdf")

    assert source.kind == SourceKind.SCANNED_PDF
    assert [row[1] for row in cells_of(source)[0]] == [row[1] for row in TABLE]
    assert {row.page for row in source.tables[0].rows} == {1}


@needs_tesseract
def test_blank_picture_has_nothing_in_it():
    with pytest.raises(SourceRefusedError) as refused:
        read_source(saved(Image.new("L", (800, 400), 255), "PNG"), name="list.png")

    assert refused.value.code.value == "nothing_in_it"


def test_without_tesseract_a_picture_is_refused_with_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(SourceRefusedError) as refused:
        read_source(saved(Image.new("L", (80, 40), 255), "JPEG"), name="list.jpg")

    assert refused.value.code.value == "no_ocr"
    assert "tesseract-ocr-tur" in refused.value.en
    assert "tesseract-ocr-tur" in refused.value.tr


def test_too_many_pictures_in_a_file_are_refused():
    frames = [Image.new("L", (60, 40), shade) for shade in (0, 90, 200)]
    target = io.BytesIO()
    frames[0].save(target, "TIFF", save_all=True, append_images=frames[1:])

    with pytest.raises(SourceRefusedError) as refused:
        read_source(target.getvalue(), name="list.tiff", limits=Limits(scanned_pages=2))

    assert refused.value.params == {"pages": 3, "limit": 2}


def bound_together(*files: bytes) -> bytes:
    whole = pypdfium2.PdfDocument.new()
    for content in files:
        whole.import_pages(pypdfium2.PdfDocument(content))
    target = io.BytesIO()
    whole.save(target)
    return target.getvalue()


@needs_tesseract
def test_scanned_page_among_pages_of_text_is_recognised():
    picture = scan(ruled=True)
    scanned = pdf_of_picture(picture.width, picture.height, picture.tobytes())
    text = TinyPage()
    for at, row in enumerate([TABLE[0], ("7", "Lyon", "Fransa", "2001", "Lyon")]):
        for column, cell in enumerate(row):
            text.write(EDGES[column] * 0.24, 60 + at * 20, cell)

    source = read_source(bound_together(pdf_of([text, TinyPage()]), scanned), name="list.pdf")

    assert source.kind == SourceKind.PDF
    rows = [row for table in source.tables for row in table.rows]
    assert [(row.page, row.cells[1]) for row in rows if row.cells[0] != "No"] == [
        (1, "Lyon"), (3, "Rio de Janeiro"), (3, "Şimonoseki"), (3, "Köstence"), (3, "Köln"),
    ]  # fmt: skip
    named = {note.code.value: dict(note.params) for note in source.notes}
    assert named["pages_recognised"] == {"pages": "3"}
    assert named["pages_without_text"] == {"pages": "2"}


def picture_among_text(pictures: int) -> bytes:
    picture = scan(ruled=True)
    scanned = pdf_of_picture(picture.width, picture.height, picture.tobytes())
    text = TinyPage()
    for column, cell in enumerate(("7", "Lyon", "Fransa", "2001", "Lyon")):
        text.write(EDGES[column] * 0.24, 60, cell)
    return bound_together(pdf_of([text]), *[scanned] * pictures)


@needs_tesseract
def test_pictures_beyond_the_limit_are_named_with_what_to_do():
    content = picture_among_text(4)

    source = read_source(content, name="list.pdf", limits=Limits(scanned_pages=1))

    named = {note.code.value: dict(note.params) for note in source.notes}
    assert named["pages_recognised"] == {"pages": "2"}
    assert named["pages_left"] == {"pages": "3-5"}


@needs_tesseract
def test_picture_is_not_begun_when_its_time_is_over():
    content = picture_among_text(1)

    source = read_source(content, name="list.pdf", limits=Limits(share_of_recognition=0.0))

    (left,) = [note for note in source.notes if note.code.value == "pages_left"]
    assert left.params == {"pages": "2"}
    assert "Save them as a PDF of their own" in left.en
    assert "ayrı bir PDF olarak kaydedip" in left.tr
