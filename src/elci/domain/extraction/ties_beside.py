"""Kinds of tie written beside a partner's name: "Suwon – İyi Niyet Mektubu, 2013"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.extraction.cells import RowCells
from elci.domain.extraction.cleaning import one_line
from elci.domain.extraction.datespans import find_dates
from elci.domain.extraction.instruments import tie_in_front
from elci.domain.extraction.labels import read_label
from elci.domain.extraction.roles import DATED_ACTS, Role
from elci.domain.places.folding import fold
from elci.domain.vocabularies import Instrument

_PIECE: Final = re.compile(
    r"(?P<opening>\s*[(\[]|\s*[,;]|\s+[-–—](?=\s))(?P<words>[^()\[\],;–—]+?)"
    r"(?P<closing>\s*[)\]]|(?=\s*(?:[(\[,;]|\s[-–—]\s|$)))"
)
_SAYS_LITTLE: Final = frozenset({"protokol", "protokolu", "protocol"})
"""Words for any written agreement, beside which a heading knows better."""


def with_tie_apart(cells: RowCells) -> RowCells:
    """Return the cells with the kind of tie that stands beside the partner's name kept apart.

    A piece with a date among others stays: it tells of one act, not of the whole relation.
    """
    line = one_line(cells.party or "")
    if cells.tie_words or cells.text(Role.INSTRUMENT) or not cells.text(Role.PARTY):
        return cells
    for piece in _ties(line):
        dates = find_dates(piece["words"])
        if dates and len(find_dates(line)) > len(dates):
            continue
        words = piece["words"].strip()
        rest = line if dates else f"{line[: piece.start()]}{line[piece.end() :]}"
        return cells.with_tie(words, rest.strip())
    words = next(_ties_of_dates(cells), "")
    return replace(cells, tie_words=words) if words else cells


def with_tie_in_front(cells: RowCells) -> RowCells:
    """Return the cells with the kind of tie before a colon kept apart: "Partnerstadt: Bonn"."""
    front, rest = tie_in_front(one_line(cells.party or ""))
    if not front or cells.text(Role.INSTRUMENT) or not cells.text(Role.PARTY):
        return cells
    return replace(cells.with_tie(front, rest), partner_as_read="")


def _ties_of_dates(cells: RowCells) -> Iterator[str]:
    """Yield what the only date of a cell is said to be of: "2010 (Memorandum)"."""
    for _column, role, text in cells.filled():
        if DATED_ACTS.get(role, ActKind.SIGNED) is None and len(find_dates(text)) == 1:
            words = _without_dates(one_line(text))
            label = read_label(words)
            lesser = {None, Instrument.PRELIMINARY_PROTOCOL}
            if label.instrument not in lesser and not label.left and not _says_little(words):
                yield words.strip(" ()[]-–—,;/")


def _says_little(words: str) -> bool:
    return any(word in _SAYS_LITTLE for word in fold(words).split())


def _ties(line: str) -> Iterator[re.Match[str]]:
    for piece in _PIECE.finditer(line):
        label = read_label(_without_dates(piece["words"]))
        if (
            label.instrument is not None
            and not label.left
            and label.kind in {None, ActKind.SIGNED}
            and fold(_without_dates(piece["words"])) not in _SAYS_LITTLE
        ):
            yield piece


def _without_dates(words: str) -> str:
    for span in reversed(find_dates(words)):
        words = f"{words[: span.start]} {words[span.end :]}"
    return words
