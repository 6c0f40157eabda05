"""Dates that stand where none is read: a person is asked, so that none is lost in silence."""

from collections.abc import Iterator, Sequence
from typing import Final

from elci.domain.extraction.acts import ExtractedAct
from elci.domain.extraction.cells import RowCells
from elci.domain.extraction.datespans import DateSpan, find_dates
from elci.domain.extraction.remarks import Problem, ProblemCode, problem
from elci.domain.extraction.roles import Role

_TELL_NO_DATES: Final = frozenset(
    {Role.COUNTRY, Role.REGION, Role.PLACE, Role.HOST, Role.INSTRUMENT, Role.STATUS, Role.GRADE}
)
"""Columns in which a date is out of place, whatever else the row tells."""
_TELL_ANYTHING: Final = frozenset({Role.NOTE, None})
"""Columns in which a date may be that of something else, if the row has dates of its own."""


def dates_left(cells: RowCells, acts: Sequence[ExtractedAct]) -> Iterator[Problem]:
    """Yield a problem for each cell with a date that no act of the row has."""
    for role, text in zip(cells.columns.roles, cells.texts, strict=False):
        if role in _TELL_NO_DATES or (role in _TELL_ANYTHING and not acts):
            left = [span for span in find_dates(text) if not _is_read(span, acts)]
            if left:
                yield problem(ProblemCode.DATE_TEXT_LEFT, words=text)


def _is_read(span: DateSpan, acts: Sequence[ExtractedAct]) -> bool:
    return any(act.date == span.date or str(span.date) in act.raw for act in acts)
