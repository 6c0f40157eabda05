"""A case that is carried out, and what it becomes in the register."""

import pytest

from elci.agreements.actions import DuplicateRelationError, correct_act
from elci.agreements.queries.relations import full_accounts
from elci.consent.actions import (
    ActDone,
    CaseRefusedError,
    Decision,
    Entry,
    MissingStepsError,
    NotAllowedError,
    StepFacts,
    correct_step,
    record_refusal,
    send_to_ministry,
    sign,
    sign_without,
    undo_step,
)
from elci.consent.models import CaseEvent
from elci.domain.acts.checks import ActRefusedError
from elci.domain.casework.state import CaseStatus
from elci.domain.dates import PartialDate
from elci.domain.vocabularies import MembershipGrade
from elci.foundation.eyes import PUBLIC
from elci.memberships.queries import grade_terms_of, responsibilities_of
from elci.organisations.choices import OrganisationKind
from tests.builders import act_facts, make_account, make_organisation, make_workspace
from tests.consent.cases import (
    TODAY,
    all_steps,
    by,
    day,
    done,
    make_case,
    paper,
    signed,
    state,
    statuses,
)

pytestmark = pytest.mark.django_db


def acts(account):
    standing = account.acts.filter(known_until=None)
    rows = [(str(act.happened), act.kind, act.organ, act.number) for act in standing]
    return sorted(rows)


def test_signed_tie_stands_on_the_portal_with_all_its_acts():
    case = make_case()
    workspace = case.workspace
    done(case, "council", on=day(60), number="2024/112", final_on=day(55),
         papers=[paper(workspace, "decision")])  # fmt: skip
    done(case, "transmit", on=day(54), number="E-1", organ="İstanbul Valiliği")
    done(case, "announce", on=day(53))
    done(case, "permit", on=day(20), number="E-77", papers=[paper(workspace, "permit")])

    account = signed(case, number="7", places=("Filibe",), papers=(paper(workspace, "text"),))

    assert acts(account) == [
        ("2024-04-04", "council_decision", "belediye meclisi", "2024/112"),
        ("2024-04-10", "sent_to_civil_administrator", "İstanbul Valiliği", "E-1"),
        ("2024-04-11", "announced", "kamuoyu", ""),
        ("2024-05-14", "permit_granted", "Çevre ve Şehircilik Bakanlığı", "E-77"),
        ("2024-05-31", "signed", "", "7"),
    ]
    shown = full_accounts(PUBLIC).get(pk=account.pk)
    attached = {each.act.kind: each.document.title for each in shown.attachments.all()}
    assert attached == {
        "council_decision": "decision",
        "permit_granted": "permit",
        "signed": "text",
    }
    with_source = {act.kind for act in shown.acts.all() if act.source is not None}
    assert with_source == set(attached)
    assert (account.entry.grade, str(account.entry.since)) == ("full", "2024-05-31")
    assert state(case).status == CaseStatus.SIGNED


def test_signature_without_a_required_step_is_refused_and_changes_nothing():
    case = make_case()
    done(case, "council", on=day(60))

    with pytest.raises(MissingStepsError, match="Mülki idare amirine gönderme, Bakanlık izni"):
        signed(case)

    case.refresh_from_db()
    assert (case.act_on, case.account) == (None, None)
    assert not CaseEvent.objects.filter(kind__startswith="signed").exists()


def test_signature_without_a_required_step_is_kept_with_who_said_why():
    case = make_case()
    done(case, "council", on=day(60))

    account = sign_without(case, ActDone(on=day(3)), reason="İzin gelmedi.", by=by(case.workspace))

    event = case.events.last()
    assert (event.kind, event.facts["missing"]) == ("signed_without", ["transmit", "permit"])
    assert (event.facts["reason"], event.recorded_by.name) == ("İzin gelmedi.", "Deniz Uzman")
    assert statuses(case) == {
        "council": "done", "transmit": "left_out", "announce": "late",
        "permit": "left_out", "sign": "done", "register": "due",
    }  # fmt: skip
    assert state(case).status == CaseStatus.SIGNED_WITHOUT
    assert account.acts.get(kind="signed").note == "İzin gelmedi."


def test_signature_without_a_step_needs_a_reason_and_a_missing_step():
    case = make_case()
    with pytest.raises(CaseRefusedError, match="neden yapıldığını"):
        sign_without(case, ActDone(on=day(3)), reason=" ", by=by(case.workspace))

    all_steps(case)
    with pytest.raises(CaseRefusedError, match="eksik değildir"):
        sign_without(case, ActDone(on=day(3)), reason="acele", by=by(case.workspace))


def test_act_without_power_can_only_be_recorded_with_a_reason():
    case = make_case(counterpart="foreign_state_organ")
    with pytest.raises(NotAllowedError, match="yasaktır ya da"):
        signed(case)

    account = sign_without(case, ActDone(on=day(3)), reason="istendi", by=by(case.workspace))

    assert acts(account) == [("2024-05-31", "signed", "", "")]


def test_act_is_recorded_once():
    case = make_case()
    all_steps(case)
    signed(case)

    with pytest.raises(CaseRefusedError, match="zaten kayıtlıdır"):
        signed(case, on=day(2))


def test_act_in_the_future_is_refused():
    case = make_case()
    all_steps(case)

    with pytest.raises(CaseRefusedError, match="henüz gelmedi"):
        signed(case, on=day(-1))


def test_relation_that_is_in_the_register_is_not_opened_twice():
    case = make_case()
    make_account(case.workspace, partner=case.partner)
    all_steps(case)

    with pytest.raises(DuplicateRelationError):
        signed(case)
    account = sign(case, ActDone(on=day(3)), by=by(case.workspace),
                   entry=Entry(separate=True, local_name="Kardeşlik",
                               valid_until=PartialDate.parse("2034")))  # fmt: skip

    assert account.local_name == "Kardeşlik"
    assert str(account.acts.get(kind="signed").valid_until) == "2034"


def test_acts_that_are_on_record_already_are_left_as_they_are():
    workspace = make_workspace()
    account = make_account(workspace, acts=[("proposed", "2024-01-08"),
                                            ("council_decision", str(day(60)))])  # fmt: skip
    case = make_case(workspace=workspace, account=account)
    all_steps(case)

    assert signed(case) == account
    assert account.acts.filter(kind="council_decision").count() == 1
    assert account.acts.get(kind="council_decision").number == ""


def test_file_that_was_sent_and_refused_leaves_both_in_the_register():
    case = make_case()
    all_but = [("council", day(60)), ("transmit", day(54)), ("announce", day(53))]
    for key, on in all_but:
        done(case, key, on=on)
    send_to_ministry(case, "permit", on=day(50), by=by(case.workspace), number="E-5")
    record_refusal(case, "permit", Decision(on=day(20), reasons="uygun değil", number="9"),
                   by=by(case.workspace))  # fmt: skip

    account = sign_without(case, ActDone(on=day(3)), reason="istendi", by=by(case.workspace))

    ministry = "Çevre ve Şehircilik Bakanlığı"
    assert [row for row in acts(account) if row[1].startswith("permit")] == [
        (str(day(50)), "permit_asked", ministry, "E-5"),
        (str(day(20)), "permit_refused", ministry, "9"),
    ]
    assert account.acts.get(kind="permit_refused").note == "uygun değil"


def test_renewal_and_end_continue_the_relation():
    workspace = make_workspace()
    account = make_account(workspace, acts=[("signed", "1994-03-27")])
    renewal = make_case("renew_agreement", workspace=workspace, account=account)
    all_steps(renewal)
    assert signed(renewal) == account

    ending = make_case("terminate_agreement", workspace=workspace, account=account)
    done(ending, "end_council", on=day(2), number="5")
    done(ending, "transmit", on=day(1))
    signed(ending, on=TODAY, number="son")

    assert [(row[0], row[1]) for row in acts(account)] == [
        ("1994-03-27", "signed"),
        (str(day(60)), "council_decision"),
        (str(day(54)), "sent_to_civil_administrator"),
        (str(day(53)), "announced"),
        (str(day(20)), "permit_granted"),
        (str(day(3)), "renewed"),
        (str(day(2)), "council_decision_to_end"),
        (str(day(1)), "sent_to_civil_administrator"),
        (str(TODAY), "terminated"),
    ]
    assert account.acts.get(kind="terminated").number == "son"


def test_end_of_what_has_ended_is_refused_and_changes_nothing():
    workspace = make_workspace()
    account = make_account(workspace, acts=[("signed", "1994"), ("terminated", "2001")])
    case = make_case("terminate_agreement", workspace=workspace, account=account)
    done(case, "end_council", on=day(2))
    done(case, "transmit", on=day(1))

    with pytest.raises(ActRefusedError):
        signed(case, on=TODAY)

    case.refresh_from_db()
    assert case.act_on is None
    assert account.acts.count() == 2


def test_membership_comes_with_its_grade_and_units():
    workspace = make_workspace()
    network = make_organisation("Birlik", kind=OrganisationKind.NETWORK)
    case = make_case("join_io", workspace=workspace, partner=network,
                     counterpart="international_body")  # fmt: skip
    all_steps(case)

    account = sign(
        case, ActDone(on=day(3)), by=by(workspace),
        entry=Entry(membership=MembershipGrade.BOARD, units=("AKOM",)),
    )  # fmt: skip

    assert account.instrument == "membership"
    assert account.acts.get(kind="entered_into_force").happened == PartialDate.on(day(3))
    assert [(term.grade, str(term.since)) for term in grade_terms_of(account)] == [
        ("board", str(day(3)))
    ]
    assert [each.unit.name for each in responsibilities_of(account)] == ["AKOM"]


def test_journey_stays_a_case():
    case = make_case("send_delegation", counterpart="none", on=day(3))
    done(case, "tell_before", on=day(10))

    assert signed(case, on=day(3)) is None
    case.refresh_from_db()
    assert (case.act_on, case.account) == (day(3), None)
    assert statuses(case)["travel"] == "done"


def test_correction_after_the_signature_corrects_the_register_too():
    case = make_case()
    all_steps(case)
    account = signed(case)
    given = paper(case.workspace, "decision")

    correct_step(case, "council", StepFacts(on=day(61), number="2024/113"), by=by(case.workspace),
                 reason="numara yanlıştı", papers=[given])  # fmt: skip

    standing = account.acts.get(kind="council_decision", known_until=None)
    assert (standing.number, str(standing.happened)) == ("2024/113", str(day(61)))
    assert (standing.replaces.number, standing.reason) == ("2024/112", "numara yanlıştı")
    assert standing.organ == "belediye meclisi"
    assert [each.document for each in standing.attachments.all()] == [given.document]


def test_correction_reaches_what_was_corrected_in_the_register_since():
    case = make_case()
    all_steps(case)
    account = signed(case)
    act = account.acts.get(kind="council_decision")
    facts = act_facts("council_decision", str(day(62)), organ="Meclis")
    correct_act(act, facts, user=None, today=TODAY, reason="gün yanlıştı")

    correct_step(case, "council", StepFacts(on=day(63)), by=by(case.workspace), reason="yine")

    chain = account.acts.filter(kind="council_decision").order_by("pk")
    assert [str(each.happened) for each in chain] == [str(day(60)), str(day(62)), str(day(63))]


def test_step_taken_back_after_the_signature_is_withdrawn_from_the_register():
    case = make_case()
    all_steps(case)
    account = signed(case)

    undo_step(case, "announce", by=by(case.workspace), reason="hiç ilan edilmedi")
    correct_step(case, "transmit", StepFacts(on=day(52)), by=by(case.workspace), reason="gün")

    assert account.acts.get(kind="announced").known_until == TODAY
    assert statuses(case)["announce"] == "late"


def test_correction_of_a_step_that_is_no_act_changes_only_the_case():
    case = make_case()
    all_steps(case)
    account = signed(case)
    done(case, "register", on=day(1))
    before = account.acts.count()

    correct_step(case, "register", StepFacts(on=day(2)), by=by(case.workspace), reason="gün")
    undo_step(case, "register", by=by(case.workspace), reason="hiç")

    assert account.acts.count() == before
