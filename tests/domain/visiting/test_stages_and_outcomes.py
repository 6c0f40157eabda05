from datetime import date

import pytest

from elci.domain.dates import PartialDate
from elci.domain.visiting.outcomes import Lack, VisitFacts, lack_of
from elci.domain.visiting.retention import purge_day
from elci.domain.visiting.stages import (
    VisitRefusal,
    certain_days,
    is_over,
    last_day,
    refusal_of_dates,
    refusal_of_stage,
)
from elci.domain.visiting.words import DetailKind, Stage

TODAY = date(2026, 5, 10)


def when(text):
    return None if text is None else PartialDate(text)


@pytest.mark.parametrize(
    ("starts", "ends", "refusal"),
    [
        ("2026-05-10", None, None),
        ("2026-05-10", "2026-05-10", None),
        ("2026-05-10", "2026-05-09", VisitRefusal.ENDS_BEFORE_START),
        ("2026-05", "2026-05-01", None),
        ("2026-05", "2026-04", VisitRefusal.ENDS_BEFORE_START),
        ("XXXX", "2026-04", None),
    ],
)
def test_visit_does_not_end_before_it_starts(starts, ends, refusal):
    assert refusal_of_dates(when(starts), when(ends)) is refusal


@pytest.mark.parametrize(
    ("stage", "wanted", "starts", "refusal"),
    [
        ("planned", "held", "2026-05-10", None),
        ("planned", "held", "2026-05-11", VisitRefusal.NOT_YET),
        ("planned", "held", "2026", None),
        ("planned", "cancelled", "2027", None),
        ("planned", "planned", "2026", VisitRefusal.NOT_DECIDED),
        ("held", "planned", "2026", None),
        ("cancelled", "planned", "2027", None),
        ("held", "cancelled", "2026", VisitRefusal.NOT_PLANNED),
        ("cancelled", "held", "2026", VisitRefusal.NOT_PLANNED),
        ("held", "held", "2026", VisitRefusal.NOT_PLANNED),
    ],
)
def test_visit_moves_from_planned_to_held_or_cancelled_and_back(stage, wanted, starts, refusal):
    found = refusal_of_stage(Stage(stage), Stage(wanted), starts=when(starts), today=TODAY)

    assert found is refusal


@pytest.mark.parametrize(
    ("starts", "ends", "last", "over", "days"),
    [
        ("2026-05-08", "2026-05-09", date(2026, 5, 9), True, (8, 9)),
        ("2026-05-09", None, date(2026, 5, 9), True, (9, 9)),
        ("2026-05-10", None, date(2026, 5, 10), False, (10, 10)),
        ("2026-04", None, date(2026, 4, 30), True, None),
        ("2026-05-01", "2026-05", date(2026, 5, 31), False, None),
        ("2026-05-01~", None, date(2026, 5, 16), False, None),
        ("XXXX", None, None, False, None),
        ("2026-05-01/..", None, None, False, None),
    ],
)
def test_visit_is_over_after_the_last_day_it_may_have(starts, ends, last, over, days):
    dates = when(starts), when(ends)

    assert last_day(*dates) == last
    assert is_over(*dates, TODAY) is over
    found = certain_days(*dates)
    assert (None if found is None else (found[0].day, found[1].day)) == days


@pytest.mark.parametrize(
    ("stage", "starts", "outcomes", "promises", "lack"),
    [
        ("held", "2026-05-01", 0, 0, Lack.NO_OUTCOME),
        ("held", "XXXX", 0, 0, Lack.NO_OUTCOME),
        ("held", "2026-05-01", 1, 0, None),
        ("held", "2026-05-01", 0, 1, None),
        ("planned", "2026-05-09", 0, 0, Lack.NOT_CLOSED),
        ("planned", "2026-05-10", 0, 0, None),
        ("planned", "XXXX", 0, 0, None),
        ("cancelled", "2026-05-01", 0, 0, None),
    ],
)
def test_visit_that_is_over_is_asked_for_its_outcome(stage, starts, outcomes, promises, lack):
    facts = VisitFacts(
        stage=Stage(stage), starts=when(starts), outcomes=outcomes, promises=promises
    )

    assert lack_of(facts, TODAY) is lack


@pytest.mark.parametrize(
    ("kind", "last", "expected"),
    [
        (DetailKind.DIET, date(2026, 5, 20), date(2026, 5, 27)),
        (DetailKind.VISA, date(2026, 5, 20), date(2026, 6, 19)),
        (DetailKind.ADDRESS, date(2020, 1, 1), date(2026, 6, 9)),
        (DetailKind.DIET, None, date(2027, 5, 17)),
    ],
)
def test_detail_goes_so_many_days_after_the_visit_or_the_entry(kind, last, expected):
    assert purge_day(kind, last_day=last, entered_on=TODAY) == expected
