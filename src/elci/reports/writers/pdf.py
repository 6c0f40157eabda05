"""Papers as PDF, set by Typst in a process of its own that has a time limit."""

import json
import os
import re
import subprocess  # nosec B404 # typesetting runs in a process of its own
import sys
from dataclasses import asdict
from types import MappingProxyType
from typing import Any, Final

from elci.reports.document import (
    Block,
    Cards,
    Document,
    Labelled,
    Line,
    Listing,
    Paragraph,
    Style,
    Table,
    line,
)
from elci.reports.styles import LABEL_AT, LOOKS, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, VALUE_AT

_LANGUAGES: Final = MappingProxyType({"tr": ("tr", "TR"), "en": ("en", "GB")})
_SECONDS: Final = 30
_LONG_WORD: Final = re.compile(r"\S{40}(?=\S)")
_MAY_BREAK: Final = "\u200b"


class PaperNotSetError(Exception):
    """A PDF could not be made of a paper; the other formats may still be had."""


def pdf_bytes(document: Document, *, seconds: int = _SECONDS) -> bytes:
    """Return the paper as a tagged PDF, as PDF/UA-1 and PDF/A-2a where its letters allow that.

    Letters that no typeface at hand holds (Chinese, say) are shown as empty boxes, and such a
    file claims neither. Raises ``PaperNotSetError`` where the limit in seconds is passed.
    """
    command = [sys.executable, "-I", "-X", "utf8", "-m", "elci.reports.typesetting"]
    environment = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603 our own module  # nosec B603 # our own module
            command, input=json.dumps(_payload(document)).encode(), timeout=seconds,
            capture_output=True, check=False, env=environment,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise PaperNotSetError(f"The PDF was not ready after {seconds} seconds.") from error
    if done.returncode != 0:
        raise PaperNotSetError(done.stderr.decode(errors="replace")[-500:])
    return done.stdout


def _payload(document: Document) -> dict[str, Any]:
    return {
        "title": document.title,
        "author": document.author,
        "language": _LANGUAGES[document.language],
        "made_on": (document.made_on.year, document.made_on.month, document.made_on.day),
        "page": {
            "width": PAGE_WIDTH, "height": PAGE_HEIGHT, "margin": MARGIN,
            "label": LABEL_AT, "value": VALUE_AT,
        },
        "looks": {style.value: asdict(look) for style, look in LOOKS.items()},
        "parts": [_part(block) for block in document.blocks],
        "foot": [_lines(document.foot.left), _lines(document.foot.right)],
    }  # fmt: skip


def _part(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "style": block.style, "lines": _lines(block.lines)}
        case Labelled():
            lines, right = _lines(block.lines), _runs(block.right)
            return {
                "kind": "labelled", "style": block.style, "label": block.label,
                "lines": lines, "right": right,
            }  # fmt: skip
        case Listing():
            return {
                "kind": "listing", "style": Style.LISTED,
                "items": _lines(block.items), "numbered": block.numbered,
            }  # fmt: skip
        case Cards():
            return {
                "kind": "cards", "style": Style.CARD, "title": block.title,
                "cards": [_lines(card) for card in block.cards],
            }  # fmt: skip
        case Table():
            return {
                "kind": "table", "style": Style.PLAIN,
                "head": _lines(tuple(line(text) for text in block.head)),
                "rows": [_lines(row) for row in block.rows],
                "widths": block.widths, "ruled": block.ruled,
            }  # fmt: skip


def _lines(lines: tuple[Line, ...]) -> list[list[dict[str, Any]]]:
    return [_runs(each) for each in lines]


def _runs(a_line: Line) -> list[dict[str, Any]]:
    return [{"text": _breakable(run.text), "strong": run.strong} for run in a_line]


def _breakable(text: str) -> str:
    """Let words break that no line could hold."""
    return _LONG_WORD.sub(lambda found: found[0] + _MAY_BREAK, text)
