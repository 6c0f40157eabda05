"""Events go into a database and come out as they were."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elci.domain.casework.events import Event, EventKind, StepDone
from elci.domain.casework.writing import KINDS, read, written
from elci.domain.law.answers import Question
from elci.domain.law.words import Body, Counterpart, LegalAct

QUESTIONS = st.builds(
    Question,
    act=st.sampled_from(LegalAct),
    body=st.sampled_from(Body),
    counterpart=st.sampled_from(Counterpart),
    on=st.dates(),
    context=st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2),
)
VALUES = {
    str: st.text(max_size=10),
    tuple[str, ...]: st.lists(st.text(max_size=5), max_size=3).map(tuple),
    date | None: st.none() | st.dates(),
    date: st.dates(),
    Question: QUESTIONS,
    Mapping[str, Any]: st.dictionaries(
        st.text(max_size=5), st.none() | st.text(max_size=5) | st.lists(st.text(max_size=3))
    ),
}


def _strategy(kind: type[Event]):
    return st.builds(kind, **{each.name: VALUES[each.type] for each in fields(kind)})


def any_event() -> st.SearchStrategy[Event]:
    return st.one_of([_strategy(kind) for kind in KINDS.values()])


@settings(deadline=None, max_examples=100)
@given(event=any_event())
def test_event_is_read_as_it_was_written(event):
    kept = json.loads(json.dumps(written(event)))

    assert read(event.kind, event.on, kept) == event


def test_every_kind_has_its_event():
    assert set(KINDS) == set(EventKind)


def test_what_cannot_have_been_written_is_an_error():
    with pytest.raises(ValueError, match="'danced' is not a valid EventKind"):
        read("danced", date(2024, 1, 1), {})
    with pytest.raises(TypeError, match="unexpected keyword"):
        read("step_done", date(2024, 1, 1), {"key": "council", "colour": "blue"})


def test_day_of_finality_is_kept():
    step = StepDone(on=date(2024, 1, 1), key="council", final_on=date(2024, 1, 8))

    assert read("step_done", step.on, written(step)) == step


def test_step_without_day_of_finality_has_none():
    assert read("step_done", date(2024, 1, 1), {"key": "council", "final_on": None}) == StepDone(
        on=date(2024, 1, 1), key="council"
    )
