"""All acts that a row tells of: from its cells of dates, places, status, notes and names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.dates import PartialDate
from elci.domain.extraction.acts import (
    CellActs,
    DateColumn,
    ExtractedAct,
    act_of,
    acts_in,
    read_remarks,
)
from elci.domain.extraction.besides import parted_at_dates
from elci.domain.extraction.cells import RowCells
from elci.domain.extraction.cleaning import clean, one_line
from elci.domain.extraction.columns import Columns
from elci.domain.extraction.datespans import DateSpan, find_dates
from elci.domain.extraction.instruments import instruments_in
from elci.domain.extraction.leftovers import dates_left
from elci.domain.extraction.remarks import (
    Problem,
    ProblemCode,
    Remark,
    RemarkCode,
    problem,
    remark,
)
from elci.domain.extraction.roles import DATED_ACTS, Role
from elci.domain.extraction.signing import SignPlaces, sign_places
from elci.domain.extraction.standings import (
    Marker,
    mentions_end,
    read_marker,
    without_marks,
)
from elci.domain.extraction.tables import SourceTable
from elci.domain.extraction.tying import Tie
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.vocabularies import Instrument

_SAMPLE: Final = 400
_NEED_A_DATE: Final = frozenset(
    {ActKind.TERMINATED, ActKind.EXPIRED, ActKind.SUSPENDED, ActKind.SUPERSEDED}
)
_OPENING: Final = (ActKind.SIGNED, ActKind.ENTERED_INTO_FORCE)
_IN_ORDER: Final = (
    (frozenset({ActKind.COUNCIL_DECISION}), frozenset({ActKind.PERMIT_GRANTED})),
    (frozenset({ActKind.PRELIMINARY_PROTOCOL}), frozenset(_OPENING)),
    (frozenset(_OPENING), _NEED_A_DATE | {ActKind.RENEWED, ActKind.RESUMED}),
)
"""Kinds of acts of which the first come before the second."""
_WORTH_AN_ACT: Final = _NEED_A_DATE | {
    ActKind.PERMIT_REFUSED,
    ActKind.PROPOSED,
    ActKind.PERMIT_ASKED,
}


@dataclass(frozen=True, slots=True)
class DateReader:
    """How the dates of a table are written."""

    columns: Columns
    gazetteer: Gazetteer
    month_first: Mapping[int, bool]
    """Columns whose dates have the month before the day."""

    @classmethod
    def of(cls, table: SourceTable, columns: Columns, gazetteer: Gazetteer) -> "DateReader":
        """Return a reader that has looked at the dates of every column together."""
        rows = table.rows[columns.first_row :][:_SAMPLE]
        dated = [column for column, role in enumerate(columns.roles) if role in DATED_ACTS]
        texts = {
            column: [row.cells[column] for row in rows if column < len(row.cells)]
            for column in dated
        }
        order = {column: _is_month_first(texts[column]) for column in dated}
        return cls(columns, gazetteer, order)

    def column(self, index: int, role: Role, instrument: Instrument | None) -> DateColumn:
        """Return what is known of the dates of one column."""
        opening = _OPENING[instrument is Instrument.MEMBERSHIP]
        kinds = self.columns.acts[index] if index < len(self.columns.acts) else ()
        return DateColumn(
            kind=DATED_ACTS[role] or opening,
            kinds=kinds if len(kinds) > 1 else (),
            month_first=self.month_first.get(index, False),
            is_period=role is Role.PERIOD,
        )


def _is_month_first(texts: Sequence[str]) -> bool:
    spans: list[DateSpan] = []
    for text in texts:
        spans += find_dates(clean(text).text)
    proofs = [span for span in spans if span.must_be_month_first]
    day_first = [span for span in spans if span.must_be_day_first]
    return bool(proofs) and not day_first


@dataclass(frozen=True, slots=True, kw_only=True)
class RowActs:
    """The acts of a row, and what is left of the name once marks and dates are out of it."""

    acts: tuple[ExtractedAct, ...]
    name: str
    inactive: bool = False
    reasons: tuple[Remark, ...] = ()
    problems: tuple[Problem, ...] = ()


def row_acts(cells: RowCells, tie: Tie, dates: DateReader) -> RowActs:
    """Return all acts of a row, from every cell that may tell of one."""
    return _RowDates(cells, tie.instrument, dates).read()


@dataclass(frozen=True, slots=True)
class _RowDates:
    cells: RowCells
    instrument: Instrument | None
    dates: DateReader

    def read(self) -> RowActs:
        name, marks = without_marks(self.cells.party or "")
        found = list(self._dated())
        name, beside = self._beside_name(name)
        found += [beside] if beside.acts else []
        if not any(cell.acts for cell in found):
            found.append(self._beside_country())
        told_in_words = self._told_in_words()
        found.append(told_in_words)
        acts = _each_once(act for cell in found for act in cell.acts)
        problems = [one for cell in found for one in cell.problems]
        reasons = [remark(RemarkCode.DATES_IN_NAME, words=act.raw) for act in beside.acts]
        markers, unread = self._markers()
        told, doubts = _acts_told((*marks, *markers), acts)
        acts += told
        signed = sign_places(self.cells.text(Role.PLACE), self.dates.gazetteer)
        return RowActs(
            acts=_with_places(acts, signed),
            name=name,
            inactive=any(marker.inactive for marker in markers),
            reasons=(*reasons, *self._reasons((*marks, *markers))),
            problems=(
                *problems,
                *doubts,
                *unread,
                *dates_left(self.cells, acts),
                *_out_of_order(acts),
            ),
        )

    def _dated(self) -> Iterator[CellActs]:
        for index, role, text in self.cells.filled():
            if role in DATED_ACTS:
                yield self._acts_in(text, self.dates.column(index, role, self.instrument))

    def _acts_in(self, text: str, column: DateColumn) -> CellActs:
        return acts_in(text, column, gazetteer=self.dates.gazetteer, instrument=self.instrument)

    def _beside_name(self, name: str) -> tuple[str, CellActs]:
        """Take dates out of a name: "Krefeld, Germany (since 1964)"."""
        parted = parted_at_dates(one_line(name))
        if not parted.dates or self.instrument is Instrument.MEMBERSHIP:
            return name, CellActs()
        return parted.bare, self._acts_in(parted.dates, DateColumn(kind=_OPENING[0]))

    def _beside_country(self) -> CellActs:
        """Read dates out of the cell of the country: "Belgien (1958)"."""
        parted = parted_at_dates(self.cells.line(Role.COUNTRY))
        if not parted.dates:
            return CellActs()
        opening = _OPENING[self.instrument is Instrument.MEMBERSHIP]
        return self._acts_in(parted.dates, DateColumn(kind=opening))

    def _told_in_words(self) -> CellActs:
        """Read dated acts in cells for status and notes: "gekündigt 2019", "2012'de yenilendi"."""
        acts: list[ExtractedAct] = []
        problems: list[Problem] = []
        said = (self.cells.text(role) for role in (Role.STATUS, Role.INSTRUMENT))
        for text in (*said, *self.cells.remarks_written()):
            told = read_remarks(text)
            acts += told.acts
            problems += told.problems
        return CellActs(tuple(acts), tuple(problems))

    def _markers(self) -> tuple[tuple[Marker, ...], tuple[Problem, ...]]:
        """Return what status cells, marks in place of a number, and notes tell."""
        markers, unread = [], []
        status = self.cells.line(Role.STATUS)
        if status:
            marker = read_marker(status)
            if marker is None and not find_dates(status):
                unread.append(problem(ProblemCode.STATUS_NOT_UNDERSTOOD, words=status))
            markers += [] if marker is None else [marker]
        markers += self._marks_of_tie()
        for note in map(one_line, self.cells.remarks_written()):
            marker = None if find_dates(note) else read_marker(note)
            markers += without_marks(note)[1] if marker is None else [marker]
            if marker is None and not find_dates(note) and mentions_end(note):
                unread.append(problem(ProblemCode.STATUS_NOT_UNDERSTOOD, words=note))
        markers += without_marks(self.cells.line(Role.COUNTRY))[1]
        number = self.cells.line(Role.NUMBER)
        if number and not number.rstrip(".)").isdecimal():
            marker = read_marker(number)
            markers += [] if marker is None else [marker]
        return tuple(markers), tuple(unread)

    def _marks_of_tie(self) -> tuple[Marker, ...]:
        """Return what the cell for the kind of tie tells: "Kardeş şehir (iptal)", "Suspendido"."""
        words = self.cells.line(Role.INSTRUMENT)
        marker = None if instruments_in(words) else read_marker(words)
        return without_marks(words)[1] if marker is None else (marker,)

    def _reasons(self, markers: Sequence[Marker]) -> Iterator[Remark]:
        for marker in markers:
            if marker.kind is not None:
                yield remark(RemarkCode.STATUS_FROM_WORDS, words=marker.words)


def _each_once(acts: Iterable[ExtractedAct]) -> list[ExtractedAct]:
    """Return acts without those that another cell told already, kind and date the same."""
    seen = {(act.kind, act.date): act for act in reversed(list(acts))}
    return list(reversed(seen.values()))


def _acts_told(
    markers: Sequence[Marker], acts: Sequence[ExtractedAct]
) -> tuple[list[ExtractedAct], list[Problem]]:
    """Return acts of unknown date for marks that no dated act accounts for."""
    told: list[ExtractedAct] = []
    doubts = []
    for marker in markers:
        known = {act.kind for act in (*acts, *told)}
        if marker.kind is None or marker.kind in known or marker.kind not in _WORTH_AN_ACT:
            continue
        told.append(act_of(marker.kind, PartialDate.unknown(), raw=marker.words))
        if marker.kind in _NEED_A_DATE:
            doubts.append(problem(ProblemCode.END_DATE_NOT_GIVEN, words=marker.words))
    return told, doubts


def _out_of_order(acts: Sequence[ExtractedAct]) -> Iterator[Problem]:
    """Yield what stands against the nature of things: an end before the signing, for one."""
    for before, after in _IN_ORDER:
        ones = [act for act in acts if act.kind in before]
        others = [act for act in acts if act.kind in after]
        if (
            ones
            and others
            and max(others, key=_by_date).date.certainly_before(min(ones, key=_by_date).date)
        ):
            words = ", ".join(act.raw for act in (*ones, *others))
            yield problem(ProblemCode.DATES_OUT_OF_ORDER, words=words)


def _by_date(act: ExtractedAct) -> tuple[bool, int, int, str]:
    return act.date.sort_key


def _with_places(acts: Sequence[ExtractedAct], signed: SignPlaces) -> tuple[ExtractedAct, ...]:
    """Give places to the acts: labelled ones to their act, the rest to the signings.

    Lists print places for the row, not for an act; where no act is a signing, the first gets them.
    """
    opening = [act for act in acts if act.kind in _OPENING]
    takers = opening or list(acts[:1])
    done = []
    for act in acts:
        own = signed.of(act.kind)
        places = act.places or own or (signed.row if any(act is one for one in takers) else ())
        done.append(replace(act, places=places))
    return tuple(done)
