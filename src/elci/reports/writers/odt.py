"""Papers as ODT."""

import io
from datetime import datetime, time
from types import MappingProxyType
from typing import Final

from odfdo import Document as OpenDocument
from odfdo import Element, LineBreak, Span, Tab

from elci.reports.document import (
    Block,
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
from elci.reports.styles import LOOKS, TEXT_WIDTH
from elci.reports.writers.odt_styles import (
    DASHES,
    NUMBERS,
    PAGE_NUMBER,
    STRONG,
    STYLE_NAMES,
    WITH_RIGHT,
    element,
    part_of,
    set_styles,
)
from elci.reports.writers.packing import repacked

_LANGUAGES: Final = MappingProxyType({"tr": "tr-TR", "en": "en-GB"})
_FOOT_WIDTHS: Final = (11.0, TEXT_WIDTH - 11.0)
_AUTOMATIC: Final = "office:automatic-styles"
_RULE: Final = "0.5pt solid #000000"
_RULED, _OPEN, _FOOT, _ROW = "Ruled", "Open", "Foot", "Row"
_WHOLE: Final = MappingProxyType({"table:style-name": _ROW})
"""Rows that no page parts."""


def odt_bytes(document: Document) -> bytes:
    """Return the paper as an ODT file."""
    made = OpenDocument("text")
    body = made.body
    body.clear()
    styles: list[Element] = []
    for number, block in enumerate(document.blocks, start=1):
        for each in _elements(block, number, styles):
            body.append(each)
    for style in (*_cell_styles(), *styles):
        part_of(made.content, _AUTOMATIC).append(style)
    foot_styles: list[Element] = []
    foot = _foot(document.foot, foot_styles)
    set_styles(made, language=_LANGUAGES[document.language], foot=foot)
    for style in (*_cell_styles(), *foot_styles):
        part_of(made.styles, _AUTOMATIC).append(style)
    _describe(made, document)
    packed = io.BytesIO()
    made.save(packed)
    return repacked(packed.getvalue())


def _describe(made: OpenDocument, document: Document) -> None:
    day = datetime.combine(document.made_on, time())
    about = made.meta
    about.title, about.language = document.title, _LANGUAGES[document.language]
    about.initial_creator = about.creator = document.author
    about.creation_date = about.date = day
    about.generator = "Elçi"
    about.editing_cycles = 1


def _elements(block: Block, number: int, styles: list[Element]) -> list[Element]:
    match block:
        case Paragraph():
            return [_paragraph(block.style, block.lines)]
        case Labelled():
            return [_labelled(block)]
        case Listing():
            return [_listing(block)]
        case Cards():
            return [*_cards(block, f"Table{number}", styles), _paragraph(Style.SPACER, ())]
        case Table():
            return [*_table(block, f"Table{number}", styles), _paragraph(Style.SPACER, ())]


def _paragraph(style: Style, lines: tuple[Line, ...]) -> Element:
    outline = LOOKS[style].outline
    names = {"text:style-name": STYLE_NAMES[style]}
    if outline > 0:
        names |= {"text:outline-level": str(outline)}
    made = element("text:h" if outline > 0 else "text:p", names)
    _write_lines(made, lines)
    return made


def _write_lines(into: Element, lines: tuple[Line, ...]) -> None:
    for place, each in enumerate(lines):
        if place > 0:
            into.append(LineBreak())
        _write_line(into, each)


def _write_line(into: Element, a_line: Line) -> None:
    for run in a_line:
        into.append(Span(run.text, style=STRONG) if run.strong else Span(run.text))


def _labelled(block: Labelled) -> Element:
    name = STYLE_NAMES[block.style] if block.right == () else WITH_RIGHT
    made = element("text:p", {"text:style-name": name}, Span(block.label), Tab(), Span(":"), Tab())
    first, *others = block.lines
    _write_line(made, first)
    if block.right != ():
        made.append(Tab())
        _write_line(made, block.right)
    for each in others:
        made.append(LineBreak())
        _write_line(made, each)
    return made


def _listing(block: Listing) -> Element:
    items = (
        element("text:list-item", {}, _paragraph(Style.LISTED, (item,))) for item in block.items
    )
    return element("text:list", {"text:style-name": NUMBERS if block.numbered else DASHES}, *items)


def _table(block: Table, name: str, styles: list[Element]) -> list[Element]:
    cell = _RULED if block.ruled else _OPEN
    head = [_cell(cell, _paragraph(Style.CELL_HEAD, (line(text),))) for text in block.head]
    rows = [
        element(
            "table:table-row", _WHOLE, *(_cell(cell, _paragraph(Style.CELL, (t,))) for t in row)
        )
        for row in block.rows
    ]
    header = element("table:table-header-rows", {}, element("table:table-row", _WHOLE, *head))
    columns = _columns(name, block.widths, styles)
    names = {"table:name": name, "table:style-name": name}
    described = element("table:desc", {})
    described.text = block.title
    return [element("table:table", names, described, *columns, header, *rows)]


def _cards(block: Cards, name: str, styles: list[Element]) -> list[Element]:
    pairs = (block.cards[place : place + 2] for place in range(0, len(block.cards), 2))
    rows = [
        element(
            "table:table-row", _WHOLE,
            *(_cell(_RULED, _paragraph(Style.CARD, lines)) for lines in (*pair, ())[:2]),
        )
        for pair in pairs
    ]  # fmt: skip
    names = {"table:name": name, "table:style-name": name}
    described = element("table:desc", {})
    described.text = block.title
    columns = _columns(name, (TEXT_WIDTH / 2, TEXT_WIDTH / 2), styles)
    return [element("table:table", names, described, *columns, *rows)]


def _columns(name: str, widths: tuple[float, ...], styles: list[Element]) -> list[Element]:
    whole = {"style:width": f"{sum(widths):g}cm", "table:align": "left"}
    whole |= {"table:border-model": "collapsing"}
    made = element("style:style", {"style:name": name, "style:family": "table"})
    made.append(element("style:table-properties", whole))
    styles.append(made)
    columns = []
    for place, width in enumerate(widths, start=1):
        each = f"{name}.{place}"
        column = element("style:style", {"style:name": each, "style:family": "table-column"})
        column.append(
            element("style:table-column-properties", {"style:column-width": f"{width:g}cm"})
        )
        styles.append(column)
        columns.append(element("table:table-column", {"table:style-name": each}))
    return columns


def _cell(style: str, *content: Element) -> Element:
    names = {"table:style-name": style, "office:value-type": "string"}
    return element("table:table-cell", names, *content)


def _cell_styles() -> list[Element]:
    looks = {
        _RULED: {"fo:border": _RULE, "fo:padding": "0.02cm", "fo:padding-left": "0.15cm"},
        _OPEN: {"fo:border": "none", "fo:padding": "0cm"},
        _FOOT: {"fo:border": "none", "fo:border-top": _RULE, "fo:padding": "0cm"},
    }
    unparted = element("style:table-row-properties", {"fo:keep-together": "always"})
    row = element("style:style", {"style:name": _ROW, "style:family": "table-row"}, unparted)
    cells = (
        element(
            "style:style",
            {"style:name": name, "style:family": "table-cell"},
            element("style:table-cell-properties", look),
        )
        for name, look in looks.items()
    )
    return [row, *cells]


def _foot(foot: Foot, styles: list[Element]) -> list[Element]:
    number = element("text:p", {"text:style-name": PAGE_NUMBER})
    number.append(element("text:page-number", {"text:select-page": "current"}))
    number.append(Span("/"))
    number.append(element("text:page-count", {}))
    if not (foot.left or foot.right):
        return [number]
    cells = (_cell(_FOOT, _paragraph(Style.FOOT, lines)) for lines in (foot.left, foot.right))
    columns = _columns(_FOOT, _FOOT_WIDTHS, styles)
    names = {"table:name": _FOOT, "table:style-name": _FOOT}
    row = element("table:table-row", {}, *cells)
    return [element("table:table", names, *columns, row), number]
