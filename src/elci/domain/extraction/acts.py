"""The acts that a cell of dates tells of: "23.04.1991 (Ön Protokol) / 20.09.1991"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from elci.domain.acts.kinds import ActKind
from elci.domain.dates import DateNotUnderstoodError, PartialDate, read_date
from elci.domain.extraction.cleaning import one_line
from elci.domain.extraction.contents import is_place
from elci.domain.extraction.datespans import DateSpan, find_dates
from elci.domain.extraction.labels import Label, read_label
from elci.domain.extraction.remarks import Problem, ProblemCode, problem
from elci.domain.extraction.segments import Segment, segments_of
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer
from elci.domain.vocabularies import Instrument

_ORGANS: Final = {
    ActKind.COUNCIL_DECISION: "council",
    ActKind.COUNCIL_DECISION_TO_END: "council",
    ActKind.SENT_TO_CIVIL_ADMINISTRATOR: "council",
    ActKind.PERMIT_GRANTED: "ministry",
    ActKind.PERMIT_REFUSED: "ministry",
}
_MOST_ACTS: Final = 12
_NO_DATE: Final = frozenset(
    map(
        fold,
        (
            *("s/f", "s/d", "sin fecha", "senza data", "sans date", "ohne Datum", "o. D.", "k. A."),
            *("b.d.", "brak daty", "brak danych", "ni podatka", "без даты", "нет данных", "н/д"),
            *(
                "tarihsiz",
                "tarih yok",
                "bilinmiyor",
                "yok",
                "unknown",
                "n/a",
                "n.d.",
                "keine Angabe",
            ),
            *("inconnue", "non disponible", "غير معروف", "بدون تاريخ"),
        ),
    )
)
"""Words for a date that the list does not know."""
_AROUND_WORDS: Final = " ()[]-–—,;/."
_OPENING: Final = frozenset({ActKind.SIGNED, ActKind.ENTERED_INTO_FORCE})
_ENDS: Final = frozenset(
    {ActKind.TERMINATED, ActKind.EXPIRED, ActKind.SUSPENDED, ActKind.SUPERSEDED}
)
_TOLD_IN_NOTES: Final = frozenset(
    {
        *(ActKind.RENEWED, ActKind.SUSPENDED, ActKind.RESUMED),
        *(ActKind.TERMINATED, ActKind.EXPIRED, ActKind.SUPERSEDED),
    }
)


@dataclass(frozen=True, slots=True)
class ExtractedAct:
    """A dated act as a list tells of it."""

    kind: ActKind
    date: PartialDate
    places: tuple[str, ...] = ()
    """Where it was done, as printed."""
    organ: str = ""
    """"council" or "ministry" where that is certain."""
    raw: str = ""
    """The part of the cell that was read."""
    number: str = ""
    """Number of the decision, where one is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateColumn:
    """What is known of the dates of a column before a cell is read."""

    kind: ActKind
    """What a date without a word is the date of."""
    kinds: tuple[ActKind, ...] = ()
    """The acts that the header names in order, where it names several."""
    month_first: bool = False
    is_period: bool = False


@dataclass(frozen=True, slots=True)
class CellActs:
    """What a cell of dates says."""

    acts: tuple[ExtractedAct, ...] = ()
    problems: tuple[Problem, ...] = ()


def acts_in(
    text: str,
    column: DateColumn,
    *,
    gazetteer: Gazetteer,
    instrument: Instrument | None = None,
) -> CellActs:
    """Return the acts that a cleaned cell of dates tells of, in the order printed."""
    line = one_line(text)
    spans = find_dates(line, month_first=column.month_first)
    if len(spans) < 2:
        whole = _whole(line, column)
        if whole is not None:
            return CellActs((whole,))
    if not spans:
        return _without_dates(line)
    cell = _Cell(text, column, gazetteer, instrument)
    return cell.read(segments_of(text, spans_of_lines(text, column)))


def spans_of_lines(text: str, column: DateColumn) -> tuple[DateSpan, ...]:
    """Return the dates of a cell with its lines: a line end may part a date, or two dates."""
    return find_dates(text.replace("\n", " "), month_first=column.month_first)


def _whole(line: str, column: DateColumn) -> ExtractedAct | None:
    """Read a cell that is one date with words of doubt or bounds: "1990 öncesi", "about 1965"."""
    if column.month_first or column.kinds:
        return None
    try:
        day = read_date(line)
    except DateNotUnderstoodError:
        return None
    return act_of(column.kind, day, raw=line)


def act_of(kind: ActKind, day: PartialDate, *, raw: str) -> ExtractedAct:
    """Return an act with the organ that its kind implies."""
    return ExtractedAct(kind, day, organ=_ORGANS.get(kind, ""), raw=raw)


def _without_dates(line: str) -> CellActs:
    """Read a cell of dates that has none: a word such as "İptal" is an act of unknown date."""
    label = read_label(line)
    if line.strip(" -–—.?/") == "" or fold(line) in _NO_DATE:
        return CellActs()
    if label.kind is None or label.left:
        return CellActs(problems=(problem(ProblemCode.DATE_NOT_UNDERSTOOD, words=line),))
    return CellActs((act_of(label.kind, PartialDate.unknown(), raw=line),))


def read_remarks(text: str) -> CellActs:
    """Return the dated acts after the opening that a status or a note tells of.

    A note may say anything: what it says of an end is kept even where other words stand beside
    it, but then a person is asked.
    """
    spans = spans_of_lines(text, DateColumn(kind=ActKind.SIGNED))
    if not spans:
        return CellActs()
    acts: list[ExtractedAct] = []
    problems: list[Problem] = []
    for segment in segments_of(text, spans)[:_MOST_ACTS]:
        label = read_label(segment.words)
        if label.kind not in _TOLD_IN_NOTES or segment.span.date is None:
            continue
        day = label.bounded(segment.span.date)
        acts.append(act_of(label.kind, day, raw=segment.raw))
        if label.left:
            problems.append(problem(ProblemCode.DATE_TEXT_LEFT, words=segment.raw))
    return CellActs(tuple(acts), tuple(problems))


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    column: DateColumn
    gazetteer: Gazetteer
    instrument: Instrument | None

    def read(self, segments: Sequence[Segment]) -> CellActs:
        segments = segments[:_MOST_ACTS]
        ends = [self._end_apart(segment, is_alone=len(segments) == 1) for segment in segments]
        segments = [
            segment if end is None else replace(segment, words=segment.before)
            for segment, end in zip(segments, ends, strict=True)
        ]
        labels = [self._label(segment) for segment in segments]
        problems = list(self._problems(segments, labels))
        acts = []
        for number, (segment, label) in enumerate(zip(segments, labels, strict=True)):
            if segment.span.date is not None:
                acts.append(self._act(number, segment, label, labels))
        for segment, end in zip(segments, ends, strict=True):
            if end is not None:
                words = segment.apart.strip(_AROUND_WORDS)
                acts.append(act_of(end, PartialDate.unknown(), raw=words))
                problems.append(problem(ProblemCode.END_DATE_NOT_GIVEN, words=words))
        if self._are_unexplained(segments, labels):
            problems.append(problem(ProblemCode.DATES_UNEXPLAINED, words=self.text))
        return CellActs(tuple(acts), tuple(problems))

    def _end_apart(self, segment: Segment, *, is_alone: bool) -> ActKind | None:
        """Return the end that words apart from the date of an opening tell of: "1998 – feshedildi".

        The date is that of the opening, not of the end, where it is the only one or has a word of
        its own.
        """
        if not segment.apart or self.column.kind not in _OPENING or self.column.is_period:
            return None
        kind = read_label(segment.apart).kind
        own = read_label(segment.before).kind
        if kind not in _ENDS or not (is_alone if own is None else own is not kind):
            return None
        return kind

    def _label(self, segment: Segment) -> Label:
        label = read_label(segment.words)
        written = label.left_as_written
        if written[:1].isupper() and is_place(written, self.gazetteer):
            return replace(label, places=(*label.places, label.left_as_written), left="")
        return label

    def _act(
        self, number: int, segment: Segment, label: Label, labels: Sequence[Label]
    ) -> ExtractedAct:
        kind = self._kind(number, segment, label, labels)
        day = label.bounded(segment.span.date or PartialDate.unknown())
        act = act_of(kind, day, raw=segment.raw)
        return replace(act, places=label.places, number=label.number)

    def _kind(
        self, number: int, segment: Segment, label: Label, labels: Sequence[Label]
    ) -> ActKind:
        kinds = self.column.kinds
        said = label.kind
        if said in {None, ActKind.SIGNED} and label.instrument is not None:
            by_instrument = self._kind_by_instrument(label, labels)
            is_step = by_instrument is ActKind.PRELIMINARY_PROTOCOL
            said = by_instrument if said is None or is_step else said
        if said is ActKind.SIGNED and self.column.kind is ActKind.ENTERED_INTO_FORCE:
            return self.column.kind
        if said is not None:
            return said
        if segment.ends_range:
            return ActKind.TERMINATED
        return kinds[min(number, len(kinds) - 1)] if kinds else self.column.kind

    def _kind_by_instrument(self, label: Label, labels: Sequence[Label]) -> ActKind:
        """Read "(Ön Protokol)", and a lesser document beside the instrument itself, as a step."""
        named = {other.instrument or self.instrument for other in labels}
        is_step = label.instrument is Instrument.PRELIMINARY_PROTOCOL or (
            label.instrument is not self.instrument and self.instrument in named
        )
        if is_step and self.instrument is not Instrument.PRELIMINARY_PROTOCOL:
            return ActKind.PRELIMINARY_PROTOCOL
        return self.column.kind

    def _are_unexplained(self, segments: Sequence[Segment], labels: Sequence[Label]) -> bool:
        bare = [label for label in labels if label.kind is None and label.instrument is None]
        if len(bare) < 2 or any(segment.ends_range for segment in segments):
            return False
        return len(self.column.kinds) != len(segments)

    def _problems(self, segments: Sequence[Segment], labels: Sequence[Label]) -> Iterator[Problem]:
        for segment, label in zip(segments, labels, strict=True):
            yield from _problems_of(segment)
            if label.left:
                yield problem(ProblemCode.DATE_TEXT_LEFT, words=label.left_as_written)
            if segment.ends_range and not self.column.is_period:
                yield problem(ProblemCode.DATE_RANGE, words=self.text)
        kinds = self.column.kinds
        if kinds and len(segments) != len(kinds) and labels[0].kind is None:
            yield problem(ProblemCode.DATE_KIND_UNCLEAR, words=self.text)


def _problems_of(segment: Segment) -> Iterator[Problem]:
    span = segment.span
    if span.lacks_year:
        yield problem(ProblemCode.DATE_INCOMPLETE, words=segment.raw)
    elif span.date is None:
        yield problem(ProblemCode.DATE_NOT_UNDERSTOOD, words=segment.raw)
    elif span.two_digit_year:
        year = str(span.date)[:4]
        yield problem(ProblemCode.DATE_TWO_DIGITS, words=segment.raw, year=year)
