"""What changed between two wordings of a provision, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise
from typing import Final

from elci.domain.law.pack import Provision, Wording

_WORD: Final = re.compile(r"\s*\S+|\s+\Z")


class Change(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    TAKEN_OUT = "taken_out"
    PUT_IN = "put_in"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that follow each other and of which the same became."""

    change: Change
    text: str


def revised(old: str, new: str) -> tuple[Piece, ...]:
    """Return a new wording with what was taken out of the old one, in the order of reading.

    >>> [str(piece.change) for piece in revised("the old ministry", "the new ministry")]
    ['kept', 'taken_out', 'put_in', 'kept']
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    pieces = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Change.KEPT, "".join(after[j1:j2])))
            continue
        if i1 < i2:
            pieces.append(Piece(Change.TAKEN_OUT, "".join(before[i1:i2])))
        if j1 < j2:
            pieces.append(Piece(Change.PUT_IN, "".join(after[j1:j2])))
    return tuple(pieces)


def revisions_of(provision: Provision) -> tuple[tuple[Wording, tuple[Piece, ...]], ...]:
    """Return each wording with what it changed in the one before; nothing where one was not read.

    The first wording changes nothing.
    """
    earlier: list[tuple[Piece, ...]] = [
        revised(old.text, new.text) if old.text and new.text else ()
        for old, new in pairwise(provision.wordings)
    ]
    return tuple(zip(provision.wordings, [(), *earlier], strict=True))
