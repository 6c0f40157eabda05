"""The briefing before a visit: who they are, what stands between us, what was promised, what to
raise; written from the record, on two pages at most.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from elci.domain.texts import Text
from elci.reports.document import (
    Block,
    Document,
    Foot,
    Line,
    Listing,
    Paragraph,
    Run,
    Style,
    Table,
    line,
    text_of,
)
from elci.reports.styles import LOOKS, PAGE_HEIGHT, TEXT_WIDTH

PAGES: Final = 2
_LONGEST: Final = 220
_POINTS_A_CM: Final = 72 / 2.54
_ROOM: Final = PAGES * (PAGE_HEIGHT - 5.6) * _POINTS_A_CM
"""What two pages hold, with a reserve: word processors set lines further apart than others."""

_TITLE: Final = Text("Bilgi notu: {partner}", "Briefing: {partner}")
_WHO: Final = Text("Kimler", "Who they are")
_BETWEEN: Final = Text("Aramızda ne var", "What stands between us")
_PROMISED: Final = Text("Ne için söz verildi", "What was promised")
_HAPPENED: Final = Text("Ne yapıldı", "What happened")
_RAISE: Final = Text("Ne gündeme getirilmeli", "What to raise")
_NOTHING: Final = Text("Kayıtta bir şey yok.", "Nothing is on record.")
_NONE_TO_RAISE: Final = Text("Kayıtta açık kalmış bir konu yok.", "The record leaves nothing open.")
_MORE: Final = Text("Kayıtta {number} tane daha var.", "The record holds {number} more.")
_FOOT: Final = Text("Kayıttan {day} tarihinde yazıldı.", "Written from the record on {day}.")
_SAMPLE: Final = Text(
    "Örnek kayıtlardan yazıldı: içindekiler uydurulmuştur.",
    "Written from sample records: what it says is made up.",
)
_HEAD: Final = (
    Text("Kim", "Who"),
    Text("Ne", "What"),
    Text("Ne zamana kadar", "To be done by"),
    Text("Durum", "Status"),
)
_WIDTHS: Final = (2.6, 7.6, 3.0, 2.8)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseTold:
    """A promise in the words of the paper."""

    who: str
    what: str
    due: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingFacts:
    """What a briefing says, in the words of its language; the most important of each first."""

    language: Literal["tr", "en"]
    partner: str
    author: str
    made_on: date
    day: str
    occasion: str
    """The visit for which it is written, in a sentence; empty where none is planned."""
    who: tuple[str, ...]
    between: tuple[str, ...]
    promises: tuple[PromiseTold, ...]
    happened: tuple[str, ...]
    to_raise: tuple[str, ...]
    is_sample: bool = False


def briefing(facts: BriefingFacts) -> Document:
    """Return the briefing, short enough for two pages in any format.

    Where the record holds more than fits, the last of each part are left out and counted.
    """
    most = 12
    document = _composed(facts, most)
    while height(document.blocks) > _ROOM and most > 1:
        most -= 1
        document = _composed(facts, most)
    return document


def height(blocks: Sequence[Block]) -> float:
    """Return about how high some blocks are on the page, in points, with a reserve."""
    return sum(_height(block) for block in blocks)


def _composed(facts: BriefingFacts, most: int) -> Document:
    language = facts.language
    title = _said(_TITLE, language, partner=_short(facts.partner))
    foot = _said(_FOOT, language, day=facts.day)
    return Document(
        title=title,
        author=facts.author,
        made_on=facts.made_on,
        language=language,
        foot=Foot(left=(line(facts.author),), right=(line(foot),)),
        blocks=(Paragraph(Style.TITLE, (line(title),)), *_parts(facts, most)),
    )


def _parts(facts: BriefingFacts, most: int) -> Iterator[Block]:
    language = facts.language
    if facts.is_sample:
        yield Paragraph(Style.PLAIN, ((Run(_SAMPLE.in_language(language), strong=True),),))
    if facts.occasion:
        yield Paragraph(Style.PLAIN, (line(_short(facts.occasion, 2 * _LONGEST)),))
    yield _heading(_WHO, language)
    who = "; ".join(map(_short, facts.who)) or _NOTHING.in_language(language)
    yield Paragraph(Style.PLAIN, (line(_short(who, 3 * _LONGEST)),))
    yield from _listed(_RAISE, facts.to_raise, most, language, none=_NONE_TO_RAISE, numbered=True)
    yield from _promised(facts, most)
    yield from _listed(_BETWEEN, facts.between, most, language)
    yield from _listed(_HAPPENED, facts.happened, most, language)


def _listed(
    heading: Text, items: Sequence[str], most: int, language: str, *, none: Text = _NOTHING,
    numbered: bool = False,
) -> Iterator[Block]:  # fmt: skip
    yield _heading(heading, language)
    if not items:
        yield Paragraph(Style.PLAIN, (line(none.in_language(language)),))
        return
    yield Listing(tuple(line(_short(each)) for each in items[:most]), numbered=numbered)
    yield from _left_out(len(items) - most, language)


def _promised(facts: BriefingFacts, most: int) -> Iterator[Block]:
    language = facts.language
    yield _heading(_PROMISED, language)
    if not facts.promises:
        yield Paragraph(Style.PLAIN, (line(_NOTHING.in_language(language)),))
        return
    yield Table(
        title=_PROMISED.in_language(language),
        head=tuple(each.in_language(language) for each in _HEAD),
        rows=tuple(_row(each) for each in facts.promises[:most]),
        widths=_WIDTHS,
    )
    yield from _left_out(len(facts.promises) - most, language)


def _row(promise: PromiseTold) -> tuple[Line, ...]:
    cells = (promise.who, promise.what, promise.due, promise.state)
    longest = (60, _LONGEST, 60, 60)
    return tuple(line(_short(cell, most)) for cell, most in zip(cells, longest, strict=True))


def _left_out(number: int, language: str) -> Iterator[Block]:
    if number > 0:
        yield Paragraph(Style.PLAIN, (line(_said(_MORE, language, number=str(number))),))


def _heading(text: Text, language: str) -> Paragraph:
    return Paragraph(Style.HEADING, (line(text.in_language(language)),))


def _said(text: Text, language: str, **values: str) -> str:
    return text.in_language(language).format(**values)


def _short(text: str, most: int = _LONGEST) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _height(block: Block) -> float:
    match block:
        case Paragraph():
            return _stacked(block.style, block.lines, TEXT_WIDTH)
        case Listing():
            return sum(_stacked(Style.LISTED, (item,), TEXT_WIDTH - 1) for item in block.items)
        case Table():
            head = _row_height(tuple(line(cell) for cell in block.head), block.widths)
            return head + sum(_row_height(row, block.widths) for row in block.rows) + 14
        case _:
            raise TypeError(block)


def _row_height(row: Sequence[Line], widths: Sequence[float]) -> float:
    cells = zip(row, widths, strict=True)
    return max(_stacked(Style.CELL, (cell,), width - 0.3) for cell, width in cells) + 5


def _stacked(style: Style, lines: Sequence[Line], width: float) -> float:
    look = LOOKS[style]
    fit = max(1, int(width * _POINTS_A_CM / (look.size * 0.52)))
    rows = sum(max(1, -(-len(text_of(each)) // fit)) for each in lines)
    return rows * look.size * 1.36 + look.before + look.after
