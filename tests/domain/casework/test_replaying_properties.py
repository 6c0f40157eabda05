"""What holds of every case: the same events give the same state, and the past stays as it was."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from elci.domain.casework.events import (
    ClockResumed,
    ClockSuspended,
    Closed,
    Event,
    OpinionAsked,
    PaperAdded,
    PaperAsked,
    Permitted,
    Refused,
    Sent,
    Signed,
    SignedWithout,
    Stated,
    StepDone,
    StepUndone,
)
from elci.domain.casework.state import SETTLED, StepStatus
from tests.domain.casework.trial import opened, stand, trial_pack

DAYS = st.dates(date(2005, 7, 1), date(2024, 6, 3))
KEYS = st.sampled_from(sorted(trial_pack().steps))
WORDS = st.sampled_from(["a", "b"])
STEP_EVENTS = [
    st.builds(StepDone, on=DAYS, key=KEYS, final_on=st.none() | DAYS),
    st.builds(StepUndone, on=DAYS, key=KEYS, reason=WORDS),
    st.builds(PaperAdded, on=DAYS, key=KEYS, paper=st.sampled_from(["decision", "letter"])),
    st.builds(Sent, on=DAYS, key=KEYS, to=WORDS),
    st.builds(Permitted, on=DAYS, key=KEYS, by=WORDS),
    st.builds(Refused, on=DAYS, key=KEYS, by=WORDS, reasons=WORDS),
]
OTHER_EVENTS = [
    st.builds(
        Stated,
        on=DAYS,
        said=st.fixed_dictionaries({"planned_on": st.none() | DAYS.map(date.isoformat)}),
    ),
    st.builds(PaperAsked, on=DAYS, paper=WORDS, from_whom=WORDS),
    st.builds(OpinionAsked, on=DAYS, body=WORDS),
    st.builds(ClockSuspended, on=DAYS, reason=WORDS, key=st.just("") | KEYS),
    st.builds(ClockResumed, on=DAYS, key=st.just("") | KEYS),
    st.builds(Signed, on=DAYS),
    st.builds(SignedWithout, on=DAYS, missing=st.just(()), reason=WORDS),
    st.builds(Closed, on=DAYS),
]
ACTS = st.sampled_from(
    ["sister_city", "renew_agreement", "aid_abroad", "send_delegation", "terminate_agreement"]
)
EVENTS = st.lists(st.one_of(STEP_EVENTS + OTHER_EVENTS), max_size=8)
TODAY = date(2024, 6, 3)


@st.composite
def cases(draw: st.DrawFn) -> list[Event]:
    first = opened(draw(DAYS), draw(ACTS), draw(DAYS))
    return [first, *draw(EVENTS)]


@settings(deadline=None, max_examples=60)
@given(events=cases(), today=DAYS)
def test_same_events_give_the_same_state(events, today):
    assert stand(events, today) == stand(list(events), today)


@settings(deadline=None, max_examples=60)
@given(events=cases(), new=st.one_of(STEP_EVENTS + OTHER_EVENTS))
def test_new_event_takes_nothing_out_of_the_record(events, new):
    before, after = stand(events, TODAY), stand([*events, new], TODAY)

    for step in before.steps:
        if step.record:
            assert after.step(step.key).record[: len(step.record)] == step.record


@settings(deadline=None, max_examples=60)
@given(events=cases(), new=st.one_of(STEP_EVENTS + OTHER_EVENTS))
def test_new_event_changes_nothing_of_other_steps_that_were_done(events, new):
    before, after = stand(events, TODAY), stand([*events, new], TODAY)

    for step in before.steps:
        recorded = [each for each in step.record if isinstance(each, StepDone | Permitted)]
        if step.done is not None and recorded and getattr(new, "key", "") != step.key:
            same = after.step(step.key)
            assert (same.done, same.judged_on, same.asked) == (
                step.done, step.judged_on, step.asked,
            )  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(events=cases(), today=DAYS)
def test_step_that_was_done_is_judged_by_its_own_day(events, today):
    for step in stand(events, today).steps:
        if step.done is not None:
            assert (step.status, step.judged_on) == (StepStatus.DONE, step.done.on)


@settings(deadline=None, max_examples=60)
@given(events=cases(), today=DAYS)
def test_missing_steps_are_those_that_nothing_settles(events, today):
    state = stand(events, today)

    for step in state.steps:
        if step.status not in SETTLED and step.key in state.missing:
            assert step.asked is not None


@settings(deadline=None, max_examples=60)
@given(events=cases(), later=st.integers(1, 400))
def test_what_is_late_stays_late_until_something_happens(events, later):
    before, after = stand(events, TODAY), stand(events, TODAY + timedelta(days=later))

    late = {step.key for step in before.steps if step.status is StepStatus.LATE}
    assert late <= {step.key for step in after.steps if step.status is StepStatus.LATE}
