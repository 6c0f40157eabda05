"""Promises: made at a visit or otherwise, and what became of them."""

import pytest
from django.utils import translation

from elci.accounts.models import Change
from elci.domain.visiting.words import PromiseEventKind, Promiser, PromiseState
from elci.foundation.eyes import PUBLIC
from elci.visits.actions import (
    VisitRefusedError,
    correct_promise,
    record_fate,
    unit_named,
    withdraw_promise,
)
from elci.visits.queries.promises import (
    promises_editable_by,
    promises_visible_to,
    told_promise,
    told_promises,
    units_of,
)
from tests.builders import make_account, make_user
from tests.visits.kept_visits import (
    TODAY,
    day,
    fate,
    make_promise_of,
    make_visit,
    on,
    promise_facts,
    reads,
    writes,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def told(promise, today=TODAY):
    return told_promise(promises_visible_to(reads(promise.workspace)).get(pk=promise.pk), today)


def test_promise_leads_to_its_visit_and_the_visit_to_its_promises():
    visit = make_visit(held=True)
    promise = make_promise_of(visit)

    assert list(visit.promises.all()) == [promise]
    found = told(promise)
    assert (found.promise.visit, found.state, found.fate) == (visit, PromiseState.OPEN, None)
    assert [each.kind for each in found.events] == [PromiseEventKind.MADE]
    assert told(promise, day(31)).state is PromiseState.OVERDUE


def test_promise_may_come_of_an_act_or_a_letter():
    account = make_account(make_visit().workspace)
    promise = make_promise_of(
        workspace=account.workspace, act=account.acts.get(), letter="E-12, 1 Haziran 2024", due=None
    )

    assert told(promise).promise.act.account == account
    assert told(promise, day(9000)).state is PromiseState.OPEN


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"what": ""}, "what"), ({"made_on": on(1)}, "made_on"), ({"due": on(-10)}, "due")],
)
def test_promise_says_something_and_has_dates_in_order(facts, field):
    with pytest.raises(VisitRefusedError) as refused:
        make_promise_of(**facts)

    assert refused.value.field == field


@pytest.mark.parametrize("kind", ["kept", "broken", "dropped"])
def test_settled_promise_is_opened_again_with_a_reason(kind):
    promise = make_promise_of()

    record_fate(promise, fate(kind), today=TODAY, user=None)
    promise.refresh_from_db()
    assert (promise.settled, told(promise).state) == (kind, PromiseState(kind))
    assert told(promise).fate.text == "Gönderildi."
    with pytest.raises(VisitRefusedError, match="already"):
        record_fate(promise, fate("kept"), today=TODAY, user=None)
    record_fate(promise, fate("reopened", text="Yanlış"), today=TODAY, user=None)

    promise.refresh_from_db()
    assert (promise.settled, told(promise).state) == ("", PromiseState.OPEN)
    with pytest.raises(VisitRefusedError, match="is open already"):
        record_fate(promise, fate("reopened"), today=TODAY, user=None)


def test_postponed_promise_keeps_its_old_date():
    promise = make_promise_of()

    record_fate(promise, fate("postponed", due=on(60), text="Bütçe"), today=TODAY, user=None)

    promise.refresh_from_db()
    assert (promise.due, told(promise).earlier) == (on(60), (on(30),))
    with pytest.raises(VisitRefusedError, match="not later") as refused:
        record_fate(promise, fate("postponed", due=on(50)), today=TODAY, user=None)
    assert refused.value.field == "due"


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"text": " "}, "what happened"),
        ({"happened": day(1)}, "has not come yet"),
        ({"happened": day(-30)}, "not been promised yet"),
    ],
)
def test_fate_needs_words_and_a_day(facts, says):
    with pytest.raises(VisitRefusedError, match=says):
        record_fate(make_promise_of(), fate(**facts), today=TODAY, user=None)


def test_corrected_promise_keeps_what_it_said():
    promise = make_promise_of()
    right = promise_facts(what="Eğitim programını yollamak", due=on(20), promiser=Promiser.PARTNER)

    correct_promise(promise, right, reason="Onlar söz verdi", today=TODAY, user=None)
    correct_promise(promise, right, reason="Aynı", today=TODAY, user=None)
    with pytest.raises(VisitRefusedError, match="what was wrong"):
        correct_promise(promise, right, reason="", today=TODAY, user=None)

    found = told(promise)
    assert [each.kind for each in found.events] == ["made", "corrected"]
    assert found.events[1].before["what"] == "İtfaiye eğitim programını göndermek"
    assert (found.promise.due, found.state) == (on(20), PromiseState.OPEN)


def test_promises_are_told_with_what_is_overdue_first():
    visit = make_visit()
    later = make_promise_of(visit, due=on(20))
    overdue = make_promise_of(visit, due=on(-1))
    endless = make_promise_of(visit, due=None)
    kept = make_promise_of(visit)
    record_fate(kept, fate(), today=TODAY, user=None)

    found = told_promises(promises_visible_to(reads(visit.workspace)), TODAY)

    assert [each.promise for each in found] == [overdue, later, endless, kept]
    assert [each.is_open for each in found] == [True, True, True, False]


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_as_often_for_many_promises_as_for_one(number, django_assert_num_queries):
    visit = make_visit()
    for _each in range(number):
        make_promise_of(visit)

    with django_assert_num_queries(2):
        told_promises(promises_visible_to(reads(visit.workspace)), TODAY)


def test_withdrawn_promise_stays_with_its_reason_and_is_for_its_own_workspace():
    promise = make_promise_of()
    user = make_user(promise.workspace)
    assert list(promises_editable_by(writes(promise.workspace))) == [promise]
    assert list(promises_editable_by(reads(promise.workspace))) == []
    assert list(promises_visible_to(PUBLIC)) == []

    withdraw_promise(promise, reason="Kimse söz vermedi", user=user)

    assert list(promises_editable_by(writes(promise.workspace))) == []
    with pytest.raises(VisitRefusedError, match="was withdrawn"):
        record_fate(promise, fate(), today=TODAY, user=None)
    assert Change.objects.get(verb="withdrawn").reason == "Kimse söz vermedi"


def test_unit_is_recorded_on_first_use_only():
    workspace = make_visit().workspace

    first, second = unit_named(workspace, " İtfaiye "), unit_named(workspace, "İtfaiye")

    assert (first, first.name) == (second, "İtfaiye")
    assert list(units_of(workspace, reads(workspace))) == [first]
    assert list(units_of(workspace, PUBLIC)) == []
