"""A visit from its plan to its outcome, and what the history says of it."""

import pytest
from django.utils import translation

from elci.accounts.models import Change
from elci.domain.dates import PartialDate
from elci.domain.law.words import LegalAct
from elci.domain.visiting.outcomes import Lack
from elci.domain.visiting.words import CostBearer, DelegateRole, Direction, Rank, Side, Stage
from elci.foundation.eyes import PUBLIC
from elci.foundation.grades import Grade
from elci.visits.actions import (
    Invitation,
    PurposeTest,
    VisitRefusedError,
    cancel_visit,
    change_visit,
    hold_visit,
    plan_visit,
    record_invitation,
    record_protocol,
    record_purpose,
    replan_visit,
    tie_to_case,
    withdraw_visit,
)
from elci.visits.models import Visit
from elci.visits.queries.visits import (
    Travellers,
    acts_for,
    cases_for,
    changes_of_visit,
    partners_of,
    public_visits_of,
    travellers_of,
    visit_lines,
    visits_editable_by,
    visits_visible_to,
    visits_with,
)
from tests.builders import make_account, make_partner, make_user, make_workspace
from tests.consent.cases import make_case
from tests.visits.kept_visits import (
    TODAY,
    day,
    make_delegate,
    make_promise_of,
    make_visit,
    on,
    reads,
    visit_facts,
    writes,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def found(visit):
    return visits_visible_to(reads(visit.workspace)).get(pk=visit.pk)


def lines(workspace):
    return visit_lines(visits_visible_to(reads(workspace)), TODAY)


@pytest.mark.parametrize(
    ("facts", "partners", "says"),
    [
        ({"title": "  "}, True, "title"),
        ({"ends": on(-11)}, True, "before the first"),
        ({}, False, "with whom"),
    ],
)
def test_visit_needs_a_title_a_partner_and_days_in_order(facts, partners, says):
    workspace = make_workspace()

    with pytest.raises(VisitRefusedError, match=says):
        plan_visit(
            workspace,
            visit_facts(**facts),
            partners=[make_partner()] if partners else [],
            user=None,
        )


def test_visit_is_planned_held_and_taken_back_with_reasons():
    visit = make_visit()
    user = make_user(visit.workspace)

    hold_visit(visit, today=TODAY, user=user)
    with pytest.raises(VisitRefusedError, match="held or cancelled already"):
        cancel_visit(visit, reason="Uçuş yok", today=TODAY, user=user)
    replan_visit(visit, reason="Yanlış ziyaret", today=TODAY, user=user)
    cancel_visit(visit, reason="Uçuş yok", today=TODAY, user=user)
    with pytest.raises(VisitRefusedError, match="Say in a few words why this is taken back"):
        replan_visit(visit, reason=" ", today=TODAY, user=user)

    visit = found(visit)
    assert (visit.stage, visit.stage_reason) == (Stage.CANCELLED, "Uçuş yok")
    changes = changes_of_visit(visit, reads(visit.workspace)).filter(verb="moved")
    moved = [(each.after["stage"], each.reason) for each in changes]
    assert moved == [("cancelled", "Uçuş yok"), ("planned", "Yanlış ziyaret"), ("held", "")]


def test_visit_to_come_is_not_held_and_a_planned_one_is_not_taken_back():
    visit = make_visit(starts=on(5), ends=None)

    with pytest.raises(VisitRefusedError, match="has not come yet"):
        hold_visit(visit, today=TODAY, user=None)
    with pytest.raises(VisitRefusedError, match="still planned"):
        replan_visit(visit, reason="x", today=TODAY, user=None)
    with pytest.raises(VisitRefusedError, match="does not take place"):
        cancel_visit(visit, reason="", today=TODAY, user=None)


def test_changed_visit_keeps_what_it_said_and_its_former_partners():
    visit = make_visit()
    other = make_partner("Üsküp", "Kuzey Makedonya")
    partner = partners_of(found(visit))[0]

    change_visit(visit, visit_facts(), partners=[partner], user=None)
    change_visit(
        visit, visit_facts(starts=on(-20)), partners=[other], user=None, reason="Tarih yanlıştı"
    )
    with pytest.raises(VisitRefusedError, match="with whom"):
        change_visit(visit, visit_facts(), partners=[], user=None)

    change = Change.objects.get(verb="changed")
    assert change.reason == "Tarih yanlıştı"
    assert (change.before["starts"], change.after["starts"]) == (str(on(-10)), str(on(-20)))
    assert (change.before["partners"], change.after["partners"]) == (["Filibe"], ["Üsküp"])
    assert partners_of(found(visit)) == [other]
    assert list(visits_with([partner.pk], reads(visit.workspace))) == []
    change_visit(visit, visit_facts(starts=on(-20)), partners=[other, partner], user=None)
    assert partners_of(found(visit)) == [other, partner]


def test_withdrawn_visit_leaves_the_lists_and_takes_nothing_more():
    visit = make_visit()

    with pytest.raises(VisitRefusedError, match="why it is withdrawn"):
        withdraw_visit(visit, reason="", user=None)
    withdraw_visit(visit, reason="Çift kayıt", user=None)

    with pytest.raises(VisitRefusedError, match="was withdrawn"):
        record_protocol(visit, flags="", protocol="", user=None)
    assert list(visits_editable_by(writes(visit.workspace))) == []
    assert found(visit).withdrawal_reason == "Çift kayıt"


def test_visit_is_for_the_eyes_of_its_workspace():
    visit = make_visit()

    assert list(visits_visible_to(PUBLIC)) == []
    assert list(visits_visible_to(writes(make_workspace("ankara")))) == []
    assert list(changes_of_visit(visit, PUBLIC)) == []
    assert list(visits_editable_by(reads(visit.workspace))) == []
    assert list(visits_editable_by(writes(visit.workspace))) == [visit]


def test_invitation_purpose_and_protocol_are_recorded_and_kept_in_the_history():
    visit = make_visit()
    user = make_user(visit.workspace)
    test = PurposeTest(
        aim="Protokol metni", why_travel="Yerinde inceleme", cost_bearer=CostBearer.SHARED
    )

    record_invitation(
        visit, Invitation(invited_by="Belediye Başkanı", invited_on=on(-40)), today=TODAY, user=user
    )
    record_purpose(visit, test, today=TODAY, user=user)
    record_purpose(visit, test, today=TODAY, user=user)
    record_protocol(visit, flags="Bulgaristan, Türkiye", protocol="Çiçek", user=user)
    record_protocol(visit, flags="Bulgaristan, Türkiye", protocol="Çiçek", user=user)

    visit = found(visit)
    assert (visit.invited_by, visit.aim, visit.cost_bearer) == (
        "Belediye Başkanı",
        "Protokol metni",
        "shared",
    )
    assert (visit.tested_on, visit.tested_by, visit.flags) == (TODAY, user, "Bulgaristan, Türkiye")
    kinds = [each.subject_kind for each in changes_of_visit(visit, reads(visit.workspace))]
    assert kinds == ["visit protocol", "visit purpose", "visit invitation", "visit"]


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"invited_by": ""}, "Name who invited"),
        ({"invited_by": "X", "invited_on": on(1)}, "has not come yet"),
    ],
)
def test_invitation_needs_somebody_and_a_day_that_has_come(facts, says):
    with pytest.raises(VisitRefusedError, match=says):
        record_invitation(make_visit(), Invitation(**facts), today=TODAY, user=None)


@pytest.mark.parametrize(
    ("aim", "why", "says"), [("", "x", "different after"), ("x", "", "letter or a call")]
)
def test_purpose_test_needs_both_answers(aim, why, says):
    test = PurposeTest(aim=aim, why_travel=why, cost_bearer=CostBearer.US)

    with pytest.raises(VisitRefusedError, match=says):
        record_purpose(make_visit(), test, today=TODAY, user=None)


def test_visit_names_a_case_about_a_journey_of_its_own_workspace():
    visit = make_visit()
    journey = make_case("send_delegation", workspace=visit.workspace)
    other = make_case(workspace=visit.workspace)
    foreign = make_case("send_delegation", workspace=make_workspace("ankara"))

    tie_to_case(visit, journey, user=None)
    tie_to_case(visit, journey, user=None)
    with pytest.raises(VisitRefusedError, match="not about sending"):
        tie_to_case(visit, other, user=None)
    with pytest.raises(ValueError, match="another workspace"):
        tie_to_case(visit, foreign, user=None)

    assert found(visit).case == journey
    assert Change.objects.filter(subject_kind="visit case").count() == 1
    offered = cases_for(visit, reads(visit.workspace), [LegalAct.SEND_DELEGATION])
    assert list(offered) == [journey]
    tie_to_case(visit, None, user=None)
    assert found(visit).case is None


def test_list_tells_who_travelled_and_what_is_missing():
    workspace = make_workspace()
    stated = make_visit(workspace, held=True, stated_people=7, stated_rank=Rank.GOVERNOR)
    outgoing = make_visit(workspace, direction=Direction.OUTGOING, starts=on(-30), ends=None)
    make_delegate(outgoing, side=Side.OURS, rank=Rank.EXPERT, role=DelegateRole.MEMBER)
    make_delegate(outgoing, side=Side.OURS, rank=Rank.DIRECTOR, role=DelegateRole.MEMBER)
    make_delegate(outgoing, side=Side.THEIRS, rank=Rank.MAYOR)
    to_come = make_visit(workspace, starts=on(5), ends=None)
    make_promise_of(stated)

    told = {line.visit: line for line in lines(workspace)}

    assert [line.visit for line in lines(workspace)] == [to_come, stated, outgoing]
    assert [told[each].lack for each in (stated, outgoing, to_come)] == [
        None,
        Lack.NOT_CLOSED,
        None,
    ]
    assert told[stated].travellers == Travellers(people=7, rank=Rank.GOVERNOR)
    assert told[outgoing].travellers == Travellers(people=2, rank=Rank.DIRECTOR)
    assert told[to_come].travellers == Travellers()
    assert told[stated].promises == 1


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_as_often_for_many_visits_as_for_one(number, django_assert_num_queries):
    workspace = make_workspace()
    for each in range(number):
        make_delegate(make_visit(workspace, title=f"Ziyaret {each}"))

    with django_assert_num_queries(3):
        assert len(lines(workspace)) == number


def test_public_sees_of_a_visit_how_many_and_what_rank_and_only_if_it_is_public_and_held():
    workspace = make_workspace()
    partner = make_partner()
    account = make_account(workspace, partner=partner)
    public = make_visit(workspace, partner=partner, held=True, grade=Grade.FULL)
    make_delegate(public)
    make_delegate(public, "Ana Örnek", role=DelegateRole.MEMBER, rank=Rank.EXPERT)
    make_visit(workspace, partner=partner, held=True)
    make_visit(workspace, partner=partner, grade=Grade.FULL)
    make_visit(make_workspace("ankara"), partner=partner, held=True, grade=Grade.FULL)
    withdraw_visit(
        make_visit(workspace, partner=partner, held=True, grade=Grade.FULL), reason="x", user=None
    )
    older = make_visit(
        workspace, partner=partner, held=True, grade=Grade.FULL, starts=on(-90), ends=None
    )

    assert public_visits_of(account) == [
        (public, Travellers(people=2, rank=Rank.MAYOR)),
        (older, Travellers()),
    ]
    assert travellers_of([]) == {}


def test_acts_with_the_partners_are_offered_as_outcomes():
    visit = make_visit()
    account = make_account(visit.workspace, partner=partners_of(found(visit))[0])
    make_account(visit.workspace, partner=make_partner("Üsküp", "Kuzey Makedonya"))

    assert [act.account for act in acts_for(found(visit), reads(visit.workspace))] == [account]
    assert list(acts_for(found(visit), PUBLIC)) == []


def test_days_may_be_known_to_the_year_only():
    visit = make_visit(starts=PartialDate("1997"), ends=None, held=True)

    assert str(Visit.objects.get(pk=visit.pk)) == "Filibe heyetinin ziyareti"
    assert lines(visit.workspace)[0].lack is Lack.NO_OUTCOME
    assert day(0) == TODAY
