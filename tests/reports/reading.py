"""Files opened again, as the programs of those who receive them would."""

import io
import zipfile
from dataclasses import dataclass
from typing import Any

import docx
import pypdfium2
from lxml import etree
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from elci.reports.document import Document
from elci.reports.writers import FileFormat

ODF = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
}
WORD = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a file says of itself."""

    title: str
    author: str
    language: str


def text_in(file: bytes, file_format: FileFormat) -> str:
    """Return all text of a file without the spaces in it."""
    read = {FileFormat.DOCX: _docx_text, FileFormat.ODT: _odt_text, FileFormat.PDF: _pdf_text}
    return squeezed(read[file_format](file))


def about(file: bytes, file_format: FileFormat) -> About:
    read = {FileFormat.DOCX: _docx_about, FileFormat.ODT: _odt_about, FileFormat.PDF: _pdf_about}
    return read[file_format](file)


def squeezed(text: str) -> str:
    """Return text without what a line break may add to it or take from it."""
    return "".join(each for each in text if not each.isspace() and each not in "\u200b\u00ad")


def lines_of(document: Document) -> list[str]:
    """Return the lines of a paper that a reader must find in its file, without spaces."""
    return [squeezed(run.text) for run in document.runs() if squeezed(run.text) != ""]


def xml_in(file: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return etree.fromstring(archive.read(name))


def pdf_catalog(file: bytes) -> dict[str, Any]:
    return PDFDocument(PDFParser(io.BytesIO(file))).catalog


def pdf_metadata(file: bytes) -> str:
    return resolve1(pdf_catalog(file)["Metadata"]).get_data().decode()


def _docx_text(file: bytes) -> str:
    word = docx.Document(io.BytesIO(file))
    parts = [word.element.body, word.sections[0].footer._element]
    return "".join(each.text or "" for part in parts for each in part.iter(f"{{{WORD['w']}}}t"))


def _docx_about(file: bytes) -> About:
    word = docx.Document(io.BytesIO(file))
    language = word.styles.element.find(".//w:docDefaults//w:lang", WORD)
    properties = word.core_properties
    assert language.get(f"{{{WORD['w']}}}val") == properties.language
    return About(title=properties.title, author=properties.author, language=properties.language)


def _odt_text(file: bytes) -> str:
    content, styles = xml_in(file, "content.xml"), xml_in(file, "styles.xml")
    parts = (content.find(".//office:text", ODF), styles.find("office:master-styles", ODF))
    return "".join(text for part in parts for text in part.itertext())


def _odt_about(file: bytes) -> About:
    meta = xml_in(file, "meta.xml").find("office:meta", ODF)
    text = xml_in(file, "styles.xml").find(".//style:default-style/style:text-properties", ODF)
    language = f"{text.get(_name('fo:language'))}-{text.get(_name('fo:country'))}"
    assert meta.findtext("dc:language", namespaces=ODF) == language
    return About(
        title=meta.findtext("dc:title", namespaces=ODF),
        author=meta.findtext("dc:creator", namespaces=ODF),
        language=language,
    )


def _name(short: str) -> str:
    prefix, name = short.split(":")
    return f"{{{ODF[prefix]}}}{name}"


def _pdf_text(file: bytes) -> str:
    pdf = pypdfium2.PdfDocument(file)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in pdf)
    finally:
        pdf.close()


def _pdf_about(file: bytes) -> About:
    pdf = pypdfium2.PdfDocument(file)
    said = pdf.get_metadata_dict()
    pdf.close()
    return About(
        title=said["Title"],
        author=said["Author"],
        language=pdf_catalog(file)["Lang"].decode(),
    )
