"""Reads tables and lists written in the markup of MediaWiki."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import mwparserfromhell
from mwparserfromhell.nodes import (
    ExternalLink,
    Heading,
    HTMLEntity,
    Node,
    Tag,
    Template,
    Text,
    Wikilink,
)

from elci.importers.readers.gathering import Gathering
from elci.importers.readers.grid import SpanCell, spread
from elci.importers.readers.sources import NoteCode
from elci.importers.readers.wiki_templates import flag_of, is_container, shown_by

_FILE: Final = re.compile(
    r"(?:file|image|dosya|resim|datei|fichier|файл|archivo)\s*:", re.IGNORECASE
)
_SPAN: Final = re.compile(r"\s*\"?(\d{1,6})")
_DROPPED: Final = frozenset({"ref", "script", "style", "gallery", "math", "references", "table"})
_CELLS: Final = frozenset({"td", "th"})
_NAMES_SHOWN: Final = 8


class WikiReader:
    """Takes up the tables and lists of one text, and remembers templates that it left out."""

    def __init__(self, found: Gathering) -> None:
        self._found = found
        self._unknown: dict[str, None] = {}

    def gather(self, text: str) -> None:
        """Take up every table and every list under its heading; of neither, the lines."""
        if not self._take_up(mwparserfromhell.parse(_containers_opened(text)).nodes):
            self._found.note(NoteCode.NO_TABLE_FOUND)
            self._found.cells_of([[line] for line in text.splitlines()])
        if self._unknown:
            names = ", ".join(list(self._unknown)[:_NAMES_SHOWN])
            self._found.note(NoteCode.TEMPLATES_LEFT_OUT, names=names)

    def _take_up(self, nodes: Sequence[Node]) -> bool:
        heading, some = "", False
        items: list[list[Node]] = []
        for node in nodes:
            if isinstance(node, Heading) or _tag_of(node) == "table":
                some |= self._list(items, heading)
                items = []
            if isinstance(node, Heading):
                heading = self._text(node.title.nodes).strip()
            elif isinstance(node, Tag) and _tag_of(node) == "table":
                some |= self._table(node, heading)
            else:
                _into_items(node, items)
        return self._list(items, heading) or some

    def _list(self, items: Sequence[Sequence[Node]], heading: str) -> bool:
        """Take up the items, each with the country of its flag in a second cell if there is one."""
        rows = [[self._text(nodes).strip(), self._flag(nodes)] for nodes in items]
        return self._found.cells_of(rows, name=heading)

    def _table(self, table: Tag, heading: str) -> bool:
        caption = ""
        rows: list[list[SpanCell]] = [[]]
        for tag in _tags_in(table):
            if _tag_of(tag) == "tr":
                rows.append([self._cell(cell) for cell in _tags_in(tag) if _tag_of(cell) in _CELLS])
            elif _tag_of(tag) in _CELLS and str(tag.contents).startswith("+"):
                caption = self._text(tag.contents.nodes).strip().lstrip("+").strip()
            elif _tag_of(tag) in _CELLS:
                rows[0].append(self._cell(tag))
        return self._found.cells_of(spread(rows, self._found.limits), name=caption or heading)

    def _cell(self, cell: Tag) -> SpanCell:
        nodes = cell.contents.nodes if cell.contents is not None else []
        text = self._text(nodes).strip() or self._flag(nodes)
        return SpanCell(text, _span(cell, "rowspan"), _span(cell, "colspan"))

    def _text(self, nodes: Sequence[Node]) -> str:
        return "".join(self._shown(node) for node in nodes)

    def _shown(self, node: Node) -> str:
        match node:
            case Text():
                return str(node.value)
            case HTMLEntity():
                return str(node.normalize())
            case Wikilink():
                return self._link(node)
            case Template():
                return self._template(node)
            case Tag():
                return self._tag(node)
        titled = isinstance(node, ExternalLink) and node.title is not None
        return self._text(node.title.nodes) if titled else ""

    def _link(self, node: Wikilink) -> str:
        title = str(node.title).strip()
        if _FILE.match(title) is not None:
            return ""
        if node.text is not None:
            return self._text(node.text.nodes)
        return title.lstrip(":").replace("_", " ")

    def _tag(self, node: Tag) -> str:
        tag = _tag_of(node)
        if tag == "br":
            return "\n"
        if tag in _DROPPED or node.contents is None:
            return ""
        return self._text(node.contents.nodes)

    def _template(self, node: Template) -> str:
        name, params = self._named(node)
        shown = shown_by(name, params)
        if shown is None:
            self._unknown[name[:60]] = None
        return shown or ""

    def _named(self, node: Template) -> tuple[str, list[str]]:
        params = [self._text(one.value.nodes).strip() for one in node.params if not one.showkey]
        return str(node.name).strip().replace("_", " "), params

    def _flag(self, nodes: Sequence[Node]) -> str:
        flags = (flag_of(*self._named(node)) for node in nodes if isinstance(node, Template))
        return next(filter(None, flags), "")


def _containers_opened(text: str) -> str:
    """Return the text with the templates that hold whole lists replaced by what they hold."""
    if "*" not in text:
        return text
    code = mwparserfromhell.parse(text)
    for template in code.filter_templates(recursive=False):
        if is_container(str(template.name).strip().lower()) and "*" in str(template):
            held = "\n".join(str(one.value) for one in template.params if not one.showkey)
            code.replace(template, f"\n{held}\n")
    return str(code)


def _into_items(node: Node, items: list[list[Node]]) -> None:
    """Begin an item at its mark; what follows on its line belongs to it."""
    if isinstance(node, Tag) and _tag_of(node) in {"li", "dd"} and node.wiki_markup is not None:
        if not items or items[-1]:
            items.append([])
        return
    if not items or _ended(items[-1]):
        return
    if isinstance(node, Text) and "\n" in node.value:
        items[-1].append(Text(node.value.partition("\n")[0] + "\n"))
    else:
        items[-1].append(node)


def _ended(item: Sequence[Node]) -> bool:
    return bool(item) and isinstance(item[-1], Text) and str(item[-1]).endswith("\n")


def _tags_in(tag: Tag) -> Iterator[Tag]:
    nodes = tag.contents.nodes if tag.contents is not None else ()
    return (node for node in nodes if isinstance(node, Tag))


def _tag_of(node: Node) -> str:
    return str(node.tag).strip().lower() if isinstance(node, Tag) else ""


def _span(cell: Tag, name: str) -> int:
    if not cell.has(name):
        return 1
    written = _SPAN.match(str(cell.get(name).value))
    return 1 if written is None else int(written[1])
