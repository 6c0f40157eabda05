"""The kind of tie that a row tells of: from its cell, its section, its table, or a person."""

from dataclasses import dataclass, replace

from elci.domain.extraction.cells import RowCells
from elci.domain.extraction.cleaning import clean
from elci.domain.extraction.columns import Columns
from elci.domain.extraction.headers import SAID_EXACTLY, header_words, read_header
from elci.domain.extraction.instruments import (
    first_named,
    instruments_in,
    names_only_ties,
    tie_of_header,
)
from elci.domain.extraction.remarks import (
    Problem,
    ProblemCode,
    Remark,
    RemarkCode,
    problem,
    remark,
)
from elci.domain.extraction.roles import DATED_ACTS, Role
from elci.domain.vocabularies import Instrument


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """The kind of tie of one row, and how it is known."""

    instrument: Instrument | None
    reasons: tuple[Remark, ...] = ()
    problems: tuple[Problem, ...] = ()


class TieReader:
    """Knows what the table as a whole says, and asks each row for more."""

    def __init__(self, name: str, columns: Columns, given: Instrument | None) -> None:
        self._given = given
        self._of_table = _named_by_table(name, columns)

    def read(self, cells: RowCells, *, section: str) -> Tie:
        """Return the kind of tie: what a person gave, else the cell, the section, the table."""
        words = cells.line(Role.INSTRUMENT) or cells.tie_words
        in_cell = instruments_in(words) if words else ()
        if self._given is not None:
            return Tie(instrument=self._given, problems=self._difference(words, in_cell))
        if in_cell:
            said = remark(RemarkCode.INSTRUMENT_FROM_CELL, name=words)
            return _tie(words, in_cell, said)
        in_section = instruments_in(section)
        if in_section:
            said = remark(RemarkCode.INSTRUMENT_FROM_HEADING, name=section)
            return _beside_note(_tie(section, in_section, said), cells)
        return _beside_note(self._of_table, cells)

    def _difference(self, words: str, named: tuple[Instrument, ...]) -> tuple[Problem, ...]:
        if not named or self._given in named:
            return ()
        return (problem(ProblemCode.INSTRUMENT_DIFFERS, words=words),)


def _beside_note(tie: Tie, cells: RowCells) -> Tie:
    """Return the tie, in doubt where the note names another one and nothing else."""
    note = cells.line(Role.NOTE)
    if (
        tie.instrument is None
        or not names_only_ties(note)
        or tie.instrument in instruments_in(note)
    ):
        return tie
    differs = problem(ProblemCode.INSTRUMENT_DIFFERS, words=note)
    return replace(tie, problems=(*tie.problems, differs))


def _named_by_table(name: str, columns: Columns) -> Tie:
    texts = (clean(name).text, *columns.title)
    text, named = first_named(sorted(texts, key=_names_many))
    headers = (*_party_headers(columns), *filter(_may_name_tie, columns.headers))
    for header in () if named else headers:
        text, named = header, tie_of_header(header_words(header))
        if named:
            break
    if named:
        return _tie(text, named, remark(RemarkCode.INSTRUMENT_FROM_NAME, name=text))
    if _looks_like_memberships(columns):
        said = remark(RemarkCode.INSTRUMENT_FROM_NAME, name=" | ".join(columns.headers))
        return Tie(instrument=Instrument.MEMBERSHIP, reasons=(said,))
    return Tie(instrument=None, problems=(problem(ProblemCode.NO_INSTRUMENT),))


def _names_many(text: str) -> bool:
    """Whether a heading is of several lists, so that the one below it says more."""
    return len(instruments_in(text)) > 1


def _may_name_tie(header: str) -> bool:
    """Whether a header may tell the kind of tie; "Protokol Tarihi" tells of any paper's day."""
    reading = read_header(header)
    return reading is None or reading.role not in DATED_ACTS or reading.certainty != SAID_EXACTLY


def _party_headers(columns: Columns) -> tuple[str, ...]:
    return tuple(
        header
        for header, role in zip(columns.headers, columns.roles, strict=False)
        if role is Role.PARTY
    )


def _looks_like_memberships(columns: Columns) -> bool:
    return columns.index_of(Role.GRADE) is not None or (
        columns.index_of(Role.ACRONYM) is not None and columns.index_of(Role.COUNTRY) is None
    )


def _tie(words: str, named: tuple[Instrument, ...], said: Remark) -> Tie:
    if len(named) == 1:
        return Tie(instrument=named[0], reasons=(said,))
    unclear = problem(ProblemCode.INSTRUMENT_UNCLEAR, name=words)
    return Tie(instrument=named[0], reasons=(said,), problems=(unclear,))
