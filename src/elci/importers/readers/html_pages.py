"""Reads the tables of a web page; of a page of MediaWiki, the lists with flags as well."""

import re
from collections.abc import Iterator
from typing import Any, Final

from elci.importers.readers.gathering import Gathering
from elci.importers.readers.grid import SpanCell, spread
from elci.importers.readers.html_text import is_hidden, text_of
from elci.importers.readers.refusals import Refusal, SourceRefusedError
from elci.importers.readers.sources import NoteCode

_META: Final = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{2,30})""", re.IGNORECASE
)
_XML: Final = re.compile(rb"""\A\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]{2,30})""")
_PAGE: Final = re.compile(
    r"\A\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|table|meta|div|style|p\b|h[1-6])",
    re.IGNORECASE | re.DOTALL,
)
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_SPAN: Final = re.compile(r"\s*(\d{1,6})")
_MEDIAWIKI: Final = re.compile(r"mw-parser-output|class=[\"'][^\"']*wikitable|mw-content-text")


def declared_encoding(content: bytes) -> str:
    """Return the encoding that the page claims in its beginning."""
    head = content[:4096]
    found = _META.search(head) or _XML.search(head)
    return "" if found is None else found[1].decode("ascii", errors="replace")


def is_page(text: str) -> bool:
    """Whether the text is HTML: it begins so, or a table stands in it."""
    return _PAGE.match(text[:20_000]) is not None or "<table" in text[:200_000].lower()


def is_of_mediawiki(text: str) -> bool:
    """Whether MediaWiki made the page."""
    return _MEDIAWIKI.search(text[:500_000]) is not None


def gather(text: str, found: Gathering, *, lists: bool = False) -> None:
    """Take up the tables, named by caption or heading; with ``lists`` the lists as well.

    A page without any is taken up as lines.
    """
    root = _root_of(text)
    heading, some = "", False
    for element in _seen(root, found):
        if element.tag in _HEADINGS:
            heading = text_of(element)
        elif element.tag == "table":
            some |= _gather_table(element, heading, found)
        elif lists and element.tag in {"ul", "ol"} and not _inside(element):
            some |= _gather_list(element, heading, found)
    if not some:
        found.note(NoteCode.NO_TABLE_FOUND)
        found.cells_of([[line] for line in text_of(root, without=frozenset()).split("\n")])


def _root_of(text: str) -> Any:
    from lxml import etree, html  # noqa: PLC0415 a heavy library, needed for this kind only

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise SourceRefusedError(Refusal.NOTHING_IN_IT) from error
    return root


def _seen(root: Any, found: Gathering) -> Iterator[Any]:
    """Yield the elements that a browser would show, in the order of the page."""
    stack = [root]
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str):
            continue
        if element.tag != "head" and is_hidden(element):
            if element.tag in {"table", "tr", "ul", "div"}:
                found.count(NoteCode.HIDDEN_TEXT)
            continue
        yield element
        stack += reversed(element)


def _inside(element: Any) -> bool:
    """Whether a list stands in a table, in another list, or in what leads around the page."""
    return any(
        parent.tag in {"table", "li", "nav", "footer"} or parent.get("role") == "navigation"
        for parent in element.iterancestors()
    )


def _gather_table(table: Any, heading: str, found: Gathering) -> bool:
    rows = [[_span_cell(cell) for cell in row] for row in _rows_of(table)]
    caption = table.find("caption")
    name = "" if caption is None or is_hidden(caption) else text_of(caption)
    return found.cells_of(spread(rows, found.limits), name=name or heading)


def _rows_of(table: Any) -> Iterator[list[Any]]:
    """Yield the visible cells of the table's own rows, its head first and its foot last."""
    parts = [table, *(part for part in table if part.tag in {"thead", "tbody", "tfoot"})]
    for part in sorted(parts, key=lambda part: {"thead": 0, "tfoot": 2}.get(part.tag, 1)):
        for row in part:
            if row.tag == "tr" and not is_hidden(row):
                yield [cell for cell in row if cell.tag in {"td", "th"} and not is_hidden(cell)]


def _span_cell(cell: Any) -> SpanCell:
    return SpanCell(text_of(cell), _span(cell, "rowspan", least=0), _span(cell, "colspan", least=1))


def _span(cell: Any, name: str, *, least: int) -> int:
    written = _SPAN.match(cell.get(name) or "")
    return 1 if written is None else max(int(written[1]), least)


def _gather_list(element: Any, heading: str, found: Gathering) -> bool:
    """Take up the items, each with the country of its flag in a second cell if there is one."""
    rows = [[text_of(item), _flag_of(item)] for item in element if item.tag == "li"]
    return found.cells_of(rows, name=heading)


def _flag_of(item: Any) -> str:
    for mark in item.iter("span"):
        if "flagicon" in (mark.get("class") or "").split():
            named = [*mark.iter("img"), *mark.iter("a")]
            texts = [node.get("alt") or node.get("title") or "" for node in named]
            return next((text for text in texts if text.strip()), "")
    return ""
