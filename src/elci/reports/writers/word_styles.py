"""The styles and lists of a DOCX file, set from the looks that all formats share."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any, Final

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle

from elci.reports.document import Style
from elci.reports.styles import FONT, HANGING, LABEL_AT, LIST_INDENT, LOOKS, VALUE_AT, Look

STYLE_NAMES: Final = MappingProxyType(
    {each: each.value for each in Style}
    | {
        Style.BODY: "Body Text",
        Style.TITLE: "Heading 1",
        Style.HEADING: "Heading 2",
        Style.QUOTED: "Quote",
        Style.LISTED: "List Paragraph",
        Style.FOOT: "Footer",
    }
)
"""The names of the styles; where Word has one of the same meaning, Word's own."""

_ALIGNMENTS: Final = MappingProxyType(
    {
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "center": WD_ALIGN_PARAGRAPH.CENTER,
        "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    }
)
_LIST: Final = (
    '<w:abstractNum {ns} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{mark}"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl>'
    "</w:abstractNum>"
)
_NUMBER: Final = (
    '<w:num {ns} w:numId="{number}"><w:abstractNumId w:val="{number}"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def set_styles(word: WordDocument, *, language: str) -> None:
    """Give the file the styles of the house and its language; no word is ever parted."""
    _set_defaults(word, language)
    _drop_unused(word)
    normal = word.styles["Normal"]
    if isinstance(normal, ParagraphStyle):
        _set_font(normal, Look())
    for style, look in LOOKS.items():
        _set_look(_emptied(word, STYLE_NAMES[style]), look)
    for style in HANGING:
        form = _paragraph_style(word, STYLE_NAMES[style]).paragraph_format
        form.left_indent, form.first_line_indent = Cm(VALUE_AT), Cm(-VALUE_AT)
        for place in (LABEL_AT, VALUE_AT):
            form.tab_stops.add_tab_stop(Cm(place))


def _drop_unused(word: WordDocument) -> None:
    """Leave out the styles of the template that no paper uses."""
    used = {*STYLE_NAMES.values(), "Normal", "Table Grid"}
    for style in list(word.styles):
        if style.name not in used and style.element.default is not True:
            style.delete()


def _set_defaults(word: WordDocument, language: str) -> None:
    defaults = word.styles.element.find(qn("w:docDefaults"))
    for each in defaults.iter(qn("w:lang")):
        each.set(qn("w:val"), language)
    settings = word.settings.element
    unparted = OxmlElement("w:autoHyphenation")
    unparted.set(qn("w:val"), "false")
    stops = settings.find(qn("w:defaultTabStop"))
    if stops is None:
        settings.insert(0, unparted)
    else:
        stops.addnext(unparted)
    for each in settings.iter(qn("w:themeFontLang")):
        each.set(qn("w:val"), language)


def _paragraph_style(word: WordDocument, name: str) -> ParagraphStyle:
    style = next((each for each in word.styles if each.name == name), None)
    if not isinstance(style, ParagraphStyle):
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["Normal"]
    return style


def _emptied(word: WordDocument, name: str) -> ParagraphStyle:
    """Return the style without what the template set in it."""
    style = _paragraph_style(word, name)
    for tag in ("w:pPr", "w:rPr"):
        for each in style.element.findall(qn(tag)):
            style.element.remove(each)
    style.quick_style = True
    return style


def _set_look(style: ParagraphStyle, look: Look) -> None:
    _set_font(style, look)
    form = style.paragraph_format
    form.alignment = _ALIGNMENTS[look.align]
    form.left_indent, form.right_indent = Cm(look.left), Cm(look.right)
    form.first_line_indent = Cm(look.first_line)
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.keep_with_next, form.keep_together = look.keep_with_next, look.keep_together
    form.line_spacing = 1.0
    form.widow_control = True
    if look.close:
        close = OxmlElement("w:contextualSpacing")
        style.element.get_or_add_pPr().insert_element_before(close, "w:jc", "w:outlineLvl")
    if look.outline > 0:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(look.outline - 1))
        style.element.get_or_add_pPr().append(level)


def _set_font(style: ParagraphStyle, look: Look) -> None:
    style.font.size, style.font.bold = Pt(look.size), look.bold
    style.font.name = FONT
    fonts: Any = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)


def add_lists(word: WordDocument, numbered: Sequence[bool]) -> None:
    """Define one list for each listing of the paper, so that each begins at one."""
    numbering = word.part.numbering_part.element
    for each in list(numbering):
        numbering.remove(each)
    texts = [_list_text(number, counts) for number, counts in enumerate(numbered, start=1)]
    texts += [_NUMBER.format(ns=nsdecls("w"), number=n) for n in range(1, len(numbered) + 1)]
    for text in texts:
        numbering.append(parse_xml(text))


def _list_text(number: int, counts: bool) -> str:  # noqa: FBT001 one of two kinds of list
    kind, mark = ("decimal", "%1-") if counts else ("bullet", "–")
    indent = round(Cm(LIST_INDENT).twips)
    return _LIST.format(ns=nsdecls("w"), number=number, kind=kind, mark=mark, indent=indent)


def list_reference(number: int) -> BaseOxmlElement:
    """Return what makes a paragraph an item of the list with this number."""
    properties = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", 0), ("w:numId", number)):
        part = OxmlElement(tag)
        part.set(qn("w:val"), str(value))
        properties.append(part)
    return properties
