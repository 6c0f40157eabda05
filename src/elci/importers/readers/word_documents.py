"""Reads the tables of DOCX, named by the paragraph above them."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from elci.importers.limits import Limits
from elci.importers.readers.gathering import Gathering
from elci.importers.readers.grid import SpanCell, spread
from elci.importers.readers.refusals import Refusal, SourceRefusedError
from elci.importers.readers.sources import NoteCode, ReadSource, SourceKind
from elci.importers.readers.xml_trees import tree_of

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN: Final = "word/document.xml"
_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_WRAPPERS: Final = frozenset({"sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo"})
_LEFT_OUT: Final = frozenset({
    "del", "moveFrom", "tbl", "pPr", "rPr", "tcPr", "Fallback", "instrText", "delText",
    "footnoteReference", "txbxContent", "object",
})  # fmt: skip
_SIGNS: Final = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_LONGEST_NAME: Final = 200


def read_docx(parts: Mapping[str, bytes], limits: Limits) -> ReadSource:
    """Read the tables of a word processor's document, or its paragraphs where it has none."""
    found = Gathering(limits)
    if any(name.endswith("vbaProject.bin") for name in parts):
        found.note(NoteCode.MACROS)
    main = parts.get(_MAIN, b"").replace(_STRICT.encode(), _W[1:-1].encode())
    body = tree_of(main, kind="DOCX").find(f"{_W}body")
    if body is None:
        raise SourceRefusedError(Refusal.DAMAGED, kind="DOCX")
    some, lines = False, list[str]()
    for block in _blocks(body):
        if _name(block) == "tbl":
            some |= _gather_table(block, next(reversed(lines), ""), found)
        elif _name(block) == "p" and (line := _text_of(block).strip()):
            lines.append(line)
    if not some:
        found.note(NoteCode.NO_TABLE_FOUND)
        found.cells_of([[line] for line in lines])
    return found.source(SourceKind.DOCX)


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _blocks(parent: Any) -> Iterator[Any]:
    """Yield what stands in a body, a table, a row or a cell, through what only wraps it."""
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        if _name(element) in _WRAPPERS:
            stack += reversed(element)
        else:
            yield element


def _gather_table(table: Any, above: str, found: Gathering) -> bool:
    rows, over = [], dict[int, str]()
    inner = []
    for row in _blocks(table):
        if _name(row) == "tr":
            cells, over = _row(row, over)
            rows.append(cells)
            inner += list(row.iter(f"{_W}tbl"))
    some = found.cells_of(spread(rows, found.limits), name=above[:_LONGEST_NAME])
    for nested in inner:
        some |= nested.getparent() is not None and _gather_table_once(nested, table, found)
    return some


def _gather_table_once(nested: Any, table: Any, found: Gathering) -> bool:
    """Take up a table in a cell, unless it stands in a deeper one that brings it itself."""
    holder = next(nested.iterancestors(f"{_W}tbl"), None)
    return holder is table and _gather_table(nested, "", found)


def _row(row: Any, over: Mapping[int, str]) -> tuple[list[SpanCell], dict[int, str]]:
    """Return the cells of a row, and their texts by column for cells that go on below."""
    before = _number(row, "trPr", "gridBefore", default=0)
    cells = [SpanCell("", across=before)] if before else []
    column, texts = before, dict[int, str]()
    for cell in _blocks(row):
        if _name(cell) != "tc":
            continue
        text = over.get(column, "") if _goes_on(cell) else _cell_text(cell)
        across = max(1, _number(cell, "tcPr", "gridSpan", default=1))
        cells.append(SpanCell(text, across=across))
        texts[column] = text
        column += across
    return cells, texts


def _goes_on(cell: Any) -> bool:
    """Whether the cell is the lower part of one that begins above."""
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and merge.get(f"{_W}val", "continue") == "continue"


def _number(element: Any, properties: str, name: str, *, default: int) -> int:
    value = element.find(f"{_W}{properties}/{_W}{name}")
    written = "" if value is None else value.get(f"{_W}val", "")
    return int(written) if written.isdecimal() and len(written) < 7 else default


def _cell_text(cell: Any) -> str:
    paragraphs = [_text_of(block) for block in _blocks(cell) if _name(block) == "p"]
    return "\n".join(paragraphs).strip()


def _text_of(paragraph: Any) -> str:
    """Return the text that is seen: not what was deleted, hidden or written in a box."""
    pieces = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        name = _name(element)
        if name in _LEFT_OUT or (name == "r" and _is_hidden(element)):
            continue
        if name == "t":
            pieces.append(element.text or "")
        pieces.append(_SIGNS.get(name, ""))
        stack += reversed(element)
    return "".join(pieces)


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{_W}rPr/{_W}vanish")
    return hidden is not None and hidden.get(f"{_W}val", "1") not in {"0", "false"}
