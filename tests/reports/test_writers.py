import io
import zipfile

import docx
import pytest
from lxml import etree

from elci.reports.document import Document, Listing, Paragraph, Style, Table, line
from elci.reports.writers import MEDIA_TYPES, FileFormat, write
from elci.reports.writers.pdf import PaperNotSetError, pdf_bytes
from tests.reports.facts import COMPLETE, TODAY
from tests.reports.reading import (
    ODF,
    WORD,
    About,
    about,
    lines_of,
    pdf_catalog,
    pdf_metadata,
    text_in,
    xml_in,
)

TURKISH = "ğĞıİşŞçÇöÖüÜâÂîÎûÛ"


def paper(*blocks) -> Document:
    return Document(title="Başlık", author="Işıklı Belediyesi", made_on=TODAY, blocks=blocks)


def body(text: str) -> Document:
    return paper(Paragraph(Style.BODY, (line(text),)))


@pytest.mark.parametrize("file_format", FileFormat)
@pytest.mark.parametrize("name", COMPLETE)
def test_file_holds_every_line_of_the_paper(name, file_format):
    document = COMPLETE[name]()

    text = text_in(write(document, file_format), file_format)

    assert [each for each in lines_of(document) if each not in text] == []


@pytest.mark.parametrize("file_format", FileFormat)
def test_same_paper_gives_the_same_bytes(file_format):
    document = COMPLETE["information-note"]()

    assert write(document, file_format) == write(document, file_format)


@pytest.mark.parametrize("file_format", FileFormat)
def test_file_says_what_it_is_whose_and_in_which_language(file_format):
    document = COMPLETE["permit-request"]()

    assert about(write(document, file_format), file_format) == About(
        title="Tiflis Belediyesi ile kardeş şehir ilişkisi kurulması için izin talebi",
        author="Işıklı Belediye Başkanlığı",
        language="tr-TR",
    )


@pytest.mark.parametrize("file_format", FileFormat)
def test_file_holds_every_turkish_letter(file_format):
    assert TURKISH in text_in(write(body(TURKISH), file_format), file_format)


@pytest.mark.parametrize("file_format", FileFormat)
def test_markup_in_a_value_stays_text(file_format):
    nasty = '<w:p/> &amp; #set page(fill: red) $x$ \\ *b* _i_ `c` {{ }} "q" <a:b> @ref @@ //'

    text = text_in(write(body(nasty), file_format), file_format)

    assert nasty.replace(" ", "") in text


@pytest.mark.parametrize("file_format", FileFormat)
def test_every_format_has_its_media_type(file_format):
    assert "/" in MEDIA_TYPES[file_format]


def test_docx_has_headings_lists_and_table_heads():
    word = docx.Document(io.BytesIO(write(COMPLETE["information-note"](), FileFormat.DOCX)))
    styles = [each.style.name for each in word.paragraphs]

    assert styles.count("Heading 1") == 1
    assert styles.count("Heading 2") == 8
    assert styles.count("List Paragraph") == 2
    assert [len(table._tbl.findall(".//w:tblHeader", WORD)) for table in word.tables] == [1, 1, 1]


def test_docx_numbers_each_list_from_one():
    two = paper(
        Listing((line("a"), line("b"))), Listing((line("c"),)), Listing((line("d"),), False)
    )
    word = docx.Document(io.BytesIO(write(two, FileFormat.DOCX)))

    numbers = [each._p.find(".//w:numId", WORD).values()[0] for each in word.paragraphs]
    kinds = word.part.numbering_part.element.findall(".//w:numFmt", WORD)

    assert numbers == ["1", "1", "2", "3"]
    assert [each.values()[0] for each in kinds] == ["decimal", "decimal", "bullet"]


def test_docx_parts_no_words_and_has_the_margins_of_a_letter():
    word = docx.Document(io.BytesIO(write(body("x"), FileFormat.DOCX)))
    section = word.sections[0]
    sides = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)

    assert word.settings.element.find("w:autoHyphenation", WORD).values() == ["false"]
    assert [round(side.cm, 2) for side in sides] == [2.5] * 4
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert word.styles["Body Text"].font.name == "Times New Roman"
    assert word.styles["Body Text"].font.size.pt == 12


ORDERS = {
    "pPr": ["pStyle", "keepNext", "keepLines", "widowControl", "numPr", "tabs", "spacing", "ind",
            "contextualSpacing", "jc", "outlineLvl"],
    "tblPr": ["tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar",
              "tblLook", "tblDescription"],
    "style": ["name", "basedOn", "next", "link", "uiPriority", "semiHidden", "unhideWhenUsed",
              "qFormat", "rsid", "pPr", "rPr", "tblPr"],
}  # fmt: skip
"""Parts in the order of the standard: Word calls files broken that have another."""


@pytest.mark.parametrize("part", ["document", "styles", "footer1"])
def test_docx_keeps_the_order_of_the_standard(part):
    root = xml_in(write(COMPLETE["information-note"](), FileFormat.DOCX), f"word/{part}.xml")
    for tag, order in ORDERS.items():
        for element in root.iter(f"{{{WORD['w']}}}{tag}"):
            names = [etree.QName(child).localname for child in element]

            assert names == sorted(names, key=order.index)


def test_docx_says_how_words_are_parted_where_word_looks_for_it():
    settings = xml_in(write(body("x"), FileFormat.DOCX), "word/settings.xml")
    names = [etree.QName(child).localname for child in settings]

    assert names[names.index("defaultTabStop") + 1] == "autoHyphenation"


def test_docx_counts_pages():
    footer = xml_in(write(body("x"), FileFormat.DOCX), "word/footer1.xml")

    fields = footer.findall(".//w:fldSimple", WORD)

    assert [each.get(f"{{{WORD['w']}}}instr") for each in fields] == ["PAGE", "NUMPAGES"]


def test_odt_has_headings_lists_and_table_heads():
    content = xml_in(write(COMPLETE["information-note"](), FileFormat.ODT), "content.xml")
    levels = [
        each.get(f"{{{ODF['text']}}}outline-level") for each in content.iterfind(".//text:h", ODF)
    ]

    assert levels == ["1"] + ["2"] * 8
    assert len(content.findall(".//text:list/text:list-item", ODF)) == 2
    assert len(content.findall(".//table:table/table:table-header-rows", ODF)) == 3


def test_odt_uses_only_styles_that_it_defines():
    file = write(COMPLETE["ending-notice"](), FileFormat.ODT)
    content, styles = xml_in(file, "content.xml"), xml_in(file, "styles.xml")
    name, used = f"{{{ODF['style']}}}name", f"{{{ODF['text']}}}style-name"
    defined = {each.get(name) for part in (content, styles) for each in part.iter()}

    assert {each.get(used) for each in content.iter() if each.get(used)} <= defined


def test_odt_parts_no_words_and_counts_pages():
    styles = xml_in(write(body("x"), FileFormat.ODT), "styles.xml")
    text = styles.find(".//style:default-style/style:text-properties", ODF)

    assert text.get(f"{{{ODF['fo']}}}hyphenate") == "false"
    assert styles.find(".//style:footer//text:page-number", ODF) is not None
    assert styles.find(".//style:footer//text:page-count", ODF) is not None


def test_odt_begins_with_its_kind():
    with zipfile.ZipFile(io.BytesIO(write(body("x"), FileFormat.ODT))) as archive:
        first = archive.infolist()[0]

        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype").decode() == MEDIA_TYPES[FileFormat.ODT]


def test_pdf_is_tagged_and_claims_both_standards():
    file = write(COMPLETE["information-note"](), FileFormat.PDF)
    metadata = pdf_metadata(file)

    assert pdf_catalog(file)["MarkInfo"]["Marked"] is True
    assert "StructTreeRoot" in pdf_catalog(file)
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


@pytest.mark.parametrize("letter", ["北", "😀", "\u0378"])
def test_pdf_with_a_letter_that_no_typeface_holds_claims_no_standard(letter):
    file = pdf_bytes(body(f"Kardeş şehir {letter}"))

    assert "pdfaid" not in pdf_metadata(file)
    assert "Kardeşşehir" in text_in(file, FileFormat.PDF)


@pytest.mark.parametrize("text", ["Тбилиси", "Αθήνα", "შპს", "שלום"])
def test_pdf_holds_names_in_other_scripts(text):
    assert "pdfaid" in pdf_metadata(pdf_bytes(body(text)))


def test_pdf_that_is_not_ready_in_time_is_refused():
    with pytest.raises(PaperNotSetError, match="not ready"):
        pdf_bytes(body("x"), seconds=0)


def test_pdf_breaks_words_that_no_line_holds():
    word = "k" * 400

    assert word in text_in(pdf_bytes(body(word)), FileFormat.PDF)


@pytest.mark.parametrize("file_format", FileFormat)
def test_empty_paper_is_a_file_too(file_format):
    file = write(paper(Table(title="", head=("a",), rows=(), widths=(4,))), file_format)

    assert text_in(file, file_format).startswith("a")
