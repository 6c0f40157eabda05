"""The facts of a case: which can be, how they are kept, and what the case makes of them."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elci.domain.casework.events import Signed, Stated
from elci.domain.casework.particulars import (
    NAMES,
    NOTHING_STATED,
    Fault,
    Particulars,
    ParticularsError,
    changed_facts,
    is_known,
)
from elci.domain.vocabularies import CooperationField
from tests.domain.casework.trial import TODAY, opened, stand

TEXTS = st.text(max_size=8)
PAGES = st.none() | st.integers(1, 9999)
DAYS = st.none() | st.dates()
FACTS = st.builds(
    Particulars,
    purpose=TEXTS,
    fields=st.lists(st.sampled_from([str(each) for each in CooperationField])).map(tuple),
    amount=st.none() | st.decimals(0, 10**9, places=2),
    currency=st.just("EUR"),
    languages=st.lists(st.sampled_from(["tr", "ka", "zh_Hant"])).map(tuple),
    pages_of_draft=PAGES,
    has_letter=st.booleans(),
    planned_on=DAYS,
    travellers=st.lists(TEXTS, max_size=3).map(tuple),
)


@given(facts=FACTS)
def test_facts_are_read_as_they_were_written(facts):
    kept = json.loads(json.dumps(facts.written(NAMES)))

    assert Particulars.read(kept) == facts


@pytest.mark.parametrize(
    ("facts", "faults"),
    [
        ({"pages_of_draft": 1, "pages_of_note": 9999}, {}),
        ({"pages_of_draft": 0}, {"pages_of_draft": Fault.NOT_PAGES}),
        ({"pages_of_note": 10000}, {"pages_of_note": Fault.NOT_PAGES}),
        ({"partner_population": 0}, {}),
        ({"partner_population": -1}, {"partner_population": Fault.NEGATIVE}),
        ({"amount": Decimal(0), "currency": "TRY", "is_free": True}, {}),
        ({"amount": Decimal(1), "currency": "TRY", "is_free": True},
         {"is_free": Fault.COSTS_AND_FREE}),
        ({"amount": Decimal("-0.01"), "currency": "TRY"}, {"amount": Fault.NEGATIVE}),
        ({"amount": Decimal("NaN"), "currency": "TRY"}, {"amount": Fault.NEGATIVE}),
        ({"amount": Decimal(1)}, {"currency": Fault.NO_CURRENCY}),
        ({"amount": Decimal(1), "currency": "try"}, {"currency": Fault.NO_CURRENCY}),
        ({"travel_since": TODAY, "travel_until": TODAY}, {}),
        ({"travel_since": TODAY, "travel_until": date(2024, 6, 2)},
         {"travel_until": Fault.ENDS_BEFORE_IT_BEGINS}),
        ({"travel_until": TODAY}, {}),
        ({"travel_since": TODAY}, {}),
        ({"languages": ("tr", "Gürcüce")}, {"languages": Fault.NOT_A_LANGUAGE}),
        ({"draft_language": "ka"}, {}),
        ({"draft_language": "Gürcüce"}, {"draft_language": Fault.NOT_A_LANGUAGE}),
        ({"fields": ("tourism",)}, {}),
        ({"fields": ("tourism", "moon")}, {"fields": Fault.NOT_A_FIELD}),
    ],
)  # fmt: skip
def test_facts_that_cannot_be_are_refused(facts, faults):
    if not faults:
        assert Particulars(**facts) is not None
        return

    with pytest.raises(ParticularsError) as refused:
        Particulars(**facts)

    assert refused.value.faults == faults
    assert next(iter(faults)) in str(refused.value)


def test_facts_that_differ_and_that_are_known_are_told():
    facts = Particulars(purpose="Afet", has_letter=True)

    assert changed_facts(NOTHING_STATED, facts) == ("purpose", "has_letter")
    assert [name for name in NAMES if is_known(facts, name)] == ["purpose", "has_letter"]
    assert not any(is_known(NOTHING_STATED, name) for name in NAMES)


def test_what_was_stated_last_stands_and_the_rest_stays():
    first = Stated(on=TODAY, said={"purpose": "Afet", "duration": "beş yıl"}, source="Taslak")
    second = Stated(on=TODAY, said={"duration": "üç yıl"}, reason="Görüşmede değişti")
    third = Stated(on=TODAY, said={"purpose": ""}, reason="Yanlış")

    state = stand([opened(TODAY), first, second, third], TODAY)

    assert state.particulars == Particulars(duration="üç yıl")
    assert state.stated == {"purpose": third, "duration": second}
    assert state.statements == 3


def test_case_of_which_nothing_was_stated_keeps_the_day_it_was_opened_for():
    state = stand([opened(TODAY, planned=date(2024, 7, 1))], TODAY)

    assert (state.particulars, state.planned_on) == (NOTHING_STATED, date(2024, 7, 1))


@pytest.mark.parametrize(
    ("events", "judged_on"),
    [
        ([], date(2024, 7, 1)),
        ([Stated(on=TODAY, said={"planned_on": "2024-09-01"})], date(2024, 9, 1)),
        ([Stated(on=TODAY, said={"planned_on": "2024-09-01"}), Signed(on=TODAY)], TODAY),
    ],
)  # fmt: skip
def test_act_is_judged_by_the_law_of_the_day_planned_by_now(events, judged_on):
    state = stand([opened(TODAY, planned=date(2024, 7, 1)), *events], TODAY)

    assert state.step("sign").judged_on == judged_on
