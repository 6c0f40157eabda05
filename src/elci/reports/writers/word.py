"""Papers as DOCX."""

import io
from datetime import UTC, datetime, time
from types import MappingProxyType
from typing import Final

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from elci.reports.document import (
    Cards,
    Document,
    Foot,
    Labelled,
    Line,
    Listing,
    Paragraph,
    Style,
    Table,
    line,
)
from elci.reports.styles import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, TEXT_WIDTH
from elci.reports.writers.packing import repacked
from elci.reports.writers.word_styles import STYLE_NAMES, add_lists, list_reference, set_styles

_LANGUAGES: Final = MappingProxyType({"tr": "tr-TR", "en": "en-GB"})
_PADDING: Final = 85
_FOOT_WIDTHS: Final = (11.0, TEXT_WIDTH - 11.0)


def docx_bytes(document: Document) -> bytes:
    """Return the paper as a DOCX file."""
    word = docx.Document()
    set_styles(word, language=_LANGUAGES[document.language])
    _set_page(word)
    _describe(word, document)
    listings = [block for block in document.blocks if isinstance(block, Listing)]
    add_lists(word, [listing.numbered for listing in listings])
    for block in document.blocks:
        match block:
            case Paragraph():
                _add_paragraph(word, block)
            case Labelled():
                _add_labelled(word, block)
            case Listing():
                _add_listing(word, block, number=1 + _place_of(block, listings))
            case Table():
                _add_table(word, block)
            case Cards():
                _add_cards(word, block)
    _add_foot(word, document.foot)
    packed = io.BytesIO()
    word.save(packed)
    return repacked(packed.getvalue())


def _place_of(listing: Listing, listings: list[Listing]) -> int:
    return next(place for place, each in enumerate(listings) if each is listing)


def _set_page(word: WordDocument) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(PAGE_WIDTH), Cm(PAGE_HEIGHT)
    section.left_margin = section.right_margin = Cm(MARGIN)
    section.top_margin = section.bottom_margin = Cm(MARGIN)
    section.header_distance = section.footer_distance = Cm(1)


def _describe(word: WordDocument, document: Document) -> None:
    made = datetime.combine(document.made_on, time(), tzinfo=UTC).replace(tzinfo=None)
    about = word.core_properties
    about.title, about.author = document.title[:255], document.author[:255]
    about.last_modified_by, about.comments = document.author[:255], ""
    about.language = _LANGUAGES[document.language]
    about.created = about.modified = made
    about.revision = 1
    # The picture of the template's first page says nothing about this paper.
    relations = word.part.package.rels
    for key in [key for key, each in relations.items() if each.reltype.endswith("/thumbnail")]:
        del relations[key]


def _add_paragraph(word: WordDocument, block: Paragraph) -> None:
    paragraph = word.add_paragraph(style=STYLE_NAMES[block.style])
    _write_lines(paragraph, block.lines)


def _add_labelled(word: WordDocument, block: Labelled) -> None:
    paragraph = word.add_paragraph(style=STYLE_NAMES[block.style])
    paragraph.add_run(f"{block.label}\t:\t")
    first, *others = block.lines
    _write_line(paragraph, first)
    if block.right != ():
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run("\t")
        _write_line(paragraph, block.right)
    for each in others:
        paragraph.add_run().add_break(WD_BREAK.LINE)
        _write_line(paragraph, each)


def _add_listing(word: WordDocument, block: Listing, *, number: int) -> None:
    for item in block.items:
        paragraph = word.add_paragraph(style=STYLE_NAMES[Style.LISTED])
        paragraph._p.get_or_add_pPr().append(list_reference(number))  # noqa: SLF001 no other way
        _write_line(paragraph, item)


def _add_table(word: WordDocument, block: Table) -> None:
    style = "Table Grid" if block.ruled else "Normal Table"
    table = word.add_table(rows=1, cols=len(block.head), style=style)
    _pad(table, _PADDING if block.ruled else 0)
    _fit(table, block.widths, title=block.title)
    for cell, text in zip(table.rows[0].cells, block.head, strict=True):
        _fill_cell(cell, (line(text),), style=Style.CELL_HEAD)
    head = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 python-docx has no word for it
    head.append(OxmlElement("w:tblHeader"))
    for row in block.rows:
        for cell, content in zip(table.add_row().cells, row, strict=True):
            _fill_cell(cell, (content,), style=Style.CELL)
    for each in table.rows:
        each._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 as above
        for cell, width in zip(each.cells, block.widths, strict=True):
            cell.width = Cm(width)
    word.add_paragraph(style=STYLE_NAMES[Style.SPACER])


def _add_cards(word: WordDocument, block: Cards) -> None:
    table = word.add_table(rows=0, cols=2, style="Table Grid")
    _fit(table, (TEXT_WIDTH / 2, TEXT_WIDTH / 2), title=block.title)
    for place in range(0, len(block.cards), 2):
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 as above
        for cell, lines in zip(row.cells, block.cards[place : place + 2], strict=False):
            _fill_cell(cell, lines, style=Style.CARD)
    word.add_paragraph(style=STYLE_NAMES[Style.SPACER])


def _fit(table: WordTable, widths: tuple[float, ...], *, title: str) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    if title != "":
        described = OxmlElement("w:tblDescription")
        described.set(qn("w:val"), title)
        table._tbl.tblPr.append(described)  # noqa: SLF001 python-docx has no word for it


def _pad(table: WordTable, padding: int) -> None:
    """Set the space beside the text of cells, in twentieths of a point, and align the edges."""
    indent, margins = OxmlElement("w:tblInd"), OxmlElement("w:tblCellMar")
    sides = [OxmlElement("w:left"), OxmlElement("w:right")]
    margins.extend(sides)
    for part, width in ((indent, 0), *((side, padding) for side in sides)):
        part.set(qn("w:w"), str(width))
        part.set(qn("w:type"), "dxa")
    properties = table._tbl.tblPr  # noqa: SLF001 python-docx has no word for it
    properties.insert_element_before(indent, "w:tblLayout", "w:tblCellMar", "w:tblLook")
    properties.insert_element_before(margins, "w:tblLook")


def _fill_cell(cell: _Cell, lines: tuple[Line, ...], *, style: Style) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = STYLE_NAMES[style]
    _write_lines(paragraph, lines)


def _write_lines(paragraph: WordParagraph, lines: tuple[Line, ...]) -> None:
    for place, each in enumerate(lines):
        if place > 0:
            paragraph.add_run().add_break(WD_BREAK.LINE)
        _write_line(paragraph, each)


def _write_line(paragraph: WordParagraph, a_line: Line) -> None:
    for run in a_line:
        added = paragraph.add_run(run.text)
        if run.strong:
            added.bold = True


def _add_foot(word: WordDocument, foot: Foot) -> None:
    footer = word.sections[0].footer
    footer.is_linked_to_previous = False
    if foot.left or foot.right:
        table = footer.add_table(1, 2, Cm(TEXT_WIDTH))
        _fit(table, _FOOT_WIDTHS, title="")
        _pad(table, 0)
        for cell, lines in zip(table.rows[0].cells, (foot.left, foot.right), strict=True):
            _fill_cell(cell, lines, style=Style.FOOT)
            _rule_above(cell)
    last = footer.paragraphs[0]
    footer._element.append(last._p)  # noqa: SLF001 below the table
    last.style = STYLE_NAMES[Style.FOOT]
    last.alignment = 2
    for place, field in enumerate(("PAGE", "NUMPAGES")):
        last.add_run("/" if place else "")
        _add_field(last, field)


def _rule_above(cell: _Cell) -> None:
    borders = OxmlElement("w:tcBorders")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "auto")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001 python-docx has no word for it


def _add_field(paragraph: WordParagraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    field.append(paragraph.add_run("1")._r)  # noqa: SLF001 python-docx has no word for fields
    paragraph._p.append(field)  # noqa: SLF001 as above
