"""Requests from abroad: entered, checked one criterion after the other, decided, answered."""

from datetime import date

import pytest

from elci.domain.dates import PartialDate
from elci.domain.vocabularies import (
    Instrument,
    RequestAnswerKind,
    RequestCriterion,
    RequestFinding,
)
from elci.partnering.actions import (
    CheckFacts,
    DecisionFacts,
    PartneringRefusedError,
    check_request,
    decide_request,
    record_answer,
    tie_request_to_case,
    withdraw_request,
)
from elci.partnering.queries.requests import (
    checks_of,
    decision_of,
    requests_editable_by,
    requests_visible_to,
)
from tests.builders import make_user, make_workspace
from tests.consent.cases import make_case
from tests.partnering.entries import TODAY, day, make_request, reads, writes

pytestmark = pytest.mark.django_db


def found(request, criterion, finding, ground="Mektupta yazıyor."):
    facts = CheckFacts(
        criterion=RequestCriterion(criterion), finding=RequestFinding(finding), ground=ground
    )
    return check_request(request, facts, today=TODAY, user=make_user(request.workspace))


def decision(answer="declined", *, on=TODAY, reason="Ülkede ortağımız var.", instrument=None):
    return DecisionFacts(
        answer=RequestAnswerKind(answer), decided_on=on, reason=reason, instrument=instrument
    )


def read_again(request):
    return requests_visible_to(reads(request.workspace)).get(pk=request.pk)


def test_request_is_seen_by_its_workspace_only():
    request = make_request(letter_on=PartialDate.parse("2024-05"))
    own = writes(request.workspace)

    assert list(requests_visible_to(own)) == [request]
    assert list(requests_editable_by(own)) == [request]
    assert list(requests_editable_by(reads(request.workspace))) == []
    assert list(requests_visible_to(reads(make_workspace("ankara")))) == []


def test_latest_finding_stands_and_earlier_ones_stay():
    request = make_request()
    first = found(request, "law", "unclear")
    second = found(request, "law", "met", "İzin gerekiyor, alınabilir.")

    checked = {each.criterion: each for each in checks_of(read_again(request))}

    assert list(checked) == list(RequestCriterion)
    assert checked[RequestCriterion.LAW].standing == second
    assert checked[RequestCriterion.LAW].earlier == [first]
    assert checked[RequestCriterion.PURPOSE].standing is None


def test_latest_decision_stands():
    request = make_request()

    assert decision_of(read_again(request)) is None
    decide_request(request, decision("deferred"), today=TODAY, user=None)
    last = decide_request(
        request,
        decision("other_instrument", instrument=Instrument.MEMORANDUM),
        today=TODAY,
        user=None,
    )

    assert decision_of(read_again(request)) == last
    assert last.instrument == "memorandum"


def test_answer_tells_of_the_decision_that_stands():
    request = make_request()
    decide_request(request, decision(on=day(-3)), today=TODAY, user=None)
    last = decide_request(request, decision("accepted", on=day(-2)), today=TODAY, user=None)

    answer = record_answer(request, sent_on=day(-1), number="E-17", today=TODAY, user=None)

    assert (answer.decision, answer.number) == (last, "E-17")


def test_answer_needs_a_decision_before_it():
    request = make_request()

    with pytest.raises(PartneringRefusedError, match="henüz karar verilmemiştir"):
        record_answer(request, sent_on=TODAY, number="", today=TODAY, user=None)
    decide_request(request, decision(on=TODAY), today=TODAY, user=None)
    with pytest.raises(PartneringRefusedError) as refused:
        record_answer(request, sent_on=day(-1), number="", today=TODAY, user=None)

    assert refused.value.field == "sent_on"


def test_case_of_the_workspace_is_noted_and_no_other():
    request = make_request()
    case = make_case(workspace=request.workspace)

    tie_request_to_case(request, case)

    assert read_again(request).case == case
    with pytest.raises(ValueError, match="another workspace"):
        tie_request_to_case(request, make_case(workspace=make_workspace("ankara")))


def test_withdrawn_request_stays_readable_and_takes_nothing_more():
    request = make_request()

    withdraw_request(request, reason="İki kez girilmiş.", user=None)

    assert read_again(request).withdrawal_reason == "İki kez girilmiş."
    assert list(requests_editable_by(writes(request.workspace))) == []
    with pytest.raises(PartneringRefusedError, match="geri çekilmiştir"):
        decide_request(request, decision(), today=TODAY, user=None)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"asker": " "}, "asker"),
        ({"received_on": day(1)}, "received_on"),
        ({"letter_on": PartialDate.parse("2024-07")}, "letter_on"),
    ],
)
def test_request_that_cannot_have_come_so_is_refused(facts, field):
    with pytest.raises(PartneringRefusedError) as refused:
        make_request(**facts)

    assert refused.value.field == field


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (decision(on=day(1)), "decided_on"),
        (decision(on=date(2024, 5, 1)), "decided_on"),
        (decision(reason=" "), "reason"),
        (decision("other_instrument"), "instrument"),
        (decision("accepted", instrument=Instrument.MEMORANDUM), "instrument"),
    ],
)
def test_decision_that_cannot_stand_is_refused(facts, field):
    with pytest.raises(PartneringRefusedError) as refused:
        decide_request(make_request(), facts, today=TODAY, user=None)

    assert refused.value.field == field


def test_findings_and_withdrawals_need_a_ground():
    request = make_request()

    with pytest.raises(PartneringRefusedError) as refused:
        found(request, "law", "met", " ")
    with pytest.raises(PartneringRefusedError) as left_out:
        withdraw_request(request, reason="", user=None)

    assert (refused.value.field, left_out.value.field) == ("ground", "reason")
