"""Changing the parties of a relation, and ending what a unit was in charge of."""

import pytest

from elci.agreements.models import Account
from elci.agreements.queries.relations import partners_of
from elci.domain.vocabularies import MembershipGrade
from elci.memberships.actions import record_grade
from elci.memberships.models import Responsibility
from tests.builders import make_account, make_organisation, make_partner


def address(account, *bodies):
    chosen = "&".join(f"partner=body:{body.uuid}" for body in bodies)
    return f"/en/desk/relations/{account.uuid}/parties/" + (f"?{chosen}" if chosen else "")


def test_page_starts_from_the_parties_on_record(desk, account):
    page = desk.get(address(account)).content.decode()

    assert "<strong>Plovdiv</strong>" in page
    assert "Change the parties" in desk.get(f"/en/desk/relations/{account.uuid}/").content.decode()


def test_party_is_changed_with_a_reason_and_the_history_keeps_both(desk, account):
    right = make_partner("Üsküp", "Makedonya")

    answer = desk.post(address(account, right), {"reason": "misread"}, follow=True)

    page = answer.content.decode()
    assert "The parties are saved." in page
    assert "changed the other parties of the relation" in page
    assert "<del>Filibe</del> → Üsküp" in page
    assert partners_of(Account.objects.get()) == [right]


def test_reason_is_asked_for(desk, account):
    desk.post(address(account, make_organisation("Yeni")), {"reason": ""})

    assert [body.name_tr for body in partners_of(Account.objects.get())] == ["Filibe"]


def test_relation_without_another_party_is_refused(desk, account):
    page = desk.post(
        f"/en/desk/relations/{account.uuid}/parties/?partner=", {"reason": "none"}
    ).content.decode()

    assert "A relation needs another party." in page
    assert [body.name_tr for body in partners_of(Account.objects.get())] == ["Filibe"]


def test_parties_of_a_known_relation_are_refused(desk, workspace, account):
    other = make_account(workspace, partner=make_partner("Üsküp", "Makedonya"))

    page = desk.post(address(other, *partners_of(account)), {"reason": "misread"}).content.decode()

    assert "in the register already, with the same act" in page


def test_parties_of_others_are_not_changed(desk, foreign_account):
    assert desk.get(address(foreign_account)).status_code == 404


@pytest.fixture
def membership(workspace, officer) -> Account:
    account = make_account(
        workspace,
        partner=make_organisation("UCLG"),
        instrument="membership",
        acts=[("entered_into_force", "2004")],
    )
    record_grade(
        account, grade=MembershipGrade.MEMBER, as_printed="", since=None, units=["AKOM", "İSTAÇ"]
    )
    return account


def end_of(responsibility):
    account = responsibility.account
    return f"/en/desk/relations/{account.uuid}/units/{responsibility.unit.uuid}/end/"


def test_unit_is_taken_out_of_charge_with_a_date_and_stays_on_record(desk, membership):
    responsibility = Responsibility.objects.get(unit__name="AKOM")

    form = desk.get(end_of(responsibility)).content.decode()
    answer = desk.post(
        end_of(responsibility), {"until": "March 2019", "reason": "moved"}, follow=True
    )

    page = answer.content.decode()
    assert "End the responsibility of AKOM" in form
    assert "no longer since March 2019" in page
    assert "recorded that a unit is no longer in charge" in page
    assert (end_of(responsibility) in page, page.count("End its responsibility")) == (False, 1)
    assert desk.get(end_of(responsibility)).status_code == 404
    assert "no longer since" in desk.get(f"/en/relations/{membership.uuid}/").content.decode()


def test_unit_is_not_out_of_charge_on_a_day_to_come(desk, membership):
    responsibility = Responsibility.objects.first()

    page = desk.post(end_of(responsibility), {"until": "2099", "reason": "moved"}).content.decode()

    assert "This day has not come yet." in page
