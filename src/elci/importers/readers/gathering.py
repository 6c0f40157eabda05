"""Takes up rows as a reader finds them: cleans the cells, counts, and stops at the limits."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from elci.domain.extraction.tables import SourceRow, SourceTable
from elci.importers.limits import Limits
from elci.importers.readers.refusals import Refusal, SourceRefusedError
from elci.importers.readers.sources import NoteCode, ReadNote, ReadSource, SourceKind

_UNUSUAL: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u061c\u180e\u2000-\u200b\u200e\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES: Final = re.compile("[\t\xa0\u2000-\u200a\u202f\u205f\u3000]")
# Marks that layout leaves behind: they hide nothing, so leaving them out needs no word.
_LAYOUT: Final = re.compile("[\xad\u061c\u180e\u200b\u200e\u200f\u2060\ufeff]")
_LINES: Final = re.compile(r" *\n *")


def tidy(text: str) -> tuple[str, bool]:
    """Return a cell without invisible characters, and whether any that deceive were left out.

    Kinds of line ends become a line feed and kinds of spaces a space; no letter changes.
    """
    deceived = False
    if _UNUSUAL.search(text) is not None:
        text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
        text = _LAYOUT.sub("", text)
        text, count = _UNUSUAL.subn("", text)
        deceived = count > 0
    if "\n" in text:
        text = _LINES.sub("\n", text)
    return text.strip(), deceived


class Gathering:
    """The tables found so far in one file, within its limits."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.tables: list[SourceTable] = []
        self._rows = 0
        self._characters = 0
        self._counts: Counter[NoteCode] = Counter()
        self._notes: dict[NoteCode, ReadNote] = {}

    def note(self, code: NoteCode, **params: str | int) -> None:
        """Keep a remark; a later one of the same code takes its place."""
        self._notes[code] = ReadNote(code, params)

    def count(self, code: NoteCode, how_many: int = 1) -> None:
        """Add to a remark that says how many there were."""
        self._counts[code] += how_many

    def row(self, number: int, cells: Iterable[str], page: int | None = None) -> SourceRow | None:
        """Return the row cleaned, without the blank cells at its end; none if all are blank.

        Raises ``SourceRefusedError`` as soon as the file has more than it may.
        """
        clean = [self._cell(cell) if cell else "" for cell in cells]
        while clean and not clean[-1]:
            del clean[-1]
        if not clean:
            return None
        self._weigh(clean)
        return SourceRow(number, tuple(clean), page)

    def table(self, rows: Iterable[SourceRow | None], *, name: str = "") -> bool:
        """Keep the rows that are not blank as a table; no rows make no table."""
        kept = tuple(row for row in rows if row is not None)
        if not kept:
            return False
        if len(self.tables) >= self.limits.tables:
            raise SourceRefusedError(Refusal.TOO_MANY_TABLES, limit=self.limits.tables)
        self.tables.append(SourceTable(kept, self._cell(name).replace("\n", " ")))
        return True

    def cells_of(self, rows: Sequence[Sequence[str]], *, name: str = "") -> bool:
        """Keep rows that are numbered from 1 as they come."""
        return self.table((self.row(at, cells) for at, cells in enumerate(rows, 1)), name=name)

    def source(self, kind: SourceKind, *, encoding: str = "") -> ReadSource:
        """Return what was gathered; a file without any text is refused."""
        if not self.tables:
            raise SourceRefusedError(Refusal.NOTHING_IN_IT)
        return ReadSource(tuple(self.tables), kind, encoding, self._said())

    def _said(self) -> tuple[ReadNote, ...]:
        counted = {
            code: ReadNote(code, self._params_of(code, count))
            for code, count in self._counts.items()
            if count
        }
        return tuple(sorted((self._notes | counted).values(), key=lambda note: note.code))

    def _params_of(self, code: NoteCode, count: int) -> Mapping[str, str | int]:
        if code is NoteCode.CELLS_CUT:
            return {"count": count, "limit": self.limits.cell_characters}
        return {"count": count}

    def _cell(self, text: str) -> str:
        if len(text) > self.limits.cell_characters:
            text = text[: self.limits.cell_characters]
            self.count(NoteCode.CELLS_CUT)
        clean, deceived = tidy(text)
        if deceived:
            self.count(NoteCode.CONTROL_CHARACTERS)
        return clean

    def _weigh(self, cells: Sequence[str]) -> None:
        self._rows += 1
        self._characters += sum(map(len, cells))
        limits = self.limits
        if self._rows > limits.rows:
            raise SourceRefusedError(Refusal.TOO_MANY_ROWS, limit=limits.rows)
        if len(cells) > limits.columns:
            raise SourceRefusedError(Refusal.TOO_MANY_COLUMNS, limit=limits.columns)
        if self._characters > limits.characters:
            millions = limits.characters // 1_000_000
            raise SourceRefusedError(Refusal.TOO_MUCH_TEXT, limit=millions)
