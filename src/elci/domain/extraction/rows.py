"""Rows of a table as a register may hold them, each with what speaks for it and against it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from elci.domain.extraction.acts import ExtractedAct
from elci.domain.extraction.cells import RowCells
from elci.domain.extraction.columns import Columns
from elci.domain.extraction.dating import DateReader, row_acts
from elci.domain.extraction.enumerations import each_partner
from elci.domain.extraction.layout import BodyRow, body_rows
from elci.domain.extraction.parties import (
    ExtractedParty,
    PartyReader,
    PartyReading,
    organisation,
)
from elci.domain.extraction.remarks import Problem, ProblemCode, Remark, problem
from elci.domain.extraction.roles import Role
from elci.domain.extraction.standings import grade_of, status_of, units_in
from elci.domain.extraction.tables import SourceTable
from elci.domain.extraction.ties_beside import with_tie_apart, with_tie_in_front
from elci.domain.extraction.tying import Tie, TieReader
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.places.reasons import Reason
from elci.domain.vocabularies import Instrument, MembershipGrade

__all__ = ["ExtractedAct", "ExtractedParty", "ExtractedRow", "extract_rows"]

LEAST_SURE_COLUMNS: Final = 0.7
"""Confidence of the columns below which no row passes without a person."""
_PROBLEM_FACTOR: Final = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedRow:
    """One relation that a row tells of; a row that names several partners gives several."""

    row: int
    """Number of the row in its table or text, as `SourceRow` has it."""
    page: int | None = None
    raw: Mapping[str, str]
    """Cell texts as read, by role, or by header or column number where no role is known."""
    party: ExtractedParty | None = None
    host: str = ""
    """The list's own side, where a column names it."""
    instrument: Instrument | None = None
    acts: tuple[ExtractedAct, ...] = ()
    status: str = ""
    """active, terminated, expired, superseded, suspended, refused, planned or inactive."""
    grade: MembershipGrade | None = None
    grade_as_printed: str = ""
    units: tuple[str, ...] = ()
    note: str = ""
    confidence: float = 0.0
    """Score of the party times that of the columns, times 0.8 for each problem; 0 to 1."""
    auto: bool = False
    """Whether it may pass without a person; never where there is any problem."""
    skipped: bool = False
    """The row tells of no relation (a total, a heading, a note); the one reason says which."""
    reasons: tuple[Reason | Remark, ...] = ()
    problems: tuple[Problem, ...] = ()


def extract_rows(
    table: SourceTable,
    columns: Columns,
    *,
    gazetteer: Gazetteer,
    instrument: Instrument | None = None,
    host_country: str | None = "TR",
    language: str = "tr",
) -> tuple[ExtractedRow, ...]:
    """Return what each row below the headers tells, in order; never raises, whatever it holds.

    `instrument` is the kind of tie where a person gave it. Rows that tell of no relation come
    back too, marked as skipped with the reason; rows without any text do not.
    """
    return tuple(
        each_row(
            table,
            columns,
            gazetteer=gazetteer,
            instrument=instrument,
            host_country=host_country,
            language=language,
        )
    )


def each_row(
    table: SourceTable,
    columns: Columns,
    *,
    gazetteer: Gazetteer,
    instrument: Instrument | None = None,
    host_country: str | None = "TR",
    language: str = "tr",
) -> Iterator[ExtractedRow]:
    """Yield what each row tells as soon as it is read; the rest as `extract_rows`."""
    reader = _RowReader(
        columns,
        ties=TieReader(table.name, columns, instrument),
        dates=DateReader.of(table, columns, gazetteer),
        parties=PartyReader(gazetteer, language, host_country, {}),
    )
    for body in body_rows(table, columns, gazetteer):
        yield from reader.read(body)
    if not table.is_complete:
        yield _cut(table)


def _cut(table: SourceTable) -> ExtractedRow:
    last = table.rows[-1].number if table.rows else 0
    return ExtractedRow(
        row=last + 1, raw={}, skipped=True, problems=(problem(ProblemCode.TABLE_CUT),)
    )


@dataclass(frozen=True, slots=True)
class _RowReader:
    columns: Columns
    ties: TieReader
    dates: DateReader
    parties: PartyReader

    def read(self, body: BodyRow) -> Iterator[ExtractedRow]:
        cells = RowCells.of(body, self.columns)
        if body.skipped is not None:
            yield ExtractedRow(
                row=body.source.number,
                page=body.source.page,
                raw=cells.raw,
                skipped=True,
                reasons=(body.skipped,),
            )
            return
        tie = self.ties.read(cells, section=body.section)
        if tie.instrument is Instrument.MEMBERSHIP or not cells.text(Role.PARTY):
            yield from self._read(body, cells, tie)
            return
        cells = with_tie_in_front(cells)
        for own in map(with_tie_apart, each_partner(cells, self.parties.gazetteer)):
            yield from self._read(body, own, self.ties.read(own, section=body.section))

    def _read(self, body: BodyRow, cells: RowCells, tie: Tie) -> Iterator[ExtractedRow]:
        named = cells.party
        told = row_acts(cells, tie, self.dates)
        base = self._base(body, cells, tie)
        acts = told.acts
        base = replace(
            base,
            acts=acts,
            status=_status(acts, inactive=told.inactive),
            reasons=(*base.reasons, *told.reasons),
            problems=(*base.problems, *told.problems),
        )
        readings = self._parties(cells, tie, told.name)
        if not readings:
            nobody = problem(
                ProblemCode.NO_PARTY if named is not None else ProblemCode.NO_PARTY_COLUMN
            )
            yield replace(base, problems=(nobody, *base.problems))
        for reading in readings:
            yield self._with_party(base, reading)

    def _base(self, body: BodyRow, cells: RowCells, tie: Tie) -> ExtractedRow:
        base = ExtractedRow(
            row=body.source.number,
            page=body.source.page,
            raw=cells.raw,
            host=cells.line(Role.HOST),
            instrument=tie.instrument,
            note=cells.line(Role.NOTE),
            reasons=(*cells.remarks, *tie.reasons),
            problems=(*cells.problems, *tie.problems),
        )
        return _with_seat(base, cells) if tie.instrument is Instrument.MEMBERSHIP else base

    def _parties(self, cells: RowCells, tie: Tie, name: str) -> tuple[PartyReading, ...]:
        facts = replace(cells.party_facts(), name=name)
        if not facts.name and not facts.acronym:
            return ()
        if tie.instrument is Instrument.MEMBERSHIP:
            return (organisation(facts),)
        return self.parties.read(facts) if facts.name else ()

    def _with_party(self, base: ExtractedRow, reading: PartyReading) -> ExtractedRow:
        party = reading.party
        problems = (*reading.problems, *base.problems)
        # An organisation governs no place: its name is all there is to be sure of.
        score = party.resolution.score if party.kind != "body" or reading.problems else 1.0
        confidence = score * self.columns.confidence * _PROBLEM_FACTOR ** len(problems)
        return replace(
            base,
            party=party,
            reasons=(*party.resolution.reasons, *reading.reasons, *base.reasons),
            problems=problems,
            confidence=round(confidence, 3),
            auto=not problems and self.columns.confidence >= LEAST_SURE_COLUMNS,
        )


def _status(acts: tuple[ExtractedAct, ...], *, inactive: bool) -> str:
    ordered = sorted(acts, key=lambda act: act.date.sort_key)
    return status_of((act.kind for act in ordered), inactive=inactive)


def _with_seat(row: ExtractedRow, cells: RowCells) -> ExtractedRow:
    """Add what only a membership has: grade and responsible units."""
    printed = cells.line(Role.GRADE)
    grade = grade_of(printed) if printed else None
    problems = row.problems
    if printed and grade is None:
        problems = (*problems, problem(ProblemCode.GRADE_NOT_UNDERSTOOD, words=printed))
    return replace(
        row,
        grade=grade,
        grade_as_printed=printed,
        units=units_in(cells.text(Role.UNITS)),
        problems=problems,
    )
