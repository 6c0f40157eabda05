"""The visible text of a piece of a page, as a person would copy it."""

import re
from collections.abc import Iterator
from typing import Any, Final

_UNSEEN: Final = frozenset({
    "script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select",
    "button", "textarea", "input", "audio", "video", "canvas", "math", "link", "meta",
})  # fmt: skip
_BLOCKS: Final = frozenset({
    "p", "div", "li", "ul", "ol", "dl", "dd", "dt", "tr", "h1", "h2", "h3", "h4", "h5", "h6",
    "section", "article", "blockquote", "pre", "address", "center", "figure", "hr",
})  # fmt: skip
_UNSEEN_CLASSES: Final = frozenset({
    "reference", "mw-editsection", "sortkey", "noprint", "metadata", "mw-empty-elt",
    "flagicon", "mw-cite-backlink", "screen-reader-text", "sr-only", "visually-hidden",
    "navbox", "ambox", "toc", "references", "reflist", "catlinks", "printfooter",
})  # fmt: skip
_HIDING: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_BROKEN_LINES: Final = re.compile(r" *\n[ \n]*")


def is_hidden(element: Any) -> bool:
    """Whether a browser would not show the element, or MediaWiki adds it for its own use."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if not _UNSEEN_CLASSES.isdisjoint((element.get("class") or "").split()):
        return True
    return _HIDING.search(element.get("style") or "") is not None


def text_of(element: Any, *, without: frozenset[str] = frozenset({"table"})) -> str:
    """Return what is seen of an element; nested elements named in ``without`` are left out."""
    text = "".join(_pieces(element, without))
    return _BROKEN_LINES.sub("\n", text).strip()


def _pieces(element: Any, without: frozenset[str]) -> Iterator[str]:
    """Yield the texts inside in order, blocks and breaks on lines of their own.

    It walks without recursion: pages may nest as deep as the parser lets them.
    """
    stack: list[tuple[Any, bool]] = [(element, False)]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            if node.tag in _BLOCKS:
                yield "\n"
            if node is not element:
                yield _flat(node.tail)
            continue
        if node is not element and (is_hidden(node) or node.tag in without):
            yield _flat(node.tail)
            continue
        if node.tag == "br" or (node.tag in _BLOCKS and node is not element):
            yield "\n"
        yield _flat(node.text)
        stack.append((node, True))
        stack += [(child, False) for child in reversed(node)]


def _flat(text: str | None) -> str:
    return _BLANKS.sub(" ", text or "")
