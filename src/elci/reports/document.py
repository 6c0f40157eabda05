"""What a paper says and in which order, apart from how a file format writes it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from string import Formatter
from typing import Final, Literal

BLANK: Final = "……"
"""What is printed where a value is not known, so that a person fills it in."""

_SPACES: Final = re.compile(r"[^\S\n]+")
_LINE_ENDS: Final = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_REORDERING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the order of letters around and cannot be seen on the paper."""


class Style(StrEnum):
    """The part that a paragraph plays; each format has a style of its own for each."""

    BODY = "Body"
    LEAD = "Lead"
    """Running text that stays with the list that it leads in."""
    PLAIN = "Plain"
    PLAIN_LEAD = "Plain Lead"
    LETTERHEAD = "Letterhead"
    PARTICULARS = "Particulars"
    REFERENCES = "References"
    ADDRESSEE = "Addressee"
    SIGNATURE = "Signature"
    APPROVAL = "Approval"
    LABEL = "Label"
    TITLE = "Title"
    HEADING = "Heading"
    QUOTED = "Quoted"
    LISTED = "Listed"
    CELL = "Cell"
    CELL_HEAD = "Cell Head"
    SPACER = "Spacer"
    """The empty line below a table."""
    CARD = "Card"
    """Lines of a card that is cut out: a badge, a place card."""
    FOOT = "Foot"


def cleaned(text: str) -> str:
    r"""Return text that every format can hold: no control characters, no hidden reordering.

    >>> cleaned("a\x00b\u202ec\r\nd")
    'a bc\nd'
    """
    lines = _LINE_ENDS.sub("\n", text)
    kept = "".join(_printable(each) for each in lines if each not in _REORDERING)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", kept))


def one_line(text: str) -> str:
    """Return cleaned text with spaces for its line ends."""
    return cleaned(text).replace("\n", " ")


def _printable(letter: str) -> str:
    if letter == "\n":
        return letter
    kind = unicodedata.category(letter)
    if kind == "Cc":
        return " "
    if kind in {"Cs", "Co"} or ord(letter) & 0xFFFE == 0xFFFE:
        return "\ufffd"
    return letter


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight; a line end in it is a space."""

    text: str
    strong: bool = False
    blank: str = ""
    """The name of the value that is missing here; empty where none is."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", one_line(self.text))


Line = tuple[Run, ...]


def blank(name: str) -> Run:
    """Return the gap left for a value that is not known."""
    return Run(BLANK, blank=name)


def line(text: str, *, strong: bool = False) -> Line:
    """Return one line of plain text."""
    return (Run(text, strong=strong),)


def fill(template: str, **values: str | Line | None) -> Line:
    """Return the template with its named gaps filled; ``None`` leaves a visible blank.

    >>> [run.text for run in fill("{partner} ile {day} günü", partner="Tiflis", day=None)]
    ['Tiflis', ' ile ', '……', ' günü']
    """
    runs: list[Run] = []
    for literal, name, _spec, _conversion in Formatter().parse(template):
        if literal != "":
            runs.append(Run(literal))
        if name is not None:
            runs.extend(_filled(name, values[name]))
    return tuple(runs)


def _filled(name: str, value: str | Line | None) -> Line:
    if value is None:
        return (blank(name),)
    return line(value) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, one below the other."""

    style: Style
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label, a colon, and lines that stand below one another beside it."""

    label: str
    lines: tuple[Line, ...]
    right: Line = ()
    """What stands at the right edge of the first line."""
    style: Style = Style.PARTICULARS


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, numbered as annexes are (1-) or with dashes."""

    items: tuple[Line, ...]
    numbered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a head; widths are in centimetres."""

    title: str
    """What the table is, for those who cannot see it."""
    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[float, ...]
    ruled: bool = True

    def __post_init__(self) -> None:
        counts = {len(self.head), len(self.widths), *(len(row) for row in self.rows)}
        if len(counts) != 1:
            raise ValueError("Every row of a table needs as many cells as its head.")
        object.__setattr__(self, "title", one_line(self.title))
        object.__setattr__(self, "head", tuple(one_line(cell) for cell in self.head))


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to be cut out, two beside one another, each with lines below one another."""

    title: str
    """What they are, for those who cannot see them."""
    cards: tuple[tuple[Line, ...], ...]


Block = Paragraph | Labelled | Listing | Table | Cards


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What stands at the end of each page: an address at the left, whom to ask at the right."""

    left: tuple[Line, ...] = ()
    right: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A paper, ready to be written in any format; the same paper gives the same bytes."""

    title: str
    author: str
    """The authority whose paper it is."""
    made_on: date
    blocks: tuple[Block, ...]
    foot: Foot = field(default_factory=Foot)
    language: Literal["tr", "en"] = "tr"

    def __post_init__(self) -> None:
        for name in ("title", "author"):
            object.__setattr__(self, name, one_line(getattr(self, name)).strip())

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the values left blank, each once, in the order of the paper."""
        return tuple(dict.fromkeys(run.blank for run in self.runs() if run.blank != ""))

    def lines(self) -> Iterator[Line]:
        """Yield all lines of the paper in their order, those of the foot last."""
        for block in self.blocks:
            yield from _lines_of(block)
        yield from (*self.foot.left, *self.foot.right)

    def runs(self) -> Iterator[Run]:
        """Yield all text of the paper in its order."""
        for each in self.lines():
            yield from each


def _lines_of(block: Block) -> Sequence[Line]:
    match block:
        case Listing():
            return block.items
        case Cards():
            return tuple(each for card in block.cards for each in card)
        case Table():
            head = (line(cell) for cell in block.head)
            return (*head, *(cell for row in block.rows for cell in row))
        case Labelled():
            return (line(block.label), *block.lines, block.right)
        case Paragraph():
            return block.lines


def text_of(a_line: Line) -> str:
    """Return a line as plain text.

    >>> text_of(fill("Sayı: {number}", number=None))
    'Sayı: ……'
    """
    return "".join(run.text for run in a_line)
