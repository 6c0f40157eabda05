"""Cases from their events: statuses, clocks, flags, and the law of each step's own day."""

from datetime import date

import pytest

from elci.domain.casework.events import (
    ClockResumed,
    ClockSuspended,
    Closed,
    OpinionAsked,
    OpinionGiven,
    PaperAdded,
    PaperAsked,
    PaperSupplied,
    Permitted,
    Refused,
    Sent,
    Signed,
    SignedWithout,
    StepDone,
    StepUndone,
)
from elci.domain.casework.ledger import BrokenCaseError
from elci.domain.casework.procedure import in_one_order
from elci.domain.casework.state import CaseStatus, StepFlag, StepStatus
from elci.domain.law.pack import Deadline, Span
from elci.domain.law.words import ClockStart, Counting, Verdict
from tests.domain.casework.trial import opened, stand, with_step

OPEN = opened(date(2024, 5, 6), planned=date(2024, 9, 2))
COUNCIL = StepDone(on=date(2024, 5, 6), key="council", number="112", final_on=date(2024, 5, 13))
TOLD = StepDone(on=date(2024, 5, 15), key="transmit", papers=("letter",))
ANNOUNCED = StepDone(on=date(2024, 5, 16), key="announce")
SENT = Sent(on=date(2024, 5, 17), key="permit", to="Bakanlık", number="E-1")
PERMIT = Permitted(on=date(2024, 7, 1), key="permit", by="Bakanlık", number="77")
SIGNED = Signed(on=date(2024, 9, 2), number="1", organ="Başkan", places=("Filibe",))
WHOLE = [OPEN, COUNCIL, TOLD, ANNOUNCED, SENT, PERMIT, SIGNED]


def statuses(events, today):
    return {step.key: str(step.status) for step in stand(events, today).steps}


@pytest.mark.parametrize(
    ("events", "today", "status", "steps"),
    [
        (1, "2024-05-06", "preparing", "due not_yet not_yet not_yet not_yet not_yet"),
        (2, "2024-05-06", "preparing", "done due due not_yet not_yet not_yet"),
        (2, "2024-05-20", "preparing", "done due due not_yet not_yet not_yet"),
        (2, "2024-05-21", "preparing", "done late late not_yet not_yet not_yet"),
        (3, "2024-05-21", "preparing", "done done late due not_yet not_yet"),
        (4, "2024-05-21", "preparing", "done done done due not_yet not_yet"),
        (5, "2024-05-21", "with_authority", "done done done waiting not_yet not_yet"),
        (6, "2024-07-01", "ready", "done done done done due not_yet"),
        (7, "2024-09-02", "signed", "done done done done done due"),
        (7, "2024-09-16", "signed", "done done done done done due"),
        (7, "2024-09-17", "signed", "done done done done done late"),
    ],
)
def test_case_stands_as_its_events_say(events, today, status, steps):
    found = stand(WHOLE[:events], date.fromisoformat(today))

    assert found.status == status
    assert [step.key for step in found.steps] == [
        "council", "transmit", "announce", "permit", "sign", "register",
    ]  # fmt: skip
    assert " ".join(step.status for step in found.steps) == steps


def test_state_tells_what_was_recorded():
    found = stand(WHOLE, date(2024, 9, 2))

    permit, sign = found.step("permit"), found.step("sign")
    assert (permit.done.on, permit.done.organ, permit.done.number) == (
        date(2024, 7, 1), "Bakanlık", "77",
    )  # fmt: skip
    assert permit.record == (SENT, PERMIT)
    assert (sign.done.on, sign.done.organ, sign.done.number) == (SIGNED.on, "Başkan", "1")
    assert [paper.key for paper in permit.missing_papers] == ["permit"]
    assert found.step("transmit").missing_papers == ()
    assert (found.opened_on, found.signature, found.closed_on) == (OPEN.on, SIGNED, None)
    assert found.verdict_of_the_act is Verdict.PERMIT
    assert found.step("moon") is None


def test_next_due_is_the_first_last_day_of_what_is_open():
    assert stand([OPEN], date(2024, 5, 6)).next_due is None
    assert stand([OPEN, COUNCIL], date(2024, 5, 14)).next_due == date(2024, 5, 20)


def test_clock_without_a_day_of_finality_counts_from_the_decision_and_says_so():
    decided = StepDone(on=date(2024, 5, 6), key="council")

    step = stand([OPEN, decided], date(2024, 5, 7)).step("transmit")

    assert (step.clock.due, step.clock.assumed) == (date(2024, 5, 13), True)
    assert step.flags == {StepFlag.START_ASSUMED}


def test_step_done_too_late_and_out_of_order_is_flagged():
    early = StepDone(on=date(2024, 5, 1), key="announce")
    late = StepDone(on=date(2024, 5, 21), key="transmit")

    found = stand([OPEN, COUNCIL, early, late], date(2024, 5, 21))

    assert found.step("announce").flags == {StepFlag.OUT_OF_ORDER}
    assert found.step("transmit").flags == {StepFlag.DONE_LATE}


def test_step_done_without_what_comes_before_it_is_flagged():
    found = stand([OPEN, TOLD], date(2024, 5, 21))

    assert found.step("transmit").flags == {StepFlag.OUT_OF_ORDER}
    assert found.step("transmit").comes_after == ("council",)


@pytest.mark.parametrize(
    ("starts_at", "due"),
    [("decision", "2024-05-13"), ("session", "2024-05-13"), ("notification", "2024-05-22")],
)
def test_clock_counts_from_the_event_that_the_law_names(starts_at, due):
    deadline = Deadline(days=7, counting=Counting.CALENDAR, starts_at=ClockStart(starts_at))
    pack = with_step("announce", deadline=deadline)

    step = stand([OPEN, COUNCIL, TOLD], date(2024, 5, 15), pack).step("announce")

    assert (str(step.clock.due), step.clock.assumed) == (due, False)


# A case opened on 5 December 2018: the contested authority is settled on the 10th.
STRADDLING = [
    opened(date(2018, 12, 5), planned=date(2018, 12, 20)),
    StepDone(on=date(2018, 12, 6), key="council"),
    StepDone(on=date(2018, 12, 7), key="transmit"),
    StepDone(on=date(2018, 12, 7), key="announce"),
]
BOTH = "Ministry of the Interior or Ministry of Environment"


@pytest.mark.parametrize(
    ("today", "authority", "flags"),
    [
        ("2018-12-09", BOTH, {StepFlag.AUTHORITY_CONTESTED}),
        ("2018-12-10", "Ministry of Environment", {StepFlag.AUTHORITY_CHANGED}),
    ],
)
def test_open_step_is_judged_by_the_law_of_today(today, authority, flags):
    step = stand(STRADDLING, date.fromisoformat(today)).step("permit")

    assert (step.asked.authority.en, step.flags) == (authority, flags)
    assert step.judged_on == date.fromisoformat(today)


@pytest.mark.parametrize(
    ("permitted", "authority", "flags"),
    [
        ("2018-12-09", BOTH, {StepFlag.AUTHORITY_CONTESTED}),
        ("2018-12-10", "Ministry of Environment", {StepFlag.AUTHORITY_CHANGED}),
    ],
)
def test_step_that_was_done_is_judged_by_the_law_of_its_own_day(permitted, authority, flags):
    permit = StepDone(on=date.fromisoformat(permitted), key="permit", number="1")
    signed = Signed(on=date(2018, 12, 20))

    found = stand([*STRADDLING, permit, signed], date(2024, 5, 6))

    step = found.step("permit")
    assert (step.asked.authority.en, step.flags) == (authority, flags)
    assert (found.status, found.missing) == (CaseStatus.SIGNED, ())


def test_permit_from_before_the_contest_was_of_the_old_ministry():
    before = [
        opened(date(2018, 7, 2), planned=date(2018, 12, 20)),
        StepDone(on=date(2018, 7, 9), key="permit"),
    ]

    step = stand(before, date(2018, 12, 11)).step("permit")

    assert step.asked.authority.en == "Ministry of the Interior"
    assert step.next_change == date(2018, 7, 10)


def test_step_that_the_law_begins_to_ask_before_the_planned_day_is_told_beforehand():
    crossing = [opened(date(2019, 12, 2), planned=date(2020, 1, 2))]

    before = stand(crossing, date(2019, 12, 31)).step("register")
    after = stand(crossing, date(2020, 1, 1)).step("register")

    assert (before.flags, before.judged_on) == (
        {StepFlag.ASKED_FROM_LATER},
        date(2020, 1, 2),
    )
    assert after.flags == frozenset()


def test_step_done_before_the_law_asked_for_it_is_flagged():
    crossing = [
        opened(date(2019, 12, 2), planned=date(2020, 1, 2)),
        StepDone(on=date(2019, 12, 3), key="register"),
    ]

    assert stand(crossing, date(2020, 1, 3)).step("register").flags == {StepFlag.NOT_ASKED}


@pytest.mark.parametrize(
    ("today", "status"), [("2018-07-30", "due"), ("2018-07-31", "no_longer_asked")]
)
def test_step_that_the_law_does_not_ask_any_more_is_over(today, status):
    crossing = [opened(date(2018, 7, 16), planned=date(2018, 8, 20))]

    assert statuses(crossing, date.fromisoformat(today))["circular"] == status


def test_signature_without_required_steps_leaves_them_out():
    without = SignedWithout(on=date(2024, 6, 3), missing=("transmit", "permit"), reason="acele")

    found = stand([OPEN, COUNCIL, without], date(2024, 9, 2))

    assert statuses([OPEN, COUNCIL, without], date(2024, 9, 2)) == {
        "council": "done", "transmit": "left_out", "announce": "late",
        "permit": "left_out", "sign": "done", "register": "late",
    }  # fmt: skip
    assert found.status is CaseStatus.SIGNED_WITHOUT
    assert found.missing == without.missing
    assert found.step("permit").judged_on == date(2024, 6, 3)


def test_permit_that_came_after_the_signature_is_missing_all_the_same():
    late = Permitted(on=date(2024, 9, 3), key="permit", by="Bakanlık")

    found = stand([*WHOLE[:5], SIGNED, late], date(2024, 9, 3))

    assert (found.status, found.missing) == (CaseStatus.SIGNED_WITHOUT, ("permit",))
    assert found.step("permit").status is StepStatus.DONE
    assert StepFlag.AFTER_THE_ACT in found.step("permit").flags


def test_refusal_stands_until_the_file_is_sent_again():
    refused = Refused(on=date(2024, 6, 3), key="permit", by="Bakanlık", reasons="eksik")
    again = Sent(on=date(2024, 6, 10), key="permit", to="Bakanlık")

    found = stand([*WHOLE[:5], refused], date(2024, 6, 3))
    resent = stand([*WHOLE[:5], refused, again], date(2024, 6, 10))

    assert (found.status, found.step("permit").status) == (CaseStatus.REFUSED, StepStatus.REFUSED)
    assert found.step("permit").refused == refused
    assert resent.status is CaseStatus.WITH_AUTHORITY
    assert resent.step("permit").record == (SENT, refused, again)


def test_corrected_step_keeps_what_was_wrong():
    undone = StepUndone(on=date(2024, 5, 20), key="transmit", reason="başka dosya")
    right = StepDone(on=date(2024, 5, 14), key="transmit")

    found = stand([OPEN, COUNCIL, TOLD, undone], date(2024, 5, 20))
    corrected = stand([OPEN, COUNCIL, TOLD, undone, right], date(2024, 5, 20))

    assert (found.step("transmit").status, found.step("transmit").record) == (
        StepStatus.DUE, (TOLD, undone),
    )  # fmt: skip
    assert corrected.step("transmit").done.on == date(2024, 5, 14)
    assert corrected.step("transmit").record == (TOLD, undone, right)


def test_papers_are_missing_until_they_are_in_the_file():
    added = PaperAdded(on=date(2024, 5, 7), key="council", paper="decision")

    assert [each.key for each in stand([OPEN], OPEN.on).step("council").missing_papers] == [
        "decision"
    ]
    assert stand([OPEN, added], date(2024, 5, 7)).step("council").missing_papers == ()


def test_what_was_asked_for_is_open_until_it_comes():
    asked = PaperAsked(on=date(2024, 6, 3), paper="harita", from_whom="Belediye")
    opinion = OpinionAsked(on=date(2024, 6, 3), body="Dışişleri")
    given = OpinionGiven(on=date(2024, 6, 5), body="Dışişleri", opinion="uygun")

    found = stand([OPEN, asked, opinion], date(2024, 6, 3))
    answered = stand(
        [OPEN, asked, opinion, PaperSupplied(on=date(2024, 6, 4), paper="harita"), given],
        date(2024, 6, 5),
    )

    assert (found.papers_asked, found.opinions_asked) == ((asked,), (opinion,))
    assert (answered.papers_asked, answered.opinions_asked) == ((), ())
    assert answered.opinions == (given,)


@pytest.mark.parametrize("key", ["", "transmit"])
def test_suspension_moves_the_last_day_of_its_clock(key):
    suspended = ClockSuspended(on=date(2024, 5, 15), reason="itiraz", key=key)
    resumed = ClockResumed(on=date(2024, 5, 22), key=key)

    standing = stand([OPEN, COUNCIL, suspended], date(2024, 5, 20))
    going = stand([OPEN, COUNCIL, suspended, resumed], date(2024, 5, 23))

    assert standing.step("transmit").clock.due is None
    assert going.step("transmit").clock.due == date(2024, 5, 27)
    other = going.step("announce").clock.due
    assert other == (date(2024, 5, 20) if key else date(2024, 5, 27))
    own, every = going.step("transmit").pauses, going.pauses
    assert (own if key else every) == (Span(date(2024, 5, 15), date(2024, 5, 22)),)


def test_second_suspension_leaves_the_first_as_it_was():
    events = [
        ClockSuspended(on=date(2024, 5, 7), reason="a"),
        ClockResumed(on=date(2024, 5, 8)),
        ClockSuspended(on=date(2024, 5, 9), reason="b"),
        ClockResumed(on=date(2024, 5, 8)),
    ]

    found = stand([OPEN, *events], date(2024, 5, 10))

    assert found.pauses == (
        Span(date(2024, 5, 7), date(2024, 5, 8)),
        Span(date(2024, 5, 9), date(2024, 5, 9)),
    )


AID = opened(date(2024, 5, 6), "aid_abroad", date(2024, 9, 2))


@pytest.mark.parametrize(
    ("key", "last", "in_time", "late"),
    [
        ("opinion", "2024-06-05", "waiting", "consent_by_silence"),
        ("objection", "2024-05-13", "waiting", "refused_by_silence"),
    ],
)
def test_silence_means_what_the_law_says(key, last, in_time, late):
    sent = Sent(on=date(2024, 5, 6), key=key, to="makam")
    day = date.fromisoformat(last)

    assert statuses([AID, COUNCIL, sent], day)[key] == in_time
    assert statuses([AID, COUNCIL, sent], day.replace(day=day.day + 1))[key] == late


def test_silence_of_an_authority_that_was_not_asked_means_nothing():
    assert statuses([AID, COUNCIL], date(2024, 8, 1))["opinion"] == "due"


def test_refusal_by_silence_makes_the_case_refused():
    sent = Sent(on=date(2024, 5, 6), key="objection", to="vali")

    assert stand([AID, COUNCIL, sent], date(2024, 6, 3)).status is CaseStatus.REFUSED


def test_journey_is_told_before_and_after_it():
    trip = opened(date(2024, 5, 6), "send_delegation", date(2024, 5, 20))
    told = StepDone(on=date(2024, 5, 14), key="tell_before")

    assert statuses([trip], date(2024, 5, 15)) == {
        "tell_before": "due", "travel": "not_yet", "tell_after": "not_yet",
    }  # fmt: skip
    assert statuses([trip], date(2024, 5, 16))["tell_before"] == "late"
    gone = [trip, told, Signed(on=date(2024, 5, 20))]
    assert statuses(gone, date(2024, 5, 21)) == {
        "tell_before": "done", "travel": "done", "tell_after": "due",
    }  # fmt: skip


def test_closed_case_stands_as_on_its_last_day():
    closed = Closed(on=date(2024, 5, 14), reason="vazgeçildi")

    found = stand([OPEN, COUNCIL, closed], date(2030, 1, 1))

    assert (found.status, found.closed_on) == (CaseStatus.CLOSED, closed.on)
    assert found.step("transmit").status is StepStatus.DUE


def test_case_before_the_horizon_is_not_modelled():
    found = stand([opened(date(2005, 7, 12))], date(2005, 7, 12))

    assert (found.status, found.steps) == (CaseStatus.NOT_MODELLED, ())


def test_case_for_which_the_law_gives_no_power_has_no_steps():
    state = opened(date(2024, 5, 6), counterpart="foreign_state_organ")

    found = stand([state], date(2024, 5, 6))

    assert (found.verdict_of_the_act, found.steps) == (Verdict.NO_POWER, ())


def test_step_that_no_law_knows_is_left_aside():
    assert "moon" not in statuses([OPEN, StepDone(on=OPEN.on, key="moon")], OPEN.on)


def test_step_without_an_act_comes_before_the_whole():
    ending = opened(date(2024, 5, 6), "terminate_agreement")

    found = stand([ending], date(2024, 5, 6))

    assert found.missing == ("end_council", "transmit")


def test_events_that_no_case_can_consist_of_are_an_error():
    with pytest.raises(BrokenCaseError, match="a case begins with its opening"):
        stand([], OPEN.on)
    with pytest.raises(BrokenCaseError, match="a case begins with its opening"):
        stand([COUNCIL, OPEN], OPEN.on)
    with pytest.raises(BrokenCaseError, match="cannot hold Opened after its opening"):
        stand([OPEN, OPEN], OPEN.on)


def test_orders_become_one():
    assert in_one_order([["a", "d"], ["b", "a", "c", "d"], ["e"]]) == ("e", "b", "a", "c", "d")
