"""The styles and the page of an ODT file, set from the looks that all formats share."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from odfdo import Document as OpenDocument
from odfdo import Element, XmlPart

from elci.reports.document import Style
from elci.reports.styles import (
    FONT,
    HANGING,
    LABEL_AT,
    LIST_INDENT,
    LOOKS,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT_WIDTH,
    VALUE_AT,
    Look,
)

STYLE_NAMES: Final = MappingProxyType(
    {each: each.value.replace(" ", "_20_") for each in Style}
    | {
        Style.BODY: "Text_20_body",
        Style.TITLE: "Heading_20_1",
        Style.HEADING: "Heading_20_2",
        Style.QUOTED: "Quotations",
        Style.LISTED: "List_20_Contents",
        Style.FOOT: "Footer",
    }
)
"""The names of the styles; where Writer has one of the same meaning, Writer's own."""

NUMBERS, DASHES, STRONG, PAGE_NUMBER = "Numbers", "Dashes", "Strong", "Page_20_Number"
WITH_RIGHT: Final = "Particulars_20_and_20_Day"
_PARTS: Final = (
    "office:font-face-decls",
    "office:styles",
    "office:automatic-styles",
    "office:master-styles",
)
_PAGE, _MASTER = "Page", "Standard"
_ALIGNMENTS: Final = MappingProxyType({"left": "start", "center": "center", "justify": "justify"})


def element(tag: str, attributes: Mapping[str, str], *children: Element) -> Element:
    """Return an element with its attributes and what stands in it."""
    made = Element.from_tag(tag)
    for name, value in attributes.items():
        made.set_attribute(name, value)
    for child in children:
        made.append(child)
    return made


def set_styles(document: OpenDocument, *, language: str, foot: list[Element]) -> None:
    """Give the file the styles of the house, its language and the foot of its pages."""
    for part in _PARTS:
        part_of(document.styles, part).clear()
    fonts = {"style:name": FONT, "svg:font-family": f"'{FONT}'"}
    fonts |= {"style:font-family-generic": "roman", "style:font-pitch": "variable"}
    part_of(document.styles, "office:font-face-decls").append(element("style:font-face", fonts))
    for each in (_default(language), *_paragraph_styles(), *_other_styles()):
        part_of(document.styles, "office:styles").append(each)
    part_of(document.styles, "office:automatic-styles").append(_page())
    footer = element("style:footer", {}, *foot)
    names = {"style:name": _MASTER, "style:page-layout-name": _PAGE}
    page = element("style:master-page", names, footer)
    part_of(document.styles, "office:master-styles").append(page)


def part_of(file: XmlPart, tag: str) -> Element:
    """Return a part that every file of its kind has; raises ``LookupError`` where it has not."""
    found = file.root.get_element(tag)
    if found is None:
        raise LookupError(f"The template has no {tag}.")
    return found


def _default(language: str) -> Element:
    spoken, country = language.split("-")
    text = {
        "style:font-name": FONT, "fo:font-family": f"'{FONT}'", "fo:font-size": "12pt",
        "fo:language": spoken, "fo:country": country, "fo:hyphenate": "false",
    }  # fmt: skip
    return element(
        "style:default-style",
        {"style:family": "paragraph"},
        element("style:paragraph-properties", {"fo:orphans": "2", "fo:widows": "2"}),
        element("style:text-properties", text),
    )


def _paragraph_styles() -> list[Element]:
    standard = {"style:name": "Standard", "style:family": "paragraph", "style:class": "text"}
    stops = [(LABEL_AT, "left"), (VALUE_AT, "left")]
    made = [element("style:style", standard)]
    made += [_style(style, LOOKS[style]) for style in Style if style not in HANGING]
    return [
        *made,
        *(_hanging(STYLE_NAMES[style], LOOKS[style], stops) for style in HANGING),
        _hanging(WITH_RIGHT, LOOKS[Style.PARTICULARS], [*stops, (TEXT_WIDTH, "right")]),
    ]


def _style(style: Style, look: Look) -> Element:
    return _named(STYLE_NAMES[style], style.value, look, _paragraph(look))


def _hanging(name: str, look: Look, stops: list[tuple[float, str]]) -> Element:
    properties = _paragraph(look)
    properties.set_attribute("fo:margin-left", f"{VALUE_AT}cm")
    properties.set_attribute("fo:text-indent", f"-{VALUE_AT}cm")
    # Stops are counted from the margin of the paragraph.
    places = [{"style:position": f"{at - VALUE_AT:g}cm", "style:type": kind} for at, kind in stops]
    tabs = (element("style:tab-stop", place) for place in places)
    properties.append(element("style:tab-stops", {}, *tabs))
    return _named(name, name.replace("_20_", " "), look, properties)


def _named(name: str, shown: str, look: Look, properties: Element) -> Element:
    names = {
        "style:name": name, "style:display-name": shown, "style:family": "paragraph",
        "style:parent-style-name": "Standard", "style:class": "text",
    }  # fmt: skip
    if look.outline > 0:
        names |= {"style:default-outline-level": str(look.outline)}
    weight = "bold" if look.bold else "normal"
    text = {"fo:font-size": f"{look.size:g}pt", "fo:font-weight": weight}
    return element("style:style", names, properties, element("style:text-properties", text))


def _paragraph(look: Look) -> Element:
    form = {
        "fo:text-align": _ALIGNMENTS[look.align],
        "fo:margin-left": f"{look.left:g}cm", "fo:margin-right": f"{look.right:g}cm",
        "fo:text-indent": f"{look.first_line:g}cm",
        "fo:margin-top": f"{look.before:g}pt", "fo:margin-bottom": f"{look.after:g}pt",
        "style:contextual-spacing": "true" if look.close else "false",
        "fo:keep-with-next": "always" if look.keep_with_next else "auto",
        "fo:keep-together": "always" if look.keep_together else "auto",
    }  # fmt: skip
    return element("style:paragraph-properties", form)


def _other_styles() -> list[Element]:
    bold = element("style:text-properties", {"fo:font-weight": "bold"})
    strong = {"style:name": STRONG, "style:family": "text"}
    ending = element("style:paragraph-properties", {"fo:text-align": "end", "fo:margin-top": "2pt"})
    small = element("style:text-properties", {"fo:font-size": "8pt"})
    number = {"style:name": PAGE_NUMBER, "style:display-name": "Page Number"}
    number |= {"style:family": "paragraph", "style:parent-style-name": STYLE_NAMES[Style.FOOT]}
    return [
        element("style:style", strong, bold),
        element("style:style", number, ending, small),
        _list(NUMBERS, "text:list-level-style-number", {"style:num-suffix": "-"}),
        _list(DASHES, "text:list-level-style-bullet", {"text:bullet-char": "–"}),
    ]


def _list(name: str, tag: str, mark: dict[str, str]) -> Element:
    if tag.endswith("number"):
        mark |= {"style:num-format": "1"}
    indent = f"{LIST_INDENT}cm"
    alignment = element(
        "style:list-level-label-alignment",
        {
            "text:label-followed-by": "listtab", "text:list-tab-stop-position": indent,
            "fo:text-indent": f"-{indent}", "fo:margin-left": indent,
        },
    )  # fmt: skip
    mode = {"text:list-level-position-and-space-mode": "label-alignment"}
    level = element(
        tag, {"text:level": "1"} | mark, element("style:list-level-properties", mode, alignment)
    )
    return element("text:list-style", {"style:name": name}, level)


def _page() -> Element:
    size = {"fo:page-width": f"{PAGE_WIDTH}cm", "fo:page-height": f"{PAGE_HEIGHT}cm"}
    sides = {f"fo:margin-{side}": f"{MARGIN}cm" for side in ("left", "right", "top")}
    # The foot stands within the lower margin.
    form = size | sides | {"fo:margin-bottom": "1cm", "style:print-orientation": "portrait"}
    foot = {"fo:min-height": f"{MARGIN - 1}cm", "fo:margin-top": "0.4cm"}
    return element(
        "style:page-layout",
        {"style:name": _PAGE},
        element("style:page-layout-properties", form),
        element("style:footer-style", {}, element("style:header-footer-properties", foot)),
    )
