"""Kinds of tie written beside a partner's name: "Suwon – İyi Niyet Mektubu, 2013"."""

import re
from collections.abc import Iterator
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.extraction.cells import RowCells
from elci.domain.extraction.cleaning import one_line
from elci.domain.extraction.datespans import find_dates
from elci.domain.extraction.labels import read_label
from elci.domain.extraction.roles import Role
from elci.domain.places.folding import fold

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
    if cells.text(Role.INSTRUMENT) or not cells.text(Role.PARTY):
        return cells
    for piece in _ties(line):
        dates = find_dates(piece["words"])
        if dates and len(find_dates(line)) > len(dates):
            continue
        words = piece["words"].strip()
        rest = line if dates else f"{line[: piece.start()]}{line[piece.end() :]}"
        return cells.with_tie(words, rest.strip())
    return cells


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
