from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.dates import PartialDate
from elci.domain.visiting.promises import (
    PromiseEvent,
    PromiseRefusal,
    due_on,
    earlier_dates,
    is_past,
    refusal_of_event,
    state_on,
)
from elci.domain.visiting.words import PromiseEventKind, PromiseState

START = date(2026, 5, 1)
MADE = PartialDate("2026-05-01")


def event(kind, on, due=None):
    return PromiseEvent(
        kind=PromiseEventKind(kind),
        on=date.fromisoformat(on),
        due=None if due is None else PartialDate(due),
    )


HISTORY = [
    event("made", "2026-05-01", "2026-06"),
    event("postponed", "2026-06-20", "2026-09-15"),
    event("broken", "2026-09-20"),
    event("reopened", "2026-10-01"),
    event("kept", "2026-10-05"),
]


@pytest.mark.parametrize(
    ("day", "state", "due"),
    [
        ("2026-04-30", "open", None),
        ("2026-05-01", "open", "2026-06"),
        ("2026-06-20", "open", "2026-09-15"),
        ("2026-09-15", "open", "2026-09-15"),
        ("2026-09-16", "overdue", "2026-09-15"),
        ("2026-09-20", "broken", "2026-09-15"),
        ("2026-10-01", "overdue", "2026-09-15"),
        ("2026-10-05", "kept", "2026-09-15"),
    ],
)
def test_promise_stands_on_a_day_as_its_events_say(day, state, due):
    on = date.fromisoformat(day)

    assert state_on(HISTORY, on) is PromiseState(state)
    assert due_on(HISTORY, on) == (None if due is None else PartialDate(due))


def test_postponed_promise_keeps_its_old_dates():
    twice = [*HISTORY[:2], event("postponed", "2026-09-10", None), HISTORY[4]]

    assert earlier_dates(HISTORY) == (PartialDate("2026-06"),)
    assert earlier_dates(twice) == (PartialDate("2026-06"), PartialDate("2026-09-15"))
    assert earlier_dates([]) == ()


def test_corrected_date_is_the_one_that_counts():
    corrected = [HISTORY[0], event("corrected", "2026-05-02", "2026-07")]

    assert due_on(corrected, date(2026, 7, 1)) == PartialDate("2026-07")
    assert earlier_dates(corrected) == ()


@pytest.mark.parametrize(
    ("due", "is_late"),
    [("2026-05", True), ("2026-06-01", False), ("2026", False), ("XXXX", False), (None, False)],
)
def test_date_is_past_only_when_every_day_it_may_be_is(due, is_late):
    found = None if due is None else PartialDate(due)

    assert is_past(found, date(2026, 6, 1)) is is_late


OPEN, SETTLED = HISTORY[:2], HISTORY[:3]


@pytest.mark.parametrize(
    ("events", "new", "refusal"),
    [
        (OPEN, event("kept", "2026-06-01"), None),
        (OPEN, event("dropped", "2026-04-30"), PromiseRefusal.BEFORE_IT_WAS_MADE),
        (OPEN, event("reopened", "2026-06-01"), PromiseRefusal.NOT_SETTLED),
        (OPEN, event("postponed", "2026-07-01", "2026-09-16"), None),
        (OPEN, event("postponed", "2026-07-01", "2026-09-15"), PromiseRefusal.NOT_LATER),
        (OPEN, event("postponed", "2026-07-01", "2026-08"), PromiseRefusal.NOT_LATER),
        (OPEN, event("postponed", "2026-07-01"), None),
        ([event("made", "2026-05-01")], event("postponed", "2026-07-01", "2026-07"), None),
        (SETTLED, event("kept", "2026-10-01"), PromiseRefusal.SETTLED),
        (SETTLED, event("postponed", "2026-10-01", "2027"), PromiseRefusal.SETTLED),
        (SETTLED, event("reopened", "2026-10-01"), None),
    ],
)
def test_event_follows_what_is_on_record_or_says_why_not(events, new, refusal):
    assert refusal_of_event(events, new, made=MADE) is refusal


kinds = st.sampled_from(PromiseEventKind)
histories = st.lists(
    st.builds(
        PromiseEvent,
        kind=kinds,
        on=st.integers(0, 60).map(lambda days: START + timedelta(days=days)),
        due=st.none() | st.just(PartialDate("2026-05-20")),
    ),
    max_size=6,
)


@given(histories, st.integers(0, 90))
def test_promise_is_overdue_only_while_open_and_past_its_date(events, days):
    day = START + timedelta(days=days)

    state = state_on(events, day)

    assert (state is PromiseState.OVERDUE) <= is_past(due_on(events, day), day)
    assert (state is PromiseState.OPEN) <= (not is_past(due_on(events, day), day))
    fates = [each.kind.value for each in events if each.on <= day]
    assert state in {PromiseState.OPEN, PromiseState.OVERDUE} or state.value in fates
