"""The geometry of the timeline."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.acts.act import Act
from elci.domain.acts.kinds import ActKind, Standing
from elci.domain.acts.standing import periods
from elci.domain.dates import PartialDate
from elci.domain.timelines import (
    AXIS_HEIGHT,
    ROW_HEIGHT,
    WIDTH,
    Timeline,
    TimelineRow,
    draw_timeline,
)

UNTIL = date(2024, 6, 1)


def act(kind: ActKind, happened: str) -> Act:
    return Act(kind=kind, happened=PartialDate.parse(happened), known_from=UNTIL)


def row(*dates: str, key: str = "a") -> TimelineRow:
    acts = tuple(
        act(ActKind.SIGNED if number == 0 else ActKind.RENEWED, text)
        for number, text in enumerate(dates)
    )
    return TimelineRow(key, acts, periods(acts))


def drawn(*rows: TimelineRow, **said: float) -> Timeline:
    return draw_timeline(rows, until=UNTIL, **said)


def test_axis_starts_with_the_year_of_the_first_act_and_ends_with_this_year():
    timeline = drawn(row("1994-03-27"), row("1965"))

    assert (timeline.first, timeline.last) == (date(1965, 1, 1), date(2024, 12, 31))


def test_axis_without_any_dated_act_is_this_year():
    for rows in ((), (row("../1990"),), (row("XXXX"),)):
        timeline = drawn(*rows)
        assert (timeline.first, timeline.last) == (date(2024, 1, 1), date(2024, 12, 31))


def test_axis_does_not_start_after_the_day_it_is_drawn_for():
    assert drawn(row("2030-01-01")).first == date(2024, 1, 1)


def test_rows_stand_one_below_the_other_under_the_axis():
    timeline = drawn(row("1994"), row("1995", key="b"))

    assert [(each.key, each.y) for each in timeline.rows] == [
        ("a", AXIS_HEIGHT + ROW_HEIGHT * 0.5),
        ("b", AXIS_HEIGHT + ROW_HEIGHT * 1.5),
    ]
    assert timeline.height == AXIS_HEIGHT + ROW_HEIGHT * 2


def test_day_is_a_point_and_a_year_has_a_width():
    timeline = drawn(row("2024-01-01", "2024"))

    day, year = timeline.rows[0].marks
    assert (day.x, day.earliest, day.latest) == (0.0, 0.0, 0.0)
    assert (year.earliest, year.latest) == (0.0, timeline.today)
    assert year.x == pytest.approx((year.earliest + year.latest) / 2, abs=0.1)


def test_act_with_an_open_start_is_drawn_from_the_edge():
    mark = drawn(row("1990-01-01"), row("../1999")).rows[1].marks[0]

    assert mark.earliest == 0.0


def test_names_leave_room_on_the_left():
    timeline = drawn(row("2024-01-01"), names_width=190.0)

    assert timeline.rows[0].marks[0].x == 190.0
    assert timeline.ticks[0].x == 190.0


def test_open_standing_reaches_the_right_edge():
    (span,) = drawn(row("2024-01-01")).rows[0].spans

    assert (span.standing, span.start, span.end) == (Standing.IN_FORCE, 0.0, WIDTH)


def test_standing_that_ends_stops_where_the_next_begins():
    acts = (act(ActKind.SIGNED, "1994-03-27"), act(ActKind.TERMINATED, "2003-05-01"))

    spans = drawn(TimelineRow("a", acts, periods(acts))).rows[0].spans

    assert [span.standing for span in spans] == [Standing.IN_FORCE, Standing.ENDED]
    assert spans[0].end == spans[1].start
    assert spans[1].end == WIDTH


def test_what_lies_after_the_axis_is_not_drawn():
    acts = (
        act(ActKind.SIGNED, "2020-01-01"),
        Act(
            kind=ActKind.TERMINATED,
            happened=PartialDate.parse("2026-01-01"),
            known_from=date(2026, 2, 1),
        ),
    )

    (only,) = drawn(TimelineRow("a", acts, periods(acts))).rows

    assert [mark.kind for mark in only.marks] == [ActKind.SIGNED]
    assert [(span.standing, span.end) for span in only.spans] == [(Standing.IN_FORCE, WIDTH)]


@pytest.mark.parametrize(
    ("first", "years"),
    [
        ("2024", [2024]),
        ("2023", [2023, 2024]),
        ("2009", list(range(2009, 2025))),
        ("2008", [2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024]),
        ("1965", list(range(1965, 2025, 5))),
        ("0800", list(range(800, 2001, 100))),
        ("0400", [1000, 2000]),
    ],
)
def test_years_on_the_axis_are_round_and_few(first, years):
    assert [tick.year for tick in drawn(row(first), names_width=190.0).ticks] == years


def test_year_whose_words_would_be_cut_off_at_the_edge_is_left_out():
    assert [tick.year for tick in drawn(row("2022")).ticks] == [2023, 2024]


@given(st.lists(st.dates(date(1, 1, 1), UNTIL), min_size=1, max_size=5), st.floats(0, 400))
def test_everything_lies_within_the_drawing_and_marks_keep_their_order(days, names_width):
    days = sorted(set(days))
    timeline = drawn(row(*map(str, days)), names_width=names_width)

    (only,) = timeline.rows
    places = [mark.x for mark in only.marks]
    left = round(names_width, 1)
    assert places == sorted(places)
    assert all(left <= x <= WIDTH for x in (*places, timeline.today))
    assert all(left <= span.start <= span.end <= WIDTH for span in only.spans)
    assert len(timeline.ticks) <= 16
    assert all(left <= tick.x <= WIDTH for tick in timeline.ticks)
